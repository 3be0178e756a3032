"""Random conditions of every kind, and the ways to change one junction of them."""

from collections.abc import Iterator

from hypothesis import strategies as st

from screening.sets.model import (
    All,
    AnyOf,
    CircumstanceIs,
    Condition,
    Counts,
    FlagRaised,
    LevelReached,
    QuestionIs,
    Supported,
)

_NAMES = st.sampled_from(["means", "papers", "x"])
_LISTS = st.lists(_NAMES, min_size=1, max_size=3).map(tuple)
_NUMBERS = st.none() | st.integers(1, 9)
_LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Supported, _NAMES),
    st.builds(QuestionIs, _NAMES, _LISTS),
    st.builds(CircumstanceIs, _NAMES, _LISTS),
    st.builds(FlagRaised, _NAMES),
    st.sampled_from([LevelReached("clear_concern"), LevelReached("some_concern"), LevelReached("none_recorded")]),
    st.builds(Counts, _LISTS, _NUMBERS, _NUMBERS, st.integers(1, 9), st.none() | st.floats(0, 99)),
)
ANY_CONDITION: st.SearchStrategy[Condition] = st.recursive(
    _LEAVES,
    lambda parts: st.one_of(
        st.builds(All, st.lists(parts, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, st.lists(parts, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


def swapped(condition: Condition | None) -> Iterator[Condition]:
    """The condition once for each of its junctions, with `any` in place of that `all`, or the other way round."""
    if isinstance(condition, All | AnyOf):
        same, other = (All, AnyOf) if isinstance(condition, All) else (AnyOf, All)
        yield other(condition.of)
        for index, part in enumerate(condition.of):
            for changed in swapped(part):
                yield same((*condition.of[:index], changed, *condition.of[index + 1 :]))
