"""`screening` alone: what can be begun."""

from screening.commands.demo import demo
from screening.commands.exit_codes import DONE
from screening.commands.run_options import RunOptions
from screening.commands.session import Session
from screening.commands.set_catalog import open_catalog, usable_sets
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.show.lines import Line
from screening.terminal.frontends import open_frontend
from screening.terminal.menu import Beginning, Menu
from screening.terminal.screen import Dialog

FULL = "palermo"
SHORT = "first-contact"


def menu(options: RunOptions, *, line_by_line: bool) -> int:
    """Show the menu, and do what was chosen.

    Args:
        options: where sets are found, and an agency's own services.
        line_by_line: rather than on the whole screen.

    Raises:
        Unsound: a set, or a directory, cannot be used.
        BadInput: there is no such folder; the input ended too early.
    """
    catalog = open_catalog(options.folders)
    wants_example = False

    def example() -> None:
        nonlocal wants_example
        wants_example = True

    with open_frontend(ENGLISH, line_by_line=line_by_line) as frontend:
        session = Session(frontend, options.format, catalog=catalog, own=options.own)

        def screening(name: str) -> Dialog:
            return session.screening(find_set(name, catalog, vignettes=False))

        def resume() -> Dialog:
            # They are read when they are needed, and the screen is up then.
            passed_over: list[str] = []
            sets = [each for _, each in usable_sets(catalog, vignettes=False, pass_over=passed_over.append)]
            return session.resume(sets, start, passed_over=passed_over)

        beginnings = [
            Beginning("Start a screening", lambda: screening(FULL)),
            Beginning("First contact: a few minutes, for a first meeting", lambda: screening(SHORT)),
            Beginning("Find a service: whom to call", lambda: session.find_service(start)),
            Beginning("Go on with an answer code", resume),
            Beginning("See an example: an invented case", example),
            Beginning("Leave", lambda: None),
        ]
        start = Menu("Screening for trafficking in persons", [Line("lead", "What would you like to do?")], beginnings)
        session.run(start)
    return demo(None, options.folders, options.own) if wants_example else DONE
