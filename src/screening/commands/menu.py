"""`screening` alone: what can be begun."""

from collections.abc import Mapping
from functools import partial

from screening.commands.demo import demo
from screening.commands.exit_codes import DONE
from screening.commands.run_options import RunOptions
from screening.commands.set_catalog import open_catalog, usable_sets
from screening.language.messages import Message, gettext
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import find_set
from screening.sets.vocabulary import Role
from screening.show.characters import in_one_line
from screening.show.lines import Line
from screening.terminal.frontends import open_frontend
from screening.terminal.menu import Beginning, Menu
from screening.terminal.screen import Dialog

# The beginnings with a set, by the role that a set needs to have for them.
_SCREENINGS: Mapping[Role, Message] = {
    "full": gettext("Start a screening"),
    "short": gettext("First contact: a few minutes, for a first meeting"),
}


def menu(options: RunOptions, *, line_by_line: bool) -> int:
    """Show the menu, and do what was chosen.

    Args:
        options: where sets are found, an agency's own services, and the place.
        line_by_line: rather than on the whole screen.

    Raises:
        Unsound: a set, or a directory, cannot be used; two of an agency's own sets have one role.
        BadInput: there is no such folder or place; the input ended too early.
    """
    catalog = open_catalog(options.folders)
    screenings = [(label, set_with_role(role, catalog)) for role, label in _SCREENINGS.items()]
    wants_example = False

    def example() -> None:
        nonlocal wants_example
        wants_example = True

    with open_frontend(options.language, line_by_line=line_by_line) as frontend:
        session = options.session(frontend, catalog)

        def screening(name: str) -> Dialog:
            return session.screening(find_set(name, catalog, vignettes=False))

        def resume() -> Dialog:
            # They are read when they are needed, and the screen is up then.
            passed_over: list[Message] = []
            sets = [each for _, each in usable_sets(catalog, passed_over.append, vignettes=False)]
            return session.resume(sets, start, passed_over=passed_over)

        beginnings = [
            *(
                Beginning(_named(label, name, catalog), partial(screening, name))
                for label, name in screenings
                if name is not None
            ),
            Beginning(gettext("Find a service: whom to call"), lambda: session.find_service(start)),
            Beginning(gettext("Go on with an answer code"), resume),
            Beginning(gettext("See an example: an invented case"), example),
            Beginning(gettext("Leave"), lambda: None),
        ]
        start = Menu(
            gettext("Questions, and whom to call"),
            [Line("lead", gettext("What would you like to do?"))],
            beginnings,
        )
        session.run(start)
    return demo(None, options.language, options.folders, options.own) if wants_example else DONE


def _named(label: Message, name: str, catalog: SetCatalog) -> Message:
    """A beginning by its words, and with the set where that is not the built-in one: nobody may take it unnoticed."""
    if name in catalog.built_in:
        return label
    # Translators: a line of the menu, such as "Start a screening", and the set with which it begins.
    return gettext("{beginning} ({set})", beginning=label, set=in_one_line(name))
