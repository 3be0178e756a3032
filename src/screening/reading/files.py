"""Finding and opening files, with bounds. Everything the program reads from disk, it reads here.

What is no ordinary file (a pipe, a device, a folder in its place) is refused before anything waits for it. What is
there and cannot be read is a problem, and never taken for nothing. What begins with a dot is hidden, and passed over
where folders are read: a Mac writes a ._NAME beside every NAME on a stick.
"""

import os
import stat
from collections.abc import Collection
from itertools import islice
from pathlib import Path

from screening.language.messages import Text, gettext
from screening.reading.bounds import MAX_BYTES, Bounds
from screening.reading.position import Position
from screening.reading.problem import Problem, Unsound
from screening.reading.yaml_text import YamlText, read_yaml

MAX_FILES = 2_000
# In a folder that holds other things as well, such as somebody's home.
MAX_NAMES = 100_000

# A pipe or a terminal that takes the place of the file between looking and opening is not waited for either.
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)
_CHUNK = 1024 * 1024


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """The content of an ordinary file.

    Args:
        path: the file.
        most: how many bytes are wanted; of a longer file there is one more, so that it can be told.

    Raises:
        Unsound: there is no such file, it is none, or it cannot be opened or read.
    """
    try:
        _is_ordinary(path, path.stat())
        descriptor = os.open(path, _FLAGS)
        try:
            _is_ordinary(path, os.fstat(descriptor))
            return _content(descriptor, most + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Unsound([missing(path, error.strerror or gettext("it cannot be opened"))]) from None
    except ValueError:
        raise Unsound([missing(path, gettext("it is not a valid file name"))]) from None


def _is_ordinary(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unsound([missing(path, gettext("it is a folder and not a file"))])
    if not stat.S_ISREG(status.st_mode):
        raise Unsound([missing(path, gettext("it is a pipe, a device or a socket, and not a file"))])


def _content(descriptor: int, most: int) -> bytes:
    content = bytearray()
    # What the system makes up while it is read, such as a file of /proc, tells no size beforehand.
    while len(content) < most and (chunk := os.read(descriptor, min(_CHUNK, most - len(content)))):
        content += chunk
    return bytes(content)


def read_file(path: Path, bounds: Bounds | None = None, *, until: Collection[str] = ()) -> YamlText:
    """A YAML file, whatever stands in it.

    Args:
        path: the file.
        bounds: what may still be read of the files that it belongs to.
        until: the keys after which the rest of the file is left unread, as in `read_yaml`.

    Raises:
        Unsound: the file cannot be opened.
    """
    bounds = bounds or Bounds()
    return read_yaml(read_bytes(path, bounds.bytes), str(path), bounds, until=until)


def read_part(path: Path, bounds: Bounds) -> YamlText:
    """As `read_file`; one that cannot be opened hides nothing that is wrong in the files that it belongs to."""
    try:
        return read_file(path, bounds)
    except Unsound as error:
        return YamlText(str(path), None, Position(str(path), 1, 1), error.problems, readable=False)


def is_there(path: Path) -> bool:
    """Whether something has this name, be it readable or not: a link into nowhere too, for somebody put it there."""
    return os.path.lexists(path)


def real_path(path: Path) -> Path:
    """Where a path leads, by which two of them are compared. A link to itself leads nowhere, and is no fault."""
    return Path(os.path.realpath(path))


def entries(folder: Path) -> list[Path]:
    """What lies right below a folder and is not hidden, by name; nothing where there is no such folder.

    Raises:
        Unsound: it is no folder, or cannot be opened; there is too much in it.
    """
    if not is_there(folder):
        return []
    try:
        with os.scandir(folder) as found:
            names = [each.name for each in islice(found, MAX_NAMES + 1)]
    except OSError as error:
        raise Unsound([missing(folder, error.strerror or gettext("it cannot be opened"))]) from None
    if len(names) > MAX_NAMES:
        raise _too_many(folder, MAX_NAMES)
    return sorted(folder / name for name in names if not name.startswith("."))


def files_in(folder: Path, *endings: str) -> list[Path]:
    """The files with these endings right below a folder, as `entries`.

    Raises:
        Unsound: as `entries`; there are too many to belong together.
    """
    found = [path for path in entries(folder) if path.suffix in endings]
    if len(found) > MAX_FILES:
        raise _too_many(folder, MAX_FILES)
    return found


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files right below a folder, by name; none where there is no such folder.

    Raises:
        Unsound: it cannot be opened; there are too many to be a set.
    """
    return files_in(folder, ".yaml", ".yml")


def missing(path: Path, why: Text) -> Problem:
    """The problem of a file that cannot be read."""
    # Translators: {why} is "it is a folder and not a file" and the like, or what the system says.
    return Problem(str(path), 1, 1, gettext("this cannot be read: {why}", why=why), gettext("Check the path."), "file")


def _too_many(folder: Path, most: int) -> Unsound:
    return Unsound(
        [
            Problem(
                str(folder),
                1,
                1,
                gettext("there are more than {most} files", most=most),
                gettext("Split the folder."),
                "file",
            )
        ]
    )
