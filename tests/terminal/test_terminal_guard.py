"""The way out where a terminal is of another kind."""

import io
import os
import signal
from collections.abc import Callable
from typing import NoReturn

import pytest

from screening.terminal import console
from screening.terminal.terminal_guard import CLEAR, TerminalGuard


class Output(io.StringIO):
    """Passes for a terminal."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


class Ended(Exception):
    """The process was ended."""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What is written to the terminal at a quick exit, which does not end these tests."""
    written: list[bytes] = []

    def end(_: int) -> NoReturn:
        raise Ended

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(os, "write", lambda _, data: written.append(data))
    monkeypatch.setattr(signal, "alarm", lambda _: None)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.delenv("STY", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return written


def left() -> None:
    """Leave at once."""
    with pytest.raises(Ended):
        TerminalGuard(Output()).leave()


def test_a_terminal_that_takes_nothing_does_not_hold_up_the_end(
    monkeypatch: pytest.MonkeyPatch, written: list[bytes]
) -> None:
    alarms: list[int] = []
    handlers: dict[int, Callable[..., None]] = {}

    def held_up(*_: object) -> NoReturn:
        assert alarms, "nothing would ever end the process"
        assert alarms[-1] > 0
        handlers[signal.SIGALRM]()
        raise AssertionError("the alarm did not end the process")

    monkeypatch.setattr(signal, "alarm", alarms.append)
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    monkeypatch.setattr(os, "write", held_up)

    left()


def test_a_console_of_windows_is_cleared_though_nothing_says_what_terminal_it_is(
    monkeypatch: pytest.MonkeyPatch, written: list[bytes]
) -> None:
    monkeypatch.delenv("TERM")
    monkeypatch.setattr(console, "WINDOWS", True)
    monkeypatch.setattr(console, "mode_of", lambda _: 3)
    monkeypatch.setattr(console, "set_mode", lambda *_: True)

    left()

    (data,) = written
    assert b"\x1b[?1049l" in data
    assert data.endswith(CLEAR.encode())


@pytest.mark.parametrize(("mode", "can_be_set"), [(None, True), (3, False)], ids=["no-console", "too-old"])
def test_a_console_that_understands_no_sequences_is_sent_none(
    monkeypatch: pytest.MonkeyPatch, written: list[bytes], mode: int | None, can_be_set: bool
) -> None:
    monkeypatch.setattr(console, "WINDOWS", True)
    monkeypatch.setattr(console, "mode_of", lambda _: mode)
    monkeypatch.setattr(console, "set_mode", lambda *_: can_be_set)

    left()

    assert not written


@pytest.mark.parametrize("term", ["", "dumb"])
def test_a_terminal_without_a_name_elsewhere_is_sent_no_sequences(
    monkeypatch: pytest.MonkeyPatch, written: list[bytes], term: str
) -> None:
    monkeypatch.setenv("TERM", term)

    left()

    assert not written


@pytest.mark.parametrize(
    ("name", "value"), [("STY", "1234.pts-0.host"), ("TERM", "screen-256color")], ids=["here", "by-ssh"]
)
def test_the_history_of_gnu_screen_is_pushed_out(
    monkeypatch: pytest.MonkeyPatch, written: list[bytes], name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    left()

    (data,) = written
    # Hidden first, whatever the rest of it takes.
    assert data.index(CLEAR.encode()) < data.index(b"\n" * 10_000)
    assert data.endswith(CLEAR.encode())
