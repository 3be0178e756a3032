"""Rows to pages (pure)."""

from collections.abc import Callable, Sequence

from screening.show.rows import Row

_HEADINGS = frozenset({"title", "heading", "subheading", "group"})
_BELONGS = frozenset({"contact", "detail"})
# After what a list follows, also as Chinese writes it.
_BEFORE_A_LIST = (":", "\uff1a")


def to_pages(rows: Sequence[Row], height: int) -> list[list[Row]]:
    """Rows as pages of at most so many rows.

    No page begins with a blank row. A page ends where something ends, if it can without staying half empty: best
    between two things, else between two lines; a heading goes to the page of what it heads, and
    what ends in a colon to that of what follows it.

    Args:
        rows: the rows.
        height: rows on a page, one at least.
    """
    pages: list[list[Row]] = []
    rest = _from_first_text(rows)
    while rest:
        end = len(rest) if len(rest) <= height else _end_of_page(rest, max(1, height))
        pages.append(_to_last_text(rest[:end]))
        rest = _from_first_text(rest[end:])
    return pages or [[]]


def _end_of_page(rows: Sequence[Row], height: int) -> int:
    """How many rows go on this page; there are more of them than fit."""
    half = height // 2
    candidates: list[tuple[Callable[[Row], bool], int]] = [
        (lambda row: row.kind is None or (row.begins and row.kind not in _BELONGS), half),
        (lambda row: row.begins, half),
        (lambda _: True, 0),
    ]
    for may_come_next, least in candidates:
        for end in range(height, least, -1):
            last = _to_last_text(rows[:end])
            if last and not _leads_on(last[-1]) and may_come_next(rows[end]):
                return end
    return height


def _leads_on(row: Row) -> bool:
    """Whether something has to follow on the same page."""
    return row.kind in _HEADINGS or (row.kind == "text" and row.text.endswith(_BEFORE_A_LIST))


def _from_first_text(rows: Sequence[Row]) -> list[Row]:
    first = next((number for number, row in enumerate(rows) if row.kind is not None), len(rows))
    return list(rows[first:])


def _to_last_text(rows: Sequence[Row]) -> list[Row]:
    last = next((number for number in range(len(rows), 0, -1) if rows[number - 1].kind is not None), 0)
    return list(rows[:last])
