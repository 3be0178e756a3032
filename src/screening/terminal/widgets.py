"""The parts of a frame as prompt_toolkit and questionary paint them: its rows, and the list of its choices."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import FormattedTextControl, Window
from prompt_toolkit.layout.dimension import Dimension
from questionary import Choice as ListChoice
from questionary import Separator
from questionary.prompts.common import InquirerControl
from wcwidth import width as cell_len

from screening.show.looks import LOOKS
from screening.show.rows import Row
from screening.terminal.view_state import NOTHING_POINTED


def choice_list(titles: Sequence[str | None], pointer: int) -> tuple[InquirerControl, int]:
    """The choices, with the pointer at one of them or at none, and how many rows of that one are below its first.

    Args:
        titles: what the choices say; `None` is a row between them.
        pointer: the number of the choice that is pointed at, among the choices.
    """
    rows: list[Any] = []
    pointed, below = NOTHING_POINTED, 0
    values = count()
    for title in titles:
        if title is None:
            rows.append(Separator(" "))
            continue
        number = next(values)
        if number == pointer:
            pointed, below = len(rows), title.count("\n")
        rows.append(ListChoice(title, value=str(number)))
    control = InquirerControl(rows, pointer="»", use_indicator=False, show_description=False)
    control.pointed_at = pointed
    # Where nothing is pointed at, there is nowhere for the cursor to be.
    control.show_cursor = pointed != NOTHING_POINTED
    return control, below


def rows_control(rows: list[Row]) -> FormattedTextControl:
    """Rows that are read, without a cursor."""
    return FormattedTextControl(_fragments(rows), show_cursor=False)


def rows_window(rows: list[Row]) -> Window:
    """Rows, as high as they are."""
    return Window(FormattedTextControl(_fragments(rows)), height=Dimension.exact(len(rows)))


def blank(height: int) -> Window:
    """Blank rows."""
    return Window(height=Dimension.exact(height))


def _fragments(rows: list[Row]) -> StyleAndTextTuples:
    fragments: StyleAndTextTuples = []
    for row in rows:
        fragments += [(LOOKS[style], text) for style, text in row.pieces]
        # A mark without a width of its own at the end of a row would be painted twice.
        if row.text and not cell_len(row.text[-1]):
            fragments.append(("", " "))
        fragments.append(("", "\n"))
    return fragments[:-1]
