"""What the report of a room is made of: lines, tables, and charts with the table that says the same (pure)."""

from typing import Literal, TypeAlias

from msgspec import Struct

from screening.language.messages import Message, Text
from screening.practice.room import AgainstKey
from screening.show.lines import Line

# What a bar or a cell is: how marks stand beside the key, or a level that is that of the key or another one.
Tone = Literal["agrees", "differs", "unknown", "closed"]


class Table(Struct, frozen=True):
    """Rows under a head.

    Attributes:
        title: what it is a table of.
        head: of each column. The first names the row.
        rows: cells, as many as the head has.
        numbers: which columns are numbers, and end in one line.
        bars: for each row a length from 0 to 1, where a bar is drawn beside it.
    """

    title: Message
    head: tuple[Message, ...]
    rows: tuple[tuple[Text, ...], ...]
    numbers: frozenset[int] = frozenset()
    bars: tuple[float, ...] = ()


class Bar(Struct, frozen=True):
    """A bar of several pieces.

    Attributes:
        label: what it is of.
        pieces: how many of each tone.
        marked: it is the one that the key has.
    """

    label: Text
    pieces: tuple[tuple[Tone, int], ...]
    marked: bool = False


class Bars(Struct, frozen=True):
    """Bars below one another, all of them over as many people.

    Attributes:
        title, described: what is said of it where it cannot be seen.
        bars: the bars.
        whole: how many people the longest may have.
        legend: what each tone means.
        table: the same as a table.
    """

    title: Message
    described: Message
    bars: tuple[Bar, ...]
    whole: int
    legend: tuple[tuple[Tone, Message], ...]
    table: Table


class HeatColumn(Struct, frozen=True):
    """One question.

    Attributes:
        number: by which it is found in the list of questions.
        text: the question.
        cells: how the mark of each seat stands beside the key.
    """

    number: int
    text: Text
    cells: tuple[AgainstKey, ...]


class HeatMap(Struct, frozen=True):
    """People by questions.

    Attributes:
        title, described: what is said of it where it cannot be seen.
        seats: the labels of the people, one a row.
        columns: the questions.
        legend: what the sign in a cell means.
    """

    title: Message
    described: Message
    seats: tuple[str, ...]
    columns: tuple[HeatColumn, ...]
    legend: tuple[tuple[AgainstKey, Message], ...]


class Pair(Struct, frozen=True):
    """A share before and after, from 0 to 1; None where there was nothing to take it of."""

    label: Text
    before: float | None
    after: float | None


class Dots(Struct, frozen=True):
    """Shares before and after, a row each.

    Attributes:
        title, described: what is said of it where it cannot be seen.
        before, after: what the dots are called.
        pairs: the shares.
        table: the same as a table.
    """

    title: Message
    described: Message
    before: Message
    after: Message
    pairs: tuple[Pair, ...]
    table: Table


Part: TypeAlias = Line | Table | Bars | HeatMap | Dots
