"""One row on a screen or a page (pure)."""

from collections.abc import Iterable

from msgspec import Struct

from screening.show.lines import LineKind
from screening.show.looks import Style


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
