"""Lines as text on a terminal, or in a file: wrapped at words, no meaning by colour alone."""

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from screening.show.report import Line, LineKind

# For each kind: what stands before it, how far it is indented, its style, and whether a blank line comes before.
_LOOKS: dict[LineKind, tuple[str, int, str, bool]] = {
    "title": ("", 0, "bold", True),
    "lead": ("", 0, "bold", True),
    "heading": ("", 0, "bold underline", True),
    "subheading": ("", 0, "bold", True),
    "do": ("- ", 2, "", False),
    "avoid": ("x ", 2, "bold", False),
    "item": ("- ", 2, "", False),
    "detail": ("", 4, "", False),
    "text": ("", 0, "", False),
}


def print_lines(lines: Iterable[Line], output: TextIO, width: int | None = None) -> None:
    """Print lines.

    Args:
        lines: what to say.
        output: where; colour and weight are left out where it is no terminal or NO_COLOR is set.
        width: columns; the terminal's own where it is one, else 80.
    """
    console = Console(file=output, width=width or (None if output.isatty() else 80), highlight=False, markup=False)
    for line in lines:
        prefix, indent, style, blank_before = _LOOKS[line.kind]
        if blank_before:
            console.print()
        # A hanging indent: what does not fit goes on under the text, not under the mark.
        body = Text(prefix + line.text, style=style, overflow="fold")
        hanging = indent + len("- ") if prefix else indent
        for number, part in enumerate(body.wrap(console, max(20, console.width - hanging))):
            part.rstrip()
            console.print(Text(" " * (hanging if number else indent)) + part, soft_wrap=True)
