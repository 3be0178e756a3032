"""The language of the person who is asked, and what of a set there is in it."""

from collections.abc import Sequence

from screening.language.tags import read_by
from screening.reading.catalogs import catalog_of
from screening.reading.set_catalog import SetCatalog
from screening.reading.set_languages import languages_of, set_in
from screening.sets.answers import NOT_DEFINITE, Answer, ticks_of
from screening.sets.model import IndicatorSet
from screening.show.languages import named_for_both
from screening.terminal.language_choice import LanguageChoice
from screening.terminal.screen import Dialog
from screening.terminal.their_words import TheirWords, their_words


class TheirLanguage:
    """Which language the person reads, for as long as the talk with them lasts.

    Attributes:
        tag: its tag; None where nobody has named it.
    """

    def __init__(self, catalog: SetCatalog, tag: str | None = None) -> None:
        """Args: catalog: where sets are found; tag: the language, where it is known before the talk."""
        self.tag = tag
        self._catalog = catalog
        self._read: dict[tuple[str, str], TheirWords] = {}

    def words(self, indicator_set: IndicatorSet) -> TheirWords | None:
        """A set in their language; None where it is the screener's too, or nobody has named it.

        Args:
            indicator_set: the set that the screener reads.
        """
        tag, name = self.tag, indicator_set.about.id
        if tag is None or tag == _language_of(indicator_set):
            return None
        # Read when it is first needed: the first screen does not wait for it.
        if (tag, name) not in self._read:
            self._read[tag, name] = their_words(set_in(indicator_set, tag, self._catalog), catalog_of(tag))
        return self._read[tag, name]

    def may_be_chosen(self, indicator_set: IndicatorSet) -> bool:
        """Whether there are texts of a set in another language than the screener's.

        Args:
            indicator_set: the set that the screener reads.
        """
        return bool(self._others(indicator_set))

    def _others(self, indicator_set: IndicatorSet) -> list[str]:
        own = _language_of(indicator_set)
        return [tag for tag in languages_of(indicator_set, self._catalog) if tag != own]

    def proposed(self, indicator_set: IndicatorSet, spoken: Answer | None, back_to: Dialog) -> Dialog | None:
        """A choice of their language.

        Args:
            indicator_set: the set that the screener reads.
            spoken: the languages of the person, as they are recorded; None where all that there are can be chosen.
            back_to: what goes on after it.

        Returns:
            None where there is nothing to choose: no text of the set is in a language of theirs, or it stands there.
        """
        there = self._others(indicator_set)
        if spoken is not None:
            codes = [code for code in ticks_of(spoken) if code not in NOT_DEFINITE]
            there = _read_by_each(codes, there)
        if not there or there == [self.tag]:
            return None
        named = [(tag, named_for_both(tag)) for tag in there]
        return LanguageChoice(named, self._choose, back_to, proposed=spoken is not None)

    def _choose(self, tag: str | None) -> None:
        self.tag = tag


def _language_of(indicator_set: IndicatorSet) -> str:
    wording = indicator_set.wording
    return wording.language if wording is not None else indicator_set.about.language


def _read_by_each(spoken: Sequence[str], there: Sequence[str]) -> list[str]:
    """Of the languages that there are, those that somebody reads, in the order of those that they speak."""
    found = (read_by([code], there) for code in spoken)
    return list(dict.fromkeys(tag for tag in found if tag is not None))
