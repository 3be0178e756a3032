"""The columns of a table of records, and what a row says in them.

What nobody answered is an empty cell, and was not asked: it is never a no.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from screening.language.messages import Listing, Message, gettext, ngettext, quoted
from screening.reading.column_maps import column_of
from screening.reading.headers import Header
from screening.reading.problem import DidYouMean, Problem, Problems, sentences, shortened
from screening.reading.shape import File
from screening.sets.answers import DECLINED, NOT_ASKED, RESTS, UNCLEAR
from screening.sets.column_map import ColumnMap
from screening.sets.items import Item, recordable
from screening.sets.model import IndicatorSet

# How programs write that nothing was answered. An option of the set with such an id is that option all the same.
_NOTHING: Final = frozenset({"", "n/a", "N/A", "#N/A", "NA", "NaN", "nan", "NULL", "null", NOT_ASKED})
# Where any code is an answer, only what cannot be one.
_NO_CODE: Final = frozenset({"", "n/a", "N/A", "#N/A", NOT_ASKED})
_TICKED: Final = frozenset({"1", "1.0", "true", "yes"})
_NOT_TICKED: Final = frozenset({"0", "0.0", "false", "no"})
_BETWEEN_TICKS = re.compile(r"[\s,;|]+")

_MOST_NAMED = 12


class _Whole(Struct, frozen=True):
    """A column with the whole answer to an item."""

    index: int
    name: str
    item: Item
    ids: frozenset[str]
    nothing: frozenset[str]
    values: Mapping[str, str]


class _Ticks(Struct, frozen=True):
    """The columns of a tick list, one for each option; whether every option that can be ticked with others has one."""

    item: Item
    options: tuple[tuple[int, str, str, Mapping[str, str]], ...]
    complete: bool


class RowRead(Struct, frozen=True):
    """A row as a record: what it says, or why it cannot be read."""

    id: str | int | None
    answers: dict[str, Any] = {}
    circumstances: dict[str, Any] = {}
    wrong: Message | None = None


class Columns:
    """The columns of one table.

    Attributes:
        known: how many hold something of the set.
    """

    def __init__(
        self, header: Sequence[str], indicator_set: IndicatorSet, named: File[ColumnMap] | None = None
    ) -> None:
        """Find out what each column holds.

        Args:
            header: what the columns are called.
            indicator_set: the set that the records were made with.
            named: what a map calls them, checked against the set.
        """
        self._items = recordable(indicator_set)
        self._map = named
        self._meant = named.value if named is not None else ColumnMap(columns={})
        self._header = Header(header, self._items, self._meant)
        self.known = len(self._header.held)
        self._twice: list[str] = []
        self._whole: dict[str, _Whole] = {}
        ticks: dict[str, dict[str, int]] = {}
        for index, (item, option) in self._header.held.items():
            self._place(index, item, option, ticks)
        self._ticks = [self._ticked(self._items[item], options) for item, options in ticks.items()]
        self._counted = {name for name, item in self._items.items() if item.counts}

    def problems(self, file: str, line: int) -> Problems:
        """What keeps the table from being read.

        Args:
            file: how to call the table.
            line: where its header stands.
        """
        problems = Problems()
        if not self.known:
            problems.add(
                Problem(
                    file,
                    line,
                    1,
                    gettext("no column has the id of a question or circumstance of the set"),
                    gettext("Export values and not labels, or name the columns in a map."),
                )
            )
        for name in self._twice:
            message = gettext("the column {name} holds what another column holds", name=quoted(shortened(name)))
            problems.add(Problem(file, line, 1, message, gettext("Delete one, or leave one out in a map.")))
        if self._map is not None:
            there = set(self._header.names)
            named = [*((("columns", name), name) for name in self._meant.columns)]
            named += [(("id",), self._meant.id)] if self._meant.id is not None else []  # type: ignore[list-item]
            for path, name in named:
                if name not in there:
                    message = gettext("the records have no column {name}", name=quoted(name))
                    hint = DidYouMean(name, self._header.names)
                    problems.add(self._map.problem(path, message, hint, at_key=len(path) > 1))
        return problems

    def unknown_named(self) -> Message | None:
        """What to say of columns that hold nothing of the set, with what they may be meant for; None where all do."""
        unknown = self._header.unknown
        if not unknown:
            return None
        told = [self._guessed(name) for name in unknown[:_MOST_NAMED]]
        more = len(unknown) - len(told)
        if more:
            told.append(ngettext("{count} more", "{count} more", more))
        return ngettext(
            "this column is not of the set, and was not read: {columns}.",
            "these columns are not of the set, and were not read: {columns}.",
            len(unknown),
            columns=Listing(tuple(told), "comma"),
        )

    def _guessed(self, name: str) -> Message:
        word, shown = self._header.guess(name), quoted(shortened(name))
        if word is None:
            return gettext("{name}", name=shown)
        return gettext("{name} (did you mean {word}?)", name=shown, word=quoted(word))

    def read(self, cells: Sequence[str], number: int) -> RowRead:
        """What a row says, or why it cannot be read.

        Args:
            cells: what stands in the row.
            number: of the row, which is its id where no column has one.
        """
        width = len(self._header.names)
        name: str | int | None = number
        if self._header.id is not None:
            name = cells[self._header.id].strip() if self._header.id < len(cells) else ""
            if not name or not _is_unicode(name):
                return RowRead(None, wrong=_NO_ID if not name else _NOT_UTF8)
        if len(cells) < width or any(cell.strip() for cell in cells[width:]):
            return RowRead(name, wrong=_cells(len(cells), width))
        written: dict[str, Any] = {}
        for column in self._whole.values():
            value = _value(cells[column.index].strip(), column)
            if value is not None:
                written[column.item.id] = value
        for ticks in self._ticks:
            try:
                self._read_ticks(ticks, cells, written)
            except _Misticked as error:
                return RowRead(name, wrong=error.message)
        counted = self._counted
        return RowRead(
            name,
            {item: value for item, value in written.items() if item in counted},
            {item: value for item, value in written.items() if item not in counted},
        )

    # --- what a row says ---

    def _read_ticks(self, ticks: _Ticks, cells: Sequence[str], written: dict[str, Any]) -> None:
        ticked, unknown = [], not ticks.complete
        for index, column, option, values in ticks.options:
            cell = cells[index].strip()
            said = values.get(cell, cell).casefold()
            if said in _TICKED:
                ticked.append(option)
            elif cell in _NOTHING:
                unknown = True
            elif said not in _NOT_TICKED:
                message = gettext(
                    "{column} holds 1 or 0, and here {value}",
                    column=quoted(shortened(column)),
                    value=quoted(shortened(cell)),
                )
                raise _Misticked(sentences(message, gettext("Write 1 where it was ticked, else 0.")))
        name = ticks.item.id
        if name in written:
            self._agree(ticks, ticked, written[name])
        elif ticked:
            rests = {ticks.item.undecided, DECLINED}
            alone = {option.id for option in ticks.item.options if option.alone}
            whole = not unknown or not rests.isdisjoint(ticked) or not alone.isdisjoint(ticked)
            # Of what has no column here, or no mark in it, nothing is known.
            written[name] = _rest_last(ticked) if whole else [*ticked, NOT_ASKED]

    def _agree(self, ticks: _Ticks, ticked: Sequence[str], whole: Any) -> None:
        """Where a table has the answer twice, in one column and in one for each option, both must say the same."""
        listed = {whole} if isinstance(whole, str) else set(whole)
        columns = {option for _, _, option, _ in ticks.options}
        if ticked and set(ticked) != listed & columns:
            message = gettext(
                "the column of {name} and those of its options do not say the same", name=quoted(ticks.item.id)
            )
            raise _Misticked(sentences(message, gettext("Correct one, or leave one out in a map.")))

    # --- what each column holds ---

    def _place(self, index: int, name: str, option: str | None, ticks: dict[str, dict[str, int]]) -> None:
        item = self._items[name]
        if option is not None:
            options = ticks.setdefault(name, {})
            if option in options:
                self._twice.append(self._header.names[index])
            options.setdefault(option, index)
            return
        if name in self._whole:
            self._twice.append(self._header.names[index])
            return
        ids = frozenset({option.id for option in item.options} | {item.undecided, UNCLEAR, DECLINED})
        nothing = (_NO_CODE if item.open_ended else _NOTHING) - ids
        self._whole[name] = _Whole(index, self._header.names[index], item, ids, nothing, self._values(index))

    def _ticked(self, item: Item, options: Mapping[str, int]) -> _Ticks:
        wanted = {option.id for option in item.options if not option.alone}
        columns = tuple(
            (index, self._header.names[index], option, self._values(index)) for option, index in options.items()
        )
        return _Ticks(item, columns, wanted <= options.keys())

    def _values(self, index: int) -> Mapping[str, str]:
        mapped = self._meant.columns.get(self._header.names[index])
        return {**self._meant.values, **(column_of(mapped).values if mapped is not None else {})}


class _Misticked(Exception):
    """Columns of options that say nothing clear."""

    def __init__(self, message: Message) -> None:
        self.message = message
        super().__init__(message)


_NO_ID = sentences(gettext("this row has no id"), gettext("Give every record one."))
_NOT_UTF8 = sentences(gettext("the id is not UTF-8"), gettext("Save the table as 'CSV UTF-8'."))


def _cells(number: int, width: int) -> Message:
    message = gettext("this row has {number} cells, and the header {width}", number=number, width=width)
    return sentences(message, gettext("Check its delimiters and quotes."))


def _value(cell: str, column: _Whole) -> str | list[str] | None:
    """The answer in a cell, as a record has it; None where it was not asked."""
    said = column.values.get(cell)
    if said is None and cell in column.ids:
        return cell
    if said is None and cell not in column.nothing and column.item.several:
        parts = [column.values.get(part, part) for part in _BETWEEN_TICKS.split(cell) if part]
        return parts[0] if len(parts) == 1 else _rest_last(parts)
    said = said if said is not None else cell
    return None if said in column.nothing else said


def _rest_last(ticks: list[str]) -> list[str]:
    """Ticks in the order of a record, where what is said of the rest stands at the end; forms sort as they like."""
    return sorted(ticks, key=RESTS.__contains__)


def _is_unicode(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)
