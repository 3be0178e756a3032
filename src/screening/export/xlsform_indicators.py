"""Which indicators are present, and which could be, as XPath: the bits of `engine.rules`, a field for each (pure).

All is worked out twice, as the engine does: everything unknown held to be absent (`lower`), and held to be present
(`upper`). Each time it is 1 or 0, and 0 for what does not count at the person's age (law 10).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from screening.engine.rules import Rules
from screening.export.xlsform_answers import Answered
from screening.export.xlsform_calculations import Calculations
from screening.export.xlsform_expressions import all_of, any_of, as_number
from screening.export.xlsform_gates import is_childhood
from screening.sets.childhood import CHILDHOOD
from screening.sets.model import IndicatorSet

# Weights have six digits after the point, and sums are made of whole numbers.
MICRO: Final = 1_000_000


class Indicators:
    """The indicators of a form."""

    def __init__(self, indicator_set: IndicatorSet, answered: Answered, calculations: Calculations) -> None:
        """Put a field for each of them, and for whether the rules for a child apply.

        Args:
            indicator_set: the set.
            answered: what was answered, with the gates.
            calculations: where the fields go.
        """
        self.rules = Rules(indicator_set)
        self._calculations = calculations
        ages = [is_childhood(circumstance, answered) for circumstance in CHILDHOOD]
        self._child = {
            False: calculations.holds("child", [age.true for age in ages]),
            # Where an age is not known that may decide it, the rules for a child may still apply.
            True: calculations.holds("perhaps_child", [f"not({all_of(age.false for age in ages)})"]),
        }
        self._fields: dict[bool, dict[int, str]] = {False: {}, True: {}}
        present, possible = self._shown(indicator_set, answered)
        self.names = self._names(indicator_set)
        for bit, name in self.names.items():
            self._put(bit, name, present.get(bit, []), possible.get(bit, []))

    def child(self, *, upper: bool) -> str:
        """Whether the rules for a child apply; if `upper`, whether they may."""
        return self._child[upper]

    def terms(self, bits: int, *, upper: bool) -> list[str]:
        """A term for each of some indicators: 1 where it is there, else 0."""
        return [self._fields[upper][bit] for bit in _each(bits)]

    def count(self, name: str, bits: int, counted: str, *, upper: bool) -> str:
        """How many of some indicators there are of a strength, or a stronger one; a field.

        Args:
            name: what they are called together.
            bits: the indicators.
            counted: `strong`, `medium_or_strong` or `total`.
            upper: whether what could be there is.
        """
        adult, child = (self.rules.by_strength[age][counted] & bits for age in (False, True))
        always = self.terms(adult & child, upper=upper)
        only = {True: self.terms(child & ~adult, upper=upper), False: self.terms(adult & ~child, upper=upper)}
        field = f"{counted}_{name}_{_bound(upper=upper)}"
        return self._calculations.once(field, lambda: self._calculations.total(self._by_age(always, only, upper)))

    def score(self, name: str, bits: int, *, upper: bool) -> str:
        """The sum of the weights of some indicators, in millionths; a field."""
        weights = {bit: round(weight * MICRO) for bit, weight in self.rules.weights.items() if bits & bit and weight}
        terms = [f"{self._fields[upper][bit]} * {weight}" for bit, weight in weights.items()]
        return self._calculations.once(f"score_{name}_{_bound(upper=upper)}", lambda: self._calculations.total(terms))

    def observed_only(self, *, upper: bool) -> str:
        """Whether there are indicators, and all of them are impressions."""
        every_bit = sum(self.names)
        looks, others = every_bit & self.rules.impressions, every_bit & ~self.rules.impressions
        seen = self._calculations.any_of(f"{term} = 1" for term in self.terms(looks, upper=upper))
        told = self._calculations.any_of(f"{term} = 1" for term in self.terms(others, upper=upper))
        return all_of([seen, f"not({told})"])

    def _by_age(self, always: list[str], only: Mapping[bool, list[str]], upper: bool) -> Iterator[str]:
        yield from always
        for child, terms in only.items():
            factor = as_number(self._child[upper] if child else f"not({self._child[upper]})")
            yield from (f"{term} * {factor}" for term in terms)

    def _shown(
        self, indicator_set: IndicatorSet, answered: Answered
    ) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        """For each bit, what shows it, and what could still."""
        present: dict[int, list[str]] = {}
        possible: dict[int, list[str]] = {}
        for _, _, question in indicator_set.questions():
            showing: dict[int, list[str]] = {}
            for option in question.choices:
                for bit in _each(self.rules.shown_by(question, option)):
                    showing.setdefault(bit, []).append(option.id)
            for bit, options in showing.items():
                present.setdefault(bit, []).append(answered.any_of(question.id, options))
            for bit in _each(self.rules.bits(question.could_show)):
                possible.setdefault(bit, []).append(answered.is_unknown(question.id))
        return present, possible

    def _names(self, indicator_set: IndicatorSet) -> dict[int, str]:
        """What the field of each bit is called: by its indicator, and by a number where that has several."""
        names = {}
        for indicator in indicator_set.indicators:
            bits = list(_each(self.rules.bits([indicator.id])))
            for number, bit in enumerate(bits, 1):
                names[bit] = indicator.id if len(bits) == 1 else f"{indicator.id}__{number}"
        return names

    def _put(self, bit: int, name: str, present: list[str], possible: list[str]) -> None:
        never = {child: bool(self.rules.by_strength[child]["not counted"] & bit) for child in (False, True)}
        there = self._calculations.any_of(present)
        for upper in (False, True):
            shown = any_of([there, self._calculations.any_of(possible)]) if upper else there
            counted = [shown]
            if never[False]:
                counted.append(self._child[upper])
            if never[True]:
                counted.append(f"not({self._child[upper]})")
            word = "may_be" if upper else "is"
            self._fields[upper][bit] = self._calculations.put(f"{word}_{name}", as_number(all_of(counted)))


def _bound(*, upper: bool) -> str:
    return "upper" if upper else "lower"


def _each(bits: int) -> Iterator[int]:
    """The bits of a number, each by itself."""
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest
