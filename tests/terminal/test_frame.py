"""What a full screen looks like: it fits, nothing is lost, and no word is torn."""

import re
from collections import Counter
from collections.abc import Iterator
from gettext import NullTranslations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from wcwidth import width as cell_len

from screening.language.catalog import ENGLISH, Catalog
from screening.show.line_breaks import has_no_blanks
from screening.show.lines import Line
from screening.terminal.choices import keyed, undecided_choices
from screening.terminal.frame import Frame, lay_out
from screening.terminal.hints import CHOOSE_FIRST, END_ONCE_MORE, END_TO_MENU, LAST_PAGE, MARK_FIRST, NOT_HERE
from screening.terminal.pressing import press
from screening.terminal.screen import Choice, Key, Part, Screen
from screening.terminal.view_state import NOTHING_POINTED, ViewState, first_view_state
from tests.support.hidden import EVERY_ONE, SPEAKS, hidden_in
from tests.support.thorough import one_in
from tests.terminal.talking import screens, some

PREFIXES = {"do": ["-"], "item": ["-"], "avoid": ["!"], "never": ["!"]}
POINTER = 3
COLUMNS, ROWS = st.integers(40, 200), st.integers(12, 60)
NARROW = st.integers(20, 39)


def frames(screen: Screen, view: ViewState, columns: int, rows: int) -> Iterator[Frame]:
    """Every page of a screen."""
    pages = lay_out(screen, view, columns, rows, ENGLISH).pages
    return (lay_out(screen, replace(view, page=page, help_page=page), columns, rows, ENGLISH) for page in range(pages))


def body(screen: Screen, columns: int, rows: int, view: ViewState | None = None) -> str:
    """The text of every page."""
    seen = frames(screen, view or first_view_state(screen), columns, rows)
    return "\n".join(row.text for frame in seen for row in frame.body)


def titles(screen: Screen, columns: int = 80, view: ViewState | None = None) -> list[str | None]:
    """The choices as they are listed."""
    return listed(lay_out(screen, view or first_view_state(screen), columns, 24, ENGLISH))


def listed(frame: Frame) -> list[str | None]:
    """The choices of a frame, row for row; None for a blank row."""
    found: list[str | None] = []
    for row in frame.choices.rows:
        if row.begins:
            found.append(None if row.kind is None else row.text.rstrip())
        else:
            found[-1] = f"{found[-1]}\n{row.text}"
    return found


def painted_rows(frame: Frame) -> int:
    """The rows that a frame takes on the terminal."""
    chosen = 1 + frame.choices_height if frame.choices_height else 0
    return len(frame.header) + 1 + frame.body_height + chosen + 1 + len(frame.footer)


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
        assert frame.choices_height >= 1
        assert painted_rows(frame) <= rows


def _too_wide(frame: Frame) -> list[str]:
    rows = [row.text for row in (*frame.header, *frame.body, *frame.footer)]
    rows += [" " * (frame.choices_indent + POINTER) + row.text for row in frame.choices.rows]
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
    # What is marked stays above the answers, so that a small screen has it on every page.
    screen = replace(screen, lines=tuple(line for line in screen.lines if line.kind != "mark"))
    words = [word for line in (*screen.lines, *screen.more) for word in words_of(line)]

    assert in_one(body(screen, columns, rows).split()) == in_one(words)


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys", [set(), {"back", "pause"}, {"back", "pause", "finish"}], ids=["bare", "result", "card"]
)
@pytest.mark.parametrize("last", [True, False], ids=["last", ""])
def test_turning_the_pages_loses_and_repeats_nothing_at_any_width(keys: set[Key], last: bool) -> None:
    text = Line("text", " ".join(f"word-{number}" for number in range(400)))
    screen = Screen(
        "Result", lines=(Line("lead", "First."),), parts=(Part("d", "all", (text,)),), keys=frozenset(keys), last=last
    )

    # The keys below take another row on some pages, at some widths.
    for columns in one_in(3, range(40, 101)):
        assert body(screen, columns, 16).split() == ["First.", *ENGLISH.render(text.text).split()], columns


@some
@given(screens(), st.integers(20, 200), st.integers(8, 60))
def test_a_word_that_fits_is_not_broken(screen: Screen, columns: int, rows: int) -> None:
    room = max(20, min(columns - 2, 96)) - 4 - (3 if columns > 50 else 0)
    # A word between two blanks is one; where there are none between words, tests/show/test_wrapping.py says what holds.
    words = [
        word
        for line in (*screen.lines, *screen.more)
        for word in words_of(line)
        if cell_len(word) <= room and not has_no_blanks(word)
    ]

    assert not Counter(words) - Counter(body(screen, columns, rows).split())


@some
@given(screens(), st.integers(20, 200), st.integers(8, 60))
def test_every_choice_is_listed_in_full(screen: Screen, columns: int, rows: int) -> None:
    frame = lay_out(screen, first_view_state(screen), columns, rows, ENGLISH)
    said = in_one(" ".join(title for title in listed(frame) if title is not None).split())

    for choice in screen.choices:
        label = in_one(ENGLISH.render(choice.label).split())
        assert label in said
        # In the order in which they are chosen.
        said = said[said.index(label) + len(label) :]


@some
@given(screens(), COLUMNS, ROWS)
def test_the_help_says_all_of_its_own_and_what_the_keys_do(screen: Screen, columns: int, rows: int) -> None:
    told = in_one(body(screen, columns, rows, ViewState(help=True)).split())

    assert told.startswith(in_one([word for line in screen.help for word in words_of(line)]))
    assert "Ctrl-Cendsatonce" in told


@some
@given(screens(), COLUMNS, ROWS)
def test_the_first_page_is_the_same_whatever_comes_after_it(screen: Screen, columns: int, rows: int) -> None:
    alone, whole = (lay_out(each, ViewState(), columns, rows, ENGLISH) for each in (replace(screen, parts=()), screen))

    # In a small window the keys of the parts may take another row, and then the text has one less.
    assert whole.body == alone.body or len(whole.footer) > len(alone.footer)


# --- how the rows are shared -----------------------------------------------------------------------------------------


def of_rows(text: int, labels: int, label: str = "A label") -> Screen:
    """So many rows of text over so many choices."""
    lines = tuple(Line("text", f"row-{number}") for number in range(text))
    return Screen("Heading", lines=lines, choices=tuple(Choice("-", f"v{each}", label) for each in range(labels)))


@pytest.mark.parametrize(
    ("screen", "text", "choices", "pages"),
    [
        # A heading, a rule below it, another one above the keys, and those: 20 rows are left. Above choices one is blank.
        (of_rows(1, 0), 20, 0, 1),
        (of_rows(0, 3), 1, 3, 1),
        # What is short has a blank row more, below the rule.
        (of_rows(4, 3), 5, 3, 1),
        (of_rows(15, 3), 16, 3, 1),
        (of_rows(16, 3), 16, 3, 1),
        (of_rows(17, 3), 16, 3, 2),
        (of_rows(1, 30), 1, 18, 1),
        (of_rows(5, 30), 5, 14, 1),
        (of_rows(30, 30), 10, 9, 3),
        (of_rows(30, 1, "word " * 150), 8, 11, 4),
        (of_rows(30, 1, "word " * 400), 1, 18, 30),
    ],
    ids=[
        *(
            "text-alone",
            "no-text",
            "both",
            "both-and-air",
            "both-just",
            "more-text",
            "more-choices",
            "text-whole",
            "half-each",
        ),
        *("choice-whole", "choice-too-tall"),
    ],
)
def test_choices_give_way_to_the_text_down_to_a_half_but_one_is_always_seen_whole(
    screen: Screen, text: int, choices: int, pages: int
) -> None:
    frame = lay_out(screen, ViewState(), 80, 24, ENGLISH)

    assert (frame.body_height, frame.choices_height, frame.pages) == (text, choices, pages)


def question_of(options: int, *, label: str = "An answer", asked: int = 2, then: int = 2, mark: int = 1) -> Screen:
    """A question with a second line, in so many rows each, over so many answers."""
    row = "word " * 14
    lines = (Line("lead", row * asked), Line("text", row * then), Line("paragraph", row * mark))
    named = ((f"v{number}", label) for number in range(options))
    return Screen("Heading", "section 2 of 7", lines, (), (*keyed(named), *undecided_choices("unclear", {})), keys=ALL)


ALL: frozenset[Key] = frozenset({"skip", "back", "finish", "pause", "hand_over"})
SEEN_WHOLE: dict[str, tuple[Screen, int, int]] = {
    # How many blank rows are left: above the mark, and above what can always be answered. Where several can be marked
    # there are more keys, and a row less.
    "nine-answers": (question_of(9), 2, 2),
    "nine-answers-and-a-longer-question": (question_of(9, asked=3), 2, 2),
    "nine-answers-and-a-long-question": (question_of(9, asked=3, then=2, mark=2), 2, 1),
    "nine-answers-and-the-longest-question": (question_of(9, asked=3, then=2, mark=3), 1, 0),
    "eight-answers-two-of-them-long": (question_of(4, label="word " * 20, asked=3), 2, 2),
}


@pytest.mark.parametrize(("screen", "one", "several"), SEEN_WHOLE.values(), ids=SEEN_WHOLE)
def test_a_question_gives_up_its_blank_rows_to_be_seen_whole(screen: Screen, one: int, several: int) -> None:
    for blank, each in ((one, screen), (several, replace(screen, several=True))):
        frame = lay_out(each, ViewState(), 80, 24, ENGLISH)

        assert (frame.pages, frame.choices_height) == (1, len(frame.choices.rows))
        assert [row.kind for row in frame.body].count(None) + listed(frame).count(None) == blank


def test_what_is_marked_stands_above_its_answers_on_every_page_of_a_small_terminal() -> None:
    lines = (Line("paragraph", "Say first: " + "word " * 40), Line("lead", "Ask: x"), Line("mark", "Mark: where it is"))
    screen = Screen("Heading", lines=lines, choices=(*YES_NO, *undecided_choices("unclear", {})), keys=ALL)
    shown = list(frames(screen, ViewState(), 50, 14))

    assert len(shown) > 1
    assert [frame.body[-1].text for frame in shown] == ["Mark: where it is"] * len(shown)
    assert all(painted_rows(frame) <= 14 for frame in shown)


def test_what_cannot_be_seen_whole_keeps_its_blank_rows() -> None:
    frame = lay_out(question_of(9, asked=5), ViewState(), 80, 24, ENGLISH)

    assert None in listed(frame)


@pytest.mark.parametrize(("text", "height"), [(1, 4), (15, 4), (18, 4), (30, 8)])
def test_what_is_typed_has_four_rows_and_never_the_last_one_of_the_text(text: int, height: int) -> None:
    entry = Screen(lines=of_rows(text, 0).lines, entry=True)
    frame = lay_out(entry, ViewState(), 80, 24, ENGLISH)

    assert frame.choices_height == 4
    # A short one has a blank row above it.
    assert frame.body_height == min(text + (text < 15), 15)
    assert lay_out(entry, ViewState(help=True), 80, 24, ENGLISH).choices_height == 0


def test_on_the_smallest_terminal_a_row_of_text_and_a_row_to_choose_are_left() -> None:
    screen = replace(of_rows(9, 9), keys=frozenset({"skip", "back", "pause", "finish"}))
    frame = lay_out(screen, ViewState(), 10, 1, ENGLISH)

    assert (frame.width, frame.margin) == (20, 0)
    assert (frame.body_height, frame.choices_height) == (1, 1)


@pytest.mark.parametrize("last", [True, False], ids=["last", ""])
def test_every_page_has_room_for_the_most_keys_that_any_has(last: bool) -> None:
    text = Line("text", "word " * 80)
    screen = Screen("Result", lines=(text, Line("heading", "A part"), text), last=last)
    # At some widths the keys take another row on some pages.
    for columns in range(40, 100):
        for keys in (frozenset[Key](), frozenset[Key]({"back", "pause"})):
            seen = list(frames(replace(screen, keys=keys), ViewState(), columns, 12))

            assert {frame.pages for frame in seen} == {len(seen)}
            assert max(painted_rows(frame) for frame in seen) <= 12


def test_room_is_left_for_the_words_of_the_last_page_where_they_are_longer() -> None:
    class Wordy(NullTranslations):
        def gettext(self, message: str) -> str:
            return "Enter geht zum allernaechsten Bildschirm weiter" if message == "Enter go on" else message

    wordy = Catalog("de", Wordy())
    for columns in range(50, 80):
        pages = lay_out(Screen(lines=LONG), ViewState(), columns, 12, wordy).pages
        at_the_end = lay_out(Screen(lines=LONG), ViewState(page=pages - 1), columns, 12, wordy)

        assert painted_rows(at_the_end) == 12


def test_every_part_begins_on_a_page_of_its_own() -> None:
    screen = Screen(lines=of_rows(25, 0).lines, parts=(Part("d", "all", (Line("text", "more"),)),))
    first, second, third = frames(screen, ViewState(), 80, 24)

    assert [row.text for row in first.body] == [f"row-{number}" for number in range(20)]
    assert [row.text for row in second.body] == [f"row-{number}" for number in range(20, 25)]
    assert [row.text for row in third.body] == ["more"]
    assert third.parts == {"d": 2}


# --- help ------------------------------------------------------------------------------------------------------------

HELP = ViewState(help=True)
PASSING = {
    "one": "- A letter or number answers at once; so do the arrow keys and Enter.",
    "several": "- A letter, a number or the space bar marks; Enter is done. After a mark, u and d are about the rest only. "
    "No key loses a mark.",
    "last": "- Enter or Down turns the page, Up turns back, g leads to page one, and a letter below to its part. e, twice, ends.",
    "on": "- Enter goes on.",
}
LEAVING = [
    "- x hides everything. Then r and Enter bring it back; a second x, or ten minutes, forgets all.",
    "- Ctrl-C ends at once, clears the screen and forgets all.",
]


@pytest.mark.parametrize(
    ("more", "about"),
    [
        ({"choices": (Choice("y", "yes", "Yes"),)}, [PASSING["one"]]),
        ({"choices": (Choice("y", "yes", "Yes"),), "several": True}, [PASSING["several"]]),
        ({"last": True}, [PASSING["last"]]),
        ({}, [PASSING["on"]]),
        (
            {"keys": frozenset({"skip", "hand_over"})},
            [
                PASSING["on"],
                "- s skips for now. It comes up again before the end.",
                "- h gives the screen to the person, who answers the rest of this section alone.",
            ],
        ),
        (
            {"keys": frozenset({"finish", "pause", "back"})},
            [
                PASSING["on"],
                "- b goes back, as far as you want. Answers stay until you change them.",
                "- p pauses: a code to write down, and nothing else on the screen.",
                "- f finishes now, with what there is.",
            ],
        ),
    ],
    ids=["one", "several", "last", "on", "skip", "back"],
)
def test_the_help_is_about_the_keys_of_its_screen_and_about_no_others(more: dict[str, Any], about: list[str]) -> None:
    screen = Screen("A question", "section 1 of 2", (Line("text", "x"),), help=(Line("text", "Listen."),), **more)
    frame = lay_out(screen, HELP, 200, 40, ENGLISH)

    assert [row.text for row in frame.header] == ["Help"]
    assert [(row.kind, row.text) for row in frame.body[:3]] == [("text", "Listen."), (None, ""), ("heading", "Keys")]
    assert " ".join(row.text.strip() for row in frame.body[3:]) == " ".join([*about, *LEAVING])
    assert {row.kind for row in frame.body[3:]} == {"item"}
    assert frame.choices.rows == ()


@pytest.mark.parametrize(("page", "keys"), [(0, "Enter next page"), (1, "Enter next page"), (2, "Enter back")], ids=str)
def test_the_help_is_paged_and_its_last_page_leads_back(page: int, keys: str) -> None:
    screen = Screen(lines=(Line("text", "x"),), help=of_rows(41, 0).lines)
    frame = lay_out(screen, ViewState(help=True, help_page=page), 80, 24, ENGLISH)

    assert frame.pages == 3
    assert [row.text for row in frame.footer] == [f"{keys}  x hide  Ctrl-C end"]


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

    for page, told in ((0, "Page 1 of "), (2, "Page 3 of ")):
        frame = lay_out(replace(text, heading="Result"), ViewState(page=page), 80, 12, ENGLISH)
        assert re.fullmatch(rf"Result +{told}\d+", frame.header[0].text)
        assert cell_len(frame.header[0].text) == frame.width
        assert frame.note == ""
    assert lay_out(Screen(lines=(Line("text", "word"),)), ViewState(), 80, 12, ENGLISH).header[0].text == ""


def test_a_page_is_told_below_where_something_else_stands_above() -> None:
    long = Screen("A heading that takes all of a row", lines=LONG)

    assert lay_out(long, ViewState(), 40, 12, ENGLISH).note.startswith("Page 1 of ")
    assert lay_out(replace(long, progress="1 of 2"), ViewState(), 80, 12, ENGLISH).note.startswith("Page 1 of ")
    assert lay_out(long, ViewState(hint=NOT_HERE), 40, 12, ENGLISH).note == ENGLISH.render(NOT_HERE)


@pytest.mark.parametrize(
    ("screen", "view", "note"),
    [
        (of_rows(1, 3), ViewState(), ""),
        (of_rows(1, 18), ViewState(), ""),
        (of_rows(1, 19), ViewState(), "More: arrows."),
        (of_rows(17, 3), ViewState(), "Text 1 of 2: PageDown."),
        (of_rows(17, 3), ViewState(page=1), "Text 2 of 2: PageDown."),
        (of_rows(19, 0), ViewState(), ""),
        (replace(of_rows(1, 3), chosen=("v1",)), ViewState(), "* recorded before"),
        (replace(of_rows(1, 3), chosen=("v1",), several=True), ViewState(), ""),
        (
            replace(of_rows(30, 30), chosen=("v1",)),
            ViewState(),
            "* recorded before Text 1 of 3: PageDown. More: arrows.",
        ),
        (replace(of_rows(30, 30), chosen=("v1",)), ViewState(hint=NOT_HERE), ENGLISH.render(NOT_HERE)),
        (replace(of_rows(30, 30), chosen=("v1",)), ViewState(help=True), ""),
    ],
)
def test_below_the_text_stands_what_is_not_seen_and_what_was_recorded(
    screen: Screen, view: ViewState, note: str
) -> None:
    assert lay_out(screen, view, 80, 24, ENGLISH).note == note


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
        (Screen(lines=LONG, parts=(Part("w", "why", LONG),), last=True), "Enter next page  w why  e end  ? help"),
    ],
)
def test_the_footer_names_the_keys_that_do_something_here(screen: Screen, keys: str) -> None:
    ways_out = "  Ctrl-C end" if screen.entry else "  x hide  Ctrl-C end"

    assert footer(screen) == f"{keys}{ways_out}"


@pytest.mark.parametrize(
    ("page", "keys"),
    [
        (0, "Enter next page  w why  e end"),
        (1, "Enter next page  g page one  w why  e end"),
        (2, "g page one  e end"),
    ],
)
def test_the_footer_of_a_result_names_the_keys_that_do_something_on_its_page(page: int, keys: str) -> None:
    rows = tuple(Line("text", f"row-{number}") for number in range(20))
    screen = Screen(lines=(*rows, *rows[:5]), parts=(Part("w", "why", rows[:5]),), last=True)

    frame = lay_out(screen, ViewState(), 80, 24, ENGLISH)
    assert (frame.pages, frame.parts) == (3, {"w": 2})
    assert footer(screen, view=ViewState(page=page)).startswith(f"{keys}  ? help")


@some
@given(screens(), COLUMNS, ROWS)
def test_every_key_that_the_footer_names_does_something(screen: Screen, columns: int, rows: int) -> None:
    codes = {"Enter": "c-m", "PageUp": "pageup", "Space": " ", "Esc": "escape"}
    for number, frame in enumerate(frames(screen, first_view_state(screen), columns, rows)):
        view = replace(first_view_state(screen), page=number, pointer=0 if screen.choices else NOTHING_POINTED)
        named = [name for row in frame.footer for name in row.text.split("  ")]
        for key in [name.split(" ")[0] for name in named if name not in {"x hide", "Ctrl-C end"}]:
            done = press(screen, view, codes.get(key, key), frame.pages, frame.parts)
            hint = ENGLISH.render(done.hint) if isinstance(done, ViewState) else ""
            does = {"", *map(ENGLISH.render, (MARK_FIRST, END_ONCE_MORE, END_TO_MENU))}
            assert hint in does or hint.startswith("Nothing is marked: ")


# --- a list of numbers with a question below it ---

ASKED = Line("lead", "Which one?")


@pytest.mark.parametrize("rows", [20, 24, 40])
def test_a_question_stands_above_its_choices_on_every_page_of_the_text(rows: int) -> None:
    text = tuple(Line("item", f"row-{number}") for number in range(60))
    choices = tuple(Choice(str(number), str(number), f"Choice {number}") for number in range(1, 5))
    screen = Screen("Numbers", lines=text, choices=choices, question=(ASKED,))

    shown = list(frames(screen, ViewState(), 80, rows))

    assert len(shown) > 1
    assert all(frame.body[-1].text.strip() == "Which one?" for frame in shown)
    assert all(painted_rows(frame) <= rows for frame in shown)
    assert all(f"row-{number}" in body(screen, 80, rows) for number in range(60))


def test_the_help_promises_that_a_question_comes_again_only_where_it_does() -> None:
    talk = Screen(choices=(Choice("y", "yes", "Yes"),), keys=frozenset({"skip"}))
    finding = replace(talk, keys=frozenset({"skip", "menu"}))

    assert "It comes up again" in body(talk, 80, 24, ViewState(help=True))
    assert "It comes up again" not in body(finding, 80, 24, ViewState(help=True))


def test_a_list_that_is_narrowed_down_shows_what_fits_and_what_was_typed() -> None:
    choices = tuple(Choice(str(number), f"v{number}", name) for number, name in enumerate(("Bed", "Doctor"), start=1))
    frame = lay_out(Screen(choices=choices, filters=True), ViewState(filter="doc"), 80, 24, ENGLISH)

    assert [title and title.split() for title in listed(frame)] == [["2", "Doctor"]]
    assert frame.note == "Names with: doc"
    assert frame.footer[0].text == "Enter choose  Esc back  Ctrl-Z hide  Ctrl-C end"


# --- the question alone ----------------------------------------------------------------------------------------------


def test_in_discreet_mode_the_question_stands_alone_with_the_keys_of_its_answers() -> None:
    doubt = undecided_choices("unclear", {})
    lines = (Line("lead", "Ask: Where is it?"), Line("mark", "Mark: Somebody has it"))
    screen = Screen("Heading", "", lines, (), (*YES_NO, *doubt), chosen=("no",))
    frame = lay_out(screen, ViewState(pointer=1, discreet=True), 80, 24, ENGLISH)

    assert [row.text.strip() for row in frame.body if row.text.strip()] == ["Ask: Where is it?"]
    assert " ".join(title for title in listed(frame) if title).split() == ["y", "n", "u", "d"]
    assert frame.note == "v shows the answers again."
    # What was asked for stays: a hint at the last key, and help.
    assert lay_out(screen, ViewState(discreet=True, hint=NOT_HERE), 80, 24, ENGLISH).note == ENGLISH.render(NOT_HERE)
    assert "v leaves only the question" in body(screen, 80, 24, ViewState(help=True, discreet=True))


def test_in_discreet_mode_a_list_still_shows_what_was_just_marked() -> None:
    screen = Screen(lines=(Line("mark", "Mark"),), choices=YES_NO, several=True)

    assert titles(screen, view=ViewState(discreet=True, ticked=("no",))) == ["y  [ ]", "n  [x]"]


def test_what_is_not_a_question_stays_as_it_is_in_discreet_mode() -> None:
    card = Screen("Now", lines=(Line("do", "Call."),), choices=YES_NO)

    assert lay_out(card, ViewState(discreet=True), 80, 24, ENGLISH) == lay_out(card, ViewState(), 80, 24, ENGLISH)


# --- looks -----------------------------------------------------------------------------------------------------------


def test_the_text_stands_in_the_middle_of_a_wide_terminal() -> None:
    wide, narrow = (lay_out(Screen(lines=LONG), ViewState(), columns, 24, ENGLISH) for columns in (201, 60))

    assert (wide.width, wide.margin) == (96, 52)
    assert (narrow.width, narrow.margin) == (58, 1)


def test_a_high_terminal_is_composed_and_not_stretched() -> None:
    question = replace(question_of(4), keys=ALL)
    for rows, above, height in ((24, 0, 24), (30, 2, 24), (40, 5, 24), (60, 12, 24)):
        frame = lay_out(question, ViewState(), 120, rows, ENGLISH)

        assert (frame.above, frame.height) == (above, height)
    # What needs more has it.
    assert lay_out(of_rows(30, 0), ViewState(), 120, 40, ENGLISH).height == 35


def test_from_page_to_page_the_heading_stays_and_the_keys_follow_the_text() -> None:
    parts = (Part("w", "why", of_rows(30, 0).lines),)
    first, second = frames(replace(of_rows(5, 0), parts=parts, last=True), ViewState(), 120, 60)

    assert first.above == second.above
    assert (first.height, second.height) == (24, 34)


def test_the_progress_stands_at_the_right_or_below_where_there_is_no_room() -> None:
    screen = Screen("Freedom and control", "section 4 of 7")

    assert [row.text for row in lay_out(screen, ViewState(), 40, 24, ENGLISH).header] == [
        "Freedom and control     section 4 of 7"
    ]
    for columns in (34, 36):
        assert [row.text for row in lay_out(screen, ViewState(), columns, 24, ENGLISH).header] == [
            "Freedom and control",
            "section 4 of 7",
        ]
    # Two columns between them are enough.
    assert len(lay_out(screen, ViewState(), 37, 24, ENGLISH).header) == 1
    long = replace(screen, heading="Freedom and control and more")
    assert [row.text for row in lay_out(long, ViewState(), 30, 24, ENGLISH).header] == [
        "Freedom and control and more",
        "section 4 of 7",
    ]
    assert [row.text for row in lay_out(long, ViewState(), 24, 24, ENGLISH).header] == [
        "Freedom and control",
        "and more",
        "section 4 of 7",
    ]


def test_the_heading_is_bold_and_the_keys_are_plain() -> None:
    frame = lay_out(Screen("Heading", "section 1 of 2"), ViewState(), 40, 24, ENGLISH)

    above = [("strong", "Heading"), ("plain", " " * 17), ("plain", "section 1 of 2")]
    assert [list(row.pieces) for row in frame.header] == [above]
    assert [row.text for row in frame.footer] == ["Enter go on", "? help  x hide  Ctrl-C end"]
    assert [text for style, text in frame.footer[1].pieces if style == "strong"] == ["?", "x", "Ctrl-C"]
    # All of it has 39 columns.
    assert len(lay_out(Screen("Heading"), ViewState(), 41, 24, ENGLISH).footer) == 1
    keys = frozenset[Key]({"skip", "back", "pause", "finish"})
    narrow = lay_out(Screen("Heading", keys=keys), ViewState(), 34, 24, ENGLISH)
    assert [row.text for row in narrow.footer] == [
        "Enter go on  s skip  b back",
        "p pause  f finish",
        "? help  x hide  Ctrl-C end",
    ]


def test_what_is_at_every_screen_takes_no_row_from_what_is_read() -> None:
    keys = frozenset[Key]({"skip", "back", "pause", "finish"})
    frame = lay_out(Screen("Heading", keys=keys), ViewState(), 40, 24, ENGLISH)

    assert [row.text for row in frame.footer] == [
        "Enter go on  s skip  b back  p pause",
        "f finish  ? help  x hide  Ctrl-C end",
    ]


@pytest.mark.parametrize("label", ["all", "all of it", "all that there is of it"])
def test_page_one_of_a_result_has_the_rows_that_its_keys_leave(label: str) -> None:
    parts = tuple(Part(key, label, (Line("text", "Part"),)) for key in "dclw")
    keys = frozenset[Key]({"back", "pause", "card", "finish"})

    def result(rows: int) -> Screen:
        return Screen("Result", lines=(Line("text", "Row"),) * rows, parts=parts, keys=keys, last=True)

    frame = lay_out(result(1), ViewState(), 80, 24, ENGLISH)
    room = 24 - len(frame.header) - 2 - len(frame.footer)

    assert min(lay_out(result(room), ViewState(), 80, 24, ENGLISH).parts.values()) == 1
    assert min(lay_out(result(room + 1), ViewState(), 80, 24, ENGLISH).parts.values()) == 2


def test_doubt_stands_apart_from_the_other_answers() -> None:
    doubt = Choice("u", "unclear", "Unclear", undecided=True, apart=True)

    assert titles(Screen(choices=(*YES_NO, doubt))) == ["y  Yes", "n  No", None, "u  Unclear"]
    assert lay_out(Screen(choices=(*YES_NO, doubt)), ViewState(), 80, 24, ENGLISH).choices_height == 4
    assert titles(Screen(choices=(doubt,))) == ["u  Unclear"]


def test_what_stands_recorded_is_marked() -> None:
    assert titles(Screen(choices=YES_NO, chosen=("no",))) == ["y    Yes", "n  * No"]
    assert titles(Screen(choices=YES_NO, chosen=("no",), several=True)) == ["y  [ ] Yes", "n  [x] No"]


def test_doubt_has_no_box_where_several_can_be_marked_until_it_is_marked_itself() -> None:
    doubt = Choice("u", "unclear", "Unclear", undecided=True)
    screen = Screen(choices=(*YES_NO, doubt), several=True)

    assert titles(screen) == ["y  [ ] Yes", "n  [ ] No", "u      Unclear"]
    assert titles(screen, view=ViewState(ticked=("unclear",))) == ["y  [ ] Yes", "n  [ ] No", "u  [x] Unclear"]


def test_what_is_not_to_happen_by_one_key_has_its_letter_twice() -> None:
    assert titles(Screen(choices=(Choice("hand over", "a", "Over"), Choice("go on", "b", "On")))) == [
        "h h  Over",
        "g g  On",
    ]


def test_numbers_of_two_digits_are_shown_below_each_other() -> None:
    ten = tuple(Choice(str(number), f"v{number}", f"Label {number}") for number in range(1, 11))
    doubt = Choice("u", "unclear", "Unclear", undecided=True, apart=True)

    assert titles(Screen(choices=(*ten, doubt)))[8:] == [" 9  Label 9", "10  Label 10", None, " u  Unclear"]


def test_of_a_key_of_more_than_one_letter_its_first_is_shown_twice_unless_it_means_something_else() -> None:
    both = (Choice("f", "a", "Stop"), Choice("go on", "b", "Go on"))

    assert titles(Screen(choices=both)) == ["  f  Stop", "g g  Go on"]
    taken = (Choice("g", "a", "Stop"), Choice("go on", "b", "Go on"))
    assert titles(Screen(choices=taken)) == ["g  Stop", "   Go on"]
    assert titles(Screen(choices=(Choice("back", "a", "Over"),), keys=frozenset({"back"}))) == ["Over"]


def test_a_long_label_goes_on_below_itself() -> None:
    (title,) = titles(Screen(choices=(Choice("1", "a", "word " * 12),)), columns=40)

    assert title is not None
    first, second = title.split("\n")
    assert first.startswith("1  word")
    assert second.startswith(" " * 3 + "word")


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
    # Chinese may be broken between any two characters, Thai only between words.
    rows = [row.text.strip() for row in frame.body]
    assert "".join("".join(rows).split()) == "".join(f"{chinese}-{thai}".split())
    assert rows[1].startswith("社會福利署熱線 社會福利署熱線 社會")
    assert [sum(row.count(word) for row in rows) for word in ("ความ", "ช่วย", "เหลือ", "ผู้หญิง")] == [12] * 4


@pytest.mark.parametrize("help_", [False, True], ids=["screen", "help"])
def test_nothing_on_a_screen_speaks_turns_or_hides_and_everything_has_its_width(help_: bool) -> None:
    text = f"{SPEAKS} {''.join(EVERY_ONE[:300])}"
    choices = (Choice("1", SPEAKS, text), Choice("2", "b", SPEAKS))
    lines = (Line("lead", text), Line("item", SPEAKS))
    screen = Screen(SPEAKS, "section 1 of 2", lines, (), choices, chosen=(SPEAKS,), help=lines)

    for frame in frames(screen, ViewState(help=help_), 60, 30):
        rows = [row.text for row in (*frame.header, *frame.body, *frame.footer)]
        for text in (*rows, *(line for title in listed(frame) if title for line in title.split("\n")), frame.note):
            assert not hidden_in(text)
            assert "\n" not in text
            assert cell_len(text) <= 60
