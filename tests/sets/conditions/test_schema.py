"""Whatever the JSON Schema of conditions accepts is read without a mistake, and the other way round."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from screening.reading.problem import nearest
from screening.sets.conditions.read import READERS
from screening.sets.conditions.schema import definitions, reference
from screening.sets.conditions.types import Gate, LevelRule, OwnGrammar, PathwayCondition
from screening.sets.conditions.write import as_written
from tests.sets.conditions.cases import CONDITIONS, LEVEL_RULES, MISTAKES, MISTAKES_OF_LEVELS
from tests.support.conditions import ANY_CONDITION, damaged
from tests.support.conditions import LEVEL_RULES as ANY_LEVEL_RULE
from tests.support.thorough import examples

many = examples(200)
Schemas = Mapping[type[OwnGrammar], Draft202012Validator]


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    return {type_: Draft202012Validator({**reference(type_), "$defs": definitions(type_)}) for type_ in READERS}


def test_there_is_a_schema_of_all_that_has_a_grammar_of_its_own(schemas: Schemas) -> None:
    assert set(schemas) == {Gate, LevelRule, PathwayCondition}
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema.schema)


TABLES: dict[str, Mapping[str, tuple[Any, ...]]] = {
    "right": CONDITIONS,
    "wrong": MISTAKES,
    "right for a level": LEVEL_RULES,
    "wrong for a level": MISTAKES_OF_LEVELS,
}
WRITTEN = {f"{table}: {name}": case[0] for table, cases in TABLES.items() for name, case in cases.items()}


@pytest.mark.parametrize("type_", READERS)
def test_the_schema_tells_right_from_wrong_as_reading_does(schemas: Schemas, type_: type[OwnGrammar]) -> None:
    right_by_schema = {name for name, data in WRITTEN.items() if schemas[type_].is_valid(data)}
    right_by_reading = {name for name, data in WRITTEN.items() if not READERS[type_](data, nearest)[1]}

    assert right_by_schema == right_by_reading


@pytest.mark.parametrize("type_", READERS)
@many
@given(data=st.one_of(ANY_CONDITION.map(as_written), ANY_LEVEL_RULE.map(as_written), damaged()))
def test_there_are_mistakes_if_and_only_if_the_schema_finds_it_invalid(
    schemas: Schemas, type_: type[OwnGrammar], data: Any
) -> None:
    _, mistakes = READERS[type_](data, nearest)

    assert bool(mistakes) == (not schemas[type_].is_valid(data))
