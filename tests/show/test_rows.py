"""Lines as rows of a width."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from screening.language.catalog import ENGLISH
from screening.show.lines import Line, LineKind
from screening.show.rows import Row, wrap_lines
from tests.terminal.talking import lines, many

MARKS = {"do": "-", "item": "-", "avoid": "!", "never": "!"}
WIDTHS = st.integers(20, 120)


def texts(line: Line, width: int = 40) -> list[str]:
    return [row.text for row in wrap_lines([line], width, ENGLISH)]


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("text", ["one two three four", "five six"]),
        ("do", ["  - one two three", "    four five six"]),
        ("avoid", ["  ! one two three", "    four five six"]),
        ("item", ["  - one two three", "    four five six"]),
        ("detail", ["    one two three", "    four five six"]),
        ("heading", ["", "one two three four", "five six"]),
        ("lead", ["", "one two three four", "five six"]),
    ],
)
def test_what_does_not_fit_goes_on_under_the_text_and_not_under_the_mark(kind: LineKind, rows: list[str]) -> None:
    assert texts(Line(kind, "one two three four five six"), 20) == rows


def test_a_row_knows_its_kind_and_whether_its_line_begins_there() -> None:
    assert list(wrap_lines([Line("heading", "one two three four five")], 20, ENGLISH)) == [
        Row(""),
        Row("one two three four", "title", "heading", begins=True),
        Row("five", "title", "heading", begins=False),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("社會福利署熱線", ["社會福利署熱線"]),
        ("社會福利署熱線社會福利署", ["社會福利署熱線社會福", "利署"]),
        ("電話 社會福利署熱線 2343", ["電話 社會福利署熱線", "2343"]),
        # What has no blanks does not leave a word before it alone in its row.
        ("問: 你的護照現在在哪裏,誰拿着它", ["問: 你的護照現在在哪", "裏,誰拿着它"]),
        # Vowels and tones above and below take no cell.
        ("ความช่วยเหลือ ผู้หญิง", ["ความช่วยเหลือ ผู้หญิง"]),
    ],
)
def test_cells_are_counted_and_not_letters(text: str, rows: list[str]) -> None:
    assert texts(Line("text", text), 20) == rows


def test_a_mark_does_not_stand_alone_before_a_text_without_blanks() -> None:
    assert texts(Line("do", "社會福利署熱線社會福利署"), 20) == ["  - 社會福利署熱線社", "    會福利署"]


def test_a_number_with_hyphens_stays_in_one_row() -> None:
    assert texts(Line("text", "Call them: 2343-2255-1234"), 20) == ["Call them:", "2343-2255-1234"]
    assert texts(Line("text", "Write to: help-for-you@a.hk"), 20) == ["Write to:", "help-for-you@a.hk"]


def test_a_word_that_no_row_can_hold_is_torn_and_not_lost() -> None:
    assert texts(Line("text", "x" * 45), 20) == ["x" * 20, "x" * 20, "x" * 5]


def test_where_the_indent_takes_all_there_is_a_text_still_has_two_cells() -> None:
    assert texts(Line("detail", "abcd"), 3) == ["    ab", "    cd"]
    assert texts(Line("do", "屋屋"), 1) == ["  - 屋", "    屋"]


def test_a_text_without_words_is_one_empty_row() -> None:
    assert texts(Line("text", "")) == [""]
    assert texts(Line("item", "")) == ["  -"]


@many
@given(lines(), WIDTHS)
def test_no_row_is_wider_than_it_may_be(some: tuple[Line, ...], width: int) -> None:
    assert all(cell_len(row.text) <= width for row in wrap_lines(some, width, ENGLISH))


@many
@given(lines(), WIDTHS)
def test_nothing_is_lost_and_nothing_is_added_but_marks(some: tuple[Line, ...], width: int) -> None:
    rows = "".join("".join(row.text.split()) for row in wrap_lines(some, width, ENGLISH))

    assert rows == "".join(MARKS.get(line.kind, "") + "".join(ENGLISH.render(line.text).split()) for line in some)


@many
@given(lines(), WIDTHS)
def test_every_line_begins_once_and_is_of_one_kind(some: tuple[Line, ...], width: int) -> None:
    rows = [row for row in wrap_lines(some, width, ENGLISH) if row.kind is not None]

    assert [row.kind for row in rows if row.begins] == [line.kind for line in some]


@pytest.mark.parametrize("character", ["a", "中", "e\u0301"])
def test_a_long_text_without_blanks_is_cut_where_its_rows_are_full(character: str) -> None:
    length = 1000
    per_row = 40 // cell_len(character)
    text = f"See {character * length}"
    first = (40 - len("See ")) // cell_len(character)

    rows = texts(Line("text", text))

    assert "".join(rows) == text
    assert rows[0] == f"See {character * first}"
    assert set(rows[1:-1]) == {character * per_row}


def test_a_text_whose_characters_take_no_cells_ends_too() -> None:
    text = "e" + "\u0301" * 2000

    assert texts(Line("text", text)) == [text]


def test_a_text_without_blanks_takes_no_longer_for_each_character_the_longer_it_is() -> None:
    # Each time another letter: of a text that was wrapped just now, wcwidth remembers how.
    def seconds(letter: str, length: int) -> float:
        begin = time.process_time()
        texts(Line("text", letter * length))
        return time.process_time() - begin

    short = min(seconds(letter, 2_000) for letter in "abcde")

    # Sixteen times as long: by the square it would take 256 times as much.
    assert min(seconds(letter, 32_000) for letter in "fg") < 64 * short
