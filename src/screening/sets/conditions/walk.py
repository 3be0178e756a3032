"""The leaves of conditions, and where each stands (pure)."""

from collections.abc import Iterator
from typing import TypeVar

from screening.sets.conditions.grammar import junction_of
from screening.sets.conditions.types import All, AnyOf, Condition, Tree
from screening.sets.data_path import DataPath

Leaf = TypeVar("Leaf")


def leaves(condition: Condition[Leaf] | None) -> Iterator[Leaf]:
    """Every leaf of a condition, from left to right. None has none."""
    return (leaf for leaf, _ in located(condition, ()))


def located(condition: Condition[Leaf] | None, path: DataPath) -> Iterator[tuple[Leaf, DataPath]]:
    """Every leaf of a condition with its path in the data it was read from, given the path of the whole."""
    return _located(condition.tree, path) if condition is not None else iter(())


def _located(tree: Tree[Leaf], path: DataPath) -> Iterator[tuple[Leaf, DataPath]]:
    if isinstance(tree, All | AnyOf):
        for index, part in enumerate(tree.of):
            yield from _located(part, (*path, junction_of(tree), index))
    else:
        yield tree, path
