"""Rows to pages: nothing is lost, and a heading stays with what it heads."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from screening.show.lines import LineKind
from screening.show.pages import to_pages
from screening.show.rows import Row
from tests.terminal.talking import many

_KINDS: list[LineKind | None] = ["text", "text", "item", "detail", "heading", "subheading", "title", None, None]
HEADINGS = {"heading", "subheading", "title"}


def rows(text: str) -> list[Row]:
    """Rows drawn as letters: t text, c what goes on from it, d detail, h heading, a dot for a blank row."""
    kinds: dict[str, LineKind | None] = {"t": "text", "c": "text", "d": "detail", "h": "heading", ".": None}
    return [
        Row("" if kinds[each] is None else f"{each}{index}", "plain", kinds[each], begins=each != "c")
        for index, each in enumerate(text)
    ]


def drawn(pages: list[list[Row]]) -> list[str]:
    """Pages as letters."""
    return ["".join("." if row.kind is None else row.text[0] for row in page) for page in pages]


@pytest.mark.parametrize(
    ("text", "height", "pages"),
    [
        ("", 3, [""]),
        ("...", 3, [""]),
        ("ttt", 3, ["ttt"]),
        ("tttt", 3, ["ttt", "t"]),
        (".tt", 3, ["tt"]),
        ("tt..", 2, ["tt"]),
        ("tt.t", 2, ["tt", "t"]),
        ("t.t", 3, ["t.t"]),
        # A line is not torn, and what belongs to something stays with it, as long as the page is not half empty.
        ("tttctt", 3, ["tt", "tct", "t"]),
        ("tttd", 3, ["tt", "td"]),
        ("tddd", 3, ["tdd", "d"]),
        ("tccc", 3, ["tcc", "c"]),
        # A heading goes to the next page with what it heads, and takes the blank row before it along.
        ("tthtt", 3, ["tt", "htt"]),
        ("tt.htt", 4, ["tt", "htt"]),
        ("ttthhtt", 4, ["ttt", "hhtt"]),
        ("t.htt", 3, ["t", "htt"]),
        # One that no page can hold with something below it stays where it is.
        ("hht", 2, ["hh", "t"]),
        ("hh", 1, ["h", "h"]),
        ("ht", 1, ["h", "t"]),
    ],
)
def test_pages_break_where_nothing_is_torn(text: str, height: int, pages: list[str]) -> None:
    assert drawn(to_pages(rows(text), height)) == pages


LINES = st.lists(st.tuples(st.sampled_from(_KINDS), st.integers(1, 3)), max_size=20)
ROWS = LINES.map(
    lambda lines: [
        Row("" if kind is None else f"row {line}.{row}", "plain", kind, begins=row == 0)
        for line, (kind, height) in enumerate(lines)
        for row in range(height)
    ]
)


@many
@given(ROWS, st.integers(1, 12))
def test_nothing_is_lost_but_blank_rows(some: list[Row], height: int) -> None:
    pages = to_pages(some, height)

    assert [row for page in pages for row in page if row.kind] == [row for row in some if row.kind]
    assert all(len(page) <= height for page in pages)


@many
@given(ROWS, st.integers(1, 12))
def test_no_page_begins_or_ends_with_a_blank_row(some: list[Row], height: int) -> None:
    for page in to_pages(some, height):
        assert not page or (page[0].kind is not None and page[-1].kind is not None)


@many
@example(rows("t.h.htt"), 5)
@given(ROWS, st.integers(1, 12))
def test_a_heading_is_last_on_a_page_only_where_there_are_nothing_but_headings(some: list[Row], height: int) -> None:
    for page in to_pages(some, height)[:-1]:
        if page[-1].kind in HEADINGS:
            assert all(row.kind is None or row.kind in HEADINGS for row in page)


@many
@given(ROWS, st.integers(1, 12))
def test_pages_without_headings_are_more_than_half_full(some: list[Row], height: int) -> None:
    without = [row for row in some if row.kind not in HEADINGS and row.kind is not None]

    assert all(len(page) > height // 2 for page in to_pages(without, height)[:-1])


@many
@given(ROWS, st.integers(6, 30))
def test_a_line_is_torn_only_where_it_would_leave_a_page_half_empty(some: list[Row], height: int) -> None:
    without = [row for row in some if row.kind not in HEADINGS and row.kind is not None]

    # No line here is longer than half a page.
    assert all(page[0].begins for page in to_pages(without, height) if page)
