"""`screening resume`: going on with an answer code, which is asked for: as an argument it would stay in the shell."""

from collections.abc import Sequence
from pathlib import Path

from screening.commands.outcome import DONE
from screening.commands.shelf import open_shelf
from screening.commands.sitting import Sitting
from screening.commands.surroundings import Format
from screening.terminal.faces import open_face


def resume(format_: Format, folders: Sequence[Path] = (), *, line_by_line: bool) -> int:
    """Ask for an answer code, and go on with its screening, with a set that is built in or of these folders.

    Raises:
        Unsound: a set, or a directory, cannot be used.
        BadInput: there is no such folder; the input ended before the screening did.
    """
    shelf = open_shelf(folders)
    with open_face(line_by_line=line_by_line) as face:
        sitting = Sitting(face, format_, shelf=shelf)
        sitting.run(sitting.resume())
    return DONE
