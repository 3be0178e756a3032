"""What stands above a screen: its heading, and how far the dialog is (pure)."""

from collections.abc import Sequence

from wcwidth import width as cell_len

from screening.language.catalog import Catalog
from screening.language.messages import Message, Text, gettext
from screening.show.lines import Line
from screening.show.looks import Style
from screening.show.rows import Row, row_of, wrap_lines
from screening.show.translation_marks import said_by_the_program
from screening.terminal.screen import Screen
from screening.terminal.signs import Signs
from screening.terminal.view_state import ViewState

# Cells for each section in the bar of sections, and how many the bar has at most.
_SECTION_CELLS, _BAR_CELLS = 2, 24


def header_rows(screen: Screen, view: ViewState, width: int, catalog: Catalog, signs: Signs) -> list[Row]:
    """The heading, and how far the dialog is.

    Args:
        screen: what is shown.
        view: how it is looked at.
        width: columns.
        catalog: the language.
        signs: what the bar of sections is drawn with.
    """
    return _beside(_heading(screen, view, catalog), [] if view.help else _bar(screen, catalog, signs), width, catalog)


def _heading(screen: Screen, view: ViewState, catalog: Catalog) -> Text:
    return said_by_the_program(gettext("Help") if view.help else screen.heading, catalog)


def _beside(heading: Text, right: Sequence[tuple[Style, str]], width: int, catalog: Catalog) -> list[Row]:
    """A heading with something at the right, or below where there is no room."""
    rows = [row.text for row in wrap_lines([Line("text", heading)], width, catalog)]
    taken = sum(cell_len(text) for _, text in right)
    gap = width - cell_len(rows[0]) - taken
    heads = [row_of([("strong", text)], "heading") for text in rows]
    if taken and len(rows) == 1 and gap >= 2:
        return [row_of([("strong", rows[0]), ("plain", " " * gap), *right], "heading")]
    if taken:
        words = "".join(text for _, text in right)
        below = [row.text for row in wrap_lines([Line("text", words)], width, catalog)]
        heads += (
            [row_of(right, "heading")] if len(below) == 1 else [row_of([("plain", text)], "heading") for text in below]
        )
    return heads


def _bar(screen: Screen, catalog: Catalog, signs: Signs) -> list[tuple[Style, str]]:
    """How far the dialog is: a bar of its sections and two numbers, or what else is said of it."""
    if screen.sections is None:
        progress = catalog.render(screen.progress)
        return [("plain", progress)] if progress else []
    number, total = screen.sections
    # Translators: such as 4/7: the section, and how many there are.
    told = catalog.render(gettext("{number}/{total}", number=number, total=total))
    cells = _SECTION_CELLS * total
    done = _SECTION_CELLS * number
    if cells > _BAR_CELLS:
        cells, done = _BAR_CELLS, max(1, _BAR_CELLS * number // total)
    return [("strong", signs.done * done), ("rule", signs.open * (cells - done)), ("plain", f" {told}")]


def with_page(
    header: list[Row], screen: Screen, view: ViewState, page: int, pages: int, width: int, catalog: Catalog
) -> list[Row]:
    """A header with the page at its right, where a text has several; nothing where there is no room for it."""
    if pages == 1 or (not view.help and (screen.choices or screen.progress)):
        return []
    told: list[tuple[Style, str]] = [("plain", catalog.render(page_of(page, pages)))]
    paged = _beside(_heading(screen, view, catalog), told, width, catalog)
    return paged if len(paged) == len(header) else []


def page_of(page: int, pages: int) -> Message:
    """Which page it is, from 0, and of how many."""
    return gettext("Page {number} of {total}", number=page + 1, total=pages)
