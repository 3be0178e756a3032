"""How many keys it takes, at a real terminal, until there is a number to call."""

from functools import partial

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from tests.support.kept_terminal import at_once
from tests.support.terminal import Terminal

MENU = "What would you like to do?"
# Of the hostel for men.
A_BED_FOR_A_MAN = "2362 7350"
SEVENTH = "7  A safe place to stay"


def at_the_menu(*arguments: str, **environment: str) -> Terminal:
    terminal = at_once(*arguments, environment={"SCREENING_PLACE": "", **environment})
    assert terminal.shows(MENU)
    return terminal


def differs(terminal: Terminal, before: str) -> bool:
    return terminal.text() != before


def press(terminal: Terminal, *keys: str) -> int:
    """Press keys, each when the last one was answered; how many they are."""
    for key in keys:
        before = terminal.text()
        terminal.hit(key)
        terminal.until_true(partial(differs, terminal, before))
    return len(keys)


def test_a_bed_for_a_man_takes_six_keys_from_the_menu_and_its_number_is_on_the_first_page() -> None:
    terminal = at_the_menu()

    count = press(terminal, "5", "enter", "7", "enter")
    assert terminal.shows("Whom to call: Hong Kong")
    assert "In danger now: 999" in terminal.text()
    assert "+852 2343 2255" in terminal.text()
    # A man, and of age: in whichever order that is asked.
    count += press(terminal, "2", "2")

    assert count <= 6
    assert terminal.shows(A_BED_FOR_A_MAN)
    assert "In danger now: 999" in terminal.text()
    assert "Harmony House" not in terminal.text()


def test_where_the_place_is_known_it_takes_five() -> None:
    terminal = at_the_menu(SCREENING_PLACE="hk")

    assert press(terminal, "5", "7", "enter", "2", "2") == 5
    assert terminal.shows(A_BED_FOR_A_MAN)


def test_a_need_is_found_by_typing_a_part_of_its_name_with_letters_that_are_keys_elsewhere() -> None:
    terminal = at_the_menu("--place", "hong kong")

    press(terminal, "5", "/", "s", "e", "x")
    assert "Rights and health for people who sell sex" in terminal.text()
    assert SEVENTH not in terminal.text()
    press(terminal, "escape")
    assert terminal.shows(SEVENTH)


@pytest.mark.parametrize("keys", [["e", "e"], ["escape"]], ids=str)
def test_from_the_list_one_comes_back_to_the_menu_and_not_to_the_shell(keys: list[str]) -> None:
    terminal = at_the_menu(SCREENING_PLACE="hk")

    press(terminal, "5", "7", "enter", "f")
    assert terminal.shows("Page 1 of")
    press(terminal, *keys)

    assert terminal.shows(MENU)
    assert A_BED_FOR_A_MAN not in terminal.text()


def test_line_by_line_two_lines_lead_to_numbers_and_one_back_to_the_menu() -> None:
    terminal = at_the_menu("--plain", SCREENING_PLACE="hk")

    for line, sign in (
        ("5", "discrimination and harassment"),
        ("shelter", "2343 2255"),
        ("2", "2343 2255"),
        ("2", A_BED_FOR_A_MAN),
        ("m", MENU),
    ):
        # What is typed before it is asked for is no answer.
        terminal.until_true(lambda: terminal.raw.endswith(b"> "))
        terminal.send(f"{line}\r")
        assert terminal.shows(sign)
