"""What the person answers alone, and what comes when the screen is back."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.machine import Interview, NotPossible
from screening.interview.state import State, Step
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question
from tests.interview.interviews import (
    DISTRICTS,
    FLAGS,
    HANDING,
    due_after,
    go,
    handing_set,
    own_words,
    resumed,
    steps,
    still_due,
    told,
)
from tests.interview.random_interviews import (
    after_some_inputs,
    an_input,
    in_sections,
    many,
    some_answers,
    still_asked,
    with_answers,
    with_everything,
)
from tests.support.building import asked, indicator, small_set
from tests.support.random_sets import indicator_sets

# --- handing a section over ---


TO_ONE = ["hk", "ON", "yes", "no", "adult", "no", "woman"]


TO_FIVE = [*TO_ONE, "no", "no", "no"]


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
        (TO_FIVE, True),
        ([*TO_FIVE, "no"], False),
        ([*TO_FIVE, "no", "no", "leave", "no", "ON", "no"], False),
        ([*TO_ONE, "SKIP", "no", "no"], False),
        ([*TO_ONE, "no", "BACK"], True),
        ([*TO_ONE, "HAND OVER"], False),
        ([*TO_ONE, "HAND OVER", "STOP"], False),
        ([*TO_FIVE, "no", "no", "leave", "no", "ON", "no", "TO one"], False),
        ([*TO_ONE, "no", "FINISH"], False),
    ],
    ids=[
        "circumstance",
        "card",
        "agreement",
        "urgent",
        "age",
        "circumstance before it",
        "question",
        "not in their words",
        "later question",
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
    met = steps(HANDING, [*TO_ONE, "HAND OVER", "yes", "no", "no", "ON", "no", "no"])

    assert met[len(TO_ONE) :] == [
        "one",
        "one",
        "two",
        "four",
        "give_back",
        "three",
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
    to_review = [*TO_ONE, "HAND OVER", "no", "no", "ON", "no", "no", "no", "leave", "no", "ON", "no"]

    assert HANDING.back(returned) == returned
    after_the_card = go(HANDING, ["ON", "no", "BACK"], returned)
    assert told(HANDING.current(after_the_card)) == "three"
    assert HANDING.back(after_the_card) == after_the_card
    assert due_after(*to_review, "TO one") == "one"


def test_a_question_that_was_left_out_alone_comes_once_more_to_the_screener() -> None:
    met = steps(HANDING, [*TO_ONE, "HAND OVER", "SKIP", "SKIP", "ON", "no", "no", "no", "no"])

    assert met[-5:] == ["three", "one again", "four again", "five", "tonight"]


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
        "five",
    ]
    # Finishing at the first card does not pass the other one by.
    assert steps(HANDING, [*alone, "ON", "FINISH", "ON"])[-3:] == ["card:danger", "card:back", "turn"]


def test_a_card_that_was_seen_before_the_screen_was_handed_over_does_not_come_again() -> None:
    to_one = [*TO_ONE[:3], "yes", "ON", *TO_ONE[4:]]

    assert due_after(*to_one, "HAND OVER", "yes", "yes", "no", "ON") == "three"


def test_what_is_corrected_outside_of_what_was_answered_alone_shows_its_card_once() -> None:
    to_review = [*TO_ONE, "HAND OVER", "no", "no", "ON", "no", "no", "no", "leave", "no", "ON", "no"]
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


ALL_ALONE = ["no", "adult", "no", "yes", "no", "no", "no", "no", "leave"]


def test_a_set_for_the_person_is_handed_over_as_a_whole_after_the_agreement() -> None:
    met = steps(ALONE, [*TO_THE_PERSON, *ALL_ALONE, "ON", "no", "no", "ON", "no", "ON"])

    assert met == [
        "place",
        "card",
        "agreement",
        # Nobody can ask the person for what has no words for it.
        "gender",
        "hand_over",
        "danger-now",
        "age",
        "others",
        "one",
        "two",
        "four",
        "five",
        "tonight",
        "wants",
        "give_back",
        # Nor could they answer what has no words for them, or what was seen.
        "three",
        "police",
        "turn",
        "found",
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
    at_review = [
        *TO_THE_PERSON,
        "no",
        "adult",
        "no",
        "yes",
        "yes",
        "BACK",
        "STOP",
        "ON",
        "ON",
        "no",
        "no",
        "ON",
        "no",
    ]

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
        services=DISTRICTS,
    )

    def then(*inputs: str) -> list[str]:
        state = go(interview, ["hk", "ON", *inputs])
        return [told(step) for step in still_due(interview, state)]

    assert then("adult", "no", "ON") == ["turn", "review"]
    assert then("adult", "SKIP", "ON") == ["turn", "review"]
    assert then("adult", "yes", "ON") == ["two", "turn", "review"]
    assert then("child", "ON") == ["card:child", "district", "hand_over", "one", "give_back", "turn", "review"]


def test_what_is_always_asked_and_has_no_words_for_the_person_is_asked_though_its_gate_waits() -> None:
    always = asked("two", when={"question": "one", "is": ["yes"]}, always=True)
    interview = Interview(small_set([own_words("one"), always], [], circumstances=[], audience="person"))

    state = go(interview, ["ON", "SKIP", "ON"])

    assert "two" in [told(step) for step in still_due(interview, state)]


def test_what_the_person_left_out_when_they_stopped_is_not_asked_by_the_screener() -> None:
    waits = own_words("two", when={"question": "one", "is": ["yes"]}, always=True)
    interview = Interview(small_set([own_words("one"), waits], [], circumstances=[], audience="person"))

    left = still_due(interview, go(interview, ["ON", "STOP", "ON"]))

    assert [told(step) for step in left] == ["turn"]


@pytest.mark.parametrize(
    ("age", "alone"),
    [
        ("adult", ["under_18_when_it_began", "one", "give_back"]),
        ("child", ["give_back", "card:child", "hand_over", "district", "one", "give_back"]),
    ],
)
def test_alone_too_a_circumstance_is_asked_only_where_it_matters(age: str, alone: list[str]) -> None:
    names = ("place", "age", "under_18_when_it_began", "district")
    circumstances = [{"id": name, "ask": "x", "record": "x"} for name in names]
    interview = Interview(
        small_set([own_words("one")], [], circumstances=circumstances, audience="person"), services=DISTRICTS
    )

    due = [told(step) for step in still_due(interview, go(interview, ["hk", "ON", age]))]
    assert due[: len(alone)] == alone


def test_the_cards_of_a_whole_set_come_when_the_screen_is_back_that_for_a_child_too() -> None:
    alone = ["yes", "STOP", "ON", "ON"]

    assert due_after(*TO_THE_PERSON, *alone[:-1], interview=ALONE) == "card:danger"
    assert due_after(*TO_THE_PERSON, *alone, interview=ALONE) == "three"

    both = ["no", "unsure", "ON", "ON", "ON", "no", "no", "yes", "STOP", "ON", "ON", "ON", "no"]

    met = steps(ALONE, [*TO_THE_PERSON, *both])
    assert met[len(TO_THE_PERSON) :] == [
        "danger-now",
        "age",
        "give_back",
        "card:child",
        "hand_over",
        "others",
        "one",
        "four",
        "five",
        "give_back",
        "card:back",
        "card:danger",
        "three",
        "police",
    ]


@pytest.mark.parametrize("age", ["child", "unsure", "declined"])
def test_who_may_be_a_child_is_asked_for_the_screen_at_once_and_goes_on_only_after_the_card(age: str) -> None:
    told_it = [*TO_THE_PERSON, "no", age]

    assert steps(ALONE, [*told_it, "ON", "ON", "ON"])[-4:] == ["give_back", "card:child", "hand_over", "others"]
    assert due_after(*told_it, "ON", "FINISH", interview=ALONE) == "turn"
    # What was finished at the card can be taken up again from there.
    assert due_after(*told_it, "ON", "FINISH", "ON", "BACK", interview=ALONE) == "hand_over"
    # Whoever mistook the answer can still mend it, and is asked on.
    assert due_after(*told_it, "BACK", "adult", interview=ALONE) == "others"
    assert due_after(*TO_THE_PERSON, "no", "adult", interview=ALONE) == "others"


def test_what_is_urgent_brings_the_screen_back_at_once_and_what_is_not_waits_for_the_end() -> None:
    urgent = [*TO_THE_PERSON, "yes"]
    later = [*TO_THE_PERSON, "no", "adult", "no", "no", "yes"]

    assert steps(ALONE, [*urgent, "ON", "ON", "ON"])[-4:] == ["give_back", "card:danger", "hand_over", "age"]
    assert due_after(*later, interview=ALONE) == "five"
    # It comes back once for each: the card that was seen is not waited for again.
    assert due_after(*urgent, "ON", "ON", "ON", "adult", "no", interview=ALONE) == "one"
    assert due_after(*urgent, "ON", "ON", "ON", "child", interview=ALONE) == "give_back"


def test_who_stopped_alone_is_not_handed_the_screen_again_whatever_was_urgent() -> None:
    stopped = [*TO_THE_PERSON, "yes", "ON", "ON", "ON", "STOP", "ON"]

    assert "hand_over" not in [told(step) for step in still_due(ALONE, go(ALONE, stopped))]


def test_in_a_set_without_a_card_for_a_child_the_person_goes_on() -> None:
    child = {"id": "child", "title": "x", "do": ["x"]}
    interview = Interview(handing_set(audience="person", child_card=False, flags=[*FLAGS, child]))

    assert due_after(*TO_THE_PERSON, "no", "child", interview=interview) == "others"


def test_a_correction_that_lets_an_answer_count_again_shows_its_card() -> None:
    closed = ["no", "adult", "no", "yes", "yes", "BACK", "BACK", "no", "STOP", "ON", "no", "no", "ON", "no"]

    assert due_after(*TO_THE_PERSON, *closed, interview=ALONE) == "review"
    assert due_after(*TO_THE_PERSON, *closed, "TO one", "yes", interview=ALONE) == "card:danger"


def test_a_whole_set_resumes_with_the_cards_and_the_person_goes_on_where_it_was_left() -> None:
    alone = ["yes", "ON", "ON", "ON", "child", "ON", "ON", "ON", "no", "SKIP", "STOP", "ON"]
    again = resumed(ALONE, go(ALONE, [*TO_THE_PERSON, *alone]))
    later = go(ALONE, ["ON", "yes"], again)
    at_the_card = resumed(ALONE, go(ALONE, [*TO_THE_PERSON, *alone[:6]]))

    # What lies behind a card was answered only after somebody saw it.
    assert told(ALONE.current(again)) == "card"
    assert told(ALONE.current(at_the_card)) == "card:child"
    assert told(ALONE.current(go(ALONE, ["ON"], at_the_card))) == "card"
    assert told(ALONE.current(later)) == "hand_over"
    assert told(ALONE.current(go(ALONE, ["ON"], later))) == "one"


def test_a_whole_set_that_was_answered_is_not_handed_over_again() -> None:
    again = resumed(ALONE, go(ALONE, [*TO_THE_PERSON, *ALL_ALONE, "ON"]))

    assert told(ALONE.current(go(ALONE, ["ON", "yes"], again))) == "three"


def test_a_resumed_screening_does_not_know_who_answered_and_back_leads_to_every_answer() -> None:
    again = resumed(ALONE, go(ALONE, [*TO_THE_PERSON, *ALL_ALONE, "ON", "no"]))
    back = go(ALONE, ["ON", "yes", "BACK", "BACK", "BACK"], again)

    assert told(ALONE.current(back)) == "wants"


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
    return Interview(for_the_person(worded) if whole else worded, services=DISTRICTS)


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
    interview = Interview(worded, services=DISTRICTS)
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
    asked, alone = (Interview(each, services=DISTRICTS) for each in (worded, for_the_person(worded)))
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
