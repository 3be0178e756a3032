"""What somebody is told after a case for practice: how near the key they came, and why, in kind words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from screening.language.messages import Listing, Message, Text, gettext, ngettext
from screening.practice.attempt import Attempt
from screening.practice.marked import levels_apart
from screening.practice.room import is_referred
from screening.show.answer_code import group_lines
from screening.show.levels import level_name
from screening.show.lines import Line
from screening.show.practice_marked import (
    assumed_lines,
    missed_lines,
    seen_lines,
    told_most_line,
    unknown_lines,
)
from screening.show.practice_page_one import page_one_lines
from screening.show.practice_words import CaseWords

FeedbackPart = Literal["missed", "assumed", "open", "seen", "page_one", "code"]

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
    told_most = told_most_line(attempt, words)
    if told_most is not None:
        yield told_most
    yield Line("heading", gettext("What this case teaches"))
    yield Line("text", attempt.vignette.teaches)


def feedback_parts(attempt: Attempt) -> Mapping[FeedbackPart, tuple[Line, ...]]:
    """The rest, part by part; each begins with its heading, and what says nothing is not there.

    Args:
        attempt: the attempt.
    """
    words = CaseWords(attempt.indicator_set)
    parts: dict[FeedbackPart, tuple[Line, ...]] = {
        "missed": _listed(
            gettext("Missed: the story tells it, and you did not record it"), missed_lines(attempt, words)
        ),
        "assumed": _listed(
            gettext("Assumed: you recorded it, and the story does not tell it"), assumed_lines(attempt, words)
        ),
        "open": _listed(gettext("Unknown is not no"), unknown_lines(attempt, words)),
        "seen": _listed(gettext("Seen: you recorded it as the key has it"), seen_lines(attempt, words)),
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


def _listed(heading: Text, lines: Iterable[Line]) -> tuple[Line, ...]:
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
