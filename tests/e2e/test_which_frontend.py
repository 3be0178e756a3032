"""Which terminal gets the full screen, and which gets it line by line."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from tests.support.program import AT_ONCE
from tests.support.terminal import Terminal
from tests.support.thorough import one_in
from tests.support.walks import walk

OTHER_SCREEN = b"\x1b[?1049h"
# Ends with an error where something of the full screen was imported.
WITHOUT_FULL_SCREEN = [
    sys.executable,
    "-c",
    """
import sys
from screening.cli import main
try:
    main()
finally:
    found = {"questionary", "prompt_toolkit", "screening.terminal.full"} & set(sys.modules)
    print(f"imported: {sorted(found)}", file=sys.stderr)
""",
]
TYPED = "\n".join(stop.line for stop in walk("first-contact")) + "\n"


def test_a_terminal_gets_the_full_screen() -> None:
    terminal = Terminal("run")
    terminal.until("Before you begin")

    assert terminal.raw.count(OTHER_SCREEN) == 1
    terminal.send("\x03")
    assert terminal.end() == 130


@pytest.mark.parametrize(
    ("arguments", "environment"),
    one_in(
        4,
        [
            (["run", "--plain"], {}),
            (["resume", "--plain"], {}),
            (["--plain", "resume"], {}),
            (["--plain"], {}),
            ([], {"ACCESSIBLE": "1"}),
            (["--plain", "run"], {}),
            (["run"], {"TERM": "dumb"}),
            (["run"], {"ACCESSIBLE": "1"}),
            (["run"], {"TERM": ""}),
        ],
    ),
    ids=str,
)
def test_whoever_asks_for_it_gets_it_line_by_line(arguments: list[str], environment: dict[str, str]) -> None:
    terminal = Terminal(command=[*WITHOUT_FULL_SCREEN, *arguments], environment=environment)
    terminal.until_true(lambda: terminal.raw.endswith(b"> "))
    assert OTHER_SCREEN not in terminal.raw
    terminal.send("\x04")
    assert terminal.end() == 130


def test_a_screening_line_by_line_needs_nothing_of_the_full_screen(tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    command = ["sh", "-c", f'exec "$@" 2>{errors}', "sh", *WITHOUT_FULL_SCREEN, "run", "first-contact", "--plain"]
    terminal = Terminal(command=command)
    for stop in walk("first-contact"):
        terminal.until_true(lambda: terminal.raw.endswith(b"> ") or terminal.ended)
        terminal.raw = b""
        terminal.send(f"{stop.line}\r")

    assert terminal.end() == 0
    assert errors.read_text().endswith("imported: []\n")


@pytest.mark.parametrize("arguments", one_in(2, [["run", "first-contact"], ["resume"], []]), ids=str)
def test_input_that_is_no_terminal_never_meets_the_full_screen(arguments: list[str]) -> None:
    code = {"run": TYPED, "resume": "R329V\n"}.get("".join(arguments[:1]), "9\n")
    done = subprocess.run(
        [*WITHOUT_FULL_SCREEN, *arguments], input=code, capture_output=True, text=True, check=False, timeout=60
    )

    assert done.stderr.endswith("imported: []\n")
    assert "\x1b" not in done.stdout + done.stderr
    assert done.returncode == (2 if arguments == ["resume"] else 0)
    assert ("What was not asked or not answered" in done.stdout) == (arguments == ["run", "first-contact"])


@pytest.mark.parametrize("format_", one_in(3, ["terminal", "markdown", "json"]))
def test_a_redirected_result_goes_to_the_file_and_the_talk_to_the_terminal(tmp_path: Path, format_: str) -> None:
    result = tmp_path / "result"
    command = ["sh", "-c", f'exec "$@" --format {format_} >{result}', "sh", *AT_ONCE, "run", "first-contact"]
    terminal = Terminal(command=command)
    terminal.until("Before you begin")
    assert OTHER_SCREEN in terminal.raw
    terminal.press("enter", "down", "enter", "f", "enter", "r", pause=0)

    assert terminal.end() == 0
    assert terminal.text() == "\n"
    assert b"TOO LITTLE KNOWN" not in terminal.raw
    assert "What was not asked or not answered" in result.read_text() or format_ == "json"
    assert "\x1b" not in result.read_text()
    assert "too_little_known" in result.read_text() or format_ != "json"
