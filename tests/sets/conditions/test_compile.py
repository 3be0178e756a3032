"""The one condition grammar is three-valued and monotone."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.sets.conditions.compile import Truth, compiled
from screening.sets.conditions.types import All, AnyOf, Condition, FlagRaised, Tree
from tests.support.conditions import trees
from tests.support.thorough import examples

many = examples(300)
NAMES = ("a", "b", "c")
# From false by way of unknown to true.
ORDER: dict[Truth, int] = {False: 0, None: 1, True: 2}
facts = st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in NAMES})
gates = trees(st.sampled_from([FlagRaised(name) for name in NAMES]))


def value(gate: Tree[FlagRaised], known: dict[str, Truth]) -> Truth:
    """The gate's truth where each flag has the truth that is known of it."""

    def leaf(part: FlagRaised) -> Callable[[dict[str, Truth]], Truth]:
        return lambda state: state[part.flag]

    return compiled(Condition(gate), leaf)(known)


@many
@given(gates, facts)
def test_unknown_is_between_every_way_it_could_turn_out(gate: Tree[FlagRaised], known: dict[str, Truth]) -> None:
    unknown = [name for name in NAMES if known[name] is None]
    ways = [
        {**known, **{name: bool(number >> index & 1) for index, name in enumerate(unknown)}}
        for number in range(2 ** len(unknown))
    ]

    outcomes = {value(gate, way) for way in ways}

    told = value(gate, known)
    assert told is None or outcomes == {told}
    assert told is not None or unknown


@many
@given(gates, facts, st.sampled_from(NAMES))
def test_one_more_fact_never_makes_a_condition_false(
    gate: Tree[FlagRaised], known: dict[str, Truth], name: str
) -> None:
    before = value(gate, known)
    after = value(gate, {**known, name: True})

    assert ORDER[after] >= ORDER[before]


def test_all_and_any_follow_kleene() -> None:
    known: dict[str, Truth] = {"a": True, "b": False, "c": None}
    a, b, c = (FlagRaised(name) for name in NAMES)

    assert value(All((a, c)), known) is None
    assert value(All((b, c)), known) is False
    assert value(AnyOf((a, c)), known) is True
    assert value(AnyOf((b, c)), known) is None


@pytest.mark.parametrize("truths", list(product(ORDER, repeat=3)), ids=str)
def test_all_is_as_true_as_its_least_part_and_any_as_its_most(truths: tuple[Truth, ...]) -> None:
    known = dict(zip(NAMES, truths, strict=True))
    parts = tuple(FlagRaised(name) for name in NAMES)

    assert value(All(parts), known) is min(truths, key=ORDER.__getitem__)
    assert value(AnyOf(parts), known) is max(truths, key=ORDER.__getitem__)
