"""`screening resume`: going on with an answer code, which is asked for: as an argument it would stay in the shell."""

from screening.commands.outcome import DONE
from screening.commands.shelf import open_shelf, usable_sets
from screening.commands.sitting import Sitting
from screening.commands.surroundings import Around
from screening.terminal.faces import open_face


def resume(around: Around, *, line_by_line: bool) -> int:
    """Ask for an answer code, and go on with its screening.

    Raises:
        Unsound: two sets have one id, or a directory cannot be used.
        BadInput: there is no such folder; the input ended before the screening did.
    """
    shelf = open_shelf(around.folders)
    sets = [each for _, each in usable_sets(shelf, vignettes=False)]
    with open_face(line_by_line=line_by_line) as face:
        sitting = Sitting(face, around.format, shelf=shelf, own=around.own)
        sitting.run(sitting.resume(sets))
    return DONE
