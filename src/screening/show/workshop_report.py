"""The report of a room: what is said, in which order. How it looks is the business of each way to show it (pure)."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from screening.language.messages import gettext
from screening.practice.room import RoomReport
from screening.practice.rounds import RoundsCompared
from screening.sets.model import IndicatorSet
from screening.show.lines import Line
from screening.show.workshop_authors import author_lines
from screening.show.workshop_case import (
    case_lines,
    divided_lines,
    first_divided_lines,
    heat_map,
    level_bars,
    small_room_lines,
)
from screening.show.workshop_measures import measure_parts
from screening.show.workshop_parts import Part
from screening.show.workshop_rounds import round_parts
from screening.show.workshop_words import RoomWords

PRACTICE: Final = gettext("Practice. The cases are invented, and nobody in them exists.")


class Workshop(Struct, frozen=True):
    """What is reported.

    Attributes:
        indicator_set: the set, with the cases that were screened.
        report: of the room; of its second round where there are two.
        rounds: what changed since the first, where there are two.
        for_authors: whether it is said as well which readings moved a level.
    """

    indicator_set: IndicatorSet
    report: RoomReport
    rounds: RoundsCompared | None = None
    for_authors: bool = False


def workshop_parts(workshop: Workshop) -> Iterator[Part]:
    """The whole report, under its title: what a trainer says in one breath, and then what that rests on."""
    words, report = RoomWords(workshop.indicator_set), workshop.report
    several = len(report.cases) > 1
    yield Line("title", gettext("What the room made of it"))
    yield Line("text", PRACTICE)
    for case in report.cases:
        yield from case_lines(case, words)
    yield from small_room_lines(report)
    yield from first_divided_lines(report, words)
    if workshop.rounds is not None:
        levels = {case.case: case.key_level for case in report.cases}
        yield from round_parts(workshop.rounds, words, levels)
    for case in report.cases:
        yield from heat_map(case, words, several=several)
        yield from level_bars(case, words, several=several)
        yield from divided_lines(case, words, several=several)
    yield from measure_parts(report, words)
    if workshop.for_authors:
        yield from author_lines(report, words)
    about = workshop.indicator_set.about
    yield Line("paragraph", gettext("Made with the set {id}, version {version}.", id=about.id, version=about.version))
