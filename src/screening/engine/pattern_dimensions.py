"""What the dimensions of a sum that stands for a record come to, under the rules of one age (pure)."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Generic

from screening.engine.learned import Learned
from screening.engine.pattern_indicators import Counting, Indicators
from screening.engine.pattern_shows import Shown, Shows
from screening.engine.rules import Rules
from screening.engine.thresholds import Compared
from screening.sets.vocabulary import Support

# How many bytes of dimensions that follow each other are looked at together.
_TOGETHER = 2
# What some dimensions that follow each other add to what is compared, and how far each is supported.
_Outcome = tuple[int, tuple[tuple[str, Support], ...]]


class Dimensions(Generic[Shown]):
    """All dimensions of a set. Narrow ones are looked at a few together, a wide one in several pieces.

    Attributes:
        slices: where the pieces are, in order.
        known: what each of them comes to: what is added to what is compared, with what is shown; but a piece of a wide
            dimension to how many indicators it has.
        wide: the places of the first and the last piece of each wide dimension, from the last of these to the first;
            what two numbers of indicators come to together; and what the sum of all comes to.
        rows: how many there are once wide ones are put together.
    """

    def __init__(
        self,
        indicators: Sequence[Indicators],
        rules: Rules,
        compared: Compared,
        child: bool | None,
        shows: Shows[Shown],
    ) -> None:
        """Prepare them.

        Args:
            indicators: those of each dimension.
            rules: of the set.
            compared: what its levels and pathways compare.
            child: whether the rules for a child apply; None where that is not known.
            shows: how parts of an assessment are shown.
        """
        self.slices: list[slice] = []
        self.known: list[Learned[int] | Learned[tuple[int, Shown]]] = []
        self.wide: list[tuple[int, int, Learned[int], Learned[tuple[int, Shown]]]] = []
        self.rows = 0
        outcomes = Learned(partial(_shown_of, shows))
        for row in _rows([_Dimension(each, rules, compared, child) for each in indicators]):
            first = row[0]
            self.rows += 1
            if len(first.looked) > 1:
                ends = len(self.slices), len(self.slices) + len(first.looked) - 1
                self.wide.insert(0, (*ends, Learned(first.fewest), Learned(partial(_of_wide, outcomes, first))))
                self.slices += first.looked
                self.known += first.parts
            else:
                self.slices.append(slice(first.looked[0].start, row[-1].looked[0].stop))
                self.known.append(Learned(partial(_of_row, outcomes, row)))


class _Dimension:
    """A dimension under the rules of one age.

    Attributes:
        looked: the bytes that it looks at; in several parts where there are very many combinations.
        parts: for each of these, how many indicators of each kind there are, as a number; all parts add up.
        fewest: the smallest of such numbers that comes to the same.
    """

    def __init__(self, indicators: Indicators, rules: Rules, compared: Compared, child: bool | None) -> None:
        self._rules, self._compared = rules, compared
        self._certain, self._possible = child is True, child is not False
        counting = Counting(indicators, rules, compared.most, child)
        self._name = indicators.dimension
        self.looked = indicators.bytes
        self.parts = [Learned(partial(counting.counted, part)) for part, _ in enumerate(self.looked)]
        self.fewest, self._like = counting.fewest, counting.like
        self._outcomes = Learned(self._outcome)

    def outcome(self, count: int) -> _Outcome:
        """What comes of so many indicators of each kind."""
        return self._outcomes[self._like(count)]

    def _outcome(self, like: tuple[int, int]) -> _Outcome:
        present, possible = like
        lower = present != 0 and self._rules.supports(self._name, present, self._certain)
        upper = possible != 0 and self._rules.supports(self._name, possible, self._possible)
        outcomes = [(present, lower, self._certain), (possible, upper, self._possible)]
        support: Support = "supported" if lower else "possible" if upper else "not_supported"
        return self._compared.of_dimension(self._name, outcomes), ((self._name, support),)


def _rows(dimensions: Sequence[_Dimension]) -> Iterator[list[_Dimension]]:
    """Dimensions that are looked at together; one of several parts is alone."""
    row: list[_Dimension] = []
    for each in dimensions:
        wide = len(each.looked) > 1
        if row and (wide or len(row[0].looked) > 1 or each.looked[0].stop - row[0].looked[0].start > _TOGETHER):
            yield row
            row = []
        row.append(each)
    if row:
        yield row


def _of_wide(known: Learned[tuple[int, Shown]], dimension: _Dimension, count: int) -> tuple[int, Shown]:
    return known[dimension.outcome(count)]


def _of_row(known: Learned[tuple[int, Shown]], row: Sequence[_Dimension], looked: bytes) -> tuple[int, Shown]:
    begin = row[0].looked[0].start
    adds = 0
    supports: list[tuple[str, Support]] = []
    for each in row:
        added, supported = each.outcome(
            each.parts[0][looked[each.looked[0].start - begin : each.looked[0].stop - begin]]
        )
        adds += added
        supports += supported
    return known[adds, tuple(supports)]


def _shown_of(shows: Shows[Shown], outcome: _Outcome) -> tuple[int, Shown]:
    adds, supports = outcome
    return adds, shows.dimensions(supports)
