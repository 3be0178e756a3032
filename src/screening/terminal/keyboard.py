"""Reading lines from whoever sits at the keyboard, and finding where prompts go."""

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

# How long a Ctrl-C may go unheard, in seconds.
_TURN = 0.1
# Clears the screen and what was scrolled off it, where the terminal can.
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


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


def _open_terminal() -> TextIO | None:
    try:
        return open("CON" if os.name == "nt" else "/dev/tty", "w", encoding="utf-8", errors="replace")  # noqa: PTH123
    except OSError:
        return None


def read_line(prompt: str, output: TextIO) -> str:
    """One line from stdin.

    Raises:
        EOFError: there is no more input.
    """
    output.write(prompt)
    output.flush()
    _wait_for_input()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _wait_for_input() -> None:
    """Wait at a terminal in short turns.

    A Ctrl-C that comes just before the system call that reads would otherwise go unheard until the next line is typed,
    and a quick exit has to be quick.
    """
    if os.name == "posix" and sys.stdin.isatty():
        while not select.select([sys.stdin], [], [], _TURN)[0]:
            pass


def clear(output: TextIO) -> None:
    """Clear the screen and its scrollback, where the output is a terminal that can."""
    if output.isatty() and os.environ.get("TERM", "dumb") != "dumb":
        output.write(_CLEAR)
        output.flush()
