"""`screening` alone: what can be begun."""

from screening.commands.demo import demo
from screening.commands.outcome import DONE
from screening.commands.shelf import open_shelf, usable_sets
from screening.commands.sitting import Sitting
from screening.commands.surroundings import Around
from screening.reading.library import find_set
from screening.show.lines import Line
from screening.terminal.faces import open_face
from screening.terminal.menu import Beginning, Menu
from screening.terminal.screen import Talk

FULL = "palermo"
SHORT = "first-contact"


def menu(around: Around, *, line_by_line: bool) -> int:
    """Show the menu, and do what was chosen.

    Args:
        around: where sets are found, and an agency's own services.
        line_by_line: rather than on the whole screen.

    Raises:
        Unsound: a set, or a directory, cannot be used.
        BadInput: there is no such folder; the input ended too early.
    """
    shelf = open_shelf(around.folders)
    wants_example = False

    def example() -> None:
        nonlocal wants_example
        wants_example = True

    with open_face(line_by_line=line_by_line) as face:
        sitting = Sitting(face, around.format, shelf=shelf, own=around.own)

        def screening(name: str) -> Talk:
            return sitting.screening(find_set(name, shelf, vignettes=False))

        def resume() -> Talk:
            # They are read when they are needed, and the screen is up then.
            passed_over: list[str] = []
            sets = [each for _, each in usable_sets(shelf, vignettes=False, pass_over=passed_over.append)]
            return sitting.resume(sets, start, passed_over=passed_over)

        beginnings = [
            Beginning("Start a screening", lambda: screening(FULL)),
            Beginning("First contact: a few minutes, for a first meeting", lambda: screening(SHORT)),
            Beginning("Find a service: whom to call", lambda: sitting.find_service(start)),
            Beginning("Go on with an answer code", resume),
            Beginning("See an example: an invented case", example),
            Beginning("Leave", lambda: None),
        ]
        start = Menu("Screening for trafficking in persons", [Line("lead", "What would you like to do?")], beginnings)
        sitting.run(start)
    return demo(None, around.folders, around.own) if wants_example else DONE
