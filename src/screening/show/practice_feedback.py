"""What somebody is told after a case for practice: how near the key they came, and why, in kind words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, TypeVar

from screening.language.messages import Listing, Message, Text, gettext, ngettext
from screening.practice.attempt import Attempt
from screening.practice.marking import Assumed, LeftOpen, Missed, Otherwise, Stands, levels_apart
from screening.practice.room import is_referred
from screening.sets.answers import Rest
from screening.sets.vocabulary import RANK
from screening.show.answer_code import group_lines
from screening.show.levels import level_name
from screening.show.lines import Line
from screening.show.practice_page_one import page_one_lines
from screening.show.practice_words import CaseWords

FeedbackPart = Literal["missed", "assumed", "open", "seen", "page_one", "code"]

_Held = TypeVar("_Held", Missed, Assumed)
# How it was recorded instead.
_RECORDED: Mapping[Stands, Message] = {
    "unclear": gettext("You recorded it as unclear."),
    "declined": gettext("You recorded that the person does not want to say."),
    "not_asked": gettext("You left it out."),
    "closed": gettext("It did not come up after an earlier answer of yours."),
}
# How it stands in the story.
_TOLD: Mapping[Stands, Message] = {
    "unclear": gettext("The story leaves it unclear."),
    "declined": gettext("In the story the person does not want to say."),
    "not_asked": gettext("The story says nothing of it."),
    "otherwise": gettext("The story says that it is not so."),
}
_ABOUT_CODE = (
    gettext("It is for a workshop: read it out, or hand it in. It says which case it is of, and what you recorded."),
    gettext("The case is invented, so nobody is in it. No screening can be gone on with from it."),
)


def feedback_lines(attempt: Attempt) -> Iterator[Line]:
    """All of it, the parts after the first page.

    Args:
        attempt: the attempt.
    """
    yield from first_lines(attempt)
    for lines in feedback_parts(attempt).values():
        yield from lines


def first_lines(attempt: Attempt) -> Iterator[Line]:
    """How near the key somebody came, under- and over-referral, and what the case teaches.

    Args:
        attempt: the attempt.
    """
    marked, words = attempt.marked, CaseWords(attempt.indicator_set)
    reached, key = (level_name(attempt.indicator_set, level) for level in (marked.level, marked.key_level))
    if marked.level == marked.key_level:
        yield Line("lead", gettext("You reached what the key has: {level}.", level=reached))
    else:
        yield Line("lead", gettext("You reached: {level}. The key has: {key}.", level=reached, key=key))
    yield from _referral(attempt, words)
    yield from _counts(attempt)
    yield from _told_most(attempt, words)
    yield Line("heading", gettext("What this case teaches"))
    yield Line("text", attempt.vignette.teaches)


def feedback_parts(attempt: Attempt) -> Mapping[FeedbackPart, tuple[Line, ...]]:
    """The rest, part by part; each begins with its heading, and what says nothing is not there.

    Args:
        attempt: the attempt.
    """
    marked, words = attempt.marked, CaseWords(attempt.indicator_set)
    parts: dict[FeedbackPart, tuple[Line, ...]] = {
        "missed": _listed(
            gettext("Missed: the story tells it, and you did not record it"),
            (line for each in _by_question(marked.missed) for line in _missed(each, attempt, words)),
        ),
        "assumed": _listed(
            gettext("Assumed: you recorded it, and the story does not tell it"),
            (line for each in _by_question(marked.assumed) for line in _assumed(each, words)),
        ),
        "open": _listed(gettext("Unknown is not no"), _left_open(attempt, words)),
        "seen": _listed(
            gettext("Seen: you recorded it as the key has it"),
            (Line("item", words.facts(tuple(facts))) for _, facts in groupby(marked.seen, key=lambda fact: fact.item)),
        ),
        "page_one": page_one_lines(attempt),
        "code": tuple(practice_code_lines(attempt.code)),
    }
    return {name: lines for name, lines in parts.items() if lines}


def practice_code_lines(code: str) -> Iterator[Line]:
    """A practice code, a few groups in a row.

    Args:
        code: the code.
    """
    yield Line("heading", gettext("Practice code"))
    yield from group_lines(code.split("-"))
    yield from (Line("item", text) for text in _ABOUT_CODE)


def _listed(heading: Text, lines: Iterator[Line]) -> tuple[Line, ...]:
    found = tuple(lines)
    return (Line("heading", heading), *found) if found else ()


def _referral(attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    """Under- and over-referral by their names, and kindly."""
    marked = attempt.marked
    if marked.under:
        missed = Listing(tuple(words.ways(marked.under)), "semicolon")
        yield Line("paragraph", gettext("Under-referral. Not opened, and the key opens it: {ways}.", ways=missed))
    if marked.under.trafficked:
        told = gettext(
            "A real person would have gone on without that help. It happens to everybody who learns this, and here it "
            "costs nobody anything."
        )
        yield Line("text", told)
    if marked.over:
        besides = Listing(tuple(words.ways(marked.over)), "semicolon")
        yield Line("paragraph", gettext("Over-referral. Opened, and the key does not open it: {ways}.", ways=besides))
    if marked.over.trafficked:
        told = gettext(
            "A real person would have been referred for something that the story does not tell. That is done with good "
            "intentions, and can still cost somebody their trust, their work or their stay."
        )
        yield Line("text", told)
    if not marked.under and not marked.over:
        yield Line("text", _same_ways(attempt))


def _told_most(attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    """The question that would have led furthest, where one alone would have led further."""
    marked = attempt.marked
    furthest = max(marked.lost, key=lambda each: RANK[each.level], default=None)
    if furthest is not None and RANK[furthest.level] > RANK[marked.level]:
        yield from (Line("text", _would_have_told(name, words)) for name in furthest.told_by[:1])


def _same_ways(attempt: Attempt) -> Message:
    apart = levels_apart(attempt.marked)
    if attempt.marked.lost and not attempt.marked.seen:
        return gettext("You opened the ways to help that the key opens, but for other reasons than the story gives.")
    if apart < 0:
        return gettext("You opened every way to help that the key opens. The story has more weight than you recorded.")
    if apart > 0:
        return gettext("You opened the ways to help that the key opens. The story has less weight than you recorded.")
    if not is_referred(attempt.marked.key_level):
        return gettext("You opened the ways to help that the key opens, and nothing beyond them.")
    return gettext("You opened every way to help that the key opens, and no other.")


def _counts(attempt: Attempt) -> Iterator[Line]:
    marked = attempt.marked
    found, lost = len(marked.seen) + len(marked.missed) - len(marked.lost), len(marked.lost)
    if found + lost:
        told = ngettext(
            "Of {count} fact that the story tells you recorded {seen}.",
            "Of {count} facts that the story tells you recorded {seen}.",
            found + lost,
            seen=found,
        )
        yield Line("paragraph", told)
    else:
        yield Line("paragraph", gettext("The story tells nothing from which anything follows."))
    if marked.added:
        told = ngettext(
            "You assumed {count} that it does not tell.",
            "You assumed {count} that it does not tell.",
            len(marked.added),
        )
        yield Line("text", told)
    if marked.taken_as_no:
        told = ngettext(
            "{count} question that it leaves open you answered with no.",
            "{count} questions that it leaves open you answered with no.",
            len(marked.taken_as_no),
        )
        yield Line("text", told)


def _by_question(found: Sequence[_Held]) -> Iterator[tuple[_Held, ...]]:
    """What stands beside each other and is of one question, and nothing else but that differs in it."""
    for _, together in groupby(found, key=lambda each: (each.fact.item, each.elsewhere)):
        yield tuple(together)


def _missed(facts: Sequence[Missed], attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    missed = facts[0]
    yield Line("item", words.facts([each.fact for each in facts]))
    if missed.stands == "otherwise":
        recorded = words.answer(words.items[missed.fact.item], attempt.recorded.get(missed.fact.item))
        yield Line("detail", gettext("You recorded: {answer}.", answer=recorded))
    else:
        yield Line("detail", _RECORDED[missed.stands])
    if missed.elsewhere:
        yield Line("detail", gettext("Another answer of yours says the same, so nothing was lost."))
        return
    yield from (Line("detail", _would_have_told(name, words)) for name in missed.told_by)
    if RANK[missed.level] > RANK[attempt.marked.level]:
        level = level_name(attempt.indicator_set, missed.level)
        yield Line("detail", gettext("This answer alone would have led to: {level}.", level=level))


def _would_have_told(name: str, words: CaseWords) -> Message:
    item = words.items[name]
    if item.is_asked and item.ask is not None:
        return gettext("This question would have told: {question}", question=item.ask)
    return gettext("Nobody is asked this, you see it or know it: {statement}", statement=item.record)


def _assumed(facts: Sequence[Assumed], words: CaseWords) -> Iterator[Line]:
    assumed = facts[0]
    yield Line("item", words.facts([each.fact for each in facts]))
    yield Line("detail", _TOLD[assumed.stands])
    if assumed.elsewhere:
        yield Line("detail", gettext("The story tells the same in another place, so nothing follows from it."))


def _left_open(attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    marked = attempt.marked
    yield from _group(
        gettext("You answered with no what the story leaves open"),
        (_open(each, each.key, words) for each in marked.taken_as_no),
    )
    yield from _group(
        gettext("You left open what the story tells"),
        (_open(each, each.recorded, words) for each in marked.left_open),
    )
    yield from _group(
        gettext("You left open what the story leaves open"),
        (_open(each, each.key, words) for each in marked.kept_open),
    )
    yield from _group(
        gettext("Not as the key has it; this chooses only whom to call"),
        (_otherwise(each, words) for each in marked.otherwise),
    )


def _group(heading: Text, items: Iterator[Text]) -> Iterator[Line]:
    found = list(items)
    if found:
        yield Line("group", heading)
        yield from (Line("item", text) for text in found)


def _open(left: LeftOpen, as_what: Rest | None, words: CaseWords) -> Message:
    statement = words.items[left.item].record
    if as_what == "declined":
        return gettext("{statement}: the person does not want to say", statement=statement)
    return gettext("{statement}: unclear", statement=statement)


def _otherwise(otherwise: Otherwise, words: CaseWords) -> Message:
    item = words.items[otherwise.item]
    return gettext(
        "{statement}: you recorded {recorded}, and the key has {key}",
        statement=item.record,
        recorded=words.answer(item, otherwise.recorded),
        key=words.answer(item, otherwise.key),
    )
