"""What a result is in the words of IOM's case data standard (pure); `sets.htcds` has the words and their source.

Only from `some_concern` up, and never more than "possible": below that nothing is told at all, for there a fact is a
fact, and in a record about a victim's case it would read as a finding.
"""

from collections.abc import Iterator
from typing import Literal

from screening.engine.assess import Assessment
from screening.sets.answers import Answers, ticks_of
from screening.sets.htcds import (
    DEFINED,
    EXPLOITATIONS,
    LISTED,
    OF_A_CHILD,
    OTHER,
    RESTRICTS_MOVEMENT,
    THREATS,
    USES_CHILDREN,
    CaseFields,
    Exploitation,
    Htcds,
    ListedMethod,
    Method,
)
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import RANK


def case_fields(indicator_set: IndicatorSet, assessment: Assessment, answers: Answers) -> CaseFields:
    """The fields that a result can fill.

    Args:
        indicator_set: the set.
        assessment: the result of these answers.
        answers: item id to answer.

    Returns:
        The fields, each word once and in the order of the standard; empty below `some_concern`. One more indicator adds
        words, and never takes one away.
    """
    if RANK[assessment.level] < RANK["some_concern"]:
        return CaseFields()
    control: set[Method] = set()
    exploitation: set[Exploitation] = set()
    for called, supported in _called(indicator_set, assessment, answers):
        control.update(called.control)
        if supported:
            exploitation.update(called.exploitation)
    if not assessment.child:
        exploitation -= OF_A_CHILD
    listed: list[ListedMethod | Literal["Other"]] = [method for method in LISTED if method in control]
    if not control.isdisjoint(DEFINED):
        listed.append(OTHER)
    return CaseFields(
        status="PossibleVictimOfTrafficking",
        control=tuple(listed),
        threats=THREATS in control,
        restricts_movement=RESTRICTS_MOVEMENT in control,
        uses_children=USES_CHILDREN in control,
        exploitation=tuple(each for each in EXPLOITATIONS if each in exploitation),
    )


def _called(indicator_set: IndicatorSet, assessment: Assessment, answers: Answers) -> Iterator[tuple[Htcds, bool]]:
    """What is named by something that counts for this person, and whether a dimension of it is supported."""
    supported = {name for name, support in assessment.dimensions.items() if support == "supported"}
    for name, dimension in indicator_set.about.dimensions.items():
        if dimension.htcds is not None and name in supported:
            yield dimension.htcds, True
    within = {indicator.id: indicator.dimension for indicator in indicator_set.indicators}
    present, closed = set(assessment.present), set(assessment.closed)
    for indicator in indicator_set.indicators:
        if indicator.htcds is not None and indicator.id in present:
            yield indicator.htcds, indicator.dimension in supported
    for _, _, question in indicator_set.questions():
        called = question.htcds is not None or any(option.htcds is not None for option in question.options)
        if not called or question.id in closed or question.id not in answers:
            continue
        ticks = ticks_of(answers[question.id])
        for option in question.choices:
            counts = present.intersection(option.shows)
            if option.htcds is not None and option.id in ticks and counts:
                yield option.htcds, any(within[name] in supported for name in counts)
