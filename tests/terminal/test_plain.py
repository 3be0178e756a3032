"""Talks line by line: what is printed, and what typing does."""

import io
import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.interview.answer_code import decode
from screening.interview.state import State
from screening.language.catalog import ENGLISH
from screening.show.lines import Line
from screening.terminal.conversation import Conversation
from screening.terminal.plain import Hidden, PlainFrontend, wait_under_cover
from screening.terminal.screen import GO_ON, Choice, Dialog, Input, Part, Screen, TextDialog
from screening.terminal.typed_input import understand
from tests.terminal.talking import (
    PALERMO,
    a_context,
    as_typed,
    beyond_ascii,
    is_allowed,
    many,
    palermo_question,
    same_key,
    screens,
    way_to,
)

TO_THE_AGE = as_typed(way_to("age"))
TO_THE_SITUATION = as_typed(way_to("situation"))
HIDE, CLEAR = "<hidden>", "<cleared>"


class Typist:
    """Somebody at a frontend, with what is printed; CLEAR and HIDE stand where the screen was cleared and hidden."""

    def __init__(self, dialog: Dialog, typed: Sequence[str | type[Exception]], *, stays: bool = False) -> None:
        """Args: dialog: what is talked through; typed: the lines, and what is raised instead of one."""
        self._typed = iter(typed)
        self.output = io.StringIO()
        frontend = PlainFrontend(
            self.output,
            self._respond,
            ENGLISH,
            clear=lambda: self._note(CLEAR),
            hide=lambda: self._note(HIDE),
            width=80,
            stays=stays,
        )
        self.ended = False
        try:
            frontend.run(dialog)
            self.ended = True
        except EOFError:
            pass

    @property
    def text(self) -> str:
        return self.output.getvalue()

    def _note(self, what: str) -> None:
        self.output.write(f"{what}\n")

    def _respond(self, prompt: str) -> str:
        line = next(self._typed, EOFError)
        if not isinstance(line, str):
            raise line
        self.output.write(f"{prompt}{line}\n")
        return line


def dialog(*typed: str) -> Conversation:
    """The conversation after these lines."""
    conversation = Conversation(PALERMO, a_context())
    Typist(conversation, typed)
    return conversation


def said(*typed: str) -> str:
    """What is printed for these lines."""
    return Typist(Conversation(PALERMO, a_context()), typed).text


def after(*typed: str) -> str:
    """What the last line brought."""
    return said(*typed)[len(said(*typed[:-1])) :]


def recorded(*typed: str) -> State:
    """What stands recorded when these lines are followed by finishing, and the result is shown."""
    conversation = Conversation(PALERMO, a_context())
    assert Typist(conversation, [*typed, "f", "", "r"]).ended
    return conversation.state


# --- what typing does ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("y", "yes"), ("yes", "yes"), (" Y ", "yes"), ("n", "no"), ("u", "unclear"), ("declined", "declined")],
)
def test_a_yes_no_question_takes_letters_and_words(typed: str, answer: str) -> None:
    assert recorded("hk", "", "y", typed).answers == {"place": "hk", "danger-now": answer}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("2", "adult"), ("adult", "adult"), ("d", "declined"), ("u", "unsure"), ("unsure", "unsure")],
)
def test_a_circumstance_takes_numbers_and_ids(typed: str, answer: str) -> None:
    assert dialog(*TO_THE_AGE, typed).state.answers["age"] == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("1", ("domestic-work",)),
        ("1 2", ("domestic-work", "other-work")),
        ("1,2", ("domestic-work", "other-work")),
        ("2, 1 1", ("domestic-work", "other-work")),
        ("domestic-work other", ("domestic-work", "other")),
        ("10", ("other",)),
        ("u", "unclear"),
        ("1 u", ("domestic-work", "unclear")),
        ("2 1, d", ("domestic-work", "other-work", "declined")),
    ],
)
def test_several_answers_are_typed_with_spaces_or_commas(typed: str, answer: object) -> None:
    assert recorded(*TO_THE_SITUATION, typed).answers["situation"] == answer


@pytest.mark.parametrize(
    "typed", ["perhaps", "99", "", "1 99", "y n", "\x1b[A", "d u", "1 d u", "1 not_asked", "go_on", "e"]
)
def test_what_is_not_understood_is_asked_again_and_records_nothing(typed: str) -> None:
    assert "Not understood." in after(*TO_THE_SITUATION, typed)
    assert "situation" not in recorded(*TO_THE_SITUATION, typed).answers


def test_an_answer_that_stands_alone_cannot_be_typed_beside_another() -> None:
    until_found = as_typed(way_to("found-as"))

    assert "found-as" not in recorded(*until_found, "1 0").answers
    assert recorded(*until_found, "0").answers["found-as"] == ("nothing",)


def test_back_shows_what_was_recorded_and_enter_keeps_it() -> None:
    text = after("1", "", "y", "n", "b")

    assert "Recorded before: No. Enter alone keeps it." in text
    assert recorded("1", "", "y", "n", "b", "").answers == {"place": "hk", "danger-now": "no"}
    assert recorded("1", "", "y", "n", "b", "y").answers == {"place": "hk", "danger-now": "yes"}


def test_skip_leaves_a_question_open() -> None:
    assert recorded("1", "", "y", "s", "n").answers == {"place": "hk", "needs-doctor": "no"}


@pytest.mark.slow
@pytest.mark.parametrize("age", ["1", "u", "d"])
def test_the_card_for_a_child_needs_a_deliberate_word_to_go_on(age: str) -> None:
    assert "Stop the questions, so that" in after(*TO_THE_AGE, age)
    for typed in ("", "y", "n", "1", "g", "s"):
        assert "Not understood." in after(*TO_THE_AGE, age, typed)
    assert "Mark:" in after(*TO_THE_AGE, age, "go on")
    assert "Turn the screen" in after(*TO_THE_AGE, age, "f")


NAMED = (Choice("1", "own", "Own"), Choice("2", "kept", "Kept"), Choice("3", "none", "None", alone=True))
UNDECIDED = (Choice("u", "unclear", "Unclear", undecided=True), Choice("d", "declined", "Declined", undecided=True))
WAITS: Screen = Screen(choices=NAMED + UNDECIDED, keys=frozenset({"skip", "back", "pause", "finish"}))
SEVERAL = Screen(choices=NAMED + UNDECIDED, several=True)
WAITS_FOR_MORE = replace(SEVERAL, keys=frozenset({"skip", "back", "pause"}))
RECORDED = replace(WAITS_FOR_MORE, chosen=("own", "not_asked"))
YES_NO = Screen(choices=(Choice("y", "always_only", "Yes"), Choice("n", "go_on", "No")))
CARD = Screen(choices=(Choice("f", "stop", "Stop"), Choice("go on", "more", "Go on")), keys=frozenset({"finish"}))


@pytest.mark.parametrize(
    ("screen", "typed", "given_"),
    [
        (WAITS, "1", Input("choose", "own")),
        (WAITS, "KEPT", Input("choose", "kept")),
        (WAITS, "u", Input("choose", "unclear")),
        (WAITS, "s", Input("skip")),
        (WAITS, "Skip", Input("skip")),
        (WAITS, "back", Input("back")),
        (WAITS, "p", Input("pause")),
        (WAITS, "finish", Input("finish")),
        (WAITS, "1 2", None),
        (WAITS, "", None),
        (SEVERAL, "2 1", Input("choose", ("own", "kept"))),
        (SEVERAL, "3", Input("choose", ("none",))),
        (SEVERAL, "1 3", None),
        (SEVERAL, "2 1 d", Input("choose", ("own", "kept", "declined"))),
        (SEVERAL, "3 d", None),
        (SEVERAL, "1 s", None),
        (WAITS_FOR_MORE, "1 s", Input("skip", ("own", "not_asked"))),
        (WAITS_FOR_MORE, "2, 1 back", Input("back", ("own", "kept", "not_asked"))),
        (WAITS_FOR_MORE, "3 p", Input("pause", ("none",))),
        (WAITS_FOR_MORE, "1 d p", Input("pause", ("own", "declined"))),
        (WAITS_FOR_MORE, "1 f", None),
        (WAITS_FOR_MORE, "9 s", None),
        (RECORDED, "", Input("choose", ("own", "not_asked"))),
        (RECORDED, "1 2", Input("choose", ("own", "kept"))),
        (SEVERAL, "s", None),
        (SEVERAL, ",", None),
        (YES_NO, "y", Input("choose", "always_only")),
        (YES_NO, "yes", Input("choose", "always_only")),
        (YES_NO, "no", Input("choose", "go_on")),
        (YES_NO, "go_on", Input("choose", "go_on")),
        # What stands before a choice goes before a key of the same name.
        (CARD, "f", Input("choose", "stop")),
        (CARD, "finish", Input("finish")),
        (CARD, "go on", Input("choose", "more")),
        (CARD, "go", None),
        (Screen(), "", GO_ON),
        (Screen(), "on", None),
        (Screen(keys=frozenset({"back"})), "b", Input("back")),
        (Screen(choices=NAMED, chosen=("kept",)), "", Input("choose", "kept")),
        (Screen(choices=NAMED, several=True, chosen=("own", "kept")), "", Input("choose", ("own", "kept"))),
        (Screen(entry=True), "b", Input("type", text="b")),
        (Screen(entry=True), "Ab-1", Input("type", text="Ab-1")),
        (Screen(entry=True), "", Input("back")),
    ],
)
def test_what_is_typed_is_understood(screen: Screen, typed: str, given_: Input | None) -> None:
    assert understand(screen, typed) == given_


WORDS = [
    "",
    "y",
    "yes",
    "no",
    "u",
    "d",
    "s",
    "b",
    "p",
    "f",
    "g",
    "go on",
    "stop",
    "1",
    "2 1",
    "1,3",
    "14",
    "value-1",
    "0",
]


@many
@example(Screen(), "")
@given(screens(), st.sampled_from(WORDS) | st.text(max_size=8))
def test_whatever_is_typed_is_taken_by_the_screen_or_not_understood(screen: Screen, typed: str) -> None:
    given_ = understand(screen, typed.strip())

    assert given_ is None or is_allowed(screen, given_)


@many
@given(screens(), beyond_ascii())
def test_no_character_but_one_that_means_the_same_key_answers(screen: Screen, typed: str) -> None:
    given_, same = understand(screen, typed.strip()), same_key(typed)

    if given_ is not None:
        assert same is not None
        assert given_ == understand(screen, same.strip())


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("\uff59", "yes"),
        ("\uff4e\uff4f", "no"),
        ("\uff39", "yes"),
    ],
)
def test_full_width_letters_are_the_same_answers(typed: str, answer: str) -> None:
    assert recorded("hk", "", "y", typed).answers["danger-now"] == answer


@pytest.mark.parametrize(
    "typed", ["\uff11\u3000\uff12", "\uff11、\uff12", "1\uff0c2", "\u0661 \u0662", "\u0967\u060c\u0968"]
)
def test_several_answers_are_typed_with_the_digits_and_commas_of_any_script(typed: str) -> None:
    assert recorded(*TO_THE_SITUATION, typed).answers["situation"] == ("domestic-work", "other-work")


@pytest.mark.parametrize("typed", ["不", "是的", "ㄋ", "да", "y不", "\u03bd\u03b1\u03b9", "ไม่", "हाँ", "\u0661 و"])
def test_another_keyboard_is_told_in_one_line_and_records_nothing(typed: str) -> None:
    told = after("1", "", "y", typed).splitlines()

    assert told == [f"> {typed}", "Switch the keyboard to English. Ctrl-C still ends at once."]
    assert "danger-now" not in recorded("1", "", "y", typed).answers


@pytest.mark.parametrize(
    ("typed", "shown"), [("\uff58", HIDE), ("\uff38", HIDE), ("\uff1f", "Why we ask:"), ("\u061f", "Why we ask:")]
)
def test_the_cover_and_help_are_known_in_full_width(typed: str, shown: str) -> None:
    assert shown in after("1", "", "y", typed)


# --- what is printed -------------------------------------------------------------------------------------------------


def test_a_heading_is_said_once_for_what_comes_below_it() -> None:
    text = said("hk", "", "y", "n", "n")

    assert text.count("First, safety (section 1 of 8)") == 1


def test_each_choice_has_a_line_and_doubt_shares_one() -> None:
    text = said("1", "", "y")

    assert "\n    y  Yes\n    n  No\n    u  Unclear   d  Does not want to say\n" in text


def test_keys_stand_below_each_other() -> None:
    choices = tuple(Choice(key, key, f"Label {key}") for key in ("1", "10", "go on"))
    text = Typist(TextDialog(Screen("Menu", choices=choices)), []).text

    assert "        1  Label 1\n       10  Label 10\n    go on  Label go on\n" in text


def test_what_a_choice_says_goes_on_below_itself_and_not_below_its_key() -> None:
    choices = (Choice("1", "a", "word " * 30), Choice("go on", "b", "On"))
    text = Typist(TextDialog(Screen("Menu", choices=choices)), []).text

    assert "\n        1  word word" in text
    assert "\n           word word" in text


# --- the question alone ---


def test_v_takes_what_the_answers_say_off_the_screen_and_keys_answer_as_before() -> None:
    before, after_it = said(*TO_THE_AGE[:-2], "v", "n", "v", "n").split(CLEAR, 1)
    hidden, shown = after_it.split(CLEAR)

    assert "Mark: Somebody may hurt" in before
    assert "    y  Yes\n" in before
    assert "Ask: Could anybody hurt you" in hidden
    # And of the next question too, until v is typed again.
    assert "Ask: Do you need a doctor" in hidden
    assert "Mark:" not in hidden
    assert "Yes" not in hidden
    assert hidden.count("    y   n   u   d\nv shows the answers again.") == 2
    assert "Mark: Needs a doctor" in shown
    assert "    y  Yes\n" in shown


def test_where_nothing_is_marked_v_is_not_understood() -> None:
    assert "That is not possible here." in said("1", "v")


def test_going_back_from_where_it_begins_says_so() -> None:
    assert "Nothing comes before this." in said("b")


def test_what_only_has_to_be_read_waits_for_enter() -> None:
    assert "[Enter] > " in after("1", "")
    assert "That is not possible here." in after("1", "y")


ENDS = Screen("Result", lines=(Line("text", "x"),), last=True, keys=frozenset({"in_full", "next_person"}))


class Ending:
    """A result that can be gone on from."""

    def __init__(self) -> None:
        self.given: list[Input] = []

    def screen(self) -> Screen:
        return ENDS

    def take(self, given_: Input) -> Dialog | None:
        self.given.append(given_)
        return None


@pytest.mark.parametrize(
    ("typed", "given_"), [("f", "in_full"), ("n", "next_person"), ("next person", "next_person"), ("", "go_on")]
)
def test_where_it_ends_one_may_go_on_and_enter_ends_it(typed: str, given_: str) -> None:
    ending = Ending()
    typist = Typist(ending, [typed], stays=True)

    assert typist.ended
    assert [each.act for each in ending.given] == [given_]
    assert "f goes on with the full screening." in typist.text
    # Whoever comes next, or is there when it is over, reads nothing of it.
    assert (CLEAR in typist.text) is (given_ != "in_full")


def test_where_nobody_stays_nobody_is_asked() -> None:
    ending = Ending()

    assert Typist(ending, []).ended
    assert [each.act for each in ending.given] == ["go_on"]


def test_help_says_what_to_listen_for_why_and_which_keys_there_are() -> None:
    text = after("1", "", "y", "?")

    assert "Listen for:" in text
    assert "Why we ask:" in text
    assert "Keys: s skip for now" in text
    assert after("1", "", "y", "help") == text.replace("> ?", "> help")


def test_help_says_how_a_list_is_told_in_part() -> None:
    text = " ".join(after(*TO_THE_SITUATION, "?").split())

    assert "One or more, with spaces between. After others, u and d say how the rest stands, such as 1 d." in text
    assert "After others" not in after("1", "", "y", "?")


def test_what_was_not_understood_is_told_with_what_could_be_typed() -> None:
    assert "Type one of: y, n, u, d. Or s, b, p, f, ?, x." in after("1", "", "y", "perhaps")
    assert "One or more, with spaces between." in " ".join(after(*TO_THE_SITUATION, "perhaps").split())


def test_a_flag_shows_its_card_with_numbers_before_anything_else() -> None:
    text = after("1", "", "y", "y")

    assert "Danger now" not in text
    assert "999" in text
    assert "Ask:" not in text


def test_all_of_a_last_screen_is_printed_and_nothing_is_waited_for() -> None:
    last = Screen(
        "Result", lines=(Line("lead", "First."),), parts=(Part("d", "all", (Line("text", "Then all."),)),), last=True
    )
    typist = Typist(TextDialog(last), [])

    assert typist.ended
    assert "First.\n" in typist.text
    assert typist.text.endswith("Then all.\n")


def test_input_that_ends_early_is_told_to_the_caller() -> None:
    assert not Typist(Conversation(PALERMO, a_context()), ["1"]).ended


def test_the_end_of_the_talk_is_the_end() -> None:
    assert Typist(Conversation(PALERMO, a_context()), ["1", "", "stop"]).ended


# --- the pause and the cover -----------------------------------------------------------------------------------------


def test_a_pause_clears_the_screen_before_it_shows_a_code() -> None:
    text = after("1", "", "y", "n", "p")
    before, _, shown = text.partition(f"{CLEAR}\n")
    code = "-".join(re.findall(r"\b[0-9A-Z]{5}\b", shown))

    assert before == "> p\n"
    assert "hurt" not in shown
    assert decode(code, [PALERMO.set]).answers == {"place": "hk", "danger-now": "no"}


def test_after_a_pause_the_question_stands_there_again_under_its_heading() -> None:
    text = after("1", "", "y", "n", "p", "g")

    assert "First, safety (section 1 of 8)" in text
    assert f"Mark: {palermo_question('needs-doctor').record}" in text


def test_a_pause_can_be_the_end() -> None:
    typist = Typist(Conversation(PALERMO, a_context()), ["1", "p", "e"])

    assert typist.ended
    assert "Result" not in typist.text


@pytest.mark.parametrize("typed", ["x", "X", "hide", Hidden])
def test_hiding_takes_everything_away_and_shows_the_question_again_after_it(typed: str | type[Exception]) -> None:
    text = Typist(Conversation(PALERMO, a_context()), ["1", "", "y", typed]).text
    before, _, after_it = text.partition(f"{HIDE}\n")

    asked_then = f"Ask: {palermo_question('danger-now').ask}"
    assert asked_then in before
    assert "First, safety (section 1 of 8)" in after_it
    assert asked_then in after_it


def test_hiding_answers_nothing() -> None:
    assert recorded("1", "", "y", "x", "x", "n").answers == {"place": "hk", "danger-now": "no"}


def entry(taken: list[Input]) -> Dialog:
    """A dialog that takes one line of text."""

    class Entry(TextDialog):
        def take(self, given: Input) -> Dialog | None:
            taken.append(given)
            return None

    return Entry(Screen("Go on", lines=(Line("lead", "Type the code."),), entry=True))


@pytest.mark.parametrize("typed", ["x", "hide", Hidden])
def test_at_an_entry_the_screen_can_be_hidden_too(typed: str | type[Exception]) -> None:
    taken: list[Input] = []
    text = Typist(entry(taken), [typed, "abc"]).text

    assert text.count("Type the code.") == 2
    assert HIDE in text
    assert taken == [Input("type", text="abc")]


def under_cover(*typed: str | type[Exception]) -> list[str]:
    """What happens under a cover for these lines: each time when all is forgotten, and the return."""
    happened: list[str] = []
    lines = iter(typed)

    def read() -> str:
        line = next(lines)
        if not isinstance(line, str):
            raise line
        return line

    class Forgotten(Exception):
        pass

    def forget() -> None:
        happened.append("forgotten")
        raise Forgotten

    try:
        wait_under_cover(read, forget)
        happened.append("returned")
    except (Forgotten, StopIteration):
        pass
    return happened


@pytest.mark.parametrize(
    ("typed", "happened"),
    [
        (["r"], ["returned"]),
        ([" R \n"], ["returned"]),
        (["", "y", "\x1b[A", "rr", "r"], ["returned"]),
        (["", "y"], []),
        (["x"], ["forgotten"]),
        (["", "X"], ["forgotten"]),
        ([Hidden], ["forgotten"]),
    ],
)
def test_under_the_cover_only_the_way_back_returns_and_a_second_hiding_forgets(
    typed: list[str | type[Exception]], happened: list[str]
) -> None:
    assert under_cover(*typed) == happened


# --- any dialog --------------------------------------------------------------------------------------------------------


def spoken(screen: Screen) -> Iterator[str]:
    """The words that a screen says."""
    for line in (*screen.lines, *screen.more):
        yield from ENGLISH.render(line.text).split()
    for choice in screen.choices:
        yield from ENGLISH.render(choice.label).split()


@many
@given(screens())
def test_every_word_of_a_screen_is_printed(screen: Screen) -> None:
    text = "".join(Typist(TextDialog(screen), []).text.split())

    # One that no row can hold is torn, and so is one of a script that writes no blanks.
    assert all(word in text for word in spoken(screen) if len(word) < 20)
