"""Which of the numbers that levels and pathways ask for are reached, found by one addition (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from screening.engine.rules import Rules
from screening.sets.conditions.types import All, AnyOf, Condition, Counts, LevelReached, Supported
from screening.sets.conditions.walk import leaves
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import ELEMENTS


class _Added(Struct, frozen=True):
    """What a dimension adds to the fields: where it is supported, holds anything, or anything but impressions."""

    supported: int
    present: int
    told: int
    counts: list[tuple[int, int, int]]


class Compared:
    """What levels and pathways compare, as fields of a number; those of all dimensions add up to that of a record.

    A field is a count with the number that has to be reached; its highest bit is set where it is. Where two records
    reach the same numbers, they are the same to every level and pathway, whichever indicators they have.

    Attributes:
        offset: what the sum begins with, for that bit.
        most: the greatest number of indicators that is asked for; more of the same make no difference.
        by_levels: the fields that levels and elements depend on, for a child, an adult, and where that is not known.
    """

    def __init__(self, indicator_set: IndicatorSet, rules: Rules) -> None:
        self._rules = rules
        self.most = max(_most_asked_for(indicator_set), 1)
        levels = indicator_set.about.levels
        rules_of_levels = [rule for rule in (levels.clear_concern, levels.some_concern) if rule is not None]
        of_adults = [each for rule in rules_of_levels for each in _compared(rule.adult)]
        of_children = [each for rule in rules_of_levels for each in _compared(rule.child)]
        compared = [
            *of_adults,
            *of_children,
            *(each for pathway in indicator_set.guidance for each in _compared(pathway.when)),
        ]
        supported = [*map(_alone, ELEMENTS), *(each for each in compared if isinstance(each, frozenset))]
        self._supported = list(dict.fromkeys(supported))
        counts = [each for leaf in compared if isinstance(leaf, Counts) for each in _counts_of(leaf, rules)]
        self._counts = list(dict.fromkeys(counts))
        everything = 0
        for name in rules.dimensions:
            everything |= rules.dimension(name)[1]
        # Scores are shown as they are, and a sum of fractions depends on their order: with weights nothing is merged.
        self._apart = everything.bit_length() if rules.weights else 0
        reached = [1] * (len(self._supported) + 2) + [number for _, _, number in self._counts]
        # No sum of as many dimensions, none of which adds more than has to be reached, overflows into the bit above.
        self._field = (max(reached) * (len(list(rules.dimensions)) + 1)).bit_length() + 1
        self._fields = len(reached)
        self._width = self._apart + self._field * len(reached)
        once = 0
        for number in reached:
            once = once << self._field | ((1 << self._field - 1) - number)
        once <<= self._apart
        self.offset = once | once << self._width
        self._ones = [1 << self._apart + self._field * place for place in reversed(range(self._fields))]
        always = self._both(self._ones[len(self._supported) : len(self._supported) + 2])
        always |= self._fields_of([*of_adults, *map(_alone, ELEMENTS)], False)
        # The rules for adults count for a child too.
        or_child = always | self._fields_of(of_children, False)
        self.by_levels: dict[bool | None, int] = {False: always, True: or_child, None: or_child}
        self._adds = {(name, child): self._added(name, child) for name in rules.dimensions for child in (False, True)}

    def of_dimension(self, name: str, outcomes: Sequence[tuple[int, bool, bool]]) -> int:
        """What a dimension adds, with everything unknown taken as absent, and as present.

        Args:
            name: of the dimension.
            outcomes: for each of both: the indicators, whether they support it, and whether a child's rules apply.
        """
        number = 0
        for place, (present, supported, child) in enumerate(outcomes):
            added = self._adds[name, child]
            adds = added.supported if supported else 0
            if present:
                told = self._rules.counted(present, child) & ~self._rules.impressions
                adds += added.present + (added.told if told else 0)
                for among, most, one in added.counts:
                    adds += min((present & among).bit_count(), most) * one
                adds += present if self._apart else 0
            number |= adds << (0 if place else self._width)
        return number

    def _added(self, name: str, child: bool) -> "_Added":
        element, bits = self._rules.dimension(name)
        strengths = self._rules.by_strength[child]
        supported, (present, told), counts = (
            self._ones[: len(self._supported)],
            self._ones[len(self._supported) : len(self._supported) + 2],
            self._ones[len(self._supported) + 2 :],
        )
        return _Added(
            sum(one for one, each in zip(supported, self._supported, strict=True) if name in each or element in each),
            present,
            told,
            [
                (bits & strengths[count], most, one)
                for one, (pool, count, most) in zip(counts, self._counts, strict=True)
                if pool & bits
            ],
        )

    def by(self, condition: Condition[Any] | None, child: bool | None) -> int:
        """What a condition depends on, of what is reached; 0 for nothing.

        Args:
            condition: the condition; None has nothing.
            child: whether the rules for a child apply; None where that is not known.
        """
        return self._fields_of(_compared(condition), child)

    def _fields_of(self, compared: Iterable[Any], child: bool | None) -> int:
        fields = 0
        for each in compared:
            match each:
                case LevelReached():
                    fields |= self.by_levels[child]
                case frozenset():
                    fields |= self._both([self._ones[self._supported.index(each)]])
                case Counts():
                    places = [self._counts.index(count) for count in _counts_of(each, self._rules)]
                    fields |= self._both([self._ones[len(self._supported) + 2 + place] for place in places])
        return fields

    def _both(self, ones: Iterable[int]) -> int:
        """These fields and what is kept apart, of both."""
        fields = sum(one << self._field - 1 for one in ones) | ((1 << self._apart) - 1)
        return fields | fields << self._width


def _most_asked_for(indicator_set: IndicatorSet) -> int:
    """The greatest number of indicators that a rule, a level or a pathway asks for."""
    levels = indicator_set.about.levels
    rules = [rule for rule in (levels.clear_concern, levels.some_concern) if rule is not None]
    conditions: list[Any] = [condition for rule in rules for condition in (rule.adult, rule.child)]
    conditions += [pathway.when for pathway in indicator_set.guidance]
    counts: list[Any] = [leaf for condition in conditions for leaf in leaves(condition) if isinstance(leaf, Counts)]
    counts += [each for alternatives in indicator_set.about.rules.values() for each in alternatives]
    return max(
        (number or 0 for each in counts for number in (each.strong, each.medium_or_strong, each.total)), default=0
    )


def _compared(condition: Condition[Any] | None) -> Iterator[Any]:
    """What a condition compares: the leaves; and elements and dimensions of which one is enough, together."""
    return _in_tree(condition.tree) if condition is not None else iter(())


def _in_tree(tree: Any) -> Iterator[Any]:
    match tree:
        case AnyOf(parts):
            # Which of several forms of exploitation it is, makes no difference to a rule for which each is enough.
            enough = frozenset(part.name for part in parts if isinstance(part, Supported))
            yield from [enough] if enough else []
            for part in parts:
                if not isinstance(part, Supported):
                    yield from _in_tree(part)
        case All(parts):
            for part in parts:
                yield from _in_tree(part)
        case Supported(name):
            yield _alone(name)
        case _:
            yield tree


def _alone(name: str) -> frozenset[str]:
    return frozenset({name})


def _counts_of(leaf: Counts, rules: Rules) -> Iterable[tuple[int, str, int]]:
    """The indicators that a condition counts, how, and the number that has to be reached."""
    among = 0
    for name in leaf.names:
        among |= rules.pool(name)
    wanted = {"strong": leaf.strong, "medium_or_strong": leaf.medium_or_strong, "total": leaf.total}
    return [(among, count, number) for count, number in wanted.items() if number is not None]
