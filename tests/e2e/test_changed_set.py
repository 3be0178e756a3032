"""Old answers of a set that has changed, at a real terminal: hidden, forgotten and paused as anything else."""

import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened as on Linux", allow_module_level=True)

from screening.interview.answer_code import encode
from screening.reading.sets import load_set
from tests.support.kept_terminal import KeptTerminal
from tests.support.program import BEFORE_AT_ONCE
from tests.support.terminal import KEYS, PAUSE
from tests.support.versions import STATEMENT_TODAY, write_version

FIRST = "Statement today: The person's age"


@pytest.fixture(params=["full", "plain"])
def frontend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def terminal(frontend: str, tmp_path: Path) -> KeptTerminal:
    """The program with the first old answer on its screen."""
    old = load_set(str(write_version(tmp_path / "old", "1") / "our-house"))
    code = encode(old, {"age": "adult", "papers": "yes", "go-out": "no"})
    folder = write_version(tmp_path / "new", "2", STATEMENT_TODAY)
    flag = ("--plain",) if frontend == "plain" else ()
    terminal = KeptTerminal("resume", "--indicators", str(folder), *flag, before=BEFORE_AT_ONCE)
    terminal.arrive("Type the answer code.")
    terminal.settle(PAUSE)
    terminal.send(f"{code}\r")
    for sign in ("Before you begin", "The set has changed"):
        terminal.arrive(sign)
        terminal.settle(PAUSE)
        terminal.send("\r")
    terminal.arrive(FIRST)
    terminal.settle(PAUSE)
    return terminal


def give(terminal: KeptTerminal, frontend: str, key: str) -> None:
    """Press a key, or type it as a line."""
    terminal.settle(PAUSE)
    terminal.send(KEYS.get(key, f"{key}\r" if frontend == "plain" else key))


def test_it_is_hidden_and_comes_back(terminal: KeptTerminal, frontend: str) -> None:
    give(terminal, frontend, "x")
    assert terminal.soon(lambda: terminal.text().strip() in {"", "Ready."}), terminal.text()
    assert not terminal.scrollback().strip()
    terminal.settle(PAUSE)
    terminal.send("r\r")
    assert terminal.shows(FIRST), terminal.text()


@pytest.mark.parametrize("key", ["ctrl-c", "ctrl-backslash"])
def test_a_quick_exit_leaves_nothing_of_it(terminal: KeptTerminal, frontend: str, key: str) -> None:
    give(terminal, frontend, key)
    assert terminal.end() == 130
    assert terminal.is_blank


def test_it_is_paused_and_gone_on_with_and_nothing_but_its_key_keeps_an_answer(
    terminal: KeptTerminal, frontend: str
) -> None:
    for key in ("y", "1", "enter", "\u4e0d"):
        give(terminal, frontend, key)
    terminal.settle(PAUSE)
    give(terminal, frontend, "p")
    assert terminal.shows("Nothing is confirmed yet."), terminal.text()
    assert FIRST not in terminal.text()
    give(terminal, frontend, "g")
    assert terminal.shows(FIRST), terminal.text()
    give(terminal, frontend, "k")
    assert terminal.shows(f"Statement today: {STATEMENT_TODAY}"), terminal.text()
    give(terminal, frontend, "b")
    assert terminal.shows("recorded before" if frontend == "full" else "Recorded before: Keep it"), terminal.text()
