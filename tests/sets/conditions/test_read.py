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
    AnswerIs,
    AnyLeaf,
    AnyOf,
    Counts,
    FlagRaised,
    Gate,
    LevelCondition,
    LevelReached,
    LevelRule,
    PathwayCondition,
    Supported,
    Tree,
)
from screening.sets.data_path import DataPath
from tests.support.conditions import damaged
from tests.support.thorough import examples

many = examples(200)

CONDITIONS: dict[str, tuple[Any, Tree[AnyLeaf]]] = {
    "a bare name": ("means", Supported("means")),
    "element": ({"element": "means"}, Supported("means")),
    "dimension": ({"dimension": "coercion"}, Supported("coercion")),
    "question": ({"question": "papers", "is": ["kept", "unclear"]}, AnswerIs("papers", ("kept", "unclear"))),
    "circumstance": ({"circumstance": "age", "is": ["child"]}, AnswerIs("age", ("child",))),
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

    assert empty.mend == f"Write one of: {', '.join(use.words)}."
    assert unknown.mend == OneOf("zzz", use.words)


# --- every mistake, at its path --------------------------------------------------------------------------------------

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
        "'queston' is not a condition",
        "question",
    ),
    "unknown head, unlike any": ({"zzz": 1}, ("zzz",), "'zzz' is not a condition", "all"),
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
    "a circumstance that nobody knows": (
        {"circumstance": "agee", "is": ["child"]},
        ("circumstance",),
        "there is no circumstance 'agee'",
        "age",
    ),
    "a question called a circumstance": (
        {"circumstance": "papers", "is": ["kept"]},
        ("circumstance",),
        "there is no circumstance 'papers'",
        "place",
    ),
    "a circumstance called a question": (
        {"question": "age", "is": ["child"]},
        ("question",),
        "'age' is a circumstance, not a question",
        "Write circumstance: age.",
    ),
    "a misspelt key, read on as the one that was meant": (
        {"question": "papers", "iss": ["kept"]},
        ("iss",),
        "'iss' does not go with 'question' in a condition",
        "is",
    ),
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
        "'some_concer' is not a level to reach",
        "some_concern",
    ),
    "the level of silence": (
        {"level": "too_little_known"},
        ("level",),
        "'too_little_known' is not a level to reach",
        "none_recorded",
    ),
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


# What is said where the key itself is wrong, and not what stands under it.
OF_KEYS = ("there is no 'not'", "not a condition", "one thing", "does not go with")


@pytest.mark.parametrize(("data", "path", "what", "mend"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once_at_its_path(data: Any, path: DataPath, what: str, mend: str) -> None:
    (mistake,) = mistakes_in(data)

    assert (mistake.path, mistake.what, mistake.at_key) == (path, what, any(said in what for said in OF_KEYS))
    assert mend in (mistake.mend.known if isinstance(mistake.mend, OneOf) else mistake.mend)


def test_all_mistakes_are_told_at_once() -> None:
    data = {"any": [{"flag": 1}, {"all": [{"not": "x"}, "means", {"in": ["means"], "strong": 0, "total": 0}]}, {}]}

    assert [mistake.path for mistake in mistakes_in(data)] == [
        ("any", 0, "flag"),
        ("any", 1, "all", 0, "not"),
        ("any", 1, "all", 2, "strong"),
        ("any", 1, "all", 2, "total"),
        ("any", 2),
    ]


def test_a_mistaken_part_is_left_as_one_that_always_holds() -> None:
    condition, _ = read_pathway_condition({"all": ["means", {"not": "means"}]}, nearest)

    assert condition == PathwayCondition(All((Supported("means"), All(()))))


def test_a_wrong_count_takes_nothing_from_the_right_ones() -> None:
    condition, _ = read_pathway_condition({"in": ["means"], "strong": 1, "totl": 2, "score": -1}, nearest)

    assert condition == PathwayCondition(Counts(("means",), strong=1, total=2))


# --- the rule of a level ---------------------------------------------------------------------------------------------

MEANS, PURPOSE = (LevelCondition(Supported(name)) for name in ("means", "purpose"))


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        ("means", LevelRule(MEANS, None)),
        ({"any": ["means"]}, LevelRule(LevelCondition(AnyOf((Supported("means"),))), None)),
        ({"adult": "means", "child": "purpose"}, LevelRule(MEANS, PURPOSE)),
        ({"adult": "means"}, LevelRule(MEANS, None)),
        ({"child": "means"}, LevelRule(None, MEANS)),
    ],
    ids=["bare", "condition", "both", "adult only", "child only"],
)
def test_the_rule_of_a_level_is_one_for_all_or_one_for_each_age(data: Any, rule: LevelRule) -> None:
    assert read_level_rule(data, nearest) == (rule, [])


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
def test_a_mistake_in_the_rule_of_a_level_is_told_at_its_path(data: Any, path: DataPath, what: str) -> None:
    _, mistakes = read_level_rule(data, nearest)

    assert [(mistake.path, mistake.what) for mistake in mistakes] == [(path, what)]


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
        assert mistake.what
        assert isinstance(mistake.mend, OneOf) or mistake.mend.endswith(("?", "."))
