"""Why a result is what it is (pure): what supports each element, what is unknown, what was not asked.

Shown with the result only, never during the questions.
"""

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import Struct

from screening.engine.assess import Assessment
from screening.sets.answers import DECLINED, NOT_ASKED, RESTS, UNCLEAR, Answers, Rest, rest_of, ticks_of
from screening.sets.model import Indicator, IndicatorSet
from screening.sets.questions import Option, Question
from screening.sets.ratings import RatedIndicator
from screening.sets.vocabulary import ELEMENTS, Element, Strength, Support

AGE: Final = "age"
# Why something is not known: its questions, or that it counts for a child only and no age is known that decides it.
Unknown = Rest | Literal["age"]


class PresentIndicator(Struct, frozen=True):
    """An indicator that is present.

    Attributes:
        strength: under the rules that apply; of what was rated, that of the mark.
        weight: what it adds to a score.
        shown_by: the questions that show it.
        mark: what was marked, where it is rated.
    """

    indicator: Indicator
    strength: Strength | None
    weight: float | None
    shown_by: tuple[Question, ...]
    mark: Option | None = None


class UndeterminedIndicator(Struct, frozen=True):
    """An indicator of which it is not known whether it is there, or whether it counts for this person.

    Attributes:
        why: why not.
        declined_as: what declining is called at the questions that were declined, where the set words it.
    """

    indicator: Indicator
    why: tuple[Unknown, ...]
    declined_as: tuple[str, ...] = ()


class DimensionExplained(Struct, frozen=True):
    """One dimension.

    Attributes:
        present: what supports it.
        undetermined: what is not known about it.
    """

    id: str
    title: str
    element: Element | None
    support: Support
    present: tuple[PresentIndicator, ...]
    undetermined: tuple[UndeterminedIndicator, ...]


class Explanation(Struct, frozen=True):
    """The whole of it.

    Attributes:
        elements: for each element its dimensions; dimensions without an element stand under None.
        not_asked, unclear, declined: questions, in the order of the interview; those that do not apply left out. One of
            which something was ticked stands where its rest does.
        partly: ids of the questions of which something was ticked, and the rest is not known.
        set_aside: the number of answers that do not count because their question does not apply.
    """

    elements: Mapping[Element | None, tuple[DimensionExplained, ...]]
    not_asked: tuple[Question, ...]
    unclear: tuple[Question, ...]
    declined: tuple[Question, ...]
    partly: frozenset[str]
    set_aside: int


def explain(indicator_set: IndicatorSet, assessment: Assessment, answers: Answers) -> Explanation:
    """Explain an assessment.

    Args:
        indicator_set: the set.
        assessment: the assessment to be explained.
        answers: the answers it was made from.
    """
    closed = set(assessment.closed)
    questions = [question for _, _, question in indicator_set.questions() if question.id not in closed]
    known = _Known(indicator_set, questions, answers, assessment)
    dimensions = [_dimension(name, known, indicator_set, assessment) for name in indicator_set.about.dimensions]
    groups: tuple[Element | None, ...] = (*ELEMENTS, None)
    unknown = {question.id: rest_of(answers.get(question.id)) for question in questions}
    by_rest = {rest: tuple(question for question in questions if unknown[question.id] == rest) for rest in RESTS}
    return Explanation(
        elements={group: tuple(each for each in dimensions if each.element == group) for group in groups},
        not_asked=by_rest[NOT_ASKED],
        unclear=by_rest[UNCLEAR],
        declined=by_rest[DECLINED],
        partly=frozenset(name for name, rest in unknown.items() if rest and ticks_of(answers.get(name))),
        set_aside=sum(name in closed for name in answers),
    )


class _Known:
    """What is known of each indicator, gathered in one pass over the questions: a set may have thousands of both."""

    def __init__(
        self, indicator_set: IndicatorSet, questions: list[Question], answers: Answers, assessment: Assessment
    ) -> None:
        shown_by: dict[str, list[Question]] = {}
        why: dict[str, dict[Rest, None]] = {}
        declined_as: dict[str, dict[str, None]] = {}
        for question in questions:
            answer = answers.get(question.id)
            for name in _shown(question, ticks_of(answer)):
                shown_by.setdefault(name, []).append(question)
            reason = rest_of(answer)
            if reason is not None:
                for name in question.could_show:
                    why.setdefault(name, {})[reason] = None
                    if reason == DECLINED and question.declined is not None:
                        declined_as.setdefault(name, {})[question.declined] = None
        present, undetermined = set(assessment.present), set(assessment.undetermined)
        self.present: dict[str | None, list[PresentIndicator]] = {}
        self.undetermined: dict[str | None, list[UndeterminedIndicator]] = {}
        for each in indicator_set.indicators:
            if each.id in present:
                shown = _present(each, answers, tuple(shown_by[each.id]), child=assessment.child)
                self.present.setdefault(each.dimension, []).append(shown)
            if each.id in undetermined:
                # What was recorded, and is not known to count, waits for the age alone.
                rests = () if each.id in shown_by else tuple(why[each.id])
                only_of_a_child = assessment.child_undecided and each.strength_for(child=False) is None
                age = (AGE,) if only_of_a_child and each.strength_for(child=True) is not None else ()
                unknown = UndeterminedIndicator(each, (*rests, *age), tuple(declined_as.get(each.id, ())))
                self.undetermined.setdefault(each.dimension, []).append(unknown)


def _dimension(name: str, known: _Known, indicator_set: IndicatorSet, assessment: Assessment) -> DimensionExplained:
    dimension = indicator_set.about.dimensions[name]
    present, undetermined = tuple(known.present.get(name, ())), tuple(known.undetermined.get(name, ()))
    support = assessment.dimensions[name]
    return DimensionExplained(name, dimension.title, dimension.element, support, present, undetermined)


def _present(
    indicator: Indicator, answers: Answers, shown_by: tuple[Question, ...], *, child: bool
) -> PresentIndicator:
    mark = indicator.mark(answers.get(indicator.id)) if isinstance(indicator, RatedIndicator) else None
    if mark is None:
        return PresentIndicator(indicator, indicator.strength_for(child), indicator.weight, shown_by)
    return PresentIndicator(indicator, mark.strength, mark.weight, shown_by, mark)


def _shown(question: Question, ticks: tuple[str, ...]) -> set[str]:
    return {name for option in question.choices if option.id in ticks for name in option.shows}
