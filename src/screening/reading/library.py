"""Where the sets and directories are: inside the installed package, or at the top of a checkout."""

from pathlib import Path

from screening.model import Directory, IndicatorSet
from screening.reading.directories import read_directory
from screening.reading.files import yaml_files
from screening.reading.problem import Problem, Unsound, did_you_mean
from screening.reading.sets import read_set

_PACKAGE = Path(__file__).resolve().parents[1]


def data_folder(name: str) -> Path:
    """The folder of built-in data, `indicators` or `referrals`."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def set_folders(folder: Path) -> list[Path]:
    """The folders of sets right below a folder, by name."""
    return sorted(path.parent for path in folder.glob("*/set.yaml"))


def set_ids() -> list[str]:
    """The ids of the built-in sets, by name."""
    return [folder.name for folder in set_folders(data_folder("indicators"))]


def find_set(name: str) -> IndicatorSet:
    """A set by its id, or by the path of its folder.

    Raises:
        Unsound: there is none, or it has problems.
    """
    folder = data_folder("indicators") / name
    if name in set_ids():
        return read_set(folder).set
    path = Path(name)
    if path.name == "set.yaml":
        path = path.parent
    if _is_set(path):
        return read_set(path).set
    mend = f"{did_you_mean(name, set_ids())} Or give the path of a set's folder."
    raise Unsound([Problem(name, 1, 1, "there is no such set", mend)])


def _is_set(folder: Path) -> bool:
    try:
        return (folder / "set.yaml").is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def places() -> list[str]:
    """The codes of the places that have a directory, by name."""
    return [path.stem for path in yaml_files(data_folder("referrals"))]


def find_directory(place: str) -> Directory | None:
    """The built-in directory of a place, or None where there is none.

    Raises:
        Unsound: it has problems.
    """
    if place not in places():
        return None
    return read_directory(data_folder("referrals") / f"{place}.yaml").directory
