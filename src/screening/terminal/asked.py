"""A text, what is asked on each of its pages, and what can be chosen, with as much air as there is room for (pure)."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from screening.language.catalog import Catalog
from screening.show.lines import Line
from screening.show.pages import to_pages
from screening.show.rows import Row, wrap_lines
from screening.terminal.choice_rows import ChoiceRows, choice_rows
from screening.terminal.key_rows import help_lines
from screening.terminal.screen import Screen
from screening.terminal.signs import Signs
from screening.terminal.their_words import less_of_both, texts_of_theirs
from screening.terminal.view_state import ViewState

# How far what is asked is indented, and the pointer before its choices, where there is room.
_INDENT, POINTER_INDENT, _ROOMY = 3, 2, 50


class Asked(Struct, frozen=True):
    """What is asked, with more or less air around it.

    Attributes:
        body: the text.
        question: what stands below each of its pages.
        choices: what can be chosen.
        indent: blank columns before the text.
        left_out: of two languages, something stands in one alone.
    """

    body: list[Row]
    question: list[Row]
    choices: ChoiceRows
    indent: int = 0
    left_out: bool = False

    @property
    def needed(self) -> int:
        """Rows for all of it."""
        return needed_rows(self.body) + len(self.question) + len(self.choices.rows)


def asked_at(screen: Screen, view: ViewState, width: int, room: int, catalog: Catalog, signs: Signs) -> Asked:
    """A text and its choices, with as much air as leaves all of it to be seen at once.

    Args:
        screen: what is shown.
        view: how it is looked at.
        width: columns.
        room: rows for all of it.
        catalog: the language.
        signs: what the pointer is.
    """
    if view.help:
        return Asked(list(wrap_lines(help_lines(screen), width, catalog)), [], ChoiceRows())

    of_theirs = texts_of_theirs(screen)

    def at(indent: int, screen: Screen) -> Asked:
        def wrapped(lines: Sequence[Line]) -> list[Row]:
            return [_indented(row, indent) for row in wrap_lines(lines, width - indent, catalog)]

        room_for = width - (POINTER_INDENT if indent else 0)
        choices = choice_rows(screen, view, room_for, catalog, signs.pointer) if screen.choices else ChoiceRows()
        left_out = texts_of_theirs(screen) < of_theirs
        return Asked(wrapped(screen.lines), wrapped(screen.question), choices, indent, left_out)

    if not screen.choices:
        plain = at(0, screen)
        return plain if screen.last else _with_air(plain, room)
    # Of two languages, less stands on it before an answer is out of sight.
    shown = [screen, *less_of_both(screen)]
    for each in shown:
        wide, narrow = at(0, each), at(_INDENT if width >= _ROOMY else 0, each)
        if narrow.needed < room:
            return _with_air(narrow, room)
        for some in (narrow, _body_closed_up(narrow), _closed_up(narrow), _body_closed_up(wide), _closed_up(wide)):
            if some.needed <= room:
                return some
    wide, narrow = at(0, shown[-1]), at(_INDENT if width >= _ROOMY else 0, shown[-1])
    # What is marked is seen with the answers, whatever page of the text is shown.
    marks = [row for row in wide.body if row.kind == "mark"]
    if not marks or len(marks) > room // 3:
        return narrow
    body = [row for row in wide.body if row.kind != "mark"]
    return replace(wide, body=body, question=[*marks, *wide.question])


def _with_air(asked: Asked, room: int) -> Asked:
    """With a blank row below the header, which is text as far as the pages are concerned."""
    if not asked.body or asked.needed >= room:
        return asked
    return replace(asked, body=[Row("", kind="text"), *asked.body[_leading(asked.body) :]])


def _leading(rows: Sequence[Row]) -> int:
    return next((number for number, row in enumerate(rows) if row.kind is not None), len(rows))


def _body_closed_up(asked: Asked) -> Asked:
    return replace(asked, body=[row for row in asked.body if row.kind is not None])


def _closed_up(asked: Asked) -> Asked:
    return replace(_body_closed_up(asked), choices=asked.choices.close())


def needed_rows(rows: Sequence[Row]) -> int:
    """Rows of a text on one page."""
    return len(to_pages(rows, len(rows) + 1)[0])


def _indented(row: Row, columns: int) -> Row:
    """A row so far to the right."""
    if not columns or row.kind is None:
        return row
    spans = (("plain", " " * columns), *row.spans) if row.spans else ()
    return replace(row, text=f"{' ' * columns}{row.text}", spans=spans)
