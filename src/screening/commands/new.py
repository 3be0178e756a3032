"""`screening new`: a set to begin with."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from screening.commands.exit_codes import DONE, BadInput
from screening.commands.set_catalog import open_catalog
from screening.language.catalog import Catalog
from screening.language.messages import Listing, gettext, ngettext, quoted
from screening.reading.files import entries
from screening.reading.problem import did_you_mean, nearest
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import find_set
from screening.sets.fields import Id
from screening.show.characters import in_one_line
from screening.terminal.outlet import put
from screening.writing.files import Taken, write_folder
from screening.writing.templates import extending_set, new_set

# What a set that extends another adds is named after it, with a word more.
_MAX_LENGTH = 50
# Windows keeps these for devices, whatever the folder, and the set may travel there. (None of their other forms, such
# as one with a dot, can be an id.)
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def new(set_id: str, folder: Path, extends: str | None, language: Catalog, folders: Sequence[Path] = ()) -> int:
    """Write a set into a new folder, and say what to do with it.

    Args:
        set_id: the id of the set, and the name of its folder.
        folder: where that folder is made.
        extends: the id of the set that it changes; a small set of its own where there is none.
        language: what the program says is said in it.
        folders: where sets are found besides the built-in ones.

    Raises:
        BadInput: there is no such folder, the id cannot be one or is taken, there is no set to extend, or something is
            there already.
        Unsound: the set to extend has problems.
    """
    must_be_there(folder)
    catalog = open_catalog(folders)
    _must_be_free(set_id, catalog)
    if extends is not None and extends not in catalog.folders:
        hint = did_you_mean(extends, catalog.folders)
        raise BadInput(gettext("there is no set {name} to extend. {hint}", name=quoted(extends), hint=hint))
    files = new_set(set_id) if extends is None else extending_set(set_id, find_set(extends, catalog))
    target = folder / set_id
    try:
        write_folder(target, files)
    except Taken as taken:
        message = gettext(
            "{path} already exists, and nothing was written. Choose another id or --in.", path=str(taken.path)
        )
        raise BadInput(message) from None
    outside = extends is not None and extends not in catalog.built_in
    options = f" --indicators {for_a_shell(catalog.folders[str(extends)])}" if outside else ""
    _say_what_is_next(target, files, options, language)
    return DONE


def must_be_there(folder: Path) -> None:
    """Refuse a folder that is not there: made anew, one that was mistyped would be looked for in vain.

    Raises:
        BadInput: there is no such folder.
    """
    if folder.is_dir():
        return
    there = next((each for each in folder.parents if each.is_dir()), folder)
    missing = folder.relative_to(there).parts[:1]
    near = nearest(missing[0], (each.name for each in entries(there) if each.is_dir())) if missing else None
    hint = (
        gettext("Did you mean {word}? If not, make it first.", word=quoted(str(there / near)))
        if near is not None
        else gettext("Make it first, or name another one.")
    )
    raise BadInput(gettext("there is no folder {folder}, which --in names. {hint}", folder=str(folder), hint=hint))


def must_be_about_a_set(name: str | None, adds_to: str | None) -> None:
    """Refuse what is given besides a set and is of a directory.

    Raises:
        BadInput: there is such a thing.
    """
    if name is not None:
        message = gettext(
            "there is one word too many: {name}. A directory is begun with 'screening new directory {name}'.",
            name=name,
        )
        raise BadInput(message)
    if adds_to is not None:
        raise BadInput(gettext("--adds-to is about a directory. Write 'screening new directory NAME --adds-to PLACE'."))


def must_be_about_a_directory(extends: str | None) -> None:
    """Refuse what is given besides a directory and is of a set.

    Raises:
        BadInput: there is such a thing.
    """
    if extends is not None:
        raise BadInput(gettext("--extends is about a set. A directory takes --adds-to."))


def must_be_about_a_vignette(extends: str | None, adds_to: str | None) -> None:
    """Refuse what is given besides a vignette and is of a set or a directory.

    Raises:
        BadInput: there is such a thing.
    """
    if extends is not None or adds_to is not None:
        raise BadInput(gettext("--extends and --adds-to are not about a vignette. It takes --set."))


def must_not_be_about_a_vignette(set_name: str | None, story: Path | None) -> None:
    """Refuse what only a vignette takes.

    Raises:
        BadInput: there is such a thing.
    """
    if set_name is not None or story is not None:
        raise BadInput(gettext("--set and --story are about a vignette. Write 'screening new vignette NAME'."))


def _must_be_free(set_id: str, catalog: SetCatalog) -> None:
    try:
        msgspec.convert(set_id, Id)
    except msgspec.ValidationError:
        message = gettext(
            "{name} cannot be the id of a set. Use small letters, digits, and - or _ between them.", name=quoted(set_id)
        )
        raise BadInput(message) from None
    _must_be_possible(set_id)
    if set_id in catalog.folders:
        # Translators: {origin} says where the set is from.
        raise BadInput(
            gettext(
                "there is already a set {name}, {origin}. Choose another id.",
                name=quoted(set_id),
                origin=catalog.origin(set_id),
            )
        )


def _must_be_possible(name: str) -> None:
    if name in _DEVICES:
        raise BadInput(
            gettext(
                "no folder can be called {name} on Windows, where it means a device. Choose another id.",
                name=quoted(name),
            )
        )
    if len(name) > _MAX_LENGTH:
        raise BadInput(
            ngettext(
                "the id has {count} character; at most {most} fit. Make it shorter.",
                "the id has {count} characters; at most {most} fit. Make it shorter.",
                len(name),
                most=_MAX_LENGTH,
            )
        )


def must_be_a_file_name(name: str) -> None:
    """Refuse a name that no file can have on every system.

    Raises:
        BadInput: it cannot be one, or is too long.
    """
    try:
        msgspec.convert(name, Id)
    except msgspec.ValidationError:
        message = gettext(
            "{name} cannot be the name of a directory. Use small letters, digits, and - or _ between them.",
            name=quoted(name),
        )
        raise BadInput(message) from None
    _must_be_possible(name)


def _say_what_is_next(target: Path, files: Iterable[str], options: str, language: Catalog) -> None:
    written = gettext(
        "Written to {folder}: {files}.", folder=in_one_line(str(target)), files=Listing(tuple(files), "comma")
    )
    put(f"{language.render(written)}\n")
    onward = gettext("Next, change it in an editor. Begin with set.yaml. After each change:")
    put(f"{language.render(onward)}\n")
    for command, purpose in (
        # Translators: what the command `screening check` does. So are the next two, of `test` and `run`.
        ("check", gettext("finds what is wrong, with the line")),
        ("test", gettext("plays its invented cases against their keys")),
        ("run", gettext("tries it")),
    ):
        written_out = f"  screening {command} {in_one_line(for_a_shell(target))}{in_one_line(options)}"
        put(f"{written_out}    {language.render(purpose)}\n")


def for_a_shell(path: Path) -> str:
    """A path as it is typed on a command line."""
    return f'"{path}"' if " " in str(path) else str(path)
