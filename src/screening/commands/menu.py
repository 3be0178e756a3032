"""`screening` alone: what can be begun."""

from collections.abc import Sequence
from pathlib import Path

from screening.commands.demo import demo
from screening.commands.outcome import DONE
from screening.commands.sitting import Sitting
from screening.reading.library import find_set
from screening.show.lines import Line
from screening.terminal.faces import open_face
from screening.terminal.menu import Beginning, Menu

FULL = "palermo"
SHORT = "first-contact"


def menu(own: Sequence[Path] = (), *, line_by_line: bool) -> int:
    """Show the menu, and do what was chosen.

    Args:
        own: an agency's own services.
        line_by_line: rather than on the whole screen.

    Raises:
        Unsound: a set, or a directory, cannot be used.
        BadInput: the input ended too early.
    """
    wants_example = False

    def example() -> None:
        nonlocal wants_example
        wants_example = True

    with open_face(line_by_line=line_by_line) as face:
        sitting = Sitting(face, own=own)
        beginnings = [
            Beginning("Start a screening", lambda: sitting.screening(find_set(FULL, vignettes=False))),
            Beginning(
                "First contact: a few minutes, for a first meeting",
                lambda: sitting.screening(find_set(SHORT, vignettes=False)),
            ),
            Beginning("Find a service: whom to call", lambda: sitting.find_service(start)),
            Beginning("Go on with an answer code", lambda: sitting.resume(start)),
            Beginning("See an example: an invented case", example),
            Beginning("Leave", lambda: None),
        ]
        start = Menu("Screening for trafficking in persons", [Line("lead", "What would you like to do?")], beginnings)
        sitting.run(start)
    return demo(None, own=own) if wants_example else DONE
