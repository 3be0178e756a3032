"""The first page of a result, set in columns: a word on the left, and beside it what it is about (pure)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct
from wcwidth import width as cell_len

from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.show.characters import visible
from screening.show.lines import Line, LineKind
from screening.show.looks import Style
from screening.show.row import Row, row_of
from screening.show.wrapping import wrap_text

_Piece: TypeAlias = tuple[Style, str]
IN_COLUMNS: Final[frozenset[LineKind]] = frozenset({"badge", "told", "act", "never", "call", "legend"})
_BETWEEN_COLUMNS = 2
_BETWEEN_FACTS = " · "
# No letter that is a key, and on every keyboard.
_NEVER = "!"
# A row in which numbers stand in columns, at least.
_NARROWEST = 56
# What a name has beside its hours, at least.
_NAME = 16
# As many as a name takes with its hours below it.
_TWO_ROWS = 2
# A badge that leaves less than this beside it has its sentence below.
_BESIDE = 40


class _Columns(Struct, frozen=True):
    """How wide everything is.

    Attributes:
        width: a row.
        label, need, number: the columns, with what is left free after them.
        narrow: the hours have a narrow column, for some name does not fit beside a wide one.
        render: a text as it is shown.
    """

    width: int
    label: int
    need: int
    number: int
    narrow: bool
    render: Callable[[Text], str]


def column_rows(lines: Sequence[Line], width: int, catalog: Catalog) -> Iterator[Row]:
    """Lines of the first page as rows, each column as wide as what stands in it.

    Args:
        lines: lines of these kinds, one after the other.
        width: cells in a row.
        catalog: the language.
    """

    def render(text: Text) -> str:
        return visible(catalog.render(text))

    calls = [[render(cell) for cell in line.cells] for line in lines if line.kind == "call" and line.cells]
    labels = [render(line.label) for line in lines if line.label is not None and line.kind != "badge"]
    label, need, number = (
        _as_wide_as(labels, width // 2),
        _as_wide_as([cells[0] for cells in calls], width // 3),
        _as_wide_as([_number(cells) for cells in calls], width // 2),
    )
    room = width - label - need - number - _BETWEEN_COLUMNS
    narrow = any(min(map(cell_len, names)) > room - cell_len(hours) for _, _, _, hours, _, *names in calls)
    columns = _Columns(width, label, need, number, narrow, render)
    for before, line in zip([None, *lines], lines, strict=False):
        # What a result comes to may be said in two of them, one below the other.
        if line.label is not None and not (before is not None and before.kind == line.kind == "badge"):
            yield Row("")
        yield from _ROWS[line.kind](line, columns)


def _as_wide_as(texts: Sequence[str], most: int) -> int:
    widest = max(map(cell_len, texts), default=0)
    return min(widest + _BETWEEN_COLUMNS, max(most, 2)) if widest else 0


def _badge(line: Line, columns: _Columns) -> Iterator[Row]:
    badge = f" {columns.render(line.label)} " if line.label is not None else ""
    sentence = columns.render(line.text)
    beside = columns.width - cell_len(badge) - _BETWEEN_COLUMNS
    if not sentence or beside < max(_BESIDE, 2):
        for number, part in enumerate(wrap_text(badge.strip(), max(2, columns.width - 2))):
            yield row_of([("badge", f" {part} ")], "badge", begins=not number)
        for part in wrap_text(sentence, columns.width) if sentence else ():
            yield Row(part, "strong", "badge", begins=False)
        return
    for number, part in enumerate(wrap_text(sentence, beside)):
        before: _Piece = ("plain", " " * cell_len(badge)) if number else ("badge", badge)
        yield row_of([before, ("plain", " " * _BETWEEN_COLUMNS), ("strong", part)], "badge", begins=not number)


def _told(line: Line, columns: _Columns) -> Iterator[Row]:
    room = max(2, columns.width - columns.label)
    rows = _packed([columns.render(cell) for cell in line.cells or (line.text,)], room)
    for number, facts in enumerate(rows):
        pieces: list[_Piece] = [("quiet", _BETWEEN_FACTS), *((_weight(fact), fact) for fact in facts)]
        between = [piece for fact in pieces[1:] for piece in (pieces[0], fact)][1:]
        yield row_of([*_label(line, columns, first=not number), *between], "told", begins=not number)


def _weight(fact: str) -> Style:
    """What begins in capitals is what somebody must not pass over."""
    return "strong" if fact.split(" ", 1)[0].isupper() else "plain"


def _packed(facts: Sequence[str], room: int) -> Iterator[list[str]]:
    """Facts in rows, none of them torn that fits in one."""
    row: list[str] = []
    for fact in facts:
        if row and cell_len(_BETWEEN_FACTS.join([*row, fact])) > room:
            yield row
            row = []
        *full, last = wrap_text(fact, room)
        if full and row:
            yield row
            row = []
        yield from ([part] for part in full)
        row.append(last)
    yield row


def _act(line: Line, columns: _Columns) -> Iterator[Row]:
    number = columns.render(line.cells[0]) if line.cells else ""
    yield from _hanging(line, columns, line.text, ("accent", number), "plain")


def _never(line: Line, columns: _Columns) -> Iterator[Row]:
    for number, sentence in enumerate(line.cells or (line.text,)):
        mark = " " if number else _NEVER
        yield from _hanging(line, columns, sentence, ("never", mark), "strong", begins=not number)


def _hanging(
    line: Line, columns: _Columns, text: Text, mark: _Piece, style: Style, *, begins: bool = True
) -> Iterator[Row]:
    """A text after a mark; what does not fit goes on under the text."""
    indent = cell_len(mark[1]) + _BETWEEN_COLUMNS if mark[1] else 0
    for number, part in enumerate(wrap_text(columns.render(text), max(2, columns.width - columns.label - indent))):
        first = begins and not number
        marked = (mark, ("plain", " " * _BETWEEN_COLUMNS)) if indent and not number else (("plain", " " * indent),)
        yield row_of([*_label(line, columns, first=first), *marked, (style, part)], line.kind, begins=first)


def _call(line: Line, columns: _Columns) -> Iterator[Row]:
    if not line.cells or columns.width < _NARROWEST:
        yield from _hanging(line, columns, line.text, ("plain", ""), "plain")
        return
    need, number, sign, hours, narrow, *names = map(columns.render, line.cells)
    indent = columns.label + columns.need + columns.number
    rows = _name_and_hours(names, narrow if columns.narrow else hours, max(2, columns.width - indent))
    yield row_of(
        [
            *_label(line, columns, first=True),
            ("plain", need + " " * max(1, columns.need - cell_len(need))),
            ("number", number),
            ("doubt", f" {sign}" if sign else ""),
            ("plain", " " * max(1, columns.number - cell_len(_number([need, number, sign])))),
            *rows[0],
        ],
        "call",
    )
    for row in rows[1:]:
        yield row_of([("plain", " " * indent), *row], "call", begins=False)


def _name_and_hours(names: Sequence[str], hours: str, room: int) -> list[list[_Piece]]:
    """The longest of the names that fits beside the hours, in two rows if need be; else they stand below it."""
    beside = room - cell_len(hours) - _BETWEEN_COLUMNS if hours else room
    name = next((name for name in names if cell_len(name) <= beside), None)
    if name is not None:
        return [[("plain", name), *_on_the_right(hours, room - cell_len(name))]]
    name = next((name for name in names if cell_len(name) <= room), None)
    rows: list[list[_Piece]]
    wrapped = wrap_text(names[-1], beside) if beside >= _NAME else []
    if wrapped and (name is None or len(wrapped) == _TWO_ROWS):
        rows = [[("plain", row)] for row in wrapped]
        rows[0] += _on_the_right(hours, room - cell_len(rows[0][0][1]))
        return rows
    rows = [[("plain", row)] for row in ([name] if name is not None else wrap_text(names[-1], room))]
    rows += [_on_the_right(row, room) for row in wrap_text(hours, room) if row]
    return rows


def _on_the_right(hours: str, room: int) -> list[_Piece]:
    return [("plain", " " * max(0, room - cell_len(hours))), ("quiet", hours)] if hours else []


def _number(cells: Sequence[str]) -> str:
    _, number, sign, *_ = cells
    return f"{number} {sign}" if sign else number


def _legend(line: Line, columns: _Columns) -> Iterator[Row]:
    for number, part in enumerate(
        wrap_text(columns.render(next(iter(line.cells), line.text)), max(2, columns.width - columns.label))
    ):
        yield row_of([("plain", " " * columns.label), ("quiet", part)], "legend", begins=not number)


def _label(line: Line, columns: _Columns, *, first: bool) -> Iterator[_Piece]:
    label = columns.render(line.label) if first and line.label is not None else ""
    yield "label", label
    yield "plain", " " * max(0, columns.label - cell_len(label))


_ROWS: Final[Mapping[LineKind, Callable[[Line, _Columns], Iterator[Row]]]] = {
    "badge": _badge,
    "told": _told,
    "act": _act,
    "never": _never,
    "call": _call,
    "legend": _legend,
}
