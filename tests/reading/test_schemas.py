"""What the JSON Schemas promise: each is a valid schema of the 2020-12 dialect that knows the grammar of conditions."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from screening.reading.schemas import DIALECT, FILES, LINES, json_schema
from screening.sets.conditions.grammar import GATES, LEVELS, PATHWAYS, Use
from tests.reading.write_schemas import SCHEMAS, committed_schemas


@pytest.mark.parametrize("kind", [*FILES, *LINES])
def test_every_schema_is_a_valid_schema_of_its_dialect(kind: str) -> None:
    schema = json_schema(kind)

    assert schema["$schema"] == DIALECT
    Draft202012Validator.check_schema(schema)


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert set(FILES) == {
        "set",
        "indicators",
        "section",
        "guidance",
        "referrals",
        "own-services",
        "vignette",
        "glossary",
        "column-map",
    }
    assert set(LINES) == {"record", "score", "htcds", "result"}


def test_the_committed_schemas_are_written_anew_after_a_type_was_changed() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.iterdir()}

    assert committed == committed_schemas(), "run python -m tests.reading.write_schemas"


def test_the_names_that_a_file_makes_up_have_a_form_in_its_schema_too() -> None:
    districts = json_schema("referrals")["$defs"]["Directory"]["properties"]["districts"]

    assert Draft202012Validator(districts).is_valid({"yau-tsim-mong": "Yau Tsim Mong"})
    assert not Draft202012Validator(districts).is_valid({"Yau Tsim Mong": "Yau Tsim Mong"})


def test_an_unknown_kind_has_no_schema() -> None:
    with pytest.raises(KeyError):
        json_schema("questions")


@pytest.mark.parametrize(
    ("kind", "name", "use"),
    [("section", "Gate", GATES), ("set", "LevelCondition", LEVELS), ("guidance", "PathwayCondition", PATHWAYS)],
    ids=["a gate", "a level", "a pathway"],
)
def test_the_schema_knows_what_may_stand_where(kind: str, name: str, use: Use[Any]) -> None:
    forms = json_schema(kind)["$defs"][name]["anyOf"]

    assert {form["required"][0] for form in forms if form["type"] == "object"} == set(use.words)
    assert any(form["type"] == "string" for form in forms) == (use is not GATES)


def _refs(schema: Any) -> set[str]:
    if isinstance(schema, dict):
        own = {schema["$ref"]} if isinstance(schema.get("$ref"), str) else set()
        return own.union(*map(_refs, schema.values()))
    return set().union(*map(_refs, schema)) if isinstance(schema, list) else set()


@pytest.mark.parametrize("kind", [*FILES, *LINES])
def test_everything_that_a_schema_refers_to_is_in_it(kind: str) -> None:
    schema = json_schema(kind)

    assert _refs(schema) <= {f"#/$defs/{name}" for name in schema["$defs"]}


SECTION = {"id": "s", "questions": [{"id": "q", "ask": "A", "record": "R"}]}


def gated(condition: Any) -> dict[str, Any]:
    """A section with a gate."""
    return {**SECTION, "when": condition}


@pytest.mark.parametrize(
    ("data", "valid"),
    [
        (SECTION, True),
        (gated({"any": [{"flag": "child"}, {"circumstance": "age", "is": ["child"]}]}), True),
        (gated(None), True),
        (gated({"not": {"flag": "child"}}), False),
        (gated({"in": ["means"]}), False),
        (gated({"question": "q"}), False),
        (gated({"flag": "a", "question": "q", "is": ["yes"]}), False),
        (gated({"all": []}), False),
        ({**SECTION, "titel": "T"}, False),
        ({"id": "s"}, False),
        ({**SECTION, "id": "Not An Id"}, False),
    ],
    ids=str,
)
def test_the_schema_of_a_section_tells_right_from_wrong(data: Any, valid: bool) -> None:
    assert Draft202012Validator(json_schema("section")).is_valid(data) is valid


@pytest.mark.parametrize(
    ("rule", "valid"),
    [
        ("means", True),
        ({"adult": "means", "child": {"any": ["act"]}}, True),
        ({"child": "means"}, True),
        ({}, False),
        ({"adult": "means", "teenager": "means"}, False),
        ({"adult": {"level": "too_little_known"}}, False),
    ],
    ids=str,
)
def test_the_schema_of_a_level_takes_one_rule_or_one_for_each_age(rule: Any, valid: bool) -> None:
    data = {"id": "s", "version": "1", "title": "T", "sections": [], "levels": {"some_concern": rule}}

    assert Draft202012Validator(json_schema("set")).is_valid(data) is valid
