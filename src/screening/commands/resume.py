"""`screening resume`: going on with an answer code, which is asked for: as an argument it would stay in the shell."""

from screening.commands.outcome import DONE
from screening.commands.sitting import Sitting
from screening.commands.surroundings import Format
from screening.terminal.faces import open_face


def resume(format_: Format, *, line_by_line: bool) -> int:
    """Ask for an answer code, and go on with its screening.

    Raises:
        Unsound: a set, or a directory, cannot be used.
        BadInput: the input ended before the screening did.
    """
    with open_face(line_by_line=line_by_line) as face:
        sitting = Sitting(face, format_)
        sitting.run(sitting.resume())
    return DONE
