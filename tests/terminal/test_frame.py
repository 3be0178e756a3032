"""What a full screen looks like: it fits, nothing is lost, and no word is torn."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from wcwidth import width as cell_len

from screening.language.catalog import ENGLISH
from screening.show.lines import Line
from screening.terminal.frame import Frame, lay_out
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.view_state import (
    CHOOSE_FIRST,
    END_ONCE_MORE,
    LAST_PAGE,
    MARK_FIRST,
    NOT_HERE,
    NOTHING_POINTED,
    ViewState,
    first_view_state,
    press,
)
from tests.support.hidden import EVERY_ONE, SPEAKS, hidden_in
from tests.support.thorough import one_in
from tests.terminal.talking import screens, some

PREFIXES = {"do": ["-"], "item": ["-"], "avoid": ["x"]}
POINTER = 3
COLUMNS, ROWS = st.integers(40, 200), st.integers(12, 60)
NARROW = st.integers(20, 39)


def frames(screen: Screen, view: ViewState, columns: int, rows: int) -> Iterator[Frame]:
    """Every page of a screen."""
    pages = lay_out(screen, view, columns, rows, ENGLISH).pages
    return (lay_out(screen, replace(view, page=page), columns, rows, ENGLISH) for page in range(pages))


def body(screen: Screen, columns: int, rows: int, view: ViewState | None = None) -> str:
    """The text of every page."""
    seen = frames(screen, view or first_view_state(screen), columns, rows)
    return "\n".join(row.text for frame in seen for row in frame.body)


def titles(screen: Screen, columns: int = 80, view: ViewState | None = None) -> list[str | None]:
    """The choices as they are listed."""
    return lay_out(screen, view or first_view_state(screen), columns, 24, ENGLISH).titles


def painted_rows(frame: Frame) -> int:
    """The rows that a frame takes on the terminal."""
    listed = 1 + frame.titles_height if frame.titles_height else 0
    return len(frame.header) + 1 + frame.body_height + listed + 1 + len(frame.footer)


def words_of(line: Line) -> list[str]:
    """A line's words, after what stands before a line of its kind."""
    return [*PREFIXES.get(line.kind, []), *ENGLISH.render(line.text).split()]


def in_one(words: list[str]) -> str:
    """Words without what stands between them: one that no row can hold is torn."""
    return "".join(words)


# --- over random screens and sizes -----------------------------------------------------------------------------------


@some
@given(screens(), st.booleans(), COLUMNS, ROWS)
def test_every_page_fits_into_the_terminal(screen: Screen, in_help: bool, columns: int, rows: int) -> None:
    for frame in frames(screen, replace(first_view_state(screen), help=in_help), columns, rows):
        assert painted_rows(frame) <= rows
        assert len(frame.body) <= frame.body_height
        assert frame.margin + frame.width <= columns


@some
@given(screens(), COLUMNS, ROWS)
def test_where_something_is_typed_there_is_a_row_for_it(screen: Screen, columns: int, rows: int) -> None:
    entry = Screen(screen.heading, screen.progress, screen.lines, entry=True)
    for frame in frames(entry, ViewState(), columns, rows):
        assert frame.titles_height >= 1
        assert painted_rows(frame) <= rows


def _too_wide(frame: Frame) -> list[str]:
    rows = [row.text for row in (*frame.header, *frame.body, *frame.footer)]
    for title in frame.titles:
        first, *others = (title or "").split("\n")
        rows += [" " * POINTER + first, *others]
    return [row for row in rows if cell_len(row) > frame.width]


@some
@given(screens(), st.booleans(), COLUMNS, ROWS)
def test_no_row_is_wider_than_the_text_may_be(screen: Screen, in_help: bool, columns: int, rows: int) -> None:
    for frame in frames(screen, replace(first_view_state(screen), help=in_help), columns, rows):
        assert _too_wide(frame) == []


@some
@given(screens(), NARROW, st.integers(8, 60))
def test_no_row_is_too_wide_on_a_terminal_that_was_made_narrow(screen: Screen, columns: int, rows: int) -> None:
    for frame in frames(screen, first_view_state(screen), columns, rows):
        assert _too_wide(frame) == []


@some
@given(screens(), st.integers(20, 200), st.integers(8, 60))
def test_every_word_of_the_text_is_on_some_page_in_its_order(screen: Screen, columns: int, rows: int) -> None:
    words = [word for line in (*screen.lines, *screen.more) for word in words_of(line)]

    assert in_one(body(screen, columns, rows).split()) == in_one(words)


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys", [set(), {"back", "pause"}, {"back", "pause", "finish"}], ids=["bare", "result", "card"]
)
@pytest.mark.parametrize("last", [True, False], ids=["last", ""])
def test_turning_the_pages_loses_and_repeats_nothing_at_any_width(keys: set[Key], last: bool) -> None:
    text = Line("text", " ".join(f"word-{number}" for number in range(400)))
    screen = Screen("Result", lines=(Line("lead", "First."),), more=(text,), keys=frozenset(keys), last=last)

    # The keys below take another row on some pages, at some widths.
    for columns in one_in(3, range(40, 101)):
        assert body(screen, columns, 16).split() == ["First.", *ENGLISH.render(text.text).split()], columns


@some
@given(screens(), st.integers(20, 200), st.integers(8, 60))
def test_a_word_that_fits_is_not_broken(screen: Screen, columns: int, rows: int) -> None:
    room = max(20, min(columns - 2, 96)) - 4
    words = [word for line in (*screen.lines, *screen.more) for word in words_of(line) if cell_len(word) <= room]

    assert not Counter(words) - Counter(body(screen, columns, rows).split())


@some
@given(screens(), st.integers(20, 200), st.integers(8, 60))
def test_every_choice_is_listed_in_full(screen: Screen, columns: int, rows: int) -> None:
    frame = lay_out(screen, first_view_state(screen), columns, rows, ENGLISH)
    listed = [title for title in frame.titles if title is not None]

    assert len(listed) == len(screen.choices)
    for title, choice in zip(listed, screen.choices, strict=True):
        assert in_one(title.split()).endswith(in_one(ENGLISH.render(choice.label).split()))


@some
@given(screens(), COLUMNS, ROWS)
def test_the_help_says_all_of_its_own_and_what_the_keys_do(screen: Screen, columns: int, rows: int) -> None:
    told = in_one(body(screen, columns, rows, ViewState(help=True)).split())

    assert told.startswith(in_one([word for line in screen.help for word in words_of(line)]))
    assert "Ctrl-Cendsatonce" in told


@some
@given(screens(), COLUMNS, ROWS)
def test_the_first_page_is_the_same_whatever_comes_after_it(screen: Screen, columns: int, rows: int) -> None:
    alone, whole = (lay_out(each, ViewState(), columns, rows, ENGLISH) for each in (replace(screen, more=()), screen))

    assert whole.body == alone.body


# --- what is said below the text -------------------------------------------------------------------------------------


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_every_hint_fits_into_its_row(columns: int) -> None:
    for hint in (NOT_HERE, CHOOSE_FIRST, MARK_FIRST, LAST_PAGE):
        frame = lay_out(Screen(lines=(Line("text", "x"),)), ViewState(hint=hint), columns, 24, ENGLISH)

        assert cell_len(frame.note) <= frame.width, hint


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_what_is_said_about_pages_and_choices_fits_into_its_row(columns: int) -> None:
    many_choices = tuple(Choice(str(number), f"v{number}", "A label") for number in range(1, 20))
    frame = lay_out(
        Screen(lines=(Line("text", "word " * 200),), choices=many_choices), ViewState(), columns, 12, ENGLISH
    )

    assert frame.pages > 1
    assert "More: arrows." in frame.note
    assert cell_len(frame.note) <= frame.width


def test_a_text_of_several_pages_says_which_page_it_is() -> None:
    text = Screen(lines=(Line("text", "word " * 500),))

    assert lay_out(text, ViewState(), 80, 12, ENGLISH).note.startswith("Page 1 of ")
    assert lay_out(text, ViewState(page=2), 80, 12, ENGLISH).note.startswith("Page 3 of ")
    assert lay_out(text, ViewState(page=2, hint=NOT_HERE), 80, 12, ENGLISH).note == ENGLISH.render(NOT_HERE)
    assert lay_out(Screen(lines=(Line("text", "word"),)), ViewState(), 80, 12, ENGLISH).note == ""


def test_after_the_terminal_grew_the_last_page_is_shown() -> None:
    text = Screen(lines=(Line("text", "word " * 500),))
    far = lay_out(text, ViewState(), 40, 12, ENGLISH).pages - 1

    assert lay_out(text, ViewState(page=far), 120, 40, ENGLISH).body


def footer(screen: Screen, columns: int = 80, rows: int = 24, view: ViewState | None = None) -> str:
    return "  ".join(
        row.text for row in lay_out(screen, view or first_view_state(screen), columns, rows, ENGLISH).footer
    )


YES_NO = (Choice("y", "yes", "Yes"), Choice("n", "no", "No"))
LONG = (Line("text", "word " * 500),)


@pytest.mark.parametrize(
    ("screen", "keys"),
    [
        (Screen(lines=(Line("text", "x"),)), "Enter go on  ? help"),
        (Screen(lines=LONG), "Enter next page  ? help"),
        (Screen(choices=YES_NO), "Enter choose  ? help"),
        (Screen(choices=YES_NO, several=True), "Space mark  Enter done  ? help"),
        (Screen(lines=(Line("text", "x"),), last=True), "e end  ? help"),
        (Screen(lines=LONG, last=True), "Enter next page  e end  ? help"),
        (Screen(choices=YES_NO, keys=frozenset({"back", "skip"})), "Enter choose  s skip  b back  ? help"),
        (
            Screen(lines=(Line("text", "x"),), keys=frozenset({"finish", "pause"})),
            "Enter go on  p pause  f finish  ? help",
        ),
        (Screen(entry=True), "Enter done  Enter alone: leave  Ctrl-Z hide"),
        (Screen(entry=True, keys=frozenset({"back"})), "Enter done  Enter alone: back  Ctrl-Z hide"),
        (Screen(lines=(*LONG, Line("heading", "x"), *LONG), last=True), "Enter next page  n next part  e end  ? help"),
    ],
)
def test_the_footer_names_the_keys_that_do_something_here(screen: Screen, keys: str) -> None:
    ways_out = "  Ctrl-C end" if screen.entry else "  x hide  Ctrl-C end"

    assert footer(screen) == f"{keys}{ways_out}"


@some
@given(screens(), COLUMNS, ROWS)
def test_every_key_that_the_footer_names_does_something(screen: Screen, columns: int, rows: int) -> None:
    codes = {"Enter": "c-m", "PageUp": "pageup", "Space": " "}
    for number, frame in enumerate(frames(screen, first_view_state(screen), columns, rows)):
        view = replace(first_view_state(screen), page=number, pointer=0 if screen.choices else NOTHING_POINTED)
        named = [name for row in frame.footer for name in row.text.split("  ")]
        for key in [name.split(" ")[0] for name in named if name not in {"x hide", "Ctrl-C end"}]:
            done = press(screen, view, codes.get(key, key), frame.pages, frame.parts)
            assert not isinstance(done, ViewState) or done.hint in {"", MARK_FIRST, END_ONCE_MORE}


# --- looks -----------------------------------------------------------------------------------------------------------


def test_the_text_stands_in_the_middle_of_a_wide_terminal() -> None:
    wide, narrow = (lay_out(Screen(lines=LONG), ViewState(), columns, 24, ENGLISH) for columns in (200, 60))

    assert (wide.width, wide.margin) == (96, 52)
    assert (narrow.width, narrow.margin) == (58, 1)


def test_the_progress_stands_at_the_right_or_below_where_there_is_no_room() -> None:
    screen = Screen("Freedom and control", "section 4 of 7")

    assert [row.text for row in lay_out(screen, ViewState(), 40, 24, ENGLISH).header] == [
        "Freedom and control     section 4 of 7"
    ]
    assert [row.text for row in lay_out(screen, ViewState(), 34, 24, ENGLISH).header] == [
        "Freedom and control",
        "section 4 of 7",
    ]


def test_doubt_stands_apart_from_the_other_answers() -> None:
    doubt = Choice("u", "unclear", "Unclear", undecided=True, apart=True)

    assert titles(Screen(choices=(*YES_NO, doubt))) == ["y  Yes", "n  No", None, "u  Unclear"]
    assert titles(Screen(choices=(doubt,))) == ["u  Unclear"]


def test_what_stands_recorded_is_marked() -> None:
    assert titles(Screen(choices=YES_NO, chosen=("no",))) == ["y    Yes", "n  * No"]
    assert titles(Screen(choices=YES_NO, chosen=("no",), several=True)) == ["y  [ ] Yes", "n  [x] No"]


def test_a_number_that_cannot_be_pressed_is_not_shown() -> None:
    ten = tuple(Choice(str(number), f"v{number}", f"Label {number}") for number in range(1, 11))
    doubt = Choice("u", "unclear", "Unclear", undecided=True, apart=True)

    assert titles(Screen(choices=(*ten, doubt)))[9:] == ["   Label 10", None, "u  Unclear"]


def test_a_key_of_more_than_one_letter_is_not_shown() -> None:
    assert titles(Screen(choices=(Choice("f", "a", "Stop"), Choice("go on", "b", "Go on")))) == ["f  Stop", "   Go on"]


def test_a_long_label_goes_on_below_itself() -> None:
    (title,) = titles(Screen(choices=(Choice("1", "a", "word " * 12),)), columns=40)

    assert title is not None
    first, second = title.split("\n")
    assert first.startswith("1  word")
    assert second.startswith(" " * (POINTER + 3) + "word")


@pytest.mark.parametrize("key", ["1", "3", "u"])
def test_whatever_is_marked_is_seen_to_be(key: str) -> None:
    numbers = (Choice("1", "a", "A"), Choice("2", "b", "B"), Choice("3", "none", "None", alone=True))
    screen = Screen(choices=(*numbers, Choice("u", "unclear", "Unclear", undecided=True)), several=True)
    place = [choice.key for choice in screen.choices].index(key)
    view = ViewState(pointer=place)
    marked = press(screen, view, " ", pages=1)

    assert isinstance(marked, ViewState)
    assert marked.ticked
    assert titles(screen, view=marked) != titles(screen, view=view)


def test_chinese_and_thai_keep_their_width_and_their_vowels() -> None:
    chinese, thai = "社會福利署熱線 " * 12, "ความช่วยเหลือ ผู้หญิง " * 12
    screen = Screen("幫助", lines=(Line("text", chinese), Line("item", thai)))
    frame = lay_out(screen, ViewState(), 44, 40, ENGLISH)

    assert all(cell_len(row.text) <= frame.width for row in frame.body)
    assert " ".join(row.text.strip() for row in frame.body).split() == [*chinese.split(), "-", *thai.split()]
    # Three words of fourteen cells do not fit, two do.
    assert frame.body[0].text == "社會福利署熱線 社會福利署熱線"


@pytest.mark.parametrize("help_", [False, True], ids=["screen", "help"])
def test_nothing_on_a_screen_speaks_turns_or_hides_and_everything_has_its_width(help_: bool) -> None:
    text = f"{SPEAKS} {''.join(EVERY_ONE[:300])}"
    choices = (Choice("1", SPEAKS, text), Choice("2", "b", SPEAKS))
    lines = (Line("lead", text), Line("item", SPEAKS))
    screen = Screen(SPEAKS, "section 1 of 2", lines, (), choices, chosen=(SPEAKS,), help=lines)

    for frame in frames(screen, ViewState(help=help_), 60, 30):
        rows = [row.text for row in (*frame.header, *frame.body, *frame.footer)]
        for text in (*rows, *(line for title in frame.titles if title for line in title.split("\n")), frame.note):
            assert not hidden_in(text)
            assert "\n" not in text
            assert cell_len(text) <= 60
