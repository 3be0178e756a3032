"""A record of a case held against its key: what was seen, missed and assumed, and which ways to help were not opened."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.assess import Assessor
from screening.practice.marked import Fact, LeftOpen, Marked, Otherwise, Ways, levels_apart
from screening.practice.marking import Marker
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import Answer, Answers, ticks_of
from screening.sets.vocabulary import RANK
from tests.support.building import asked, indicator, small_set
from tests.support.thorough import examples

many = examples(200)

OPTIONS: list[dict[str, Any]] = [
    {"id": "debt", "label": "A debt", "shows": ["debt"]},
    {"id": "threat", "label": "Threats", "shows": ["threat"]},
    {"id": "none", "label": "None", "alone": True},
]
SMALL = small_set(
    [
        asked("papers", choose="one", options=[{"id": "own", "label": "Own"}, {"id": "kept", "label": "Kept", "shows": ["kept"]}]),
        asked("hold", choose="several", options=OPTIONS),
        asked("owes", shows=["debt"]),
        asked("works"),
        asked("hours", shows=["hours"], when={"question": "works", "is": ["yes"]}),
        asked("tonight", raises=["going_back"]),
    ],
    [
        indicator("kept", "coercion"),
        indicator("debt", "coercion", "weak"),
        indicator("threat", "coercion", "medium"),
        indicator("hours", "conditions_of_work"),
    ],
    flags=[{"id": "going_back", "title": "Goes back", "do": ["Ask."]}],
    guidance=[
        {"id": "labour", "when": {"in": ["conditions_of_work"], "total": 1}, "title": "Pay", "do": ["Call."]},
        {"id": "always", "title": "Always", "do": ["Say."]},
    ],
    circumstances=[{"id": "age", "record": "Age"}, {"id": "wants", "record": "Wants"}],
)  # fmt: skip
MARKER = Marker(SMALL)
ADULT: Answers = {"age": "adult"}


def mark(key: Answers, recorded: Answers) -> Marked:
    return MARKER.mark({**ADULT, **key}, {**ADULT, **recorded})


def missed(marked: Marked) -> list[tuple[str, str, str]]:
    return [(each.fact.item, each.fact.option, each.stands) for each in marked.missed]


def assumed(marked: Marked) -> list[tuple[str, str, str]]:
    return [(each.fact.item, each.fact.option, each.stands) for each in marked.assumed]


@pytest.mark.parametrize(
    ("recorded", "stands"),
    [("own", "otherwise"), ("unclear", "unclear"), ("declined", "declined"), (None, "not_asked")],
)
def test_how_a_missed_fact_was_recorded_instead_is_kept_apart(recorded: str | None, stands: str) -> None:
    marked = mark({"papers": "kept"}, {"papers": recorded} if recorded is not None else {})

    assert missed(marked) == [("papers", "kept", stands)]
    assert marked.missed[0].told_by == ("papers",)
    assert not marked.seen


@pytest.mark.parametrize(
    ("key", "recorded", "seen", "missing", "besides"),
    [
        (("debt",), ("debt",), ["debt"], [], []),
        (("debt", "threat"), ("debt",), ["debt"], [("threat", "otherwise")], []),
        (("debt", "threat"), ("debt", "unclear"), ["debt"], [("threat", "unclear")], []),
        (("debt", "threat"), ("debt", "not_asked"), ["debt"], [("threat", "not_asked")], []),
        (("debt",), ("none",), [], [("debt", "otherwise")], []),
        (("none",), ("debt",), [], [], [("debt", "otherwise")]),
        ("unclear", ("debt",), [], [], [("debt", "unclear")]),
        (("threat", "declined"), ("debt", "threat"), ["threat"], [], [("debt", "declined")]),
        (None, ("debt",), [], [], [("debt", "not_asked")]),
        (("none",), ("none",), [], [], []),
    ],
)
def test_of_a_list_each_tick_is_a_fact_and_the_rest_stands_as_it_was_recorded(
    key: Answer | None,
    recorded: Answer,
    seen: list[str],
    missing: list[tuple[str, str]],
    besides: list[tuple[str, str]],
) -> None:
    marked = mark({"hold": key} if key is not None else {}, {"hold": recorded})

    assert [fact.option for fact in marked.seen] == seen
    assert [(each.fact.option, each.stands) for each in marked.missed] == missing
    assert [(each.fact.option, each.stands) for each in marked.assumed] == besides


def test_what_nothing_follows_from_is_no_fact() -> None:
    marked = mark({"papers": "own", "works": "no"}, {"papers": "unclear", "works": "no"})

    assert (marked.seen, marked.missed, marked.assumed) == ((), (), ())
    assert marked.left_open == (LeftOpen("papers", None, "unclear"),)


def test_what_a_gate_names_is_a_fact_for_more_follows_from_it() -> None:
    assert mark({"works": "yes"}, {"works": "yes"}).seen == (Fact("works", "yes"),)


def test_where_an_earlier_answer_closed_a_question_that_one_would_have_told() -> None:
    marked = mark({"works": "yes", "hours": "yes"}, {"works": "no"})

    assert missed(marked) == [("works", "yes", "otherwise"), ("hours", "yes", "closed")]
    assert [each.told_by for each in marked.missed] == [("works",), ("works",)]
    assert marked.missed[1].level == "some_concern"


def test_an_answer_that_is_set_aside_was_not_recorded() -> None:
    marked = mark({"works": "yes", "hours": "yes"}, {"works": "no", "hours": "yes"})

    assert Fact("hours", "yes") not in marked.seen
    assert not marked.assumed


def test_what_is_recorded_elsewhere_is_not_lost_and_what_is_told_elsewhere_is_not_added() -> None:
    marked = mark({"hold": ("debt",)}, {"hold": ("none",), "owes": "yes"})

    assert missed(marked) == [("hold", "debt", "otherwise")]
    assert marked.missed[0].elsewhere
    assert marked.lost == ()
    assert assumed(marked) == [("owes", "yes", "not_asked")]
    assert marked.added == ()


def test_what_the_story_leaves_open_is_no_no() -> None:
    marked = mark({"hold": "declined", "owes": "unclear"}, {"hold": ("none",), "owes": "unclear"})

    assert marked.taken_as_no == (LeftOpen("hold", "declined", None),)
    assert marked.kept_open == (LeftOpen("owes", "unclear", "unclear"),)
    assert marked.missed == ()


def test_a_question_of_which_something_was_assumed_or_missed_is_told_once() -> None:
    assert mark({"hold": "unclear"}, {"hold": ("debt",)}).taken_as_no == ()
    assert mark({"hold": ("debt",)}, {"hold": "unclear"}).left_open == ()


def test_what_the_story_does_not_touch_may_be_answered_with_no_or_left_out() -> None:
    marked = mark({}, {"hold": ("none",), "owes": "no", "papers": "own"})

    assert (marked.taken_as_no, marked.left_open, marked.kept_open) == ((), (), ())


def test_circumstances_and_wishes_are_named_where_they_were_recorded_otherwise_and_not_where_nobody_asked() -> None:
    marked = MARKER.mark({"age": "adult", "wants": "leave"}, {"age": "unsure"})

    assert marked.otherwise == (Otherwise("age", "adult", "unsure", "too_little_known"),)
    assert marked.otherwise[0].decides_rules


def test_an_age_that_was_missed_is_told_with_what_it_alone_would_have_led_to() -> None:
    marked = MARKER.mark({"age": "child", "wants": "leave"}, {"age": "adult", "wants": "stay", "hold": ("debt",)})

    assert [(each.item, each.decides_rules) for each in marked.otherwise] == [("age", True), ("wants", False)]
    assert marked.under.flags == ("child",)


# --- ways to help ----------------------------------------------------------------------------------------------------

TRAFFICKED = {"papers": "kept"}


@pytest.mark.parametrize(
    ("key", "recorded", "under", "over"),
    [
        ({}, {}, Ways(), Ways()),
        (TRAFFICKED, {}, Ways(True), Ways()),
        ({}, TRAFFICKED, Ways(), Ways(True)),
        (TRAFFICKED, TRAFFICKED, Ways(), Ways()),
        ({"tonight": "yes"}, {}, Ways(flags=("going_back",)), Ways()),
        (
            {**TRAFFICKED, "works": "yes", "hours": "yes"},
            {**TRAFFICKED, "tonight": "yes"},
            Ways(pathways=("labour",)),
            Ways(flags=("going_back",)),
        ),
        ({"age": "child"}, {}, Ways(flags=("child",)), Ways()),
    ],
    ids=["nothing", "missed", "assumed", "same", "flag", "both", "child"],
)
def test_under_and_over_referral_are_about_every_way_that_the_key_opens(
    key: Answers, recorded: Answers, under: Ways, over: Ways
) -> None:
    marked = mark(key, recorded)

    assert (marked.under, marked.over) == (under, over)
    assert bool(under) == (under != Ways())


def test_a_level_below_the_key_is_told_from_one_above_it() -> None:
    weaker = mark({"papers": "kept", "works": "yes", "hours": "yes", "hold": ("threat",)}, TRAFFICKED)

    assert (weaker.level, weaker.key_level) == ("some_concern", "some_concern")
    assert levels_apart(mark(TRAFFICKED, {})) == -1
    assert levels_apart(mark({}, TRAFFICKED)) == 1


# --- every case ------------------------------------------------------------------------------------------------------


@cache
def palermo() -> tuple[Marker, dict[str, Answers]]:
    """A large set, and the key of each of its cases."""
    indicator_set = find_set("palermo")
    reader = RecordReader(indicator_set)
    keys = {each.id: reader.record(each.answers, each.circumstances).answers for each in indicator_set.vignettes}
    return Marker(indicator_set, Assessor(indicator_set)), keys


def test_who_records_just_what_the_key_has_missed_nothing_and_assumed_nothing() -> None:
    marker, keys = palermo()

    for name, key in keys.items():
        marked = marker.mark(key, key)
        assert (marked.missed, marked.assumed, marked.otherwise) == ((), (), ()), name
        assert (marked.taken_as_no, marked.left_open) == ((), ()), name
        assert (marked.under, marked.over, marked.level) == (Ways(), Ways(), marked.key_level), name


@st.composite
def mixed(draw: st.DrawFn) -> tuple[Answers, Answers]:
    """A key, and a record that has some of it, some of another one, and the rest left out or unknown."""
    keys = palermo()[1]
    names = sorted(keys)
    key, other = keys[draw(st.sampled_from(names))], keys[draw(st.sampled_from(names))]
    recorded: dict[str, Answer] = {}
    for name in {**key, **other}:
        answer = draw(st.sampled_from([key.get(name), other.get(name), "unclear", None]))
        if answer is not None and (answer != "unclear" or name not in {"age", "place"}):
            recorded[name] = answer
    return key, recorded


@many
@given(mixed())
def test_a_fact_of_the_key_is_either_seen_or_missed_and_what_one_misses_the_other_assumes(
    both: tuple[Answers, Answers],
) -> None:
    key, recorded = both
    marker, _ = palermo()
    marked, turned = marker.mark(key, recorded), marker.mark(recorded, key)

    gone = [each.fact for each in marked.missed]
    assert not set(marked.seen) & set(gone)
    assert all(fact.option in ticks_of(key[fact.item]) for fact in (*marked.seen, *gone))
    assert all(fact.option in ticks_of(recorded[fact.item]) for fact in marked.seen)
    assert {each.fact for each in marked.assumed} == {each.fact for each in turned.missed}
    assert marked.seen == turned.seen
    assert (marked.under, marked.over) == (turned.over, turned.under)


@many
@given(mixed())
def test_with_what_was_missed_recorded_too_the_result_never_falls_below_the_key(both: tuple[Answers, Answers]) -> None:
    """Law 4: one more indicator never lowers a result, so that what was missed is the only reason to fall short."""
    key, recorded = both
    marked = palermo()[0].mark(key, recorded)

    as_old = all(recorded.get(name) == key.get(name) for name in ("age", "under_18_when_it_began"))
    if as_old and not marked.lost:
        assert RANK[marked.level] >= RANK[marked.key_level]
