"""What was told to one set, as answers to the next one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.machine import Interview
from screening.interview.state import State
from screening.interview.told_already import told_already
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.items import items_of
from screening.sets.model import GoesOn
from tests.interview.random_interviews import many, some_answers, still_asked
from tests.support.building import asked, small_set

LISTED = [{"id": "debt", "label": "x"}, {"id": "family", "label": "x"}, {"id": "none", "label": "x", "alone": True}]
THERE = items_of(
    small_set(
        [
            asked("safe"),
            asked("papers", options=[{"id": "kept", "label": "x"}, {"id": "sold", "label": "x"}]),
            asked("used", choose="several", options=LISTED),
        ],
        [],
    )
)


def known(told: dict[str, Answer], **more: Any) -> dict[str, Answer]:
    return told_already(told, GoesOn(set="other", **more), THERE)


@pytest.mark.parametrize("answer", ["yes", "no", "unclear", "declined"])
def test_what_both_ask_in_the_same_words_is_answered_as_it_was(answer: str) -> None:
    assert known({"safe": answer, "other": "yes"}, same=("safe", "unasked")) == {"safe": answer}


def test_circumstances_are_known_by_their_ids() -> None:
    assert known({"place": "hk", "age": "adult", "police": "no"}) == {"place": "hk", "age": "adult", "police": "no"}


def test_an_answer_is_known_as_what_it_means_and_nothing_else_is() -> None:
    means = {"held": {"yes": {"papers": "kept"}}}

    assert known({"held": "yes"}, answers=means) == {"papers": "kept"}
    assert known({"held": "no"}, answers=means) == {}
    assert known({}, answers=means) == {}


def test_of_what_is_ticked_the_rest_is_not_known_and_none_of_it_says_all() -> None:
    means = {"how": {"owes": {"used": "debt"}, "threat": {"used": "family"}, "nothing": {"used": "none"}}}

    assert known({"how": ("owes",)}, answers=means) == {"used": ("debt", "not_asked")}
    assert known({"how": ("owes", "threat", "unclear")}, answers=means) == {"used": ("debt", "family", "not_asked")}
    assert known({"how": ("nothing",)}, answers=means) == {"used": ("none",)}


def test_doubt_may_be_known_too() -> None:
    assert known({"how": "declined"}, answers={"how": {"declined": {"used": "declined"}}}) == {"used": "declined"}


def test_where_two_answers_mean_different_things_it_is_asked() -> None:
    means = {"held": {"yes": {"papers": "kept"}}, "gone": {"yes": {"papers": "sold"}}}

    assert known({"held": "yes", "gone": "yes"}, answers=means) == {}
    assert known({"held": "yes", "gone": "no"}, answers=means) == {"papers": "kept"}


def test_what_the_other_set_does_not_ask_is_passed_over() -> None:
    assert known({"held": "yes"}, answers={"held": {"yes": {"no-such": "kept"}}}) == {}


FIRST, FULL = Interview(find_set("first-contact")), Interview(find_set("palermo"))


@many
@given(st.data())
def test_going_on_from_a_first_contact_comes_to_what_the_same_answers_come_to_at_once(data: st.DataObject) -> None:
    _, end = still_asked(FIRST, State(), some_answers(FIRST, data))
    goes_on = FIRST.set.about.goes_on
    assert goes_on is not None
    told = told_already(FIRST.in_force(end), goes_on, FULL.items)
    later = some_answers(FULL, data)

    state = FULL.take_over(told, FIRST.assessment(end).flags)
    _, gone_on = still_asked(FULL, state, later)
    _, at_once = still_asked(FULL, State(), {**later, **told})

    assert FULL.in_force(gone_on) == FULL.in_force(at_once)
    assert FULL.assessment(gone_on) == FULL.assessment(at_once)


def test_nothing_that_was_told_at_a_first_contact_is_asked_again() -> None:
    answers: dict[str, Answer] = {
        "place": "hk",
        "danger-now": "yes",
        "needs-doctor": "no",
        "age": "adult",
        "self-harm": "declined",
        "gender": "woman",
        "papers": "yes",
        "go-out": "yes",
        "still-there": "yes",
        "police": "no",
    }
    _, end = still_asked(FIRST, State(), answers)
    goes_on = FIRST.set.about.goes_on
    assert goes_on is not None
    told = told_already(FIRST.in_force(end), goes_on, FULL.items)
    met, _ = still_asked(FULL, FULL.take_over(told, FIRST.assessment(end).flags), {})

    assert told.keys() == answers.keys()
    assert told.keys().isdisjoint(met)
    assert FULL.assessment(FULL.take_over(told)).flags == ("danger_now", "going_back")
