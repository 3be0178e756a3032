"""What each input does to an interview."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.machine import Interview, NotPossible
from screening.interview.state import State, Step
from screening.sets.answers import Answer, rest_of
from screening.sets.model import IndicatorSet
from tests.interview.interviews import (
    CIRCUMSTANCES,
    DISTRICTS,
    FLAGS,
    OPENING,
    TO_THE_RESULT,
    TO_THE_REVIEW,
    due_after,
    go,
    in_three_sections,
    resumed,
    reviewed,
    steps,
    still_due,
    told,
    whole_set,
)
from tests.interview.random_interviews import (
    after_some_inputs,
    all_items,
    an_input,
    an_interview,
    at_the_review,
    many,
    some_answers,
    still_asked,
    with_answers,
)
from tests.support.building import asked, indicator, small_set
from tests.support.random_sets import indicator_sets

# --- the review ---


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

    assert told(interview.current(state)) == "found"
    to_the_talk = [*TO_THE_REVIEW, "BACK", "BACK"]
    assert steps(interview, [*to_the_talk, "yes", "ON"])[-3:] == ["police", "turn", "found"]


def test_among_what_was_seen_back_leads_from_one_to_the_other_and_then_back_to_the_talk() -> None:
    seen = [{"id": name, "kind": "seen", "record": "x"} for name in ("found", "looks")]
    interview = Interview(small_set([asked("one")], [], stages={"seen": seen}))

    assert steps(interview, ["no", "ON", "no", "BACK", "BACK"]) == ["one", "turn", "found", "looks", "found", "one"]
    assert steps(interview, ["no", "ON", "no", "no", "BACK", "BACK", "yes", "no"])[-4:] == [
        *("looks", "found", "looks", "review"),
    ]
    # A correction leads back to the review, also of what was seen.
    assert due_after("no", "ON", "no", "no", "TO found", "BACK", interview=interview) == "review"


def test_a_skipped_question_that_was_answered_meanwhile_does_not_come_again() -> None:
    interview = Interview(whole_set())
    skipped = [*OPENING, "SKIP", "unclear"]

    assert steps(interview, [*skipped, "no"])[-2:] == ["four", "one again"]
    assert steps(interview, [*skipped, "BACK", "BACK", "no", "unclear", "no"])[-2:] == ["four", "tonight"]


def test_nor_does_one_that_was_answered_from_the_review_before_the_questions_went_on() -> None:
    interview = Interview(whole_set())
    finished = [*OPENING, "SKIP", "unclear", "FINISH", "ON"]

    assert steps(interview, [*finished, "BACK", "no"])[-2:] == ["four", "one again"]
    assert steps(interview, [*finished, "TO one", "no", "BACK", "no"])[-2:] == ["four", "tonight"]


def test_nor_does_one_that_was_closed_from_there() -> None:
    interview = Interview(whole_set())
    finished = [*OPENING, "yes", "SKIP", "FINISH", "ON"]

    assert "two again" in [told(step) for step in still_due(interview, go(interview, [*finished, "BACK"]))]
    closed = go(interview, [*finished, "TO one", "no", "BACK"])
    assert "two again" not in [told(step) for step in still_due(interview, closed)]


# --- what was marked, where its step is left without an answer ---


def test_what_was_marked_is_kept_and_its_step_not_passed() -> None:
    interview = Interview(whole_set())
    state = go(interview, OPENING)

    kept = interview.record(state, "yes")

    assert (told(interview.current(state)), told(interview.current(kept))) == ("one", "one")
    assert kept == State(answers={**state.answers, "one": "yes"}, trail=state.trail)


@pytest.mark.parametrize(
    ("inputs", "marked", "there"),
    [
        (OPENING, "yes", "under_18_when_it_began"),
        ([*TO_THE_REVIEW, "BACK"], "yes", "police"),
        (["hk", "ON", "yes"], "no", "agreement"),
        # First the card that this raises.
        (["hk", "ON", "yes"], "yes", "card:danger"),
        # From the review to the review.
        ([*TO_THE_REVIEW, "TO three"], "no", "review"),
        # There may be new questions then.
        ([*TO_THE_REVIEW, "TO one"], "yes", "two"),
        ([*TO_THE_REVIEW, "TO one", "yes"], "no", "one"),
    ],
    ids=str,
)
def test_going_back_takes_along_what_was_marked(inputs: list[Any], marked: str, there: str) -> None:
    interview = Interview(whole_set())
    state = go(interview, inputs)

    gone = interview.back_with(state, marked)

    assert told(interview.current(gone)) == there
    assert gone.answers == {**state.answers, interview.current(state).id: marked}


@pytest.mark.parametrize(
    ("inputs", "marked", "left"),
    [(OPENING, "yes", ["turn", "review"]), (["hk", "ON", "yes"], "yes", ["card:danger", "turn", "review"])],
)
def test_finishing_takes_along_what_was_marked(inputs: list[Any], marked: str, left: list[str]) -> None:
    interview = Interview(whole_set())
    state = go(interview, inputs)

    finished = interview.finish_with(state, marked)

    assert finished.finished is True
    assert finished.answers == {**state.answers, interview.current(state).id: marked}
    assert [told(step) for step in still_due(interview, finished)] == left


def test_nothing_is_taken_along_that_the_step_does_not_take() -> None:
    interview = Interview(whole_set())
    state = go(interview, OPENING)

    for take in (interview.record, interview.back_with, interview.finish_with):
        with pytest.raises(NotPossible, match=r"^item 'one' does not take 'perhaps'$"):
            take(state, "perhaps")


# --- going on after a break ---


def test_a_resumed_screening_begins_with_card_and_agreement_and_goes_on_where_it_was() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, [*OPENING, "yes"]))

    assert told(interview.current(state)) == "card"
    assert told(interview.current(go(interview, ["ON"], state))) == "agreement"
    assert told(interview.current(go(interview, ["ON", "yes"], state))) == "two"
    assert interview.current(go(interview, ["ON", "not_now"], state)) == Step("end", "not_now")


def test_nothing_recorded_resumes_at_the_beginning() -> None:
    assert Interview(whole_set()).resume({}) == State()


def test_an_open_question_before_the_last_answer_comes_once_more() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, [*OPENING, "SKIP", "no"]))

    assert told(interview.current(go(interview, ["ON", "yes"], state))) == "four"
    assert told(interview.current(go(interview, ["ON", "yes", "no"], state))) == "one again"


def test_the_card_of_the_last_answer_comes_again_before_anything_else() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, ["hk", "ON", "yes", "yes"]))

    assert told(interview.current(state)) == "card:danger"
    assert told(interview.current(go(interview, ["ON", "ON", "yes"], state))) == "age"


def test_a_screening_in_which_everything_was_answered_resumes_where_the_screen_is_turned() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, TO_THE_RESULT))

    assert told(interview.current(go(interview, ["ON", "yes"], state))) == "turn"
    assert told(interview.current(go(interview, ["ON", "yes", "ON"], state))) == "review"
    assert interview.to_review(state) == interview.to_review(go(interview, TO_THE_RESULT))


def test_from_a_resumed_screening_back_leads_to_the_last_answer() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, [*OPENING, "yes"]))

    assert told(interview.current(go(interview, ["ON", "yes", "BACK", "BACK"], state))) == "one"


def test_an_answer_that_does_not_count_any_more_is_asked_again_in_its_place_as_if_for_the_first_time() -> None:
    interview = Interview(whole_set())
    answers = interview.in_force(go(interview, TO_THE_RESULT))
    again = {"danger-now", "one"}
    state = interview.resume({name: each for name, each in answers.items() if name not in again}, again)
    talking = go(interview, ["ON", "yes"], state)
    answered = go(interview, ["no", "no"], talking)

    assert [told(step) for step in still_due(interview, talking)][:2] == ["danger-now", "one"]
    assert told(interview.current(answered)) == "turn"
    assert interview.in_force(answered) == {**answers, "danger-now": "no", "one": "no"}


def test_what_is_asked_again_raises_its_card_at_once() -> None:
    interview = Interview(whole_set())
    answers = interview.in_force(go(interview, TO_THE_RESULT))
    del answers["danger-now"]
    state = go(interview, ["ON", "yes", "yes"], interview.resume(answers, {"danger-now"}))

    assert told(interview.current(state)) == "card:danger"


def test_no_section_ends_where_an_earlier_one_is_gone_back_to() -> None:
    interview = Interview(in_three_sections())
    left = [told(step) for step in still_due(interview, interview.resume({"b": "no", "c": "unclear"}, {"a"}))]

    assert left[:2] == ["a", "d"]


@given(indicator_sets(), st.data())
@many
def test_what_is_kept_counts_and_nothing_else_does_before_it_is_asked_again(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = an_interview(indicator_set, data)
    old = interview.in_force(after_some_inputs(interview, data))
    again = {name for name in old if data.draw(st.booleans())}
    kept = {name: answer for name, answer in old.items() if name not in again}
    state = interview.resume(kept, again)

    assert state.answers == kept
    met, end = still_asked(interview, state, old)
    assert again & interview.in_force(end).keys() <= set(met)
    assert {name: end.answers.get(name) for name in kept} == kept


def test_an_offer_that_lies_behind_is_not_made_again() -> None:
    interview = Interview(whole_set())
    state = resumed(interview, go(interview, [*OPENING, "yes", "yes", "yes", "go_on", "no"]))

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


CHILD = ["hk", "ON", "yes", "no", "child", "ON", "no", "woman", "wan-chai"]


@pytest.mark.parametrize(
    ("inputs", "due"),
    [
        # The district was recorded for a child who turned out to be none.
        ([*CHILD, "BACK", "BACK", "BACK", "BACK", "adult", "no", "woman", "no"], "one"),
        # It was recorded when it began, and then the age made that no question.
        ([*OPENING, "BACK", "BACK", "BACK", "BACK", "child", "ON", "no", "woman", "wan-chai"], "one"),
    ],
    ids=["district", "under_18_when_it_began"],
)
def test_a_circumstance_that_is_no_longer_asked_for_does_not_end_the_questions(inputs: list[str], due: str) -> None:
    interview = Interview(whole_set(), services=DISTRICTS)
    state = go(interview, inputs)
    again = resumed(interview, state)

    assert told(interview.current(state)) == due
    assert told(interview.current(go(interview, ["ON", "yes"], again))) == due


def test_nor_does_it_keep_from_the_review_where_a_question_depended_on_it() -> None:
    one = asked("one", when={"circumstance": "district", "is": ["wan-chai"]})
    interview = Interview(small_set([one], [], circumstances=CIRCUMSTANCES), services=DISTRICTS)
    grown = {"place": "hk", "age": "adult", "district": "wan-chai"}

    left = still_due(interview, interview.resume({"one": "yes", **grown}))

    assert [told(step) for step in left][-2:] == ["turn", "review"]


def test_another_sets_screening_goes_on_with_what_is_missing_of_safety_first_also_what_was_skipped() -> None:
    interview = Interview(whole_set())
    known: dict[str, Answer] = {"place": "hk", "age": "adult", "gender": "woman", "one": "no", "unknown": "yes"}

    state = interview.take_over(known)

    assert "unknown" not in state.answers
    assert [told(step) for step in still_due(interview, go(interview, ["ON", "yes"], state))][:3] == [
        *("danger-now", "others", "under_18_when_it_began"),
    ]
    answered = interview.take_over({**known, "danger-now": "no", "others": "no", "under_18_when_it_began": "no"})
    assert told(interview.current(go(interview, ["ON", "yes"], answered))) == "three"


def test_what_lies_before_something_that_was_taken_over_is_asked_in_its_place() -> None:
    interview = Interview(whole_set())
    state = interview.take_over({"place": "hk", "tonight": "no", "police": "no"}, ["back"])
    left = [told(step) for step in still_due(interview, go(interview, ["ON", "yes"], state))]

    assert left[:8] == ["danger-now", "age", "others", "gender", "under_18_when_it_began", "gender again", *left[6:8]]
    assert {"one", "three", "four", "extra", "wants"} <= set(left)
    assert not {"place", "tonight", "police"} & set(left)


def test_a_card_that_was_seen_does_not_come_again_and_one_that_was_not_comes_at_once() -> None:
    interview = Interview(whole_set())
    known: dict[str, Answer] = {"place": "hk", "danger-now": "yes", "tonight": "yes"}
    state = interview.take_over(known, ["danger"])

    assert told(interview.current(state)) == "card:back"
    assert told(interview.current(go(interview, ["ON"], state))) == "card"
    assert told(interview.current(interview.take_over(known, ["danger", "back"]))) == "card"
    assert state.answers == known


def test_a_list_of_which_something_was_ticked_is_asked_for_its_rest_in_its_place() -> None:
    options = [{"id": "debt", "label": "x"}, {"id": "family", "label": "x", "shows": ["a"]}]
    used = asked("used", choose="several", options=options)
    interview = Interview(small_set([asked("one"), used], [indicator("a", "forced_work")]))
    state = interview.take_over({"one": "no", "used": ("debt", "not_asked")})

    assert interview.current(state) == Step("item", "used")
    assert state.recorded(Step("item", "used")) == ("debt", "not_asked")


@many
@given(indicator_sets(), st.data())
def test_what_is_taken_over_comes_to_the_same_as_if_it_had_been_recorded_here(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = an_interview(indicator_set, data)
    _, asked_here = still_asked(interview, State(), some_answers(interview, data))
    said = interview.in_force(asked_here)
    known = {name: answer for name, answer in said.items() if data.draw(st.booleans())}
    seen = ["child", *(flag.id for flag in indicator_set.about.flags if data.draw(st.booleans()))]

    met, taken_over = still_asked(interview, interview.take_over(known, seen), said)

    # Of somebody's circumstances nothing is asked that can change nothing any more, by what was known before.
    spared = {name for name in said.keys() - interview.in_force(taken_over).keys() if not interview.items[name].counts}
    assert interview.in_force(taken_over) == {name: said[name] for name in said.keys() - spared}
    assert interview.assessment(taken_over) == interview.assessment(asked_here)
    # Nobody says twice what was said.
    assert set(met).isdisjoint(known)


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


def test_going_back_from_the_beginning_changes_nothing() -> None:
    assert Interview(whole_set()).back(State()) == State()


def test_going_back_leads_to_the_offer_too() -> None:
    interview = Interview(whole_set())
    offered = [*OPENING, "yes", "yes", "yes"]

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


def test_what_only_shows_something_takes_no_answer() -> None:
    assert Interview(whole_set()).takes(Step("card"), "yes") is False


def test_only_questions_can_be_skipped_and_only_cards_gone_on_from() -> None:
    interview = Interview(whole_set())

    with pytest.raises(NotPossible, match="card cannot be skipped"):
        interview.skip(go(interview, ["hk"]))
    with pytest.raises(NotPossible, match="'place' waits for an answer"):
        interview.go_on(State())
    with pytest.raises(NotPossible, match="waits for an answer"):
        interview.go_on(go(interview, [*OPENING, "yes", "yes", "yes"]))
    with pytest.raises(NotPossible):
        interview.go_on(go(interview, ["FINISH", "ON"]))
    with pytest.raises(NotPossible):
        interview.answer(go(interview, TO_THE_REVIEW), "yes")


# --- over random sets and random inputs ---


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
    # What was only begun to be ticked comes once more for its rest.
    begun = {name for name in recorded if rest_of(state.answers[name]) == "not_asked"}
    assert not {each.step.id for each in end.trail[len(again.trail) :]} & (recorded - begun)
    # What stands before the last answer counts as skipped, and not all of that comes once more.
    assert {item for item in asked_without(interview, state) if order.index(item) > last} <= set(asked_after)


def asked_without(interview: Interview, state: State) -> list[str]:
    """What would be asked without the break."""
    if interview.current(state) == Step("end", "result"):
        return []
    return still_asked(interview, state, {})[0]
