"""The report of a room on a terminal, line by line for a screen reader, and as Markdown."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final, TextIO

from screening.language.catalog import Catalog
from screening.language.messages import Listing, Text, gettext
from screening.show.characters import visible
from screening.show.lines import Line
from screening.show.markdown import markdown, markdown_table
from screening.show.terminal import print_lines, print_rows, print_table, rich_console
from screening.show.workshop_heat import heat_lines, heat_rows
from screening.show.workshop_parts import Bars, Dots, HeatMap, Part, Table

_WIDE: Final = 100
_LONGEST_BAR: Final = 20
_BAR: Final = "#"


def print_parts(
    parts: Iterable[Part], output: TextIO, catalog: Catalog, width: int | None = None, *, line_by_line: bool = False
) -> None:
    """Print a report.

    Args:
        parts: the report.
        output: where; colour and weight are left out where it is no terminal or NO_COLOR is set.
        catalog: the language.
        width: columns; the terminal's own where it is one, else 80.
        line_by_line: without columns, for who has it read out.
    """
    if line_by_line:
        print_lines(linear_parts(parts), output, catalog, width)
        return
    console = rich_console(output, width)
    for are_lines, together in groupby(parts, lambda part: isinstance(part, Line)):
        if are_lines:
            print_lines((each for each in together if isinstance(each, Line)), output, catalog, width)
            continue
        for part in together:
            match part:
                case HeatMap():
                    print_rows(heat_rows(part, console.width, catalog), console)
                case Table():
                    _print_table(part, output, catalog, width)
                case Bars() | Dots():
                    _print_table(part.table, output, catalog, width)


def _print_table(table: Table, output: TextIO, catalog: Catalog, width: int | None) -> None:
    from rich.table import Table as RichTable  # noqa: PLC0415 - only who prints a table needs it
    from rich.text import Text as RichText  # noqa: PLC0415

    console = rich_console(output, width)
    grid = RichTable(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", show_edge=False)
    for number, name in enumerate(table.head):
        is_number = number in table.numbers
        grid.add_column(
            RichText(visible(catalog.render(name))),
            justify="right" if is_number else "left",
            overflow="fold",
            no_wrap=is_number,
        )
    if table.bars:
        grid.add_column("")
    for index, row in enumerate(table.rows):
        cells = [RichText(visible(catalog.render(cell))) for cell in row]
        bar = [RichText(_BAR * round(table.bars[index] * _LONGEST_BAR))] if table.bars else []
        grid.add_row(*cells, *bar)
    print_table(grid, console, _WIDE)


def linear_parts(parts: Iterable[Part]) -> Iterator[Line]:
    """A report without columns: each row of a table is a line that says what its cells are."""
    for part in parts:
        match part:
            case Line():
                yield part
            case HeatMap():
                yield from heat_lines(part)
            case Table():
                yield from _table_lines(part)
            case Bars() | Dots():
                yield from _table_lines(part.table)


def _table_lines(table: Table) -> Iterator[Line]:
    yield Line("paragraph", table.title)
    for row in table.rows:
        cells: list[Text] = [
            # Translators: the head of a column of a table, and what stands in it.
            gettext("{column}: {cell}", column=name, cell=cell)
            for name, cell in zip(table.head[1:], row[1:], strict=True)
            if cell != ""
        ]
        # Translators: what a row of a table is about, and what its cells say.
        yield Line("item", gettext("{row} - {cells}", row=row[0], cells=Listing(tuple(cells), "comma")))


def markdown_parts(parts: Iterable[Part], catalog: Catalog, width: int) -> str:
    """A report as Markdown: tables are tables, and a heat map is a block of signs.

    Args:
        parts: the report.
        catalog: the language.
        width: columns of a heat map.
    """
    written: list[str] = []
    for are_lines, together in groupby(parts, lambda part: isinstance(part, Line)):
        if are_lines:
            written.append(markdown((each for each in together if isinstance(each, Line)), catalog))
            continue
        for part in together:
            match part:
                case HeatMap():
                    rows = "\n".join(visible(row.text).rstrip() for row in heat_rows(part, width, catalog)).strip("\n")
                    written.append(f"```text\n{rows}\n```\n")
                case Table():
                    written.append(_markdown_table(part, catalog))
                case Bars() | Dots():
                    written.append(_markdown_table(part.table, catalog))
    return "\n".join(written)


def _markdown_table(table: Table, catalog: Catalog) -> str:
    return markdown_table(table.head, table.rows, table.numbers, catalog)
