"""How far people agree, as published examples have it, and as a second way to work it out has it."""

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.practice.agreement import Unit, alpha, pairable, resampled_alpha, wilson
from tests.support.thorough import examples

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), parts A, B and C. A dot is missing.
PUBLISHED = {
    "binary, two observers": (("0100000010", "1110010000"), 0.095),
    "nominal, two observers": (("aabbdcccedda", "babbbccceddd"), 0.692),
    "nominal, four observers, with missing values": (
        ("123321412...", "1233224125.3", ".3332342251.", "12332441251."),
        0.743,
    ),
}
# R. G. Newcombe, Two-sided confidence intervals for the single proportion (1998), table I, method 3.
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]

units_of_two = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)
units_of_three = st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=1, max_size=12)


def counted(observers: Sequence[str]) -> list[Unit]:
    """The units of a table that has a row for each observer and a column for each unit."""
    values = sorted({value for row in observers for value in row} - {"."})
    return [tuple(column.count(value) for value in values) for column in zip(*observers, strict=True)]


def alpha_again(units: Sequence[Unit]) -> Fraction | None:
    """The same another way: exact, pair by pair of people, as the definition has it."""
    told = [[value for value, people in enumerate(unit) for _ in range(people)] for unit in units]
    told = [unit for unit in told if len(unit) > 1]
    everything = [value for unit in told for value in unit]
    disagree: Fraction | int = sum(
        Fraction(sum(one != other for one, other in permutations(unit, 2)), len(unit) - 1) for unit in told
    )
    expected = sum(one != other for one, other in permutations(everything, 2))
    if not expected:
        return None
    return 1 - Fraction(disagree, len(everything)) / Fraction(expected, len(everything) * (len(everything) - 1))


@pytest.mark.parametrize(("observers", "value"), PUBLISHED.values(), ids=PUBLISHED)
def test_alpha_is_what_krippendorff_published(observers: Sequence[str], value: float) -> None:
    found, again = alpha(counted(observers)), alpha_again(counted(observers))

    assert found is not None
    assert again is not None
    assert round(found, 3) == round(float(again), 3) == value


@given(units=st.one_of(units_of_two, units_of_three))
@examples(400)
def test_alpha_is_the_same_worked_out_pair_by_pair(units: list[Unit]) -> None:
    found, again = alpha(units), alpha_again(units)

    assert (found is None) == (again is None)
    assert found is None or again is None or found == pytest.approx(float(again), abs=1e-12)


def test_where_everybody_gave_the_same_value_there_is_no_alpha() -> None:
    assert alpha([(5, 0), (4, 0)]) is None


def test_what_one_alone_said_agrees_with_nobody() -> None:
    assert pairable([(1, 0), (0, 1), (1, 1), (0, 0)]) == [(1, 1)]
    assert alpha([(4, 1), (0, 5), (1, 0)]) == alpha([(4, 1), (0, 5)])
    assert alpha([(1, 0), (0, 1)]) is None


def test_alpha_is_one_where_all_agree_on_units_that_differ() -> None:
    assert alpha([(5, 0), (0, 5), (3, 0)]) == 1


def test_people_who_toss_a_coin_agree_as_by_chance() -> None:
    chance = random.Random(17)
    units = [(here := sum(chance.random() < 0.3 for _ in range(20)), 20 - here) for _ in range(3 * 119)]

    assert alpha(units) == pytest.approx(0, abs=0.02)


def test_the_interval_of_alpha_is_the_same_for_the_same_seed_and_holds_the_value() -> None:
    units = counted(PUBLISHED["nominal, four observers, with missing values"][0])
    one, again, other = (resampled_alpha(units, seed) for seed in (1, 1, 2))
    value = alpha(units)

    assert one == again != other
    assert one is not None
    assert value is not None
    assert one.low < value < one.high <= 1


def test_the_interval_of_alpha_has_the_quantiles_of_units_drawn_another_way() -> None:
    units, chance = [(4, 0), (3, 1), (2, 2), (1, 3), (0, 4), (4, 0), (3, 1), (0, 4)], random.Random(5)
    drawn = sorted(alpha_again(chance.choices(units, k=len(units))) or 0 for _ in range(1_000))
    found = resampled_alpha(units, 3)

    assert found is not None
    # The quantiles at 5 % are 0.1 away.
    assert found.low == pytest.approx(float(drawn[25]), abs=0.05)
    assert found.high == pytest.approx(float(drawn[-25]), abs=0.05)


def test_where_too_many_resamples_have_no_alpha_there_is_no_interval() -> None:
    """One unit of ten is other than the rest, and every third time it is not drawn."""
    assert resampled_alpha([(0, 5)] * 9 + [(5, 0)], 1) is None


@pytest.mark.parametrize(("part", "whole", "low", "high"), NEWCOMBE)
def test_wilsons_interval_is_what_newcombe_published(part: int, whole: int, low: float, high: float) -> None:
    found = wilson(part, whole)

    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@given(whole=st.integers(1, 400), data=st.data())
@examples(200)
def test_wilsons_interval_is_a_share_holds_the_share_and_mirrors_its_counterpart(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    found, mirrored = wilson(part, whole), wilson(whole - part, whole)

    assert 0 <= found.low <= part / whole <= found.high <= 1
    assert found.low == pytest.approx(1 - mirrored.high)


def test_wilsons_interval_touches_the_ends_where_nobody_or_everybody_was_seen() -> None:
    assert {wilson(0, whole).low for whole in range(1, 300)} == {0}
    assert {wilson(whole, whole).high for whole in range(1, 300)} == {1}


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (3, 2), (-1, 2)])
def test_what_is_no_share_has_no_interval(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson(part, whole)
