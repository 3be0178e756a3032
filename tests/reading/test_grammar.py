"""What the grammar of conditions promises: every leaf, no `not`, every mistake at its path, and what was written is read."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from screening.reading.grammar import LEAVES, GrammarMistake, located, read_condition, read_level_rule
from screening.reading.schemas import json_schema
from screening.sets.conditions.write import as_written
from screening.sets.model import (
    All,
    AnyOf,
    CircumstanceIs,
    Condition,
    Counts,
    FlagRaised,
    LevelReached,
    LevelRule,
    QuestionIs,
    Supported,
)
from tests.support.conditions import ANY_CONDITION
from tests.support.thorough import examples

many = examples(200)

CONDITIONS: dict[str, tuple[Any, Condition]] = {
    "a bare name": ("means", Supported("means")),
    "element": ({"element": "means"}, Supported("means")),
    "dimension": ({"dimension": "coercion"}, Supported("coercion")),
    "question": ({"question": "papers", "is": ["kept", "unclear"]}, QuestionIs("papers", ("kept", "unclear"))),
    "circumstance": ({"circumstance": "age", "is": ["child"]}, CircumstanceIs("age", ("child",))),
    "flag": ({"flag": "child"}, FlagRaised("child")),
    "level": ({"level": "some_concern"}, LevelReached("some_concern")),
    "one count": ({"in": ["means"], "total": 1}, Counts(("means",), total=1)),
    "several counts": (
        {"in": ["means", "purpose"], "strong": 1, "medium_or_strong": 2, "total": 3},
        Counts(("means", "purpose"), strong=1, medium_or_strong=2, total=3),
    ),
    "a score": ({"in": ["means"], "score": 4.5}, Counts(("means",), score=4.5)),
    "all": ({"all": ["means", "purpose"]}, All((Supported("means"), Supported("purpose")))),
    "any": ({"any": ["means"]}, AnyOf((Supported("means"),))),
    "nested": (
        {"all": ["purpose", {"any": [{"flag": "child"}, {"all": ["act"]}]}]},
        All((Supported("purpose"), AnyOf((FlagRaised("child"), All((Supported("act"),)))))),
    ),
}


@pytest.mark.parametrize(("data", "condition"), CONDITIONS.values(), ids=CONDITIONS)
def test_every_leaf_and_nesting_is_understood(data: Any, condition: Condition) -> None:
    assert read_condition(data) == (condition, [])


def test_there_is_an_example_of_every_leaf() -> None:
    heads = {head for data, _ in CONDITIONS.values() if isinstance(data, dict) for head in data}

    assert set(LEAVES) <= heads


COUNT = "takes a whole number from 1 up"
MISTAKES: dict[str, tuple[Any, tuple[str | int, ...], str, str]] = {
    "not": ({"not": {"flag": "child"}}, ("not",), "there is no 'not' in conditions", "unknown is not no"),
    "not, deep within": (
        {"all": ["means", {"any": [{"not": "means"}]}]},
        ("all", 1, "any", 0, "not"),
        "there is no 'not' in conditions",
        "Name the answers that count instead",
    ),
    "empty": ({}, (), "the condition is empty", "Write one of: all, any, question,"),
    "nothing": (None, (), "a condition is expected here", "Write one of: all, any, question,"),
    "number": (1, (), "a condition is expected here", "Write one of:"),
    "truth": (True, (), "a condition is expected here", "Write one of:"),
    "list": (["means"], (), "a condition is expected here", "Write one of:"),
    "unknown head": (
        {"queston": "q", "is": ["yes"]},
        ("queston",),
        "'queston' is no condition",
        "Did you mean 'question'?",
    ),
    "unknown head, unlike any": ({"zzz": 1}, ("zzz",), "'zzz' is no condition", "Known: all, any,"),
    "two heads": (
        {"question": "q", "is": ["yes"], "flag": "child"},
        ("flag",),
        "a condition is one thing, and this has 'question' and 'flag'",
        "Put them in a list under 'all' or 'any'.",
    ),
    "what does not go with the head": (
        {"flag": "child", "is": ["yes"]},
        ("is",),
        "'is' does not go with 'flag' in a condition",
        "Take it out.",
    ),
    "a count beside a question": (
        {"question": "q", "is": ["yes"], "total": 1},
        ("total",),
        "'total' does not go with 'question' in a condition",
        "Take it out.",
    ),
    "all of nothing": ({"all": []}, ("all",), "'all' takes a list of conditions", "Write all: [..., ...]."),
    "any of one": ({"any": {"flag": "child"}}, ("any",), "'any' takes a list of conditions", "Write any: [..., ...]."),
    "a part that is none": ({"all": ["means", 5]}, ("all", 1), "a condition is expected here", "Write one of:"),
    "no answers": ({"question": "q"}, (), "'is' takes a list of answers", "Write is: [yes]."),
    "one answer, bare": ({"question": "q", "is": "yes"}, ("is",), "'is' takes a list of answers", "Write is: [yes]."),
    "an empty list of answers": (
        {"question": "q", "is": []},
        ("is",),
        "'is' takes a list of answers",
        "Write is: [yes].",
    ),
    "a number among answers": (
        {"circumstance": "age", "is": ["child", 5]},
        ("is",),
        "'is' takes a list of answers",
        "Write is: [yes].",
    ),
    "a question of no name": (
        {"question": "", "is": ["yes"]},
        ("question",),
        "'question' takes one name",
        "Write question:",
    ),
    "a list of circumstances": (
        {"circumstance": ["age"], "is": ["child"]},
        ("circumstance",),
        "'circumstance' takes one name",
        "Write circumstance: name.",
    ),
    "a list of flags": ({"flag": ["child"]}, ("flag",), "'flag' takes one name", "Write flag: name."),
    "no element": ({"element": None}, ("element",), "'element' takes one name", "Write element: name."),
    "a number of a dimension": (
        {"dimension": 5},
        ("dimension",),
        "'dimension' takes one name",
        "Write dimension: name.",
    ),
    "no level": (
        {"level": "some_concer"},
        ("level",),
        "'some_concer' is no level to reach",
        "Did you mean 'some_concern'?",
    ),
    "the level of silence": ({"level": "too_little_known"}, ("level",), "'too_little_known' is no level to reach", ""),
    "a number of a level": ({"level": 2}, ("level",), "'level' takes one name", "Write level: name."),
    "in one, bare": (
        {"in": "means", "total": 1},
        ("in",),
        "'in' takes a list of elements or dimensions",
        "Write in: [means].",
    ),
    "in nothing": (
        {"in": [], "total": 1},
        ("in",),
        "'in' takes a list of elements or dimensions",
        "Write in: [means].",
    ),
    "in without a count": (
        {"in": ["means"]},
        (),
        "'in' needs a count beside it",
        "Add one of: strong, medium_or_strong,",
    ),
    "none of them": ({"in": ["means"], "total": 0}, ("total",), f"'total' {COUNT}", "Write one."),
    "half of one": ({"in": ["means"], "strong": 0.5}, ("strong",), f"'strong' {COUNT}", "Write one."),
    "a truth for a count": ({"in": ["means"], "total": True}, ("total",), f"'total' {COUNT}", "Write one."),
    "a text for a count": (
        {"in": ["means"], "medium_or_strong": "2"},
        ("medium_or_strong",),
        f"'medium_or_strong' {COUNT}",
        "Write one.",
    ),
    "less than nothing": (
        {"in": ["means"], "score": -1.5},
        ("score",),
        "'score' takes a number from 0 up",
        "Write one.",
    ),
}


@pytest.mark.parametrize(("data", "path", "what", "mend"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once_at_its_path(data: Any, path: tuple[str | int, ...], what: str, mend: str) -> None:
    _, mistakes = read_condition(data)

    assert [(mistake.path, mistake.what) for mistake in mistakes] == [(path, what)]
    assert mend in str(mistakes[0].mend)


def test_all_mistakes_are_told_at_once() -> None:
    data = {"any": [{"flag": 1}, {"all": [{"not": "x"}, "means", {"in": ["means"], "strong": 0, "total": 0}]}, {}]}

    _, mistakes = read_condition(data)

    assert [mistake.path for mistake in mistakes] == [
        ("any", 0, "flag"),
        ("any", 1, "all", 0, "not"),
        ("any", 1, "all", 2, "strong"),
        ("any", 1, "all", 2, "total"),
        ("any", 2),
    ]


def test_a_mistaken_part_is_left_as_one_that_always_holds() -> None:
    condition, _ = read_condition({"all": ["means", {"not": "means"}]})

    assert condition == All((Supported("means"), All(())))


# --- the rule of a level ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "adult", "child"),
    [
        ("means", Supported("means"), None),
        ({"any": ["means"]}, AnyOf((Supported("means"),)), None),
        ({"adult": "means", "child": "purpose"}, Supported("means"), Supported("purpose")),
        ({"adult": "means"}, Supported("means"), None),
        ({"child": "means"}, None, Supported("means")),
    ],
    ids=["bare", "condition", "both", "adult only", "child only"],
)
def test_the_rule_of_a_level_is_one_for_all_or_one_for_each_age(
    data: Any, adult: Condition | None, child: Condition | None
) -> None:
    rule, mistakes = read_level_rule(data)

    assert (rule.adult, rule.child, mistakes) == (adult, child, [])


@pytest.mark.parametrize(
    ("data", "path", "what"),
    [
        ({}, (), "the condition is empty"),
        (None, (), "a condition is expected here"),
        ({"adult": {"not": "means"}}, ("adult", "not"), "there is no 'not' in conditions"),
        ({"adult": "means", "child": []}, ("child",), "a condition is expected here"),
        ({"adult": "means", "teenager": "means"}, ("teenager",), "'teenager' does not go with an age here"),
        ({"adult": "means", "all": ["means"]}, ("all",), "'all' does not go with an age here"),
    ],
    ids=["empty", "nothing", "not", "no child", "another age", "an age beside all"],
)
def test_a_mistake_in_the_rule_of_a_level_is_told_at_its_path(data: Any, path: tuple[str, ...], what: str) -> None:
    _, mistakes = read_level_rule(data)

    assert [(mistake.path, mistake.what) for mistake in mistakes] == [(path, what)]


# --- over random conditions ------------------------------------------------------------------------------------------


@many
@given(ANY_CONDITION)
def test_what_was_written_is_read_back(condition: Condition) -> None:
    assert read_condition(as_written(condition)) == (condition, [])


@many
@given(ANY_CONDITION)
def test_every_leaf_is_found_at_the_path_where_it_was_written(condition: Condition) -> None:
    data = as_written(condition)

    for leaf, path in located(condition, ()):
        part = data
        for step in path:
            part = part[step]
        assert read_condition(part) == (leaf, [])


# Mostly right, with every kind of value in every place.
_WORDS = st.sampled_from(["means", "yes", "some_concern", "too_little_known", ""])
_ODD = st.one_of(
    _WORDS,
    st.none(),
    st.booleans(),
    # No whole floats: for JSON Schema 1.0 is an integer, and for us it is none.
    st.sampled_from([1, -1, 2.5]),
    st.lists(st.one_of(_WORDS, st.just(1)), max_size=2),
    st.just({}),
)
_HEADED = st.one_of(
    st.builds(lambda head, name: {head: name}, st.sampled_from(["flag", "element", "dimension", "level"]), _ODD),
    st.builds(
        lambda head, name, listed: {head: name, "is": listed},
        st.sampled_from(["question", "circumstance"]),
        _WORDS,
        _ODD,
    ),
    st.builds(
        lambda names, count, number: {"in": names, count: number},
        _ODD,
        st.sampled_from(["strong", "total", "score"]),
        _ODD,
    ),
)
_KEYS = st.sampled_from([*LEAVES, "is", "strong", "total", "score", "not", "adult", "child"])
_DATA: st.SearchStrategy[Any] = st.recursive(
    st.one_of(_ODD, _HEADED),
    lambda parts: st.one_of(
        st.builds(lambda head, of: {head: of}, st.sampled_from(["all", "any"]), st.lists(parts, max_size=3)),
        st.dictionaries(_KEYS, parts, max_size=3),
    ),
    max_leaves=6,
)
_DEFINITIONS = json_schema("section")["$defs"]
_SCHEMAS = {
    name: Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": _DEFINITIONS})
    for name in ("Condition", "LevelRule")
}


def _mistakes(name: str, data: Any) -> list[GrammarMistake]:
    return read_condition(data)[1] if name == "Condition" else read_level_rule(data)[1]


@pytest.mark.parametrize("name", _SCHEMAS)
@many
@given(data=_DATA)
def test_there_are_mistakes_if_and_only_if_the_schema_finds_it_invalid(name: str, data: Any) -> None:
    assert bool(_mistakes(name, data)) == (not _SCHEMAS[name].is_valid(data))


@many
@given(_DATA)
def test_whatever_is_written_becomes_a_condition(data: Any) -> None:
    condition, mistakes = read_condition(data)
    rule, _ = read_level_rule(data)

    assert isinstance(condition, Condition)
    assert isinstance(rule, LevelRule)
    assert all(mistake.what and str(mistake.mend).endswith(("?", ".")) for mistake in mistakes)
