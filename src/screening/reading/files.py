"""Finding and opening files, with bounds. Everything the program reads from disk, it reads here."""

from pathlib import Path

from screening.reading.problem import Problem, Unsound
from screening.reading.yaml_text import MAX_BYTES, Text, read_yaml

MAX_FILES = 2_000


def read_file(path: Path) -> Text:
    """A YAML file, whatever stands in it.

    Raises:
        Unsound: the file cannot be opened.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unsound([missing(path, error.strerror or "it cannot be opened")]) from None
    return read_yaml(content, str(path))


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files right below a folder, by name; none where there is no such folder.

    Raises:
        Unsound: there are too many to be a set.
    """
    try:
        inside = sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise Unsound([missing(folder, error.strerror or "it cannot be opened")]) from None
    found = [path for path in inside if path.suffix in {".yaml", ".yml"} and path.is_file()]
    if len(found) > MAX_FILES:
        what = f"there are more than {MAX_FILES} files"
        raise Unsound([Problem(str(folder), 1, 1, what, "Split the folder.", "file")])
    return found


def missing(path: Path, why: str) -> Problem:
    """The problem of a file that cannot be read."""
    return Problem(str(path), 1, 1, f"this cannot be read: {why}", "Check the path.", "file")
