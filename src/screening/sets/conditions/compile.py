"""The one condition grammar, three-valued.

A condition is built from `all`, `any` and leaves; what a leaf means is the business of whoever asks (gates, levels,
pathways). True, False, or None for "not known yet". There is no `not`, so a condition can only turn true as facts are
added, never false again (law 4).
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from screening.sets.model import All, AnyOf, Condition

Truth = bool | None
Given = TypeVar("Given")
Test = Callable[[Given], Truth]


def compiled(condition: Condition, leaf: Callable[[Condition], Test[Given]]) -> Test[Given]:
    """A function that tests the condition against a state.

    Args:
        condition: the condition.
        leaf: makes, once for each leaf, the function that tests that leaf against a state.

    Returns:
        A function from a state to True, False or None (not known): Kleene's strong three-valued logic.
    """
    if isinstance(condition, All):
        return _every([compiled(part, leaf) for part in condition.of])
    if isinstance(condition, AnyOf):
        return _some([compiled(part, leaf) for part in condition.of])
    return leaf(condition)


def _every(parts: list[Test[Given]]) -> Test[Given]:
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


def leaves(condition: Condition | None) -> Iterator[Condition]:
    """Every leaf of a condition, from left to right. None has none."""
    if isinstance(condition, All | AnyOf):
        for part in condition.of:
            yield from leaves(part)
    elif condition is not None:
        yield condition
