"""Two rounds of one exercise, before and after, case by case (pure).

Rooms are compared, and never people: a seat is where somebody sits, and nobody is asked to sit there again.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from screening.practice.room import Alpha, CaseReport, LevelCounts, NoAlpha, QuestionReport, Right, RoomReport, Share
from screening.sets.vocabulary import Element


class QuestionChange(Struct, frozen=True):
    """One question of a case, in both rounds.

    Attributes:
        agreed, unknown, same: as in the report of each round, before and after.
    """

    question: str
    agreed: tuple[Share, Share]
    unknown: tuple[int, int]
    same: tuple[Share, Share]

    @property
    def gained(self) -> float | None:
        """By how much the share rose that agrees with the key, from -1 to 1; None where a round has no such share."""
        before, after = (share.rate for share in self.agreed)
        return None if before is None or after is None else after - before


class CaseChange(Struct, frozen=True):
    """One case, in both rounds.

    Attributes:
        seats: how many handed in a sheet.
        levels, right, same_level: as in the report of each round, before and after.
        under_referred, over_referred, flags_missed, elements: likewise.
        questions: those of both rounds, in the order of the interview.
    """

    case: str
    seats: tuple[int, int]
    levels: tuple[LevelCounts, LevelCounts]
    right: tuple[Right, Right]
    same_level: tuple[Share, Share]
    under_referred: tuple[int, int]
    over_referred: tuple[int, int]
    flags_missed: Mapping[str, tuple[int, int]]
    elements: Mapping[Element, tuple[Share, Share]]
    questions: tuple[QuestionChange, ...]

    @property
    def most_changed(self) -> tuple[QuestionChange, ...]:
        """The questions that agree with the key more than before, or less: those that changed most come first."""
        changed = [question for question in self.questions if question.gained]
        return tuple(sorted(changed, key=lambda question: -abs(question.gained or 0)))


class RoundsCompared(Struct, frozen=True):
    """Two rounds.

    Attributes:
        cases: those of both rounds.
        only_before, only_after: those of one alone, of which nothing can be compared.
        alpha: of each round, over its own cases; two are compared only where the cases are the same.
    """

    cases: tuple[CaseChange, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    alpha: tuple[Alpha | NoAlpha, Alpha | NoAlpha]


def compare(before: RoomReport, after: RoomReport) -> RoundsCompared:
    """What changed from one round of an exercise to the next.

    Args:
        before: the report of the first, made with the same set and keys as the other.
        after: that of the second.
    """
    first, second = ({case.case: case for case in each.cases} for each in (before, after))
    return RoundsCompared(
        cases=tuple(_case(first[name], second[name]) for name in first if name in second),
        only_before=tuple(name for name in first if name not in second),
        only_after=tuple(name for name in second if name not in first),
        alpha=(before.alpha, after.alpha),
    )


def _case(before: CaseReport, after: CaseReport) -> CaseChange:
    return CaseChange(
        case=before.case,
        seats=(len(before.seats), len(after.seats)),
        levels=(before.levels, after.levels),
        right=(before.right, after.right),
        same_level=(before.same_level, after.same_level),
        under_referred=(before.under_referred, after.under_referred),
        over_referred=(before.over_referred, after.over_referred),
        flags_missed={flag: (missed, after.flags_missed[flag]) for flag, missed in before.flags_missed.items()},
        elements={element: (share, after.elements[element]) for element, share in before.elements.items()},
        questions=tuple(_questions(before.questions, after.questions)),
    )


def _questions(before: tuple[QuestionReport, ...], after: tuple[QuestionReport, ...]) -> Iterator[QuestionChange]:
    second = {question.question: question for question in after}
    for first in before:
        if first.question in second:
            other = second[first.question]
            yield QuestionChange(
                first.question,
                (first.agreed, other.agreed),
                (first.unknown, other.unknown),
                (first.same, other.same),
            )
