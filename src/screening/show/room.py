"""How much fits: what a small screen holds, and which way to say something fits on so many of its pages (pure)."""

from collections.abc import Iterable
from typing import Final

from screening.language.catalog import ENGLISH
from screening.show.lines import Line
from screening.show.pages import to_pages
from screening.show.rows import wrap_lines

# What a terminal of 80x24 leaves for a text, between its heading and its keys.
PAGE_WIDTH: Final = 78
PAGE_HEIGHT: Final = 18


def pages_of(lines: Iterable[Line]) -> int:
    """How many pages of a small screen some lines take.

    It goes by the English words, so that whatever was chosen to be said is the same in every language.
    """
    rows = list(wrap_lines(lines, PAGE_WIDTH, ENGLISH))
    return len(to_pages(rows, PAGE_HEIGHT)) if rows else 0


def first_fitting(ways: Iterable[tuple[Line, ...]], pages: int = 1) -> tuple[Line, ...]:
    """The first of several ways to say something that fits on so many pages; else the last one."""
    way: tuple[Line, ...] = ()
    for way in ways:
        if pages_of(way) <= pages:
            break
    return way


def first_in_rows(ways: Iterable[Line], rows: int = 1) -> Line:
    """The first of several ways to say a line that takes so many rows; else the shortest one, which comes last."""
    *others, last = ways
    return next((way for way in others if rows_of(way) <= rows), last)


def rows_of(line: Line) -> int:
    """How many rows of a small screen a line takes."""
    return sum(row.kind is not None for row in wrap_lines([line], PAGE_WIDTH, ENGLISH))
