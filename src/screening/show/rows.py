"""Lines as rows of a width: wrapped at words, no meaning by colour alone (pure)."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from wcwidth import wrap

from screening.language.catalog import Catalog
from screening.show.characters import visible
from screening.show.lines import Line, LineKind

# For each kind: what stands before it, how far it is indented, its style, and whether a blank line comes before.
_LOOKS: dict[LineKind, tuple[str, int, str, bool]] = {
    "title": ("", 0, "bold", True),
    "lead": ("", 0, "bold", True),
    "paragraph": ("", 0, "", True),
    "heading": ("", 0, "bold underline", True),
    "subheading": ("", 0, "bold", True),
    "do": ("- ", 2, "", False),
    "avoid": ("x ", 2, "bold", False),
    "item": ("- ", 2, "", False),
    "contact": ("", 4, "bold", False),
    "detail": ("", 4, "", False),
    "text": ("", 0, "", False),
}


class Row(Struct, frozen=True):
    """One row on a screen or a page.

    Attributes:
        text: what stands in it, with its indent.
        style: how it looks, in words that rich and prompt_toolkit both know; empty for plain.
        kind: the kind of its line; None for a blank row.
        begins: it is the first row of its line.
    """

    text: str
    style: str = ""
    kind: LineKind | None = None
    begins: bool = True


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
        # A number with hyphens is dialled as it stands in one row.
        parts = wrap(visible(catalog.render(line.text)), max(2, width - hanging), break_on_hyphens=False) or [""]
        for number, part in enumerate(parts):
            before = " " * hanging if number else f"{' ' * indent}{prefix}"
            yield Row(f"{before}{part.rstrip()}".rstrip(), style, line.kind, not number)
