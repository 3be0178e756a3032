"""How a terminal is set, and what was typed at it. Where a system has no such thing, everything here does nothing."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any, TextIO, TypeAlias

from screening.terminal import console

# Asked for as a module and not by the system's name, so that its absence can be tried where it is there.
POSIX = find_spec("termios") is not None
if POSIX:
    import termios

# As `termios` has them; of a console of Windows, one number.
Modes: TypeAlias = list[Any]
_INPUT, _LOCAL, _CHARACTERS = 0, 3, 6
_AT_ONCE = 4096


def modes_of(stream: TextIO) -> Modes | None:
    """How a terminal is set now; None where it is none, or none that can be asked."""
    if not stream.isatty():
        return None
    if console.WINDOWS:
        mode = console.mode_of(stream.fileno())
        return None if mode is None else [mode]
    if not POSIX:
        return None
    try:
        return termios.tcgetattr(stream)
    except (OSError, termios.error):
        return None


def set_modes(stream: TextIO, modes: Modes) -> None:
    """Set a terminal at once: to wait until everything is written could mean to wait for ever."""
    if console.WINDOWS:
        console.set_mode(stream.fileno(), modes[0])
    elif POSIX:
        with contextlib.suppress(OSError, ValueError, termios.error):
            termios.tcsetattr(stream, termios.TCSANOW, modes)


@contextmanager
def without_echo(stream: TextIO) -> Iterator[None]:
    """While it lasts, what is typed is not shown."""
    with _switched_off(stream, *((0, console.ECHO) if console.WINDOWS else (_LOCAL, _flag("ECHO")))):
        yield


@contextmanager
def without_flushing(stream: TextIO) -> Iterator[None]:
    """While it lasts, what was typed before a Ctrl-C or Ctrl-Z stays to be read.

    Where the system drops it, whoever was about to read it waits, and the signal waits with them.
    """
    modes = modes_of(stream) if POSIX else None
    if modes is None:
        yield
        return
    set_modes(stream, [*modes[:_LOCAL], modes[_LOCAL] | termios.NOFLSH, *modes[_LOCAL + 1 :]])
    try:
        yield
    finally:
        set_modes(stream, modes)


@contextmanager
def flowing(stream: TextIO) -> Iterator[None]:
    """While it lasts, what is written is shown, whatever a Ctrl-S held back before."""
    with _switched_off(stream, *((0, 0) if console.WINDOWS else (_INPUT, _flag("IXON")))):
        yield


def let_flow(stream: TextIO) -> None:
    """Undo a Ctrl-S, which would hold back the clearing, and drop what has not been shown yet.

    Output that a Ctrl-S stopped goes on when the terminal no longer listens for it.
    """
    modes = modes_of(stream) if POSIX else None
    if modes is not None:
        modes[_INPUT] &= ~termios.IXON
        set_modes(stream, modes)
        with contextlib.suppress(OSError, termios.error):
            termios.tcflush(stream, termios.TCOFLUSH)


def forget_typing(stream: TextIO) -> None:
    """Drop what was typed and not read yet, unseen."""
    if console.WINDOWS:
        console.take_typed()
    elif POSIX:
        with contextlib.suppress(OSError, termios.error):
            termios.tcflush(stream, termios.TCIFLUSH)


def take_typed(stream: TextIO) -> bytes:
    """Everything that was typed and not read yet, a line that is not ended among it. It is taken away.

    Where it is no terminal, that is nothing.

    The end of the input is in it as it was typed (Ctrl-D), or as a NUL where the terminal had understood it already.
    """
    modes = modes_of(stream)
    if modes is None:
        return b""
    if console.WINDOWS:
        return console.take_typed()
    by_character = [*modes[:_CHARACTERS], list(modes[_CHARACTERS])]
    by_character[_LOCAL] &= ~termios.ICANON
    # To read is not to wait.
    by_character[_CHARACTERS][termios.VMIN] = by_character[_CHARACTERS][termios.VTIME] = 0
    typed = b""
    set_modes(stream, by_character)
    try:
        while data := os.read(stream.fileno(), _AT_ONCE):
            typed += data
    except OSError:
        # The terminal is gone; whoever reads next is told.
        return typed
    finally:
        set_modes(stream, modes)
    return typed


def _flag(name: str) -> int:
    return int(getattr(termios, name)) if POSIX else 0


@contextmanager
def _switched_off(stream: TextIO, part: int, flag: int) -> Iterator[None]:
    """While it lasts, a flag of the terminal is off."""
    modes = modes_of(stream)
    if modes is None:
        yield
        return
    otherwise = list(modes)
    otherwise[part] &= ~flag
    set_modes(stream, otherwise)
    try:
        yield
    finally:
        set_modes(stream, modes)
