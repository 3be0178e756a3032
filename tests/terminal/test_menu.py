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


def test_a_part_of_a_menu_leads_back_to_the_whole() -> None:
    part = Menu("More", [], [Beginning("Begin", lambda: TALK)], back_to=MENU)

    assert part.screen().keys == {"back"}
    assert part.take(Input("back")) is MENU
    assert part.take(Input("choose", "1")) is TALK


def test_where_there_is_nothing_to_choose_there_is_the_way_back() -> None:
    assert Menu("None", [], [], back_to=MENU).take(Input("go_on")) is MENU


def test_more_than_nine_can_be_narrowed_down() -> None:
    assert Menu("Many", [], [Beginning(f"{number}", lambda: TALK) for number in range(10)]).screen().filters
    assert not MENU.screen().filters


def test_a_menu_after_a_talk_leaves_nothing_of_it_on_the_screen() -> None:
    assert Menu("What now?", [], [], forgets=True).screen().forgets
    assert not MENU.screen().forgets
