"""Writing files where there were none, and anew where one of the user's own is gone on with."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

# Without the last, Windows would write other ends of lines than stand in the text.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OWNER_ALONE = 0o600
# As far as the system lets them (the umask).
_ANYBODY = 0o666


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


def write_file(path: Path, text: str, *, private: bool = False) -> None:
    """Write a new file. Nothing is ever overwritten.

    Args:
        path: the file, which must not exist; the folders above it are made where they are missing.
        text: what stands in it.
        private: nobody but its owner may read it.

    Raises:
        Taken: there is something at the path.
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, _NEW, _OWNER_ALONE if private else _ANYBODY)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Taken(path) from None


def replace_file(path: Path, text: str, *, private: bool = True) -> None:
    """Write a file anew, whole or not at all: whoever reads it finds the old text or the new one.

    Args:
        path: the file, in a folder that exists. Who may read it stays as it was.
        text: what stands in it.
        private: a new one is for its owner alone.

    Raises:
        OSError: it cannot be written, and what stood there still does.
    """
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, _NEW, _OWNER_ALONE if private or path.exists() else _ANYBODY)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            if path.exists():
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
            # Before the name is changed: after a power cut there is no empty file under it.
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _keep_name(path.parent)


def _keep_name(folder: Path) -> None:
    """Have the disk know the new name. Windows opens no folder, and keeps names by itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
