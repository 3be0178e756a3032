"""The report of a room: many people's sheets of one case, or of several, held against their keys (pure)."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from screening.engine.assess import Assessment, Assessor
from screening.practice.agreement import (
    RESAMPLES,
    Unit,
    alpha,
    alpha_by_chance,
    is_installed,
    pairable,
    resampled_alpha,
)
from screening.practice.cases import Case, report_case
from screening.practice.levels import level_by_patterns
from screening.practice.moved import moved_levels
from screening.practice.room import (
    FEWEST_CASES,
    SMALLEST_ROOM,
    Alpha,
    CaseReport,
    Divided,
    NoAlpha,
    RoomReport,
    Share,
    Sheet,
)
from screening.sets.answers import Answers
from screening.sets.items import items_of
from screening.sets.model import Indicator, IndicatorSet
from screening.sets.vocabulary import ELEMENTS


def report(
    indicator_set: IndicatorSet,
    keys: Mapping[str, Answers],
    sheets: Sequence[Sheet],
    *,
    seed: int,
    resamples: int = RESAMPLES,
) -> RoomReport:
    """What a room made of the cases.

    Args:
        indicator_set: the set that all sheets were made with.
        keys: for each case the record that its vignette has, in the order in which the cases are reported.
        sheets: in the order in which seats are reported.
        seed: of the resampling for the interval of alpha, so that a report can be made again.
        resamples: how often is drawn for it.

    Raises:
        ValueError: a sheet is of a case without a key.
    """
    strange = {sheet.case for sheet in sheets} - keys.keys()
    if strange:
        raise ValueError(f"there is no key for {', '.join(sorted(strange))}")
    assessor, items = Assessor(indicator_set), items_of(indicator_set)
    sat = {sheet.case for sheet in sheets}
    cases = [Case.of(name, key, sheets, assessor) for name, key in keys.items() if name in sat]
    had = {dimension.element for dimension in indicator_set.about.dimensions.values()}
    elements = [element for element in ELEMENTS if element in had]
    reports = tuple(report_case(case, items, elements) for case in cases)
    return RoomReport(
        cases=reports,
        elements={element: _sum(each.elements[element] for each in reports) for element in elements},
        same_level=_sum(each.same_level for each in reports),
        divided=_divided(reports),
        moved=moved_levels(cases, items, assessor, level_by_patterns(indicator_set)),
        alpha=_alpha(indicator_set, cases, seed, resamples),
    )


def _sum(shares: Iterable[Share]) -> Share:
    parts = list(shares)
    return Share(sum(share.part for share in parts), sum(share.whole for share in parts))


def _divided(reports: Sequence[CaseReport]) -> tuple[Divided, ...]:
    """By the share of the pairs of people whom it set apart, on the cases where at least two had marked it."""
    apart: dict[str, list[tuple[str, Share]]] = {}
    for each in reports:
        for question in each.questions:
            if question.same.whole:
                apart.setdefault(question.question, []).append((each.case, question.apart))
    found = [
        Divided(
            name,
            _sum(share for _, share in shares),
            tuple(case for case, share in sorted(shares, key=_most_first) if share.part),
        )
        for name, shares in apart.items()
    ]
    return tuple(sorted((each for each in found if each.apart.part), key=lambda each: -(each.apart.rate or 0)))


def _most_first(placed: tuple[str, Share]) -> float:
    return -(placed[1].rate or 0)


def _alpha(indicator_set: IndicatorSet, cases: Sequence[Case], seed: int, resamples: int) -> Alpha | NoAlpha:
    if len(cases) < FEWEST_CASES:
        return NoAlpha("few_cases")
    full = [case for case in cases if len(case.sheets) >= SMALLEST_ROOM]
    if len(full) < FEWEST_CASES:
        return NoAlpha("few_people")
    if not is_installed():
        return NoAlpha("not_installed")
    found = [[_Found.of(sheet.assessment) for sheet in case.sheets] for case in full]
    units_of = {
        indicator.id: pairable(_unit(indicator, room) for room in found) for indicator in indicator_set.indicators
    }
    units = [unit for each in units_of.values() for unit in each]
    value, by_chance = alpha(units), alpha_by_chance(units_of)
    if value is None or by_chance is None:
        return NoAlpha("no_variation")
    return Alpha(
        value=value,
        by_chance=by_chance,
        interval=resampled_alpha(units, seed, resamples),
        cases=len(full),
        units=len(units),
        people=len({seat for case in full for seat in case.seats}),
    )


class _Found(Struct, frozen=True):
    """The indicators that one sheet comes to.

    Attributes:
        child: whether those count that count for a child only.
    """

    here: frozenset[str]
    unknown: frozenset[str]
    child: bool

    @classmethod
    def of(cls, assessment: Assessment) -> "_Found":
        return cls(frozenset(assessment.present), frozenset(assessment.undetermined), assessment.child)


def _unit(indicator: Indicator, room: Sequence[_Found]) -> Unit:
    """How many found it, and how many did not. Undetermined is missing, and so is what does not count at this age."""
    here = not_here = 0
    for found in room:
        if indicator.id in found.here:
            here += 1
        elif indicator.id not in found.unknown and _counts(indicator, found.child):
            not_here += 1
    return here, not_here


def _counts(indicator: Indicator, child: bool) -> bool:
    """Whether it says anything of somebody of this age. One that has only a weight counts at any."""
    return indicator.strength is None or indicator.strength_for(child) is not None
