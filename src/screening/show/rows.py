"""Lines as rows of a width: wrapped at words, no meaning by colour alone (pure)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from screening.language.catalog import Catalog
from screening.show.characters import visible
from screening.show.columns import IN_COLUMNS, column_rows
from screening.show.lines import Line, LineKind
from screening.show.looks import Style
from screening.show.row import Row, row_of
from screening.show.wrapping import wrap_text

__all__ = ["Row", "closed_up", "row_of", "wrap_lines"]

# For each kind: what stands before it, how far it is indented, its style, and whether a blank line comes before.
_LOOKS: dict[LineKind, tuple[str, int, Style, bool]] = {
    "title": ("", 0, "strong", True),
    "lead": ("", 0, "strong", True),
    "paragraph": ("", 0, "plain", True),
    "heading": ("", 0, "title", True),
    "subheading": ("", 0, "strong", True),
    "group": ("", 0, "strong", False),
    "do": ("- ", 2, "plain", False),
    "avoid": ("! ", 2, "strong", False),
    "item": ("- ", 2, "plain", False),
    "number": ("", 1, "plain", False),
    "contact": ("", 4, "strong", False),
    "detail": ("", 4, "plain", False),
    "text": ("", 0, "plain", False),
    "mark": ("", 0, "plain", True),
    "choice": ("", 4, "plain", False),
    "theirs": ("", 0, "strong", True),
}


def wrap_lines(lines: Iterable[Line], width: int, catalog: Catalog) -> Iterator[Row]:
    """Lines as rows, wrapped at words, and where a text has none, between characters.

    Cells are counted: Chinese takes two, and a Thai vowel above takes none.

    Args:
        lines: what to say.
        width: cells in a row.
        catalog: the language.
    """
    for in_columns, together in groupby(lines, lambda line: line.kind in IN_COLUMNS):
        if in_columns:
            yield from column_rows(list(together), width, catalog)
        else:
            for line in together:
                yield from _wrapped(line, width, catalog)


def _wrapped(line: Line, width: int, catalog: Catalog) -> Iterator[Row]:
    prefix, indent, style, blank_before = _LOOKS[line.kind]
    if line.kind == "choice" and line.label is not None:
        prefix = f"{visible(catalog.render(line.label))}  "
    if blank_before:
        yield Row("")
    # A hanging indent: what does not fit goes on under the text, not under the mark or as if it were a next number.
    hanging = indent + len("- " if line.kind == "number" else prefix)
    for number, part in enumerate(wrap_text(visible(catalog.render(line.text)), max(2, width - hanging))):
        before = " " * hanging if number else f"{' ' * indent}{prefix}"
        yield Row(f"{before}{part}".rstrip(), style, line.kind, not number)


def closed_up(rows: Sequence[Row], height: int) -> list[Row]:
    """Rows without as many of the blank ones, from the first on, as it takes to have all of them seen at once.

    Where that is not enough, they stay as they are.
    """
    too_many = len(rows) - height
    if sum(row.kind is None for row in rows) < too_many:
        return list(rows)
    kept: list[Row] = []
    for row in rows:
        if row.kind is None and too_many > 0:
            too_many -= 1
        else:
            kept.append(row)
    return kept
