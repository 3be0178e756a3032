"""What follows a result at a real terminal: the full screening, and the next person."""

import pytest

from tests.support.kept_terminal import at_once
from tests.support.terminal import Terminal
from tests.support.walks import walk

RESULT = "Result, for you alone"
ANSWERS = {"danger-now": "no", "age": "adult", "papers": "yes", "police": "no"}
FIRST_CONTACT = walk("first-contact", ANSWERS)[:-1]
OPTIONS = {"full": (), "plain": ("--plain",)}
FACES = pytest.mark.parametrize("face", list(OPTIONS))


def at_the_result(face: str, place: str = "") -> Terminal:
    """A first contact at its result; the place is asked for where none is named."""
    terminal = at_once("run", "first-contact", *OPTIONS[face], environment={"SCREENING_PLACE": place})
    for stop in FIRST_CONTACT:
        if place and stop.name == "place":
            continue
        assert terminal.shows(stop.sign), stop.name
        give(terminal, face, stop.keys, stop.line)
    assert terminal.shows(RESULT if face == "full" else "Enter ends.")
    return terminal


def give(terminal: Terminal, face: str, keys: str, line: str) -> None:
    terminal.send(keys if face == "full" else f"{line}\r")


@FACES
def test_one_key_leads_from_a_first_contact_into_the_full_screening_which_shows_what_was_told(face: str) -> None:
    terminal = at_the_result(face)
    give(terminal, face, "f", "f")

    assert terminal.shows("Told already, for you alone")
    assert terminal.shows("Who keeps the papers - Somebody has them, and the person cannot get them")
    give(terminal, face, "\r", "")
    assert terminal.shows("Find a private place.")
    give(terminal, face, "\r", "")
    assert terminal.shows("Is that all right?")
    give(terminal, face, "y", "y")
    # What the first contact did not ask of safety. Danger, the doctor, the age and life itself were told.
    assert terminal.shows("What happens if you come back late today")
    terminal.send("\x03")
    assert terminal.end() == 130


@FACES
def test_the_next_person_begins_at_the_same_place_and_nothing_of_the_last_one_is_on_the_screen(face: str) -> None:
    terminal = at_the_result(face, "Hong Kong")
    give(terminal, face, "nn", "n")

    assert terminal.shows("For you, before you begin")
    assert RESULT not in terminal.text()
    assert RESULT not in terminal.scrollback()
    terminal.send("\x03")
    assert terminal.end() == 130


def test_one_press_for_the_next_person_only_says_what_a_second_one_does() -> None:
    terminal = at_the_result("full", "hk")
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
