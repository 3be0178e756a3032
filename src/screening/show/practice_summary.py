"""An exercise of several cases in short, and all of what is kept of one on request."""

from collections.abc import Iterator, Sequence

from screening.language.messages import Listing, Message, gettext, ngettext
from screening.practice.attempt import Attempt
from screening.show.answer_code import group_lines
from screening.show.levels import level_name
from screening.show.lines import Line
from screening.show.practice_feedback import feedback_lines
from screening.show.practice_words import CaseWords

_INVENTED = gettext("Practice on invented cases. Nothing here is about anybody.")


def summary_lines(attempts: Sequence[Attempt]) -> Iterator[Line]:
    """Several cases, one after another, and what they come to together.

    Args:
        attempts: in the order in which they were made.
    """
    same = sum(each.marked.level == each.marked.key_level for each in attempts)
    under = sum(bool(each.marked.under) for each in attempts)
    over = sum(bool(each.marked.over) for each in attempts)
    told = ngettext(
        "You reached the level of the key in {same} of {count} case.",
        "You reached the level of the key in {same} of {count} cases.",
        len(attempts),
        same=same,
    )
    yield Line("lead", told)
    yield Line("text", gettext("Under-referral: {under}. Over-referral: {over}.", under=under, over=over))
    for number, attempt in enumerate(attempts, start=1):
        yield from _case(number, attempt)
    again = gettext("The same cases can be practised again with other answers; a case that went wrong is worth it.")
    yield Line("paragraph", again)


def _case(number: int, attempt: Attempt) -> Iterator[Line]:
    marked, words = attempt.marked, CaseWords(attempt.indicator_set)
    reached, key = (level_name(attempt.indicator_set, level) for level in (marked.level, marked.key_level))
    title = attempt.vignette.title
    yield Line("subheading", gettext("{number}. {title}", number=number, title=title))
    if marked.level == marked.key_level:
        yield Line("item", gettext("{level}, as the key has it", level=reached))
    else:
        yield Line("item", gettext("{level}; the key has: {key}", level=reached, key=key))
    if marked.under:
        ways = Listing(tuple(words.ways(marked.under)), "semicolon")
        yield Line("item", gettext("Under-referral: {ways}", ways=ways))
    if marked.over:
        ways = Listing(tuple(words.ways(marked.over)), "semicolon")
        yield Line("item", gettext("Over-referral: {ways}", ways=ways))
    yield Line("item", _facts(attempt))
    # Translators: {code} is a practice code.
    yield Line("item", gettext("Practice code: {code}", code=attempt.code))


def _facts(attempt: Attempt) -> Message:
    marked = attempt.marked
    return gettext(
        "Facts seen: {seen}, missed: {missed}, assumed: {assumed}",
        seen=len(marked.seen) + len(marked.missed) - len(marked.lost),
        missed=len(marked.lost),
        assumed=len(marked.added),
    )


def codes_lines(attempts: Sequence[Attempt]) -> Iterator[Line]:
    """The codes alone, for a room that is to see the key together and later.

    Args:
        attempts: in the order in which they were made.
    """
    yield Line(
        "lead", gettext("Copy the code, group by group. What the key says is told when all have handed in theirs.")
    )
    for attempt in attempts:
        yield Line("heading", attempt.vignette.title)
        yield from group_lines(attempt.code.split("-"))


def report_lines(attempts: Sequence[Attempt]) -> Iterator[Line]:
    """All that is kept of an exercise: the summary, where there are several, and then each case in full.

    Args:
        attempts: in the order in which they were made.
    """
    yield Line("title", gettext("Practice"))
    yield Line("text", _INVENTED)
    if len(attempts) > 1:
        yield from summary_lines(attempts)
    for attempt in attempts:
        # Translators: a case: its title, and then the ids of its set and of itself.
        title = gettext(
            "{title} ({set}/{id})",
            title=attempt.vignette.title,
            set=attempt.indicator_set.about.id,
            id=attempt.vignette.id,
        )
        yield Line("title", title)
        yield from feedback_lines(attempt)
