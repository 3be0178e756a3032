"""Records as they arrive from another program: JSON Lines or a table, whichever it is; one at a time, in order.

What cannot be read is a value among the others, in its place, so that it hides none of them.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Final, Literal

from msgspec import Struct

from screening.language.messages import Message, Text, gettext
from screening.reading.columns import Columns
from screening.reading.json_lines import JsonReader, Unreadable
from screening.reading.problem import Problem, Problems, Unsound
from screening.reading.shape import File
from screening.reading.streams import MAX_LINE, Line, as_utf8, lines_of, replayed, with_new_lines
from screening.reading.tables import Row, TableText
from screening.sets.column_map import ColumnMap
from screening.sets.model import IndicatorSet

RecordsFormat = Literal["jsonl", "csv"]

# How a packed archive begins, which a workbook is (XLSX, ODS).
_WORKBOOK: Final = b"PK\x03\x04"


class Written(Struct, gc=False):
    """A record as it is written; what stands in it is not looked at yet.

    Attributes:
        line: where it begins.
    """

    line: int
    id: str | int
    answers: dict[str, Any]
    circumstances: dict[str, Any]


class Misread(Struct, frozen=True):
    """What stands where a record should.

    Attributes:
        line: where it begins.
        id: that of the record, where it can be told.
        message: what is wrong.
    """

    line: int
    id: str | int | None
    message: Text


Arrived = Written | Misread


class Arriving(Struct, frozen=True):
    """Records that arrive.

    Attributes:
        format: what they are written as.
        records: they themselves, one held at a time.
        remark: what somebody should know of all of them; None where there is nothing.
    """

    format: RecordsFormat
    records: Iterator[Arrived]
    remark: Message | None = None


def arriving(
    stream: BinaryIO,
    name: str,
    indicator_set: IndicatorSet,
    format_: RecordsFormat | None = None,
    named: File[ColumnMap] | None = None,
) -> Arriving:
    """The records in a stream.

    Args:
        stream: where they come from.
        name: how to call it.
        indicator_set: the set that they were made with.
        format_: what they are written as; without it, their beginning tells.
        named: what the columns of a table are called.

    Raises:
        Unsound: they are a table, and its header cannot be used; or a list that is no lines.
    """
    stream = as_utf8(stream)
    begun, first = _beginning(stream)
    if begun[0].startswith(_WORKBOOK):
        message = gettext("this is a workbook, such as Excel writes, and no text")
        hint = gettext("Export it as CSV, or open it and save it as 'CSV UTF-8'.")
        raise Unsound([Problem(name, first, 1, message, hint, "file")])
    if format_ is None and begun[0].strip() == b"[":
        message = gettext("this is one list over several lines, and not JSON Lines")
        raise Unsound([Problem(name, first, 1, message, gettext("Write each record on a line of its own."), "file")])
    table = format_ == "csv" if format_ is not None else _is_table(begun)
    whole = replayed(begun, stream)
    if not table:
        return Arriving("jsonl", json_records(lines_of(whole, first=first), indicator_set))
    if begun and b"\r" in begun[0].removesuffix(b"\n").removesuffix(b"\r"):
        whole = with_new_lines(whole)
    return _table(TableText(lines_of(whole, first=first)), name, indicator_set, named)


def _beginning(stream: BinaryIO) -> tuple[list[bytes], int]:
    """The first line that is not blank, with the next where it does not tell what this is; and its number."""
    number = 1
    while (line := stream.readline(MAX_LINE + 1)) and not line.strip():
        number += line.endswith(b"\n")
    begun = [line]
    while line and not _is_json(line) and line.endswith(b"\n") and (after := stream.readline(MAX_LINE + 1)):
        begun.append(after)
        if after.strip():
            break
    return begun, number


def _is_json(line: bytes) -> bool:
    return line.lstrip()[:1] in (b"{", b"[")


def _is_table(begun: list[bytes]) -> bool:
    """Whether this is how a table begins. A wrong first line of JSON hides no others: the next one tells."""
    return bool(begun[0].strip()) and not _is_json(begun[0]) and not begun[-1].lstrip().startswith(b"{")


def json_records(lines: Iterable[Line], indicator_set: IndicatorSet) -> Iterator[Arrived]:
    """The records in lines of JSON, one each; blank lines are none.

    Args:
        lines: with their numbers; None for one that is too long.
        indicator_set: the set that they were made with.
    """
    read = JsonReader(indicator_set).record
    for number, line in lines:
        if line is None:
            yield Misread(number, None, _TOO_LONG)
        elif line and not line.isspace():
            try:
                id_, answers, circumstances = read(line)
            except Unreadable as error:
                yield Misread(number, error.id, error.message)
            else:
                yield Written(number, id_, answers, circumstances)


_TOO_LONG = gettext("the line is longer than {most} bytes. Give one record per line.", most=str(MAX_LINE))


def _table(text: TableText, name: str, indicator_set: IndicatorSet, named: File[ColumnMap] | None) -> Arriving:
    candidates = [
        (delimiter, row, Columns(row.cells, indicator_set, named))
        for delimiter, row in text.headers()
        if row.wrong is None
    ]
    if not candidates:
        message = gettext("the header of this table cannot be read")
        raise Unsound([Problem(name, 1, 1, message, gettext("Check its quotes."), "file")])
    # The delimiter by which most of the header means something; the first of them where nothing tells.
    delimiter, header, columns = max(candidates, key=lambda each: (each[2].known, len(each[1].cells)))
    problems: Problems = columns.problems(name, header.line)
    if problems:
        raise Unsound(problems)
    rows = text.rows(delimiter)
    next(rows, None)
    return Arriving("csv", _rows(rows, columns), columns.unknown_named())


def _rows(rows: Iterator[Row], columns: Columns) -> Iterator[Arrived]:
    for row in rows:
        if row.wrong is not None:
            yield Misread(row.line, None, row.wrong)
            continue
        read = columns.read(row.cells, row.number)
        if read.wrong is not None:
            yield Misread(row.line, read.id, read.wrong)
        elif read.id is not None:
            yield Written(row.line, read.id, read.answers, read.circumstances)
