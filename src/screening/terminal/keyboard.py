"""Reading lines from whoever sits at the keyboard, and finding where prompts go."""

import os
import select
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from screening.terminal import console

# How long a signal may go unheard, in seconds.
_TURN = 0.1


@contextmanager
def prompts() -> Iterator[TextIO]:
    """Where prompts go, so that a redirected stdout holds nothing but the result.

    Yields:
        stdout where it is a terminal; else the terminal itself where stdin is one; else stderr.
    """
    if sys.stdout.isatty():
        yield sys.stdout
        return
    if sys.stdin.isatty():
        terminal = _open_terminal()
        if terminal is not None:
            with terminal:
                yield terminal
            return
    yield sys.stderr


_TERMINAL = "CON" if os.name == "nt" else "/dev/tty"


def _open_terminal() -> TextIO | None:
    """The terminal of this process; None where there is none. Nothing is ever created, or written to a mere file."""
    try:
        # Windows has no such flag, for there nobody comes by a terminal in opening one.
        opened = os.open(_TERMINAL, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    except OSError:
        return None
    if not os.isatty(opened):
        os.close(opened)
        return None
    return os.fdopen(opened, "w", encoding="utf-8", errors="replace")


def read_line(prompt: str, output: TextIO, each_turn: Callable[[], None] = lambda: None) -> str:
    """One line from stdin.

    Args:
        prompt: what stands before it.
        output: where the prompt goes.
        each_turn: called again and again while nothing is typed at a terminal; may raise.

    Raises:
        EOFError: there is no more input.
    """
    output.write(prompt)
    output.flush()
    _wait_for_input(each_turn)
    try:
        line = sys.stdin.readline()
    except OSError:
        # The terminal is gone.
        line = ""
    if not line:
        raise EOFError
    return line


def _wait_for_input(each_turn: Callable[[], None]) -> None:
    """Wait at a terminal in short turns.

    A signal that comes just before the system call that reads would otherwise go unheard until the next line is typed,
    and a quick exit has to be quick.
    """
    if sys.stdin.isatty():
        each_turn()
        while not _is_typed():
            each_turn()


def _is_typed() -> bool:
    """Whether there is something to read, within a turn."""
    if console.WINDOWS:
        time.sleep(_TURN)
        return console.is_typed()
    return bool(select.select([sys.stdin], [], [], _TURN)[0])
