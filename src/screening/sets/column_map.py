"""How another program's columns and values are called here (pure)."""

from typing import Annotated, Final

from msgspec import Meta

from screening.sets.fields import FileStruct, Id, Value

# Of another program: it may be called anything.
Foreign = Annotated[str, Meta(min_length=1, max_length=300)]

# How the names begin of what a form that was made of a set works out, and asks for itself. No id of a set has two of
# these strokes in a row, so that nothing of it is ever taken for an answer.
OWN: Final = "sr__"


def as_compared(name: str) -> str:
    """The name of a column as names are compared: spreadsheets write capitals, and other programs no hyphens."""
    return name.casefold().replace("_", "-")


class MappedColumn(FileStruct, frozen=True, kw_only=True):
    """What a column holds.

    Attributes:
        item: the question or circumstance.
        option: of a tick list: the one option that the column is about, ticked or not.
        values: what the column's values mean: an answer of the item, or `not_asked`.
    """

    item: Id
    option: Value | None = None
    values: dict[Foreign, Value] = {}


class ColumnMap(FileStruct, frozen=True, kw_only=True):
    """A file that says what the columns and values of another program's table are called in a set.

    Attributes:
        id: the column with the id of each record.
        columns: the question or circumstance that each column holds. A column with the id of one needs no line here.
        values: what values mean in every column.
        leave_out: columns that are not read, whatever they are called.
    """

    id: Foreign | None = None
    columns: dict[Foreign, Id | MappedColumn]
    values: dict[Foreign, Value] = {}
    leave_out: tuple[Foreign, ...] = ()
