"""What to do after a form is scored: the set's guidance, with when each part of it applies, and whom to call."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from screening.export.paper_cards import guidance_line
from screening.export.paper_conditions import ALWAYS, NEVER, PaperCondition, worded
from screening.export.paper_counts import Steps, sum_lines
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.language.messages import Listing, Text, gettext
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.freshness import doubts
from screening.referral.matching import Match, NeedServices, first_to_try
from screening.sets.model import Flag, IndicatorSet, Pathway
from screening.sets.needs import Need
from screening.show.contacts import known_number, name_of, with_police
from screening.show.freshness import may_have_changed
from screening.show.hours import hours_text
from screening.show.needs import NEED_NAME
from screening.show.reasons import ways_to_ask
from screening.show.side_by_side import SideBySide

# Of each need: whoever has to try more than these looks at the list of the place.
_MOST: Final = 3
# What to do is short here, and the set has more.
_LINES: Final = 3
_TO_DO: Final = gettext("What to do")
_CALL: Final = gettext("Whom to call")
_IN_ANY_CASE: Final = gettext("in any case:")
_NO_PLACE: Final = gettext(
    "This form was printed without a place. Write the emergency number here, and whom to call: ......................"
)


class Numbers(Struct, frozen=True):
    """Whom to call in a place.

    Attributes:
        directory: of the place.
        by_need: for each need, whoever is called, whatever the person is.
        today: the day on which the form is printed.
    """

    directory: Directory
    by_need: tuple[NeedServices, ...]
    today: date


def needs_of(indicator_set: IndicatorSet) -> tuple[Need, ...]:
    """All that cards and guidance of a set send somebody to, in their order."""
    blocks: list[Flag | Pathway] = [*indicator_set.about.flags, *indicator_set.guidance]
    return tuple(dict.fromkeys(need for block in blocks for need in block.needs))


def guidance_part(indicator_set: IndicatorSet, steps: Steps, words: SideBySide) -> PaperPart | None:
    """What to do; None where the set says nothing.

    Args:
        indicator_set: the set.
        steps: the conditions, those of levels among them; whatever is asked here besides is added.
        words: looks texts up.
    """
    before = dict(steps.steps), dict(steps.sums)
    told = [(pathway, _condition(pathway, steps)) for pathway in indicator_set.guidance]
    new_steps = [(code, condition) for code, condition in steps.steps.items() if code not in before[0]]
    new_sums = {name: parts for name, parts in steps.sums.items() if name not in before[1]}
    entries = [PaperEntry((PaperLine("text", words.text(message)),)) for message in sum_lines(new_sums, steps)]
    entries += [
        PaperEntry((PaperLine("check", words.say(gettext("if {condition}.", condition=worded(condition))), code),))
        for code, condition in new_steps
    ]
    number = 0
    for pathway, condition in told:
        if condition != NEVER:
            number += 1
            entries.append(PaperEntry(tuple(_block(f"P{number}", pathway, condition, words))))
    return PaperPart(words.say(_TO_DO), tuple(entries), new_page=True) if entries else None


def _condition(pathway: Pathway, steps: Steps) -> PaperCondition:
    return steps.whole(pathway.when.tree) if pathway.when is not None else ALWAYS


def _block(code: str, pathway: Pathway, condition: PaperCondition, words: SideBySide) -> Iterator[PaperLine]:
    when = _IN_ANY_CASE if condition == ALWAYS else gettext("if {condition}:", condition=worded(condition))
    base = f"pathway.{pathway.id}"
    yield PaperLine("check", words.joined(words.say(when), words.of_set(f"{base}.title")), code)
    for number, line in enumerate(pathway.do[:_LINES]):
        yield from guidance_line(f"{base}.do.{number}", line, words)
    for number, line in enumerate(pathway.do_not[:1]):
        yield from guidance_line(f"{base}.do_not.{number}", line, words, avoid=True)
    if pathway.needs:
        needs = Listing(tuple(NEED_NAME[need] for need in pathway.needs), "semicolon")
        yield PaperLine("text", words.say(gettext("Call for: {needs}.", needs=needs)))


def numbers_part(numbers: Numbers | None, words: SideBySide) -> PaperPart:
    """Whom to call.

    Args:
        numbers: of the place; None where the form is for none.
        words: looks texts up.
    """
    if numbers is None or numbers.directory.place == ANYWHERE:
        return PaperPart(words.say(_CALL), (PaperEntry((PaperLine("text", words.say(_NO_PLACE)),)),))
    directory = numbers.directory
    heading = gettext("Whom to call: {place} (numbers of {date})", place=directory.name, date=directory.as_of)
    emergency = gettext("In danger now: {number}", number=directory.emergency.number)
    first = [PaperLine("title", words.say(emergency))]
    if directory.emergency.note is not None:
        first.append(PaperLine("text", words.as_it_is(directory.emergency.note)))
    shown = [match for each in numbers.by_need for match in each.matches[:_MOST]]
    if any(doubts(first_to_try(match).contact, match.service, numbers.today) for match in shown):
        first.append(PaperLine("text", words.text(may_have_changed().text)))
    law = directory.no_choice(child=None)
    if law:
        title = words.say(gettext("What the law here leaves no choice about"))
        first += [PaperLine("title", title), *(PaperLine("do", words.as_it_is(text)) for text in law)]
    entries = [PaperEntry(tuple(first))]
    entries += [PaperEntry(tuple(_need(each, numbers.today, words))) for each in numbers.by_need if each.matches]
    return PaperPart(words.say(heading), tuple(entries))


def _need(each: NeedServices, today: date, words: SideBySide) -> Iterator[PaperLine]:
    yield PaperLine("title", words.say(NEED_NAME[each.need]))
    yield from (PaperLine("number", words.text(_called(match, today))) for match in each.matches[:_MOST])


def _called(match: Match, today: date) -> Text:
    number = known_number(match, today)
    name = with_police(name_of(match.service.names), match.service)
    more: list[Text] = []
    contact = first_to_try(match).contact
    if contact.hours is not None:
        more.append(hours_text(contact.hours))
    more += next(ways_to_ask(match.ask_first), ())
    return _together(number, name, more)


def _together(number: Text, name: Text, more: Sequence[Text]) -> Text:
    if not more:
        return gettext("{number} - {service}", number=number, service=name)
    # Translators: {more} is such as "24 hours; ask about: age".
    return gettext("{number} - {service} - {more}", number=number, service=name, more=Listing(tuple(more), "semicolon"))
