"""One question of a case: what the room marked, how far it agrees, and with the key (pure)."""

from collections import Counter
from collections.abc import Sequence

from screening.practice.question_marks import Marks, QuestionMarks, pairs, same_and_apart, same_mark
from screening.practice.room import (
    TICKS,
    AgainstKey,
    MarkCount,
    OptionReport,
    QuestionReport,
    Share,
    Tick,
    count_levels,
)
from screening.sets.answers import NOT_ASKED, Answer
from screening.sets.vocabulary import Level


def report_question(
    question: QuestionMarks, key: Answer | None, key_marks: Marks, room: Sequence[Marks], reached: Sequence[Level]
) -> QuestionReport:
    """What the room made of one question.

    Args:
        question: how it is marked.
        key: what the case says; None where it is silent, or where the question does not apply.
        key_marks: the same as marks.
        room: the marks of each seat.
        reached: its level.
    """
    against_key = tuple(question.beside(key_marks, marks) for marks in room)
    several = question.item.several
    same, apart = same_and_apart(question, room)
    counted = Counter(against_key)
    return QuestionReport(
        question=question.item.id,
        kind=question.item.kind,
        key=key,
        given=() if several else _given(question.places[0], room, reached),
        options=tuple(_option(question, place, key_marks, room, reached) for place in question.places)
        if several
        else (),
        against_key=against_key,
        agreed=_agreed(counted),
        unknown=counted["unknown"],
        closed=sum(marks is None for marks in room),
        same=Share(same, same + apart),
        apart=Share(apart, pairs(len(room))),
    )


def _option(
    question: QuestionMarks, place: str, key_marks: Marks, room: Sequence[Marks], reached: Sequence[Level]
) -> OptionReport:
    key = NOT_ASKED if key_marks is None else key_marks[place]
    told = [marks[place] for marks in room if marks is not None]
    counted = Counter(question.mark_beside(key, mark) for mark in told)
    return OptionReport(
        option=place,
        key=_tick(key),
        given=_given(place, room, reached),
        agreed=_agreed(counted),
        unknown=counted["unknown"],
        same=same_mark(told),
    )


def _given(place: str, room: Sequence[Marks], reached: Sequence[Level]) -> tuple[MarkCount, ...]:
    """Each mark with its seats, the most frequent first; equal ones as they first came."""
    levels: dict[str, list[Level]] = {}
    for marks, level in zip(room, reached, strict=True):
        if marks is not None:
            levels.setdefault(marks[place], []).append(level)
    most_first = sorted(levels.items(), key=lambda each: -len(each[1]))
    return tuple(MarkCount(mark, len(found), count_levels(found)) for mark, found in most_first)


def _agreed(counted: Counter[AgainstKey]) -> Share:
    return Share(counted["agrees"], counted["agrees"] + counted["differs"])


def _tick(mark: str) -> Tick | None:
    return next((tick for tick in TICKS if tick == mark != NOT_ASKED), None)
