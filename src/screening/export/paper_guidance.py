"""What to do after a form is scored: the set's guidance, with when each part of it applies."""

from collections.abc import Iterator
from typing import Final

from screening.export.paper_calls import Calling
from screening.export.paper_cards import guidance_line
from screening.export.paper_conditions import ALWAYS, NEVER, PaperCondition, worded
from screening.export.paper_counts import Steps
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.language.messages import Listing, Message, gettext
from screening.sets.guidance import Pathway
from screening.sets.model import IndicatorSet
from screening.sets.needs import NEEDS
from screening.show.side_by_side import SideBySide

# What to do is short here, and the set has more.
_LINES: Final = 3
_TO_DO: Final = gettext("What to do")
# A level may say less than a card.
_CARDS_FIRST: Final = gettext("First do what the cards say that are due, whatever the level.")
_IN_ANY_CASE: Final = gettext("in any case:")


def guidance_part(
    indicator_set: IndicatorSet, steps: Steps, words: SideBySide, calling: Calling, *, cards: bool
) -> PaperPart | None:
    """What to do; None where the set says nothing.

    Args:
        indicator_set: the set.
        steps: the conditions, those of levels among them; whatever is asked here besides is added.
        words: looks texts up.
        calling: whom to call.
        cards: whether the form has cards, which come first.
    """
    before = dict(steps.steps)
    told = [(pathway, _condition(pathway, steps)) for pathway in indicator_set.guidance]
    new_steps = [(code, condition) for code, condition in steps.steps.items() if code not in before]
    entries = [
        PaperEntry((PaperLine("check", words.say(gettext("if {condition}.", condition=worded(condition))), code),))
        for code, condition in new_steps
    ]
    number = 0
    for pathway, condition in told:
        if condition != NEVER:
            number += 1
            entries.append(PaperEntry(tuple(_block(f"P{number}", pathway, condition, words, calling))))
    if entries and cards:
        entries.insert(0, PaperEntry((PaperLine("text", words.say(_CARDS_FIRST)),)))
    return PaperPart(words.say(_TO_DO), tuple(entries)) if entries else None


def _condition(pathway: Pathway, steps: Steps) -> PaperCondition:
    return steps.whole(pathway.when.tree) if pathway.when is not None else ALWAYS


def _block(
    code: str, pathway: Pathway, condition: PaperCondition, words: SideBySide, calling: Calling
) -> Iterator[PaperLine]:
    when = _IN_ANY_CASE if condition == ALWAYS else gettext("if {condition}:", condition=worded(condition))
    base = f"pathway.{pathway.id}"
    yield PaperLine("check", words.joined(words.say(when), words.of_set(f"{base}.title")), code)
    for number, line in enumerate(pathway.do[:_LINES]):
        yield from guidance_line(f"{base}.do.{number}", line, words)
    for number, line in enumerate(pathway.do_not[:1]):
        yield from guidance_line(f"{base}.do_not.{number}", line, words, avoid=True)
    if pathway.needs:
        needs = Listing(tuple(map(calling.named, pathway.needs)), "semicolon")
        yield PaperLine("text", words.say(_numbers(pathway, needs)))


def _numbers(pathway: Pathway, needs: Listing) -> Message:
    """Whom to offer, or, for a child, to call: not everybody who is named is to be telephoned."""
    if all(NEEDS[need].first_for_child for need in pathway.needs):
        # Translators: {needs} is whom to call.
        return gettext("Call: {needs}.", needs=needs)
    # Translators: {needs} is what there are numbers for.
    return gettext("Numbers: {needs}.", needs=needs)
