"""Leaving the terminal as it was found, with nothing of the talk in it: at the end, or at once.

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

QUICK_EXIT = 130
# If the terminal does not take what is written to it (stopped, or gone), the process ends all the same.
_SECONDS_TO_CLEAR = 2
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
# Colours off, autowrap on, plain cursor keys, no bracketed paste, the other screen emptied and left, cursor shown.
_RESTORE = "\x1b[0m\x1b[?7h\x1b[?1l\x1b>\x1b[?2004l\x1b[2J\x1b[?1049l\x1b[0m\x1b[?25h"
_LEAVE_ON = ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP")


class WayOut:
    """The way out of one terminal. Made before anything changes it."""

    def __init__(self, output: TextIO) -> None:
        """Args: output: where the talk is shown."""
        self._output = output
        self._can_clear = output.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        self._modes = _modes(sys.stdin)

    def clear(self) -> None:
        """Clear the screen and what was scrolled off it, where the terminal can; even after a Ctrl-S."""
        if self._can_clear:
            with contextlib.suppress(OSError, ValueError), _flowing(self._output.fileno()):
                self._output.write(_CLEAR)
                self._output.flush()

    def leave(self) -> NoReturn:
        """Clear and restore the terminal, forget everything, and end the process with exit code 130."""
        if hasattr(signal, "alarm"):
            signal.signal(signal.SIGALRM, lambda *_: os._exit(QUICK_EXIT))
            signal.alarm(_SECONDS_TO_CLEAR)
        if self._can_clear:
            with contextlib.suppress(OSError, ValueError):
                _let_flow(self._output.fileno(), drop=True)
        # First what cannot be held up, for writing can be.
        self._restore_modes()
        if self._can_clear:
            with contextlib.suppress(OSError, ValueError):
                os.write(self._output.fileno(), (_RESTORE + _CLEAR).encode())
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

    def _restore_modes(self) -> None:
        if self._modes is not None:
            import termios  # noqa: PLC0415 - not on every system

            with contextlib.suppress(OSError, ValueError, termios.error):
                # At once: to wait until everything is written could mean to wait for ever.
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self._modes)
                termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def is_gone(error: OSError) -> bool:
    """Whether the terminal was closed while something was written to it or read from it."""
    return error.errno == errno.EIO


def forget_typing() -> None:
    """Drop what was typed and not read yet, where stdin is a terminal."""
    if sys.stdin.isatty() and os.name == "posix":
        import termios  # noqa: PLC0415 - not on every system

        with contextlib.suppress(OSError, termios.error):
            termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def _modes(stream: TextIO) -> list[Any] | None:
    """How the terminal is set now; None where there is none, or none that can be asked."""
    if os.name != "posix" or not stream.isatty():
        return None
    import termios  # noqa: PLC0415 - not on every system

    try:
        return termios.tcgetattr(stream.fileno())
    except (OSError, termios.error):
        return None


@contextmanager
def without_echo() -> Iterator[None]:
    """While it lasts, what is typed at a terminal is not shown."""
    modes = _modes(sys.stdin)
    if modes is None:
        yield
        return
    import termios  # noqa: PLC0415 - not on every system

    silent = [*modes[:3], modes[3] & ~termios.ECHO, *modes[4:]]
    with contextlib.suppress(termios.error):
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, silent)
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)


@contextmanager
def _flowing(descriptor: int) -> Iterator[None]:
    """While it lasts, what is written is shown, whatever a Ctrl-S held back before."""
    if os.name != "posix":
        yield
        return
    import termios  # noqa: PLC0415 - not on every system

    try:
        modes = termios.tcgetattr(descriptor)
    except termios.error:
        yield
        return
    _let_flow(descriptor, drop=False)
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(descriptor, termios.TCSANOW, modes)


def _let_flow(descriptor: int, *, drop: bool) -> None:
    """Undo a Ctrl-S, which would hold back the clearing, and drop what has not been shown yet where that is wanted.

    Output that a Ctrl-S stopped goes on when the terminal no longer listens for it.
    """
    if os.name == "posix":
        import termios  # noqa: PLC0415 - not on every system

        with contextlib.suppress(OSError, termios.error):
            modes = termios.tcgetattr(descriptor)
            modes[0] &= ~termios.IXON
            termios.tcsetattr(descriptor, termios.TCSANOW, modes)
            if drop:
                termios.tcflush(descriptor, termios.TCOFLUSH)
