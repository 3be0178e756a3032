"""The report of a room: many people's sheets of one case, or of several, held against their keys (pure)."""

from collections.abc import Iterable, Mapping, Sequence

from screening.engine.assess import Assessor
from screening.practice.agreement import RESAMPLES
from screening.practice.cases import Case, report_case
from screening.practice.levels import level_by_patterns
from screening.practice.moved import moved_levels
from screening.practice.room import CaseReport, Divided, RoomReport, Share, Sheet
from screening.practice.room_alpha import room_alpha
from screening.sets.answers import Answers
from screening.sets.items import items_of
from screening.sets.model import IndicatorSet
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
        seed: of all that is drawn for alpha, so that a report can be made again.
        resamples: how often units are drawn for its interval.

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
        alpha=room_alpha(indicator_set, cases, assessor, seed, resamples),
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
