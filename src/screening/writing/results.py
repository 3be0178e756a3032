"""What somebody takes along from a screening, on purpose and after it: one new file, for its owner alone."""

import contextlib
import os
import stat
from pathlib import Path

from screening.writing.files import Taken

# A link is no file of one's own, whatever it leads to: with the last but one, nothing is ever written through it.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_OWNER_ALONE = 0o600
_OTHERS = 0o077


def write_result(path: Path, text: str) -> bool:
    """Write a new file, whole or not at all. Nothing is overwritten, and no folder is made.

    Args:
        path: the file, which must not exist, in a folder that does.
        text: what stands in it.

    Returns:
        Whether it is certain that nobody but its owner (and whoever administers the computer) may read it.

    Raises:
        Taken: there is something at the path, be it a link that leads nowhere.
        OSError: it cannot be written, and nothing is left of it.
        ValueError: no file can be called so.
    """
    try:
        descriptor = os.open(path, _NEW, _OWNER_ALONE)
    except FileExistsError:
        raise Taken(path) from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            is_private = _for_its_owner_alone(file.fileno())
            file.write(text)
            file.flush()
            # What is full or gone is told now, and not when nobody looks any more.
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return is_private


def _for_its_owner_alone(descriptor: int) -> bool:
    """Take everybody else's rights away, and give the owner theirs: a mask of the system may have kept them."""
    if os.name != "posix":
        # There it goes by the folder.
        return False
    with contextlib.suppress(OSError):
        # A disk from elsewhere may know of no rights.
        os.fchmod(descriptor, _OWNER_ALONE)
    return not stat.S_IMODE(os.fstat(descriptor).st_mode) & _OTHERS
