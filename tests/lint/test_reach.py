"""What counts nowhere and what nothing reaches: told where it is so, and never where some answers reach it."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.assess import Assessor
from screening.lint import counted_nowhere, unreachable
from screening.lint.reach import Reach
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet
from tests.lint.wise import read, wise
from tests.support.building import asked, small_set
from tests.support.problems import said
from tests.support.random_sets import sets_with_records
from tests.support.thorough import examples

Data = dict[str, Any]
LOW = {"id": "low", "title": "Low", "score": 0, "level": "none_recorded"}


def band(score: float, level: str = "some_concern", name: str = "high") -> Data:
    """A band that begins at a score."""
    return {"id": name, "title": "High", "score": score, "level": level}


def found(rule: Any, folder: Path, data: Data) -> list[str]:
    """What a rule says of a set, and how to correct it."""
    files, _ = read(folder, data)
    assert list(files.problems) == []
    return [f"{said(finding.message)}. {said(finding.hint)}" for finding in rule.check(files)]


def scored(*bands: Data, weight: float | None = 1, strength: str | None = None, levels: Data | None = None) -> Data:
    """The wise set with bands, and both of its indicators with this weight and strength; its guidance is always open."""
    data = wise()
    data["set.yaml"] |= {"bands": [LOW, *bands], "levels": levels or {}}
    data["set.yaml"]["rules"]["one"] = [{"score": 1}]
    data["guidance.yaml"] = [{**data["guidance.yaml"][0], "when": {"level": "none_recorded"}}]
    for each in data["indicators.yaml"]:
        each |= {"weight": weight, "strength": strength}
    # A strength of its own would be too much for an impression.
    data["sections/looks.yaml"]["questions"][0]["kind"] = "seen"
    return data


# --- counted nowhere -------------------------------------------------------------------------------------------------


def test_a_weight_alone_counts_nowhere_where_strengths_are_counted(tmp_path: Path) -> None:
    data = wise()
    data["indicators.yaml"][0] |= {"strength": None, "weight": 3}

    assert found(counted_nowhere, tmp_path, data) == [
        "the indicator 'held' has no strength, and only strengths are counted, so it counts nowhere. "
        "Give it a strength. To add weights, write bands, or a rule with 'score'."
    ]


def test_a_rating_by_weights_counts_nowhere_where_strengths_are_counted(tmp_path: Path) -> None:
    data = wise()
    rating = {"id": "pay", "ask": "Pay?", "record": "Pay", "rate": {"late": 1}, "source": {"grade": "project"}}
    data["sections/main.yaml"]["questions"].append(rating)

    assert found(counted_nowhere, tmp_path, data) == [
        "the indicator 'pay' has no strength, and only strengths are counted, so it counts nowhere. "
        "Give it a strength. To add weights, write bands, or a rule with 'score'."
    ]


def test_a_strength_alone_counts_nowhere_where_weights_are_added(tmp_path: Path) -> None:
    data = scored(band(2), weight=None, strength="strong")

    assert found(counted_nowhere, tmp_path, data) == [
        f"the indicator '{name}' has no weight, and only weights are added, so it counts nowhere. Give it a weight."
        for name in ("held", "afraid")
    ]


def test_a_weak_indicator_counts_nowhere_where_strong_ones_are_counted(tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"]["levels"] = {"some_concern": {"in": ["control"], "medium_or_strong": 1}}
    data["guidance.yaml"][0]["when"] = {"level": "some_concern"}

    assert found(counted_nowhere, tmp_path, data) == [
        "the indicator 'afraid' is too weak for all that is counted, so it counts nowhere. "
        "Count weaker ones too, as with 'total', or take it out."
    ]


@pytest.mark.parametrize(
    ("levels", "when", "counts"),
    [
        ({"some_concern": "control"}, {"level": "some_concern"}, True),
        ({"some_concern": "means"}, {"level": "some_concern"}, True),
        ({"some_concern": {"in": ["means"], "total": 1}}, {"level": "some_concern"}, True),
        ({"some_concern": {"adult": "act", "child": {"any": ["purpose", "means"]}}}, {"level": "some_concern"}, True),
        ({"some_concern": "act"}, {"dimension": "control"}, True),
        ({"some_concern": "act"}, {"in": ["control"], "total": 2}, True),
        ({"some_concern": "act"}, {"level": "some_concern"}, False),
        ({}, {"question": "tonight", "is": ["yes"]}, True),
    ],
    ids=[
        "its dimension in a level",
        "its element in a level",
        "counted in a level",
        "in what counts for a child",
        "in a pathway",
        "counted in a pathway",
        "only in its dimension",
        "only in its dimension, in a set without levels",
    ],
)
def test_what_counts_is_what_a_level_or_a_pathway_can_notice(
    levels: Data, when: Data, counts: bool, tmp_path: Path
) -> None:
    data = wise()
    data["set.yaml"]["levels"] = levels
    data["guidance.yaml"][0]["when"] = when

    assert bool(found(counted_nowhere, tmp_path, data)) is not counts


def test_a_weight_counts_in_a_rule_with_a_score(tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"] |= {"rules": {"one": [{"total": 1}, {"score": 2}]}, "levels": {"some_concern": "control"}}
    data["indicators.yaml"][0] |= {"strength": None, "weight": 3}

    assert found(counted_nowhere, tmp_path, data) == []


# --- out of reach ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("score", "reached"), [(2, True), (2.5, False)])
def test_a_band_above_all_weights_is_told(score: float, reached: bool, tmp_path: Path) -> None:
    told = f"no score reaches the band 'high': it begins at {score}, and all weights come to 2. "

    said_of_it = found(unreachable, tmp_path, scored(band(score)))

    assert said_of_it == ([] if reached else [f"{told}Let it begin lower, or add weights."])


def test_of_answers_of_which_one_is_chosen_only_one_is_added(tmp_path: Path) -> None:
    data = scored(band(2))
    data["sections/looks.yaml"]["questions"][0]["shows"] = []
    data["sections/main.yaml"]["questions"][0]["options"][0]["shows"] = ["afraid"]

    for question in data["sections/main.yaml"]["questions"][1:]:
        question["shows"] = []
    assert [each.partition(":")[0] for each in found(unreachable, tmp_path, data)] == [
        "no score reaches the band 'high'"
    ]


def test_a_level_that_only_the_bands_reach_is_told(tmp_path: Path) -> None:
    data = scored(band(2, "clear_concern"), levels={"clear_concern": "purpose"})

    assert found(unreachable, tmp_path, data) == [
        "nothing that can be recorded reaches the level 'clear_concern'. Correct its rule."
    ]


@pytest.mark.parametrize(
    ("rule", "ignored"),
    [
        ({"in": ["means"], "score": 2}, True),
        ({"all": ["control", {"in": ["means"], "score": 2}]}, True),
        ({"any": ["control", {"in": ["means"], "score": 2}]}, False),
        ({"in": ["means"], "score": 1}, False),
        ({"in": ["means"], "total": 2}, True),
        ({"in": ["means"], "total": 1}, False),
        ({"adult": {"in": ["means"], "score": 2}, "child": {"in": ["means"], "score": 1}}, False),
    ],
    ids=["the same score", "and more", "or less", "a lower score", "two of one", "one of two", "lower for a child"],
)
def test_a_rule_that_never_comes_to_more_than_the_bands_is_told(rule: Data, ignored: bool, tmp_path: Path) -> None:
    data = scored(band(2), strength="medium", levels={"some_concern": rule})

    said_of_it = found(unreachable, tmp_path, data)

    assert said_of_it == (
        [
            "the rule of 'some_concern' changes nothing: at its score of 2 the bands say as much. "
            "Take the rule out, or let it ask for less than 2."
        ]
        if ignored
        else []
    )


@pytest.mark.parametrize(
    ("when", "opens"),
    [
        ({"level": "some_concern"}, True),
        ({"level": "clear_concern"}, False),
        ({"in": ["means"], "total": 2}, True),
        ({"in": ["means"], "total": 3}, False),
        ({"in": ["means"], "score": 1}, False),
        ({"element": "purpose"}, False),
        ({"any": ["purpose", "means"]}, True),
        ({"all": ["purpose", "means"]}, False),
        ({"circumstance": "gender", "is": ["woman"]}, True),
        ({"circumstance": "place", "is": ["hk"]}, True),
        ({"circumstance": "abroad", "is": ["yes"]}, False),
        ({"flag": "child"}, True),
        ({"flag": "going_back"}, True),
    ],
    ids=str,
)
def test_a_pathway_that_nothing_opens_is_told(when: Data, opens: bool, tmp_path: Path) -> None:
    data = wise()
    data["guidance.yaml"].append({"id": "more", "title": "More", "do": ["Listen"], "when": when})

    told = "nothing that can be recorded opens the pathway 'more'. Correct its condition, or take it out."
    assert found(unreachable, tmp_path, data) == ([] if opens else [told])


def test_a_flag_that_nothing_raises_is_told_and_not_the_pathway_on_it(tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"]["flags"].append({"id": "medical", "title": "M", "do": ["Call"]})
    data["guidance.yaml"].append({"id": "more", "title": "More", "do": ["Go"], "when": {"flag": "medical"}})

    assert found(unreachable, tmp_path, data) == [
        "no answer raises the flag 'medical'. Add it to a question's 'raises', or take it out."
    ]


# --- what is said to be out of reach, is -----------------------------------------------------------------------------


@examples(200)
@given(drawn=sets_with_records())
def test_what_a_record_supports_is_within_reach(
    drawn: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]],
) -> None:
    indicator_set, answers, circumstances = drawn
    reach = Reach(indicator_set)

    assessment = Assessor(indicator_set).assess(answers | circumstances)

    for name, support in assessment.dimensions.items():
        if support == "supported":
            assert reach.supports(name, assessment.child)


@st.composite
def sums(draw: st.DrawFn) -> IndicatorSet:
    """A set whose weights are added: each indicator is shown by one answer."""
    indicators: list[Data] = []
    questions: list[Data] = []
    for number in range(draw(st.integers(1, 3))):
        options: list[Data] = []
        for option in range(draw(st.integers(1, 3))):
            names = [f"i-{number}-{option}-{each}" for each in range(draw(st.integers(0, 2)))]
            options.append({"id": f"o-{option}", "label": "O", "shows": names})
            indicators += [
                {"id": name, "states": name, "dimension": "coercion", "weight": draw(st.sampled_from([0, 0.5, 1, 3]))}
                for name in names
            ]
        choose = draw(st.sampled_from(["one", "several"]))
        questions.append(asked(f"q-{number}", options=options, choose=choose))
    return small_set(questions, indicators, bands=[LOW])


@examples(100)
@given(indicator_set=sums())
def test_the_most_that_weights_come_to_is_what_some_answers_come_to(indicator_set: IndicatorSet) -> None:
    assessor = Assessor(indicator_set)
    questions = [question for _, _, question in indicator_set.questions()]
    ways: list[list[Answer]] = [
        [tuple(option.id for option in each.choices)] if each.several else [option.id for option in each.choices]
        for each in questions
    ]
    scores = [
        assessor.assess(dict(zip([each.id for each in questions], way, strict=True))).score for way in product(*ways)
    ]

    assert Reach(indicator_set).most_score == max(score or 0 for score in scores)
