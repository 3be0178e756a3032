"""The rules of a set, applied to indicators held to be present (pure).

Dimensions with strong, medium and weak indicators follow the operational indicators of the ILO and the European
Commission (2009); act, means and purpose follow Article 3 of the Palermo Protocol. The rules themselves are the set's
own data. Indicators are bits of an integer, so that "one more indicator" is one more bit.
"""

from collections.abc import Callable, Iterable, Set
from typing import assert_never

from msgspec import Struct

from screening.engine.indicator_bits import bits_of, by_count
from screening.sets.conditions.compile import Test, compiled
from screening.sets.conditions.types import Counts, LevelLeaf, LevelRule, Supported
from screening.sets.model import Alternative, Band, IndicatorSet
from screening.sets.questions import Option, Question
from screening.sets.vocabulary import RANK, Element, Level

# How many outcomes of one dimension's rule are kept, so that memory does not grow with the number of records.
_MOST_KNOWN = 4096


class Held(Struct, frozen=True):
    """What levels and pathways look at.

    Attributes:
        present: the indicators held to be present that count at this age, as bits.
        child: whether the rules for a child apply.
        supported: the elements and dimensions that these support.
    """

    present: int
    child: bool
    supported: Set[str]


class Scenario(Held, frozen=True):
    """One way to take the unknown, with the level that it reaches; never `too_little_known`."""

    level: Level


class Rules:
    """The indicators, dimensions, levels and bands of one set.

    Attributes:
        by_strength: for an adult and for a child, the indicators of each count as bits, and those that do not count.
        weights: of each bit that has one.
        impressions: the indicators that impressions show, as bits.
        bands: from the lowest score to the highest.
    """

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Prepare the rules of a set that was read without problems."""
        about = indicator_set.about
        self._indicators = indicator_set.indicators
        every = [bit for indicator in self._indicators for bit in bits_of(indicator)]
        self._owners = tuple(bit.indicator for bit in every)
        self._bit = dict.fromkeys(self._owners, 0)
        self._marked: dict[tuple[str, str], int] = {}
        for index, bit in enumerate(every):
            self._bit[bit.indicator] |= 1 << index
            for mark in bit.marks:
                self._marked[bit.indicator, mark] = self._marked.get((bit.indicator, mark), 0) | 1 << index
        self.by_strength = {child: by_count(every, child) for child in (False, True)}
        self.weights = {1 << index: bit.weight for index, bit in enumerate(every) if bit.weight is not None}
        questions = [question for _, _, question in indicator_set.questions()]
        looks = [name for question in questions if question.kind == "impression" for name in question.could_show]
        self.impressions = self.bits(looks)
        members: dict[str, list[str]] = {}
        for indicator in self._indicators:
            members.setdefault(indicator.dimension, []).append(indicator.id)
        self._dimensions = {
            name: (dimension.element, self.bits(members.get(name, ()))) for name, dimension in about.dimensions.items()
        }
        self._tests = {
            name: self._alternatives(self._dimensions[name][1], about.rules[dimension.rule])
            for name, dimension in about.dimensions.items()
        }
        self._tested = [(name, *self._dimensions[name], test) for name, test in self._tests.items()]
        self._clear = self._level_rule(about.levels.clear_concern)
        self._some = self._level_rule(about.levels.some_concern)
        self.bands = tuple(sorted(about.bands, key=lambda band: band.score))

    @property
    def dimensions(self) -> Iterable[str]:
        """The ids of the dimensions, in the set's order."""
        return self._dimensions

    def dimension(self, name: str) -> tuple[Element | None, int]:
        """The element of a dimension, and its indicators as bits."""
        return self._dimensions[name]

    def bits(self, names: Iterable[str]) -> int:
        """Indicators as bits."""
        bits = 0
        for name in names:
            bits |= self._bit[name]
        return bits

    def shown_by(self, question: Question, option: Option) -> int:
        """What an answer shows, as bits: of what is rated, as much as the mark says."""
        shown = 0
        for name in option.shows:
            rated = name == question.id and option.marks
            shown |= self._marked[name, option.id] if rated else self._bit[name]
        return shown

    def names(self, bits: int) -> tuple[str, ...]:
        """Bits as indicators, in the set's order."""
        # The digits of the number at once: bit by bit, each step would copy all of those of a large set.
        held = [name for name, digit in zip(self._owners, f"{bits:b}"[::-1], strict=False) if digit == "1"]
        return tuple(dict.fromkeys(held) if self._marked else held)

    def supports(self, dimension: str, present: int, child: bool) -> bool:
        """Whether these indicators, and no others, support the dimension."""
        return self._tests[dimension](present, child)

    def counted(self, present: int, child: bool) -> int:
        """Those of some indicators that count at this age: of the others nothing is said of the person (law 10)."""
        return present & ~self.by_strength[child]["not counted"]

    def observed_only(self, present: int) -> bool:
        """Whether there are indicators, and all of them are impressions."""
        return present != 0 and present & ~self.impressions == 0

    def scenario(self, present: int, child: bool) -> Scenario:
        """What is supported, and which level is reached, when just these indicators are present and may count."""
        present = self.counted(present, child)
        supported: set[str] = set()
        for name, element, bits, rule in self._tested:
            if present & bits and rule(present, child):
                supported.add(name)
                if element is not None:
                    supported.add(element)
        return Scenario(present, child, supported, self._level(Held(present, child, supported)))

    def _level(self, held: Held) -> Level:
        level: Level = "none_recorded"
        if self._clear(held):
            level = "clear_concern"
        elif self._some(held):
            level = "some_concern"
        if self.bands:
            level = max(level, self.band(self.score(held.present, held.child)).level, key=RANK.__getitem__)
        # Demeanour alone is weak evidence of anything: on impressions only, no more than some concern.
        if level == "clear_concern" and self.observed_only(held.present):
            return "some_concern"
        return level

    def score(self, present: int, child: bool) -> float:
        """The sum of the weights of those that count at this age."""
        counted = self.counted(present, child)
        # Rounded, so that what the steps of a rating come to is just what its mark says.
        return round(sum(weight for bit, weight in self.weights.items() if counted & bit), 6)

    def band(self, score: float) -> Band:
        """The band that a score falls in; only where the set has bands, the lowest of which begins at 0."""
        return [band for band in self.bands if band.score <= score][-1]

    def leaf(self, leaf: LevelLeaf) -> Test[Held]:
        """A test of a leaf that looks at indicators only, as levels and pathways use them."""
        match leaf:
            case Supported(name):
                return lambda held: name in held.supported
            case Counts(names):
                among = 0
                for name in names:
                    among |= self.pool(name)
                enough = self._counts(among, leaf)
                return lambda held: enough(held.present, held.child)
            case _:
                assert_never(leaf)

    # --- preparing ---

    def _alternatives(self, bits: int, alternatives: tuple[Alternative, ...]) -> Callable[[int, bool], bool]:
        tests = [self._counts(bits, alternative) for alternative in alternatives]
        # The same few indicators of a dimension come again and again in a file of records.
        known: dict[tuple[int, bool], bool] = {}

        def rule(present: int, child: bool) -> bool:
            held = (present & bits, child)
            if held not in known:
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                known[held] = any(test(present, child) for test in tests)
            return known[held]

        return rule

    def _counts(self, bits: int, wanted: Alternative | Counts) -> Callable[[int, bool], bool]:
        """A test of counts among the indicators in `bits`. All the counts named must hold."""
        counts = [
            (number, {child: bits & self.by_strength[child][count] for child in (False, True)})
            for count, number in (
                ("strong", wanted.strong),
                ("medium_or_strong", wanted.medium_or_strong),
                ("total", wanted.total),
            )
            if number is not None
        ]
        score = wanted.score

        def enough(present: int, child: bool) -> bool:
            for number, among in counts:
                if (present & among[child]).bit_count() < number:
                    return False
            return score is None or self.score(present & bits, child) >= score

        return enough

    def _level_rule(self, rule: LevelRule | None) -> Callable[[Held], bool]:
        if rule is None:
            return lambda _: False
        adult = compiled(rule.adult, self.leaf) if rule.adult is not None else None
        child = compiled(rule.child, self.leaf) if rule.child is not None else None

        def reached(held: Held) -> bool:
            if adult is not None and adult(held):
                return True
            return held.child and child is not None and bool(child(held))

        return reached

    def pool(self, name: str) -> int:
        """The indicators of a dimension, or of all dimensions of an element, as bits."""
        if name in self._dimensions:
            return self._dimensions[name][1]
        pooled = 0
        for element, bits in self._dimensions.values():
            if element == name:
                pooled |= bits
        return pooled
