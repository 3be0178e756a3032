"""The questions of a form, in the order of an interview, and what the screener saw on a page of its own."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from screening.export.kept_answers import agreement_on_forms, said_besides
from screening.export.paper_calls import Calling
from screening.export.paper_cards import CARDS, Cards, raised_lines, titles_of
from screening.export.paper_codes import Numbered
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.export.paper_skips import Skip, skips
from screening.export.paper_wishes import wish_lines
from screening.language.messages import Listing, Message, gettext
from screening.sets.childhood import CHILDHOOD
from screening.sets.model import IndicatorSet
from screening.sets.order import SAFETY
from screening.show.item_words import ItemWords
from screening.show.side_by_side import SideBySide

_BEFORE: Final = gettext("Before you begin")
_NO_NAMES: Final = gettext(
    "Write no name, number, address or birth date on this form. Keep it safe, as your rules say."
)
_ORDER: Final = gettext("Go in this order. Tick the boxes. What is left empty was not asked, and is not a no.")
_NOT_READ_OUT: Final = gettext("Nothing on this form is read out, and nobody is asked.")
_CROSS_OUT: Final = gettext("Cross out only what the form tells you to. What is ticked there does not count.")
_CAPITALS: Final = gettext("Y is yes, N no, U unclear, D does not want to say.")
_LISTS: Final = gettext(
    "Below a list: E, you went through all of it, and the rest is a no. U or D, that is so of the rest. None of these, "
    "if you stopped before."
)
_ALONE: Final = gettext("Z is ticked alone.")
_AGE: Final = gettext("Age")
_NOT_SCORED: Final = gettext(
    "Nothing here is scored. It tells you what to do next, and whom you may call. Write nothing else."
)
_ALOUD: Final = gettext("From here on say aloud only the sentences in bold. For [brackets] say what is so for you.")
_CLOSING: Final = gettext("Before you end")
_SEEN: Final = gettext("The person does not see this page, nor those after it. Nothing on them is read out.")


def talk_parts(
    indicator_set: IndicatorSet, form: Mapping[str, Numbered], cards: Cards, words: SideBySide, calling: Calling
) -> Iterator[PaperPart]:
    """The parts with questions.

    Args:
        indicator_set: the set.
        form: what is asked, with its numbers.
        cards: what is urgent.
        words: looks texts up.
        calling: whom to call; the number for danger stands above everything else.
    """
    yield PaperPart(words.say(_BEFORE), tuple(_before(indicator_set, form, cards, words, calling)))
    asked = _Asked(indicator_set, form, cards, words, calling)
    talk = [each for each in form.values() if each.item.stage != "seen"]
    seen = [each for each in form.values() if each.item.stage == "seen"]
    yield from (asked.part(items) for items in _together(talk))
    if indicator_set.about.closing_card:
        yield PaperPart(words.say(_CLOSING), (PaperEntry(tuple(_closing(indicator_set, cards, words))),))
    # Whoever sits beside reads what lies between the two.
    for place, items in enumerate(_together(seen)):
        yield asked.part(items, alone=place == 0)


def _together(asked: Iterable[Numbered]) -> Iterator[list[Numbered]]:
    parts: list[tuple[str, list[Numbered]]] = []
    for each in asked:
        name = _part_of(each, parts[-1][0] if parts else "")
        if not parts or parts[-1][0] != name:
            parts.append((name, []))
        parts[-1][1].append(each)
    return (together for _, together in parts)


def _part_of(each: Numbered, before: str) -> str:
    item = each.item
    if item.section is not None:
        return f"section {item.section.id}"
    # The age is asked for safety, and stands with what is urgent: the other facts have a heading of their own.
    return before if item.stage == "age" and before else item.stage


def _before(
    indicator_set: IndicatorSet, form: Mapping[str, Numbered], cards: Cards, words: SideBySide, calling: Calling
) -> Iterator[PaperEntry]:
    about = indicator_set.about
    card = (PaperLine("do", words.of_set(f"set.card.{number}")) for number in range(len(about.card)))
    yield PaperEntry((*calling.first_lines(), PaperLine("text", words.say(_NO_NAMES)), *card))
    agreement = agreement_on_forms(about)
    if agreement is not None:
        besides = said_besides(about)
        before = (PaperLine("at_once", words.say(besides)),) if besides is not None else ()
        # Whoever answers alone reads all of it.
        aloud = (PaperLine("text", words.say(_ALOUD)),) if about.audience != "person" else ()
        not_now = (PaperLine("text", words.say(_not_now())),) if about.not_now else ()
        yield PaperEntry((*before, *aloud, PaperLine("ask", words.of_set(agreement)), *not_now))
    told = (*_stop_early(indicator_set, form, cards), *_how(form.values()))
    yield PaperEntry(tuple(PaperLine("text", words.joined(*map(words.say, messages))) for messages in told))


def _not_now() -> Message:
    # Translators: {heading} is that of another part of the form.
    return gettext(
        'If they do not want to talk now, stop. What to do then stands at the end of "{heading}".', heading=CARDS
    )


def _how(asked: Collection[Numbered]) -> Iterator[tuple[Message, ...]]:
    """How it is filled in, a line each, as far as there is something of the kind on this form."""
    yield (_ORDER,) if any(each.item.is_asked for each in asked) else (_ORDER, _NOT_READ_OUT)
    if any(each.gated for each in asked):
        yield (_CROSS_OUT,)
    kinds = {box.kind for each in asked for box in each.answers.values()}
    lists = (_LISTS,) if "whole" in kinds else ()
    alone = (_ALONE,) if "alone" in kinds else ()
    yield (_CAPITALS, *lists, *alone)


def _stop_early(
    indicator_set: IndicatorSet, form: Mapping[str, Numbered], cards: Cards
) -> Iterator[tuple[Message, ...]]:
    """Whom nothing more is asked, first; then what cannot wait."""
    if cards.stopping is not None:
        # Translators: {card} is the code of a card on the form.
        yield (gettext("A child, or perhaps a child: ask nothing more, see card {card}.", card=cards.stopping),)
    about = indicator_set.about
    # A level goes by the age: where it was not asked, it would be that of an adult.
    wanted = [
        each for each in form.values() if each.item.id in CHILDHOOD or each.item.stage in SAFETY or each.item.always
    ]
    always = [str(each.number) for each in wanted]
    if about.settles and always and len(always) < len(form):
        numbers = Listing(tuple(always), "and")
        # Translators: {numbers} are those of questions on a form.
        yield (gettext("If you have to stop early, still do {numbers}.", numbers=numbers),)


def _closing(indicator_set: IndicatorSet, cards: Cards, words: SideBySide) -> Iterator[PaperLine]:
    if cards.stopping is not None:
        # Translators: below "Before you end". {card} is the code of a card on the form.
        told = gettext("Not for a child, or perhaps a child: card {card} says what to do.", card=cards.stopping)
        yield PaperLine("text", words.say(told))
    for number in range(len(indicator_set.about.closing_card)):
        yield PaperLine("do", words.of_set(f"set.closing_card.{number}"))


class _Asked:
    """What stands on the form of each question."""

    def __init__(
        self,
        indicator_set: IndicatorSet,
        form: Mapping[str, Numbered],
        cards: Cards,
        words: SideBySide,
        calling: Calling,
    ) -> None:
        self._words = words
        self._calling = calling
        self._items = ItemWords(indicator_set, words)
        self._cards = cards
        self._titles = titles_of(indicator_set, cards, words)
        self._questions = {question.id: question for _, _, question in indicator_set.questions()}
        self._alone = indicator_set.about.audience == "person"
        self._count = len(form)
        self._all_filled_in = not any(each.item.is_asked for each in form.values())
        self._skips: dict[int, list[Skip]] = {}
        for skip in skips(indicator_set, form):
            self._skips.setdefault(skip.first, []).append(skip)

    def part(self, asked: Sequence[Numbered], *, alone: bool = False) -> PaperPart:
        """A part of the form.

        Args:
            asked: what is asked in it.
            alone: whether the person must not see it.
        """
        first, *others = (tuple(self._lines(each)) for each in asked)
        before = [_SEEN] if alone else _what_for(asked)
        told = (PaperLine("text", self._words.say(message)) for message in before)
        # In one entry: what a part is for does not stand alone at the foot of a page.
        entries = map(PaperEntry, ((*told, *first), *others))
        heading = self._words.say(_AGE) if asked[0].item.stage == "age" else self._items.heading(asked[0].item)
        return PaperPart(heading, tuple(entries), new_page=alone)

    def _lines(self, asked: Numbered) -> Iterator[PaperLine]:
        item, words = asked.item, self._words
        own = "_self" if self._alone and item.counts and item.ask_self is not None else ""
        # Behind the number of the question: above it, the number to go to would be taken for this one.
        spoken = [PaperLine("skip", words.say(skip.message(self._count))) for skip in self._skips.get(asked.number, ())]
        if item.is_asked:
            if item.say_first is not None:
                spoken.append(PaperLine("before", self._items.text(item, "say_first")))
            spoken.append(PaperLine("ask", self._items.text(item, f"ask{own}")))
            if (item.ask_next_self if own else item.ask_next) is not None:
                spoken.append(PaperLine("then", words.around(_ask_next, self._items.text(item, f"ask_next{own}"))))
        mark = PaperLine("mark", words.around(self._mark(asked), self._items.text(item, "record")))
        first, *others = (*spoken, mark)
        yield replace(first, code=str(asked.number))
        yield from others
        if item.listen is not None and not own:
            yield PaperLine("listen", words.around(_listen, self._items.text(item, "listen")))
        yield PaperLine("answers", boxes=tuple(asked.answers.values()))
        yield from (PaperLine("text", words.say(message)) for message in wish_lines(asked))
        yield from raised_lines(
            asked, self._questions.get(item.id), self._cards, words, self._titles, calling=self._calling
        )

    def _mark(self, asked: Numbered) -> Callable[[str], Message]:
        """What is to be ticked, and how many boxes."""
        read_out = asked.item.is_asked or self._all_filled_in
        if asked.item.several:
            return _tick_all if read_out else _fill_in_all
        return _tick_one if read_out else _fill_in_one


def _what_for(asked: Sequence[Numbered]) -> Iterator[Message]:
    """What is of no use to the score, and what it is for: whoever is in a hurry goes on without it."""
    if asked[0].item.kind == "wish":
        yield _NOT_SCORED
        return
    unused = tuple(str(each.number) for each in asked if not each.used)
    if unused:
        # Translators: {numbers} are those of questions on a form.
        yield gettext(
            "Only to choose whom to call: {numbers}. If there is no time, go on without.",
            numbers=Listing(unused, "and"),
        )


def _ask_next(question: str) -> Message:
    return gettext("Ask next: {question}", question=question)


def _tick_one(statement: str) -> Message:
    # Translators: on a form. {statement} is what is so if its box is ticked, or what the boxes are about.
    return gettext("Tick one: {statement}", statement=statement)


def _tick_all(statement: str) -> Message:
    # Translators: on a form, above a list. {statement} is what the list is about.
    return gettext("Tick all that apply: {statement}", statement=statement)


def _fill_in_one(statement: str) -> Message:
    # Translators: on a form, of what nobody is asked.
    return gettext("Not read out. Tick one: {statement}", statement=statement)


def _fill_in_all(statement: str) -> Message:
    # Translators: on a form, above a list, of what nobody is asked.
    return gettext("Not read out. Tick all that apply: {statement}", statement=statement)


def _listen(text: str) -> Message:
    # Translators: {text} is what the screener should listen for.
    return gettext("Listen for: {text}", text=text)
