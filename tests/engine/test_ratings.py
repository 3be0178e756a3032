"""Ratings: one fact with marks, of which a higher one counts for more, and what nobody marked is never said."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.assess import Assessment, Assessor
from screening.engine.explain import PresentIndicator, explain
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import RANK
from tests.support.building import LEVELS, build_set
from tests.support.thorough import examples

BANDS: list[dict[str, Any]] = [
    {"id": "low", "title": "Low", "score": 0, "level": "none_recorded"},
    {"id": "middle", "title": "Middle", "score": 3, "level": "some_concern"},
    {"id": "high", "title": "High", "score": 7, "level": "clear_concern"},
]
PAY = {"comes late": 1, "has not come for months": 2}
UNKNOWN = (None, "unclear", "declined")


def rated(*questions: Mapping[str, Any], **more: Any) -> IndicatorSet:
    """A set of these ratings, in one dimension of the purpose."""
    about = {
        "id": "rated",
        "version": "1",
        "title": "Rated",
        "sections": [{"id": "main", "stage": "questions"}],
        "dimensions": {"work": {"element": "purpose", "rule": "some", "title": "Work"}},
        "rules": {"some": [{"score": 3}]},
        **more,
    }
    asked = [{"kind": "known", "record": question["id"], **question} for question in questions]
    return build_set({"set": about, "sections": [{"id": "main", "questions": asked}]})


def assessed(indicator_set: IndicatorSet, **answers: str) -> Assessment:
    return Assessor(indicator_set).assess(answers)


def said_of(indicator_set: IndicatorSet, **answers: str) -> tuple[PresentIndicator, ...]:
    """What the explanation of these answers says to be there."""
    assessor = Assessor(indicator_set)
    explanation = explain(indicator_set, assessor.assess(answers), answers)
    return tuple(held for each in explanation.elements.values() for part in each for held in part.present)


FORM = rated({"id": "pay", "rate": PAY}, {"id": "rest", "rate": PAY}, {"id": "blows", "rate": {"hit": 6}}, bands=BANDS)


@pytest.mark.parametrize(("mark", "score"), [("0", 0), ("1", 1), ("2", 2)])
def test_a_mark_counts_its_own_weight_once(mark: str, score: float) -> None:
    assert assessed(FORM, pay=mark).score == score


def test_one_rating_is_one_fact() -> None:
    assert assessed(FORM, pay="2", rest="1", blows="0").present == ("pay", "rest")


def test_what_is_said_of_a_rating_is_what_was_marked_and_nothing_else() -> None:
    (held,) = said_of(FORM, pay="1", rest="0", blows="0")

    assert held.mark is not None
    assert (held.mark.label, held.weight, held.strength) == ("comes late", 1, None)


def test_an_unknown_rating_is_anything_from_its_lowest_to_its_highest_mark_and_no_more() -> None:
    unknown = assessed(FORM, rest="0", blows="0")
    high = rated({"id": "pay", "rate": {"late": 1, "never": 7}}, bands=BANDS)

    assert unknown.bounds == ("none_recorded", "none_recorded")
    assert unknown.undetermined == ("pay",)
    assert assessed(high).bounds == ("none_recorded", "clear_concern")
    assert assessed(high, pay="1").bounds == ("none_recorded", "none_recorded")


def test_marks_may_have_strengths_of_which_each_is_counted_as_one_fact() -> None:
    options = [
        {"id": 0, "label": "No"},
        {"id": 1, "label": "At times", "strength": "weak"},
        {"id": 2, "label": "Often", "strength": "medium"},
        {"id": 3, "label": "Always", "strength": "strong"},
    ]
    rules = {"some": [{"strong": 1, "total": 2}, {"medium_or_strong": 2}]}
    by_strength = rated({"id": "a", "options": options}, {"id": "b", "options": options}, rules=rules, levels=LEVELS)

    def supported(a: str, b: str) -> bool:
        return assessed(by_strength, a=a, b=b).elements["purpose"] == "supported"

    assert not supported("3", "0")
    assert supported("3", "1")
    assert supported("2", "2")
    assert not supported("2", "1")
    assert [held.strength for held in said_of(by_strength, a="2", b="0")] == ["medium"]


def test_a_weight_of_a_mark_is_not_changed_by_the_steps_below_it() -> None:
    options = [{"id": number, "label": str(number), "weight": number / 10} for number in range(10)]
    tenths = rated({"id": "a", "options": options}, bands=BANDS)

    assert [assessed(tenths, a=str(number)).score for number in range(10)] == [number / 10 for number in range(10)]


weights = st.lists(st.integers(0, 5), min_size=1, max_size=4)


@examples(200)
@given(scales=st.lists(weights, min_size=1, max_size=4), data=st.data())
def test_a_higher_mark_never_lowers_a_result_and_what_is_unknown_lies_between(
    scales: list[list[int]], data: st.DataObject
) -> None:
    questions = [
        {"id": f"q{number}", "options": [{"id": i, "label": "L", "weight": weight} for i, weight in enumerate(scale)]}
        for number, scale in enumerate(scales)
    ]
    assessor = Assessor(rated(*questions, bands=BANDS))
    answers = {
        f"q{number}": data.draw(st.sampled_from([*map(str, range(len(scale))), *UNKNOWN]))
        for number, scale in enumerate(scales)
    }
    assessment = assessor.assess({name: answer for name, answer in answers.items() if answer is not None})
    by_question = {f"q{number}": scale for number, scale in enumerate(scales)}

    def score(most: bool) -> int:
        return sum(
            (max(by_question[name]) if most else 0) if answer in UNKNOWN else by_question[name][int(answer)]
            for name, answer in answers.items()
        )

    def level(total: int) -> str:
        return str([band["level"] for band in BANDS if band["score"] <= total][-1])

    assert assessment.score == score(most=False)
    assert assessment.bounds == (level(score(most=False)), level(score(most=True)))
    for name, answer in answers.items():
        if answer not in UNKNOWN:
            higher = [i for i, weight in enumerate(by_question[name]) if weight >= by_question[name][int(answer)]]
            for mark in higher:
                more = assessor.assess({**{k: v for k, v in answers.items() if v is not None}, name: str(mark)})
                assert RANK[more.bounds[0]] >= RANK[assessment.bounds[0]]
