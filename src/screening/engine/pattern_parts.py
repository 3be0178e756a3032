"""The parts of a sum that stands for a record, and what each of them comes to (pure).

`pattern_layout` says where the parts are. What one came to once is remembered.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from screening.engine.assess import Assessment, Assessor
from screening.engine.learned import Learned, remember
from screening.engine.pattern_layout import Indicators, Layout
from screening.engine.rules import Rules
from screening.engine.thresholds import Compared
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import Support

# How many bytes of dimensions that follow each other are looked at together.
_TOGETHER = 2
# What a pathway is, in two bits of a number.
_OPEN, _MAY_OPEN = 1, 2

Shown = TypeVar("Shown")
Shown_co = TypeVar("Shown_co", covariant=True)


class Shows(Protocol[Shown_co]):
    """How parts of an assessment are shown. Each is shown once, and then again and again."""

    def dimensions(self, supports: tuple[tuple[str, Support], ...]) -> Shown_co:
        """Some dimensions that follow each other."""

    def levels(self, assessment: Assessment) -> Shown_co:
        """The level, its bounds and all that goes with it."""

    def elements(self, assessment: Assessment) -> Shown_co:
        """What the dimensions come to."""

    def pathways(self, opened: tuple[str, ...], may_open: tuple[str, ...]) -> Shown_co:
        """The pathways that are open, and those that may open."""

    def names(self, names: tuple[str, ...]) -> Shown_co:
        """Ids in a row."""

    def counts(self, answered: int, open_: int, unclear: int, declined: int, in_part: int) -> Shown_co:
        """How many questions have an answer, and how many have none; how many answers leave something unknown."""


class Levels(Struct, Generic[Shown], frozen=True):
    """The level and the elements, as they are shown."""

    levels: Shown
    elements: Shown
    settled: bool


class Parts(Generic[Shown]):
    """What is known of records to which the rules of one age apply, or of which it is not known which do.

    Attributes:
        layout: where everything stands in the sum.
        flags, aside, counts: what their bytes come to.
        levels: by what levels depend on of what is reached; filled by `learn`.
        by_levels: what they depend on.
    """

    def __init__(
        self,
        indicator_set: IndicatorSet,
        assessor: Assessor,
        compared: Compared,
        child: bool | None,
        shows: Shows[Shown],
    ) -> None:
        """Prepare the set.

        Args:
            indicator_set: the set.
            assessor: of the set.
            compared: what its levels and pathways compare.
            child: whether the rules for a child apply; None where that is not known.
            shows: how parts of an assessment are shown.
        """
        self._shows = shows
        self.by_levels = compared.by_levels[child]
        self.layout = layout = Layout(indicator_set, assessor, compared, child)
        self.flags = Learned(lambda looked: shows.names(layout.flags_in(looked)))
        self.aside = Learned(lambda looked: shows.names(layout.aside_in(looked)))
        self.counts = Learned(lambda looked: shows.counts(*layout.counts_in(looked)))
        self.levels: dict[int, Levels[Shown]] = {}
        dimensions = [_Dimension(each, assessor.rules, compared, child) for each in layout.dimensions]
        supports = Learned(shows.dimensions)
        self._narrow: list[tuple[slice, Learned[tuple[int, Shown]]]] = []
        self._wide: list[tuple[int, list[tuple[slice, Learned[int]]], Learned[tuple[int, Shown]]]] = []
        for place, row in enumerate(_rows(dimensions)):
            if len(row[0].looked) > 1:
                parts = list(zip(row[0].looked, row[0].parts, strict=True))
                self._wide.append((place, parts, Learned(partial(_shown_of_wide, row[0], supports))))
            else:
                looked = slice(row[0].looked[0].start, row[-1].looked[0].stop)
                self._narrow.append((looked, Learned(partial(_shown_of_row, row, supports))))
        states = {pathway.id: 2 * place for place, pathway in enumerate(indicator_set.guidance)}
        self._states = states
        self._always = sum(_OPEN << states[each.id] for each in indicator_set.guidance if each.when is None)
        self._pathways = [(looks.bytes, looks.compared, looks.pathway, dict[Any, int]()) for looks in layout.pathways]
        self._shown_pathways = Learned(self._pathways_of)

    def dimensions(self, held: bytes) -> list[tuple[int, Shown]]:
        """What dimensions add to what is compared, and how they are shown; those together that are seen together."""
        found = [known[held[looked]] for looked, known in self._narrow]
        for place, parts, known in self._wide:
            found.insert(place, known[sum([part[held[looked]] for looked, part in parts])])
        return found

    def pathways(self, held: bytes, total: int) -> tuple[Shown, bool] | None:
        """The pathways, and whether more of them may open; None where one of them looks at something new."""
        state = self._always
        for looked, compared, _, known in self._pathways:
            seen = known.get((total & compared, held[looked]) if compared else held[looked])
            if seen is None:
                return None
            state += seen
        return self._shown_pathways[state]

    def learn(self, held: bytes, total: int, assessment: Assessment) -> tuple[Levels[Shown], tuple[Shown, bool]]:
        """Both the levels and the pathways, of an assessment that was made plainly."""
        levels = Levels(self._shows.levels(assessment), self._shows.elements(assessment), assessment.level_is_settled)
        remember(self.levels, total & self.by_levels, levels)
        state = self._always
        for looked, compared, name, known in self._pathways:
            is_now = _OPEN if name in assessment.pathways else _MAY_OPEN if name in assessment.may_open else 0
            key = (total & compared, held[looked]) if compared else held[looked]
            state += remember(known, key, is_now << self._states[name])
        return levels, self._shown_pathways[state]

    def _pathways_of(self, state: int) -> tuple[Shown, bool]:
        opened, may_open = (
            tuple([name for name, shift in self._states.items() if state >> shift & 3 == wanted])
            for wanted in (_OPEN, _MAY_OPEN)
        )
        return self._shows.pathways(opened, may_open), bool(may_open)


class _Dimension:
    """A dimension under the rules of one age.

    Attributes:
        name: its id.
        looked: the bytes that it looks at; in several parts where there are very many combinations.
        parts: for each of these, how many indicators of each kind there are, as a number; all parts add up.
        of_first: the outcome, where there is one part only.
    """

    def __init__(self, indicators: Indicators, rules: Rules, compared: Compared, child: bool | None) -> None:
        self._rules, self._compared = rules, compared
        self._certain, self._possible = child is True, child is not False
        self._like = indicators.like
        self.name = indicators.dimension
        self.looked = indicators.bytes
        self.parts = [Learned(partial(indicators.counted, part)) for part, _ in enumerate(self.looked)]
        self.of_first = Learned(lambda looked: self.outcome(self.parts[0][looked]))
        self._outcomes = Learned(self._outcome)

    def outcome(self, count: int) -> tuple[int, Support]:
        """What it adds to what is compared, and how far it is supported, with so many indicators of each kind."""
        return self._outcomes[self._like(count)]

    def _outcome(self, like: tuple[int, int]) -> tuple[int, Support]:
        present, possible = like
        lower = present != 0 and self._rules.supports(self.name, present, self._certain)
        upper = possible != 0 and self._rules.supports(self.name, possible, self._possible)
        outcomes = [(present, lower, self._certain), (possible, upper, self._possible)]
        support: Support = "supported" if lower else "possible" if upper else "not_supported"
        return self._compared.of_dimension(self.name, outcomes), support


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


def _shown_of_wide(dimension: _Dimension, supports: Learned[Shown], count: int) -> tuple[int, Shown]:
    adds, support = dimension.outcome(count)
    return adds, supports[((dimension.name, support),)]


def _shown_of_row(row: Sequence[_Dimension], supports: Learned[Shown], looked: bytes) -> tuple[int, Shown]:
    begin = row[0].looked[0].start
    adds, supported = 0, []
    for each in row:
        added, support = each.of_first[looked[each.looked[0].start - begin : each.looked[0].stop - begin]]
        adds += added
        supported.append((each.name, support))
    return adds, supports[tuple(supported)]
