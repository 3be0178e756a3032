"""The screens of a person who answers alone, and how the screen is handed over and comes back."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.answer_code import decode
from screening.interview.machine import Interview
from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet
from screening.sets.texts import texts
from screening.terminal.alone import ALONE
from screening.terminal.choice_keys import KEYS
from screening.terminal.conversation import Conversation
from screening.terminal.plain import PlainFrontend
from screening.terminal.pressing import press
from screening.terminal.screen import GO_ON, Input, Screen
from screening.terminal.typed_input import understand
from screening.terminal.view_state import ENTER, first_view_state
from tests.support.building import asked, indicator, small_set
from tests.terminal.talking import SERVICES, a_context, after, conversation, everything_on, is_allowed, many, said

FLAGS = [{"id": "danger", "title": "Danger now", "do": ["Act."]}, {"id": "back", "title": "Goes back", "do": ["Plan."]}]
OPTIONS = [
    {"id": "kept", "label": "Somebody keeps them", "label_self": "Somebody keeps them from me"},
    {"id": "own", "label": "Own ones"},
]


def a_set(**more: Any) -> IndicatorSet:
    """A set with one section to answer alone."""
    return small_set(
        [
            asked("one", ask_self="Has one happened to you?", say_first="This is private."),
            asked(
                "two",
                ask_self="Two?",
                ask_next="N",
                ask_next_self="And after it?",
                raises=["danger"],
                when={"question": "one", "is": ["yes"]},
            ),
            asked(
                "papers",
                ask_self="Where are your papers?",
                options=OPTIONS,
                listen="Listen.",
                why="Why.",
                declined="Wants a lawyer first",
                declined_self="I want a lawyer first",
            ),
            asked("things", ask_self="Which things?", choose="several", options=[{"id": "x", "label": "X"}, LAST]),
            asked("own-words-missing"),
            asked("four", ask_self="Four?", raises=["back"]),
        ],
        [indicator("i", "forced_work")],
        # As it is asked last, nothing is settled before.
        stages={"closing": [asked("tonight", shows=["i"], always=True)]},
        flags=FLAGS,
        **more,
    )


LAST = {"id": "none", "label": "None of these", "alone": True}
SECTION = Interview(a_set())
HAND_OVER: list[Answer | Input] = ["HAND OVER", "hand_over"]
RETURNED: list[Answer | Input] = ["returned"]


def alone(*inputs: Answer | Input, interview: Interview = SECTION) -> Conversation:
    """A conversation in which the screen was handed over, after these inputs."""
    return conversation(*HAND_OVER, *inputs, interview=interview)


def kind(dialog: Conversation) -> str:
    """The kind of step at which a conversation stands, with its id."""
    return f"{dialog.step.kind} {dialog.step.id}".strip() if dialog.step is not None else "none"


# --- handing over ----------------------------------------------------------------------------------------------------


def test_the_screener_is_told_what_happens_and_has_to_mean_it() -> None:
    dialog = conversation("HAND OVER", interview=SECTION)
    screen = dialog.screen()

    assert "answers alone" in said(screen.lines)
    assert "Ctrl-C" in said(screen.lines)
    assert takes_nothing_but(screen, "h")
    assert SECTION.handed_over(dialog.state) is None


def test_before_it_is_handed_over_the_screener_can_go_back_to_the_question() -> None:
    dialog = conversation(interview=SECTION)
    before = dialog.screen()

    assert after(dialog, "HAND OVER", "BACK") is dialog
    assert dialog.screen() == before
    assert SECTION.handed_over(dialog.state) is None


def test_the_key_is_offered_only_where_the_section_can_be_handed_over() -> None:
    offered = set()
    dialog = conversation(interview=SECTION)
    while (step := dialog.step) is not None and step.kind != "turn":
        if "hand_over" in dialog.screen().keys:
            offered.add((step.id, step.again))
        dialog.take(Input("skip"))

    assert offered == {(name, False) for name in ("one", "papers", "things", "four")}


def takes_nothing_but(screen: Screen, key: str) -> bool:
    """Whether one letter gets past a screen, and no other, nor Enter or the space bar alone, in either frontend."""
    letters = [*"abcdefghijklmnopqrstuvwxyz0123456789", "", "go on", "yes", "no"]
    others = {"b", *(name for name, act in KEYS.items() if act in screen.keys)}
    keys = [*letters[:-4], ENTER, " ", "pagedown", "right"]
    view = first_view_state(screen)
    return [typed for typed in letters if typed not in others and understand(screen, typed) is not None] == [key] and [
        each for each in keys if each not in others and isinstance(press(screen, view, each, 1), Input)
    ] == [key]


# --- alone -----------------------------------------------------------------------------------------------------------


def test_a_question_stands_there_in_the_persons_words_and_nothing_else() -> None:
    screen = alone().screen()

    assert screen.heading == ALONE
    assert [line.text for line in screen.lines] == ["This is private.", "Has one happened to you?"]
    assert [ENGLISH.render(choice.label) for choice in screen.choices] == [
        "Yes",
        "No",
        "I am not sure",
        "I do not want to say",
    ]
    assert (screen.progress, screen.help, screen.clears) == ("", (), True)
    assert screen.keys == {"back", "skip", "finish"}


def test_an_option_has_the_persons_words_where_it_has_some() -> None:
    screen = alone("no").screen()

    assert [ENGLISH.render(choice.label) for choice in screen.choices] == [
        "Somebody keeps them from me",
        "Own ones",
        "I am not sure",
        "I want a lawyer first",
    ]
    assert [choice.value for choice in screen.choices] == ["kept", "own", "unclear", "declined"]


def test_what_is_asked_next_stands_there_in_the_persons_words_too() -> None:
    assert [line.text for line in alone("yes").screen().lines] == ["Two?", "And after it?"]


def test_a_question_without_such_a_line_in_the_persons_words_has_none_there() -> None:
    interview = Interview(small_set([asked("one", ask_self="Mine?", ask_next="And then?")], []))

    assert [line.text for line in alone(interview=interview).screen().lines] == ["Mine?"]


@pytest.mark.parametrize(
    ("own", "said"), [({"declined_self": "I want one"}, "I want one"), ({}, "Wants one")], ids=["own", "the-only-one"]
)
def test_not_wanting_to_say_has_the_persons_words_where_it_has_some(own: dict[str, str], said: str) -> None:
    question = asked("one", ask_self="Mine?", declined="Wants one", **own)
    screen = alone(interview=Interview(small_set([question], []))).screen()

    assert [(choice.key, choice.value, choice.label) for choice in screen.choices][-1] == ("d", "declined", said)


def test_where_several_can_be_marked_it_says_so() -> None:
    screen = alone("no", "kept").screen()

    assert screen.several
    assert "(one or more)" in said(screen.lines)
    assert "(one or more)" not in said(alone("no").screen().lines)


def test_the_same_answers_can_be_given_as_when_the_screener_asks() -> None:
    def values(dialog: Conversation) -> list[str]:
        return [choice.value for choice in dialog.screen().choices]

    for inputs in ([], ["no"], ["no", "kept"]):
        assert values(alone(*inputs)) == values(conversation(*inputs, interview=SECTION))


@pytest.mark.parametrize("act", ["pause", "hand_over"])
def test_alone_neither_a_pause_nor_handing_over_can_be_typed_or_pressed(act: str) -> None:
    screen = alone("no").screen()

    assert not is_allowed(screen, Input(act))  # type: ignore[arg-type]
    key = next(key for key, name in KEYS.items() if name == act)
    assert understand(screen, key) is None
    assert not isinstance(press(screen, first_view_state(screen), key, 1), Input)


def test_going_back_alone_shows_what_was_chosen_and_ends_at_the_first_question() -> None:
    dialog = alone("no", "kept", "BACK")

    assert dialog.screen().chosen == ("kept",)
    assert kind(alone("no", "BACK", "BACK", "BACK")) == "item one"


def test_s_leaves_a_question_out_and_f_leads_to_the_thanks() -> None:
    assert kind(alone("SKIP")) == "item papers"
    assert kind(alone("FINISH")) == "give_back main"
    assert alone("no", "FINISH").state.answers == {"one": "no"}


def test_what_the_screener_is_told_of_answers_that_no_longer_apply_does_not_stand_before_the_person() -> None:
    set_aside = ["yes", "no", "BACK", "BACK", "no"]
    told = conversation(*set_aside, interview=SECTION).screen()
    before = conversation(*set_aside, *HAND_OVER, interview=SECTION).screen()
    alone_too = alone(*set_aside)

    assert "set aside" in said(told.lines)
    assert "set aside" not in said(before.lines)
    assert "set aside" not in said(alone_too.screen().lines)
    assert after(alone_too, "FINISH") is alone_too
    assert "set aside" not in said(alone_too.screen().lines)
    # It waits until the screener has the screen.
    assert after(alone_too, *RETURNED) is alone_too
    assert ENGLISH.render(alone_too.screen().lines[0].text) == "1 earlier answer is now set aside."


# --- coming back -----------------------------------------------------------------------------------------------------


TO_THE_THANKS: list[Answer | Input] = ["yes", "yes", "kept", ("x",), "yes"]


def test_the_thanks_say_nothing_of_what_was_answered_and_only_the_screener_goes_on_from_there() -> None:
    screen = alone(*TO_THE_THANKS).screen()

    assert kind(alone(*TO_THE_THANKS)) == "give_back main"
    assert screen.clears
    assert (screen.progress, screen.help) == ("", ())
    assert screen.keys == {"back"}
    assert takes_nothing_but(screen, "r")
    for words in ("Danger", "Goes back", "Ask:", "Mark:", "Recorded"):
        assert words not in everything_on(screen)


def test_when_it_is_back_every_card_comes_before_anything_else() -> None:
    dialog = alone(*TO_THE_THANKS, *RETURNED)

    assert kind(dialog) == "flag danger"
    assert "Danger now" in said(dialog.screen().lines)
    assert after(dialog, "ON") is dialog
    assert kind(dialog) == "flag back"
    assert after(dialog, "ON") is dialog
    assert kind(dialog) == "item own-words-missing"


def test_the_answer_code_holds_what_was_answered_alone_before_it_is_back_and_after() -> None:
    for dialog in (alone(*TO_THE_THANKS), alone(*TO_THE_THANKS, *RETURNED)):
        decoded = decode(dialog.code(), [SECTION.set])
        assert decoded.answers == {"one": "yes", "two": "yes", "papers": "kept", "things": ("x",), "four": "yes"}


def test_at_a_card_that_comes_back_the_screener_can_pause_again() -> None:
    dialog = alone(*TO_THE_THANKS, *RETURNED)

    assert "pause" in dialog.screen().keys
    assert after(dialog, "PAUSE", "go_on") is dialog
    assert kind(dialog) == "flag danger"


# --- line by line ----------------------------------------------------------------------------------------------------


class _Paper:
    """What somebody at a terminal sees that goes on line by line."""

    def __init__(self, dialog: Conversation, *lines: str) -> None:
        typed = iter(lines)
        self.output = io.StringIO()
        self.before: list[str] = []

        def respond(prompt: str) -> str:
            line = next(typed, None)
            if line is None:
                raise EOFError
            self.output.write(f"{prompt}{line}\n")
            return line

        with pytest.raises(EOFError):
            PlainFrontend(self.output, respond, ENGLISH, clear=self._clear, width=80).run(dialog)

    def _clear(self) -> None:
        self.before.append(self.output.getvalue())
        self.output.seek(0)
        self.output.truncate()

    @property
    def text(self) -> str:
        return self.output.getvalue()


def test_line_by_line_nothing_that_the_screener_read_stands_above_the_persons_question() -> None:
    paper = _Paper(Conversation(SECTION, a_context()), "h", "h")

    assert "Ask:" in "".join(paper.before)
    assert paper.text.split("\n")[1:] == [
        ENGLISH.render(ALONE),
        "",
        "This is private.",
        "",
        "Has one happened to you?",
        "",
        "    y  Yes",
        "    n  No",
        "    u  I am not sure   d  I do not want to say",
        "",
    ]


def test_line_by_line_each_question_stands_alone_under_its_heading() -> None:
    paper = _Paper(Conversation(SECTION, a_context()), "h", "h", "n")

    assert "Has one happened" not in paper.text
    assert paper.text.strip().startswith(ENGLISH.render(ALONE))
    assert "Where are your papers?" in paper.text


@pytest.mark.parametrize("typed", ["", "y", "b", "returned?", "return", "rr", "go on"])
def test_line_by_line_only_one_letter_brings_the_screen_back(typed: str) -> None:
    dialog = Conversation(SECTION, a_context())
    paper = _Paper(dialog, "h", "h", "f", typed)

    assert SECTION.handed_over(dialog.state) == "main"
    assert "Danger" not in paper.text


def test_line_by_line_the_person_is_not_told_of_keys_that_do_nothing() -> None:
    text = _Paper(Conversation(SECTION, a_context()), "h", "h", "perhaps").text

    assert "Type one of: y, n, u, d. Or s, b, f, ?, x." in text


# --- the whole set ---------------------------------------------------------------------------------------------------


def worded(*names: str) -> list[dict[str, Any]]:
    """Circumstances that the person can be asked for."""
    return [{"id": name, "ask": f"{name}?", "record": name} for name in names]


def a_whole(**more: Any) -> Interview:
    """The interview of a set that is handed over as a whole."""
    return Interview(a_set(audience="person", agreement="Would you like to?", **more))


def test_a_whole_set_is_handed_over_by_a_deliberate_choice_and_can_be_paused_before() -> None:
    dialog = conversation("yes", interview=a_whole())

    assert kind(dialog) == "hand_over"
    assert takes_nothing_but(dialog.screen(), "h")
    assert dialog.screen().keys == {"back", "pause"}
    assert after(dialog, "PAUSE", "go_on", "hand_over") is dialog
    assert dialog.screen().heading == ALONE


def test_a_circumstance_is_asked_alone_with_the_words_that_it_has_everywhere() -> None:
    dialog = conversation("yes", "hand_over", interview=a_whole(circumstances=worded("age", "with_children")))

    assert said(dialog.screen().lines) == "age?"
    assert [choice.value for choice in dialog.screen().choices] == ["child", "adult", "unsure", "declined"]
    assert after(dialog, "adult") is dialog
    assert [ENGLISH.render(choice.label) for choice in dialog.screen().choices][:2] == ["Yes", "No"]


def test_after_a_whole_set_come_thanks_cards_the_closing_card_and_the_review() -> None:
    interview = a_whole(closing_card=["Thank the person."], circumstances=worded("age"))
    dialog = conversation("yes", "hand_over", "child", interview=interview)
    met = []
    for given_ in (
        *("returned", "go_on", "hand_over", "yes", "yes", "FINISH"),
        *("returned", "ON", "SKIP", "SKIP", "ON"),
    ):
        met.append(kind(dialog))
        assert after(dialog, given_) is dialog

    assert met == [
        "give_back",
        "flag child",
        "hand_over",
        "item one",
        "item two",
        "item papers",
        "give_back",
        "flag danger",
        "item own-words-missing",
        "item tonight",
        "turn",
    ]
    assert kind(dialog) == "review"


def test_after_the_last_card_that_could_not_wait_one_key_hands_the_screen_over_again() -> None:
    interview = Interview(
        small_set(
            [asked("one", ask_self="One?"), asked("two", ask_self="Two?")],
            [],
            stages={"urgent": [asked("hurt", ask_self="Hurt?", raises=["danger", "back"])]},
            flags=FLAGS,
            audience="person",
            agreement="May I?",
        )
    )
    dialog = conversation("yes", "hand_over", "yes", *RETURNED, interview=interview)

    assert (kind(dialog), dialog.screen().choices) == ("flag danger", ())
    assert after(dialog, "ON") is dialog
    assert kind(dialog) == "flag back"
    assert takes_nothing_but(dialog.screen(), "h")
    assert "finish" in dialog.screen().keys
    assert after(dialog, "hand_over") is dialog
    assert (kind(dialog), dialog.screen().heading) == ("item one", ALONE)


def test_a_whole_set_in_which_nothing_was_answered_can_still_be_reopened_from_its_result() -> None:
    texts = {"questions": [asked("one", ask_self="One?", shows=["i"])], "indicators": [indicator("i", "forced_work")]}
    interview = Interview(small_set(**texts, audience="person"))  # type: ignore[arg-type]
    dialog = conversation("hand_over", "FINISH", "returned", interview=interview)

    assert kind(dialog) == "turn"
    assert after(dialog, "ON") is None
    assert dialog.reopen() is dialog
    assert kind(dialog) == "turn"
    assert dialog.screen().lines


# --- of the built-in sets --------------------------------------------------------------------------------------------


def screens_alone(name: str, chosen: Mapping[str, Answer] | None = None) -> list[Screen]:
    """Every screen of a built-in set that the person meets alone, whichever way it is handed over."""
    interview = Interview(find_set(name), SERVICES)
    dialog, met = conversation(interview=interview), list[Screen]()
    wanted = {"age": "adult", "agreement": "yes", "place": "hk", "offer": "go_on", "child": "go_on", **(chosen or {})}
    while (step := dialog.step) is not None and step.kind != "turn":
        screen = dialog.screen()
        if interview.handed_over(dialog.state) is not None:
            met.append(screen)
        elif "hand_over" in screen.keys:
            assert after(dialog, *HAND_OVER) is dialog
            continue
        listed = [choice.value for choice in screen.choices]
        given_ = screen.answer((str(wanted.get(step.id or step.kind, listed[0])),)) if listed else GO_ON
        assert given_ is not None
        dialog.take(given_)
    return met


@pytest.mark.parametrize("name", set_ids())
def test_alone_nothing_is_read_that_was_written_for_the_screener(name: str) -> None:
    indicator_set = find_set(name)
    theirs = [
        text
        for _, _, question in indicator_set.questions()
        for text in (question.listen, question.why)
        if text is not None
    ]
    theirs += [
        text for name, text in texts(indicator_set).items() if name.startswith("flag.") and ".do_not" not in name
    ]
    theirs += [section.title for section in indicator_set.sections if section.title]
    met = screens_alone(name)

    whole = indicator_set.about.audience == "person"
    assert bool(met) == any(
        question.ask_self is not None and (whole or stage == "questions")
        for stage, _, question in indicator_set.questions()
    )
    for screen in met:
        text = everything_on(screen)
        assert not [each for each in theirs if each in text]
        for word in ("Ask:", "Mark:", "Listen for", "Recorded", "section ", "so far"):
            assert word not in text
        assert ENGLISH.render(screen.heading) in {ENGLISH.render(ALONE), "Thank you"}


@many
@given(st.data())
def test_from_the_handing_over_until_it_is_back_only_two_headings_come(data: st.DataObject) -> None:
    dialog = alone()
    for _ in range(data.draw(st.integers(1, 20))):
        screen = dialog.screen()
        if SECTION.handed_over(dialog.state) is None:
            break
        assert (screen.heading == ALONE) == (kind(dialog).split()[0] == "item")
        assert screen.clears
        assert not {"pause", "hand_over"} & screen.keys
        keys = [Input(key) for key in sorted(screen.keys)]
        answers = [screen.answer((choice.value,)) for choice in screen.choices]
        dialog.take(data.draw(st.sampled_from([*keys, *(each for each in answers if each is not None)])))
