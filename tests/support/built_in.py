"""The built-in sets and directories, each read once in a process: they are frozen, and no test changes their files."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from screening.reading import places, sets
from screening.reading.set_catalog import data_folder

_FOLDERS = (data_folder("indicators"), data_folder("referrals"))
_READERS = ((sets, "read_set"), (places, "read_directory"))


def read_once() -> None:
    """Have what is built in read once, however often it is asked for; what a test writes is read each time."""
    for room, name in _READERS:
        setattr(room, name, _once(getattr(room, name)))


def _once(read: Callable[..., Any]) -> Callable[..., Any]:
    kept = functools.cache(read)

    @functools.wraps(read)
    def once(path: Path, *given: Any, **named: Any) -> Any:
        return (kept if any(map(path.is_relative_to, _FOLDERS)) else read)(path, *given, **named)

    return once
