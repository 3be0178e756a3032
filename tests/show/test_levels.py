"""The first sentence of a result: the set's own, or one that is true of what the set counts; never a verdict."""

from typing import Any

import pytest

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.sets.model import IndicatorSet
from screening.show.levels import PROVES_NOTHING, counts_by_age, has_element, is_own_and_low
from screening.show.report import lead_lines
from tests.support.building import LEVELS, asked, build_set, indicator, small_set

LOW = "Below the cut-off of this form."
BANDS = [
    {"id": "low", "title": "Low", "score": 0, "level": "none_recorded", "headline": LOW},
    {"id": "high", "title": "High", "score": 2, "level": "some_concern", "headline": "Above the cut-off."},
]


def form(**more: Any) -> IndicatorSet:
    """Two yes/no items of weight 1, without elements."""
    about = {
        "id": "form",
        "version": "1",
        "title": "Form",
        "sections": [{"id": "main", "stage": "questions"}],
        "dimensions": {"all": {"rule": "any", "title": "All"}},
        "rules": {"any": [{"score": 1}]},
        **more,
    }
    indicators = [indicator(name, "all", None, weight=1) for name in "ab"]
    questions = [asked(name, shows=[name]) for name in "ab"]
    return build_set({"set": about, "indicators": indicators, "sections": [{"id": "main", "questions": questions}]})


def lead(indicator_set: IndicatorSet, **answers: str) -> list[str]:
    assessment = Assessor(indicator_set).assess({"age": "adult", "under_18_when_it_began": "no", **answers})
    return [ENGLISH.render(line.text) for line in lead_lines(indicator_set, assessment)]


def test_a_set_without_elements_says_nothing_of_means_and_exploitation_below_its_cut_off() -> None:
    bands = [{key: text for key, text in band.items() if key != "headline"} for band in BANDS]

    first, *_ = lead(form(bands=bands), a="yes", b="no")

    assert first.startswith("What was recorded does not come to what this set counts as a concern. This proves nothing")


def test_a_set_with_elements_still_says_which_of_them_were_not_recorded() -> None:
    with_elements = small_set([asked("q", shows=["i"])], [indicator("i", "coercion")])

    assert lead(with_elements, q="no")[0].startswith("No means and no exploitation were recorded.")


def test_a_low_result_in_the_words_of_the_set_still_says_that_it_proves_nothing() -> None:
    assert lead(form(bands=BANDS), a="yes", b="no")[:2] == [LOW, ENGLISH.render(PROVES_NOTHING)]


def test_a_result_above_the_cut_off_is_in_the_words_of_its_band() -> None:
    assert lead(form(bands=BANDS), a="yes", b="yes") == ["Above the cut-off.", "Score 2: High."]


def test_a_score_to_which_more_may_come_says_so() -> None:
    plain = [{key: text for key, text in band.items() if key != "headline"} for band in BANDS]

    assert "Score so far, 1: Low." in lead(form(bands=plain), a="yes")
    assert "Score 1: Low." in lead(form(bands=plain), a="yes", b="no")


def test_where_more_could_still_come_the_words_of_the_lowest_band_are_not_used() -> None:
    assert lead(form(bands=BANDS), a="yes")[0].startswith("Too little is known.")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"a": "yes", "b": "yes"}, ["Talk again this week."]),
        ({"a": "no", "b": "no"}, [LOW, ENGLISH.render(PROVES_NOTHING)]),
        (
            {"a": "no"},
            [
                "Not enough was said yet.",
                ENGLISH.render(PROVES_NOTHING),
                "Given what is not known, it could be anything up to: talk again.",
            ],
        ),
    ],
    ids=str,
)
def test_a_set_may_call_the_levels_by_names_of_its_own(answers: dict[str, str], expected: list[str]) -> None:
    own = form(
        levels={"some_concern": {"in": ["all"], "score": 1}},
        headlines={
            "some_concern": {"says": "Talk again this week.", "name": "talk again"},
            "too_little_known": {"says": "Not enough was said yet."},
            "none_recorded": {"says": LOW},
        },
    )

    assert lead(own, **answers) == expected


def test_a_set_has_an_element_where_a_dimension_counts_for_it() -> None:
    dimensions = {"coercion": {"element": "means", "rule": "delphi", "title": "Coercion"}}
    means_alone = small_set([asked("a")], [], dimensions=dimensions, levels={"some_concern": "means"})

    assert (has_element(means_alone), has_element(means_alone, "means")) == (True, True)
    assert (has_element(means_alone, "act"), has_element(form())) == (False, False)


@pytest.mark.parametrize(
    ("strength", "levels", "by_age"),
    [
        ("strong", {"some_concern": "means"}, False),
        ({"child": "strong"}, {"some_concern": "means"}, True),
        ("strong", LEVELS, True),
        ("strong", {"some_concern": {"adult": "means", "child": "purpose"}}, True),
    ],
)
def test_age_counts_where_a_strength_or_a_level_goes_by_it(strength: Any, levels: Any, by_age: bool) -> None:
    indicator_set = small_set([asked("a", shows=["a"])], [indicator("a", "coercion", strength)], levels=levels)

    assert counts_by_age(indicator_set) is by_age


@pytest.mark.parametrize(
    ("more", "answer", "own"),
    [
        ({"bands": BANDS}, "no", True),
        ({"bands": BANDS}, "yes", False),
        ({"levels": {"some_concern": "all"}}, "no", False),
    ],
)
def test_only_a_low_result_in_words_of_the_set_has_to_be_followed_by_what_it_proves(
    more: dict[str, Any], answer: str, own: bool
) -> None:
    indicator_set = form(**more)

    assert is_own_and_low(indicator_set, Assessor(indicator_set).assess({"a": answer, "b": answer})) is own
