"""What can be told of where an interview stands."""

import pytest

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.sets.answers import Answer
from tests.interview.interviews import OPENING, TO_THE_REVIEW, go, reviewed, told, whole_set
from tests.support.building import asked, small_set


def test_the_review_lists_what_lies_behind_answered_or_not_each_once() -> None:
    interview = Interview(whole_set())
    inputs = ["SKIP", "ON", "yes", "no", "adult", "no", "SKIP", "no", "woman", "SKIP", "no", "no", "SKIP", "FINISH"]
    state = go(interview, inputs)

    # Neither cards nor the agreement; what came once more comes once here.
    assert [step.id for step in interview.to_review(state)] == [
        "place",
        "danger-now",
        "age",
        "others",
        "gender",
        "under_18_when_it_began",
        "one",
        "three",
        "four",
    ]


def test_the_review_of_a_whole_screening_lists_everything_in_the_order_of_asking() -> None:
    interview = Interview(whole_set())

    assert list(reviewed(interview, go(interview, TO_THE_REVIEW))) == [
        "place",
        "danger-now",
        "age",
        "others",
        "gender",
        "under_18_when_it_began",
        "one",
        "three",
        "four",
        "tonight",
        "extra",
        "wants",
        "police",
        "found",
    ]


def test_after_going_back_the_review_lists_the_answers_that_lie_ahead_too() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "BACK", "BACK", "BACK", "FINISH", "ON"])

    assert state.answers["gender"] == "woman"
    assert list(reviewed(interview, state))[-3:] == ["others", "gender", "under_18_when_it_began"]
    corrected = go(interview, ["TO gender", "other"], state)
    assert told(interview.current(corrected)) == "review"
    assert corrected.answers["gender"] == "other"


def test_the_review_leaves_out_what_no_longer_applies() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "yes", "no", "unclear", "no", "no", "no", "leave", "no", "ON", "no"])
    closed = go(interview, ["TO one", "no"], state)

    assert "two" in reviewed(interview, state)
    assert "two" not in reviewed(interview, closed)
    assert closed.answers["two"] == "no"
    assert interview.current(closed) == Step("review")


def test_answers_in_force_are_those_that_are_not_set_aside() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "yes", "yes", "BACK", "BACK", "no"])

    known = {"place": "hk", "age": "adult", "gender": "woman", "under_18_when_it_began": "no"}
    counts = {**known, "danger-now": "no", "others": "no", "one": "no"}
    assert state.answers == {**counts, "two": "yes"}
    assert interview.in_force(state) == counts


def test_until_the_screen_is_turned_it_is_read_beside_where_anybody_is_asked() -> None:
    interview = Interview(whole_set())
    filled_in = Interview(small_set([{**asked("one"), "kind": "known"}], []))

    assert interview.is_read_beside(go(interview, OPENING))
    assert interview.is_read_beside(go(interview, [*OPENING, "FINISH"]))
    assert not interview.is_read_beside(go(interview, [*OPENING, "FINISH", "ON"]))
    assert not filled_in.is_read_beside(State())


def test_an_option_that_stands_alone_excludes_others() -> None:
    options = [{"id": "a", "label": "a"}, {"id": "none", "label": "n", "alone": True}]
    interview = Interview(small_set([asked("q", choose="several", options=options)], []))

    assert interview.takes(Step("item", "q"), ("a",))
    assert interview.takes(Step("item", "q"), "declined")
    assert not interview.takes(Step("item", "q"), ("a", "none"))
    assert not interview.takes(Step("item", "q"), ())
    assert not interview.takes(Step("item", "q"), "a")


@pytest.mark.parametrize(
    ("circumstance", "value", "takes"),
    [
        ("situation", ("fishing", "medical"), True),
        ("situation", ("fishing", "perhaps"), False),
        ("situation", (), False),
        ("situation", "fishing", False),
        ("situation", "declined", True),
        ("gender", "woman", True),
        ("gender", ("woman",), False),
        # Their values come from elsewhere.
        ("languages", ("yue", "en"), True),
        ("place", "hk", True),
    ],
)
def test_of_some_circumstances_several_values_are_taken(circumstance: str, value: Answer, takes: bool) -> None:
    interview = Interview(small_set([], [], circumstances=[{"id": circumstance, "record": "x"}]))

    assert interview.takes(Step("item", circumstance), value) is takes


def test_where_an_interview_stands_says_in_one_place_only_what_was_answered() -> None:
    state = go(Interview(whole_set()), [*OPENING, "yes", "yes", "yes", "go_on", "SKIP", "no"])

    # What was chosen is kept with the steps behind only where it is no answer.
    choices = {entry.step.kind: entry.choice for entry in state.trail}
    assert choices == {
        "item": "",
        "card": "",
        "agreement": "yes",
        "offer": "go_on",
    }


def test_it_can_be_told_of_which_set_an_interview_is_and_whether_anybody_is_asked_anything() -> None:
    seen = small_set([], [], stages={"seen": [{"id": "found", "kind": "seen", "record": "x"}]})

    assert Interview(whole_set()).asks is True
    assert Interview(seen).asks is False
    assert Interview(seen).set is seen


def test_progress_counts_sections_and_never_a_score() -> None:
    interview = Interview(whole_set())

    assert interview.progress(State()) == (1, 5)
    assert interview.progress(go(interview, OPENING)) == (3, 5)
    assert interview.progress(go(interview, [*OPENING, "no", "unclear", "no"])) == (4, 5)
    assert interview.progress(go(interview, TO_THE_REVIEW)) == (5, 5)
