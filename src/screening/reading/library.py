"""Sets by their id or their folder."""

from collections.abc import Iterable
from pathlib import Path

from screening.reading.files import is_there
from screening.reading.problem import Problem, Unsound, did_you_mean
from screening.reading.sets import read_set
from screening.reading.shelf import Shelf, data_folder, read_shelf, set_folders
from screening.sets.model import IndicatorSet

__all__ = ["data_folder", "find_set", "load_set", "set_folders", "set_ids"]


def set_ids(shelf: Shelf | None = None) -> list[str]:
    """The ids of the sets of a shelf; of the built-in ones by name where none is given."""
    return list((shelf or read_shelf()).folders)


def find_set(name: str, shelf: Shelf | None = None, *, vignettes: bool = True) -> IndicatorSet:
    """A set by its id, or by the path of its folder.

    Args:
        name: the id or the path.
        shelf: where ids are looked up, also of sets that are extended; the built-in sets where none is given.
        vignettes: false leaves them out, for whoever waits for the first question.

    Raises:
        Unsound: there is none, or it has problems.
    """
    shelf = shelf or read_shelf()
    if name in shelf.folders:
        return read_set(shelf.folders[name], shelf, vignettes=vignettes).set
    path = Path(name)
    if path.name == "set.yaml":
        path = path.parent
    if is_there(path / "set.yaml"):
        return read_set(path, shelf, vignettes=vignettes).set
    mend = f"{did_you_mean(name, shelf.folders)} Or give the path of a set's folder."
    raise Unsound([Problem(name, 1, 1, "there is no such set", mend, "file")])


def load_set(name: str, folders: Iterable[Path] = ()) -> IndicatorSet:
    """A set for a program that uses this one as a library.

    Args:
        name: its id, or the path of its folder.
        folders: folders of sets besides the built-in ones.

    Raises:
        Unsound: there is none, or it has problems; there is no such folder.
    """
    return find_set(name, read_shelf(folders))
