"""Whatever is begun from the menu leads back to it, and nothing of it is left on the terminal."""

import pytest

from tests.e2e.test_finding_a_service import at_the_menu, press
from tests.support.kept_terminal import at_once
from tests.support.terminal import Terminal
from tests.support.walks import walk

MENU = "What would you like to do?"
RESULT = "Result, for you alone"
# As the first contact is gone through to its result.
FIRST_CONTACT = walk("first-contact")[:-1]


def at_the_result(terminal: Terminal) -> None:
    press(terminal, "2")
    for stop in FIRST_CONTACT:
        assert terminal.shows(stop.sign), stop.name
        terminal.send(stop.keys)
    assert terminal.shows(RESULT)


def test_after_a_result_comes_the_menu_and_nothing_of_it_is_left() -> None:
    terminal = at_the_menu()
    at_the_result(terminal)
    said = {line.strip() for line in terminal.lines() if any(character.isalpha() for character in line)}

    press(terminal, "e")
    assert terminal.shows("leads to the menu")
    press(terminal, "e")

    assert terminal.shows(MENU)
    assert not said & {line.strip() for line in terminal.lines()}
    assert RESULT not in terminal.scrollback()
    # And another can be begun, which says nothing of the first.
    press(terminal, "2")
    assert terminal.shows("Before you begin")
    terminal.hit("ctrl-c")
    assert terminal.end() == 130


def test_a_screening_that_was_begun_by_its_command_ends_in_the_shell() -> None:
    terminal = at_once("run", "first-contact", environment={"SCREENING_PLACE": ""})
    for stop in FIRST_CONTACT:
        assert terminal.shows(stop.sign), stop.name
        terminal.send(stop.keys)
    assert terminal.shows(RESULT)
    press(terminal, "e")
    terminal.hit("e")

    assert terminal.end() == 0
    assert terminal.text().strip() == ""


def test_line_by_line_the_last_screen_is_read_before_the_menu_takes_its_place() -> None:
    terminal = at_the_menu("--plain")
    prompted(terminal, "2")
    for stop in FIRST_CONTACT:
        assert terminal.shows(stop.sign), stop.name
        prompted(terminal, stop.line)
    assert terminal.shows("Enter leads to the menu and forgets this.")
    prompted(terminal, "")

    assert terminal.shows(MENU)
    terminal.until_true(lambda: terminal.raw.endswith(b"> "))
    assert terminal.text().strip().startswith("Questions, and whom to call")
    assert terminal.scrollback().strip() == ""
    prompted(terminal, "9")
    assert terminal.end() == 0


@pytest.mark.parametrize(
    "passed",
    [
        [("6", "Which place?"), ("enter", "What is needed?"), ("2", "»  2"), ("enter", "Ask the person"),
         ("y", "Useful numbers"), ("b", "What is needed?"), ("b", "Anywhere else"), ("b", MENU)],
        [("8", "Glossary"), ("1", "In which language?"), ("2", "penampungan"), ("b", "In which language?"),
         ("b", "See an example"), ("b", MENU)],
        [("8", "Glossary"), ("2", "There are none"), ("enter", "See an example"), ("b", MENU)],
        [("7", "Type the answer code."), ("enter", MENU)],
    ],
    ids=["card", "glossary", "own sets", "code"],
)  # fmt: skip
def test_what_is_looked_at_leads_back_too(passed: list[tuple[str, str]]) -> None:
    terminal = at_the_menu(SCREENING_PATH="")
    for key, sign in passed:
        press(terminal, key)
        # What is pressed while a screen is still being painted is no answer to it.
        assert terminal.shows(sign), sign
        terminal.until_true(lambda: True)

    press(terminal, "9")


def prompted(terminal: Terminal, line: str) -> None:
    """Type a line when it is asked for; what is typed before is no answer."""
    terminal.until_true(lambda: terminal.raw.endswith(b"> "))
    terminal.send(f"{line}\r")
