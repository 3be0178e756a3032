"""The one condition grammar, three-valued.

A condition is built from `all`, `any` and leaves; what a leaf means is the business of whoever asks (gates, levels,
pathways). True, False, or None for "not known yet". There is no `not`, so a condition can only turn true as facts are
added, never false again (law 4).
"""

from collections.abc import Callable
from typing import TypeVar

from screening.sets.conditions.types import All, AnyOf, Condition, Tree

Truth = bool | None
Given = TypeVar("Given")
Leaf = TypeVar("Leaf")
Test = Callable[[Given], Truth]


def compiled(condition: Condition[Leaf], leaf: Callable[[Leaf], Test[Given]]) -> Test[Given]:
    """A function that tests the condition against a state.

    Args:
        condition: the condition.
        leaf: makes, once for each leaf, the function that tests that leaf against a state; it takes every leaf that may
            stand there, and no other.

    Returns:
        A function from a state to True, False or None (not known): Kleene's strong three-valued logic.
    """
    return _compiled(condition.tree, leaf)


def _compiled(tree: Tree[Leaf], leaf: Callable[[Leaf], Test[Given]]) -> Test[Given]:
    match tree:
        case All(of):
            return _every([_compiled(part, leaf) for part in of])
        case AnyOf(of):
            return _some([_compiled(part, leaf) for part in of])
        case _:
            return leaf(tree)


def _every(parts: list[Test[Given]]) -> Test[Given]:
    if len(parts) == 1:
        return parts[0]

    def every(state: Given) -> Truth:
        truth: Truth = True
        for part in parts:
            value = part(state)
            if value is False:
                return False
            if value is None:
                truth = None
        return truth

    return every


def _some(parts: list[Test[Given]]) -> Test[Given]:
    if len(parts) == 1:
        return parts[0]

    def some(state: Given) -> Truth:
        truth: Truth = False
        for part in parts:
            value = part(state)
            if value:
                return True
            if value is None:
                truth = None
        return truth

    return some
