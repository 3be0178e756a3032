"""The parts of a sum that stands for a record, and what each of them comes to (pure).

`pattern_layout` says where the parts are. What one came to once is remembered.
"""

from collections.abc import Sequence
from functools import partial
from operator import getitem, itemgetter
from typing import Any, Generic

from screening.engine.assess import Assessment, Assessor
from screening.engine.learned import Learned, remember
from screening.engine.pattern_dimensions import Dimensions
from screening.engine.pattern_fields import cut
from screening.engine.pattern_layout import Layout
from screening.engine.pattern_shows import Shown, Shows
from screening.engine.thresholds import Compared
from screening.sets.conditions.compile import Test, Truth
from screening.sets.model import IndicatorSet

# What a pathway is, in two bits of a number.
_OPEN, _MAY_OPEN = 1, 2
# Of what dimensions come to.
_ADDS, _SHOWN = itemgetter(0), itemgetter(1)


class AtEveryAge(Generic[Shown]):
    """The parts that come to the same, whichever rules apply.

    Attributes:
        layout: where everything stands in the sum.
        known: what pieces come to: pathways that compare nothing, then flags, answers set aside and how many there are.
        pathways: how pathways are shown, by what they are; and whether more of them may open.
        always: what pathways are that are always open.
    """

    def __init__(
        self, indicator_set: IndicatorSet, assessor: Assessor, compared: Compared, shows: Shows[Shown]
    ) -> None:
        """Prepare the set.

        Args:
            indicator_set: the set.
            assessor: of the set.
            compared: what its levels and pathways compare.
            shows: how parts of an assessment are shown.
        """
        self._shows = shows
        self.layout = layout = Layout(indicator_set, assessor, compared)
        self._places = {pathway.id: 2 * place for place, pathway in enumerate(indicator_set.guidance)}
        self.always = sum(_OPEN << self._places[each.id] for each in indicator_set.guidance if each.when is None)
        self.known: list[dict[bytes, Any]] = [
            *(Learned(partial(self._free, looks.pathway, looks.test(assessor.flag_bit))) for looks in layout.free),
            Learned(lambda looked: shows.flags(layout.flags_in(looked))),
            Learned(lambda looked: shows.set_aside(layout.aside_in(looked))),
            Learned(lambda looked: shows.counts(*layout.counts_in(looked))),
            Learned(lambda looked: shows.unknown(*layout.unknown_in(looked))),
        ]
        self.pathways = Learned(self._pathways_of)

    def state_of(self, pathway: str, assessment: Assessment) -> int:
        """What a pathway is, as a part of what all of them are."""
        truth = True if pathway in assessment.pathways else None if pathway in assessment.may_open else False
        return self._state(pathway, truth)

    def _free(self, pathway: str, test: Test[bytes], looked: bytes) -> int:
        return self._state(pathway, test(looked))

    def _state(self, pathway: str, truth: Truth) -> int:
        return (_OPEN if truth else _MAY_OPEN if truth is None else 0) << self._places[pathway]

    def _pathways_of(self, state: int) -> tuple[Shown, bool]:
        opened, may_open = (
            tuple([name for name, place in self._places.items() if state >> place & 3 == wanted])
            for wanted in (_OPEN, _MAY_OPEN)
        )
        return self._shows.pathways(opened, may_open), bool(may_open)


class Parts(Generic[Shown]):
    """What is known of records to which the rules of one age apply, or of which it is not known which do."""

    def __init__(
        self,
        at_every_age: AtEveryAge[Shown],
        assessor: Assessor,
        compared: Compared,
        child: bool | None,
        shows: Shows[Shown],
    ) -> None:
        """Prepare the rules.

        Args:
            at_every_age: the parts for which they make no difference.
            assessor: of the set.
            compared: what its levels and pathways compare.
            child: whether the rules for a child apply; None where that is not known.
            shows: how parts of an assessment are shown.
        """
        self._shows, self._at_every_age = shows, at_every_age
        self._offset, self._always = compared.offset, at_every_age.always
        self._size = at_every_age.layout.size
        layout = at_every_age.layout
        dimensions = Dimensions(layout.dimensions, assessor.rules, compared, child, shows)
        self._wide, self._dimensions = dimensions.wide, dimensions.rows
        # What each piece of the sum comes to, in their order; what the last ones come to depends on more than them.
        self._known: list[dict[bytes, Any]] = [*dimensions.known, *at_every_age.known]
        self._pathways = self._dimensions + len(layout.free)
        compares = [(looks, compared.by(looks.when, child)) for looks in layout.bound]
        # Pathways that look at more than what is compared; what the others are is learned with the levels.
        self._mixed = [(looks, by, dict[Any, int]()) for looks, by in compares if looks.looks_at_answers]
        self._compares_only = [looks.pathway for looks in layout.bound if not looks.looks_at_answers]
        self._by_levels = compared.by_levels[child]
        for looks, by in compares:
            self._by_levels |= 0 if looks.looks_at_answers else by
        slices = [
            *dimensions.slices,
            *(looks.where for looks in layout.free),
            layout.flags,
            layout.aside,
            layout.counts,
            layout.unknown,
        ]
        self._cut, self._last = cut([*slices, *(looks.where for looks, _, _ in self._mixed)]), len(slices)
        self._shown_pathways = at_every_age.pathways
        # By what they depend on of what is compared: what pathways are that depend on nothing else; and the levels,
        # first where no further pathway may open, then where one may.
        self._levels: dict[int, tuple[int, tuple[Shown, Shown]]] = {}

    def put_together(self, number: int, closed: Shown) -> list[Shown]:
        """The parts of a record that were seen before, each of them, as they are shown and in the order of `Shows`.

        Args:
            number: the sum.
            closed: the questions that do not apply.

        Raises:
            KeyError: one of them was not, and has to be learned first.
        """
        pieces = self._cut(number.to_bytes(self._size, "little"))
        found, total = self._looked_up(pieces)
        state, levels = self._levels[total & self._by_levels]
        state = sum(found[self._dimensions : self._pathways], state)
        for (_, compared, known), looked in zip(self._mixed, pieces[self._last :], strict=True):
            state += known[total & compared, looked]
        pathways, may_open = self._shown_pathways[state]
        flags, *others = found[self._pathways :]
        return [levels[may_open], *map(_SHOWN, found[: self._dimensions]), flags, pathways, closed, *others]

    def learn(self, number: int, assessment: Assessment) -> None:
        """What levels and pathways come to.

        Args:
            number: the sum of a record.
            assessment: of that record, made plainly.
        """
        state_of = self._at_every_age.state_of
        held = number.to_bytes(self._size, "little")
        _, total = self._looked_up(self._cut(held))
        for looks, compared, known in self._mixed:
            remember(known, (total & compared, held[looks.where]), state_of(looks.pathway, assessment))
        state = self._always + sum([state_of(pathway, assessment) for pathway in self._compares_only])
        shown = self._shows.levels(assessment, settled=False)
        once_settled = self._shows.levels(assessment, settled=True) if assessment.level_is_settled else shown
        remember(self._levels, total & self._by_levels, (state, (once_settled, shown)))

    def _looked_up(self, pieces: Sequence[bytes]) -> tuple[list[Any], int]:
        """What the pieces come to, those of a dimension together; and what is compared."""
        found = list(map(getitem, self._known, pieces))
        for first, last, fewest, known in self._wide:
            count = found[last] + found[last - 1]
            for more in found[first : last - 1]:
                count = fewest[count] + more
            found[first : last + 1] = (known[count],)
        return found, sum(map(_ADDS, found[: self._dimensions]), self._offset)
