"""The glossary on the screen: a list to look through, and each term with how well its names are known."""

from collections.abc import Iterable

from msgspec.structs import replace

from screening.glossary.terms import Term, Theme
from screening.language.messages import Listing, Message, gettext
from screening.show.glossary import ABOUT, term_lines
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.screen import Dialog, Input, Screen


class TermList:
    """Every term with what it is called elsewhere; one that is chosen is shown with all of its names."""

    def __init__(self, themes: Iterable[Theme], back_to: Dialog) -> None:
        """Args: themes: the glossary; back_to: where it leads back to."""
        self._back_to = back_to
        self._terms = {term.title: term for theme in themes for term in theme.terms}
        firsts = {theme.terms[0].title for theme in themes if theme.terms}
        self._list = Screen(
            gettext("Glossary"),
            lines=(Line("text", ABOUT),),
            choices=tuple(
                replace(choice, apart=choice.value in firsts)
                for choice in keyed((title, _called(term)) for title, term in self._terms.items())
            ),
            keys=frozenset({"back"}),
            filters=True,
            help=(
                Line(
                    "text", gettext("PageDown and PageUp pass ten terms at once. Enter shows one with all its names.")
                ),
            ),
        )
        self._term: Term | None = None

    def screen(self) -> Screen:
        """The list, or the term that was chosen."""
        if self._term is None:
            return self._list
        lines = tuple(term_lines([self._term]))
        return Screen(gettext("Glossary"), lines=lines, keys=frozenset({"back"}))

    def take(self, given: Input) -> Dialog:
        """Show a term, or go back."""
        if self._term is not None:
            self._list = replace(self._list, suggested=self._term.title)
            self._term = None
        elif given.act == "back":
            return self._back_to
        else:
            self._term = self._terms[str(given.value)]
        return self


def _called(term: Term) -> Message:
    others = tuple(names[0] for names in term.translated.values())
    # Translators: a term, and what it is called in other languages.
    return gettext("{term}: {names}", term=term.title, names=Listing(others, "comma"))
