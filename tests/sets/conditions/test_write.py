"""What is written of conditions and rules is what stands in the files, and reads as the same again."""

from typing import Any

import pytest
from hypothesis import given

from screening.reading.problem import nearest
from screening.sets.conditions.read import read_gate, read_level_rule, read_pathway_condition
from screening.sets.conditions.types import (
    AnswerIs,
    AnyLeaf,
    Condition,
    Gate,
    LevelCondition,
    LevelRule,
    PathwayCondition,
    Supported,
)
from screening.sets.conditions.write import as_written
from screening.sets.model import Alternative
from tests.support.conditions import ANY_CONDITION, GATES, LEVEL_RULES, PATHWAY_CONDITIONS, swapped
from tests.support.thorough import examples

many = examples(150)


@many
@given(GATES)
def test_a_gate_is_read_back(gate: Gate) -> None:
    assert read_gate(as_written(gate), nearest) == (gate, [])


@many
@given(PATHWAY_CONDITIONS)
def test_the_condition_of_a_pathway_is_read_back(condition: PathwayCondition) -> None:
    assert read_pathway_condition(as_written(condition), nearest) == (condition, [])


@many
@given(LEVEL_RULES)
def test_the_rule_of_a_level_is_read_back(rule: LevelRule) -> None:
    assert read_level_rule(as_written(rule), nearest) == (rule, [])


@many
@given(ANY_CONDITION)
def test_a_junction_that_is_swapped_is_written_otherwise(condition: Condition[AnyLeaf]) -> None:
    written = [as_written(each) for each in (condition, *swapped(condition))]

    assert all(one != other for index, one in enumerate(written) for other in written[:index])


@pytest.mark.parametrize(
    ("leaf", "written"),
    [
        (AnswerIs("papers", ("kept",)), {"question": "papers", "is": ["kept"]}),
        (AnswerIs("age", ("child",)), {"circumstance": "age", "is": ["child"]}),
        (Supported("means"), "means"),
    ],
    ids=["a question", "a circumstance", "a bare name"],
)
def test_a_leaf_is_written_in_the_one_form_that_it_has(leaf: AnyLeaf, written: Any) -> None:
    assert as_written(PathwayCondition(leaf)) == written


def test_the_rule_of_a_level_that_is_one_for_every_age_is_written_as_its_condition_alone() -> None:
    means = LevelCondition(Supported("means"))

    assert as_written(LevelRule(means, None)) == "means"
    assert as_written(LevelRule(None, means)) == {"child": "means"}


def test_an_alternative_names_only_the_counts_it_asks_for() -> None:
    assert as_written(Alternative(strong=1, total=2)) == {"strong": 1, "total": 2}
    assert as_written(Alternative(score=0.0)) == {"score": 0.0}
