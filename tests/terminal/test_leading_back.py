"""What is begun from a menu leads back to it, and nothing of it is left."""

import gc
import io
import weakref
from typing import Any

import pytest

from screening.commands.session import Session
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.show.lines import Line
from screening.terminal.leading_back import LeadingBack
from screening.terminal.result_pages import ResultPages
from screening.terminal.screen import GO_ON, Dialog, Input, Screen, TextDialog
from tests.support.walks import Nobody
from tests.terminal.talking import after


class AtTerminal(io.StringIO):
    def isatty(self) -> bool:
        return True


MENU = TextDialog(Screen("Menu"))


class Two:
    """A dialog of two screens, of which the second is another dialog's."""

    def screen(self) -> Screen:
        return Screen("One", keys=frozenset({"back"}))

    def take(self, given: Input) -> Dialog | None:
        return TextDialog(Screen("Two", last=True)) if given == GO_ON else None


def begun() -> LeadingBack:
    return LeadingBack(Two(), lambda: MENU)


def test_it_goes_through_the_dialog_and_whatever_that_goes_on_with() -> None:
    dialog = begun()

    assert dialog.screen().heading == "One"
    assert after(dialog, "ON") is dialog
    assert dialog.screen() == Screen("Two", last=True, to_menu=True)


def test_what_was_chosen_by_mistake_is_left_with_one_key() -> None:
    dialog = LeadingBack(TextDialog(Screen("One")), lambda: MENU)

    assert dialog.screen().keys == {"back"}
    assert after(dialog, "BACK") is MENU
    begun = LeadingBack(Two(), lambda: MENU)
    begun.take(GO_ON)
    assert "back" not in begun.screen().keys


def test_where_it_is_over_the_menu_goes_on() -> None:
    assert after(begun(), "ON", "ON") is MENU
    assert after(begun(), "BACK") is MENU


def test_where_there_is_nothing_to_lead_back_to_it_ends() -> None:
    assert LeadingBack(Two(), lambda: None).take(Input("back")) is None


def test_of_a_screening_nothing_is_left_in_memory_when_the_menu_is_back() -> None:
    session = Session(Nobody(), ENGLISH)
    talk = session.screening(find_set("first-contact"))
    left = weakref.ref(talk)
    dialog: Dialog | None = session.leading_back(talk, lambda: MENU)
    del talk
    # The pause shows the code of what is recorded, and ends.
    dialog = after(dialog, "ON", "hk", "ON", "yes", "PAUSE", "end") if dialog is not None else None

    gc.collect()
    assert dialog is MENU
    assert left() is None


def test_of_a_result_nothing_is_left_either(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[weakref.ref[Dialog]] = []
    begin = ResultPages

    def noted(*given: Any, **named: Any) -> Dialog:
        pages = begin(*given, **named)
        kept.append(weakref.ref(pages))
        return pages

    monkeypatch.setattr("screening.commands.after_talk.ResultPages", noted)
    session = Session(Nobody(), ENGLISH, stdout=AtTerminal())
    dialog: Dialog | None = session.leading_back(session.screening(find_set("first-contact")), lambda: MENU)
    for _ in range(60):
        if dialog is MENU:
            break
        assert dialog is not None
        screen = dialog.screen()
        usual = screen.choices[0].value if screen.choices else ""
        dialog = dialog.take(Input("choose", usual) if screen.choices else GO_ON)

    gc.collect()
    assert dialog is MENU
    assert [each() for each in kept] == [None]


def test_lines_are_kept_as_they_are() -> None:
    dialog = LeadingBack(TextDialog(Screen("One", lines=(Line("text", "x"),))), lambda: MENU)

    assert dialog.screen() == Screen("One", lines=(Line("text", "x"),), keys=frozenset({"back"}))
