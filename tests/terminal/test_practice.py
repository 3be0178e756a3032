"""An interview on an invented case: every screen says so, and the story is one key away from each of its questions."""

import pytest

from screening.interview.machine import Interview
from screening.language.catalog import ENGLISH
from screening.practice.marked import Ways
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.show.lines import Line
from screening.terminal.conversation import Conversation
from screening.terminal.practice import Feedback, Practice, Story
from screening.terminal.screen import GO_ON, Dialog, Input, Part, Screen, TextDialog
from tests.support.practising import practice
from tests.support.thorough import one_in
from tests.terminal.talking import SERVICES, a_context, after, said

CASES = [f"{name}/{each.id}" for name in sorted(read_catalog().built_in) for each in find_set(name).vignettes]
STORY = Story("The title", "What happened.\n", "case 2 of 3")
AFTER = TextDialog(Screen("How it went", last=True))


def a_practice(ended: Dialog | None = None) -> Practice:
    interview = Interview(find_set("first-contact"), SERVICES)
    conversation = Conversation(interview, a_context(), then=lambda _: AFTER)
    return Practice(STORY, interview, conversation, lambda: ended)


def heading(dialog: Dialog) -> str:
    return ENGLISH.render(dialog.screen().heading)


def test_the_story_comes_first_and_alone() -> None:
    dialog = a_practice()

    assert heading(dialog) == "Practice: The title"
    assert said(dialog.screen().lines).startswith("What happened.")
    assert "t shows it again" in said(dialog.screen().lines)
    assert dialog.screen().progress == "case 2 of 3"
    assert not dialog.screen().choices


@pytest.mark.parametrize("name", ["never-alone", "one-thing", "quiet-kitchen"])
def test_every_screen_says_that_it_is_practice_and_offers_the_story(name: str) -> None:
    stops, _ = practice(name)

    for stop in stops:
        assert ENGLISH.render(stop.screen.heading).startswith("Practice: ")
        assert any("This is practice." in said([line]) for line in stop.screen.help)
    assert all("story" in stop.screen.keys for stop in stops[1:])


def test_nothing_of_the_key_is_on_a_screen_before_the_end() -> None:
    stops, (attempt,) = practice("quiet-kitchen")
    before = " ".join(said((*stop.screen.lines, *stop.screen.help)) for stop in stops if not stop.tells)

    assert attempt.vignette.teaches.split(".")[0] not in before
    assert "clear concern" not in before.casefold()
    assert attempt.code.split("-")[1] not in before
    assert [stop.tells for stop in stops] == [False] * (len(stops) - 1) + [True]


@pytest.mark.parametrize("case", one_in(60, CASES, lambda case: case.partition("/")[0]))
def test_who_answers_every_question_as_the_key_has_it_misses_and_assumes_nothing(case: str) -> None:
    _, (attempt,) = practice(case)
    marked = attempt.marked

    assert marked.level == marked.key_level
    assert (marked.missed, marked.assumed, marked.otherwise, marked.taken_as_no) == ((), (), (), ())
    assert (marked.under, marked.over) == (Ways(), Ways())


def test_the_story_is_read_again_and_leads_back_to_the_same_question() -> None:
    dialog = a_practice()
    after(dialog, GO_ON, "hk", "ON", "yes")
    before = dialog.screen()

    assert after(dialog, Input("story")) is dialog
    assert said(dialog.screen().lines) == "What happened."
    assert after(dialog, GO_ON) is dialog
    assert dialog.screen() == before


def test_what_was_marked_before_the_story_or_a_pause_is_still_marked() -> None:
    dialog = a_practice()
    after(dialog, GO_ON, "hk", "ON", "yes", "no", "no", "adult", "no", "woman")
    assert dialog.screen().several

    for key in ("story", "pause"):
        after(dialog, Input(key, ("pay", "not_asked")), GO_ON if key == "story" else "go_on")
        assert dialog.screen().chosen == ("pay", "not_asked")


def test_a_pause_has_no_code_and_leads_back_or_out() -> None:
    dialog = a_practice(AFTER)
    after(dialog, GO_ON, "hk")

    assert after(dialog, "PAUSE") is dialog
    assert heading(dialog) == "Practice: Pause"
    assert after(dialog, "go_on") is dialog
    after(dialog, "PAUSE")
    assert after(dialog, "end") is AFTER


def test_after_the_last_question_comes_what_follows() -> None:
    dialog = a_practice()

    assert after(dialog, GO_ON, "hk", "FINISH", "ON", "result") is AFTER


# --- what is told then -----------------------------------------------------------------------------------------------

PARTS = [Part("m", "missed", (Line("text", "This was missed."),))]


def test_the_last_thing_told_is_the_end_and_the_story_can_be_read_there_too() -> None:
    dialog = Feedback("The title", [Line("lead", "So it went.")], PARTS, STORY)

    assert dialog.screen().last
    assert heading(dialog) == "Practice: The title"
    assert after(dialog, Input("story")) is dialog
    assert said(dialog.screen().lines) == "What happened."
    assert after(dialog, GO_ON) is dialog
    assert said(dialog.screen().lines) == "So it went."
    assert after(dialog, GO_ON) is None


def test_between_two_cases_it_leads_on() -> None:
    dialog = Feedback("The title", [Line("lead", "So it went.")], PARTS, STORY, lambda: AFTER)

    assert not dialog.screen().last
    assert after(dialog, GO_ON) is AFTER
