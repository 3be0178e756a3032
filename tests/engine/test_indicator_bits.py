"""What the bits of an indicator add, and at which age they do."""

from screening.engine.indicator_bits import Bit, bits_of, by_count
from screening.sets.model import ByAge, Indicator
from screening.sets.questions import Option
from screening.sets.ratings import RatedIndicator
from screening.sets.vocabulary import Strength

CHILD_ONLY = Indicator(id="a", states="a", dimension="d", strength=ByAge(child="strong"), weight=2)
WEIGHT_ALONE = Indicator(id="b", states="b", dimension="d", weight=3)
RATED = RatedIndicator(
    id="c",
    states="c",
    dimension="d",
    marks=(
        Option(id="low", label="Low", weight=1, strength="weak"),
        Option(id="high", label="High", weight=4, strength="strong"),
    ),
)


def test_a_stronger_indicator_stands_in_every_count_of_a_weaker_one() -> None:
    (bit,) = bits_of(CHILD_ONLY)

    assert bit.counts[True] == {"strong", "medium_or_strong", "total"}


def test_what_has_a_strength_for_a_child_alone_does_not_count_for_an_adult_and_what_has_none_does() -> None:
    every = [*bits_of(CHILD_ONLY), *bits_of(WEIGHT_ALONE)]

    assert by_count(every, child=False) == {"strong": 0, "medium_or_strong": 0, "total": 0, "not counted": 1}
    assert by_count(every, child=True) == {"strong": 1, "medium_or_strong": 1, "total": 1, "not counted": 0}


def test_a_higher_mark_sets_the_bits_of_a_lower_one_too_and_comes_to_its_own_weight_and_strength_once() -> None:
    bits = list(bits_of(RATED))
    low, high = ([bit for bit in bits if name in bit.marks] for name in ("low", "high"))

    assert high == bits
    assert [sum(bit.weight or 0 for bit in held) for held in (low, high)] == [1, 4]
    of_each: tuple[tuple[Strength, list[Bit]], ...] = (("weak", low), ("strong", high))
    for strength, held in of_each:
        (alone,) = bits_of(Indicator(id="x", states="x", dimension="d", strength=strength))
        counts = [count for bit in held for count in bit.counts[False]]
        assert len(counts) == len(set(counts))
        assert set(counts) == alone.counts[False]
