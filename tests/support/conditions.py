"""Random conditions of every use, and the ways to change one junction of them."""

from collections.abc import Iterator
from typing import Any, TypeVar

from hypothesis import strategies as st

from screening.sets.conditions.grammar import JUNCTIONS
from screening.sets.conditions.grammar import PATHWAYS as PATHWAY_USE
from screening.sets.conditions.types import (
    All,
    AnswerIs,
    AnyLeaf,
    AnyOf,
    Condition,
    Counts,
    FlagRaised,
    Gate,
    GateLeaf,
    LevelCondition,
    LevelLeaf,
    LevelReached,
    LevelRule,
    PathwayCondition,
    PathwayLeaf,
    Supported,
    Tree,
)
from screening.sets.conditions.write import as_written
from tests.support.mutations import mutated, paths, renamed

Leaf = TypeVar("Leaf")


def trees(leaves: st.SearchStrategy[Leaf]) -> st.SearchStrategy[Tree[Leaf]]:
    """Leaves, and `all` and `any` over them."""
    return st.recursive(
        leaves,
        lambda parts: st.one_of(
            st.builds(All, st.lists(parts, min_size=1, max_size=3).map(tuple)),
            st.builds(AnyOf, st.lists(parts, min_size=1, max_size=3).map(tuple)),
        ),
        max_leaves=8,
    )


_NAMES = st.sampled_from(["means", "papers", "x"])
_ITEMS = st.sampled_from(["papers", "x", "age", "wants"])
_LISTS = st.lists(_NAMES, min_size=1, max_size=3).map(tuple)
_NUMBERS = st.none() | st.integers(1, 9)
_GATE_LEAVES: st.SearchStrategy[GateLeaf] = st.one_of(
    st.builds(AnswerIs, _ITEMS, _LISTS), st.builds(FlagRaised, _NAMES)
)
_LEVEL_LEAVES: st.SearchStrategy[LevelLeaf] = st.one_of(
    st.builds(Supported, _NAMES),
    st.builds(Counts, _LISTS, _NUMBERS, _NUMBERS, st.integers(1, 9), st.none() | st.floats(0, 99)),
)
_PATHWAY_LEAVES: st.SearchStrategy[PathwayLeaf] = st.one_of(
    _GATE_LEAVES,
    _LEVEL_LEAVES,
    st.sampled_from([LevelReached("clear_concern"), LevelReached("some_concern"), LevelReached("none_recorded")]),
)

GATES: st.SearchStrategy[Gate] = trees(_GATE_LEAVES).map(Gate)
LEVEL_CONDITIONS: st.SearchStrategy[LevelCondition] = trees(_LEVEL_LEAVES).map(LevelCondition)
PATHWAY_CONDITIONS: st.SearchStrategy[PathwayCondition] = trees(_PATHWAY_LEAVES).map(PathwayCondition)
ANY_CONDITION: st.SearchStrategy[Condition[AnyLeaf]] = st.one_of(GATES, LEVEL_CONDITIONS, PATHWAY_CONDITIONS)
LEVEL_RULES: st.SearchStrategy[LevelRule] = st.one_of(
    st.builds(LevelRule, LEVEL_CONDITIONS, st.none()),
    st.builds(LevelRule, st.none(), LEVEL_CONDITIONS),
    st.builds(LevelRule, LEVEL_CONDITIONS, LEVEL_CONDITIONS),
)


_KEYS = [*JUNCTIONS, *(key for form in PATHWAY_USE.forms for key in form.keys), "not", "adult", "child"]


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A condition or a rule of any use as it is written, with a few faults, which may happen to be none."""
    data = as_written(draw(st.one_of(ANY_CONDITION, LEVEL_RULES)))
    keys = [path for path in paths(data) if path and isinstance(path[-1], str)]
    if draw(st.booleans()) and keys:
        data = renamed(data, draw(st.sampled_from(keys)), draw(st.sampled_from(_KEYS)))
    return draw(mutated(data, [*_KEYS, "age"])) if draw(st.booleans()) else data


def swapped(condition: Condition[Leaf] | None) -> Iterator[Any]:
    """The condition once for each of its junctions, with `any` in place of that `all`, or the other way round."""
    return (type(condition)(tree) for tree in _swapped(condition.tree)) if condition is not None else iter(())


def _swapped(tree: Tree[Leaf]) -> Iterator[Tree[Leaf]]:
    if isinstance(tree, All | AnyOf):
        same, other = (All, AnyOf) if isinstance(tree, All) else (AnyOf, All)
        yield other(tree.of)
        for index, part in enumerate(tree.of):
            for changed in _swapped(part):
                yield same((*tree.of[:index], changed, *tree.of[index + 1 :]))
