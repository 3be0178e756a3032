"""The order of the interview, and what each input does."""

from collections.abc import Iterable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.interview import Interview, NotPossible, State, Step
from screening.model import Answer, CircumstanceWording, IndicatorSet
from tests.support.building import asked, build_set, indicator, small_set
from tests.support.completions import definite_answers
from tests.support.random_sets import indicator_sets

many = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

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
    """Give inputs one after another: an answer, or one of the words in capitals."""
    state = state or State()
    actions = {"SKIP": interview.skip, "BACK": interview.back, "FINISH": interview.finish, "ON": interview.go_on}
    for each in inputs:
        state = actions[each](state) if each in actions else interview.answer(state, each)
    return state


def steps(interview: Interview, inputs: Iterable[Any]) -> list[str]:
    """The steps that these inputs meet, and the one at which they leave the interview."""
    state, met = State(), []
    for each in inputs:
        met.append(told(interview.current(state)))
        state = go(interview, [each], state)
    return [*met, told(interview.current(state))]


def told(step: Step) -> str:
    """A step in a word."""
    name = step.id or step.kind
    prefix = {"flag": "card:", "break": "break:"}.get(step.kind, "")
    return f"{prefix}{name}{' again' if step.again else ''}"


OPENING = ["hk", "ON", "yes", "no", "adult", "woman", "no"]


def test_the_order_is_as_designed() -> None:
    interview = Interview(whole_set())

    met = steps(interview, [*OPENING, "no", "no", "unclear", "yes", "no", "no", "leave", "no", "ON"])

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


def test_an_answer_set_aside_returns_when_its_question_opens_again() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "no", "yes", "yes", "BACK", "BACK", "no", "BACK", "yes"])

    assert interview.current(state) == Step("question", "two")
    assert interview.recorded(state, Step("question", "two")) == "yes"
    assert interview.assessment(state).present == ("a", "b")


def test_skipped_questions_come_once_more_before_the_closing() -> None:
    interview = Interview(whole_set())

    met = steps(
        interview, ["SKIP", "ON", "yes", "SKIP", "adult", "woman", "no", "no", "no", "SKIP", "no", "SKIP", "yes"]
    )

    assert met[-3:] == ["danger-now again", "three again", "tonight"]


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

    assert steps(interview, ["SKIP", "SKIP", "no"]) == ["one", "one again", "must", "result"]
    assert steps(interview, ["no"]) == ["one", "result"]


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


SOME = {"some_concern": {"in": ["purpose"], "total": 1}}


def test_finishing_goes_to_the_result_with_what_there_is() -> None:
    interview = Interview(whole_set())
    state = go(interview, [*OPENING, "FINISH"])

    assert interview.current(state) == Step("end", "result")
    assert interview.assessment(state).level == "too_little_known"
    assert told(interview.current(interview.back(state))) == "found"


def test_the_end_of_a_section_offers_a_break() -> None:
    about = {
        "id": "x",
        "version": "1",
        "title": "x",
        "sections": [{"id": "first", "stage": "questions"}, {"id": "second", "stage": "questions"}],
        "dimensions": {"d": {"element": "means", "rule": "any", "title": "x"}},
        "rules": {"any": [{"total": 1}]},
        "levels": {"some_concern": "means"},
    }
    sections = [
        {"id": "first", "questions": [asked("a"), asked("b")]},
        {"id": "second", "questions": [asked("c", shows=["i"])]},
    ]
    interview = Interview(build_set({"set": about, "indicators": [indicator("i", "d")], "sections": sections}))

    assert steps(interview, ["no", "no", "ON", "no"]) == ["a", "b", "break:first", "c", "result"]


def test_going_back_from_the_beginning_changes_nothing() -> None:
    assert Interview(whole_set()).back(State()) == State()


def test_going_back_passes_over_cards() -> None:
    interview = Interview(whole_set())
    state = go(interview, ["hk", "ON", "yes", "yes", "ON", "adult", "BACK", "BACK"])

    assert told(interview.current(state)) == "danger-now"
    assert interview.recorded(state, interview.current(state)) == "yes"


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

    with pytest.raises(NotPossible):
        interview.answer(go(interview, inputs), wrong)


def test_an_option_that_stands_alone_excludes_others() -> None:
    options = [{"id": "a", "label": "a"}, {"id": "none", "label": "n", "alone": True}]
    interview = Interview(small_set([asked("q", choose="several", options=options)], []))

    assert interview.takes(Step("question", "q"), ("a",))
    assert interview.takes(Step("question", "q"), "declined")
    assert not interview.takes(Step("question", "q"), ("a", "none"))
    assert not interview.takes(Step("question", "q"), ())
    assert not interview.takes(Step("question", "q"), "a")


def test_only_questions_can_be_skipped_and_only_cards_gone_on_from() -> None:
    interview = Interview(whole_set())

    with pytest.raises(NotPossible):
        interview.skip(go(interview, ["hk"]))
    with pytest.raises(NotPossible):
        interview.go_on(State())
    with pytest.raises(NotPossible):
        interview.go_on(go(interview, ["FINISH"]))


def test_progress_counts_sections_and_never_a_score() -> None:
    interview = Interview(whole_set())

    assert interview.progress(State()) == (1, 4)
    assert interview.progress(go(interview, OPENING)) == (2, 4)
    assert interview.progress(go(interview, [*OPENING, "no", "no", "unclear", "no"])) == (4, 4)


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


def an_input(interview: Interview, state: State, data: st.DataObject) -> State:
    """Some input that the current step takes."""
    step = interview.current(state)
    match step.kind:
        case "question":
            answer = data.draw(
                st.sampled_from(["unclear", "declined", None, *definite_answers(interview.question(step))])
            )
        case "circumstance":
            values = {
                "age": ["child", "adult", "unsure"],
                "gender": ["woman", "other"],
                "wants": ["leave"],
                "place": ["hk"],
            }
            answer = data.draw(st.sampled_from([*values.get(step.id, ["yes", "no"]), None]))
            if answer is not None and not interview.takes(step, answer):
                answer = "declined"
        case "agreement":
            answer = "yes"
        case "offer":
            answer = data.draw(st.sampled_from(["always_only", "go_on"]))
        case _:
            return interview.go_on(state)
    return interview.skip(state) if answer is None else interview.answer(state, answer)


def after_some_inputs(interview: Interview, data: st.DataObject) -> State:
    """A state somewhere on the way, backs among what led to it."""
    state = State()
    for _ in range(data.draw(st.integers(0, 25))):
        if interview.current(state).kind == "end":
            break
        state = interview.back(state) if data.draw(st.integers(0, 5)) == 0 else an_input(interview, state, data)
    return state


@many
@given(indicator_sets(), st.data())
def test_going_back_alone_changes_nothing(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    interview = Interview(with_everything(indicator_set))
    state = after_some_inputs(interview, data)

    back = interview.back(state)

    assert (back.answers, back.circumstances) == (state.answers, state.circumstances)
    assert interview.assessment(back) == interview.assessment(state)


@many
@given(indicator_sets(), st.data())
def test_back_and_another_answer_is_as_if_only_that_one_was_given(
    indicator_set: IndicatorSet, data: st.DataObject
) -> None:
    interview = Interview(with_everything(indicator_set))
    state = after_some_inputs(interview, data)
    step = interview.current(state)
    if step.kind not in {"question", "circumstance"}:
        return
    first, second = an_input(interview, state, data), an_input(interview, state, data)
    another = interview.recorded(second, step)
    if interview.recorded(first, step) is None or another is None:
        return

    changed = interview.answer(interview.back(first), another)

    assert changed == interview.answer(state, another)


@many
@given(indicator_sets(), st.data())
def test_every_interview_ends_and_asks_only_what_applies(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    interview = Interview(with_everything(indicator_set))
    state = State()
    for _ in range(100):
        step = interview.current(state)
        if step.kind == "end":
            break
        if step.kind == "question":
            assert step.id not in interview.assessment(state).closed
        state = an_input(interview, state, data)

    assert interview.current(state).kind == "end"
    asked_once = [entry.step for entry in state.trail]
    assert len(asked_once) == len(set(asked_once))


@many
@given(indicator_sets(), st.data())
def test_every_always_question_that_applies_is_asked(indicator_set: IndicatorSet, data: st.DataObject) -> None:
    interview = Interview(with_everything(indicator_set))
    state = State()
    while interview.current(state).kind != "end":
        state = an_input(interview, state, data)

    passed = {entry.step.id for entry in state.trail if entry.step.kind == "question"}
    closed = set(interview.assessment(state).closed)
    always = {question.id for _, _, question in interview.set.questions() if question.always}
    assert always <= passed | closed
