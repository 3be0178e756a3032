"""A great many records, assessed fast (pure): what comes of one is put together from what came of others before it.

A record is a sum, to which every answer adds its own number: in fields of it stands how many indicators of each kind
a dimension has for certain and could have, how often each flag is raised, and which answers pathways meet. Each
dimension and each pathway looks at its own bytes of the sum, and what they saw once they need not work out again; nor
is a level worked out again where the same numbers were reached. Whatever was not seen yet is asked of the `Assessor`,
so that there is one place where it is decided. What is remembered is bounded.
"""

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from screening.engine.assess import Assessment, Assessor
from screening.engine.pattern_layout import Indicators, Layout
from screening.engine.rules import Rules
from screening.engine.thresholds import Compared
from screening.sets.answers import Answer, Answers
from screening.sets.childhood import CHILDHOOD, child_rule_applies
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import Support

# How many outcomes are remembered of one thing, so that memory does not grow with the number of records.
MOST_KNOWN = 1 << 15
_COUNTED = itemgetter(0)

Shown = TypeVar("Shown")
Known = TypeVar("Known")
Shown_co = TypeVar("Shown_co", covariant=True)


class Reads(Protocol):
    """Understands what is written, as `reading.records.RecordReader` does; raises what is wrong with it."""

    def answers(self, written: Mapping[str, Any]) -> dict[str, Answer]:
        """Answers to questions."""

    def circumstances(self, written: Mapping[str, Any]) -> dict[str, Answer]:
        """Circumstances."""


class Shows(Protocol[Shown_co]):
    """How parts of an assessment are shown. Each is shown once, and then again and again."""

    def dimension(self, name: str, support: Support) -> Shown_co:
        """One dimension."""

    def levels(self, assessment: Assessment) -> Shown_co:
        """The level, its bounds and all that goes with it."""

    def elements(self, assessment: Assessment) -> Shown_co:
        """What the dimensions come to."""

    def pathways(self, assessment: Assessment) -> Shown_co:
        """The pathways that are open, and those that may open."""

    def names(self, names: tuple[str, ...]) -> Shown_co:
        """Ids in a row."""

    def counts(self, answered: int, open_: int, unclear: int, declined: int, in_part: int) -> Shown_co:
        """How many questions have an answer, and how many have none; how many answers leave something unknown."""


class _Levels(Struct, Generic[Shown], frozen=True):
    levels: Shown
    elements: Shown
    settled: bool


class Pattern(Struct, Generic[Shown], gc=False):
    """What comes of one record, as `Assessment` has it, in parts as they are shown.

    Attributes:
        dimensions: in the second place of each; the first is what it adds to what is compared.
        settled: whether no further answer can change the level or open a pathway.
    """

    levels: Shown
    settled: bool
    elements: Shown
    dimensions: list[tuple[int, Shown]]
    flags: Shown
    pathways: Shown
    closed: Shown
    set_aside: Shown
    counts: Shown


class Patterns(Generic[Shown]):
    """The rules of one set, ready to assess a great many records.

    Attributes:
        hits, misses: how many records were put together from what was known, and how many were not.
    """

    def __init__(self, indicator_set: IndicatorSet, reads: Reads, shows: Shows[Shown]) -> None:
        """Prepare the set; it must have been read without problems.

        Args:
            indicator_set: the set.
            reads: understands what is written in records.
            shows: how parts of an assessment are shown.
        """
        self._assessor = assessor = Assessor(indicator_set)
        self._reads, self._shows = reads, shows
        decisive = {*assessor.gates.decided_by, *CHILDHOOD}
        self._questions = sorted(decisive - CIRCUMSTANCES.keys())
        self._circumstances = sorted(decisive & CIRCUMSTANCES.keys())
        self._openings: dict[tuple[Any, ...], _Opening[Shown]] = {}
        compared = Compared(indicator_set, assessor.rules)
        self._by_age = {
            child: _OfAge(indicator_set, assessor, compared, child, reads, shows) for child in (True, False, None)
        }
        self.hits = self.misses = 0

    def assess(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> Pattern[Shown]:
        """Assess what was recorded.

        Args:
            answers: as they are written, by the ids of questions. Several are read fastest as tuples.
            circumstances: likewise.

        Raises:
            Exception: what `reads` raises of something that is not of the set.
        """
        try:
            opening, number = self._sum(answers, circumstances)
        except (KeyError, TypeError):
            # The reading tells what is wrong. If nothing is, there are lists, which cannot be looked up.
            self._read(answers, circumstances)
            opening, number = self._sum(_with_tuples(answers), _with_tuples(circumstances))
        age = opening.age
        held = number.to_bytes(age.layout.size, "little")
        dimensions = age.seen(held)
        total = age.compared.reached(sum(map(_COUNTED, dimensions)))
        levels = age.levels.get(total & age.compared.by_levels)
        pathways = age.opened(held, total)
        if levels is None or pathways is None:
            self.misses += 1
            assessment = self._assessor.assess(self._read(answers, circumstances))
            levels, pathways = age.learned(held, total, assessment)
        else:
            self.hits += 1
        return Pattern(
            levels.levels,
            levels.settled and not pathways[1],
            levels.elements,
            dimensions,
            age.flags(held),
            pathways[0],
            opening.closed,
            age.aside(held),
            age.counts(held),
        )

    def _sum(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> "tuple[_Opening[Shown], int]":
        key = (*map(answers.get, self._questions), *map(circumstances.get, self._circumstances))
        opening = self._openings.get(key)
        if opening is None:
            opening = _remember(self._openings, key, self._opening(self._read(answers, circumstances)))
        tables, others = opening.tables, opening.age.circumstances
        said = [tables[name][value] for name, value in answers.items()]
        said += [others[name][value] for name, value in circumstances.items()]
        return opening, sum(said, opening.base)

    def _opening(self, recorded: Answers) -> "_Opening[Shown]":
        closed = tuple([name for name, truth in self._assessor.gates.test(recorded).items() if truth is False])
        age = self._by_age[child_rule_applies(recorded)]
        return _Opening(
            age,
            age.layout.base(recorded, closed),
            {**age.open, **{name: age.closed[name] for name in closed}},
            self._shows.names(closed),
        )

    def _read(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> dict[str, Answer]:
        return {**self._reads.answers(answers), **self._reads.circumstances(circumstances)}


class _Added(dict[Any, int]):
    """What each answer to one question or circumstance adds, which is worked out when it comes for the first time."""

    def __init__(
        self, item: str, read: Callable[[Mapping[str, Any]], Answers], added: Callable[[str, Answer | None], int]
    ) -> None:
        self._item, self._read, self._adds = item, read, added

    def __missing__(self, value: Any) -> int:
        number = self._adds(self._item, self._read({self._item: value}).get(self._item))
        # A number is not remembered, for to a table 1 is the same as true, which is no answer.
        return _remember(self, value, number) if _is_text(value) else number


class _OfAge(Generic[Shown]):
    """What is known of records to which the rules of one age apply, or of which it is not known which do.

    Attributes:
        layout: where everything stands in the sum.
        open, closed, circumstances: what each answer adds, to a question that applies and to one that does not.
    """

    def __init__(
        self,
        indicator_set: IndicatorSet,
        assessor: Assessor,
        compared: Compared,
        child: bool | None,
        reads: Reads,
        shows: Shows[Shown],
    ) -> None:
        self._shows = shows
        self.compared = compared
        self.layout = layout = Layout(indicator_set, assessor, compared, child)
        self.open = {name: _Added(name, reads.answers, layout.said) for name in layout.questions}
        self.closed = {name: _Added(name, reads.answers, layout.aside_of) for name in layout.questions}
        self.circumstances = {name: _Added(name, reads.circumstances, layout.said) for name in CIRCUMSTANCES}
        self._dimensions = [
            _Dimension(indicators, assessor.rules, compared, child, shows) for indicators in self.layout.dimensions
        ]
        self._narrow = [(each.looked[0], each.known) for each in self._dimensions if each.is_narrow]
        self._wide = [
            (place, list(zip(each.looked, each.parts, strict=True)), each.known, each)
            for place, each in enumerate(self._dimensions)
            if not each.is_narrow
        ]
        self.levels: dict[int, _Levels[Shown]] = {}
        self._pathways = [
            _Pathway(number, looks.pathway, looks.bytes, looks.compared, {})
            for number, looks in enumerate(self.layout.pathways)
        ]
        self._opened: dict[int, tuple[Shown, bool]] = {}
        self._flags: dict[bytes, Shown] = {}
        self._aside: dict[bytes, Shown] = {}
        self._counts: dict[bytes, Shown] = {}

    def seen(self, held: bytes) -> list[tuple[int, Shown]]:
        """What each dimension adds to what is compared, and how it is shown."""
        try:
            dimensions = [known[held[looked]] for looked, known in self._narrow]
        except KeyError:
            dimensions = [dimension.seen(held) for dimension in self._dimensions if dimension.is_narrow]
        for place, parts, known, dimension in self._wide:
            try:
                dimensions.insert(place, known[sum([part[held[looked]] for looked, part in parts])])
            except KeyError:
                dimensions.insert(place, dimension.seen(held))
        return dimensions

    def opened(self, held: bytes, total: int) -> tuple[Shown, bool] | None:
        """The pathways, and whether more of them may open, where each of them saw this before."""
        code = 0
        for pathway in self._pathways:
            looked = held[pathway.looked]
            seen = pathway.known.get((total & pathway.compared, looked) if pathway.compared else looked)
            if seen is None:
                return None
            code += seen
        return self._opened.get(code)

    def learned(self, held: bytes, total: int, assessment: Assessment) -> tuple[_Levels[Shown], tuple[Shown, bool]]:
        """Both, of an assessment that was made plainly."""
        levels = _Levels(self._shows.levels(assessment), self._shows.elements(assessment), assessment.level_is_settled)
        code = sum(pathway.learned(total, held[pathway.looked], assessment) for pathway in self._pathways)
        pathways = (self._shows.pathways(assessment), bool(assessment.may_open))
        return _remember(self.levels, total & self.compared.by_levels, levels), _remember(self._opened, code, pathways)

    def flags(self, held: bytes) -> Shown:
        """The flags that are raised."""
        looked = held[self.layout.flags]
        known = self._flags.get(looked)
        return known or _remember(self._flags, looked, self._shows.names(self.layout.flags_in(looked)))

    def aside(self, held: bytes) -> Shown:
        """The questions that were answered and are closed."""
        looked = held[self.layout.aside]
        known = self._aside.get(looked)
        return known or _remember(self._aside, looked, self._shows.names(self.layout.aside_in(looked)))

    def counts(self, held: bytes) -> Shown:
        """How many answers there are, and how many are not."""
        looked = held[self.layout.counts]
        known = self._counts.get(looked)
        return known or _remember(self._counts, looked, self._shows.counts(*self.layout.counts_in(looked)))


class _Opening(Struct, Generic[Shown], frozen=True):
    """What the gates and the childhood of a record make of it; many records have the same."""

    age: _OfAge[Shown]
    base: int
    tables: Mapping[str, _Added]
    closed: Shown


class _Pathway(Struct):
    """A pathway: for what it looks at, 1 where it is open, 2 where it may open, in its own place of a number."""

    number: int
    id: str
    looked: slice
    compared: int
    known: dict[Any, int]

    def learned(self, total: int, looked: bytes, assessment: Assessment) -> int:
        state = 1 if self.id in assessment.pathways else 2 if self.id in assessment.may_open else 0
        key = (total & self.compared, looked) if self.compared else looked
        return _remember(self.known, key, state << (2 * self.number))


class _Dimension(Generic[Shown]):
    """A dimension under the rules of one age.

    Attributes:
        looked: the bytes that it looks at.
        is_narrow: whether they are one part only.
        parts: for each of these, how many indicators of each kind there are, as a number.
        known: what that number comes to; where there is one part, what its bytes come to.
    """

    def __init__(
        self, indicators: Indicators, rules: Rules, compared: Compared, child: bool | None, shows: Shows[Shown]
    ) -> None:
        self._indicators, self._rules, self._compared, self._shows = indicators, rules, compared, shows
        self._certain, self._possible = child is True, child is not False
        self.looked = indicators.bytes
        self.is_narrow = len(self.looked) == 1
        self.parts: list[dict[bytes, int]] = [{} for _ in self.looked]
        self.known: dict[Any, tuple[int, Shown]] = {}
        self._outcomes: dict[tuple[int, int], tuple[int, Shown]] = {}
        self._supports: dict[Support, Shown] = {}

    def seen(self, held: bytes) -> tuple[int, Shown]:
        """What it adds to what is compared, and how it is shown."""
        number = 0
        if self.is_narrow and (known := self.known.get(held[self.looked[0]])) is not None:
            return known
        for index, looked in enumerate(self.looked):
            part = self.parts[index].get(held[looked])
            if part is None:
                part = _remember(self.parts[index], held[looked], self._indicators.counted(index, held[looked]))
            number += part
        like = self._indicators.like(number)
        outcome = self._outcomes.get(like)
        if outcome is None:
            outcome = _remember(self._outcomes, like, self._outcome(*like))
        if self.is_narrow or number not in self.known:
            _remember(self.known, held[self.looked[0]] if self.is_narrow else number, outcome)
        return outcome

    def _outcome(self, present: int, possible: int) -> tuple[int, Shown]:
        name = self._indicators.dimension
        lower = present != 0 and self._rules.supports(name, present, self._certain)
        upper = possible != 0 and self._rules.supports(name, possible, self._possible)
        outcomes = [(present, lower, self._certain), (possible, upper, self._possible)]
        support: Support = "supported" if lower else "possible" if upper else "not_supported"
        shown = self._supports.get(support)
        if shown is None:
            shown = self._supports[support] = self._shows.dimension(name, support)
        return self._compared.of_dimension(name, outcomes), shown


def _with_tuples(written: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in written.items()}


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str) or (isinstance(value, tuple) and all(map(_is_text, value)))


def _remember(known: dict[Any, Known], key: Any, value: Known) -> Known:
    if len(known) >= MOST_KNOWN:
        known.clear()
    known[key] = value
    return value
