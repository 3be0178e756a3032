"""Which steps an interview has, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.machine import Interview, NotPossible
from screening.interview.state import TURN, Passed, State, Step
from screening.sets.model import IndicatorSet
from tests.interview.interviews import (
    DISTRICTS,
    OPENING,
    TO_THE_RESULT,
    TO_THE_REVIEW,
    due_after,
    go,
    in_three_sections,
    steps,
    still_due,
    told,
    whole_set,
)
from tests.interview.random_interviews import after_some_inputs, all_items, an_input, an_interview, many
from tests.support.building import asked, indicator, small_set
from tests.support.random_sets import indicator_sets

BEGAN = {"circumstance": "under_18_when_it_began", "is": ["yes", "unclear"]}


def test_the_order_is_as_designed() -> None:
    interview = Interview(whole_set())

    met = steps(interview, TO_THE_RESULT)

    assert met == [
        "place",
        "card",
        "agreement",
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
        "turn",
        "found",
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
    assert met[-3:] == ["age", "card:child", "others"]
    assert "under_18_when_it_began" not in steps(
        Interview(whole_set()), ["hk", "ON", "yes", "no", age, "ON", "no", "woman"]
    )


@pytest.mark.parametrize(
    ("when", "is_asked"),
    [
        ({"any": [{"circumstance": "age", "is": ["child", "unsure"]}, BEGAN]}, False),
        ({"all": [{"circumstance": "age", "is": ["child", "unsure"]}, BEGAN]}, True),
        (BEGAN, True),
    ],
    ids=["the age is enough", "both decide", "only this decides"],
)
def test_a_child_is_asked_when_it_began_only_where_a_question_waits_for_it(when: object, is_asked: bool) -> None:
    interview = Interview(
        small_set(
            [asked("before"), asked("gated", when=when)],
            [],
            circumstances=[{"id": name, "record": name} for name in ("age", "under_18_when_it_began")],
            settles=False,
        )
    )
    state = go(interview, ["child", "ON"])

    due = [told(step) for step in still_due(interview, state)]

    assert ("under_18_when_it_began" in due) is is_asked
    assert is_asked or "gated" in due


def test_the_district_is_asked_only_for_a_child_where_there_are_districts() -> None:
    interview = Interview(whole_set(), services=DISTRICTS)
    child = go(interview, ["hk", "ON", "yes", "no", "child", "ON", "no", "woman"])
    adult = go(interview, OPENING)

    assert told(interview.current(child)) == "district"
    assert told(interview.current(adult)) == "one"


def test_a_closed_question_is_not_asked_and_its_answer_is_set_aside() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "yes", "yes", "BACK", "BACK", "no"])

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
    state = go(interview, [*OPENING, "yes", "yes", "BACK", "BACK", "no", "BACK", "yes"])

    assert interview.current(state) == Step("item", "two")
    assert state.recorded(Step("item", "two")) == "yes"
    assert interview.assessment(state).present == ("a", "b")


def test_skipped_questions_come_once_more_at_the_end_of_their_section() -> None:
    interview = Interview(in_three_sections())

    assert steps(interview, ["SKIP", "no", "no", "unclear", "no"]) == ["a", "b", "a again", "c", "d", "turn"]
    assert steps(interview, ["SKIP", "SKIP", "SKIP", "SKIP"]) == ["a", "b", "a again", "b again", "c"]


def test_where_nobody_is_asked_nothing_comes_once_more() -> None:
    known = [{"id": name, "kind": "known", "record": name, "shows": ["i"]} for name in ("a", "b")]
    interview = Interview(small_set(known, [indicator("i", "forced_work")]))

    assert steps(interview, ["SKIP", "no"]) == ["a", "b", "turn"]


def test_what_was_skipped_last_in_its_section_comes_once_more_before_the_closing() -> None:
    interview = Interview(whole_set())

    met = steps(
        interview, ["SKIP", "ON", "yes", "SKIP", "adult", "no", "woman", "no", "no", "SKIP", "no", "SKIP", "no"]
    )

    # To ask it at once again would be the same.
    assert met[-5:] == ["three", "four", "three again", "danger-now again", "tonight"]


def test_the_number_of_the_section_never_runs_backwards_where_a_question_comes_once_more() -> None:
    interview = Interview(whole_set())
    inputs = ["hk", "ON", "yes", "SKIP", "adult", "no", "woman", "no", "SKIP", "no", "no", "no", "no"]
    numbers = [interview.progress(go(interview, inputs[:count]))[0] for count in range(len(inputs) + 1)]

    assert numbers == sorted(numbers)
    assert told(interview.current(go(interview, inputs[:-1]))) == "danger-now again"


def test_it_is_shown_where_a_correction_stands() -> None:
    interview = Interview(whole_set())

    assert interview.progress(go(interview, [*TO_THE_REVIEW, "TO danger-now"])) == (1, 5)


def test_of_a_screening_in_which_everything_is_skipped_all_but_the_closing_comes_once_more() -> None:
    interview = Interview(whole_set())
    state = go(interview, ["hk", "ON", "yes"])

    assert [told(step) for step in still_due(interview, state)] == [
        "danger-now",
        "age",
        "others",
        "gender",
        "under_18_when_it_began",
        "gender again",
        "under_18_when_it_began again",
        "one",
        "three",
        "four",
        "one again",
        "three again",
        "four again",
        "danger-now again",
        "age again",
        "others again",
        "tonight",
        "extra",
        "wants",
        "police",
        "turn",
        "found",
        "review",
    ]


def test_a_question_whose_gate_is_unknown_waits_for_the_skipped_one() -> None:
    interview = Interview(whole_set())

    met = steps(interview, [*OPENING, "SKIP", "unclear", "no", "yes"])

    assert met[-4:] == ["three", "four", "one again", "two"]


def test_what_stays_unknown_stays_not_asked() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "SKIP", "no", "no", "SKIP"])

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
    settled = [*OPENING, "yes", "yes", "yes"]

    assert told(interview.current(go(interview, settled))) == "offer"
    assert steps(interview, [*settled, "always_only", "no"])[-2:] == ["tonight", "wants"]
    assert steps(interview, [*settled, "go_on", "no"])[-2:] == ["four", "tonight"]


def test_a_set_that_wants_every_item_never_offers_to_leave_any_out() -> None:
    interview = Interview(whole_set(settles=False))
    settled = [*OPENING, "yes", "yes", "yes"]

    assert told(interview.current(go(interview, settled))) == "four"


def test_a_set_for_children_goes_on_without_the_card_for_a_child_and_its_result_has_the_flag() -> None:
    age = {"id": "age", "ask": "x", "record": "x"}
    card = {"id": "child", "title": "A child", "do": ["Call child protection."]}
    usual, for_children = (
        Interview(small_set([asked("one")], [], circumstances=[age], flags=[card], child_card=card_comes))
        for card_comes in (True, False)
    )

    assert told(usual.current(go(usual, ["child"]))) == "card:child"
    assert told(for_children.current(go(for_children, ["child"]))) == "one"
    assert "child" in for_children.assessor.assess({"age": "child"}).flags


def test_what_was_begun_to_be_ticked_comes_once_more_for_its_rest() -> None:
    options = [{"id": name, "label": name} for name in ("debt", "family")]
    interview = Interview(small_set([asked("used", choose="several", options=options), asked("two")], []))

    after = go(interview, [("debt", "not_asked"), "go_on", "no"])
    assert [told(step) for step in still_due(interview, after)][:1] == ["used again"]
    assert told(interview.current(go(interview, [("debt", "declined"), "go_on", "no"]))) == "turn"


def test_the_offer_tells_which_guidance_the_questions_left_out_could_still_open() -> None:
    indicator_set = small_set(
        [asked("asylum"), asked("one", shows=["a"]), asked("fears"), asked("debt"), asked("must", always=True)],
        [indicator("a", "forced_work")],
        levels=SOME,
        guidance=[
            {"id": name, "title": name, "do": ["x"], "when": {"question": name, "is": ["yes"]}}
            for name in ("asylum", "fears", "debt", "must")
        ],
    )
    interview = Interview(indicator_set)

    # What was asked is not left out, whatever the answer.
    offered = go(interview, ["unclear", "yes"])
    assert told(interview.current(offered)) == "offer"
    assert [pathway.id for pathway in interview.may_be_lost(offered)] == ["fears", "debt"]


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
    [("urgent", ["yes"], "one"), ("safety", ["yes"], "one"), ("safety", ["yes", "no"], "offer")],
    ids=["only what is urgent", "only safety", "then a question"],
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
            "urgent": [asked("danger-now")],
            "safety": [asked("followed", when=in_danger)],
            "closing": [asked("tonight", always=True), asked("extra")],
            "seen": [
                {"id": "found", "kind": "seen", "record": "x"},
                {"id": "hurt", "kind": "seen", "record": "x", "when": in_danger},
            ],
        },
        levels=SOME,
    )


def test_who_takes_the_offer_is_asked_once_more_only_for_safety_and_what_is_always_asked() -> None:
    interview = Interview(sparing_set())
    skipped = ["SKIP", "SKIP", "yes"]

    assert due_after(*skipped, interview=interview) == "offer"
    short = go(interview, [*skipped, "always_only"])
    assert [told(step) for step in still_due(interview, short)] == [
        "must again",
        "danger-now again",
        "tonight",
        "turn",
        "found",
        "review",
    ]


def test_nor_does_a_correction_open_what_is_spared_but_it_does_for_safety() -> None:
    interview = Interview(sparing_set())
    at_review = go(interview, ["no", "no", "yes", "always_only", "no", "ON", "no"])

    corrected = go(interview, ["TO danger-now", "yes"], at_review)
    assert told(interview.current(corrected)) == "followed"
    assert told(interview.current(go(interview, ["no"], corrected))) == "hurt"


SOME = {"some_concern": {"in": ["purpose"], "total": 1}}


def test_finishing_leaves_only_the_turn_and_the_review_with_what_there_is() -> None:
    interview = Interview(whole_set())

    assert steps(interview, [*OPENING, "FINISH", "ON", "ON"])[-4:] == ["one", "turn", "review", "result"]
    assert interview.assessment(go(interview, [*OPENING, "FINISH"])).level == "too_little_known"


def test_finishing_before_anything_was_asked_leaves_nothing_to_review() -> None:
    assert steps(Interview(whole_set()), ["FINISH", "ON"]) == ["place", "turn", "result"]


@pytest.mark.parametrize("after", [["FINISH"], ["FINISH", "ON"]], ids=["turn", "review"])
def test_going_back_after_finishing_early_goes_on_where_that_happened(after: list[str]) -> None:
    interview = Interview(whole_set())

    assert steps(interview, [*OPENING, *after, "BACK", "no"])[-2:] == ["one", "three"]
    assert go(interview, [*OPENING, *after, "BACK"]) == go(interview, OPENING)


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


def test_a_skipped_circumstance_that_no_longer_matters_does_not_come_again() -> None:
    interview = Interview(whole_set(), services=DISTRICTS)
    child = go(interview, ["hk", "ON", "yes", "no", "child", "ON", "no", "woman", "SKIP", "FINISH", "ON"])
    turned = go(interview, ["BACK"], child)

    assert "district again" in [told(step) for step in still_due(interview, turned)]
    grown = go(interview, ["TO age", "adult", "BACK"], child)
    assert "district again" not in [told(step) for step in still_due(interview, grown)]


def test_between_two_sections_of_questions_is_a_good_moment_for_a_break() -> None:
    interview = Interview(in_three_sections())

    def begins(*inputs: str) -> bool:
        return interview.begins_section(go(interview, inputs))

    assert [begins(*inputs) for inputs in ([], ["no"], ["no", "no"], ["no", "no", "unclear"])] == [
        *(False, False, True, True),
    ]
    # Also where it is gone back to, and not where anything is corrected, or all is over.
    assert begins("no", "no", "unclear", "BACK")
    to_review = ["no", "no", "unclear", "no", "ON"]
    assert not any(begins(*inputs) for inputs in (to_review, [*to_review, "TO c"], ["no", "no", "FINISH"]))
    # It stops nobody.
    assert steps(interview, ["no", "no", "unclear", "no"]) == ["a", "b", "c", "d", "turn"]


def test_neither_before_the_first_section_nor_after_the_last_is_it_one() -> None:
    interview = Interview(whole_set())
    begins = [
        count for count in range(len(TO_THE_RESULT)) if interview.begins_section(go(interview, TO_THE_RESULT[:count]))
    ]

    assert begins == []


# --- a section that is left ---


def left_set() -> IndicatorSet:
    """A set with two sections of questions, one of which has a question that is always asked."""
    main = [asked("one", shows=["a"]), asked("two"), asked("must", always=True), asked("three")]
    return small_set(
        main,
        [indicator("a", "coercion"), indicator("p", "forced_work")],
        stages={
            "urgent": [asked("danger-now")],
            "closing": [asked("tonight", shows=["p"])],
            "seen": [{"id": "found", "kind": "seen", "record": "x"}],
        },
    )


def test_the_rest_of_a_section_can_be_left_out_and_does_not_come_again() -> None:
    interview = Interview(in_three_sections())

    assert steps(interview, ["LEAVE", "unclear", "no"]) == ["a", "c", "d", "turn"]
    assert steps(interview, ["SKIP", "LEAVE", "unclear", "LEAVE"]) == ["a", "b", "c", "d", "turn"]
    assert go(interview, ["no", "LEAVE", "unclear", "LEAVE"]).answers == {"a": "no", "c": "unclear"}


def test_what_is_always_asked_is_asked_of_a_section_that_was_left() -> None:
    interview = Interview(left_set())

    assert steps(interview, ["no", "SKIP", "LEAVE", "SKIP", "no"]) == [
        *("danger-now", "one", "two", "must", "must again", "tonight"),
    ]


def test_what_was_left_out_is_not_asked_and_not_answered_with_no() -> None:
    interview = Interview(left_set())
    left = interview.assessment(go(interview, ["no", "LEAVE", "no", "no"]))

    assert (left.level, left.undetermined) == ("too_little_known", ("a",))


def test_the_facts_about_somebody_can_be_left_out_like_a_section() -> None:
    interview = Interview(whole_set())
    inputs = ["hk", "ON", "yes", "no", "adult", "no"]

    assert steps(interview, [*inputs, "LEAVE"])[-2:] == ["gender", "one"]
    assert "gender" not in go(interview, [*inputs, "LEAVE"]).answers
    assert steps(interview, [*inputs, "SKIP", "LEAVE"])[-1] == "one"
    # Neither the place nor the age, and no wish.
    assert not any(interview.may_leave_section(go(interview, inputs[:count])) for count in (0, 4, 5))


def test_what_was_skipped_can_be_left_at_once_where_it_comes_again_even_of_safety() -> None:
    interview = Interview(whole_set())
    skipped = ["hk", "ON", "yes", "SKIP", "SKIP"]
    again = next(
        number for number in range(3, 20) if interview.current(go(interview, [*skipped, *["SKIP"] * number])).again
    )
    state = go(interview, [*skipped, *["SKIP"] * again])
    behind = {entry.step.id for entry in state.trail if entry.step.kind == "item"}

    left = interview.leave_section(state)

    assert not [step for step in still_due(interview, left) if step.again and step.id in behind]
    assert [step for step in still_due(interview, interview.skip(state)) if step.again and step.id in behind]
    assert interview.current(interview.back(left)) == interview.current(state)


def test_only_a_section_of_questions_can_be_left() -> None:
    interview = Interview(left_set())
    inputs = ["no", "LEAVE", "no", "no", "ON", "no"]

    def may(*inputs: str) -> bool:
        return interview.may_leave_section(go(interview, inputs))

    assert [may(*inputs[:count]) for count in range(len(inputs) + 1)] == [
        *(False, True, False, False, False, False, False),
    ]
    assert not may(*inputs, "TO one")
    assert may("no", "no", "BACK")
    with pytest.raises(NotPossible, match=r"^this cannot be left$"):
        interview.leave_section(State())


def test_going_back_leads_to_where_a_section_was_left_and_it_can_be_asked_then() -> None:
    interview = Interview(in_three_sections())

    assert steps(interview, ["LEAVE", "BACK", "no", "no"]) == ["a", "c", "a", "b", "c"]
    assert go(interview, ["LEAVE", "BACK"]) == go(interview, ["SKIP", "BACK"])


def test_what_was_left_out_and_seen_once_can_be_answered_from_the_review() -> None:
    interview = Interview(in_three_sections())
    review = go(interview, ["no", "LEAVE", "unclear", "no", "ON"])

    assert [step.id for step in interview.to_review(review)] == ["a", "b", "c", "d"]
    corrected = go(interview, ["TO b", "yes"], review)
    assert (told(interview.current(corrected)), corrected.answers["b"]) == ("review", "yes")


@given(indicator_sets(), st.data())
@many
def test_leaving_a_section_loses_no_answer_and_no_later_step(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    interview = an_interview(indicator_set, data)
    state = after_some_inputs(interview, data)
    if not interview.may_leave_section(state):
        return
    stage, section = interview.item(interview.current(state)).stage, interview.item(interview.current(state)).section
    skipped = still_due(interview, interview.skip(state))

    left = interview.leave_section(state)

    assert left.answers == state.answers
    assert interview.assessment(left) == interview.assessment(state)
    assert interview.current(interview.back(left)) == interview.current(state)
    # Nothing else is left out, and nothing comes that would not have come.
    gone = [step for step in skipped if step not in still_due(interview, left)]
    here = [interview.item(step) for step in gone if step.kind == "item" and not step.again]
    assert all((item.stage, item.section) == (stage, section) and not item.always for item in here)
    if interview.current(state).again:
        assert all(step.again for step in gone)
    assert set(still_due(interview, left)) <= set(skipped)


def test_passing_by_an_answer_leaves_it_and_does_not_bring_the_question_once_more() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "yes", "BACK", "SKIP"])

    assert state.answers["one"] == "yes"
    assert "one again" not in [told(step) for step in still_due(interview, state)]
    assert "one again" in [told(step) for step in still_due(interview, go(interview, [*OPENING, "SKIP"]))]


def test_a_skipped_question_that_was_closed_since_does_not_come_once_more() -> None:
    interview = Interview(
        small_set(
            [asked("one"), asked("two", when={"question": "one", "is": ["yes"]}), asked("three", shows=["a"])],
            [indicator("a", "coercion")],
        )
    )
    state = go(interview, ["yes", "SKIP", "BACK", "BACK", "no"])

    assert [told(step) for step in still_due(interview, state)][:2] == ["three", "three again"]


# --- over random sets and random inputs ---


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
    closed = set(interview.assessment(state).closed)
    after_the_turn = state.trail[state.trail.index(Passed(TURN)) :]
    seen = {question.id for stage, _, question in interview.set.questions() if stage == "seen"}
    assert {entry.step.id for entry in after_the_turn if entry.step.kind == "item"} == seen - closed
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
