"""Leaving the terminal as it was found, with nothing of the dialog in it: at the end, or at once.

A quick exit does not unwind the program. It clears the terminal and ends the process, from a key or from a signal, so
that nothing that the program happens to be doing can get in its way.
"""

import contextlib
import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn, TextIO

from screening.show.characters import Control
from screening.terminal import console, modes

QUICK_EXIT = 130
# If the terminal does not take what is written to it (stopped, or gone), the process ends all the same.
_SECONDS_TO_CLEAR = 2
# From the last corner back to the first: what is erased as a whole screen (CSI 2 J) is kept as history by GNU screen.
CLEAR = "\x1b[999;999H\x1b[1J\x1b[3J\x1b[H"
# GNU screen clears its history for nobody. So it is pushed out, by more rows than it usually keeps.
_ROWS_TO_PUSH = 10_000
# Colours off, autowrap on, plain cursor keys, no bracketed paste, the other screen emptied and left, cursor shown.
_RESTORE = "\x1b[0m\x1b[?7h\x1b[?1l\x1b>\x1b[?2004l" + CLEAR + "\x1b[?1049l\x1b[0m\x1b[?25h"
_LEAVE_ON = ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP", "SIGBREAK")


class TerminalGuard:
    """What leaves one terminal as it was found. Made before anything changes it."""

    def __init__(self, output: TextIO) -> None:
        """Args: output: where the dialog is shown."""
        self._output = output
        self._clearing = CLEAR
        if os.environ.get("STY") or os.environ.get("TERM", "").startswith("screen"):
            self._clearing += "\x1b[999;999H" + "\n" * _ROWS_TO_PUSH + CLEAR
        self._can_clear = output.isatty() and _understands_sequences(output)
        self._modes = modes.modes_of(sys.stdin)

    def clear(self) -> None:
        """Clear the screen and what was scrolled off it, where the terminal can; even after a Ctrl-S."""
        if self._can_clear:
            with contextlib.suppress(OSError, ValueError), modes.flowing(self._output):
                self._output.write(Control(self._clearing))
                self._output.flush()

    def leave(self) -> NoReturn:
        """Clear and restore the terminal, forget everything, and end the process with exit code 130."""
        if hasattr(signal, "alarm"):
            signal.signal(signal.SIGALRM, lambda *_: os._exit(QUICK_EXIT))
            signal.alarm(_SECONDS_TO_CLEAR)
        if self._can_clear:
            with contextlib.suppress(OSError, ValueError):
                modes.let_flow(self._output)
        # First what cannot be held up, for writing can be.
        if self._modes is not None:
            modes.set_modes(sys.stdin, self._modes)
            modes.forget_typing(sys.stdin)
        if self._can_clear:
            with contextlib.suppress(OSError, ValueError):
                os.write(self._output.fileno(), (_RESTORE + self._clearing).encode())
        os._exit(QUICK_EXIT)

    @contextmanager
    def guarded(self, cover: Callable[[], None]) -> Iterator[None]:
        """While it lasts, every signal that asks the program to end is a quick exit, and one that would stop it covers.

        Args:
            cover: takes the screen away; called from a signal handler.
        """
        handlers: dict[str, Callable[[int, Any], None]] = {name: lambda *_: self.leave() for name in _LEAVE_ON}
        # A stopped program would keep the answers in memory for as long as nobody wakes it.
        handlers["SIGTSTP"] = lambda *_: cover()
        numbers = {getattr(signal, name): handler for name, handler in handlers.items() if hasattr(signal, name)}
        before = {number: signal.signal(number, handler) for number, handler in numbers.items()}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def is_gone(error: OSError) -> bool:
    """Whether the terminal was closed while something was written to it or read from it."""
    return error.errno == errno.EIO


def _understands_sequences(output: TextIO) -> bool:
    """Whether a terminal can be told to clear itself. On Windows it has to be asked to, and TERM says nothing."""
    if console.WINDOWS:
        return os.environ.get("TERM") != "dumb" and console.understand_sequences(output.fileno())
    return os.environ.get("TERM", "dumb") not in {"", "dumb"}
