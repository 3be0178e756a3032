"""What the grammar of conditions promises: every leaf where it may stand, no `not`, every mistake at its path."""

from typing import Any

import pytest
from hypothesis import given

from screening.reading.problem import nearest
from screening.sets.conditions.grammar import GATES, JUNCTIONS, LEVELS, PATHWAYS
from screening.sets.conditions.mistakes import NOT_IN_A_GATE, NOT_IN_A_LEVEL, GrammarMistake, OneOf
from screening.sets.conditions.read import read_gate, read_level_rule, read_pathway_condition
from screening.sets.conditions.types import (
    All,
    AnyLeaf,
    AnyOf,
    Counts,
    Gate,
    LevelCondition,
    LevelRule,
    PathwayCondition,
    Supported,
    Tree,
)
from screening.sets.data_path import DataPath
from tests.sets.conditions.cases import CONDITIONS, LEVEL_RULES, MISTAKES, MISTAKES_OF_LEVELS
from tests.support.conditions import damaged
from tests.support.problems import said
from tests.support.thorough import examples

many = examples(200)


def mistakes_in(data: Any) -> list[GrammarMistake]:
    """The mistakes where every leaf may stand."""
    return read_pathway_condition(data, nearest)[1]


@pytest.mark.parametrize(("data", "tree"), CONDITIONS.values(), ids=CONDITIONS)
def test_every_leaf_and_nesting_is_understood(data: Any, tree: Tree[AnyLeaf]) -> None:
    assert read_pathway_condition(data, nearest) == (PathwayCondition(tree), [])


def test_there_is_an_example_of_every_form() -> None:
    keys = {key for data, _ in CONDITIONS.values() if isinstance(data, dict) for key in data}

    assert {*JUNCTIONS, *(key for form in PATHWAYS.forms for key in form.keys)} <= keys


# --- what may stand where --------------------------------------------------------------------------------------------

LEAVES = {
    name: CONDITIONS[name]
    for name in ("a bare name", "element", "dimension", "question", "circumstance", "flag", "level", "one count")
}
IN_GATES = {"question", "circumstance", "flag"}
IN_LEVELS = {"a bare name", "element", "dimension", "one count"}


@pytest.mark.parametrize("name", LEAVES)
def test_a_gate_looks_only_at_what_was_answered(name: str) -> None:
    data, leaf = LEAVES[name]

    gate, mistakes = read_gate({"any": [data]}, nearest)

    if name in IN_GATES:
        assert (repr(gate.tree), mistakes) == (repr(AnyOf((leaf,))), [])
    else:
        assert (gate, mistakes) == (Gate(AnyOf((All(()),))), [GrammarMistake(("any", 0), *NOT_IN_A_GATE)])


@pytest.mark.parametrize("name", LEAVES)
def test_a_level_rests_on_indicators_only(name: str) -> None:
    data, leaf = LEAVES[name]

    rule, mistakes = read_level_rule({"child": {"all": [data]}}, nearest)

    assert rule.child is not None
    if name in IN_LEVELS:
        assert (repr(rule.child.tree), mistakes) == (repr(All((leaf,))), [])
    else:
        assert rule.child == LevelCondition(All((All(()),)))
        assert mistakes == [GrammarMistake(("child", "all", 0), *NOT_IN_A_LEVEL)]


def test_what_may_not_stand_here_is_not_looked_into() -> None:
    _, mistakes = read_gate({"level": "no such level", "is": 5}, nearest)

    assert mistakes == [GrammarMistake((), *NOT_IN_A_GATE)]


@pytest.mark.parametrize("use", [GATES, LEVELS, PATHWAYS], ids=["gates", "levels", "pathways"])
def test_only_what_may_stand_here_is_offered(use: Any) -> None:
    reader: Any = {id(GATES): read_gate, id(LEVELS): read_level_rule}.get(id(use), read_pathway_condition)

    _, (empty,) = reader({}, nearest)
    _, (unknown,) = reader({"zzz": 1}, nearest)

    assert said(empty.hint) == f"Write one of: {', '.join(use.words)}."
    assert unknown.hint == OneOf("zzz", use.words)


# --- every mistake, at its path --------------------------------------------------------------------------------------

# What is said where the key itself is wrong, and not what stands under it.
OF_KEYS = ("there is no 'not'", "not a condition", "one thing", "does not go with")


@pytest.mark.parametrize(("data", "path", "what", "mend"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once_at_its_path(data: Any, path: DataPath, what: str, mend: str) -> None:
    (mistake,) = mistakes_in(data)

    assert (mistake.path, said(mistake.message), mistake.at_key) == (
        path,
        what,
        any(words in what for words in OF_KEYS),
    )
    hint = mistake.hint
    assert mend in (hint.known if isinstance(hint, OneOf) else said(hint))


def test_all_mistakes_are_told_at_once() -> None:
    data = {"any": [{"flag": 1}, {"all": [{"not": "x"}, "means", {"in": ["means"], "strong": 0, "total": 0}]}, {}]}

    assert [mistake.path for mistake in mistakes_in(data)] == [
        ("any", 0, "flag"),
        ("any", 1, "all", 0, "not"),
        ("any", 1, "all", 2, "strong"),
        ("any", 1, "all", 2, "total"),
        ("any", 2),
    ]


@pytest.mark.parametrize("mistaken", [{"not": "means"}, {"flag": 1}, {"in": ["means"]}], ids=str)
def test_a_mistaken_part_is_left_as_one_that_always_holds(mistaken: Any) -> None:
    condition, _ = read_pathway_condition({"all": ["means", mistaken]}, nearest)

    assert condition == PathwayCondition(All((Supported("means"), All(()))))


def test_a_wrong_count_takes_nothing_from_the_right_ones() -> None:
    condition, _ = read_pathway_condition({"in": ["means"], "strong": 1, "totl": 2, "score": -1}, nearest)

    assert condition == PathwayCondition(Counts(("means",), strong=1, total=2))


# --- the rule of a level ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("data", "rule"), LEVEL_RULES.values(), ids=LEVEL_RULES)
def test_the_rule_of_a_level_is_one_for_all_or_one_for_each_age(data: Any, rule: LevelRule) -> None:
    assert read_level_rule(data, nearest) == (rule, [])


@pytest.mark.parametrize(("data", "path", "what"), MISTAKES_OF_LEVELS.values(), ids=MISTAKES_OF_LEVELS)
def test_a_mistake_in_the_rule_of_a_level_is_told_at_its_path(data: Any, path: DataPath, what: str) -> None:
    _, mistakes = read_level_rule(data, nearest)

    assert [(mistake.path, said(mistake.message), mistake.at_key) for mistake in mistakes] == [
        (path, what, any(words in what for words in OF_KEYS))
    ]


def test_a_key_that_does_not_go_with_an_age_may_have_been_meant_as_one() -> None:
    _, (mistake,) = read_level_rule({"adult": "means", "teenager": "means"}, nearest)

    assert mistake.hint == OneOf("teenager", ("adult", "child"))


# --- over damaged conditions -----------------------------------------------------------------------------------------


@many
@given(damaged())
def test_whatever_is_written_becomes_a_condition(data: Any) -> None:
    gate, in_gate = read_gate(data, nearest)
    condition, in_pathway = read_pathway_condition(data, nearest)
    rule, in_level = read_level_rule(data, nearest)

    assert isinstance(gate, Gate)
    assert isinstance(condition, PathwayCondition)
    assert isinstance(rule, LevelRule)
    for mistake in (*in_gate, *in_pathway, *in_level):
        assert said(mistake.message)
        assert isinstance(mistake.hint, OneOf) or said(mistake.hint).endswith(("?", "."))
