"""The questions of a form, in the order of an interview, and what the screener saw on a page of its own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from screening.export.kept_answers import agreement_on_forms, said_besides
from screening.export.paper_cards import Cards, raised_lines, titles_of
from screening.export.paper_codes import Numbered
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.export.paper_skips import Skip, skips
from screening.language.messages import Listing, Message, gettext
from screening.sets.childhood import CHILDHOOD
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from screening.sets.order import SAFETY
from screening.show.item_words import ItemWords
from screening.show.side_by_side import SideBySide

_BEFORE: Final = gettext("Before you begin")
_HOW: Final = (
    gettext("Write no name, number, address or birth date on this form. Keep it safe, or destroy it when it was used."),
    gettext("Ask in this order. Tick the boxes. What is left empty was not asked, and is never taken for a no."),
    gettext(
        "What a line beginning with 'Go to' leaves out, cross out: whatever is ticked there does not count. Leave out "
        "nothing else unless you have to."
    ),
    gettext("Y is yes, N no, U unclear, D does not want to say."),
)
_LISTS: Final = gettext(
    "In a list tick all that is so. Then tick E, nothing else, if the list was gone through; or U or D, if the rest is "
    "unclear or was not said. If none of these is ticked, the rest was not asked. Z stands alone."
)
_NOT_NOW: Final = gettext("If they do not want to talk now, stop. What to do then stands below the cards.")
_CLOSING: Final = gettext("Before you end")
_SEEN: Final = gettext("The person does not see this page. Nothing on it is read out.")


def talk_parts(
    indicator_set: IndicatorSet, form: Mapping[str, Numbered], cards: Cards, words: SideBySide
) -> Iterator[PaperPart]:
    """The parts with questions.

    Args:
        indicator_set: the set.
        form: what is asked, with its numbers.
        cards: what is urgent.
        words: looks texts up.
    """
    yield PaperPart(words.say(_BEFORE), tuple(_before(indicator_set, form, words)))
    asked = _Asked(indicator_set, form, cards, words)
    talk = [each for each in form.values() if each.item.stage != "seen"]
    seen = [each for each in form.values() if each.item.stage == "seen"]
    yield from (asked.part(items) for items in _together(talk))
    if indicator_set.about.closing_card:
        yield PaperPart(words.say(_CLOSING), (PaperEntry(tuple(_closing(indicator_set, words))),))
    # Whoever sits beside reads what lies between the two.
    for place, items in enumerate(_together(seen)):
        yield asked.part(items, alone=place == 0)


def _together(asked: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    return (list(together) for _, together in groupby(asked, lambda each: _part_of(each.item)))


def _part_of(item: Item) -> str:
    return f"section {item.section.id}" if item.section is not None else item.stage


def _before(indicator_set: IndicatorSet, form: Mapping[str, Numbered], words: SideBySide) -> Iterator[PaperEntry]:
    about = indicator_set.about
    told = [*_HOW, _LISTS] if any(each.item.several for each in form.values()) else list(_HOW)
    # A level goes by the age: where it was not asked, it would be that of an adult.
    wanted = [
        each for each in form.values() if each.item.id in CHILDHOOD or each.item.stage in SAFETY or each.item.always
    ]
    always = [str(each.number) for each in wanted]
    if about.settles and always and len(always) < len(form):
        numbers = Listing(tuple(always), "and")
        # Translators: {numbers} are those of questions on a form.
        told.append(gettext("If you have to stop early, still ask {numbers}.", numbers=numbers))
    yield PaperEntry(tuple(PaperLine("text", words.say(message)) for message in told))
    if about.card:
        card = range(len(about.card))
        yield PaperEntry(tuple(PaperLine("do", words.of_set(f"set.card.{number}")) for number in card))
    agreement = agreement_on_forms(about)
    if agreement is not None:
        besides = said_besides(about)
        before = (PaperLine("at_once", words.say(besides)),) if besides is not None else ()
        not_now = (PaperLine("text", words.say(_NOT_NOW)),) if about.not_now else ()
        yield PaperEntry((*before, PaperLine("ask", words.of_set(agreement)), *not_now))


def _closing(indicator_set: IndicatorSet, words: SideBySide) -> Iterator[PaperLine]:
    for number in range(len(indicator_set.about.closing_card)):
        yield PaperLine("do", words.of_set(f"set.closing_card.{number}"))


class _Asked:
    """What stands on the form of each question."""

    def __init__(
        self, indicator_set: IndicatorSet, form: Mapping[str, Numbered], cards: Cards, words: SideBySide
    ) -> None:
        self._words = words
        self._items = ItemWords(indicator_set, words)
        self._cards = cards
        self._titles = titles_of(indicator_set, cards, words)
        self._questions = {question.id: question for _, _, question in indicator_set.questions()}
        self._alone = indicator_set.about.audience == "person"
        self._count = len(form)
        self._skips: dict[int, list[Skip]] = {}
        for skip in skips(indicator_set, form):
            self._skips.setdefault(skip.first, []).append(skip)

    def part(self, asked: Sequence[Numbered], *, alone: bool = False) -> PaperPart:
        """A part of the form.

        Args:
            asked: what is asked in it.
            alone: whether the person must not see it.
        """
        entries = [PaperEntry(tuple(self._lines(each))) for each in asked]
        if alone:
            entries.insert(0, PaperEntry((PaperLine("text", self._words.say(_SEEN)),)))
        return PaperPart(self._items.heading(asked[0].item), tuple(entries), new_page=alone)

    def _lines(self, asked: Numbered) -> Iterator[PaperLine]:
        item, words = asked.item, self._words
        for skip in self._skips.get(asked.number, ()):
            yield PaperLine("skip", words.say(skip.message(self._count)))
        own = "_self" if self._alone and item.counts and item.ask_self is not None else ""
        spoken: list[PaperLine] = []
        if item.is_asked:
            if item.say_first is not None:
                spoken.append(PaperLine("before", self._items.text(item, "say_first")))
            spoken.append(PaperLine("ask", self._items.text(item, f"ask{own}")))
            if (item.ask_next_self if own else item.ask_next) is not None:
                spoken.append(PaperLine("then", words.around(_ask_next, self._items.text(item, f"ask_next{own}"))))
        marked = words.around(_mark if item.is_asked else _fill_in, self._items.text(item, "record"))
        mark = PaperLine("mark", marked)
        first, *others = (*spoken, mark)
        yield replace(first, code=str(asked.number))
        yield from others
        if item.listen is not None and not own:
            yield PaperLine("listen", words.around(_listen, self._items.text(item, "listen")))
        yield PaperLine("answers", boxes=tuple(asked.answers.values()))
        yield from raised_lines(asked, self._questions.get(item.id), self._cards, words, self._titles)


def _ask_next(question: str) -> Message:
    return gettext("Ask next: {question}", question=question)


def _mark(statement: str) -> Message:
    return gettext("Mark: {statement}", statement=statement)


def _fill_in(statement: str) -> Message:
    # Translators: on a form, of what nobody is asked. {statement} is what is marked.
    return gettext("Not read out. Mark: {statement}", statement=statement)


def _listen(text: str) -> Message:
    # Translators: {text} is what the screener should listen for.
    return gettext("Listen for: {text}", text=text)
