"""What a form on paper is made of, apart from how it looks."""

from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from screening.show.side_by_side import Sides

# What is said to the person: before, ask, then. What only the screener reads: all the others. A check is a box with a
# code that other lines name; a fact, and a row of the tally, stand in a table; a call is whom to call at once; below a
# room there is space to write.
LineKind = Literal[
    "text",
    "skip",
    "before",
    "ask",
    "then",
    "mark",
    "listen",
    "answers",
    "at_once",
    "do",
    "avoid",
    "title",
    "check",
    "fact",
    "tally",
    "number",
    "call",
    "room",
]
# Of a box: an answer; one that excludes the others; the whole list was gone through; the rest, or all, is not known.
BoxKind = Literal["answer", "alone", "whole", "unclear", "declined"]


SAID: Final[frozenset[LineKind]] = frozenset({"before", "ask", "then", "answers"})


class PaperBox(Struct, frozen=True):
    """A box to tick.

    Attributes:
        code: what it is called wherever the form speaks of it, such as `9a`.
        words: what it stands for.
        kind: what ticking it says of the others. All but answers stand at the same place below every list.
    """

    code: str
    words: Sides
    kind: BoxKind = "answer"


class PaperLine(Struct, frozen=True):
    """One line.

    Attributes:
        kind: what it is.
        words: what it says.
        code: of a box that stands before it, or of a question or card that it begins.
        boxes: the answers, each with a box.
        where: of a fact, the boxes from which it comes; of a row of the tally, when it is shown.
        cells: of a fact, its group and how it counts; of a row of the tally, what stands in it: nothing where there is
            room to write.
    """

    kind: LineKind
    words: Sides = ()
    code: str = ""
    boxes: tuple[PaperBox, ...] = ()
    where: Sides = ()
    cells: tuple[Sides, ...] = ()


def for_the_screener(line: PaperLine) -> PaperLine:
    """A line in the screener's language on every side, where the person reads along: they need not read what it is for.

    Args:
        line: the line. What is said to the person stays in both.
    """
    if line.kind in SAID:
        return line
    return replace(
        line,
        words=_first(line.words),
        where=_first(line.where),
        cells=tuple(map(_first, line.cells)),
    )


def _first(sides: Sides) -> Sides:
    return sides[:1] * len(sides)


class PaperEntry(Struct, frozen=True):
    """Lines that stay on one page."""

    lines: tuple[PaperLine, ...]


class PaperPart(Struct, frozen=True):
    """A part with a heading.

    Attributes:
        heading: the heading.
        entries: what stands below.
        new_page: whether it begins on a page of its own.
        columns: what the columns of its table are called; none where it has none.
        table: what the table holds.
    """

    heading: Sides
    entries: tuple[PaperEntry, ...]
    new_page: bool = False
    columns: tuple[Sides, ...] = ()
    table: Literal["", "facts", "tally"] = ""


class PaperForm(Struct, frozen=True):
    """The whole form.

    Attributes:
        title: what stands above. It lies between two people, and is neutral.
        languages: the tags of its languages.
        legend: what the marks of a translation mean, as far as there are any.
        parts: in order.
        made_with: the set, its version and fingerprint, for each page.
        page: before, between and after the number of a page and that of all pages.
    """

    title: Sides
    languages: tuple[str, ...]
    legend: tuple[Sides, ...]
    parts: tuple[PaperPart, ...]
    made_with: str
    page: tuple[str, str, str]
