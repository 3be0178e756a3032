"""Reports of rooms, for the tests of how they are shown."""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from screening.language.catalog import ENGLISH
from screening.practice.report import report
from screening.practice.room import Sheet
from screening.practice.rounds import compare
from screening.sets.answers import Answers
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Expect, Vignette
from screening.show.lines import Line
from screening.show.workshop_parts import Bars, Dots, HeatMap, Part, Table
from screening.show.workshop_report import Workshop, workshop_parts
from tests.practice.small_room import KEY, NOTHING, room, works_set
from tests.support.simulated_room import CASES, full_set, keys, simulated_sheets


@cache
def simulated(*cases: str, people: int = 20, before: int = 0, worst: float = 0.1, for_authors: bool = True) -> Workshop:
    """The report of a simulated room; with a first round, where so many took part in it."""
    chosen = cases or CASES
    sheets = simulated_sheets(chosen, people=people, worst=worst)
    made = report(full_set(), keys(chosen), sheets, seed=1)
    if not before:
        return Workshop(full_set(), made, None, for_authors)
    first = report(full_set(), keys(chosen), simulated_sheets(chosen, people=before, worst=0.3, seed=4), seed=1)
    return Workshop(full_set(), made, compare(first, made), for_authors)


def small(*sheets: Answers, key: Answers = KEY, title: str = "A case") -> Workshop:
    """The report of one case of a small set."""
    return of_sheets(room("case", *sheets), key=key, title=title)


def of_sheets(sheets: Sequence[Sheet], *, key: Answers = KEY, title: str = "A case") -> Workshop:
    """The same, of sheets with other seats."""
    made = report(works_set(), {"case": key}, sheets, seed=1)
    return Workshop(titled(title), made, for_authors=True)


def titled(title: str) -> IndicatorSet:
    """The small set with a case of this title."""
    case = Vignette(id="case", title=title, story="x", expect=Expect(), teaches="x")
    return replace(works_set(), vignettes=(case,))


def shown(parts: Sequence[Part] | None = None, workshop: Workshop | None = None) -> str:
    """All that is said, a line each: of tables what stands in their cells."""
    written: list[str] = []
    for part in parts if parts is not None else [*workshop_parts(workshop or small(NOTHING))]:
        match part:
            case Line():
                written.append(ENGLISH.render(part.text))
            case Table():
                written += _rows(part)
            case Bars() | Dots():
                written += _rows(part.table)
            case HeatMap():
                written.append(ENGLISH.render(part.described))
    return "\n".join(written) + "\n"


def _rows(table: Table) -> list[str]:
    return [" | ".join(map(ENGLISH.render, row)) for row in (table.head, *table.rows)]
