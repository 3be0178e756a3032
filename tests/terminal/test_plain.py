"""The interview line by line: what is printed, and what typing does."""

import io
from collections.abc import Iterable

import pytest

from screening.interview import Interview, State, Step
from screening.reading.library import find_directory, find_set
from screening.terminal.plain import Conversation, Desk
from tests.support.building import asked, indicator, small_set

INTERVIEW = Interview(find_set("palermo"), places_with_districts=["hk"])
TO_THE_AGE = ["1", "", "y", "n", "n", "n"]


def talk(typed: Iterable[str], minutes: int = 0, interview: Interview = INTERVIEW) -> tuple[str, State | None]:
    """What is printed for these lines, and the state at the end, if the end was reached."""
    output, lines = io.StringIO(), iter(typed)

    def respond(_step: Step, _state: State, prompt: str) -> str:
        try:
            line = next(lines)
        except StopIteration:
            raise EOFError from None
        output.write(f"{prompt}{line}\n")
        return line

    desk = Desk(
        output=output,
        respond=respond,
        find_directory=find_directory,
        places={"hk": "Hong Kong", "other": "Another place"},
        minutes=lambda: minutes,
        width=80,
    )
    try:
        return "", Conversation(interview, desk).run()
    except EOFError:
        return output.getvalue(), None


def said(*typed: str, minutes: int = 0) -> str:
    """What is printed for these lines."""
    return talk(typed, minutes)[0]


def after(*typed: str) -> str:
    """What the last line brought."""
    return said(*typed)[len(said(*typed[:-1])) :]


def recorded(*typed: str) -> State:
    """What stands recorded when these lines are followed by finishing."""
    state = talk([*typed, "f"])[1]
    assert state is not None
    return state


def test_it_begins_with_the_place_the_card_and_the_agreement() -> None:
    text = said("1", "", "y")

    assert text.index("Mark: The place") < text.index("Find a private place.") < text.index("May I begin?")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("y", "yes"), ("yes", "yes"), (" Y ", "yes"), ("n", "no"), ("u", "unclear"), ("declined", "declined")],
)
def test_a_yes_no_question_takes_letters_and_words(typed: str, answer: str) -> None:
    assert recorded("hk", "", "y", typed).answers == {"danger-now": answer}


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("2", "adult"), ("adult", "adult"), ("d", "declined"), ("u", "unsure"), ("unsure", "unsure")],
)
def test_a_circumstance_takes_numbers_and_ids(typed: str, answer: str) -> None:
    assert recorded(*TO_THE_AGE, typed).circumstances["age"] == answer


ADULT = [*TO_THE_AGE, "2", "n", "1"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("1", ("domestic-work",)),
        ("1 2", ("domestic-work", "other-work")),
        ("1,2", ("domestic-work", "other-work")),
        ("domestic-work other", ("domestic-work", "other")),
        ("u", "unclear"),
    ],
)
def test_several_answers_are_typed_with_spaces_or_commas(typed: str, answer: object) -> None:
    assert recorded(*ADULT, typed).circumstances["situation"] == answer


@pytest.mark.parametrize("typed", ["perhaps", "99", "", "1 99", "y n", "\x1b[A", "d u"])
def test_what_is_not_understood_is_asked_again_and_records_nothing(typed: str) -> None:
    assert "Not understood." in after(*ADULT, typed)
    assert "situation" not in recorded(*ADULT, typed).circumstances


def test_an_answer_that_stands_alone_cannot_be_typed_beside_another() -> None:
    until_found = [*ADULT, "1", "n", "y", "n", "n"]

    assert "found-as" not in recorded(*until_found, "1 4").answers
    assert recorded(*until_found, "4").answers["found-as"] == ("nothing",)


def test_help_says_what_to_listen_for_and_why() -> None:
    text = after("1", "", "y", "?")

    assert "Listen for:" in text
    assert "Why we ask:" in text


def test_back_shows_what_was_recorded_and_enter_keeps_it() -> None:
    text = after("1", "", "y", "n", "b")

    assert "Recorded before: No, it is not so. Enter alone keeps it." in text
    assert recorded("1", "", "y", "n", "b", "").answers == {"danger-now": "no"}
    assert recorded("1", "", "y", "n", "b", "y").answers == {"danger-now": "yes"}


def test_skip_leaves_a_question_open() -> None:
    assert recorded("1", "", "y", "s", "n").answers == {"needs-doctor": "no"}


def test_a_flag_shows_its_card_with_numbers_before_anything_else() -> None:
    text = after("1", "", "y", "y")

    assert "Act on this first" in text
    assert "999" in text
    assert "Ask:" not in text


@pytest.mark.parametrize("age", ["1", "u", "d"])
def test_the_card_for_a_child_needs_a_deliberate_word_to_go_on(age: str) -> None:
    card = after(*TO_THE_AGE, age)

    assert "Stop the questions." in card
    assert "+852 2343 2255" in card
    assert "Mark:" not in card
    assert "Mark:" not in after(*TO_THE_AGE, age, "")
    assert "Mark:" not in after(*TO_THE_AGE, age, "y")
    assert "Mark:" in after(*TO_THE_AGE, age, "go on")


def test_the_districts_to_choose_from_are_those_of_the_directory() -> None:
    begin = [*TO_THE_AGE, "1", "go on", "1", "1", "n", "u", "n", "n"]

    assert "Wan Chai" in after(*begin)
    assert recorded(*begin, "wan-chai").circumstances["district"] == "wan-chai"
    assert recorded(*begin, "2").circumstances["district"] == "wan-chai"


def test_the_card_for_a_child_can_be_the_end() -> None:
    state = recorded(*TO_THE_AGE, "1")

    assert INTERVIEW.current(state).id == "result"
    assert INTERVIEW.assessment(state).flags == ("child",)


def test_words_to_be_said_first_come_before_their_question() -> None:
    text = after("1", "", "y", "n", "n")

    assert text.index("Say first: When things are very hard") < text.index("Ask: Have you had such thoughts")


def test_a_question_that_is_only_seen_is_not_to_be_read_out() -> None:
    assert "For you. Do not read it out." in after(*ADULT, "1", "n", "y", "n", "n")


def test_a_section_ends_with_a_break_and_the_time_so_far() -> None:
    until_control = [*ADULT, "1", "n", "y", "n", "n", "4", "3", "6", "7", "8", "7", "u"]

    assert "End of: How it began\n40 minutes so far. Offer a break" in said(*until_control, minutes=40)


@pytest.mark.parametrize(("typed", "outcome"), [("n", "not_now"), ("stop", "stop")])
def test_without_agreement_it_ends(typed: str, outcome: str) -> None:
    state = talk(["1", "", typed])[1]

    assert state is not None
    assert INTERVIEW.current(state).id == outcome
    assert state.answers == {}


def test_it_says_when_earlier_answers_no_longer_apply() -> None:
    gate = {"question": "one", "is": ["yes"]}
    questions = [asked("one"), asked("two", when=gate), asked("three", when=gate), asked("four", shows=["i"])]
    interview = Interview(small_set(questions, [indicator("i", "forced_work")]))

    two = talk(["y", "y", "b", "b", "n"], interview=interview)[0]
    both = talk(["y", "y", "n", "b", "b", "b", "n"], interview=interview)[0]

    assert "1 earlier answer no longer applies." in two
    assert "2 earlier answers no longer apply." in both
