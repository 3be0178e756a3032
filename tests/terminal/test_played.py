"""Somebody looks on: keys turn pages and show the next screen, and none of them answers."""

import pytest

from screening.language.catalog import ENGLISH
from screening.language.messages import gettext
from screening.show.lines import Line
from screening.terminal.frame import lay_out
from screening.terminal.pressing import press
from screening.terminal.screen import GO_ON, Choice, Input, Part, Screen
from screening.terminal.typed_input import understand
from screening.terminal.view_state import ViewState, first_view_state

CHOICES = (Choice("y", "yes", "Yes"), Choice("n", "no", "No"))
SCREEN = Screen("Papers", lines=(Line("lead", "Where are they?"),), choices=CHOICES, chosen=("no",), played="n")
RESULT = Screen("Result", parts=(Part("w", gettext("why"), (Line("text", "Because."),)),), played="")


@pytest.mark.parametrize("key", ["c-m", " ", "right", "pagedown"])
def test_going_on_shows_the_next_screen(key: str) -> None:
    assert press(SCREEN, first_view_state(SCREEN), key, 1) == GO_ON


@pytest.mark.parametrize("key", ["e", "q"])
def test_e_and_q_end_it_at_once(key: str) -> None:
    assert press(SCREEN, first_view_state(SCREEN), key, 1) == Input("finish")


@pytest.mark.parametrize("key", ["y", "n", "s", "b", "p", "f", "up", "down"])
def test_no_other_key_does_anything(key: str) -> None:
    after = press(SCREEN, first_view_state(SCREEN), key, 1)

    assert isinstance(after, ViewState)
    assert after.pointer == 1


def test_a_long_text_is_read_to_its_end_first_and_the_parts_of_a_result_are_a_letter_away() -> None:
    view = press(SCREEN, ViewState(), " ", 2)
    assert view == ViewState(page=1)
    assert press(SCREEN, ViewState(page=1), " ", 2) == GO_ON

    assert press(RESULT, ViewState(), " ", 3, {"w": 1}) == GO_ON
    assert press(RESULT, ViewState(), "w", 3, {"w": 1}) == ViewState(page=1)
    assert press(RESULT, ViewState(page=1), " ", 3, {"w": 1}) == ViewState(page=2)


def test_what_is_typed_stands_above_the_keys_that_do_something() -> None:
    frame = lay_out(SCREEN, first_view_state(SCREEN), 80, 24, ENGLISH)
    footer = "".join(row.text for row in frame.footer)

    assert frame.note == "Typed here: n"
    assert "Enter next screen" in footer
    assert "e end" in footer
    assert "choose" not in footer


@pytest.mark.parametrize(("typed", "given"), [("", GO_ON), ("e", Input("finish")), ("q", Input("finish")), ("n", None)])
def test_line_by_line_it_is_the_same(typed: str, given: Input | None) -> None:
    assert understand(SCREEN, typed) == given
