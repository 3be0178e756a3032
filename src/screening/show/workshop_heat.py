"""A heat map as rows of signs, people by questions: it is read without colour, and folded where it is wide (pure)."""

from collections.abc import Iterator, Sequence
from typing import Final

from wcwidth import width as cell_len

from screening.language.catalog import Catalog
from screening.language.messages import Listing, Message, Text, gettext
from screening.practice.room import AgainstKey
from screening.show.lines import Line
from screening.show.looks import Style
from screening.show.row import Row, row_of
from screening.show.workshop_parts import HeatColumn, HeatMap
from screening.show.workshop_words import SIGN

_SEAT: Final = gettext("Seat")
# After so many cells there is a wider gap, by which the eye keeps its place.
_TOGETHER: Final = 5
# How wide a cell is, with the gap after it: narrow where not all of them fit. What does not fit then is folded.
_WIDE: Final = 2
_NARROW: Final = 1
_STYLE: Final[dict[AgainstKey, Style]] = {"differs": "differs", "unknown": "unknown"}
_Pieces = list[tuple[Style, str]]


def heat_rows(heat: HeatMap, width: int, catalog: Catalog) -> Iterator[Row]:
    """A heat map as rows.

    Args:
        heat: the heat map.
        width: cells in a row; what does not fit goes below, under the seats once more.
        catalog: the language.
    """
    head = catalog.render(_SEAT)
    label = max(cell_len(head), *map(cell_len, heat.seats)) + 1
    room = width - label
    cell = _WIDE if _cells(len(heat.columns), _WIDE) <= room else _NARROW
    fitting = max(1, (room + 2) // (cell * _TOGETHER + 1)) * _TOGETHER
    for begin in range(0, len(heat.columns), fitting):
        columns = heat.columns[begin : begin + fitting]
        yield Row("")
        yield from _head(head, label, columns, cell)
        for index, seat in enumerate(heat.seats):
            pieces: _Pieces = [("plain", _padded(seat, label))]
            for number, column in enumerate(columns):
                held = column.cells[index]
                before = _gap(number, cell) if number else ""
                pieces += [("plain", before), (_STYLE.get(held, "plain"), SIGN[held])]
            yield row_of(pieces, "text")
    yield Row("")
    for held, meaning in heat.legend:
        yield row_of([(_STYLE.get(held, "plain"), SIGN[held]), ("plain", f"  {catalog.render(meaning)}")], "text")


def _cells(number: int, cell: int) -> int:
    """How wide so many cells are."""
    return sum(len(_gap(each, cell)) + 1 for each in range(1, number)) + 1


def _head(head: str, label: int, columns: Sequence[HeatColumn], cell: int) -> Iterator[Row]:
    """The numbers of the questions, digit above digit."""
    longest = max(len(str(column.number)) for column in columns)
    for digit in range(longest):
        numbers = [str(column.number).rjust(longest)[digit] for column in columns]
        before = _padded(head if digit == longest - 1 else "", label)
        cells = "".join(f"{_gap(number, cell) if number else ''}{each}" for number, each in enumerate(numbers))
        yield row_of([("strong", f"{before}{cells}")], "text")


def _gap(number: int, cell: int) -> str:
    """What stands before a cell that is not the first."""
    return " " * (cell - 1 + (number % _TOGETHER == 0))


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))


def heat_lines(heat: HeatMap) -> Iterator[Line]:
    """The same person by person, for who has it read out: the numbers of the questions that are not as the key."""
    for index, seat in enumerate(heat.seats):
        told = tuple(
            gettext("{kind}: {numbers}", kind=meaning, numbers=Listing(numbers, "comma"))
            for cell, meaning in heat.legend
            if cell != "agrees" and (numbers := _numbers(heat, index, cell))
        )
        yield Line("item", _seat_line(seat, told))


def _numbers(heat: HeatMap, index: int, cell: AgainstKey) -> tuple[Text, ...]:
    return tuple(str(column.number) for column in heat.columns if column.cells[index] == cell)


def _seat_line(seat: str, told: tuple[Message, ...]) -> Message:
    if not told:
        return gettext("Seat {seat}: all as the key", seat=seat)
    # Translators: the label of a seat, and how its marks are not those of the key, with the numbers of questions.
    return gettext("Seat {seat}: {told}", seat=seat, told=Listing(told, "semicolon"))
