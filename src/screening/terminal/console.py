"""The console of Windows: how it is set, and the keys that were pressed at it."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

# Asked for as a module and not by the system's name, so that it can be tried where it is not there.
WINDOWS = find_spec("msvcrt") is not None
# https://learn.microsoft.com/windows/console/setconsolemode
ECHO = 0x0004
_UNDERSTANDS_SEQUENCES = 0x0004


def mode_of(descriptor: int) -> int | None:
    """How a console is set now, its input or its output; None where it is no console."""
    ctypes: Any = import_module("ctypes")
    mode = ctypes.c_uint32()
    try:
        asked = ctypes.windll.kernel32.GetConsoleMode(_handle(descriptor), ctypes.byref(mode))
    except (AttributeError, OSError):
        return None
    return int(mode.value) if asked else None


def set_mode(descriptor: int, mode: int) -> bool:
    """Set a console; whether it can be set so."""
    ctypes: Any = import_module("ctypes")
    try:
        return bool(ctypes.windll.kernel32.SetConsoleMode(_handle(descriptor), mode))
    except (AttributeError, OSError):
        return False


def understand_sequences(descriptor: int) -> bool:
    """Have a console understand escape sequences from now on, as it can from Windows 10 on; whether it does."""
    mode = mode_of(descriptor)
    return mode is not None and set_mode(descriptor, mode | _UNDERSTANDS_SEQUENCES)


def is_typed() -> bool:
    """Whether a key was pressed and not read yet."""
    return bool(import_module("msvcrt").kbhit())


def take_typed() -> bytes:
    """Every key that was pressed and not read yet. It is taken away."""
    console = import_module("msvcrt")
    typed = ""
    while console.kbhit():
        typed += console.getwch()
    return typed.replace("\r", "\n").encode("utf-8", "replace")


def _handle(descriptor: int) -> Any:
    ctypes: Any = import_module("ctypes")
    return ctypes.c_void_p(import_module("msvcrt").get_osfhandle(descriptor))
