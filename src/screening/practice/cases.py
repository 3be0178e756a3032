"""One case: whom the room would have referred, what it missed, and how far it agrees (pure)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from screening.engine.assess import Assessment, Assessor
from screening.practice.agreement import wilson
from screening.practice.question_marks import Marks, QuestionMarks, question_of
from screening.practice.questions import report_question
from screening.practice.room import (
    SMALLEST_ROOM,
    CaseReport,
    QuestionReport,
    Right,
    Share,
    Sheet,
    count_levels,
    is_referred,
)
from screening.sets.answers import Answers
from screening.sets.items import Item
from screening.sets.vocabulary import Element


class Assessed(Struct, frozen=True):
    """A record and what it comes to.

    Attributes:
        record: everything that was recorded.
        answers: without those to questions that do not apply.
    """

    record: Answers
    answers: Answers
    assessment: Assessment
    closed: frozenset[str]

    @classmethod
    def of(cls, answers: Answers, assessor: Assessor) -> "Assessed":
        """Assess a record."""
        assessment = assessor.assess(answers)
        closed = frozenset(assessment.closed)
        counting = {name: answer for name, answer in answers.items() if name not in closed}
        return cls(answers, counting, assessment, closed)

    def marks(self, question: QuestionMarks) -> Marks:
        """What was marked at a question; None where it does not apply."""
        name = question.item.id
        return None if name in self.closed else question.marks(self.answers.get(name))


class Case(Struct, frozen=True):
    """A case with its sheets, all assessed.

    Attributes:
        sheets: at least one.
    """

    id: str
    key: Assessed
    seats: tuple[str, ...]
    sheets: tuple[Assessed, ...]

    @classmethod
    def of(cls, name: str, key: Answers, sheets: Iterable[Sheet], assessor: Assessor) -> "Case":
        """Assess the key of a case, and the sheets that are of it."""
        ours = [sheet for sheet in sheets if sheet.case == name]
        assessed = tuple(Assessed.of(sheet.answers, assessor) for sheet in ours)
        return cls(name, Assessed.of(key, assessor), tuple(sheet.seat for sheet in ours), assessed)

    def questions(self, items: Mapping[str, Item]) -> Iterator[QuestionMarks]:
        """What the key or anybody answered, in the order of the interview. The place of the talk is in no story."""
        for name, item in items.items():
            given = [record.answers.get(name) for record in (self.key, *self.sheets)]
            if item.stage != "place" and any(answer is not None for answer in given):
                yield question_of(item, given)


def report_case(case: Case, items: Mapping[str, Item], elements: Sequence[Element]) -> CaseReport:
    """What the room made of one case.

    Args:
        case: with its sheets.
        items: what the set asks.
        elements: those that it has.
    """
    key, sheets = case.key.assessment, [sheet.assessment for sheet in case.sheets]
    reached = tuple(sheet.level for sheet in sheets)
    referred = sum(map(is_referred, reached))
    should_be = is_referred(key.level)
    small = len(sheets) < SMALLEST_ROOM
    right = Share(referred if should_be else len(sheets) - referred, len(sheets))
    return CaseReport(
        case=case.id,
        seats=case.seats,
        small=small,
        key_level=key.level,
        reached=reached,
        levels=count_levels(reached),
        under_referred=right.whole - right.part if should_be else 0,
        over_referred=0 if should_be else right.whole - right.part,
        right=Right(
            "sensitivity" if should_be else "specificity", right, None if small else wilson(right.part, right.whole)
        ),
        flags_missed={flag: sum(flag not in sheet.flags for sheet in sheets) for flag in key.flags},
        elements={
            element: Share(sum(sheet.elements[element] == key.elements[element] for sheet in sheets), len(sheets))
            for element in elements
        },
        same_level=Share(sum(level == key.level for level in reached), len(sheets)),
        questions=tuple(_questions(case, items)),
    )


def _questions(case: Case, items: Mapping[str, Item]) -> Iterator[QuestionReport]:
    reached = [sheet.assessment.level for sheet in case.sheets]
    for question in case.questions(items):
        room = [sheet.marks(question) for sheet in case.sheets]
        key = case.key.answers.get(question.item.id)
        yield report_question(question, key, case.key.marks(question), room, reached)
