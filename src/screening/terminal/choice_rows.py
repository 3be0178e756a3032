"""The choices of a screen as rows: keys below each other, a label that goes on below itself (pure).

Where a choice has the words of the person too, they stand beside the screener's, or below, whichever takes fewer rows.
"""

import itertools
from collections.abc import Iterator, Sequence

from msgspec import Struct
from wcwidth import width as cell_len

from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.show.lines import Line
from screening.show.looks import Style
from screening.show.rows import Row, row_of, wrap_lines
from screening.terminal.choice_keys import shown_key
from screening.terminal.screen import Choice, Screen
from screening.terminal.view_state import NOTHING_POINTED, ViewState

# Before each row stands the pointer, with a blank on either side.
POINTER_CELLS = 3
# Between two choices in one row, and the pointer's place before the second.
_BETWEEN = " "
# Between the words of the screener and those of the person.
_TO_THEIRS = 3
_ON_THE_SIDE = " / "
_NARROWEST = 12
_SHARES = (5, 4, 6, 3)
# So wide that everything is one row.
_ANY = 10_000


class ChoiceRows(Struct, frozen=True):
    """The choices of a screen, as rows.

    Attributes:
        rows: the rows, without the place for the pointer before each.
        pointed: the row at which the pointer stands; none where nothing is pointed at.
        below: how many rows of the choice that is pointed at are below its first.
        within: the pointer stands within the row, before its second choice.
    """

    rows: tuple[Row, ...] = ()
    pointed: int = NOTHING_POINTED
    below: int = 0
    within: bool = False

    @property
    def tallest(self) -> int:
        """Rows of the choice that takes the most."""
        starts = [number for number, row in enumerate(self.rows) if row.begins] + [len(self.rows)]
        return max((after - start for start, after in itertools.pairwise(starts)), default=0)

    def close(self) -> "ChoiceRows":
        """The same without blank rows."""
        blank = [number for number, row in enumerate(self.rows) if row.kind is None]
        rows = tuple(row for row in self.rows if row.kind is not None)
        before = sum(number < self.pointed for number in blank)
        return ChoiceRows(rows, self.pointed - before, self.below, self.within)


def choice_rows(screen: Screen, view: ViewState, width: int, catalog: Catalog, pointer: str) -> ChoiceRows:
    """The choices of a screen.

    Args:
        screen: the screen.
        view: how it is looked at.
        width: columns, with the place for the pointer.
        catalog: the language.
        pointer: the sign before what is pointed at.
    """
    cells = [_Cell(screen, view, number, catalog) for number in range(len(screen.choices))]
    keys = max((len(cell.key) for cell in cells), default=0)
    if not any(cell.theirs for cell in cells):
        return _laid_out(cells, width, keys, pointer, 0)
    # In columns, as wide as the screener's words are or as a share of the room; or below each other. Of those that take
    # as many rows, the first.
    room = width - POINTER_CELLS - keys - 2 - _TO_THEIRS
    columns = (_column(cells), *(room * share // 10 for share in _SHARES), 0)
    return min((_laid_out(cells, width, keys, pointer, column) for column in columns), key=lambda laid: len(laid.rows))


def _laid_out(cells: Sequence["_Cell"], width: int, keys: int, pointer: str, column: int) -> ChoiceRows:
    """The choices as rows, with the words of the person in a column of their own so far on, or below where it is 0."""
    rows: list[Row] = []
    pointed, below, within = NOTHING_POINTED, 0, False
    for group in _in_groups(cells, width - POINTER_CELLS, keys):
        if group[0].choice.apart and rows:
            rows.append(Row(""))
        here = list(_rows(group, width - POINTER_CELLS, keys, pointer, column))
        for place, cell in enumerate(group):
            if cell.pointed:
                pointed, below, within = len(rows), len(here) - 1, place > 0
        rows += here
    return ChoiceRows(tuple(rows), pointed, below, within)


class _Cell:
    """A choice as it is shown: its key, its mark, and what it is called."""

    def __init__(self, screen: Screen, view: ViewState, number: int, catalog: Catalog) -> None:
        self.choice = screen.choices[number]
        self.pointed = number == view.pointer
        self.key = shown_key(screen, self.choice)
        self.mark = _mark(screen, view, self.choice)
        self.label: Text = self.choice.label
        self.theirs = self.choice.theirs
        self._catalog = catalog
        # The same words are tried in one column after another.
        self._wrapped: dict[tuple[int, Text], list[str]] = {}
        if self.theirs and self.choice.undecided:
            # What can always be answered shares a row, with all its words.
            told = (self.wrapped(_ANY), self.wrapped(_ANY, self.theirs))
            self.label, self.theirs = _ON_THE_SIDE.join(words for row in told for words in row), ""

    def beside_another(self) -> None:
        """Labels of two in one row need not stand below those of the others."""
        self.mark = self.mark.strip() and self.mark

    def wrapped(self, width: int, words: Text | None = None) -> list[str]:
        text = self.label if words is None else words
        rows = self._wrapped.get((width, text))
        if rows is None:
            rows = [row.text for row in wrap_lines([Line("text", text)], width, self._catalog)] or [""]
            self._wrapped[width, text] = rows
        return rows

    def pieces(self, keys: int, label: str) -> list[tuple[Style, str]]:
        """Its first row."""
        key = f"{self.key:>{keys}}"
        words: Style = "strong" if self.pointed else "plain"
        before: list[tuple[Style, str]] = []
        if keys:
            before = [("pointed", f"{key} "), ("plain", " ")] if self.pointed else [("strong", key), ("plain", "  ")]
        marked: Style = "strong" if self.mark.strip() else words
        return [*before, (marked, self.mark), (words, label)]


def _in_groups(cells: Sequence[_Cell], width: int, keys: int) -> Iterator[Sequence[_Cell]]:
    """One choice a row; what can always be answered shares one where that has room."""
    number = 0
    while number < len(cells):
        pair = cells[number : number + 2]
        number += 1
        if len(pair) == 2 and all(cell.choice.undecided for cell in pair) and _fits(pair, width, keys):
            number += 1
            for cell in pair:
                cell.beside_another()
            yield pair
        else:
            yield pair[:1]


def _fits(pair: Sequence[_Cell], width: int, keys: int) -> bool:
    labels = [cell.wrapped(_ANY) for cell in pair]
    taken = sum(keys + 2 + cell_len(cell.mark) + cell_len(label[0]) for cell, label in zip(pair, labels, strict=True))
    return all(len(label) == 1 for label in labels) and taken + len(_BETWEEN) + POINTER_CELLS <= width


def _column(cells: Sequence[_Cell]) -> int:
    """Where the words of the person can begin, so that each of the screener's stands in one row before them."""
    return max((cell_len(row) for cell in cells if cell.theirs for row in cell.wrapped(_ANY)), default=0)


def _rows(group: Sequence[_Cell], width: int, keys: int, pointer: str, column: int) -> Iterator[Row]:
    first, *others = group
    indent = (keys + 2 if keys else 0) + cell_len(first.mark)
    top, *below = _in_both(first, width - indent, column)
    pieces = first.pieces(keys, top)
    for cell in others:
        sign: tuple[Style, str] = ("pointed", f" {pointer} ") if cell.pointed else ("plain", " " * POINTER_CELLS)
        pieces += [("plain", _BETWEEN), sign, *cell.pieces(len(cell.key), cell.wrapped(width)[0])]
    yield row_of(pieces, "text")
    words: Style = "strong" if first.pointed else "plain"
    for text in below:
        yield row_of([("plain", " " * indent), (words, text)], "text", begins=False)


def _in_both(cell: _Cell, width: int, column: int) -> list[str]:
    """What a choice is called: in the words of the screener, and in those of the person beside or below them."""
    if not cell.theirs:
        return cell.wrapped(width)
    left = width - column - _TO_THEIRS
    if not column or left < _NARROWEST:
        return [*cell.wrapped(width), *cell.wrapped(width, cell.theirs)]
    pairs = itertools.zip_longest(cell.wrapped(column), cell.wrapped(left, cell.theirs), fillvalue="")
    return [f"{own}{' ' * (column + _TO_THEIRS - cell_len(own))}{theirs}".rstrip() for own, theirs in pairs]


def _mark(screen: Screen, view: ViewState, choice: Choice) -> str:
    if not screen.several:
        return "* " if choice.value in screen.chosen else ("  " if screen.chosen else "")
    if choice.undecided and choice.value not in view.ticked:
        return "    "
    return "[x] " if choice.value in view.ticked else "[ ] "
