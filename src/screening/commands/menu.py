"""`screening` alone: what can be begun. Everything leads back to it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from screening.commands.demo import example_dialog
from screening.commands.exit_codes import DONE
from screening.commands.practice_cases import Wanted, cases_to_choose_from
from screening.commands.practice_talk import Exercise, list_dialog, place_of_practice
from screening.commands.run_options import RunOptions
from screening.commands.session import Session
from screening.commands.set_catalog import open_catalog, usable_sets
from screening.glossary.terms import languages_named
from screening.language.messages import Message, gettext
from screening.reading.glossary import built_in_glossary
from screening.reading.places import Directories
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import find_set
from screening.sets.vocabulary import Role
from screening.show.characters import in_one_line
from screening.show.languages import named_for_both
from screening.show.lines import Line
from screening.terminal.frontends import open_frontend
from screening.terminal.menu import Beginning, Menu
from screening.terminal.screen import Dialog
from screening.terminal.term_list import TermList

# The beginnings with a set, by the role that a set needs to have for them.
_SCREENINGS: Mapping[Role, Message] = {
    "full": gettext("Start a screening"),
    "short": gettext("First contact: a few minutes, for a first meeting"),
    "child": gettext("A child: fill in what is known already"),
    "alone": gettext("Alone: a person reads and answers by themselves"),
}


def menu(options: RunOptions, *, line_by_line: bool) -> int:
    """Show the menu, and do what is chosen, until somebody leaves.

    Args:
        options: where sets are found, an agency's own services, and the place.
        line_by_line: rather than on the whole screen.

    Raises:
        Unsound: a set, or a directory, cannot be used; two of an agency's own sets have one role.
        BadInput: there is no such folder or place; the input ended too early.
    """
    catalog = open_catalog(options.folders, options.set_language)
    screenings = [(label, set_with_role(role, catalog)) for role, label in _SCREENINGS.items()]
    with open_frontend(options.language, line_by_line=line_by_line) as frontend:
        session = options.session(frontend, catalog)
        found = [(label, name) for label, name in screenings if name is not None]
        session.run(_Menus(session, options, catalog, found).start())
    return DONE


class _Menus:
    """What can be begun in a session."""

    def __init__(
        self, session: Session, options: RunOptions, catalog: SetCatalog, screenings: Sequence[tuple[Message, str]]
    ) -> None:
        """Prepare the menus.

        Args:
            session: the session.
            options: what it was given.
            catalog: where sets are found.
            screenings: beginnings, each with its set.
        """
        self._session = session
        self._options = options
        self._catalog = catalog
        self._screenings = screenings

    def start(self, *, forgets: bool = False) -> Menu:
        """The first menu; where it comes after something was begun, nothing of that stays."""
        beginnings = [
            *(
                self._leading_back(self._named(label, name), partial(self._screen, name))
                for label, name in self._screenings
            ),
            self._leading_back(gettext("Find a service: whom to call"), self._session.find_service),
            self._leading_back(gettext("A card to carry: numbers under everyday names"), self._session.card),
            self._leading_back(gettext("Go on with an answer code"), self._resume),
            replace(self._leading_back(gettext("Practise on an invented case"), self._practise), key="p"),
            Beginning(gettext("More: the glossary, your own sets, an example"), self._more),
            Beginning(gettext("Leave"), lambda: None),
        ]
        asked = [Line("lead", gettext("What would you like to do?"))]
        return Menu(gettext("Questions, and whom to call"), asked, beginnings, forgets=forgets)

    def _more(self) -> Menu:
        return Menu(
            gettext("More"),
            [],
            [
                Beginning(gettext("Glossary: what a term is called in other languages"), self._glossary),
                Beginning(gettext("Your own sets"), self._own_sets),
                self._leading_back(gettext("See an example: an invented case"), self._example),
            ],
            back_to=self.start(),
        )

    def _leading_back(self, label: Message, begin: Callable[[], Dialog]) -> Beginning:
        return Beginning(label, lambda: self._session.leading_back(begin(), lambda: self.start(forgets=True)))

    # What is read is read when it is chosen, and not before. The screen is up then, and nothing may be written on it.

    def _screen(self, name: str) -> Dialog:
        return self._session.screening(find_set(name, self._catalog, vignettes=False))

    def _resume(self) -> Dialog:
        passed_over: list[Message] = []
        sets = [each for _, each in usable_sets(self._catalog, passed_over.append, vignettes=False)]
        return self._session.resume(sets, goes_back=True, passed_over=passed_over)

    def _practise(self) -> Dialog:
        directories = Directories(self._options.own, self._catalog.language)
        place = place_of_practice(self._options.place, directories)
        cases = cases_to_choose_from(Wanted(), self._catalog)
        return list_dialog(cases, lambda chosen: Exercise(chosen, directories, place).begin())

    def _glossary(self) -> Dialog:
        """Asks for a language first: with the names in all of them, nobody would find a term in the list."""
        themes = built_in_glossary().themes
        named = languages_named((term for theme in themes for term in theme.terms), self._options.language.language)
        beginnings = [Beginning(named_for_both(tag), partial(self._terms_in, tag)) for tag in named]
        asked = [Line("lead", gettext("In which language?"))]
        return Menu(gettext("Glossary"), asked, beginnings, back_to=self._more())

    def _terms_in(self, language: str) -> Dialog:
        """The terms in a language that was chosen, behind the reader's own."""
        return TermList(built_in_glossary().themes, self._glossary(), self._options.language.language, language)

    def _own_sets(self) -> Dialog:
        """The sets that are not built in, by their titles."""
        own = {name: folder for name, folder in self._catalog.folders.items() if name not in self._catalog.built_in}
        passed_over: list[Message] = []
        found = list(usable_sets(replace(self._catalog, folders=own), passed_over.append, vignettes=False))
        notes = [Line("text", gettext("Note: {problem}", problem=why)) for why in passed_over]
        if not own:
            told = gettext("There are none. 'screening new our-house' writes one; name its folder in SCREENING_PATH.")
            notes.append(Line("text", told))
        beginnings = [
            # Translators: a set, by its title and its id.
            self._leading_back(
                gettext("{title} ({id})", title=each.about.title, id=in_one_line(name)),
                partial(self._session.screening, each),
            )
            for name, each in found
        ]
        return Menu(gettext("Your own sets"), notes, beginnings, back_to=self._more())

    def _example(self) -> Dialog:
        return example_dialog(self._catalog, self._options.own)

    def _named(self, label: Message, name: str) -> Message:
        """A beginning by its words, and with the set where that is no built-in one: nobody may take it unnoticed."""
        if name in self._catalog.built_in:
            return label
        # Translators: a line of the menu, such as "Start a screening", and the set with which it begins.
        return gettext("{beginning} ({set})", beginning=label, set=in_one_line(name))
