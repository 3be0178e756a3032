"""Lines as text on a terminal, or in a file."""

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any, TextIO, cast

from screening.language.catalog import Catalog
from screening.show.characters import Control
from screening.show.linear import linear_lines
from screening.show.lines import Line
from screening.show.looks import LOOKS
from screening.show.row import Row
from screening.show.rows import wrap_lines

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

# Rows are printed so many at once: rich takes several times as long for one alone.
_AT_ONCE = 40


class _Styled:
    """The way to a stream for rich, whose colours and weights are the program's own. The texts in them are visible."""

    def __init__(self, output: TextIO) -> None:
        self._output = output

    def write(self, text: str) -> int:
        return self._output.write(Control(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._output, name)


def print_lines(lines: Iterable[Line], output: TextIO, catalog: Catalog, width: int | None = None) -> None:
    """Print lines.

    Args:
        lines: what to say.
        output: where; colour and weight are left out where it is no terminal or NO_COLOR is set.
        catalog: the language.
        width: columns; the terminal's own where it is one, else 80.
    """
    console = rich_console(output, width)
    print_rows(wrap_lines(linear_lines(lines), console.width, catalog), console)


def rich_console(output: TextIO, width: int | None = None) -> "Console":
    """What rich prints with: colour and weight are left out where the output is no terminal or NO_COLOR is set.

    Args:
        output: where.
        width: columns; the terminal's own where it is one, else 80.
    """
    # Imported here: the full screen shows rows in its own way, and must not wait for rich.
    from rich.console import Console  # noqa: PLC0415

    to = cast(TextIO, _Styled(output))
    return Console(file=to, width=width or (None if output.isatty() else 80), highlight=False)


def print_table(table: "Table", console: "Console", most: int) -> None:
    """Print a table of rich's below a blank row; its texts are visible ones.

    Args:
        table: the table.
        console: what prints it.
        most: columns that it takes at most.
    """
    console.print()
    console.print(table, width=min(console.width, most))


def print_rows(rows: Iterable[Row], console: "Console") -> None:
    """Print rows, each piece as it looks."""
    from rich.text import Text  # noqa: PLC0415

    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        texts = [Text.assemble(*((text, LOOKS[style]) for style, text in row.pieces)) for row in some]
        console.print(Text("\n").join(texts), soft_wrap=True)
