"""What follows a result at a real terminal: the full screening, and the next person."""

import pytest

from tests.support.kept_terminal import KeptTerminal, at_once
from tests.support.walks import NOT_QUIET, Walker, walk

RESULT = "Result, for you alone"
ANSWERS = {"danger-now": "no", "age": "adult", "papers": "yes", "police": "no"}
FIRST_CONTACT = walk("first-contact", ANSWERS)[:-1]
OPTIONS = {"full": (), "plain": ("--plain",)}
FACES = pytest.mark.parametrize("face", list(OPTIONS))


def at_the_result(face: str, place: str = "") -> Walker:
    """A first contact at its result; the place is asked for where none is named."""
    named = {"SCREENING_PLACE": place}
    terminal = KeptTerminal("run", "first-contact", *OPTIONS[face], before=NOT_QUIET, environment=named)
    walker = Walker(terminal, plain=face == "plain")
    walker.past([stop for stop in FIRST_CONTACT if not place or stop.name != "place"])
    walker.at(RESULT if face == "full" else "Enter ends")
    return walker


@FACES
def test_one_key_leads_from_a_first_contact_into_the_full_screening_which_shows_what_was_told(face: str) -> None:
    walker = at_the_result(face)
    walker.give("f", "f")

    walker.at("Told already, for you alone")
    assert walker.terminal.shows("Who keeps the papers - Somebody has them, and the person cannot get them")
    walker.give("\r", "")
    walker.at("Find a private place.")
    walker.give("\r", "")
    walker.at("Agreement")
    walker.give("y", "y")
    # What the first contact did not ask of safety. Danger, the doctor, the age and life itself were told.
    walker.at("What happens if you come back late today")
    walker.terminal.send("\x03")
    assert walker.terminal.end() == 130


@FACES
def test_the_next_person_begins_at_the_same_place_and_nothing_of_the_last_one_is_on_the_screen(face: str) -> None:
    walker = at_the_result(face, "Hong Kong")
    walker.give("nn", "n")

    walker.at("For you, before you begin")
    assert RESULT not in walker.terminal.text()
    assert RESULT not in walker.terminal.scrollback()
    walker.terminal.send("\x03")
    assert walker.terminal.end() == 130


def test_one_press_for_the_next_person_only_says_what_a_second_one_does() -> None:
    terminal = at_the_result("full", "hk").terminal
    terminal.send("n")

    assert terminal.shows("Once more: the next person.")
    assert terminal.shows(RESULT)
    terminal.send("\x03")
    assert terminal.end() == 130


def test_a_place_that_is_named_is_not_asked_and_one_that_nobody_knows_is_told() -> None:
    terminal = at_once("run", "palermo", environment={"SCREENING_PLACE": "hk"})
    assert terminal.shows("Before you begin")
    terminal.send("\r")
    assert terminal.shows("Find a private place.")
    terminal.send("\x03")
    assert terminal.end() == 130

    wrong = at_once("run", "palermo", environment={"SCREENING_PLACE": "hkk"})
    assert wrong.end() == 2
    assert "Did you mean 'hk'?" in " ".join(wrong.text().split())
