"""The charts of a room's report, drawn from plain numbers. Each says by signs or numbers what it says by its shades."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from screening.language.catalog import Catalog
from screening.language.messages import Message, Text, gettext
from screening.practice.room import AgainstKey
from screening.show.svg import GREY, INK, Picture
from screening.show.workshop_parts import Bars, Dots, HeatColumn, HeatMap, Tone
from screening.show.workshop_words import SIGN, percent

_WIDTH: Final = 960.0
_LABEL: Final = 430.0
_LABEL_CELLS: Final = 52
_ROW: Final = 28.0
_MARGIN: Final = 8.0
# About how wide a cell of a legend's text is.
_LETTER: Final = 7.2
# Dark, middle, light and white: apart on paper without colour too. Then what can be read on it.
_FILL: Final[Mapping[Tone, str]] = {"agrees": "#1f5f8b", "differs": "#f2a65a", "unknown": "#dcdcdc", "closed": "#fff"}
_ON: Final[Mapping[Tone, str]] = {"agrees": "#fff", "differs": INK, "unknown": INK, "closed": INK}
_NO_KEY_FILL: Final = "#fff"
_CELL: Final = 22.0
_COLUMNS: Final = 38
_SEAT: Final = gettext("Seat")


def bars_chart(bars: Bars, name: str, catalog: Catalog) -> Markup:
    """Bars below one another, with their numbers in them.

    Args:
        bars: the bars.
        name: an id, which nothing else in the page has.
        catalog: the language.
    """
    height = _ROW * (len(bars.bars) + 1) + 2 * _MARGIN
    picture = Picture(_WIDTH, height, catalog)
    _legend(picture, bars.legend)
    unit = (_WIDTH - _LABEL - 50) / max(1, bars.whole)
    for number, bar in enumerate(bars.bars, 1):
        top = _MARGIN + number * _ROW
        picture.text(_LABEL - 10, top + 18, picture.shortened(bar.label, _LABEL_CELLS), 15, "end", bold=bar.marked)
        x = _LABEL
        for tone, count in bar.pieces:
            length = count * unit
            if count:
                picture.box(x, top, length, _ROW - 6, _FILL[tone], GREY)
                if length >= 16:
                    picture.text(x + length / 2, top + 16, str(count), 13, "middle", _ON[tone])
            x += length
        if len(bar.pieces) == 1 and not bar.pieces[0][1]:
            picture.text(x + 4, top + 16, "0", 13)
    return picture.markup(name, bars.title, bars.described)


def _legend(picture: Picture, legend: Sequence[tuple[Tone, Message]]) -> None:
    """What each shade means, in one row."""
    x = _MARGIN
    for tone, meaning in legend:
        picture.box(x, _MARGIN, 14, 14, _FILL[tone], GREY)
        picture.text(x + 20, _MARGIN + 12, meaning, 14)
        x += 20 + picture.cells(meaning) * _LETTER + 24


def heat_charts(heat: HeatMap, name: str, catalog: Catalog) -> Iterator[Markup]:
    """A heat map, with a sign in each cell; folded where there are many questions.

    Args:
        heat: the heat map.
        name: an id, which nothing else in the page has, nor anything that begins with it.
        catalog: the language.
    """
    for begin in range(0, len(heat.columns), _COLUMNS):
        columns = heat.columns[begin : begin + _COLUMNS]
        yield _heat_chart(heat, columns, f"{name}-{begin}", catalog)


def _heat_chart(heat: HeatMap, columns: Sequence[HeatColumn], name: str, catalog: Catalog) -> Markup:
    label = 90.0
    top = _CELL * 2.5 + _MARGIN
    # As wide as many questions would be: a few do not become a wall of signs.
    width = max(label + _CELL * len(columns) + _MARGIN, _WIDTH)
    picture = Picture(width, top + _CELL * len(heat.seats) + _MARGIN, catalog)
    x = _MARGIN
    for held, meaning in heat.legend:
        _cell(picture, x, _MARGIN, held)
        picture.text(x + _CELL + 6, _MARGIN + 16, meaning, 14)
        x += _CELL + 6 + picture.cells(meaning) * _LETTER + 24
    picture.text(label - 10, top - 5, _SEAT, 14, "end", bold=True)
    for place, column in enumerate(columns):
        picture.text(label + (place + 0.5) * _CELL, top - 5, str(column.number), 12, "middle", bold=True)
    for row, seat in enumerate(heat.seats):
        y = top + row * _CELL
        picture.text(label - 10, y + 16, seat, 14, "end")
        for place, column in enumerate(columns):
            _cell(picture, label + place * _CELL, y, column.cells[row])
    return picture.markup(name, heat.title, heat.described)


def _cell(picture: Picture, x: float, y: float, held: AgainstKey) -> None:
    fill = _NO_KEY_FILL if held == "no_key" else _FILL[held]
    picture.box(x, y, _CELL, _CELL, fill, "#fff" if held == "agrees" else GREY)
    ink = "#fff" if held == "agrees" else INK
    picture.text(x + _CELL / 2, y + 16, SIGN[held], 15, "middle", ink, bold=True)


def dots_chart(dots: Dots, name: str, catalog: Catalog) -> Markup:
    """Shares before and after as two dots on one line each: hollow, and full.

    Args:
        dots: the shares.
        name: an id, which nothing else in the page has.
        catalog: the language.
    """
    top = _MARGIN + 2 * _ROW
    height = top + _ROW * len(dots.pairs) + _MARGIN
    picture = Picture(_WIDTH, height, catalog)
    begin, length = _LABEL + 14, _WIDTH - _LABEL - 50
    _key_of_dots(picture, dots)
    for quarter in range(5):
        x = begin + length * quarter / 4
        picture.line(x, top - 6, x, height - _MARGIN, "#b0b0b0")
        picture.text(x, top - 12, percent(quarter / 4), 13, "middle")
    for number, pair in enumerate(dots.pairs):
        y = top + (number + 0.5) * _ROW
        picture.text(_LABEL - 10, y + 5, picture.shortened(pair.label, _LABEL_CELLS), 15, "end")
        places = [begin + length * rate for rate in (pair.before, pair.after) if rate is not None]
        if len(places) == 2:
            picture.line(places[0], y, places[1], y, _FILL["agrees"], 3)
        if pair.before is not None:
            picture.dot(begin + length * pair.before, y, 8, "#fff", _FILL["agrees"])
        if pair.after is not None:
            picture.dot(begin + length * pair.after, y, 6, _FILL["agrees"], _FILL["agrees"])
    return picture.markup(name, dots.title, dots.described)


def _key_of_dots(picture: Picture, dots: Dots) -> None:
    names: tuple[tuple[Text, str], ...] = ((dots.before, "#fff"), (dots.after, _FILL["agrees"]))
    for number, (name, fill) in enumerate(names):
        x = _MARGIN + 10 + number * 160
        picture.dot(x, _MARGIN + 10, 8 if fill == "#fff" else 6, fill, _FILL["agrees"])
        picture.text(x + 16, _MARGIN + 15, name, 14)
