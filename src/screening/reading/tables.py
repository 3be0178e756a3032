"""The rows of a table as spreadsheets and form servers write it (CSV), each with the line where it begins.

A row that cannot be read is told in its place, and hides none of those behind it: a quote that nobody closes ends with
its own line.
"""

import csv
from collections import deque
from collections.abc import Iterable, Iterator

from msgspec import Struct

from screening.language.messages import Message, gettext
from screening.reading.problem import sentences
from screening.reading.streams import MAX_LINE, Line

DELIMITERS = (",", ";", "\t", "|")
_SEPARATOR_LINE = "sep="
_TOO_LONG = gettext("the row is longer than {most} bytes. Give one record per row.", most=str(MAX_LINE))
_MISQUOTED = sentences(
    gettext("a quote in this row is never closed, or text stands behind a closed one"),
    gettext("Write a quote within a cell twice."),
)


class Row(Struct, frozen=True):
    """One row.

    Attributes:
        line: the number of the line where it begins.
        number: the number of the row as a spreadsheet counts.
        cells: what stands in it; bytes that are no UTF-8 as halves of characters.
        wrong: why it cannot be read; the cells are none then.
    """

    line: int
    number: int
    cells: list[str]
    wrong: Message | None = None


class TableText:
    """The lines of a table, from which rows are taken."""

    def __init__(self, lines: Iterable[Line]) -> None:
        """Args: lines: with their numbers, blank ones too."""
        self._lines = iter(lines)
        self._again: deque[Line] = deque()
        self._number = 0

    def headers(self) -> list[tuple[str, Row]]:
        """The first row that is not blank, as it reads with each delimiter. It stays there to be taken.

        Spreadsheets may name the delimiter in a line of its own (`sep=;`); then there is one way to read it.
        """
        self._pass_blank_lines()
        if self._again and (named := _named_delimiter(self._again[0][1])) is not None:
            self._again.popleft()
            return [(named, self._row(named, again=True))]
        return [(delimiter, self._row(delimiter, again=True)) for delimiter in DELIMITERS]

    def rows(self, delimiter: str) -> Iterator[Row]:
        """The rows from here on. Those in which no cell holds anything are none.

        Args:
            delimiter: what stands between cells.
        """
        while True:
            row = self._row(delimiter, again=False)
            if not row.line:
                return
            if row.wrong is not None or any(not cell.isspace() for cell in row.cells if cell):
                yield row

    def _pass_blank_lines(self) -> None:
        while not self._again and (line := next(self._lines, None)) is not None:
            if line[1] is None or line[1].strip():
                self._again.append(line)
            else:
                self._number += 1

    def _row(self, delimiter: str, *, again: bool) -> Row:
        """The next row; its line is 0 where there is none. With `again`, it is the next one once more."""
        taken: list[Line] = []
        begun = self._number
        row = self._read(delimiter, taken)
        if row.wrong is not None and len(taken) > 1:
            self._again.extendleft(reversed(taken[1:]))
        if again:
            self._number = begun
            self._again.extendleft(reversed(taken if row.wrong is None else taken[:1]))
        return row

    def _read(self, delimiter: str, taken: list[Line]) -> Row:
        if not self._take(taken):
            return Row(0, self._number, [])
        self._number += 1
        line, first = taken[0]
        if first is None:
            return Row(line, self._number, [], _TOO_LONG)
        try:
            cells = next(csv.reader(self._texts(first, taken), delimiter=delimiter, strict=True), [])
        except csv.Error:
            return Row(line, self._number, [], _MISQUOTED)
        return Row(line, self._number, cells)

    def _texts(self, first: bytes, taken: list[Line]) -> Iterator[str]:
        """The text of a row: more lines where a quote is still open, until it is longer than a line may be."""
        yield first.decode("utf-8", "surrogateescape")
        size = len(first)
        while size <= MAX_LINE and self._take(taken):
            line = taken[-1][1]
            if line is None:
                return
            size += len(line)
            yield line.decode("utf-8", "surrogateescape")

    def _take(self, taken: list[Line]) -> bool:
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            return False
        taken.append(line)
        return True


def _named_delimiter(line: bytes | None) -> str | None:
    text = (line or b"").decode("utf-8", "surrogateescape").strip('\r\n"')
    named = text.removeprefix(_SEPARATOR_LINE)
    return named if len(named) == 1 and named != text else None
