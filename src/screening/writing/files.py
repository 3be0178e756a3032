"""Writing files where there were none."""

from collections.abc import Mapping
from pathlib import Path


class Taken(Exception):
    """There is something already where it was to be written; nothing was written.

    Attributes:
        path: what is there.
    """

    def __init__(self, path: Path) -> None:
        """Args: path: what is there."""
        self.path = path
        super().__init__(str(path))


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a new folder. Nothing is ever overwritten.

    Args:
        folder: the folder, which must not exist; those above it are made where they are missing.
        files: texts by their path within the folder, with `/` between its parts.

    Raises:
        Taken: the folder exists, empty or not.
        OSError: it cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        folder.mkdir()
    except FileExistsError:
        raise Taken(folder) from None
    for name, text in files.items():
        write_file(folder / name, text)


def write_file(path: Path, text: str) -> None:
    """Write a new file. Nothing is ever overwritten.

    Args:
        path: the file, which must not exist; the folders above it are made where they are missing.
        text: what stands in it.

    Raises:
        Taken: there is something at the path.
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Taken(path) from None
