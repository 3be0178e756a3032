"""Lines as text on a terminal, or in a file."""

from collections.abc import Iterable
from typing import Any, TextIO, cast

from screening.language.catalog import Catalog
from screening.show.characters import Control
from screening.show.linear import linear_lines
from screening.show.lines import Line
from screening.show.looks import LOOKS
from screening.show.rows import wrap_lines


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
    # Imported here: the full screen shows rows in its own way, and must not wait for rich.
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    to = cast(TextIO, _Styled(output))
    console = Console(file=to, width=width or (None if output.isatty() else 80))
    for row in wrap_lines(linear_lines(lines), console.width, catalog):
        console.print(Text.assemble(*((text, LOOKS[style]) for style, text in row.pieces)), soft_wrap=True)
