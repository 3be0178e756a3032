"""The order of the interview, and what each input does."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.machine import Interview, NotPossible
from screening.interview.state import State, Step
from screening.sets.model import CIRCUMSTANCES as CIRCUMSTANCE_KINDS
from screening.sets.model import Answer, CircumstanceWording, IndicatorSet, Question, Section, SectionStage
from screening.sets.order import QuestionStage
from tests.support.building import asked, build_set, indicator, small_set
from tests.support.completions import definite_answers
from tests.support.random_sets import indicator_sets
from tests.support.thorough import examples

many = examples(150)
# No interview of these sets has so many steps.
NEVER_ENDS = 300

CIRCUMSTANCES = [
    {"id": name, "ask": "x", "record": "x"}
    for name in ("wants", "gender", "age", "under_18_when_it_began", "police", "place", "district")
]
FLAGS = [{"id": "danger", "title": "x", "do": ["x"]}, {"id": "back", "title": "x", "do": ["x"]}]


def whole_set(**more: Any) -> IndicatorSet:
    """A set with something in every stage."""
    return small_set(
        [
            asked("one", shows=["a"]),
            asked("two", shows=["b"], when={"question": "one", "is": ["yes"]}),
            asked("three", shows=["p", "q"]),
            asked("four"),
        ],
        [
            indicator("a", "coercion"),
            indicator("b", "coercion"),
            indicator("p", "forced_work"),
            indicator("q", "conditions_of_work"),
        ],
        stages={
            "safety": [asked("danger-now", raises=["danger"])],
            "seen": [{"id": "found", "kind": "seen", "record": "x"}],
            "closing": [asked("tonight", raises=["back"], always=True), asked("extra")],
        },
        circumstances=CIRCUMSTANCES,
        card=["Find a private place."],
        agreement="May I?",
        closing_card=["Anything else?"],
        flags=FLAGS,
        **more,
    )


def go(interview: Interview, inputs: Iterable[Any], state: State | None = None) -> State:
    """Give inputs one after another: an answer, one of the words in capitals, or TO with the id of what is gone to."""
    state = state or State()
    actions = {
        "SKIP": interview.skip,
        "BACK": interview.back,
        "FINISH": interview.finish,
        "ON": interview.go_on,
        "HAND OVER": interview.hand_over,
        "STOP": interview.stop_alone,
    }
    for each in inputs:
        if each in actions:
            state = actions[each](state)
        elif isinstance(each, str) and each.startswith("TO "):
            state = interview.go_to(state, reviewed(interview, state)[each.removeprefix("TO ")])
        else:
            state = interview.answer(state, each)
    return state


def reviewed(interview: Interview, state: State) -> dict[str, Step]:
    """What the review lists, by its ids."""
    return {step.id: step for step in interview.to_review(state)}


def steps(interview: Interview, inputs: Iterable[Any]) -> list[str]:
    """The steps that these inputs meet, and the one at which they leave the interview."""
    state, met = State(), []
    for each in inputs:
        met.append(told(interview.current(state)))
        state = go(interview, [each], state)
    return [*met, told(interview.current(state))]


def told(step: Step) -> str:
    """A step in a word."""
    name = step.kind if step.kind in {"hand_over", "give_back"} else step.id or step.kind
    prefix = {"flag": "card:", "break": "break:"}.get(step.kind, "")
    return f"{prefix}{name}{' again' if step.again else ''}"


OPENING = ["hk", "ON", "yes", "no", "adult", "woman", "no"]
TO_THE_REVIEW = [*OPENING, "no", "no", "unclear", "yes", "no", "no", "leave", "no", "ON", "ON"]
TO_THE_RESULT = [*TO_THE_REVIEW, "ON"]


def test_the_order_is_as_designed() -> None:
    interview = Interview(whole_set())

    met = steps(interview, TO_THE_RESULT)

    assert met == [
        "place",
        "card",
        "agreement",
        "danger-now",
        "age",
        "gender",
        "under_18_when_it_began",
        "found",
        "one",
        "three",
        "four",
        "tonight",
        "extra",
        "wants",
        "police",
        "closing_card",
        "turn",
        "review",
        "result",
    ]


@pytest.mark.parametrize("answer", ["not_now", "stop"])
def test_without_agreement_nothing_is_asked(answer: str) -> None:
    assert steps(Interview(whole_set()), ["hk", "ON", answer])[-1] == answer


def test_a_flag_shows_its_card_at_once() -> None:
    met = steps(Interview(whole_set()), ["hk", "ON", "yes", "yes", "ON"])

    assert met[-3:] == ["danger-now", "card:danger", "age"]


@pytest.mark.parametrize("age", ["child", "unsure", "declined"])
def test_the_card_for_a_child_comes_before_further_questions(age: str) -> None:
    met = steps(Interview(whole_set()), ["hk", "ON", "yes", "no", age, "ON"])

    # Nor is it asked how old the person was when it began: that is decided.
    assert met[-3:] == ["age", "card:child", "gender"]
    assert "under_18_when_it_began" not in steps(Interview(whole_set()), ["hk", "ON", "yes", "no", age, "ON", "woman"])


def test_the_district_is_asked_only_for_a_child_where_there_are_districts() -> None:
    interview = Interview(whole_set(), places_with_districts=["hk"])
    child = go(interview, ["hk", "ON", "yes", "no", "child", "ON", "woman"])
    adult = go(interview, ["hk", "ON", "yes", "no", "adult", "woman", "no"])

    assert told(interview.current(child)) == "district"
    assert told(interview.current(adult)) == "found"


def test_a_closed_question_is_not_asked_and_its_answer_is_set_aside() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "no", "yes", "yes", "BACK", "BACK", "no"])

    assert told(interview.current(state)) == "three"
    assert state.answers["two"] == "yes"
    assert interview.set_aside(state) == ("two",)
    assert interview.assessment(state).present == ()


@pytest.mark.parametrize(("age", "asks"), [("adult", False), ("child", True), ("unsure", True)])
def test_a_circumstance_can_open_a_question_or_close_it(age: str, asks: bool) -> None:
    question = asked("one", shows=["a"], when={"circumstance": "age", "is": ["child"]})
    interview = Interview(
        small_set([question], [indicator("a", "coercion")], circumstances=[{"id": "age", "record": "x"}])
    )
    as_a_child = go(interview, ["child", "ON", "yes", "ON"])

    assert ("one" in steps(interview, [age] if age == "adult" else [age, "ON"])) is asks
    assert interview.set_aside(go(interview, ["TO age", age], as_a_child)) == (() if asks else ("one",))


def test_an_answer_set_aside_returns_when_its_question_opens_again() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "no", "yes", "yes", "BACK", "BACK", "no", "BACK", "yes"])

    assert interview.current(state) == Step("item", "two")
    assert state.recorded(Step("item", "two")) == "yes"
    assert interview.assessment(state).present == ("a", "b")


def test_skipped_questions_come_once_more_before_the_closing() -> None:
    interview = Interview(whole_set())

    met = steps(
        interview, ["SKIP", "ON", "yes", "SKIP", "adult", "woman", "no", "no", "no", "SKIP", "no", "SKIP", "yes"]
    )

    assert met[-3:] == ["danger-now again", "three again", "tonight"]


def test_of_a_screening_in_which_everything_is_skipped_all_but_the_closing_comes_once_more() -> None:
    interview = Interview(whole_set())
    state = go(interview, ["hk", "ON", "yes"])

    assert [told(step) for step in still_due(interview, state)] == [
        "danger-now",
        "age",
        "gender",
        "under_18_when_it_began",
        "found",
        "one",
        "three",
        "four",
        "danger-now again",
        "age again",
        "gender again",
        "under_18_when_it_began again",
        "found again",
        "one again",
        "three again",
        "four again",
        "tonight",
        "extra",
        "wants",
        "police",
        "closing_card",
        "turn",
        "review",
    ]


def test_a_question_whose_gate_is_unknown_waits_for_the_skipped_one() -> None:
    interview = Interview(whole_set())

    met = steps(interview, [*OPENING, "no", "SKIP", "unclear", "no", "yes"])

    assert met[-4:] == ["three", "four", "one again", "two"]


def test_what_stays_unknown_stays_not_asked() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "no", "SKIP", "no", "no", "SKIP"])

    assert told(interview.current(state)) == "tonight"
    assert "one" not in state.answers
    assert "two" not in interview.assessment(state).closed


def test_an_always_question_is_asked_when_its_gate_is_unknown() -> None:
    gate = {"question": "one", "is": ["yes"]}
    indicator_set = small_set([asked("one"), asked("must", when=gate, always=True), asked("may", when=gate)], [])
    interview = Interview(indicator_set)

    assert steps(interview, ["SKIP", "SKIP", "no"]) == ["one", "one again", "must", "turn"]
    assert steps(interview, ["no"]) == ["one", "turn"]


@pytest.mark.parametrize(
    ("answer", "closing"),
    [("yes", ["first", "must", "may"]), ("no", ["first"]), ("SKIP", ["first", "must"])],
    ids=["open", "closed", "waiting"],
)
def test_the_closing_has_its_order_whatever_of_it_is_asked(answer: str, closing: list[str]) -> None:
    gate = {"question": "one", "is": ["yes"]}
    stages = {"closing": [asked("first"), asked("must", when=gate, always=True), asked("may", when=gate)]}
    interview = Interview(small_set([asked("one")], [], stages=stages))

    due = [told(step) for step in still_due(interview, go(interview, [answer]))]
    assert [name for name in due if name != "one again"] == [*closing, "turn", "review"]


def test_settled_offers_to_leave_out_the_rest() -> None:
    interview = Interview(whole_set())
    settled = [*OPENING, "no", "yes", "yes", "yes"]

    assert told(interview.current(go(interview, settled))) == "offer"
    assert steps(interview, [*settled, "always_only", "no"])[-2:] == ["tonight", "wants"]
    assert steps(interview, [*settled, "go_on", "no"])[-2:] == ["four", "tonight"]


def test_nothing_is_offered_where_nothing_would_be_spared() -> None:
    indicator_set = small_set(
        [asked("one", shows=["a"]), asked("must", always=True)], [indicator("a", "forced_work")], levels=SOME
    )
    interview = Interview(indicator_set)
    state = go(interview, ["yes"])

    assert interview.assessment(state).settled
    assert told(interview.current(state)) == "must"


@pytest.mark.parametrize(
    ("stage", "answers", "due"),
    [("safety", ["yes"], "one"), ("safety", ["yes", "no"], "offer"), ("seen", ["yes"], "offer")],
    ids=["only safety", "then a question", "what was seen"],
)
def test_nothing_is_offered_before_anything_but_safety_was_asked(stage: str, answers: list[str], due: str) -> None:
    telling = {"id": "telling", "ask": "x", "record": "x", "shows": ["a"]}
    indicator_set = small_set(
        [asked("one"), asked("two")], [indicator("a", "forced_work")], stages={stage: [telling]}, levels=SOME
    )

    assert due_after(*answers, interview=Interview(indicator_set)) == due


def sparing_set() -> IndicatorSet:
    """A set whose level is settled with one answer, and something in every stage that may be spared or not."""
    in_danger = {"question": "danger-now", "is": ["yes"]}
    return small_set(
        [asked("must", always=True), asked("one", shows=["a"]), asked("two")],
        [indicator("a", "forced_work")],
        stages={
            "safety": [asked("danger-now"), asked("followed", when=in_danger)],
            "seen": [
                {"id": "found", "kind": "seen", "record": "x"},
                {"id": "hurt", "kind": "seen", "record": "x", "when": in_danger},
            ],
            "closing": [asked("tonight", always=True), asked("extra")],
        },
        levels=SOME,
    )


def test_who_takes_the_offer_is_asked_once_more_only_for_safety_and_what_is_always_asked() -> None:
    interview = Interview(sparing_set())
    skipped = ["SKIP", "SKIP", "SKIP", "yes"]

    assert due_after(*skipped, interview=interview) == "offer"
    short = go(interview, [*skipped, "always_only"])
    assert [told(step) for step in still_due(interview, short)] == [
        "danger-now again",
        "must again",
        "tonight",
        "turn",
        "review",
    ]


def test_nor_does_a_correction_open_what_is_spared_but_it_does_for_safety() -> None:
    interview = Interview(sparing_set())
    at_review = go(interview, ["no", "no", "no", "yes", "always_only", "no", "ON"])

    corrected = go(interview, ["TO danger-now", "yes"], at_review)
    assert told(interview.current(corrected)) == "followed"
    assert told(interview.current(go(interview, ["no"], corrected))) == "review"


SOME = {"some_concern": {"in": ["purpose"], "total": 1}}


def test_finishing_leaves_only_the_turn_and_the_review_with_what_there_is() -> None:
    interview = Interview(whole_set())

    assert steps(interview, [*OPENING, "FINISH", "ON", "ON"])[-4:] == ["found", "turn", "review", "result"]
    assert interview.assessment(go(interview, [*OPENING, "FINISH"])).level == "too_little_known"


def test_finishing_before_anything_was_asked_leaves_nothing_to_review() -> None:
    assert steps(Interview(whole_set()), ["FINISH", "ON"]) == ["place", "turn", "result"]


@pytest.mark.parametrize("after", [["FINISH"], ["FINISH", "ON"]], ids=["turn", "review"])
def test_going_back_after_finishing_early_goes_on_where_that_happened(after: list[str]) -> None:
    interview = Interview(whole_set())

    assert steps(interview, [*OPENING, "no", *after, "BACK", "no"])[-2:] == ["one", "three"]
    assert go(interview, [*OPENING, "no", *after, "BACK"]) == go(interview, [*OPENING, "no"])


def test_finishing_at_a_card_does_not_show_it_again() -> None:
    interview = Interview(whole_set())
    at_the_card = ["hk", "ON", "yes", "yes"]

    assert steps(interview, [*at_the_card, "FINISH", "ON", "ON"])[-4:] == ["card:danger", "turn", "review", "result"]
    assert steps(interview, [*at_the_card, "FINISH", "BACK"])[-1] == "age"
    assert steps(interview, [*at_the_card, "ON", "child", "FINISH", "ON"])[-3:] == ["card:child", "turn", "review"]


def test_a_result_follows_only_on_the_review() -> None:
    interview = Interview(whole_set())

    for inputs in (["hk"], OPENING, TO_THE_REVIEW):
        assert interview.current(go(interview, inputs)).kind != "end"
    assert interview.current(go(interview, TO_THE_RESULT)) == Step("end", "result")


# --- the review ---


def test_the_review_lists_what_lies_behind_answered_or_not_each_once() -> None:
    interview = Interview(whole_set())
    inputs = ["SKIP", "ON", "yes", "no", "adult", "SKIP", "no", "no", "SKIP", "no", "no", "woman", "SKIP", "FINISH"]
    state = go(interview, inputs)

    # Neither cards nor the agreement; what came once more comes once here.
    assert [step.id for step in interview.to_review(state)] == [
        "place",
        "danger-now",
        "age",
        "gender",
        "under_18_when_it_began",
        "found",
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
        "gender",
        "under_18_when_it_began",
        "found",
        "one",
        "three",
        "four",
        "tonight",
        "extra",
        "wants",
        "police",
    ]


def test_after_going_back_the_review_lists_the_answers_that_lie_ahead_too() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "BACK", "BACK", "BACK", "FINISH", "ON"])

    assert state.answers["gender"] == "woman"
    assert list(reviewed(interview, state))[-3:] == ["age", "gender", "under_18_when_it_began"]
    corrected = go(interview, ["TO gender", "other"], state)
    assert told(interview.current(corrected)) == "review"
    assert corrected.answers["gender"] == "other"


def test_the_review_leaves_out_what_no_longer_applies() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "no", "yes", "no", "unclear", "no", "no", "no", "leave", "no", "ON", "ON"])
    closed = go(interview, ["TO one", "no"], state)

    assert "two" in reviewed(interview, state)
    assert "two" not in reviewed(interview, closed)
    assert closed.answers["two"] == "no"
    assert interview.current(closed) == Step("review")


def test_from_the_review_to_a_step_and_after_it_back_to_the_review() -> None:
    interview = Interview(whole_set())
    there = go(interview, [*TO_THE_REVIEW, "TO three"])
    after = go(interview, ["no"], there)

    assert (told(interview.current(there)), there.recorded(Step("item", "three"))) == (
        "three",
        "unclear",
    )
    assert (told(interview.current(after)), after.answers["three"]) == ("review", "no")
    assert told(interview.current(go(interview, ["TO gender", "other", "ON"], after))) == "result"


@pytest.mark.parametrize("leave", ["BACK", "SKIP"])
def test_a_step_that_was_gone_to_can_be_left_as_it_is(leave: str) -> None:
    interview = Interview(whole_set())
    state = go(interview, [*TO_THE_REVIEW, "TO one", leave])

    assert told(interview.current(state)) == "review"
    assert state.answers == go(interview, TO_THE_REVIEW).answers


def test_a_correction_may_open_new_questions_which_come_before_the_review() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*TO_THE_REVIEW, "TO one", "yes"])

    assert told(interview.current(state)) == "two"
    assert told(interview.current(go(interview, ["no"], state))) == "review"


@pytest.mark.parametrize(("correction", "card"), [(["TO tonight", "yes"], "back"), (["TO age", "unsure"], "child")])
def test_a_correction_may_raise_a_flag_whose_card_comes_at_once(correction: list[str], card: str) -> None:
    interview = Interview(whole_set())
    state = go(interview, [*TO_THE_REVIEW, *correction])

    assert interview.current(state) == Step("flag", card)
    assert told(interview.current(go(interview, ["ON"], state))) == "review"


def test_a_card_that_was_seen_does_not_come_again_with_the_same_answer() -> None:
    interview = Interview(whole_set())
    inputs = [*["yes" if each == "no" else each for each in OPENING[:4]], "ON", *OPENING[4:], "FINISH", "ON"]

    assert told(interview.current(go(interview, [*inputs, "TO danger-now", "yes"]))) == "review"


@pytest.mark.parametrize("again", [["BACK", "BACK"], ["TO one", "BACK"]], ids=["back", "gone to"])
def test_nor_does_it_when_its_step_is_left_as_it_is(again: list[str]) -> None:
    questions = [asked("one", raises=["danger"]), asked("two", shows=["a"])]
    interview = Interview(small_set(questions, [indicator("a", "coercion")], flags=FLAGS))
    corrected = ["no", "no", "ON", "TO one", "yes", "ON"]

    assert due_after(*corrected[:-1], interview=interview) == "card:danger"
    assert due_after(*corrected, *again, interview=interview) == "review"


def test_each_flag_that_is_raised_by_one_of_several_ticks_shows_its_card() -> None:
    options = [
        {"id": "a", "label": "a", "raises": ["danger"]},
        {"id": "b", "label": "b", "raises": ["back"]},
        {"id": "c", "label": "c"},
    ]
    interview = Interview(small_set([asked("q", choose="several", options=options)], [], flags=FLAGS))

    assert steps(interview, [("a", "b"), "ON", "ON"]) == ["q", "card:danger", "card:back", "turn"]
    assert steps(interview, [("b", "c"), "ON"]) == ["q", "card:back", "turn"]


def test_only_the_review_leads_to_a_step_and_only_to_one_behind_it() -> None:
    interview = Interview(whole_set())

    with pytest.raises(NotPossible):
        interview.go_to(go(interview, OPENING), Step("item", "age"))
    for step in (Step("item", "two"), Step("card"), Step("agreement"), Step("flag", "danger"), Step("turn")):
        with pytest.raises(NotPossible, match=f"^{step.kind} '{step.id}' cannot be gone to$"):
            interview.go_to(go(interview, TO_THE_REVIEW), step)


def test_from_the_review_back_leads_to_the_last_answer_and_after_it_comes_the_turn_again() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*TO_THE_REVIEW, "BACK"])

    assert told(interview.current(state)) == "police"
    assert steps(interview, [*TO_THE_REVIEW, "BACK", "yes", "ON", "ON"])[-3:] == ["closing_card", "turn", "review"]


def test_a_skipped_question_that_was_answered_meanwhile_does_not_come_again() -> None:
    interview = Interview(whole_set())
    skipped = [*OPENING, "no", "SKIP", "unclear"]

    assert steps(interview, [*skipped, "no"])[-2:] == ["four", "one again"]
    assert steps(interview, [*skipped, "BACK", "BACK", "no", "unclear", "no"])[-2:] == ["four", "tonight"]


def test_nor_does_one_that_was_answered_from_the_review_before_the_questions_went_on() -> None:
    interview = Interview(whole_set())
    finished = [*OPENING, "no", "SKIP", "unclear", "FINISH", "ON"]

    assert steps(interview, [*finished, "BACK", "no"])[-2:] == ["four", "one again"]
    assert steps(interview, [*finished, "TO one", "no", "BACK", "no"])[-2:] == ["four", "tonight"]


def test_nor_does_one_that_was_closed_from_there() -> None:
    interview = Interview(whole_set())
    finished = [*OPENING, "no", "yes", "SKIP", "FINISH", "ON"]

    assert "two again" in [told(step) for step in still_due(interview, go(interview, [*finished, "BACK"]))]
    closed = go(interview, [*finished, "TO one", "no", "BACK"])
    assert "two again" not in [told(step) for step in still_due(interview, closed)]


# --- going on after a break ---


def test_answers_in_force_are_those_that_are_not_set_aside() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "no", "yes", "yes", "BACK", "BACK", "no"])

    known = {"place": "hk", "age": "adult", "gender": "woman", "under_18_when_it_began": "no"}
    counts = {**known, "danger-now": "no", "found": "no", "one": "no"}
    assert state.answers == {**counts, "two": "yes"}
    assert interview.in_force(state) == counts


def resumed(interview: Interview, state: State) -> State:
    """The state at which a screening goes on that was broken off at this one."""
    return interview.resume(interview.in_force(state))


def test_a_resumed_screening_begins_with_card_and_agreement_and_goes_on_where_it_was() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, [*OPENING, "no", "yes"]))

    assert told(interview.current(state)) == "card"
    assert told(interview.current(go(interview, ["ON"], state))) == "agreement"
    assert told(interview.current(go(interview, ["ON", "yes"], state))) == "two"
    assert interview.current(go(interview, ["ON", "not_now"], state)) == Step("end", "not_now")


def test_nothing_recorded_resumes_at_the_beginning() -> None:
    assert Interview(whole_set()).resume({}) == State()


def test_an_open_question_before_the_last_answer_comes_once_more() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, [*OPENING, "no", "SKIP", "no"]))

    assert told(interview.current(go(interview, ["ON", "yes"], state))) == "four"
    assert told(interview.current(go(interview, ["ON", "yes", "no"], state))) == "one again"


def test_the_card_of_the_last_answer_comes_again_before_anything_else() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, ["hk", "ON", "yes", "yes"]))

    assert told(interview.current(state)) == "card:danger"
    assert told(interview.current(go(interview, ["ON", "ON", "yes"], state))) == "age"


def test_a_screening_in_which_everything_was_answered_resumes_before_its_closing_card() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, TO_THE_RESULT))

    assert told(interview.current(go(interview, ["ON", "yes"], state))) == "closing_card"
    assert told(interview.current(go(interview, ["ON", "yes", "ON", "ON"], state))) == "review"
    assert interview.to_review(state) == interview.to_review(go(interview, TO_THE_RESULT))


def test_from_a_resumed_screening_back_leads_to_the_last_answer() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, [*OPENING, "no", "yes"]))

    assert told(interview.current(go(interview, ["ON", "yes", "BACK", "BACK"], state))) == "one"


def test_an_offer_that_lies_behind_is_not_made_again() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, [*OPENING, "no", "yes", "yes", "yes", "go_on", "no"]))

    assert told(interview.current(go(interview, ["ON", "yes"], state))) == "tonight"


def test_an_answer_without_that_for_which_its_question_waits_is_kept_and_spares_no_other_question() -> None:
    # It was recorded with another set, which did not ask that.
    interview = Interview(whole_set())
    state = interview.resume({"two": "yes"})
    left = still_due(interview, go(interview, ["hk", "ON", "yes"], state))

    assert told(interview.current(state)) == "place"
    assert {"danger-now", "one", "three", "four", "tonight"} <= {told(step) for step in left}
    assert reviewed(interview, state)["two"] == Step("item", "two")
    assert state.answers == {"two": "yes"}


def test_a_skipped_circumstance_that_no_longer_matters_does_not_come_again() -> None:
    interview = Interview(whole_set(), places_with_districts=["hk"])
    child = go(interview, ["hk", "ON", "yes", "no", "child", "ON", "woman", "SKIP", "FINISH", "ON"])
    turned = go(interview, ["BACK"], child)

    assert "district again" in [told(step) for step in still_due(interview, turned)]
    grown = go(interview, ["TO age", "adult", "BACK"], child)
    assert "district again" not in [told(step) for step in still_due(interview, grown)]


CHILD = ["hk", "ON", "yes", "no", "child", "ON", "woman", "wan-chai"]


@pytest.mark.parametrize(
    ("inputs", "due"),
    [
        # The district was recorded for a child who turned out to be none.
        ([*CHILD, "BACK", "BACK", "BACK", "adult", "woman", "no", "no"], "one"),
        # It was recorded when it began, and then the age made that no question.
        ([*OPENING, "BACK", "BACK", "BACK", "child", "ON", "woman", "wan-chai", "no"], "one"),
    ],
    ids=["district", "under_18_when_it_began"],
)
def test_a_circumstance_that_is_no_longer_asked_for_does_not_end_the_questions(inputs: list[str], due: str) -> None:
    interview = Interview(whole_set(), places_with_districts=["hk"])
    state = go(interview, inputs)
    again = resumed(interview, state)

    assert told(interview.current(state)) == due
    assert told(interview.current(go(interview, ["ON", "yes"], again))) == due


def test_nor_does_it_keep_from_the_review_where_a_question_depended_on_it() -> None:
    one = asked("one", when={"circumstance": "district", "is": ["wan-chai"]})
    interview = Interview(small_set([one], [], circumstances=CIRCUMSTANCES), places_with_districts=["hk"])
    grown = {"place": "hk", "age": "adult", "district": "wan-chai"}

    left = still_due(interview, interview.resume({"one": "yes", **grown}))

    assert [told(step) for step in left][-2:] == ["turn", "review"]


def test_the_end_of_a_section_offers_a_break() -> None:
    about = {
        "id": "x",
        "version": "1",
        "title": "x",
        "sections": [{"id": name, "stage": "questions"} for name in ("first", "second", "third")],
        "dimensions": {"d": {"element": "means", "rule": "any", "title": "x"}},
        "rules": {"any": [{"total": 1}]},
        "levels": {"some_concern": "means"},
    }
    sections = [
        {"id": "first", "questions": [asked("a"), asked("b")]},
        {"id": "second", "questions": [asked("c", shows=["i"])]},
        {"id": "third", "questions": [asked("d")]},
    ]
    interview = Interview(build_set({"set": about, "indicators": [indicator("i", "d")], "sections": sections}))
    met = ["a", "b", "break:first", "c", "break:second", "d", "turn"]
    second = go(interview, ["no", "no", "ON", "unclear"])

    assert steps(interview, ["no", "no", "ON", "unclear", "ON", "no"]) == met
    assert steps(interview, ["no", "no", "ON", "BACK", "no"])[-3:] == ["c", "b", "break:first"]
    # What it is the end of, and how far that is.
    assert interview.section(interview.current(second)).id == "second"
    assert interview.progress(second) == (2, 3)


def test_what_was_recorded_elsewhere_is_taken_over_as_far_as_it_is_an_answer_here() -> None:
    interview = Interview(whole_set())
    answers: dict[str, Answer] = {
        "one": "yes",
        "two": "perhaps",
        "three": "unclear",
        "unknown": "yes",
        "four": ("yes",),
    }
    known = {"age": "adult", "gender": "perhaps", "may_call": "yes", "wants": "declined", "place": "hk"}

    assert interview.fitting({**answers, **known}) == {
        "one": "yes",
        "three": "unclear",
        "age": "adult",
        "wants": "declined",
        "place": "hk",
    }


def test_passing_by_an_answer_leaves_it_and_does_not_bring_the_question_once_more() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "no", "yes", "BACK", "SKIP"])

    assert state.answers["one"] == "yes"
    assert "one again" not in [told(step) for step in still_due(interview, state)]
    assert "found again" in [told(step) for step in still_due(interview, go(interview, [*OPENING, "SKIP"]))]


def still_due(interview: Interview, state: State) -> list[Step]:
    """The steps that are left, where everything is passed by."""
    met: list[Step] = []
    while (step := interview.current(state)).kind != "end":
        met.append(step)
        assert len(met) < NEVER_ENDS
        state = go(interview, ["SKIP" if step.kind == "item" else "ON"], state)
    return met


def test_a_skipped_question_that_was_closed_since_does_not_come_once_more() -> None:
    interview = Interview(
        small_set(
            [asked("one"), asked("two", when={"question": "one", "is": ["yes"]}), asked("three", shows=["a"])],
            [indicator("a", "coercion")],
        )
    )
    state = go(interview, ["yes", "SKIP", "BACK", "BACK", "no"])

    assert [told(step) for step in still_due(interview, state)][:2] == ["three", "three again"]


def test_going_back_from_the_beginning_changes_nothing() -> None:
    assert Interview(whole_set()).back(State()) == State()


def test_going_back_leads_to_the_offer_too() -> None:
    interview = Interview(whole_set())
    offered = [*OPENING, "no", "yes", "yes", "yes"]

    assert steps(interview, [*offered, "always_only", "BACK", "go_on"])[-3:] == ["tonight", "offer", "four"]


def test_going_back_passes_over_cards() -> None:
    interview = Interview(whole_set())
    state = go(interview, ["hk", "ON", "yes", "yes", "ON", "adult", "BACK", "BACK"])

    assert told(interview.current(state)) == "danger-now"
    assert state.recorded(interview.current(state)) == "yes"


@pytest.mark.parametrize(
    ("inputs", "wrong"),
    [
        (["hk"], "yes"),
        (["hk", "ON"], "perhaps"),
        (["hk", "ON", "yes"], "perhaps"),
        (["hk", "ON", "yes"], ("yes",)),
        (["hk", "ON", "yes", "no"], "unclear"),
    ],
    ids=["card", "agreement", "question", "list", "age has a word of its own"],
)
def test_what_a_step_does_not_take_is_refused(inputs: list[str], wrong: Answer) -> None:
    interview = Interview(whole_set())

    with pytest.raises(NotPossible, match=f"does not take {re.escape(repr(wrong))}$"):
        interview.answer(go(interview, inputs), wrong)


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


def test_what_only_shows_something_takes_no_answer() -> None:
    assert Interview(whole_set()).takes(Step("card"), "yes") is False


def test_where_an_interview_stands_says_in_one_place_only_what_was_answered() -> None:
    state = go(Interview(whole_set()), [*OPENING, "no", "yes", "yes", "yes", "go_on", "SKIP", "no"])

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


def test_only_questions_can_be_skipped_and_only_cards_gone_on_from() -> None:
    interview = Interview(whole_set())

    with pytest.raises(NotPossible, match="card cannot be skipped"):
        interview.skip(go(interview, ["hk"]))
    with pytest.raises(NotPossible, match="'place' waits for an answer"):
        interview.go_on(State())
    with pytest.raises(NotPossible, match="waits for an answer"):
        interview.go_on(go(interview, [*OPENING, "no", "yes", "yes", "yes"]))
    with pytest.raises(NotPossible):
        interview.go_on(go(interview, ["FINISH", "ON"]))
    with pytest.raises(NotPossible):
        interview.answer(go(interview, TO_THE_REVIEW), "yes")


def test_progress_counts_sections_and_never_a_score() -> None:
    interview = Interview(whole_set())

    assert interview.progress(State()) == (1, 4)
    assert interview.progress(go(interview, OPENING)) == (2, 4)
    assert interview.progress(go(interview, [*OPENING, "no", "no", "unclear", "no"])) == (4, 4)


# --- handing a section over ---


def own_words(name: str, **more: Any) -> dict[str, Any]:
    """A yes/no question that can also be read and answered alone."""
    return asked(name, ask_self=f"{name}, in my words?", **more)


def handing_set(**more: Any) -> IndicatorSet:
    """A set with a section that can be answered alone, but for one question of it, and something in every stage."""
    main = {
        "id": "main",
        "questions": [
            own_words("one", shows=["a"]),
            own_words("two", when={"question": "one", "is": ["yes"]}, raises=["danger"]),
            asked("three", shows=["b"]),
            own_words("four", raises=["back", "danger"]),
        ],
    }
    return build_set(
        {
            "set": {
                "id": "handing",
                "version": "1",
                "title": "x",
                "circumstances": [
                    {"id": "place", "record": "x"},
                    {"id": "age", "ask": "x", "record": "x"},
                    {"id": "gender", "record": "x"},
                    {"id": "wants", "ask": "x", "record": "x"},
                    {"id": "police", "record": "x"},
                ],
                "card": ["Find a private place."],
                "agreement": "May I?",
                "closing_card": ["Anything else?"],
                "flags": FLAGS,
                "sections": [
                    {"id": "first", "stage": "safety"},
                    {"id": "looks", "stage": "seen"},
                    {"id": "main", "stage": "questions"},
                    {"id": "more", "stage": "questions"},
                    {"id": "tonight", "stage": "closing"},
                ],
                "dimensions": {
                    "d": {"element": "means", "rule": "any", "title": "x"},
                    "p": {"element": "purpose", "rule": "any", "title": "x"},
                },
                "rules": {"any": [{"total": 1}]},
                # What is asked last could still change the result, so that nothing is left out before.
                "levels": {"clear_concern": "purpose", "some_concern": "means"},
                **more,
            },
            "indicators": [*(indicator(name, "d") for name in ("a", "b", "c")), indicator("last", "p")],
            "sections": [
                {"id": "first", "questions": [own_words("danger-now", raises=["danger"])]},
                {"id": "looks", "questions": [{"id": "found", "kind": "seen", "record": "x"}]},
                main,
                {"id": "more", "questions": [own_words("five", shows=["c"])]},
                {"id": "tonight", "questions": [own_words("tonight", shows=["last"], always=True)]},
            ],
        }
    )


HANDING = Interview(handing_set())
TO_ONE = ["hk", "ON", "yes", "no", "adult", "woman", "no"]
TO_FIVE = [*TO_ONE, "no", "no", "no", "ON"]


def due_after(*inputs: Any, interview: Interview = HANDING) -> str:
    """The step at which these inputs leave the interview, in a word."""
    return told(interview.current(go(interview, inputs)))


@pytest.mark.parametrize(
    ("inputs", "may"),
    [
        ([], False),
        (["hk"], False),
        (["hk", "ON"], False),
        (["hk", "ON", "yes"], False),
        (["hk", "ON", "yes", "no"], False),
        (TO_ONE[:-1], False),
        (TO_ONE, True),
        ([*TO_ONE, "no"], False),
        ([*TO_ONE, "no", "no"], True),
        (TO_FIVE[:-1], False),
        (TO_FIVE, True),
        ([*TO_FIVE, "no"], False),
        ([*TO_FIVE, "no", "no", "leave", "no", "ON", "ON"], False),
        ([*TO_ONE, "SKIP", "no", "no", "ON", "no"], False),
        ([*TO_ONE, "no", "BACK"], True),
        ([*TO_ONE, "HAND OVER"], False),
        ([*TO_ONE, "HAND OVER", "STOP"], False),
        ([*TO_FIVE, "no", "no", "leave", "no", "ON", "ON", "TO one"], False),
        ([*TO_ONE, "no", "FINISH"], False),
    ],
    ids=[
        "circumstance",
        "card",
        "agreement",
        "safety",
        "age",
        "seen",
        "question",
        "not in their words",
        "later question",
        "break",
        "other section",
        "closing",
        "review",
        "once more",
        "gone back to",
        "alone already",
        "giving back",
        "corrected",
        "finished",
    ],
)
def test_only_a_question_of_the_questions_in_their_own_words_can_be_handed_over(inputs: list[Any], may: bool) -> None:
    state = go(HANDING, inputs)

    assert HANDING.may_hand_over(state) is may
    if not may:
        with pytest.raises(NotPossible, match=r"^this cannot be handed over$"):
            HANDING.hand_over(state)


def test_alone_come_only_the_questions_of_the_section_in_their_own_words_then_the_screen_is_given_back() -> None:
    met = steps(HANDING, [*TO_ONE, "HAND OVER", "yes", "no", "no", "ON", "no", "ON", "no"])

    assert met[len(TO_ONE) :] == [
        "one",
        "one",
        "two",
        "four",
        "give_back",
        "three",
        "break:main",
        "five",
        "tonight",
    ]


def test_it_can_be_told_who_has_the_screen() -> None:
    def has(*inputs: Any) -> str | None:
        return HANDING.handed_over(go(HANDING, [*TO_ONE, *inputs]))

    assert has() is None
    assert has("HAND OVER") == "main"
    assert has("HAND OVER", "no", "no") == "main"
    assert has("HAND OVER", "no", "no", "ON") is None


def test_alone_neither_a_card_comes_nor_the_offer_to_leave_out_the_rest() -> None:
    interview = Interview(handing_set(levels={"some_concern": "means"}))

    assert due_after(*TO_ONE, "yes", interview=interview) == "offer"
    assert due_after(*TO_ONE, "yes", "go_on", "yes", interview=interview) == "card:danger"
    assert due_after(*TO_ONE, "HAND OVER", "yes", "yes", interview=interview) == "four"
    assert due_after(*TO_ONE, "HAND OVER", "yes", "yes", "no", interview=interview) == "give_back"
    assert due_after(*TO_ONE, "HAND OVER", "yes", "yes", "no", "ON", interview=interview) == "card:danger"
    assert due_after(*TO_ONE, "HAND OVER", "yes", "yes", "no", "ON", "ON", interview=interview) == "offer"


def test_alone_one_goes_back_no_further_than_to_where_it_began() -> None:
    begun = go(HANDING, [*TO_ONE, "HAND OVER"])

    assert HANDING.back(begun) == begun
    assert due_after(*TO_ONE, "HAND OVER", "yes", "no", "BACK", "BACK") == "one"
    assert due_after(*TO_ONE, "HAND OVER", "yes", "no", "BACK", "BACK", "BACK", "BACK") == "one"
    # Before the screen is given back, it is still theirs.
    assert due_after(*TO_ONE, "HAND OVER", "no", "no", "BACK") == "four"


def test_what_was_answered_alone_is_not_gone_back_to_but_corrected_in_the_review() -> None:
    returned = go(HANDING, [*TO_ONE, "HAND OVER", "yes", "yes", "no", "ON"])
    to_review = [*TO_ONE, "HAND OVER", "no", "no", "ON", "no", "ON", "no", "no", "leave", "no", "ON", "ON"]

    assert HANDING.back(returned) == returned
    after_the_card = go(HANDING, ["ON", "no", "BACK"], returned)
    assert told(HANDING.current(after_the_card)) == "three"
    assert HANDING.back(after_the_card) == after_the_card
    assert due_after(*to_review, "TO one") == "one"


def test_a_question_that_was_left_out_alone_comes_once_more_to_the_screener() -> None:
    met = steps(HANDING, [*TO_ONE, "HAND OVER", "SKIP", "SKIP", "ON", "no", "ON", "no", "no", "no"])

    assert met[-3:] == ["one again", "four again", "tonight"]


@pytest.mark.parametrize(
    ("answer", "alone"),
    [("yes", ["must", "may", "give_back"]), ("no", ["give_back"]), ("SKIP", ["must", "give_back"])],
    ids=["open", "closed", "waiting"],
)
def test_alone_too_an_always_question_is_asked_when_its_gate_is_unknown(answer: str, alone: list[str]) -> None:
    gate = {"question": "one", "is": ["yes"]}
    questions = [own_words("one", shows=["a"]), own_words("must", when=gate, always=True), own_words("may", when=gate)]
    interview = Interview(small_set(questions, [indicator("a", "coercion")]))

    due = [told(step) for step in still_due(interview, go(interview, ["HAND OVER", answer]))]
    assert due[: len(alone)] == alone


def test_who_stops_alone_only_gives_the_screen_back_and_the_screener_asks_the_rest() -> None:
    assert due_after(*TO_ONE, "HAND OVER", "STOP") == "give_back"
    assert steps(HANDING, [*TO_ONE, "HAND OVER", "yes", "STOP", "ON", "no", "no"])[-3:] == ["two", "three", "four"]
    assert due_after(*TO_ONE, "HAND OVER", "yes", "STOP", "ON", "HAND OVER") == "two"


def test_handing_over_what_was_gone_back_to_is_as_handing_it_over_at_once() -> None:
    assert go(HANDING, [*TO_ONE, "SKIP", "BACK", "HAND OVER"]) == go(HANDING, [*TO_ONE, "HAND OVER"])


def test_nobody_stops_alone_who_is_not_alone() -> None:
    for inputs in (TO_ONE, [*TO_ONE, "HAND OVER", "STOP", "ON"]):
        with pytest.raises(NotPossible, match=r"^nobody answers alone$"):
            HANDING.stop_alone(go(HANDING, inputs))


def test_every_flag_that_was_raised_alone_shows_its_card_once_when_the_screen_is_back() -> None:
    alone = [*TO_ONE, "HAND OVER", "yes", "yes", "yes"]

    assert steps(HANDING, [*alone, "ON", "ON", "ON", "no"])[-5:] == [
        "give_back",
        "card:danger",
        "card:back",
        "three",
        "break:main",
    ]
    # Finishing at the first card does not pass the other one by.
    assert steps(HANDING, [*alone, "ON", "FINISH", "ON"])[-3:] == ["card:danger", "card:back", "turn"]


def test_a_card_that_was_seen_before_the_screen_was_handed_over_does_not_come_again() -> None:
    to_one = [*TO_ONE[:3], "yes", "ON", *TO_ONE[4:]]

    assert due_after(*to_one, "HAND OVER", "yes", "yes", "no", "ON") == "three"


def test_what_is_corrected_outside_of_what_was_answered_alone_shows_its_card_once() -> None:
    to_review = [*TO_ONE, "HAND OVER", "no", "no", "ON", "no", "ON", "no", "no", "leave", "no", "ON", "ON"]
    corrected = [*to_review, "TO danger-now", "yes", "ON"]

    assert due_after(*corrected[:-1]) == "card:danger"
    assert due_after(*corrected, "BACK", "BACK") == "review"


def test_nor_is_a_flag_lost_that_was_gone_back_from_before_stopping() -> None:
    gone_back = [*TO_ONE, "HAND OVER", "yes", "yes", "BACK", "BACK", "STOP"]

    assert steps(HANDING, [*gone_back, "ON", "ON"])[-3:] == ["give_back", "card:danger", "one"]


def test_what_does_not_apply_any_more_raises_no_card_until_it_applies_again() -> None:
    closed = [*TO_ONE, "HAND OVER", "yes", "yes", "BACK", "BACK", "no", "STOP", "ON"]

    assert due_after(*closed) == "three"
    assert due_after(*closed, "FINISH", "ON", "TO one", "yes") == "card:danger"


def test_answers_given_alone_count_as_any_other() -> None:
    alone = go(HANDING, [*TO_ONE, "HAND OVER", "yes", "no", "no", "ON", "no"])
    by_the_screener = go(HANDING, [*TO_ONE, "yes", "no", "no", "no"])

    assert alone.answers == by_the_screener.answers
    assert HANDING.assessment(alone) == HANDING.assessment(by_the_screener)
    assert [step.id for step in HANDING.to_review(alone)] == [step.id for step in HANDING.to_review(by_the_screener)]


def test_a_screening_resumes_with_what_was_answered_alone_and_the_screener_goes_on() -> None:
    state = go(HANDING, [*TO_ONE, "HAND OVER", "yes", "no", "SKIP", "ON", "no"])
    again = resumed(HANDING, state)

    assert again.answers == state.answers
    assert HANDING.handed_over(again) is None
    assert told(HANDING.current(go(HANDING, ["ON", "yes"], again))) == "four"
    assert HANDING.may_hand_over(go(HANDING, ["ON", "yes"], again))


# --- handing a whole set over ---


ALONE = Interview(handing_set(audience="person"))
TO_THE_PERSON = ["hk", "ON", "yes", "woman", "ON"]
ALL_ALONE = ["no", "adult", "yes", "no", "no", "no", "no", "leave"]


def test_a_set_for_the_person_is_handed_over_as_a_whole_after_the_agreement() -> None:
    met = steps(ALONE, [*TO_THE_PERSON, *ALL_ALONE, "ON", "no", "no", "no", "ON", "ON", "ON"])

    assert met == [
        "place",
        "card",
        "agreement",
        # Nobody can ask the person for what has no words for it.
        "gender",
        "hand_over",
        "danger-now",
        "age",
        "one",
        "two",
        "four",
        "five",
        "tonight",
        "wants",
        "give_back",
        # Nor could they answer what was seen, or what has no words for them.
        "found",
        "three",
        "police",
        "closing_card",
        "turn",
        "review",
        "result",
    ]
    assert ALONE.handed_over(go(ALONE, TO_THE_PERSON)) == ""
    assert ALONE.handed_over(go(ALONE, [*TO_THE_PERSON, "STOP", "ON"])) is None


@pytest.mark.parametrize("answer", ["not_now", "stop"])
def test_without_agreement_nothing_is_handed_over(answer: str) -> None:
    assert due_after("hk", "ON", answer, interview=ALONE) == answer


def test_from_a_whole_set_one_goes_back_no_further_than_to_its_first_question() -> None:
    begun = go(ALONE, TO_THE_PERSON)

    assert ALONE.back(begun) == begun
    assert due_after(*TO_THE_PERSON, "no", "BACK", "BACK", interview=ALONE) == "danger-now"
    assert due_after(*TO_THE_PERSON[:-1], "BACK", interview=ALONE) == "gender"


def test_no_part_of_a_set_for_the_person_is_handed_over_once_more() -> None:
    at_review = [*TO_THE_PERSON, "no", "adult", "yes", "yes", "BACK", "STOP", "ON", "ON", "no", "no", "no", "ON", "ON"]

    assert due_after(*at_review, interview=ALONE) == "review"
    assert not ALONE.may_hand_over(go(ALONE, [*at_review, "TO two"]))


def test_what_the_screener_asks_of_a_whole_set_depends_on_what_was_answered_alone() -> None:
    gate = {"question": "one", "is": ["yes"]}
    interview = Interview(
        small_set(
            [own_words("one"), asked("two", when=gate)],
            [],
            circumstances=[
                {"id": "place", "record": "x"},
                {"id": "age", "ask": "x", "record": "x"},
                {"id": "district", "record": "x"},
            ],
            audience="person",
        ),
        places_with_districts=["hk"],
    )

    def then(age: str, one: str) -> list[str]:
        state = go(interview, ["hk", "ON", age, one, "ON"])
        return [told(step) for step in still_due(interview, state)]

    assert then("adult", "no") == ["turn", "review"]
    assert then("adult", "SKIP") == ["turn", "review"]
    assert then("adult", "yes") == ["two", "turn", "review"]
    assert then("child", "no") == ["card:child", "district", "turn", "review"]


def test_what_is_always_asked_and_has_no_words_for_the_person_is_asked_though_its_gate_waits() -> None:
    always = asked("two", when={"question": "one", "is": ["yes"]}, always=True)
    interview = Interview(small_set([own_words("one"), always], [], circumstances=[], audience="person"))

    state = go(interview, ["ON", "SKIP", "ON"])

    assert "two" in [told(step) for step in still_due(interview, state)]


@pytest.mark.parametrize(
    ("age", "alone"),
    [("adult", ["under_18_when_it_began", "one", "give_back"]), ("child", ["district", "one", "give_back"])],
)
def test_alone_too_a_circumstance_is_asked_only_where_it_matters(age: str, alone: list[str]) -> None:
    names = ("place", "age", "under_18_when_it_began", "district")
    circumstances = [{"id": name, "ask": "x", "record": "x"} for name in names]
    interview = Interview(
        small_set([own_words("one")], [], circumstances=circumstances, audience="person"), places_with_districts=["hk"]
    )

    due = [told(step) for step in still_due(interview, go(interview, ["hk", "ON", age]))]
    assert due[: len(alone)] == alone


def test_the_cards_of_a_whole_set_come_when_the_screen_is_back_that_for_a_child_too() -> None:
    alone = ["yes", "unsure", "no", "yes", "STOP"]

    met = steps(ALONE, [*TO_THE_PERSON, *alone, "ON", "ON", "ON", "ON", "no"])

    assert met[-6:] == ["give_back", "card:danger", "card:child", "card:back", "found", "three"]


def test_a_correction_that_lets_an_answer_count_again_shows_its_card() -> None:
    closed = ["no", "adult", "yes", "yes", "BACK", "BACK", "no", "STOP", "ON", "no", "no", "no", "ON", "ON"]

    assert due_after(*TO_THE_PERSON, *closed, interview=ALONE) == "review"
    assert due_after(*TO_THE_PERSON, *closed, "TO one", "yes", interview=ALONE) == "card:danger"


def test_a_whole_set_resumes_with_the_cards_and_the_person_goes_on_where_it_was_left() -> None:
    again = resumed(ALONE, go(ALONE, [*TO_THE_PERSON, "yes", "child", "SKIP", "STOP", "ON", "ON"]))
    later = go(ALONE, ["ON", "ON", "ON", "yes"], again)

    assert told(ALONE.current(again)) == "card:danger"
    assert told(ALONE.current(go(ALONE, ["ON"], again))) == "card:child"
    assert told(ALONE.current(go(ALONE, ["ON", "ON"], again))) == "card"
    assert told(ALONE.current(later)) == "hand_over"
    assert told(ALONE.current(go(ALONE, ["ON"], later))) == "one"


def test_a_whole_set_that_was_answered_is_not_handed_over_again() -> None:
    again = resumed(ALONE, go(ALONE, [*TO_THE_PERSON, *ALL_ALONE, "ON"]))

    assert told(ALONE.current(go(ALONE, ["ON", "yes"], again))) == "found"


def test_a_resumed_screening_does_not_know_who_answered_and_back_leads_to_every_answer() -> None:
    again = resumed(ALONE, go(ALONE, [*TO_THE_PERSON, *ALL_ALONE, "ON", "no"]))
    back = go(ALONE, ["ON", "yes", "BACK", "BACK", "BACK"], again)

    assert told(ALONE.current(back)) == "wants"


# --- over random sets and random inputs ---


def with_everything(indicator_set: IndicatorSet) -> IndicatorSet:
    """The set with circumstances, card and agreement."""
    wordings = tuple(
        CircumstanceWording(id=each["id"], ask="x", record="x") for each in [*CIRCUMSTANCES, {"id": "abroad"}]
    )
    about = msgspec.structs.replace(
        indicator_set.about, circumstances=wordings, card=("x",), agreement="x", closing_card=("x",)
    )
    return msgspec.structs.replace(indicator_set, about=about)


def in_sections(indicator_set: IndicatorSet, data: st.DataObject) -> IndicatorSet:
    """The set with its questions in two sections and a closing one, cut anywhere."""
    main = next(section for section in indicator_set.sections if section.id == "main")
    first, second = sorted(data.draw(st.integers(0, len(main.questions))) for _ in range(2))
    parts: list[tuple[str, QuestionStage, slice]] = [
        ("main", "questions", slice(0, first)),
        ("more", "questions", slice(first, second)),
        ("tonight", "closing", slice(second, None)),
    ]
    cut = [(Section(id=name, questions=main.questions[part]), stage) for name, stage, part in parts]
    return msgspec.structs.replace(
        indicator_set,
        about=msgspec.structs.replace(
            indicator_set.about,
            sections=(
                *(staged for staged in indicator_set.about.sections if staged.id != "main"),
                *(SectionStage(id=section.id, stage=stage) for section, stage in cut),
            ),
        ),
        sections=(
            *(section for section in indicator_set.sections if section.id != "main"),
            *(section for section, _ in cut),
        ),
    )


def an_interview(indicator_set: IndicatorSet, data: st.DataObject) -> Interview:
    """The interview of a set with every kind of step, where there are districts."""
    return Interview(in_sections(with_everything(indicator_set), data), places_with_districts=["hk"])


VALUES: Mapping[str, list[Answer]] = {
    "age": ["child", "adult", "unsure"],
    "gender": ["woman", "other"],
    "wants": ["leave"],
    "place": ["hk", "other"],
    "district": ["wan-chai"],
}


def an_input(interview: Interview, state: State, data: st.DataObject) -> State:
    """Some input that the current step takes."""
    assert len(state.trail) < NEVER_ENDS
    step = interview.current(state)
    match step.kind:
        case "item":
            answer = data.draw(st.sampled_from([*all_items(interview)[step.id], "declined", None]))
        case "agreement":
            answer = "yes"
        case "offer":
            answer = data.draw(st.sampled_from(["always_only", "go_on"]))
        case _:
            return interview.go_on(state)
    return interview.skip(state) if answer is None else interview.answer(state, answer)


def after_some_inputs(interview: Interview, data: st.DataObject) -> State:
    """A state somewhere on the way, backs and corrections among what led to it."""
    state = State()
    for _ in range(data.draw(st.integers(0, 40))):
        step = interview.current(state)
        listed: Sequence[Step] = interview.to_review(state) if step.kind == "review" else ()
        if step.kind == "end":
            break
        if data.draw(st.integers(0, 5)) == 0:
            for _ in range(data.draw(st.integers(1, 4))):
                state = interview.back(state)
        elif len(listed) > 0 and data.draw(st.booleans()):
            state = interview.go_to(state, data.draw(st.sampled_from(listed)))
        else:
            state = an_input(interview, state, data)
    return state


def at_the_review(interview: Interview, data: st.DataObject) -> State:
    """A state at which every answer can be corrected."""
    state = after_some_inputs(interview, data)
    while interview.current(state).kind not in {"review", "end"}:
        state = an_input(interview, state, data)
    return interview.back(state) if interview.current(state).kind == "end" else state


@many
@given(indicator_sets(), st.data())
def test_going_back_alone_changes_nothing(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    interview = an_interview(indicator_set, data)
    state = after_some_inputs(interview, data)

    back = interview.back(state)

    assert back.answers == state.answers
    assert interview.assessment(back) == interview.assessment(state)


@many
@given(indicator_sets(), st.data())
def test_back_and_another_answer_is_as_if_only_that_one_was_given(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = an_interview(indicator_set, data)
    state = after_some_inputs(interview, data)
    step = interview.current(state)
    if step.kind != "item":
        return
    first, second = an_input(interview, state, data), an_input(interview, state, data)
    another = second.recorded(step)
    if first.recorded(step) is None or another is None:
        return

    changed = interview.answer(interview.back(first), another)

    assert changed == interview.answer(state, another)


@many
@given(indicator_sets(), st.data())
def test_every_interview_ends_and_asks_only_what_applies(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    interview = an_interview(indicator_set, data)
    state = State()
    for _ in range(100):
        step = interview.current(state)
        if step.kind == "end":
            break
        if step.kind == "item":
            assert step.id not in interview.assessment(state).closed
        state = an_input(interview, state, data)

    assert interview.current(state) == Step("end", "result")
    assert [entry.step.kind for entry in state.trail][-2:] == ["turn", "review"]
    asked_once = [entry.step for entry in state.trail]
    assert len(asked_once) == len(set(asked_once))


@many
@given(indicator_sets(), st.data())
def test_every_always_question_that_applies_is_asked(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    interview = an_interview(indicator_set, data)
    state = State()
    while interview.current(state).kind != "end":
        state = an_input(interview, state, data)

    passed = {entry.step.id for entry in state.trail if entry.step.kind == "item"}
    closed = set(interview.assessment(state).closed)
    always = {question.id for _, _, question in interview.set.questions() if question.always}
    assert always <= passed | closed


@many
@given(indicator_sets(), st.data())
def test_the_review_lists_in_the_order_of_asking_what_is_recorded_or_was_passed_and_applies(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = an_interview(indicator_set, data)
    state = after_some_inputs(interview, data)
    met = {entry.step.id for entry in state.trail} | state.answers.keys()
    closed = interview.assessment(state).closed

    listed = [step.id for step in interview.to_review(state)]
    assert listed == [name for name in all_items(interview) if name in met and name not in closed]


@many
@given(indicator_sets(), st.data())
def test_every_correction_comes_back_to_the_review_by_way_of_what_is_new(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = an_interview(indicator_set, data)
    review = at_the_review(interview, data)
    if interview.current(review).kind != "review":
        return
    step = data.draw(st.sampled_from(interview.to_review(review)))
    there = interview.go_to(review, step)

    assert interview.current(there) == step
    assert interview.back(there) == review
    passed = {entry.step for entry in review.trail}
    state = an_input(interview, there, data)
    while (following := interview.current(state)).kind != "review":
        assert following not in passed
        passed.add(following)
        state = an_input(interview, state, data)


@many
@given(indicator_sets(), st.data())
def test_going_back_after_finishing_leads_to_where_it_was_finished(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = an_interview(indicator_set, data)
    state = after_some_inputs(interview, data)
    step = interview.current(state)
    turned = Step("turn") in {entry.step for entry in state.trail}
    if turned or state.back_at is not None or step.kind in {"turn", "end", "flag", "agreement"}:
        return

    finished = interview.finish(state)

    assert interview.current(finished).kind == "turn"
    assert interview.current(interview.back(finished)) == step
    assert interview.current(interview.back(interview.go_on(finished))) in {step, Step("end", "result")}


# --- going on after a break, over random sets ---


def all_items(interview: Interview) -> dict[str, list[Answer]]:
    """The ids of everything that may be asked, in its order, with some answers to each."""
    questions = {question.id: ["unclear", *definite_answers(question)] for _, _, question in interview.set.questions()}
    worded = [wording.id for wording in interview.set.about.circumstances]
    others = [name for name in worded if name not in {"place", "age"} and not CIRCUMSTANCE_KINDS[name].wish]
    wishes = [name for name in worded if CIRCUMSTANCE_KINDS[name].wish]
    order = ["place", "age", *others, *questions, *wishes]
    return {name: questions.get(name) or VALUES.get(name, ["yes", "no"]) for name in order}


def some_answers(interview: Interview, data: st.DataObject) -> dict[str, Answer]:
    """Answers to some of what may be asked."""
    items = all_items(interview).items()
    return {item: data.draw(st.sampled_from(listed)) for item, listed in items if data.draw(st.booleans())}


def with_answers(interview: Interview, state: State, answers: Mapping[str, Answer]) -> State:
    """The state after one more step: what is recorded stays, and what is not in the answers is skipped."""
    assert len(state.trail) < NEVER_ENDS
    step = interview.current(state)
    match step.kind:
        case "item":
            answer = answers.get(step.id)
            keeps = answer is None or state.recorded(step) is not None
            return interview.skip(state) if keeps or answer is None else interview.answer(state, answer)
        case "agreement":
            return interview.answer(state, "yes")
        case "offer":
            return interview.answer(state, "go_on")
        case _:
            return interview.go_on(state)


def still_asked(interview: Interview, state: State, answers: Mapping[str, Answer]) -> tuple[list[str], State]:
    """What is asked from here on that is not recorded yet, and the end to which these answers lead."""
    met: list[str] = []
    while (step := interview.current(state)).kind != "end":
        if step.kind == "item" and state.recorded(step) is None:
            met.append(step.id)
        state = with_answers(interview, state, answers)
    return met, state


@many
@given(indicator_sets(), st.data())
def test_after_a_break_exactly_that_is_asked_which_would_have_been_asked_without_it(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = an_interview(indicator_set, data)
    before, after = some_answers(interview, data), some_answers(interview, data)
    state = last = State()
    for _ in range(data.draw(st.integers(0, 30))):
        if interview.current(state).kind == "end":
            break
        passed = with_answers(interview, state, before)
        if passed.answers != state.answers:
            last = passed
        state = passed

    asked_after, end = still_asked(interview, resumed(interview, state), after)
    # A code does not say what was skipped: what was since the last answer is still due.
    asked_without, end_without = still_asked(interview, last, after)

    assert asked_after == asked_without
    assert end.answers == end_without.answers
    assert interview.assessment(end) == interview.assessment(end_without)


@many
@given(indicator_sets(), st.data())
def test_whatever_led_to_a_break_nothing_is_lost_and_nothing_recorded_is_asked_again(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = an_interview(indicator_set, data)
    state = after_some_inputs(interview, data)
    order = list(all_items(interview))
    recorded = set(interview.in_force(state))
    last = max((order.index(item) for item in recorded), default=-1)
    again = resumed(interview, state)
    asked_after, end = still_asked(interview, again, {})

    assert again.answers == interview.in_force(state)
    assert interview.assessment(end) == interview.assessment(state)
    assert not {each.step.id for each in end.trail[len(again.trail) :]} & recorded
    # What stands before the last answer counts as skipped, and not all of that comes once more.
    assert {item for item in asked_without(interview, state) if order.index(item) > last} <= set(asked_after)


def asked_without(interview: Interview, state: State) -> list[str]:
    """What would be asked without the break."""
    if interview.current(state) == Step("end", "result"):
        return []
    return still_asked(interview, state, {})[0]


# --- handing over, over random sets and random inputs ---


def in_own_words(indicator_set: IndicatorSet, data: st.DataObject, *, all_of_them: bool = False) -> IndicatorSet:
    """The set in which what is asked can be read alone; some of it, or all."""

    def worded(question: Question) -> Question:
        reads = question.kind == "asked" and (all_of_them or data.draw(st.integers(0, 3)) > 0)
        return msgspec.structs.replace(question, ask_self="x") if reads else question

    return msgspec.structs.replace(
        indicator_set,
        sections=tuple(
            msgspec.structs.replace(section, questions=tuple(worded(question) for question in section.questions))
            for section in indicator_set.sections
        ),
    )


def for_the_person(indicator_set: IndicatorSet) -> IndicatorSet:
    """The set that the person answers alone."""
    return msgspec.structs.replace(indicator_set, about=msgspec.structs.replace(indicator_set.about, audience="person"))


def a_handing_interview(indicator_set: IndicatorSet, data: st.DataObject) -> Interview:
    """An interview in which sections can be handed over, or that is handed over as a whole."""
    whole = data.draw(st.booleans())
    worded = in_own_words(in_sections(with_everything(indicator_set), data), data)
    return Interview(for_the_person(worded) if whole else worded, places_with_districts=["hk"])


def any_input(interview: Interview, state: State, data: st.DataObject) -> State:
    """Some input, also one that goes back, corrects, finishes, hands over or stops."""
    step = interview.current(state)
    kind = data.draw(st.sampled_from(["answer"] * 6 + ["back", "hand over", "stop", "finish", "correct"]))
    if kind == "back":
        return interview.back(state)
    if kind == "hand over" and interview.may_hand_over(state):
        return interview.hand_over(state)
    if kind == "stop" and interview.handed_over(state) is not None:
        return interview.stop_alone(state)
    if kind == "finish" and interview.handed_over(state) is None and step.kind not in {"agreement", "turn", "review"}:
        return interview.finish(state)
    if kind == "correct" and step.kind == "review":
        return interview.go_to(state, data.draw(st.sampled_from(interview.to_review(state))))
    return an_input(interview, state, data)


@many
@given(indicator_sets(), st.data())
def test_a_section_answered_alone_comes_to_the_same_as_one_that_is_asked(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    worded = in_own_words(in_sections(with_everything(indicator_set), data), data)
    interview = Interview(worded, places_with_districts=["hk"])
    answers = some_answers(interview, data)
    _, by_the_screener = still_asked(interview, State(), answers)

    state = State()
    while interview.current(state).kind != "end":
        if interview.may_hand_over(state) and data.draw(st.booleans()):
            state = interview.hand_over(state)
        state = with_answers(interview, state, answers)

    assert state.answers == by_the_screener.answers
    assert interview.assessment(state) == interview.assessment(by_the_screener)
    assert interview.to_review(state) == interview.to_review(by_the_screener)


@many
@given(indicator_sets(impressions=False), st.data())
def test_so_does_a_whole_set(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    worded = in_own_words(in_sections(with_everything(indicator_set), data), data, all_of_them=True)
    asked, alone = (Interview(each, places_with_districts=["hk"]) for each in (worded, for_the_person(worded)))
    answers = some_answers(asked, data)
    _, by_the_screener = still_asked(asked, State(), answers)
    _, by_the_person = still_asked(alone, State(), answers)

    assert by_the_person.answers == by_the_screener.answers
    assert alone.assessment(by_the_person) == asked.assessment(by_the_screener)


@many
@given(indicator_sets(), st.data())
def test_whatever_is_done_every_flag_has_shown_its_card_before_the_result(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = a_handing_interview(indicator_set, data)
    state, shown = State(), set[str]()
    for turn in range(400):
        step = interview.current(state)
        if step.kind == "end":
            break
        if step.kind == "flag":
            shown.add(step.id)
        state = any_input(interview, state, data) if turn < 60 else an_input(interview, state, data)

    assert interview.current(state) == Step("end", "result")
    assert set(interview.assessment(state).flags) <= shown


@many
@given(indicator_sets(), st.data())
def test_while_the_person_is_alone_nothing_comes_but_what_can_be_read_alone(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = a_handing_interview(indicator_set, data)
    state = State()
    for _ in range(60):
        step, scope = interview.current(state), interview.handed_over(state)
        if step.kind == "end":
            break
        if scope is not None:
            assert step.kind in {"item", "give_back"}
            if step.kind == "item":
                item = interview.item(step)
                assert item.ask_self is not None
                assert scope in {"", item.section.id if item.section is not None else ""}
                assert step.id not in interview.assessment(state).closed
        state = any_input(interview, state, data)


@many
@given(indicator_sets(), st.data())
def test_who_answers_alone_never_gets_to_what_came_before(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    interview = a_handing_interview(indicator_set, data)
    state = after_some_inputs(interview, data)
    while not interview.may_hand_over(state) and interview.current(state).kind not in {"hand_over", "end"}:
        state = an_input(interview, state, data)
    if interview.current(state).kind == "end":
        return
    handed = interview.hand_over(state) if interview.may_hand_over(state) else interview.go_on(state)
    before, state = len(handed.trail), handed
    for _ in range(30):
        state = data.draw(st.sampled_from([interview.back, lambda each: an_input(interview, each, data)]))(state)
        if interview.handed_over(state) is None:
            break
        assert state.trail[:before] == handed.trail
