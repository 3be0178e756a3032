"""Where sets lie: inside the installed package or at the top of a checkout, and in folders that the user names."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from screening.language.messages import Message, gettext, pgettext, quoted
from screening.reading.files import entries, is_there, missing, read_file, real_path
from screening.reading.problem import Problem, Unsound

_PACKAGE = Path(__file__).resolve().parents[1]


class SetCatalog(Struct, frozen=True):
    """The sets that can be named by their id.

    Attributes:
        folders: the folder of each set, by its id; the built-in ones first.
        built_in: the ids of those that came with the program.
        language: into which those that are found here are put, as far as they are translated; None for as they were
            written.
    """

    folders: Mapping[str, Path]
    built_in: frozenset[str]
    language: str | None = None

    def __hash__(self) -> int:
        """Of what stands in it: a mapping has no hash of its own."""
        return hash(tuple(self.folders.items()))

    def origin(self, set_id: str) -> Message:
        """Where a set is from, in words."""
        if set_id in self.built_in:
            return pgettext("where a set is from", "built in")
        return pgettext("where a set is from", "from {folder}", folder=str(self.folders[set_id]))


def data_folder(name: str) -> Path:
    """The folder of built-in data, such as `indicators` or `referrals`."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def set_folders(folder: Path) -> list[Path]:
    """The folders of sets right below a folder, by name.

    Raises:
        Unsound: the folder cannot be opened.
    """
    return [each for each in entries(folder) if is_there(each / "set.yaml")]


def read_catalog(outside: Iterable[Path] = ()) -> SetCatalog:
    """Find every set.

    Args:
        outside: folders of sets besides the built-in ones, or single ones.

    Raises:
        Unsound: there is no such folder; two sets have one id, and the problem names both positions.
    """
    folders = {folder.name: folder for folder in set_folders(data_folder("indicators"))}
    built_in = frozenset(folders)
    # A folder that is named twice, or is the built-in one, holds no second set.
    known = {real_path(folder) for folder in folders.values()}
    problems: list[Problem] = []
    found: list[Path] = []
    for folder in outside:
        if not folder.is_dir():
            problems.append(missing(folder, gettext("there is no such folder")))
            continue
        for each in [folder] if is_there(folder / "set.yaml") else set_folders(folder):
            if real_path(each) not in known:
                known.add(real_path(each))
                found.append(each)
    nameless: list[Path] = []
    for each in found:
        name, position = _id_of(each)
        if name is None:
            nameless.append(each)
            continue
        if name in folders:
            message = gettext(
                "there is already a set {name}, in {folder}", name=quoted(name), folder=str(folders[name])
            )
            hint = gettext("Give it another id, and write 'extends: {name}' if it is a change of that one.", name=name)
            problems.append(Problem(*position, message, hint, "duplicate-id"))
        folders.setdefault(name, each)
    for each in nameless:
        # Its problems are told where it is named. Its folder may well be called like somebody else's set.
        name = real_path(each).name
        folders[str(each) if name in folders else name] = each
    if problems:
        raise Unsound(problems)
    return SetCatalog(folders, built_in)


def set_ids(catalog: SetCatalog | None = None) -> list[str]:
    """The ids of the sets of a catalog; of the built-in ones by name where none is given."""
    return list((catalog or read_catalog()).folders)


def _id_of(folder: Path) -> tuple[str | None, tuple[str, int, int]]:
    """A set's id and where that stands; None where no id can be read."""
    path = folder / "set.yaml"
    try:
        text = read_file(path)
    except Unsound:
        return None, (str(path), 1, 1)
    name = text.data.get("id") if text.readable and isinstance(text.data, dict) else None
    position = text.position.find(("id",))
    return name if isinstance(name, str) and name else None, (position.file, position.line, position.column)
