"""Interviews of random sets, led by random inputs."""

from collections.abc import Mapping, Sequence

import msgspec
from hypothesis import strategies as st

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES as CIRCUMSTANCE_KINDS
from screening.sets.model import IndicatorSet, SectionStage
from screening.sets.order import QuestionStage
from screening.sets.questions import CircumstanceWording, Section
from tests.interview.interviews import CIRCUMSTANCES, DISTRICTS, NEVER_ENDS
from tests.support.completions import definite_answers, half_told_answers
from tests.support.thorough import examples

many = examples(150)


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
    return Interview(in_sections(with_everything(indicator_set), data), services=DISTRICTS)


VALUES: Mapping[str, list[Answer]] = {
    "situation": [("domestic-work",), ("medical",)],
    "languages": [("tl",)],
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
            state = _with_marks(interview, state, data)
            for _ in range(data.draw(st.integers(1, 4))):
                state = interview.back(state)
        elif interview.may_leave_section(state) and data.draw(st.integers(0, 7)) == 0:
            state = interview.leave_section(state)
        elif len(listed) > 0 and data.draw(st.booleans()):
            state = interview.go_to(state, data.draw(st.sampled_from(listed)))
        else:
            state = an_input(interview, state, data)
    return state


def _with_marks(interview: Interview, state: State, data: st.DataObject) -> State:
    """What was marked in a list, taken along by somebody who goes back or pauses."""
    step = interview.current(state)
    marks = half_told_answers_of(interview, step)
    if not marks:
        return state
    take = data.draw(st.sampled_from([interview.record, interview.back_with]))
    return take(state, data.draw(st.sampled_from(marks)))


def half_told_answers_of(interview: Interview, step: Step) -> list[Answer]:
    """Everything that may be marked at a step without being all there is to tell."""
    asked_now = [
        question for _, _, question in interview.set.questions() if step.kind == "item" and question.id == step.id
    ]
    return [answer for question in asked_now for answer in half_told_answers(question)]


def at_the_review(interview: Interview, data: st.DataObject) -> State:
    """A state at which every answer can be corrected."""
    state = after_some_inputs(interview, data)
    while interview.current(state).kind not in {"review", "end"}:
        state = an_input(interview, state, data)
    return interview.back(state) if interview.current(state).kind == "end" else state


def all_items(interview: Interview) -> dict[str, list[Answer]]:
    """The ids of everything that may be asked, in its order, with some answers to each."""
    questions = {
        question.id: ["unclear", *definite_answers(question), *half_told_answers(question)]
        for _, _, question in interview.set.questions()
    }
    worded = [wording.id for wording in interview.set.about.circumstances]
    others = [name for name in worded if name not in {"place", "age"} and not CIRCUMSTANCE_KINDS[name].wish]
    wishes = [name for name in worded if CIRCUMSTANCE_KINDS[name].wish]
    seen = [question.id for stage, _, question in interview.set.questions() if stage == "seen"]
    spoken = [name for name in questions if name not in seen]
    order = ["place", "age", *others, *spoken, *wishes, *seen]
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
