"""The memory of the program, which holds the answers, does not get into a file; and nothing else does either."""

import os
import signal
import sys
from itertools import product
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened, and processes looked at, as on Linux", allow_module_level=True)

from tests.support.installed import Folders
from tests.support.kept_terminal import KeptTerminal
from tests.support.program import PROGRAM
from tests.support.thorough import one_in
from tests.support.walks import NOT_QUIET, Walker, walk

PALERMO = walk("palermo")
FIRST_CONTACT = walk("first-contact", {"danger-now": "yes"})
WALKS = {"palermo": PALERMO, "first-contact": FIRST_CONTACT}
Frontend = tuple[str, tuple[str, ...]]
FRONTENDS: dict[str, tuple[str, ...]] = {"full": (), "plain": ("--plain",)}
FACE = pytest.mark.parametrize("frontend", FRONTENDS.items(), ids=lambda frontend: frontend[0])

# As somebody may have set it who wants core dumps.
CORES_WANTED = """
import resource
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
"""
# Told from within, because for root everything looks as if it could be dumped.
TELLS = """
import ctypes
import os
import resource
import signal
def tell(*_):
    with open("told", "w") as told:
        print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE), file=told)
    os.rename("told", "all-told")
signal.signal(signal.SIGUSR1, tell)
"""


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Empty folders."""
    return Folders(tmp_path)


def at_a_question(frontend: Frontend, folders: Folders, before: str) -> Walker:
    """A screening in which a question is on the screen."""
    name, option = frontend
    terminal = KeptTerminal(
        "run", *option, before=NOT_QUIET + before, environment=folders.environment, folder=folders.here
    )
    walker = Walker(terminal, plain=name == "plain")
    walker.past(PALERMO[:5])
    walker.at(PALERMO[5].sign)
    return walker


@FACE
def test_a_crash_may_write_no_memory_while_a_question_is_on_the_screen(frontend: Frontend, folders: Folders) -> None:
    walker = at_a_question(frontend, folders, CORES_WANTED)

    limits = Path(f"/proc/{walker.terminal.pid}/limits").read_text()
    (limit,) = [line for line in limits.splitlines() if line.startswith("Max core file size")]
    assert limit.split()[4:6] == ["0", "0"]


@FACE
def test_no_other_program_may_take_the_memory_either(frontend: Frontend, folders: Folders) -> None:
    walker = at_a_question(frontend, folders, CORES_WANTED + TELLS)

    os.kill(walker.terminal.pid, signal.SIGUSR1)
    walker.terminal.until_true((folders.here / "all-told").exists, "what it tells of itself")

    assert (folders.here / "all-told").read_text() == "0 0 0\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@FACE
def test_the_memory_cannot_be_read_from_outside(frontend: Frontend, folders: Folders) -> None:
    walker = at_a_question(frontend, folders, "")

    assert not os.access(f"/proc/{walker.terminal.pid}/mem", os.R_OK)
    assert not os.access(f"/proc/{walker.terminal.pid}/environ", os.R_OK)


@pytest.mark.parametrize("name", one_in(3, ["SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP"]))
@FACE
def test_a_crash_leaves_no_file(frontend: Frontend, name: str, folders: Folders) -> None:
    walker = at_a_question(frontend, folders, CORES_WANTED)

    os.kill(walker.terminal.pid, getattr(signal, name))

    assert walker.terminal.end() == -getattr(signal, name)
    assert not folders.left()


def test_without_the_limit_a_crash_would_leave_a_file(folders: Folders) -> None:
    pattern = Path("/proc/sys/kernel/core_pattern").read_text()
    program = f"{CORES_WANTED}\nimport os\nprint('wanted', most)\nos.abort()"
    terminal = KeptTerminal(command=[sys.executable, "-c", program], folder=folders.here)
    assert terminal.end() == -signal.SIGABRT
    if pattern.startswith(("|", "/")) or b"wanted 0" in terminal.raw:
        pytest.skip("this system writes no core files into the working directory")

    assert folders.left()


@pytest.mark.parametrize(("set_name", "name"), one_in(3, [*product(WALKS, FRONTENDS)]))
def test_a_screening_leaves_no_file_no_title_and_nothing_in_the_clipboard(
    set_name: str, name: str, folders: Folders
) -> None:
    stops, option = WALKS[set_name], FRONTENDS[name]
    terminal = KeptTerminal(
        "run", set_name, *option, before=NOT_QUIET, environment=folders.environment, folder=folders.here
    )
    walker = Walker(terminal, plain=name == "plain")
    walker.past(stops[:3])
    walker.at(stops[3].sign)
    walker.hide()
    terminal.send("r\r")
    walker.past(stops[3:])

    assert terminal.end() == 0
    assert not folders.left()
    # Titles, the clipboard, other strings that a terminal keeps, and its printer.
    written = terminal.raw.decode()
    assert not [told for told in ("\x1b]", "\x9d", "\x1bP", "\x1b_", "\x1b^", "\x1b[5i", "\x1b[4i") if told in written]


@FACE
def test_the_program_as_it_is_started_leaves_no_file(frontend: Frontend, folders: Folders) -> None:
    environment = {**folders.environment, "PYTHONDONTWRITEBYTECODE": "1"}
    terminal = KeptTerminal(command=[*PROGRAM, "run", *frontend[1]], environment=environment, folder=folders.here)
    terminal.arrive(PALERMO[0].sign)
    terminal.press("enter")
    terminal.arrive(PALERMO[1].sign)
    terminal.send("\x03")

    assert terminal.end() == 130
    assert not folders.left()
