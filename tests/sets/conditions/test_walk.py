"""Leaves come from left to right, each with its path."""

from typing import Any

from hypothesis import given

from screening.sets.conditions.types import All, AnyLeaf, AnyOf, Condition, FlagRaised, Gate, PathwayCondition
from screening.sets.conditions.walk import leaves, located
from screening.sets.conditions.write import as_written
from tests.support.conditions import ANY_CONDITION
from tests.support.thorough import examples


def test_leaves_come_from_left_to_right() -> None:
    a, b, c = (FlagRaised(name) for name in "abc")

    assert list(leaves(Gate(All((a, AnyOf((b, c))))))) == [a, b, c]
    assert list(leaves(None)) == []


@examples(150)
@given(ANY_CONDITION)
def test_every_leaf_is_found_at_the_path_where_it_was_written(condition: Condition[AnyLeaf]) -> None:
    data = as_written(condition)

    for leaf, path in located(condition, ()):
        part: Any = data
        for step in path:
            part = part[step]
        assert part == as_written(PathwayCondition(leaf))
