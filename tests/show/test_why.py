"""Why a result is what it is, in words."""

from itertools import pairwise
from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.result.evaluate import Result
from screening.sets.answers import Answer
from screening.show.report import lead_lines
from screening.show.why import WAYS_TO_SAY_WHY, WayToSayWhy, not_known_lines, source_lines, why_lines
from tests.show.test_report import of, shown
from tests.support.building import DIMENSIONS, asked, indicator, small_set

WHOLE = WayToSayWhy()


def dimensions(*indicators: dict[str, Any], way: WayToSayWhy = WHOLE) -> list[str]:
    """What is told of dimensions where all of these indicators are there, each shown by a question."""
    recorded: dict[str, Answer] = {each["id"]: "yes" for each in indicators}
    return [
        line
        for line in shown(why_lines(one(*indicators, **recorded), way))
        if line.startswith(("item", "text: Forced"))
    ]


def one(*indicators: dict[str, Any], **recorded: Answer) -> Result:
    """The result of indicators that a question each shows."""
    questions = [asked(each["id"], shows=[each["id"]]) for each in indicators]
    return of(small_set(questions, list(indicators)), age="adult", **recorded)


def test_facts_stand_below_their_strength_the_strongest_first_and_what_is_supported_before_the_rest() -> None:
    told = dimensions(
        indicator("a", "conditions_of_work", "medium"),
        indicator("b", "forced_work", "weak"),
        indicator("c", "forced_work", "medium"),
        indicator("d", "forced_work", "strong"),
        indicator("e", "forced_work", "medium"),
    )

    assert told == [
        "item: Forced work - strong: d; medium: c, e; weak: b.",
        "item: Conditions of work, not enough alone - medium: a.",
    ]


def test_beside_a_fact_it_is_never_said_that_something_is_not_supported() -> None:
    case = one(indicator("a", "conditions_of_work", "medium"), a="yes")
    lines = shown(why_lines(case, WHOLE))

    assert "group: Purpose: exploitation, done or intended - recorded, and not enough alone" in lines
    assert not any("not supported" in line for line in lines if "Purpose" in line)


def test_a_fact_goes_by_its_brief_where_there_is_no_room_and_what_is_not_named_is_counted() -> None:
    facts = [indicator(name, "forced_work", "medium", brief=f"Brief {name}") for name in "abcd"]
    told = [
        dimensions(*facts, way=way)[0]
        for way in (WHOLE, WayToSayWhy(brief=True), WayToSayWhy(brief=True, facts=1), WayToSayWhy(facts=0))
    ]

    assert told == [
        "item: Forced work - medium: a, b, c, d.",
        "item: Forced work - medium: Brief a, Brief b, Brief c, Brief d.",
        "item: Forced work - medium: Brief a; 3 more.",
        "item: Forced work (4).",
    ]


def test_where_no_fact_is_named_they_are_counted_beside_what_they_are_not_enough_for() -> None:
    assert dimensions(indicator("a", "conditions_of_work", "medium"), way=WayToSayWhy(facts=0)) == [
        "item: Conditions of work, not enough alone - 1 fact."
    ]


def test_what_belongs_to_an_element_may_stand_together() -> None:
    facts = [indicator("a", "forced_work"), indicator("b", "conditions_of_work", "medium")]

    assert dimensions(*facts, way=WayToSayWhy(together=True)) == [
        "text: Forced work - strong: a. Conditions of work, not enough alone - medium: b."
    ]


def test_each_way_says_no_more_than_the_one_before() -> None:
    for longer, shorter in pairwise(WAYS_TO_SAY_WHY):
        assert (shorter.brief, shorter.together) >= (longer.brief, longer.together)
        for before, after in ((longer.facts, shorter.facts), (longer.unknown, shorter.unknown)):
            assert before is None or (after is not None and after <= before)


def test_of_what_is_not_known_some_are_named_and_the_others_counted() -> None:
    made = small_set([asked(name, shows=["i"]) for name in "abcde"], [indicator("i", "forced_work")])
    case = of(made, age="adult", e="unclear")

    assert shown(not_known_lines(case.explanation, 2)) == ["item: Not asked: a; b; 2 more.", "item: Unclear: e."]
    assert shown(not_known_lines(case.explanation)) == ["item: Not asked: a; b; c; d.", "item: Unclear: e."]
    assert shown(not_known_lines(case.explanation, 0)) == [
        "item: Not asked: 4 questions.",
        "item: Unclear: 1 question.",
    ]


def test_what_was_declined_has_words_of_its_own_only_where_there_is_room() -> None:
    made = small_set([asked("a", shows=["i"], declined="Wants a lawyer first")], [indicator("i", "forced_work")])
    case = of(made, age="adult", a="declined")

    assert shown(not_known_lines(case.explanation)) == ["item: Did not want to say: a - Wants a lawyer first."]
    assert shown(not_known_lines(case.explanation, 2)) == ["item: Did not want to say: a."]


def test_what_may_count_for_a_child_only_is_told_as_not_known_while_no_age_decides() -> None:
    of_a_child = indicator("a", "forced_work", {"child": "strong"})

    def told(**ages: Answer) -> list[str]:
        made = small_set([asked("a", shows=["a"])], [of_a_child])
        return shown(not_known_lines(of(made, a="yes", **ages).explanation))

    waits = "item: Counts for a child only, and the age is not known: a."
    assert waits in told(age="adult")
    assert waits not in told(age="adult", under_18_when_it_began="no")
    assert waits not in told(age="child")


def test_an_indicator_names_its_strength_at_this_age_and_the_source_of_that() -> None:
    by_age = indicator("a", "forced_work", {"child": "medium"}, source={"grade": "project"})
    sourced = indicator(
        "b", "forced_work", "weak", source={"grade": "project"}, strength_source={"ref": "x", "grade": "A"}
    )
    made = small_set(
        [asked("a", shows=["a"]), asked("b", shows=["b"])],
        [by_age, sourced],
        sources={"x": {"title": "A study"}},
    )

    def told(age: str) -> list[str]:
        return shown(source_lines(of(made, a="yes", b="yes", age=age, under_18_when_it_began="no")))

    assert told("child") == ["item: a (medium; the judgement of those who wrote this)", "item: b (weak; A study)"]
    # That it was recorded as of a child is no fact about an adult.
    assert told("adult") == ["item: b (weak; A study)"]


def scored(**recorded: Answer) -> Result:
    """The result of a set that sums weights, some dimension of which belongs to no element."""
    dimensions = {**DIMENSIONS, "lasting": {"rule": "any", "title": "How long"}}
    dimensions = {name: dimension for name, dimension in dimensions.items() if dimension.get("element") != "act"}
    made = small_set(
        [asked("a", shows=["a"]), asked("b", shows=["b"])],
        [
            {"id": "a", "states": "A", "dimension": "coercion", "weight": 2.5},
            {"id": "b", "states": "B", "dimension": "lasting", "weight": 4, "source": {"ref": "x", "grade": "A"}},
        ],
        dimensions=dimensions,
        sources={"x": {"title": "A study"}},
        levels={},
        bands=[
            {"id": "low", "title": "Low", "score": 0, "level": "none_recorded"},
            {"id": "high", "title": "High", "score": 6, "level": "some_concern"},
        ],
    )
    return of(made, age="adult", under_18_when_it_began="no", **recorded)


def test_a_set_that_sums_says_the_score_its_band_and_what_each_counts() -> None:
    case = scored(a="yes", b="yes")

    assert shown(lead_lines(case.indicator_set, case.assessment)) == [
        "lead: Some of what was recorded may point to trafficking. Refer, or talk again when the person wants.",
        "text: Score 6.5: High.",
    ]
    # What belongs to no element comes last, and an element that no dimension has is not named.
    assert shown(why_lines(case, WHOLE)) == [
        "group: Means: how it was done - recorded, and not enough alone",
        "item: Coercion, not enough alone - counts 2.5: A.",
        "group: Purpose: exploitation, done or intended - not supported by what was recorded",
        "item: How long, not enough alone - counts 4: B.",
    ]
    assert shown(source_lines(case)) == ["item: A (counts 2.5; no source given)", "item: B (counts 4; A study)"]
    whole = scored(a="no", b="yes")
    # A whole number is told as one, though it is a sum of weights.
    assert shown(lead_lines(whole.indicator_set, whole.assessment))[-1] == "text: Score 4: Low."


@pytest.mark.parametrize("way", WAYS_TO_SAY_WHY, ids=str)
def test_every_way_names_every_element_and_how_far_it_is_supported(way: WayToSayWhy) -> None:
    case = one(indicator("a", "forced_work"), indicator("b", "coercion", "medium"), a="yes", b="yes")
    groups = [ENGLISH.render(line.text) for line in why_lines(case, way) if line.kind == "group"]

    assert [group.partition(" - ")[2] for group in groups] == [
        "not supported by what was recorded",
        "recorded, and not enough alone",
        "supported",
    ]
