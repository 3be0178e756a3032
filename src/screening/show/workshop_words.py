"""What is said of a room: its cases, the questions, the marks and the shares, in words."""

from collections.abc import Mapping
from typing import Final

from screening.language.messages import Listing, Message, Text, gettext, ngettext, pgettext
from screening.practice.room import AgainstKey, Interval, LevelCounts, Share, Tick
from screening.sets.answers import DECLINED, UNCLEAR, Answer, values_of
from screening.sets.childhood import CHILDHOOD
from screening.sets.items import Item, recordable
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import Element, Level
from screening.show.answers import ANSWER_NAME, answer_names, value_name
from screening.show.levels import level_name

NOT_ASKED: Final = "not_asked"
TICK_NAME: Final[Mapping[Tick, Message]] = {
    # Translators: how people marked an option of a list. So are the next four.
    "ticked": pgettext("an option of a list", "ticked"),
    "not_ticked": pgettext("an option of a list", "not ticked"),
    "unclear": pgettext("an option of a list", "unclear"),
    "declined": pgettext("an option of a list", "does not want to say"),
    "not_asked": pgettext("an option of a list", "not asked"),
}
# One sign a cell, so that a heat map can be read without colour.
SIGN: Final[Mapping[AgainstKey, str]] = {"agrees": ".", "differs": "X", "unknown": "?", "closed": "-", "no_key": " "}
AGAINST_KEY: Final[Mapping[AgainstKey, Message]] = {
    "agrees": pgettext("a mark beside the key", "as the key"),
    "differs": pgettext("a mark beside the key", "another answer"),
    "unknown": pgettext("a mark beside the key", "left open, though the story tells it"),
    "closed": pgettext("a mark beside the key", "not asked after earlier answers"),
}
ELEMENT_NAME: Final[Mapping[Element, Message]] = {
    "act": pgettext("element, in a table", "Act"),
    "means": pgettext("element, in a table", "Means"),
    "purpose": pgettext("element, in a table", "Purpose"),
}


class RoomWords:
    """The words of one set for the report of a room."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: the set, with the cases that were screened."""
        self.set = indicator_set
        self._items = recordable(indicator_set)
        self._titles = {each.id: each.title for each in indicator_set.vignettes}
        self._flags = {flag.id: flag.title for flag in indicator_set.about.flags}

    def case(self, name: str) -> str:
        """The title of a case."""
        return self._titles.get(name, name)

    def question(self, name: str) -> str:
        """What is marked at a question."""
        return self._items[name].record

    def flag(self, name: str) -> str:
        """The title of a flag."""
        return self._flags.get(name, name)

    def level(self, level: Level) -> Text:
        """A level in the middle of a sentence."""
        return level_name(self.set, level)

    def option(self, question: str, option: str) -> Text:
        """An option of a list."""
        return self._labels(self._items[question]).get(option, option)

    def mark(self, question: str, mark: str) -> Text:
        """What one seat marked at a question where one answer is chosen."""
        if mark == NOT_ASKED:
            return TICK_NAME["not_asked"]
        return self._labels(self._items[question]).get(mark, mark)

    def answer(self, question: str, answer: Answer | None) -> Text:
        """A whole answer, as that of the key."""
        values = values_of(answer)
        if not values:
            return TICK_NAME["not_asked"]
        names = answer_names(values, self._labels(self._items[question]))
        # Translators: an answer, or several in a row.
        return gettext("{answers}", answers=Listing(names, "semicolon")) if len(names) > 1 else names[0]

    def levels(self, counts: LevelCounts) -> Listing | Message | Text:
        """Which levels some people reached, and how many each."""
        if len(counts) == 1:
            (level, number) = next(iter(counts.items()))
            # Translators: all of these people came to this level.
            return self.level(level) if number == 1 else gettext("all {level}", level=self.level(level))
        return Listing(
            tuple(
                # Translators: how many people came to a level, such as "3 some concern".
                gettext("{number} {level}", number=number, level=self.level(level))
                for level, number in counts.items()
            ),
            "comma",
        )

    def counts(self, question: str) -> bool:
        """Whether a question may count for a level: it is one, or the age, by which other rules hold."""
        return self._items[question].kind == "question" or question in CHILDHOOD

    def _labels(self, item: Item) -> dict[str, Text]:
        known = [UNCLEAR, DECLINED, item.undecided, *(option.id for option in item.options)]
        labels: dict[str, Text] = {value: value_name(item.id, value) for value in known}
        labels |= {option.id: option.label for option in item.options if option.label is not None}
        labels[item.undecided] = item.undecided_label or labels[item.undecided]
        labels[DECLINED] = item.declined_label or ANSWER_NAME[DECLINED]
        return labels


def people(number: int) -> Message:
    """So many people."""
    return ngettext("{count} person", "{count} people", number)


def percent(rate: float) -> Message:
    """A share as a whole number of hundredths."""
    # Translators: a percentage.
    return gettext("{number} %", number=round(100 * rate))


def share(of: Share, *, small: bool = False) -> Message:
    """So many of so many; and as a percentage, where these are enough to take one of."""
    if small or of.rate is None:
        return gettext("{part} of {whole}", part=of.part, whole=of.whole)
    return gettext("{part} of {whole} ({percent})", part=of.part, whole=of.whole, percent=percent(of.rate))


def between(interval: Interval) -> Message:
    """An interval of shares."""
    # Translators: an interval; both are percentages.
    return gettext("{low} to {high}", low=percent(interval.low), high=percent(interval.high))
