"""Taking a result along: it is said what that means, and nothing is written before a place was typed."""

import pytest

from screening.language.messages import Message, gettext
from screening.terminal.menu import Beginning
from screening.terminal.saving import Document, Kept, SaveAs, SaveOrPrint
from screening.terminal.screen import Dialog, Input, Screen, TextDialog
from tests.terminal.talking import after, everything_on, said

RESULT = TextDialog(Screen("Result"))
CODE = TextDialog(Screen("The code"))
REFUSED = gettext("there is no such folder.")


class Disk:
    """What would be written: what was typed, the name where only a folder was, and the text."""

    def __init__(self, *, refuses: int = 0, private: bool = True) -> None:
        self.calls: list[tuple[str, str, str]] = []
        self._refuses = refuses
        self._private = private

    def __call__(self, typed: str, name: str, text: str) -> Kept | Message:
        self.calls.append((typed, name, text))
        return REFUSED if len(self.calls) <= self._refuses else Kept(f"/home/me/{name}", self._private)


class Written:
    """A text that tells whether it was put together."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> str:
        self.times += 1
        return "what was told"


def saving(disk: Disk, text: Written | None = None, *, child: bool = False) -> SaveOrPrint:
    """The whole dialog, with one document and the code."""
    document = Document("A page", "page.html", text or Written())

    def save(chosen: Document, back_to: Dialog) -> Dialog:
        return SaveAs(chosen, disk, "/home/me", back_to)

    return SaveOrPrint([document], [Beginning("The code", lambda: CODE)], save, RESULT, child=child)


def test_first_it_says_in_a_few_lines_what_it_means_and_asks_whether_the_person_agrees() -> None:
    screen = saving(Disk()).screen()

    lines = said(screen.lines)
    assert len(screen.lines) <= 5
    assert "what the person told you" in lines
    assert all(keeper in lines for keeper in ("browser", "printer", "backup", "cloud"))
    assert "Delete it" in lines
    assert "Does the person agree?" in lines
    assert [choice.value for choice in screen.choices] == ["yes", "no"]


@pytest.mark.parametrize("child", [True, False])
def test_of_a_child_it_says_whom_to_ask(child: bool) -> None:
    assert ("child protection" in everything_on(saving(Disk(), child=child).screen())) is child


@pytest.mark.parametrize("given", ["no", "BACK"])
def test_who_does_not_agree_leads_back_to_the_result_and_nothing_is_written(given: str) -> None:
    disk, text = Disk(), Written()

    assert after(saving(disk, text), given) is RESULT
    assert disk.calls == []
    assert text.times == 0


def test_every_step_can_be_gone_back_from_and_nothing_is_written() -> None:
    disk, text = Disk(), Written()
    dialog = saving(disk, text)

    assert after(dialog, "yes", "BACK") is dialog
    assert [choice.value for choice in dialog.screen().choices] == ["yes", "no"]
    assert after(dialog, "yes", "1", "BACK") is RESULT
    assert disk.calls == []
    assert text.times == 0


def test_what_needs_no_file_is_offered_too() -> None:
    assert after(saving(Disk()), "yes", "2") is CODE


def test_it_is_written_where_it_was_typed_and_then_it_is_said_where_it_is_and_how_to_be_rid_of_it() -> None:
    disk = Disk()
    dialog = after(saving(disk), "yes", "1", Input("type", text="~/desk"))

    assert disk.calls == [("~/desk", "page.html", "what was told")]
    assert dialog is not None
    told = said(dialog.screen().lines)
    assert "/home/me/page.html" in told
    assert "Whoever shares the account" in told
    assert "open it in a browser" in told
    assert "delete the file" in told
    assert after(dialog, "ON") is RESULT
    assert len(disk.calls) == 1


def test_where_others_may_read_it_that_is_said() -> None:
    dialog = after(saving(Disk(private=False)), "yes", "1", Input("type", text="/usb"))

    assert dialog is not None
    told = said(dialog.screen().lines)
    assert "Others who use this computer may be able to open it" in told
    assert "Whoever shares the account" not in told


def test_where_it_cannot_be_written_one_line_says_why_and_it_is_asked_again() -> None:
    disk = Disk(refuses=1)
    dialog = after(saving(disk), "yes", "1", Input("type", text="/nowhere/a.html"))

    assert dialog is not None
    assert dialog.screen().entry
    assert dialog.screen().lines[0].text == REFUSED
    assert after(dialog, "BACK") is RESULT
    again = after(dialog, Input("type", text="."))
    assert again is not None
    assert not again.screen().entry
    assert [typed for typed, _, _ in disk.calls] == ["/nowhere/a.html", "."]


def test_the_entry_names_the_folder_and_the_file_and_warns_of_names_of_people() -> None:
    dialog = after(saving(Disk()), "yes", "1")

    assert dialog is not None
    told = said(dialog.screen().lines)
    assert "/home/me" in told
    assert "page.html" in told
    assert "Never one of a person" in told
