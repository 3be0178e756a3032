"""What was seen, missed, assumed and left open in a practice, question by question."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from screening.language.messages import Message, Text, gettext
from screening.practice.attempt import Attempt
from screening.practice.marked import Assumed, LeftOpen, Missed, Otherwise, Stands
from screening.sets.answers import DECLINED, Rest
from screening.sets.childhood import CHILDHOOD
from screening.sets.vocabulary import RANK, Level
from screening.show.levels import level_name
from screening.show.lines import Line
from screening.show.practice_words import CaseWords

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


def seen_lines(attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    """What was recorded as the key has it.

    Args:
        attempt: the attempt.
        words: those of its set.
    """
    for _, facts in groupby(attempt.marked.seen, key=lambda fact: fact.item):
        yield Line("item", words.facts(tuple(facts)))


def missed_lines(attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    """What the story tells and was not recorded, each with the question that would have told it.

    Args:
        attempt: the attempt.
        words: those of its set.
    """
    for otherwise in attempt.marked.otherwise:
        if _hides_childhood(otherwise):
            yield from _age(otherwise, attempt, words)
    for facts in _by_question(attempt.marked.missed):
        yield from _missed(facts, attempt, words)


def assumed_lines(attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    """What was recorded and the story does not tell, each with how it stands there.

    Args:
        attempt: the attempt.
        words: those of its set.
    """
    for otherwise in attempt.marked.otherwise:
        if otherwise.decides_rules and not _hides_childhood(otherwise):
            yield from _age(otherwise, attempt, words)
    for facts in _by_question(attempt.marked.assumed):
        yield from _assumed(facts, words)


def unknown_lines(attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    """What was left open or answered with no, where one of them is wrong; and what only chooses whom to call.

    Args:
        attempt: the attempt.
        words: those of its set.
    """
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
        (_otherwise(each, words) for each in marked.otherwise if not each.decides_rules),
    )


def told_most_line(attempt: Attempt, words: CaseWords) -> Line | None:
    """The question that would have led furthest; None where none alone would have led further.

    Args:
        attempt: the attempt.
        words: those of its set.
    """
    marked = attempt.marked
    told = [(each.item, each.level) for each in marked.otherwise if _hides_childhood(each)]
    told += [(each.told_by[0], each.level) for each in marked.lost]
    name, level = max(told, key=lambda each: RANK[each[1]], default=("", marked.level))
    return Line("text", _would_have_told(name, words)) if RANK[level] > RANK[marked.level] else None


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
    yield from _alone(missed.level, attempt)


def _hides_childhood(otherwise: Otherwise) -> bool:
    """Whether the key says that somebody is a child, was one, or may be, and the record does not."""
    childhood = (*CHILDHOOD.get(otherwise.item, ()), DECLINED)
    return otherwise.key in childhood and otherwise.recorded not in childhood


def _age(otherwise: Otherwise, attempt: Attempt, words: CaseWords) -> Iterator[Line]:
    yield Line("item", words.answered(otherwise.item, otherwise.key))
    recorded = words.answer(words.items[otherwise.item], otherwise.recorded)
    yield Line("detail", gettext("You recorded: {answer}. This decides which rules apply.", answer=recorded))
    yield Line("detail", _would_have_told(otherwise.item, words))
    yield from _alone(otherwise.level, attempt)


def _alone(level: Level, attempt: Attempt) -> Iterator[Line]:
    if RANK[level] > RANK[attempt.marked.level]:
        name = level_name(attempt.indicator_set, level)
        yield Line("detail", gettext("This answer alone would have led to: {level}.", level=name))


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
        "{statement}: you recorded: {recorded}; the key has: {key}",
        statement=item.record,
        recorded=words.answer(item, otherwise.recorded),
        key=words.answer(item, otherwise.key),
    )
