"""The cards of a form: what is urgent, and what to do about it at once."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from screening.export.paper_calls import Calling
from screening.export.paper_codes import Numbered
from screening.export.paper_conditions import Ticked, worded
from screening.export.paper_lines import LineKind, PaperEntry, PaperLine, PaperPart
from screening.language.messages import Message, Text, gettext, pgettext
from screening.result.advise import flag_card
from screening.sets.answers import DECLINED
from screening.sets.childhood import CHILD_FLAG, CHILDHOOD
from screening.sets.fields import GuidanceText, TextByAge
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question
from screening.show.side_by_side import SideBySide, Sides

CARDS: Final = gettext("Cards: what to do at once")
_NOT_NOW: Final = gettext("If they do not want to talk now")
_KNOWN: Final = gettext("Ask nothing else. Later tick only what you know already, and score that.")
_KNOWN_LIST: Final = gettext("Tick E only where you know of all that stands in the list.")
_THEN: Final = gettext("After a card, go back to the questions, if the person can and wants to.")
# Translators: on a form, before what to do where the person is an adult, and where they are not, or may not be.
ADULT: Final = pgettext("before what to do", "Adult:")
_CHILD: Final = pgettext("before what to do", "Under 18, or perhaps:")


class Cards(Struct, frozen=True):
    """The cards by their flags.

    Attributes:
        codes: the code of each.
        asked: whether anybody is asked anything.
        stops: whether nothing more is asked of somebody who is, or may be, a child.
        lists: whether there is a list to go through.
    """

    codes: Mapping[str, str]
    asked: bool
    stops: bool
    lists: bool

    @property
    def stopping(self) -> str | None:
        """The code of the card at which nothing more is asked; None where the form has none."""
        return self.codes.get(CHILD_FLAG) if self.stops else None


def cards_of(indicator_set: IndicatorSet, form: Mapping[str, Numbered]) -> Cards:
    """Which cards a form has, in the order of the set.

    Args:
        indicator_set: the set.
        form: what is asked.
    """
    flags = [flag.id for flag in indicator_set.about.flags]
    if CHILD_FLAG not in flags and "age" in form:
        flags.insert(0, CHILD_FLAG)
    # Where nobody is asked anything, there is nothing to stop.
    asked = any(each.item.is_asked for each in form.values())
    return Cards(
        {flag: f"K{number}" for number, flag in enumerate(flags, 1)},
        asked=asked,
        stops=indicator_set.about.child_card and asked,
        lists=any(each.item.several for each in form.values()),
    )


def raised_lines(
    asked: Numbered,
    question: Question | None,
    cards: Cards,
    words: SideBySide,
    titles: Mapping[str, Sides],
    *,
    calling: Calling,
) -> Iterator[PaperLine]:
    """Beside a question, which card is due at once, and the number where one cannot wait until the page is turned.

    Args:
        asked: what is asked.
        question: the same as a question; None of a circumstance.
        cards: the cards.
        words: looks texts up.
        titles: what the cards are called.
        calling: whom to call.
    """
    for flag, code in cards.codes.items():
        answers = _raising(flag, asked, question)
        if not answers:
            continue
        boxes = worded(Ticked(asked.codes(answers)))
        told = _at_once(boxes, code, stop=flag == CHILD_FLAG and cards.stops and question is None)
        number = calling.at_once(flag)
        # In one row: what the card is called stands on it.
        yield PaperLine("at_once", words.joined(words.say(told), titles[flag] if number is None else words.say(number)))


def _at_once(boxes: Text, code: str, *, stop: bool) -> Message:
    if stop:
        # Translators: {boxes} is such as "3a is ticked"; {card} is the code of a card on the form.
        return gettext("AT ONCE, if {boxes}: ask nothing more, see card {card}.", boxes=boxes, card=code)
    # Translators: {boxes} is such as "3a is ticked"; {card} is the code of a card on the form.
    return gettext("AT ONCE, if {boxes}: see card {card}.", boxes=boxes, card=code)


def _raising(flag: str, asked: Numbered, question: Question | None) -> tuple[str, ...]:
    if question is not None:
        return tuple(option.id for option in question.choices if flag in option.raises and flag != CHILD_FLAG)
    return (*CHILDHOOD["age"], DECLINED) if asked.item.id == "age" and flag == CHILD_FLAG else ()


def titles_of(indicator_set: IndicatorSet, cards: Cards, words: SideBySide) -> Mapping[str, Sides]:
    """What the cards are called."""
    worded_by_set = {flag.id for flag in indicator_set.about.flags}
    return {
        flag: words.of_set(f"flag.{flag}.title")
        if flag in worded_by_set
        else words.text(flag_card(indicator_set, flag).title)
        for flag in cards.codes
    }


def cards_part(
    indicator_set: IndicatorSet, cards: Cards, words: SideBySide, titles: Mapping[str, Sides], calling: Calling
) -> PaperPart | None:
    """The cards; None where there are none.

    Where what the screener saw stands before them, they need no page of their own: the person sees neither.

    Args:
        indicator_set: the set.
        cards: the cards.
        words: looks texts up.
        titles: what the cards are called.
        calling: whom to call.
    """
    entries: list[PaperEntry] = []
    if cards.codes:
        above = [[_then(cards)]] if cards.asked else []
        above.append(list(calling.above_cards()))
        told = (words.joined(*map(words.say, messages)) for messages in above)
        entries.append(PaperEntry(tuple(PaperLine("text", sides) for sides in told)))
    entries += [
        PaperEntry(tuple(_card(indicator_set, flag, cards, words, titles[flag], calling))) for flag in cards.codes
    ]
    not_now = tuple(
        PaperLine("do", words.of_set(f"set.not_now.{number}")) for number in range(len(indicator_set.about.not_now))
    )
    if not_now:
        entries.append(PaperEntry((PaperLine("title", words.say(_NOT_NOW)), *not_now)))
    alone = all(stage != "seen" for stage, _, _ in indicator_set.questions())
    return PaperPart(words.say(CARDS), tuple(entries), new_page=alone) if entries else None


def _then(cards: Cards) -> Message:
    if cards.stopping is None:
        return _THEN
    # Translators: above the cards of a form. {card} is the code of the card of a child.
    return gettext(
        "After a card, go back to the questions, if the person can and wants to. Not after card {card}.",
        card=cards.stopping,
    )


def _card(
    indicator_set: IndicatorSet, flag: str, cards: Cards, words: SideBySide, title: Sides, calling: Calling
) -> Iterator[PaperLine]:
    code = cards.codes[flag]
    yield PaperLine("title", title, code)
    # Whom to call stands before all that is to be done, as on the screen.
    yield from calling.card_lines(flag)
    yield from _card_lines(indicator_set, flag, words)
    if code == cards.stopping:
        known = (words.say(_KNOWN), *([words.say(_KNOWN_LIST)] if cards.lists else []))
        yield PaperLine("text", words.joined(*known))


def _card_lines(indicator_set: IndicatorSet, flag: str, words: SideBySide) -> Iterator[PaperLine]:
    own = next((each for each in indicator_set.about.flags if each.id == flag), None)
    if own is None:
        card = flag_card(indicator_set, flag)
        yield from (PaperLine("do", words.text(text)) for text in card.do)
        yield from (PaperLine("avoid", words.text(text)) for text in card.do_not)
        return
    yield from guidance_lines(f"flag.{flag}.do", own.do, words)
    yield from guidance_lines(f"flag.{flag}.do_not", own.do_not, words)


def guidance_lines(base: str, lines: Iterable[GuidanceText], words: SideBySide) -> Iterator[PaperLine]:
    """What to do, or not: on paper for both ages, where it depends on that.

    Args:
        base: what the ids of the texts begin with.
        lines: the texts.
        words: looks them up.
    """
    for number, line in enumerate(lines):
        yield from guidance_line(f"{base}.{number}", line, words, avoid=base.endswith("do_not"))


def guidance_line(name: str, line: GuidanceText, words: SideBySide, *, avoid: bool = False) -> Iterator[PaperLine]:
    """One of them, by the id of its text."""
    kind: LineKind = "avoid" if avoid else "do"
    if not isinstance(line, TextByAge):
        yield PaperLine(kind, words.of_set(name))
        return
    for age, label, text in (("adult", ADULT, line.adult), ("child", _CHILD, line.child)):
        if text is not None:
            told = words.joined(words.say(label), words.of_set(f"{name}.{age}"))
            yield PaperLine(kind, told)
