"""Where prompts go when stdout is no terminal."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from screening.terminal import keyboard
from screening.terminal.keyboard import prompts

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="terminals are made as on Unix"),
    pytest.mark.slow,
]


@pytest.fixture(autouse=True)
def _only_stdin_is_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: False)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)


@pytest.fixture
def terminal() -> Iterator[tuple[int, str]]:
    """The end of a terminal at which somebody sits, and the name of the other."""
    ours, theirs = os.openpty()
    yield ours, os.ttyname(theirs)
    os.close(ours)
    os.close(theirs)


def test_they_go_to_the_terminal(terminal: tuple[int, str], monkeypatch: pytest.MonkeyPatch) -> None:
    ours, name = terminal
    monkeypatch.setattr(keyboard, "_TERMINAL", name)

    with prompts() as output:
        output.write("Where are your papers? \N{EURO SIGN}")

    assert output.closed
    assert os.read(ours, 1000).decode() == "Where are your papers? \N{EURO SIGN}"


def test_where_there_is_no_such_device_nothing_is_created(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyboard, "_TERMINAL", str(tmp_path / "tty"))

    with prompts() as output:
        assert output is sys.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["a file", "a folder"])
def test_what_is_no_terminal_is_not_written_to(there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tty"
    if there == "a file":
        path.write_text("kept")
    else:
        path.mkdir()
    monkeypatch.setattr(keyboard, "_TERMINAL", str(path))

    with prompts() as output:
        assert output is sys.stderr
    assert path.is_dir() or path.read_text() == "kept"


def test_another_device_is_no_terminal_and_is_closed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[int] = []
    close = os.close

    def noted(number: int) -> None:
        closed.append(number)
        close(number)

    monkeypatch.setattr(keyboard, "_TERMINAL", os.devnull)
    monkeypatch.setattr(os, "close", noted)

    with prompts() as output:
        assert output is sys.stderr
    assert len(closed) == 1
