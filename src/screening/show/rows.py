"""Lines as rows of a width: wrapped at words, no meaning by colour alone (pure)."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from wcwidth import wrap

from screening.language.catalog import Catalog
from screening.show.characters import visible
from screening.show.lines import Line, LineKind
from screening.show.looks import Style

# For each kind: what stands before it, how far it is indented, its style, and whether a blank line comes before.
_LOOKS: dict[LineKind, tuple[str, int, Style, bool]] = {
    "title": ("", 0, "strong", True),
    "lead": ("", 0, "strong", True),
    "paragraph": ("", 0, "plain", True),
    "heading": ("", 0, "title", True),
    "subheading": ("", 0, "strong", True),
    "do": ("- ", 2, "plain", False),
    "avoid": ("x ", 2, "strong", False),
    "item": ("- ", 2, "plain", False),
    "contact": ("", 4, "strong", False),
    "detail": ("", 4, "plain", False),
    "text": ("", 0, "plain", False),
}


class Row(Struct, frozen=True):
    """One row on a screen or a page.

    Attributes:
        text: what stands in it, with its indent.
        style: what it is, where it is one thing.
        kind: the kind of its line; None for a blank row.
        begins: it is the first row of its line.
        spans: its pieces, each with what it is, where it is not one thing; together they are its text.
    """

    text: str
    style: Style = "plain"
    kind: LineKind | None = None
    begins: bool = True
    spans: tuple[tuple[Style, str], ...] = ()

    @property
    def pieces(self) -> tuple[tuple[Style, str], ...]:
        """What it is made of. An underline belongs under the words, not under the indent."""
        if self.spans:
            return self.spans
        words = self.text.lstrip()
        return (("plain", self.text[: len(self.text) - len(words)]), (self.style, words))


def row_of(spans: Iterable[tuple[Style, str]], kind: LineKind | None, *, begins: bool = True) -> Row:
    """A row of several pieces."""
    pieces = tuple(spans)
    return Row("".join(text for _, text in pieces), "plain", kind, begins, pieces)


def wrap_lines(lines: Iterable[Line], width: int, catalog: Catalog) -> Iterator[Row]:
    """Lines as rows, wrapped at words, and where a text has none, between characters.

    Cells are counted: Chinese takes two, and a Thai vowel above takes none.

    Args:
        lines: what to say.
        width: cells in a row.
        catalog: the language.
    """
    for line in lines:
        prefix, indent, style, blank_before = _LOOKS[line.kind]
        if blank_before:
            yield Row("")
        # A hanging indent: what does not fit goes on under the text, not under the mark.
        hanging = indent + len("- ") if prefix else indent
        parts = _wrap(visible(catalog.render(line.text)), max(2, width - hanging)) or [""]
        for number, part in enumerate(parts):
            before = " " * hanging if number else f"{' ' * indent}{prefix}"
            yield Row(f"{before}{part}".rstrip(), style, line.kind, not number)


def _wrap(text: str, width: int) -> list[str]:
    # wcwidth takes time by the square of a word's length. So a long word is wrapped a few rows at a time, and the last
    # of them, which may not be full, again with what follows it.
    rows: list[str] = []
    size = few = 4 * width
    while begin := re.search(rf"[^ \t\n]{{{size}}}", text):
        *full, last = _wrap_short(text[: begin.end()], width)
        rows += full
        text = last + text[begin.end() :]
        # Marks take no cells: many of them may stand in one row.
        size = few if full else 2 * size
    return rows + _wrap_short(text, width)


def _wrap_short(text: str, width: int) -> list[str]:
    # A number with hyphens is dialled as it stands in one row.
    return wrap(text, width, break_on_hyphens=False)
