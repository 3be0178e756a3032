"""The built-in sets and directories, each read once in a process: they are frozen, and no test changes their files.

What any process of the tests does over and over with the same outcome stands here, too: to wrap a text at a width.
"""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from screening.reading import directories, places, roles, sets
from screening.reading.set_catalog import SetCatalog, data_folder, read_catalog
from screening.show import wrapping

_FOLDERS = (data_folder("indicators"), data_folder("referrals"))
_READERS = ((directories, "read_directory"), (places, "read_file"), (roles, "read_file"))
_MOST_TEXTS = 20_000


def read_once() -> None:
    """Have what is built in read once, however often it is asked for; what a test writes is read each time."""
    sets.read_set = _once_with_any_others(sets.read_set)
    for room, name in _READERS:
        setattr(room, name, _once(getattr(room, name)))


def wrap_once() -> None:
    """Have the library wrap a text at a width once; what we do before and after it, is done each time."""
    room: Any = wrapping
    kept = functools.lru_cache(_MOST_TEXTS)(room.wrap)
    room.wrap = lambda *given, **named: list(kept(*given, **named))


def _once(read: Callable[..., Any]) -> Callable[..., Any]:
    kept = functools.cache(read)

    @functools.wraps(read)
    def once(path: Path, *given: Any, **named: Any) -> Any:
        return (kept if _is_built_in(path) else read)(path, *given, **named)

    return once


def _once_with_any_others(read: Callable[..., Any]) -> Callable[..., Any]:
    """A built-in set extends no other than a built-in one, so that it is the same whatever others there are."""
    kept, ours = functools.cache(read), read_catalog()

    @functools.wraps(read)
    def once(path: Path, catalog: SetCatalog | None = None, *, vignettes: bool = True) -> Any:
        if _is_built_in(path) and (catalog is None or ours.folders.items() <= catalog.folders.items()):
            return kept(path, ours, vignettes=vignettes)
        return read(path, catalog, vignettes=vignettes)

    return once


def _is_built_in(path: Path) -> bool:
    return any(map(path.is_relative_to, _FOLDERS))
