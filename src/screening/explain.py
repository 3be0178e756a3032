"""Why a result is what it is (pure): what supports each element, what is unknown, what was not asked.

Shown with the result only, never during the questions.
"""

from collections.abc import Mapping
from itertools import combinations, islice
from typing import Literal

from msgspec import Struct

from screening.assess import Assessment, Assessor
from screening.model import (
    ELEMENTS,
    STRENGTHS,
    Answers,
    Element,
    Indicator,
    IndicatorSet,
    Question,
    Strength,
    Support,
)

Unknown = Literal["not_asked", "unclear", "declined"]

MOST_WAYS = 3
# More unknown indicators than this are not searched through: a way that long helps nobody.
_LONGEST_WAY = 4
_WIDEST_SEARCH = 14


class Held(Struct, frozen=True):
    """An indicator that is present, with its strength under the rules that apply, and the questions that show it."""

    indicator: Indicator
    strength: Strength | None
    shown_by: tuple[Question, ...]


class Missing(Struct, frozen=True):
    """An indicator that is not known, and why."""

    indicator: Indicator
    why: tuple[Unknown, ...]


class DimensionExplained(Struct, frozen=True):
    """One dimension.

    Attributes:
        held: what supports it.
        missing: what is not known about it.
        ways: at most three of the shortest sets of unknown indicators that would support it.
    """

    id: str
    title: str
    element: Element | None
    support: Support
    held: tuple[Held, ...]
    missing: tuple[Missing, ...]
    ways: tuple[tuple[Missing, ...], ...]


class Explanation(Struct, frozen=True):
    """The whole of it.

    Attributes:
        elements: for each element its dimensions; dimensions without an element stand under None.
        not_asked, unclear, declined: questions, in the order of the interview; those that do not apply left out.
        set_aside: the number of answers that do not count because their question does not apply.
    """

    elements: Mapping[Element | None, tuple[DimensionExplained, ...]]
    not_asked: tuple[Question, ...]
    unclear: tuple[Question, ...]
    declined: tuple[Question, ...]
    set_aside: int


def explain(indicator_set: IndicatorSet, assessor: Assessor, assessment: Assessment, answers: Answers) -> Explanation:
    """Explain an assessment.

    Args:
        indicator_set: the set.
        assessor: its rules.
        assessment: the assessment to be explained.
        answers: the answers it was made from.
    """
    closed = set(assessment.closed)
    questions = [question for _, _, question in indicator_set.questions() if question.id not in closed]
    dimensions = [
        _dimension(name, indicator_set, questions, assessor, assessment, answers)
        for name in indicator_set.about.dimensions
    ]
    groups: tuple[Element | None, ...] = (*ELEMENTS, None)
    by_answer = {
        kind: tuple(question for question in questions if answers.get(question.id) == kind)
        for kind in (None, "unclear", "declined")
    }
    return Explanation(
        elements={group: tuple(each for each in dimensions if each.element == group) for group in groups},
        not_asked=by_answer[None],
        unclear=by_answer["unclear"],
        declined=by_answer["declined"],
        set_aside=sum(name in closed for name in answers),
    )


def _dimension(
    name: str,
    indicator_set: IndicatorSet,
    questions: list[Question],
    assessor: Assessor,
    assessment: Assessment,
    answers: Answers,
) -> DimensionExplained:
    dimension = indicator_set.about.dimensions[name]
    members = [indicator for indicator in indicator_set.indicators if indicator.dimension == name]
    present, undetermined = set(assessment.present), set(assessment.undetermined)
    held = tuple(
        Held(each, each.strength_for(assessment.child), _shown_by(each.id, questions, answers))
        for each in members
        if each.id in present
    )
    missing = tuple(Missing(each, _why(each.id, questions, answers)) for each in members if each.id in undetermined)
    support = assessment.dimensions[name]
    child = assessment.child or assessment.child_undecided
    ways = _ways(name, held, missing, assessor, child=child) if support == "possible" else ()
    return DimensionExplained(name, dimension.title, dimension.element, support, held, missing, ways)


def _shown_by(indicator: str, questions: list[Question], answers: Answers) -> tuple[Question, ...]:
    return tuple(question for question in questions if indicator in _shown(question, answers))


def _shown(question: Question, answers: Answers) -> set[str]:
    answer = answers.get(question.id)
    ticks = answer if isinstance(answer, tuple) else (answer,)
    return {name for option in question.choices if option.id in ticks for name in option.shows}


def _why(indicator: str, questions: list[Question], answers: Answers) -> tuple[Unknown, ...]:
    reasons: dict[Unknown, None] = {}
    for question in questions:
        if indicator in question.could_show:
            match answers.get(question.id):
                case None:
                    reasons["not_asked"] = None
                case "unclear":
                    reasons["unclear"] = None
                case "declined":
                    reasons["declined"] = None
    return tuple(reasons)


def _rank(strength: Strength | None) -> int:
    return STRENGTHS.index(strength) if strength is not None else len(STRENGTHS)


def _ways(
    dimension: str, held: tuple[Held, ...], missing: tuple[Missing, ...], assessor: Assessor, *, child: bool
) -> tuple[tuple[Missing, ...], ...]:
    """The shortest additions that would support the dimension, all of the same length, at most three."""
    present = [each.indicator.id for each in held]
    strongest_first = sorted(missing, key=lambda each: _rank(each.indicator.strength_for(child)))
    candidates = strongest_first[:_WIDEST_SEARCH]
    for length in range(1, min(_LONGEST_WAY, len(candidates)) + 1):
        supporting = (
            way
            for way in combinations(candidates, length)
            if assessor.supports(dimension, [*present, *(each.indicator.id for each in way)], child)
        )
        found = tuple(islice(supporting, MOST_WAYS))
        if found:
            return found
    return ()
