"""The report of a room as one page for the projector and the training file: charts, and the tables beside them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from msgspec import Struct

from screening.language.catalog import Catalog
from screening.language.messages import gettext
from screening.show.html import Block, blocks_of, render_page
from screening.show.lines import Line
from screening.show.workshop_charts import bars_chart, dots_chart, heat_charts
from screening.show.workshop_parts import Bars, Dots, HeatMap, Part, Table
from screening.show.workshop_report import Workshop, workshop_parts
from screening.show.workshop_words import SIGN


class _Shown(Struct, frozen=True):
    """A part of the page.

    Attributes:
        block: lines that belong together.
        charts: pictures, as markup that is ours.
        table: a table, or that of the pictures.
        heat: the heat map of the pictures, whose table is large.
    """

    block: Block | None = None
    charts: tuple[Any, ...] = ()
    table: Table | None = None
    heat: HeatMap | None = None


def workshop_page(workshop: Workshop, catalog: Catalog) -> str:
    """The report as one file with everything in it, which prints on A4.

    Args:
        workshop: what is reported.
        catalog: the language.
    """
    title, *parts = workshop_parts(workshop)
    values = {
        "title": title.text if isinstance(title, Line) else "",
        "parts": list(_shown(parts, catalog)),
        "sign": "",
        "signs": SIGN,
        "seat": gettext("Seat"),
        "as_table": gettext("The same as a table"),
    }
    return render_page("workshop.html", values, catalog)


def _shown(parts: Iterable[Part], catalog: Catalog) -> Iterator[_Shown]:
    number = 0
    for are_lines, together in groupby(parts, lambda part: isinstance(part, Line)):
        if are_lines:
            lines = [each for each in together if isinstance(each, Line)]
            yield from (_Shown(block=block) for block in blocks_of(lines))
            continue
        for part in together:
            number += 1
            yield _pictured(part, f"chart-{number}", catalog)


def _pictured(part: Part, name: str, catalog: Catalog) -> _Shown:
    match part:
        case HeatMap():
            return _Shown(charts=tuple(heat_charts(part, name, catalog)), heat=part)
        case Bars():
            return _Shown(charts=(bars_chart(part, name, catalog),), table=part.table)
        case Dots():
            return _Shown(charts=(dots_chart(part, name, catalog),), table=part.table)
        case Table():
            return _Shown(table=part)
        case _:
            return _Shown()
