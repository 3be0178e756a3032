"""`screening new`: a set to begin with."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from screening.commands.exit_codes import DONE, BadInput
from screening.commands.set_catalog import open_catalog
from screening.reading.problem import did_you_mean
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import find_set
from screening.sets.model import Id
from screening.show.characters import in_one_line
from screening.terminal.outlet import put
from screening.writing.files import Taken, write_folder
from screening.writing.templates import extending_set, new_set

# What a set that extends another adds is named after it, with a word more.
_MAX_LENGTH = 50
# Windows keeps these for devices, whatever the folder, and the set may travel there. (None of their other forms, such
# as one with a dot, can be an id.)
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def new(set_id: str, folder: Path, extends: str | None, folders: Sequence[Path] = ()) -> int:
    """Write a set into a new folder, and say what to do with it.

    Args:
        set_id: the id of the set, and the name of its folder.
        folder: where that folder is made.
        extends: the id of the set that it changes; a small set of its own where there is none.
        folders: where sets are found besides the built-in ones.

    Raises:
        BadInput: the id cannot be one or is taken, there is no set to extend, or something is there already.
        Unsound: the set to extend has problems.
    """
    catalog = open_catalog(folders)
    _must_be_free(set_id, catalog)
    if extends is not None and extends not in catalog.folders:
        raise BadInput(f"there is no set {extends!r} to extend. {did_you_mean(extends, catalog.folders)}")
    files = new_set(set_id) if extends is None else extending_set(set_id, find_set(extends, catalog))
    target = folder / set_id
    try:
        write_folder(target, files)
    except Taken as taken:
        raise BadInput(f"{taken.path} is there already, and nothing was written. Choose another id or --in.") from None
    outside = extends is not None and extends not in catalog.built_in
    _say_what_is_next(target, files, f" --indicators {_quoted(catalog.folders[str(extends)])}" if outside else "")
    return DONE


def _must_be_free(set_id: str, catalog: SetCatalog) -> None:
    try:
        msgspec.convert(set_id, Id)
    except msgspec.ValidationError:
        what = f"{set_id!r} cannot be the id of a set"
        raise BadInput(f"{what}. Use small letters, digits, and - or _ between them.") from None
    if set_id in _DEVICES:
        raise BadInput(f"no folder can be called {set_id!r} on Windows, where it means a device. Choose another id.")
    if len(set_id) > _MAX_LENGTH:
        raise BadInput(f"the id has {len(set_id)} characters, at most {_MAX_LENGTH} fit. Make it shorter.")
    if set_id in catalog.folders:
        raise BadInput(f"there is already a set {set_id!r}, {catalog.origin(set_id)}. Choose another id.")


def _say_what_is_next(target: Path, files: Iterable[str], options: str) -> None:
    put(f"Written to {in_one_line(str(target))}: {', '.join(files)}.\n")
    put("Next, change it in an editor. Begin with set.yaml. After each change:\n")
    for command, purpose in (
        ("check", "finds what is wrong, with the line"),
        ("test", "plays its invented cases against their keys"),
        ("run", "tries it"),
    ):
        put(f"  screening {command} {in_one_line(_quoted(target))}{in_one_line(options)}    {purpose}\n")


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
