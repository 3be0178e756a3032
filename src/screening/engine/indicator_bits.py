"""What the bits of an indicator stand for: what each adds to a count or a score, and at which age (pure)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from screening.sets.model import Indicator
from screening.sets.ratings import RatedIndicator
from screening.sets.vocabulary import STRENGTHS, Strength

# Cumulative: a stronger indicator stands in for a weaker one.
_COUNTED_BY: Final[Mapping[Strength | None, frozenset[str]]] = {
    "strong": frozenset({"strong", "medium_or_strong", "total"}),
    "medium": frozenset({"medium_or_strong", "total"}),
    "weak": frozenset({"total"}),
    None: frozenset(),
}


class Bit(Struct, frozen=True):
    """One bit. An indicator has one; a rated one has one for each mark that counts for more than those below it.

    So a higher mark sets all bits of a lower one and more, and its own weight and strength are counted once.

    Attributes:
        indicator: whose it is.
        weight: what it adds to a score.
        counts: for an adult and for a child, the counts that it adds one to.
        counted: for an adult and for a child, whether its weight counts.
        marks: the marks that set it.
    """

    indicator: str
    weight: float | None
    counts: Mapping[bool, frozenset[str]]
    counted: Mapping[bool, bool]
    marks: frozenset[str] = frozenset()


def bits_of(indicator: Indicator) -> Iterator[Bit]:
    """The bits of an indicator.

    Args:
        indicator: the indicator, as the set has it.
    """
    if isinstance(indicator, RatedIndicator):
        yield from _bits_of_rated(indicator)
        return
    strengths = {child: indicator.strength_for(child) for child in (False, True)}
    yield Bit(
        indicator.id,
        indicator.weight,
        {child: _COUNTED_BY[strength] for child, strength in strengths.items()},
        # An indicator with only a weight counts at every age; one with a strength counts where it has one.
        {child: strength is not None or indicator.strength is None for child, strength in strengths.items()},
    )


def _bits_of_rated(indicator: RatedIndicator) -> Iterator[Bit]:
    """One for each weight, of what it adds to the one below; then one for each strength, likewise."""
    counted = dict.fromkeys((False, True), True)
    below = 0.0
    for weight in sorted({mark.weight for mark in indicator.marks if mark.weight}):
        marks = frozenset(mark.id for mark in indicator.marks if (mark.weight or 0) >= weight)
        yield Bit(indicator.id, weight - below, dict.fromkeys((False, True), frozenset[str]()), counted, marks)
        below = weight
    counts: frozenset[str] = frozenset()
    for strength in reversed(STRENGTHS):
        stronger = STRENGTHS[: STRENGTHS.index(strength) + 1]
        if any(mark.strength == strength for mark in indicator.marks):
            marks = frozenset(mark.id for mark in indicator.marks if mark.strength in stronger)
            added = _COUNTED_BY[strength] - counts
            yield Bit(indicator.id, None, dict.fromkeys((False, True), added), counted, marks)
            counts = _COUNTED_BY[strength]


def by_count(every: Iterable[Bit], child: bool) -> dict[str, int]:
    """The bits that each count counts, and those that do not count.

    Args:
        every: all bits of a set, in the order of their places.
        child: whether the rules for a child apply.
    """
    bits = dict.fromkeys(("strong", "medium_or_strong", "total", "not counted"), 0)
    for index, bit in enumerate(every):
        for count in bit.counts[child]:
            bits[count] |= 1 << index
        if not bit.counted[child]:
            bits["not counted"] |= 1 << index
    return bits
