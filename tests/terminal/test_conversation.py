"""An interview as a dialog: what comes before the first step, the pause, and what follows at the end."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.interview.answer_code import decode
from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.show.lines import Line
from screening.terminal.conversation import Conversation, opening_screen
from screening.terminal.screen import GO_ON, Act, Dialog, Input, Screen, TextDialog
from screening.terminal.taken_over import going_on_screen
from tests.support.building import asked, indicator, small_set
from tests.terminal.talking import PALERMO, SERVICES, a_context, after, conversation, everything_on, many, said, way_to

FIRST_CONTACT = Interview(find_set("first-contact"), SERVICES)
OPENING = (Line("title", "Screening"), Line("item", "Nothing is kept."))
GATE = {"question": "one", "is": ["yes"]}


def interview_of(*questions: dict[str, Any], **more: Any) -> Interview:
    """The interview of a small set with these questions, and a last one."""
    return Interview(small_set([*questions, asked("last", shows=["i"])], [indicator("i", "forced_work")], **more))


def kind(dialog: Conversation) -> str:
    """The kind of step at which a conversation stands."""
    return dialog.step.kind if dialog.step is not None else "none"


# --- before the first step -------------------------------------------------------------------------------------------


def test_what_the_screen_keeps_is_explained_before_the_first_step() -> None:
    dialog = Conversation(PALERMO, a_context(), before=[opening_screen(OPENING)])

    assert dialog.screen().lines == OPENING
    assert kind(dialog) == "none"
    assert after(dialog, "ON") is dialog
    assert dialog.step == PALERMO.current(State())
    assert dialog.state == State()


def test_without_an_opening_it_begins_with_the_first_step() -> None:
    assert conversation().step == PALERMO.current(State())


# --- each input does what the interview does with it -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("inputs", "kind", "id_"),
    [
        (["hk"], "card", ""),
        (["hk", "ON", "yes", "SKIP"], "item", "needs-doctor"),
        (["hk", "ON", "yes", "no", "BACK"], "item", "danger-now"),
        (["hk", "ON", "yes", "yes"], "flag", "danger_now"),
        (["hk", "ON", "yes", "yes", "ON"], "item", "needs-doctor"),
        (["hk", "ON", "yes", "yes", "FINISH"], "turn", ""),
        ([*way_to("age"), "child"], "flag", "child"),
        ([*way_to("age"), "child", "finish"], "turn", ""),
        ([*way_to("age"), "child", "go_on"], "item", "self-harm"),
        (["hk", "FINISH", "ON"], "review", ""),
        (["hk", "FINISH", "ON", "item place"], "item", "place"),
        (["hk", "FINISH", "ON", "item place", "other"], "review", ""),
    ],
)
def test_an_input_leads_to_the_next_step(inputs: list[Answer], kind: str, id_: str) -> None:
    step = conversation(*inputs).step

    assert step is not None
    assert (step.kind, step.id) == (kind, id_)


@pytest.mark.parametrize(
    ("inputs", "outcome"),
    [
        (["hk", "FINISH", "ON", "result"], "result"),
        (["hk", "ON", "not_now"], "not_now"),
        (["hk", "ON", "stop"], "stop"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_at_each_outcome_it_goes_on_with_what_follows(inputs: list[str], outcome: str) -> None:
    ends: list[str] = []
    end = TextDialog(Screen("The end", last=True))

    def then(ended: Conversation) -> Dialog:
        ends.append(PALERMO.current(ended.state).id)
        return end

    assert after(Conversation(PALERMO, a_context(), then=then), *inputs) is end
    assert ends == [outcome]


def test_where_nothing_follows_it_is_over() -> None:
    assert after(Conversation(PALERMO, a_context()), "hk", "FINISH", "ON", "result") is None


# --- the pause -------------------------------------------------------------------------------------------------------


def code_on(screen: Screen) -> str:
    """The code that stands on a screen, as somebody would copy it."""
    return "-".join(re.findall(r"\b[0-9A-Z]{5}\b", said(line for line in screen.lines if line.kind == "detail")))


def test_a_pause_shows_a_code_and_nothing_of_what_it_holds() -> None:
    dialog = conversation("hk", "ON", "yes", "no", "PAUSE")
    screen = dialog.screen()
    decoded = decode(code_on(screen), [PALERMO.set])

    assert screen.clears
    assert dialog.step is None
    assert decoded.answers == {"danger-now": "no", "place": "hk"}
    assert "Hong Kong" not in everything_on(screen)
    assert "hurt" not in everything_on(screen)


def test_after_a_pause_the_same_screen_comes_again() -> None:
    dialog = conversation("hk", "ON", "yes", "no")
    before, state = dialog.screen(), dialog.state

    assert after(dialog, "PAUSE", "go_on") is dialog
    assert (dialog.screen(), dialog.state, dialog.ended_by_pause) == (before, state, False)


def test_a_pause_can_be_the_end_and_nothing_follows() -> None:
    dialog = Conversation(PALERMO, a_context(), then=lambda _: TextDialog(Screen("Result")))

    assert after(dialog, "hk", "PAUSE", "end") is None
    assert dialog.ended_by_pause


def test_the_code_holds_what_is_in_force_and_not_what_was_set_aside() -> None:
    interview = interview_of(asked("one"), asked("two", when=GATE))
    dialog = conversation("yes", "yes", "BACK", "BACK", "no", "PAUSE", interview=interview)

    assert dialog.state.answers == {"one": "no", "two": "yes"}
    assert decode(code_on(dialog.screen()), [interview.set]).answers == {"one": "no"}


@many
@given(st.data())
def test_wherever_it_is_paused_the_code_brings_back_what_is_recorded(data: st.DataObject) -> None:
    dialog = a_walk(data)
    decoded = decode(dialog.code(), [PALERMO.set, FIRST_CONTACT.set])

    assert decoded.indicator_set is FIRST_CONTACT.set
    assert decoded.answers == FIRST_CONTACT.in_force(dialog.state)


def a_walk(data: st.DataObject) -> Conversation:
    """A conversation somewhere on the way."""
    dialog = conversation(interview=FIRST_CONTACT)
    for _ in range(data.draw(st.integers(0, 25))):
        given_ = data.draw(inputs(dialog.screen()))
        if kind(dialog) == "review" and given_.value == "result":
            break
        if dialog.take(given_) is None:
            break
    return dialog


@st.composite
def inputs(draw: st.DrawFn, screen: Screen) -> Input:
    """Something that a screen takes, most often an answer."""
    keys = [Input(key) for key in sorted(screen.keys - {"finish"})]
    if keys and draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from(keys))
    if not screen.choices:
        return GO_ON
    answers = [each for choice in screen.choices if (each := screen.answer((choice.value,))) is not None]
    given_ = draw(st.sampled_from(answers))
    marks = screen.marks(given_.value) if isinstance(given_.value, tuple) else ""
    if keys and marks and draw(st.booleans()):
        return replace(draw(st.sampled_from(keys)), value=marks)
    return given_


@many
@given(st.data())
def test_every_screen_has_something_to_do_and_takes_it(data: st.DataObject) -> None:
    dialog = a_walk(data)
    screen = dialog.screen()

    assert screen == dialog.screen()
    assert screen.heading
    assert screen.lines
    values = [choice.value for choice in screen.choices]
    assert len(values) == len(set(values))
    keys = [choice.key for choice in screen.choices]
    assert len(keys) == len(set(keys))
    assert set(screen.chosen) <= {*values, "not_asked"}


# --- what was marked is never lost -----------------------------------------------------------------------------------

DEBT, REST = ("debt",), ("debt", "not_asked")
LISTED = [{"id": "debt", "label": "Debt"}, {"id": "threat", "label": "Threat", "raises": ["alarm"]}]


def told_in_part() -> Interview:
    """An interview with a list of which something may be told, and something urgent."""
    return interview_of(
        asked("one"),
        asked("used", choose="several", options=LISTED, ask_self="x"),
        flags=[{"id": "alarm", "title": "x", "do": ["x"]}],
    )


@pytest.mark.parametrize(
    ("act", "stands_at"),
    [
        ("skip", "last"),
        ("leave_section", "turn"),
        ("back", "one"),
        ("finish", "turn"),
        ("pause", "none"),
        ("hand_over", "none"),
    ],
)
def test_marks_are_recorded_by_every_key_that_leaves_a_list(act: Act, stands_at: str) -> None:
    dialog = conversation("yes", interview=told_in_part())
    assert after(dialog, Input(act, REST)) is dialog

    step = dialog.step
    assert (step.id or step.kind if step is not None else "none") == stands_at
    assert dialog.state.answers["used"] == REST


def test_a_code_holds_what_was_marked_before_the_pause() -> None:
    interview = told_in_part()
    dialog = conversation("yes", Input("pause", REST), interview=interview)

    assert decode(code_on(dialog.screen()), [interview.set]).answers["used"] == REST
    assert after(dialog, "go_on") is dialog
    assert (dialog.step, dialog.screen().chosen) == (Step("item", "used"), REST)


def test_a_list_that_was_left_comes_once_more_with_its_marks() -> None:
    dialog = conversation("yes", Input("skip", REST), "no", interview=told_in_part())

    assert (dialog.step, dialog.screen().chosen) == (Step("item", "used", again=True), REST)


@pytest.mark.parametrize("act", ["skip", "back", "finish"])
def test_a_mark_that_is_urgent_shows_its_card_before_anything_else(act: Act) -> None:
    dialog = conversation("yes", Input(act, ("threat", "not_asked")), interview=told_in_part())

    assert dialog.step == Step("flag", "alarm")


def test_marks_of_somebody_who_answers_alone_are_kept_when_they_stop() -> None:
    interview = told_in_part()
    dialog = conversation("yes", "HAND OVER", "hand_over", Input("finish", REST), interview=interview)

    assert (kind(dialog), dialog.state.answers["used"]) == ("give_back", REST)


def test_from_the_review_marks_are_taken_back_to_the_review() -> None:
    interview = told_in_part()
    dialog = conversation("yes", DEBT, "no", "ON", "item used", interview=interview)
    assert after(dialog, Input("back", ("debt", "declined"))) is dialog

    assert (kind(dialog), dialog.state.answers["used"]) == ("review", ("debt", "declined"))
    assert "Debt; the rest: does not want to say" in everything_on(dialog.screen())


# --- answers that no longer apply ------------------------------------------------------------------------------------


def test_it_says_when_earlier_answers_no_longer_apply_and_only_once() -> None:
    interview = interview_of(asked("one"), asked("two", when=GATE), asked("three", when=GATE))
    one = conversation("yes", "yes", "BACK", "BACK", "no", interview=interview)
    two = conversation("yes", "yes", "no", "BACK", "BACK", "BACK", "no", interview=interview)

    assert ENGLISH.render(one.screen().lines[0].text) == "1 earlier answer is now set aside."
    assert ENGLISH.render(two.screen().lines[0].text) == "2 earlier answers are now set aside."
    assert after(two, "SKIP") is two
    assert "set aside" not in said(two.screen().lines)
    assert "set aside" not in said(conversation("yes", "yes", interview=interview).screen().lines)


def test_it_still_says_so_after_a_pause() -> None:
    interview = interview_of(asked("one"), asked("two", when=GATE))
    dialog = conversation("yes", "yes", "BACK", "BACK", "no", "PAUSE", "go_on", interview=interview)

    assert ENGLISH.render(dialog.screen().lines[0].text) == "1 earlier answer is now set aside."


def test_it_says_when_others_count_again() -> None:
    options = [{"id": name, "label": name} for name in ("a", "b")]
    interview = interview_of(
        asked("one", options=options),
        asked("for-a", when={"question": "one", "is": ["a"]}),
        asked("for-b", when={"question": "one", "is": ["b"]}),
    )
    dialog = conversation("a", "yes", "BACK", "BACK", "b", "yes", "BACK", "BACK", "a", interview=interview)

    assert interview.set_aside(dialog.state) == ("for-b",)
    assert [ENGLISH.render(line.text) for line in dialog.screen().lines[:2]] == [
        "1 earlier answer is now set aside.",
        "1 earlier answer counts again.",
    ]


# --- back from the result --------------------------------------------------------------------------------------------


def at_the_result(*inputs: Answer, interview: Interview = PALERMO) -> Conversation:
    """A conversation whose result is shown."""
    dialog = Conversation(interview, a_context(), then=lambda _: TextDialog(Screen("Result")))
    ended = after(dialog, *inputs)
    assert isinstance(ended, TextDialog)
    return dialog


def test_from_the_result_it_goes_back_to_the_review() -> None:
    dialog = at_the_result("hk", "FINISH", "ON", "result")

    assert dialog.reopen() is dialog
    assert kind(dialog) == "review"
    corrected = after(dialog, "item place", "other", "result")
    assert isinstance(corrected, TextDialog)
    assert dialog.state.answers == {"place": "other"}


def pointed(dialog: Dialog | None) -> str:
    """What is pointed at first on the screen."""
    assert dialog is not None
    return dialog.screen().suggested


def test_after_a_correction_the_review_points_at_its_row() -> None:
    review = conversation(*way_to("age"), "FINISH", "ON")

    assert pointed(review) == ""
    assert pointed(after(review, "item needs-doctor", "no")) == "item needs-doctor"
    # Also where nothing was changed, and where a card came between.
    assert pointed(after(review, "item place", "BACK")) == "item place"
    assert pointed(after(review, "item danger-now", "yes", "ON")) == "item danger-now"


def test_where_a_correction_opens_a_question_the_review_points_at_what_was_corrected() -> None:
    interview = interview_of(asked("one"), asked("two", when=GATE))
    review = conversation("no", "no", "ON", interview=interview)

    opened = after(review, "item one", "yes")
    assert pointed(opened) == ""
    assert pointed(after(review, "go_on", "no")) == "item one"


def test_where_there_was_no_review_it_goes_back_to_where_it_was_finished() -> None:
    dialog = at_the_result("FINISH", "ON")

    assert dialog.reopen() is dialog
    assert dialog.step == PALERMO.current(State())


# --- going on with a code --------------------------------------------------------------------------------------------


def resumed(*inputs: Answer, interview: Interview = PALERMO, opening: tuple[Line, ...] = ()) -> Conversation:
    """A conversation that goes on with what was recorded in another one."""
    state = conversation(*inputs, interview=interview).state
    again = interview.resume(interview.in_force(state))
    told = going_on_screen(interview, again)
    before = [opening_screen(opening), told] if opening else [told]
    return Conversation(interview, a_context(), before=before, begins=again)


def test_a_resumed_screening_says_how_many_answers_it_brings() -> None:
    screen = resumed("hk", "ON", "yes", "no", "no").screen()

    assert ENGLISH.render(screen.heading) == "Going on"
    assert "3 answers carried over." in said(screen.lines)
    assert "urgent" not in said(screen.lines)


def test_one_answer_is_called_one() -> None:
    assert "1 answer carried over." in said(resumed("hk").screen().lines)


def test_it_names_what_is_urgent_in_what_was_recorded() -> None:
    to_the_others = way_to("others-at-risk", {"danger-now": "yes", "age": "child", "self-harm": "yes"})
    danger = resumed(*to_the_others, "no").screen()

    titles = {flag.id: flag.title for flag in PALERMO.set.about.flags}
    urgent = [titles["child"], titles["danger_now"], titles["self_harm"]]
    assert said(danger.lines).endswith("\n".join(["Recorded before, and urgent:", *urgent]))


def test_a_child_is_named_in_words_where_the_set_has_none() -> None:
    interview = interview_of(circumstances=[{"id": "age", "record": "x"}])

    assert said(resumed("child", interview=interview).screen().lines).endswith("\nA child, or perhaps a child")


def test_the_opening_comes_first_then_what_was_taken_over_then_the_steps() -> None:
    dialog = resumed("hk", "ON", "yes", "no", opening=OPENING)

    assert dialog.screen().lines == OPENING
    assert after(dialog, "ON") is dialog
    assert ENGLISH.render(dialog.screen().heading) == "Going on"
    assert kind(dialog) == "none"
    assert after(dialog, "ON") is dialog
    assert kind(dialog) == "card"


def test_what_was_taken_over_can_be_looked_at_and_corrected() -> None:
    dialog = resumed("hk", "ON", "yes", "no")
    assert after(dialog, "ON", "BACK") is dialog

    assert dialog.step is not None
    assert dialog.step.id == "danger-now"
    assert dialog.screen().chosen == ("no",)
