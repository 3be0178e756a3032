"""Output that nobody reads or that cannot be written, and streams that were opened in another encoding."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from screening.commands.exit_codes import BAD_INPUT, NOBODY_READS
from tests.support.program import PROGRAM, program
from tests.support.thorough import one_in

INDICATORS = str(Path(__file__).resolve().parents[2] / "indicators")
COMMANDS = [
    (command, unbuffered)
    for command in (
        ("--help",),
        ("--version",),
        ("run", "--help"),
        ("sets",),
        ("services",),
        ("services", "--format", "json"),
        ("services", "--format", "html"),
        ("services", "--format", "markdown"),
        ("demo", "--all"),
        ("show", "palermo"),
        ("show", "palermo", "--format", "json"),
        ("glossary",),
        ("check", INDICATORS),
        ("test", INDICATORS),
        ("schema", "set"),
        ("score", "palermo"),
        ("workshop", "handout", "quiet-kitchen"),
        ("workshop", "handout", "quiet-kitchen", "--format", "html"),
        ("form", "first-contact", "--format", "html"),
        ("form", "first-contact", "--format", "markdown"),
        ("form", "first-contact", "--format", "xlsform"),
    )
    for unbuffered in ("", "1")
]
TRIED = one_in(19, COMMANDS)
EACH = pytest.mark.parametrize(
    ("command", "unbuffered"), TRIED, ids=[f"{' '.join(command)[:24]} {unbuffered}" for command, unbuffered in TRIED]
)
RECORDS = b'{"id": 1}\n' * 200

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes break, and disks are full, as on POSIX systems")


def run(command: tuple[str, ...], *, unbuffered: str = "", out: int, err: int = subprocess.PIPE) -> tuple[int, bytes]:
    """The exit code of the program with this stdout and stderr, and what it says on stderr."""
    finished = subprocess.run(
        [*PROGRAM, *command],
        input=RECORDS,
        stdout=out,
        stderr=err,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        timeout=60,
        check=False,
    )
    return finished.returncode, finished.stderr or b""


@pytest.fixture
def closed_pipe() -> Iterator[int]:
    """A pipe that nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    yield writing
    os.close(writing)


@EACH
def test_a_pipe_that_nobody_reads_ends_the_program_quietly(
    command: tuple[str, ...], unbuffered: str, closed_pipe: int
) -> None:
    assert run(command, unbuffered=unbuffered, out=closed_pipe) == (NOBODY_READS, b"")


def test_a_shell_sees_what_it_sees_of_every_tool() -> None:
    line = 'set -o pipefail; "$@" services | head -2; echo "$?"'
    finished = subprocess.run(
        ["bash", "-c", line, "bash", *PROGRAM], capture_output=True, text=True, timeout=60, check=True
    )

    assert finished.stdout == "\nServices: Hong Kong\n141\n"
    assert finished.stderr == ""


def test_nor_does_a_broken_stderr_say_anything(closed_pipe: int) -> None:
    for command in one_in(2, [("nope",), ("services", "--place", "hkk"), ("run",)]):
        assert run(command, out=subprocess.DEVNULL, err=closed_pipe)[0] == NOBODY_READS


FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")


@needs_full
@EACH
def test_a_full_disk_is_one_line_and_no_success(command: tuple[str, ...], unbuffered: str) -> None:
    with FULL.open("wb") as full:
        code, err = run(command, unbuffered=unbuffered, out=full.fileno())

    told = b"screening: this cannot be read or written: No space left on device. Check the disk and the path.\n"
    assert (code, err) == (BAD_INPUT, told)


@needs_full
@pytest.mark.parametrize(
    "command", one_in(3, [("--help",), ("sets",), ("nope",), ("show", "nope"), ("run",)]), ids=" ".join
)
def test_where_nothing_can_be_written_at_all_the_exit_code_says_so(command: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        assert run(command, out=full.fileno(), err=full.fileno())[0] == BAD_INPUT


@pytest.mark.parametrize(
    "encoding", one_in(7, ["utf-16", "utf-32", "utf-7", "latin-1", "ascii", "cp037", "utf-16:strict"])
)
def test_whatever_encoding_the_streams_were_given_they_are_utf_8(encoding: str) -> None:
    given = "\nhk\n\nn\n"
    environment = {**os.environ, "PYTHONIOENCODING": encoding}

    assert program("run", given=given, environment=environment) == program("run", given=given)
    assert program("show", "nope", environment=environment) == program("show", "nope")
    assert "緊急" in program("services", environment=environment).out


def test_bytes_that_are_no_text_are_not_understood_and_nothing_more() -> None:
    finished = subprocess.run(
        [*PROGRAM, "run", "first-contact"], input=b"\n\xff\xfe\n", capture_output=True, timeout=60, check=False
    )

    assert finished.returncode == BAD_INPUT
    assert b"Not understood." in finished.stderr
    assert b"the input ended before the screening did" in finished.stderr
