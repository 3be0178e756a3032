"""What a case for practice, its facts and its difficulty are called."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from screening.language.messages import Argument, Listing, Message, Text, gettext, pgettext
from screening.practice.difficulty import Difficulty
from screening.practice.marked import Fact, Ways
from screening.sets.answers import DECLINED, Answer, values_of
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet
from screening.show.answers import answer_names, value_name

DIFFICULTY_NAME: Mapping[Difficulty, Message] = {
    "easy": pgettext("a case for practice", "Easy"),
    "medium": pgettext("a case for practice", "Medium"),
    "hard": pgettext("a case for practice", "Hard"),
}
_TRAFFICKED = gettext("help for a person who may have been trafficked")


def practising(heading: Text) -> Text:
    """A heading that says that all this is practice.

    Args:
        heading: of a screen of a real screening; it may be empty.
    """
    # Translators: stands above every screen of a practice; {heading} is what stands there in a real screening.
    return gettext("Practice: {heading}", heading=heading) if heading else gettext("Practice")


class CaseWords:
    """The words of one set for what is said of a case."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: the set."""
        about = indicator_set.about
        self.items = items_of(indicator_set)
        self._flags = {flag.id: flag.title for flag in about.flags}
        self._pathways = {pathway.id: pathway.title for pathway in indicator_set.guidance}

    def facts(self, facts: Sequence[Fact]) -> Text:
        """Facts of one question: the statement and what was answered to it; of a plain yes the statement alone."""
        item = self.items[facts[0].item]
        if facts[0].option == "yes" and all(option.label is None for option in item.options):
            return item.record
        return self._told(item.record, self.answer(item, tuple(fact.option for fact in facts)))

    def answered(self, name: str, answer: Answer | None) -> Text:
        """A statement with an answer to it."""
        return self._told(self.items[name].record, self.answer(self.items[name], answer))

    def answer(self, item: Item, answer: Answer | None) -> Argument:
        """An answer alone, in the words of the set."""
        values = values_of(answer)
        labels: dict[str, Text] = {
            value: value_name(item.id, value) for value in (*values, item.undecided, DECLINED) if value
        }
        labels |= {option.id: option.label for option in item.options if option.label is not None}
        labels |= {item.undecided: item.undecided_label} if item.undecided_label is not None else {}
        labels |= {DECLINED: item.declined_label} if item.declined_label is not None else {}
        return Listing(answer_names(values, labels), "semicolon") if values else gettext("not asked")

    def flags(self, names: Iterable[str]) -> list[Text]:
        """The titles of flags."""
        return [self._flags.get(name, name) for name in names]

    def ways(self, ways: Ways) -> Iterator[Text]:
        """What ways on to help are called, the most general first."""
        if ways.trafficked:
            yield _TRAFFICKED
        yield from self.flags(ways.flags)
        yield from (self._pathways.get(name, name) for name in ways.pathways)

    def _told(self, statement: str, answer: Argument) -> Message:
        # Translators: what is so of a person, and what was answered; both in the words of the set.
        return gettext("{statement}: {answer}", statement=statement, answer=answer)
