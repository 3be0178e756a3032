"""The talk with one person: what is known before it, what follows it, and what is left when the next one begins."""

import gc
from collections.abc import Iterator

import pytest

from screening.commands.session import Session
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.show.lines import Line
from screening.terminal.conversation import Conversation
from screening.terminal.result_pages import ResultPages
from screening.terminal.screen import Dialog, Input
from tests.support.building import asked, small_set
from tests.support.walks import Nobody
from tests.terminal.talking import after, everything_on

OPENING = (Line("text", "What holds for every talk."),)


def a_session(place: str | None = None) -> Session:
    nobody = Nobody(opening=OPENING)
    return Session(nobody, ENGLISH, place=place, stdout=nobody.output)


def begun(name: str = "first-contact", place: str | None = None) -> Conversation:
    """A talk at its first step, after the opening."""
    dialog = after(a_session(place).screening(find_set(name)), "ON")
    assert isinstance(dialog, Conversation)
    return dialog


def step(dialog: Dialog | None) -> str:
    assert isinstance(dialog, Conversation)
    assert dialog.step is not None
    return dialog.step.id or dialog.step.kind


def at_the_result(*inputs: Answer | Input, name: str = "first-contact", place: str | None = "hk") -> ResultPages:
    """The result of a talk that was finished after these inputs."""
    result = after(begun(name, place), *inputs, "FINISH", "ON", "result")
    assert isinstance(result, ResultPages)
    return result


# --- the place ---


@pytest.mark.parametrize("named", ["hk", "HK", "Hong Kong", "hong-kong"])
def test_a_place_that_is_named_is_recorded_and_not_asked(named: str) -> None:
    dialog = begun(place=named)

    assert (step(dialog), dialog.state.answers) == ("card", {"place": "hk"})
    assert step(begun()) == "place"


def test_it_stands_in_the_review_and_can_be_corrected_there() -> None:
    review = after(begun(place="hk"), "FINISH", "ON")
    assert review is not None
    assert "The place where this talk takes place - Hong Kong" in everything_on(review.screen())

    corrected = after(review, "item place", "gb")
    assert isinstance(corrected, Conversation)
    assert corrected.state.answers["place"] == "gb"


def test_back_leads_to_it() -> None:
    assert step(after(begun(place="hk"), "BACK")) == "place"


def test_anywhere_is_another_place() -> None:
    assert begun(place="intl").state.answers == {"place": "other"}


def test_a_set_that_does_not_ask_for_the_place_records_none() -> None:
    dialog = after(a_session("hk").screening(small_set([asked("one")], [])), "ON")

    assert isinstance(dialog, Conversation)
    assert dialog.state.answers == {}


# --- the next person ---


def test_the_next_person_is_asked_the_same_questions_at_the_same_place_and_nothing_else_is_left() -> None:
    following = after(at_the_result("ON", "yes", "yes", "ON", "no"), "NEXT PERSON")

    # Who read the opening once has read it.
    assert step(following) == "card"
    assert isinstance(following, Conversation)
    assert following.state.answers == {"place": "hk"}


def test_the_place_is_the_one_that_was_recorded_last() -> None:
    result = at_the_result("gb", "ON", "yes", "no", "no", place=None)
    following = after(result, "NEXT PERSON")
    assert isinstance(following, Conversation)
    assert following.state.answers == {"place": "gb"}

    unclear = after(at_the_result("unclear", "ON", "yes", "no", "no", place=None), "NEXT PERSON")
    assert step(unclear) == "place"


def test_the_minutes_begin_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1200.0, 1260.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    result = at_the_result("ON", "yes", "no", "no")
    following = after(result, "NEXT PERSON")

    assert isinstance(following, Conversation)
    assert following._context.minutes() == 1


def test_each_of_two_talks_of_one_session_counts_its_own_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([1200.0, 1260.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    dialog = a_session().screening(small_set([asked("one")], []))

    assert isinstance(dialog, Conversation)
    assert dialog._context.minutes() == 1


def test_after_a_child_the_next_person_is_asked_the_first_set_again() -> None:
    to_the_result = ["ON", "yes", "no", "no", "child", "child_set", "ON", "FINISH", "ON", "result"]
    following = after(begun("palermo", "hk"), *to_the_result, "NEXT PERSON")

    assert isinstance(following, Conversation)
    assert following._interview.set.about.id == "palermo"
    assert following.state.answers == {"place": "hk"}


def conversations() -> Iterator[Conversation]:
    gc.collect()
    return (each for each in gc.get_objects() if isinstance(each, Conversation))


def test_nothing_of_the_last_person_stays_in_memory() -> None:
    before = {id(each) for each in conversations()}
    following = after(at_the_result("ON", "yes", "yes", "ON", "no"), "NEXT PERSON")

    assert [each for each in conversations() if id(each) not in before] == [following]


# --- going on in full ---

TOLD: list[Answer | Input] = ["ON", "yes", "yes", "ON", "no", "adult", "no", "woman"]


def gone_on(*more: Answer | Input) -> Dialog:
    """The full screening, after a first contact in which something was told."""
    following = after(at_the_result(*TOLD, *more), "IN FULL")
    assert following is not None
    return following


def test_from_a_first_contact_one_key_leads_to_the_full_screening_and_shows_what_was_told() -> None:
    screen = gone_on().screen()
    told = everything_on(screen)

    assert "Somebody may hurt the person now or in the next hours - Yes" in told
    assert "The person's age now - 18 or over" in told
    assert "Danger now" in told
    assert "fear" not in told


def test_what_was_told_is_not_asked_again_and_its_card_does_not_come_again() -> None:
    dialog = after(gone_on(), "ON", "ON", "yes")

    assert step(dialog) == "waited-for"
    assert isinstance(dialog, Conversation)
    assert dialog.state.answers == {
        "place": "hk",
        "danger-now": "yes",
        "needs-doctor": "no",
        "age": "adult",
        "self-harm": "no",
        "gender": "woman",
    }


def test_it_can_be_corrected_in_the_review() -> None:
    review = after(gone_on(), "ON", "ON", "yes", "FINISH", "ON")
    corrected = after(review, "item danger-now", "no") if review is not None else None

    assert step(corrected) == "review"
    assert isinstance(corrected, Conversation)
    assert corrected.state.answers["danger-now"] == "no"


def test_back_leads_to_the_result_of_the_first_contact() -> None:
    assert isinstance(after(gone_on(), "BACK"), ResultPages)


def test_the_persons_agreement_to_the_longer_talk_is_asked() -> None:
    assert step(after(gone_on(), "ON", "ON")) == "agreement"


@pytest.mark.parametrize("agreement", ["not_now", "stop"])
def test_whoever_does_not_want_the_longer_talk_still_has_the_result_of_the_first_contact(agreement: str) -> None:
    result = after(gone_on(), "ON", "ON", agreement)

    assert isinstance(result, ResultPages)
    assert "in_full" in result.screen().keys


def test_from_before_the_agreement_too_the_way_back_leads_to_that_result() -> None:
    assert isinstance(after(gone_on(), "ON", "ON", "BACK"), ResultPages)


def test_after_both_the_next_person_begins_with_the_first_contact() -> None:
    result = after(gone_on(), "ON", "ON", "yes", "FINISH", "ON", "result")
    following = after(result, "NEXT PERSON") if result is not None else None

    assert isinstance(following, Conversation)
    assert following._interview.set.about.id == "first-contact"


@pytest.mark.parametrize("age", ["child", "unsure", "declined"])
def test_where_the_person_may_be_a_child_nothing_goes_on(age: str) -> None:
    result = at_the_result("ON", "yes", "no", "no", age, Input("choose", "go_on"))

    assert "in_full" not in result.screen().keys
    assert "in_full" in at_the_result("ON", "yes", "no", "no", "adult").screen().keys


def test_nothing_goes_on_from_a_set_that_names_no_other() -> None:
    assert "in_full" not in at_the_result("ON", "yes", "no", name="palermo").screen().keys
