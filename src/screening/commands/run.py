"""`screening run`: a real screening."""

from screening.commands.outcome import DONE
from screening.commands.shelf import open_shelf
from screening.commands.sitting import Sitting
from screening.commands.surroundings import Around
from screening.reading.library import find_set
from screening.terminal.faces import open_face


def run(set_name: str, around: Around, *, line_by_line: bool) -> int:
    """Screen with a set. Prompts go to the terminal, the result to stdout.

    Raises:
        Unsound: the set, or a directory, cannot be used.
        BadInput: there is no such folder; the input ended before the screening did.
    """
    shelf = open_shelf(around.folders)
    indicator_set = find_set(set_name, shelf, vignettes=False)
    with open_face(line_by_line=line_by_line) as face:
        sitting = Sitting(face, around.format, shelf=shelf, own=around.own)
        sitting.run(sitting.screening(indicator_set))
    return DONE
