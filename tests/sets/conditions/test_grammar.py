"""The table of the grammar holds a form of every leaf for every use, and says of each word where it may stand."""

from typing import Any, get_args

import pytest

from screening.sets.conditions.grammar import GATES, LEVELS, PATHWAYS, Use
from screening.sets.conditions.types import GateLeaf, LevelLeaf, PathwayLeaf

USES: dict[str, tuple[Use[Any], Any]] = {
    "gates": (GATES, GateLeaf),
    "levels": (LEVELS, LevelLeaf),
    "pathways": (PATHWAYS, PathwayLeaf),
}


@pytest.mark.parametrize(("use", "leaves"), USES.values(), ids=USES)
def test_every_leaf_of_a_use_can_be_written_there(use: Use[Any], leaves: Any) -> None:
    assert {form.makes for form in use.forms} == set(get_args(leaves))


@pytest.mark.parametrize(("use", "_"), USES.values(), ids=USES)
def test_every_word_may_stand_here_or_is_said_to_stand_elsewhere(use: Use[Any], _: Any) -> None:
    here, elsewhere = {form.word for form in use.forms}, set(use.elsewhere)

    assert here | elsewhere == {form.word for each, _ in USES.values() for form in each.forms}
    assert not here & elsewhere


def test_every_key_of_a_form_is_an_attribute_of_its_leaf() -> None:
    for form in PATHWAYS.forms:
        assert sorted(key.attribute for key in form.keys.values()) == sorted(form.makes.__struct_fields__)
        assert next(iter(form.keys)) == form.word
