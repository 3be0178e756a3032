"""What can be begun, and how."""

from screening.show.lines import Line
from screening.terminal.menu import Beginning, Menu
from screening.terminal.screen import Input, Screen, TextDialog

TALK = TextDialog(Screen("A dialog"))
MENU = Menu(
    "What now?", [Line("lead", "Choose.")], [Beginning("Begin", lambda: TALK), Beginning("Leave", lambda: None)]
)


def test_each_beginning_has_a_number() -> None:
    screen = MENU.screen()

    assert (screen.heading, screen.lines) == ("What now?", (Line("lead", "Choose."),))
    assert [(choice.key, choice.label) for choice in screen.choices] == [("1", "Begin"), ("2", "Leave")]
    assert screen.keys == set()


def test_what_is_chosen_begins() -> None:
    assert MENU.take(Input("choose", "1")) is TALK
    assert MENU.take(Input("choose", "2")) is None


def test_nothing_is_begun_before_it_is_chosen() -> None:
    begun: list[str] = []
    menu = Menu("What now?", [], [Beginning("Begin", lambda: begun.append("it"))])

    assert menu.screen()
    assert begun == []
    assert menu.take(Input("choose", "1")) is None
    assert begun == ["it"]
