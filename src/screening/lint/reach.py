"""How far the answers to a set could lead at most, and what a condition asks for at least.

Taken generously where it cannot be known cheaply: options of one question exclude each other, gates are not compared.
So what is said to be out of reach is so; what is not said to be may be.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import assert_never

from screening.sets.conditions.types import All, AnyOf, Counts, LevelCondition, LevelLeaf, Supported, Tree
from screening.sets.model import Alternative, Indicator, IndicatorSet
from screening.sets.ratings import RatedIndicator
from screening.sets.vocabulary import Strength

_AMONG: Mapping[str, tuple[Strength, ...]] = {
    "strong": ("strong",),
    "medium_or_strong": ("strong", "medium"),
    "total": ("strong", "medium", "weak"),
}


def is_counted(indicator: Indicator, count: str, child: bool) -> bool:
    """Whether an indicator is one of those that a count is about, such as `strong` or `score`, at an age."""
    strength = indicator.strength_for(child)
    if count == "score":
        return indicator.weight is not None and (strength is not None or indicator.strength is None)
    return strength in _AMONG[count]


def counts_asked(wanted: Counts | Alternative) -> Iterator[tuple[str, float]]:
    """What is counted, and how much of it is asked for."""
    for count in (*_AMONG, "score"):
        number = getattr(wanted, count)
        if number is not None:
            yield count, number


class Reach:
    """What can be shown with a set, and how much that is."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: a set without problems."""
        self._about = indicator_set.about
        # Of each indicator the questions that show it, each with the options that do, or None where several are ticked.
        self._shown_by: dict[str, list[tuple[str, tuple[str, ...] | None]]] = {}
        for _, _, question in indicator_set.questions():
            options: dict[str, list[str]] = {}
            for option in question.choices:
                for name in option.shows:
                    options.setdefault(name, []).append(option.id)
            for name, ids in options.items():
                by = (question.id, None if question.several else tuple(ids))
                self._shown_by.setdefault(name, []).append(by)
        self._members: dict[str, list[Indicator]] = {name: [] for name in self._about.dimensions}
        for each in indicator_set.indicators:
            self._members.setdefault(each.dimension, []).append(each)

    @cached_property
    def most_score(self) -> float:
        """No answers come to a higher sum of weights."""
        everything = [each for members in self._members.values() for each in members]
        return max(self._most(everything, child) for child in (False, True))

    def dimensions_of(self, name: str) -> Iterable[str]:
        """The dimensions of an element, or the dimension of that name."""
        if name in self._about.dimensions:
            return (name,)
        return [each for each, dimension in self._about.dimensions.items() if dimension.element == name]

    def is_empty(self, dimension: str) -> bool:
        """Whether a dimension has no indicators at all."""
        return not self._members[dimension]

    def supports(self, dimension: str, child: bool) -> bool:
        """Whether some answers could support a dimension at an age."""
        alternatives = self._about.rules[self._about.dimensions[dimension].rule]
        return any(self._enough((dimension,), alternative, child) for alternative in alternatives)

    def holds(self, leaf: LevelLeaf, child: bool) -> bool:
        """Whether some answers could fulfil a leaf that is about indicators, at an age."""
        match leaf:
            case Supported(name):
                return any(self.supports(each, child) for each in self.dimensions_of(name))
            case Counts(names):
                return self._enough(names, leaf, child)
            case _:
                assert_never(leaf)

    def least_score(self, condition: LevelCondition, child: bool) -> float:
        """The sum of weights that is there at least wherever the condition of a level holds."""
        return self._least(condition.tree, child)

    def _enough(self, names: Iterable[str], wanted: Counts | Alternative, child: bool) -> bool:
        pool = self._pool(names)
        shown = [each for each in pool if each.id in self._shown_by]
        for count, number in counts_asked(wanted):
            most = (
                self._most(pool, child) if count == "score" else sum(is_counted(each, count, child) for each in shown)
            )
            if most < number:
                return False
        return True

    def _pool(self, names: Iterable[str]) -> list[Indicator]:
        dimensions = dict.fromkeys(each for name in names for each in self.dimensions_of(name))
        return [indicator for each in dimensions for indicator in self._members[each]]

    def _most(self, pool: Iterable[Indicator], child: bool) -> float:
        """A bound on the sum of weights: of options of which one is chosen, no more than one counts."""
        total = 0.0
        of_one: dict[str, dict[str, float]] = {}
        for indicator in pool:
            by = self._shown_by.get(indicator.id, ())
            if not by or indicator.weight is None or not is_counted(indicator, "score", child):
                continue
            question, options = by[0]
            if len(by) > 1 or options is None:
                total += indicator.weight
                continue
            tally = of_one.setdefault(question, {})
            for option in options:
                tally[option] = tally.get(option, 0) + indicator.weight
        return total + sum(max(tally.values()) for tally in of_one.values())

    def _least(self, tree: Tree[LevelLeaf], child: bool) -> float:
        match tree:
            case All(of):
                return max(self._least(part, child) for part in of)
            case AnyOf(of):
                return min(self._least(part, child) for part in of)
            case Supported(name):
                return min((self._least_of_dimension(each, child) for each in self.dimensions_of(name)), default=0)
            case Counts(names):
                return self._least_of_counts(names, tree, child)
            case _:
                assert_never(tree)

    def _least_of_dimension(self, dimension: str, child: bool) -> float:
        alternatives = self._about.rules[self._about.dimensions[dimension].rule]
        return min(self._least_of_counts((dimension,), each, child) for each in alternatives)

    def _least_of_counts(self, names: Iterable[str], wanted: Counts | Alternative, child: bool) -> float:
        pool = self._pool(names)

        def least(count: str, number: float) -> float:
            if count == "score":
                return number
            weights = sorted(self._weight(each, child) for each in pool if is_counted(each, count, child))
            return sum(weights[: int(number)])

        return max(least(count, number) for count, number in counts_asked(wanted))

    @staticmethod
    def _weight(indicator: Indicator, child: bool) -> float:
        if isinstance(indicator, RatedIndicator):
            return min((mark.weight or 0 for mark in indicator.marks), default=0)
        return (indicator.weight or 0) if is_counted(indicator, "score", child) else 0
