"""The glossary on the screen: a list to look through, and each term with how well its names are known."""

from collections.abc import Sequence

from msgspec.structs import replace

from screening.glossary.terms import Term, Theme, language_of
from screening.language.messages import Listing, Text, gettext
from screening.show.glossary import ABOUT, term_lines
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.screen import Dialog, Input, Screen


class TermList:
    """Every term with what it is called in one or two languages; one that is chosen is shown with all of its names."""

    def __init__(self, themes: Sequence[Theme], back_to: Dialog, reader: str, language: str) -> None:
        """Prepare the list.

        Args:
            themes: the glossary.
            back_to: where it leads back to.
            reader: the locale of whoever reads; what a term is called in it stands before the other name.
            language: the one in which names are looked for.
        """
        self._back_to = back_to
        translated = {each for theme in themes for term in theme.terms for each in term.translated}
        self._languages = tuple(dict.fromkeys((language_of(reader, translated) or language, language)))
        self._terms = {term.title: term for theme in themes for term in theme.terms}
        firsts = {theme.terms[0].title for theme in themes if theme.terms}
        self._list = Screen(
            gettext("Glossary"),
            lines=(Line("text", ABOUT),),
            choices=tuple(
                replace(choice, apart=choice.value in firsts)
                for choice in keyed((title, self._called(term)) for title, term in self._terms.items())
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
        lines = tuple(term_lines([self._term], self._languages))
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

    def _called(self, term: Term) -> Text:
        others = tuple(term.names[language][0] for language in self._languages if language in term.names)
        # Translators: a term, and what it is called in other languages.
        return gettext("{term}: {names}", term=term.title, names=Listing(others, "comma")) if others else term.title
