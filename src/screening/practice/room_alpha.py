"""Krippendorff's alpha of a room: how far people agree on which indicators are there, over several cases (pure)."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from screening.engine.assess import Assessment, Assessor
from screening.practice.agreement import Unit, alpha, chance, is_installed, pairable, resampled_alpha
from screening.practice.at_random import records_at_random
from screening.practice.cases import Case
from screening.practice.room import FEWEST_CASES, SMALLEST_ROOM, Alpha, NoAlpha
from screening.sets.model import Indicator, IndicatorSet

# Enough that two such rooms come to the same within 0.01, and few enough that nobody waits for them.
_AT_RANDOM = 50


def room_alpha(
    indicator_set: IndicatorSet, cases: Sequence[Case], assessor: Assessor, seed: int, resamples: int
) -> Alpha | NoAlpha:
    """The alpha of a room, over the cases that enough people sat.

    Args:
        indicator_set: the set.
        cases: with their sheets.
        assessor: of the set.
        seed: of all that is drawn.
        resamples: how often units are drawn for the interval.
    """
    if len(cases) < FEWEST_CASES:
        return NoAlpha("few_cases")
    full = [case for case in cases if len(case.sheets) >= SMALLEST_ROOM]
    if len(full) < FEWEST_CASES:
        return NoAlpha("few_people")
    if not is_installed():
        return NoAlpha("not_installed")
    units = _units(indicator_set, ([sheet.assessment for sheet in case.sheets] for case in full))
    value = alpha(units)
    if value is None:
        return NoAlpha("no_variation")
    return Alpha(
        value=value,
        # None would mean that they all found the same everywhere; then there is nothing to hold the value against.
        at_random=alpha(_units(indicator_set, _at_random(indicator_set, full, assessor, seed))) or 0.0,
        interval=resampled_alpha(units, seed, resamples),
        cases=len(full),
        units=len(units),
        people=len({seat for case in full for seat in case.seats}),
    )


def _at_random(
    indicator_set: IndicatorSet, cases: Sequence[Case], assessor: Assessor, seed: int
) -> Iterator[list[Assessment]]:
    """A room of people who answer at random, case by case."""
    draw = chance(seed)
    for case in cases:
        yield [assessor.assess(each) for each in records_at_random(indicator_set, case.key.record, _AT_RANDOM, draw)]


def _units(indicator_set: IndicatorSet, rooms: Iterable[Sequence[Assessment]]) -> list[Unit]:
    """Every pair of a case and an indicator of which at least two people know something."""
    found = [[_Found.of(assessment) for assessment in room] for room in rooms]
    return pairable(_unit(indicator, room) for room in found for indicator in indicator_set.indicators)


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
