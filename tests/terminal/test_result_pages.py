"""A result to be read, from which the code and the answers can be reached."""

from msgspec.structs import replace

from screening.interview.answer_code import encode
from screening.reading.sets import find_set
from screening.show.lines import Line
from screening.terminal.result_pages import ResultPages
from screening.terminal.screen import GO_ON, Dialog, Part, Screen, TextDialog
from tests.terminal.talking import after, said

CODE = encode(find_set("first-contact"), {"danger-now": "no", "place": "hk"})
REVIEW = TextDialog(Screen("All answers once more"))

FIRST = Screen(lines=(Line("lead", "First."),))


def pages() -> ResultPages:
    return ResultPages(
        replace(FIRST, parts=(Part("d", "all steps", (Line("text", "In full."),)),)), lambda: CODE, lambda: REVIEW
    )


def test_the_first_page_comes_first_and_everything_after_it() -> None:
    screen = pages().screen()

    assert said(screen.lines) == "First."
    assert said(screen.more) == "In full."
    assert screen.last
    assert screen.choices == ()
    assert screen.keys == {"back", "pause"}


def test_a_pause_shows_the_code_and_the_way_back_to_the_result() -> None:
    dialog = pages()

    assert after(dialog, "PAUSE") is dialog
    assert all(group in said(dialog.screen().lines) for group in CODE.split("-"))
    assert "In full." not in said(dialog.screen().lines)
    assert dialog.screen().clears
    assert not dialog.screen().last
    assert after(dialog, "go_on") is dialog
    assert said(dialog.screen().lines) == "First."


def test_it_can_be_saved_where_that_is_offered_and_the_code_says_how() -> None:
    dialog = ResultPages(FIRST, lambda: CODE, lambda: REVIEW, save=lambda pages: pages)

    assert "save" in dialog.screen().keys
    assert after(dialog, "SAVE") is dialog
    assert dialog.screen().last
    after(dialog, "PAUSE")
    assert "press o" in said(dialog.screen().lines)
    after(dialog, "go_on")


def test_where_it_cannot_be_saved_nothing_says_so() -> None:
    dialog = pages()
    after(dialog, "PAUSE")

    assert "press o" not in said(dialog.screen().lines)


def test_the_code_can_be_shown_from_elsewhere_too() -> None:
    dialog = pages()

    assert dialog.with_code() is dialog
    assert all(group in said(dialog.screen().lines) for group in CODE.split("-"))


def test_back_leads_to_the_answers() -> None:
    assert after(pages(), "BACK") is REVIEW
    assert after(pages(), "PAUSE", "go_on", "BACK") is REVIEW


def test_where_there_are_numbers_the_card_for_the_person_is_a_key_away_and_leads_back() -> None:
    dialog = ResultPages(FIRST, lambda: CODE, lambda: REVIEW, lambda back: back)

    assert "card" in dialog.screen().keys
    assert after(dialog, "CARD") is dialog


def test_what_may_come_after_it_is_a_key_away_where_there_is_anything() -> None:
    in_full, following = TextDialog(Screen("In full")), TextDialog(Screen("Next"))
    given: list[Dialog] = []

    def begin(back_to: Dialog) -> Dialog:
        given.append(back_to)
        return in_full

    dialog = ResultPages(FIRST, lambda: CODE, lambda: REVIEW, in_full=begin, next_person=lambda: following)

    assert dialog.screen().keys == {"back", "pause", "in_full", "next_person"}
    assert after(dialog, "IN FULL") is in_full
    assert given == [dialog]
    assert after(dialog, "NEXT PERSON") is following


def test_after_it_nothing_comes() -> None:
    assert after(pages(), GO_ON) is None
