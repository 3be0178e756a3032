"""For who writes the set: the readings that moved a level, as input for its next version (pure)."""

from collections.abc import Iterator
from typing import Final

from screening.language.messages import Listing, Message, Text, gettext, ngettext
from screening.practice.room import Moved, RoomReport
from screening.show.lines import Line
from screening.show.workshop_words import TICK_NAME, RoomWords, people

_MOST: Final = 30
_ABOUT: Final = gettext(
    "Two readings of a question that lead to two levels, when all else that a person marked stays as it is. Those come "
    "first over which most people disagreed. Such a question may need other words, or another help text."
)


def author_lines(report: RoomReport, words: RoomWords) -> Iterator[Line]:
    """The readings that moved a level, both of each."""
    yield Line("heading", gettext("For the authors of the set"))
    if not report.moved:
        yield Line("text", gettext("No disagreement about a single answer moved a level."))
        return
    yield Line("text", _ABOUT)
    for each in report.moved[:_MOST]:
        yield from _moved_lines(each, words, several=len(report.cases) > 1)
    more = len(report.moved) - _MOST
    if more > 0:
        yield Line("text", ngettext("and {count} more reading", "and {count} more readings", more))


def _moved_lines(moved: Moved, words: RoomWords, *, several: bool) -> Iterator[Line]:
    name: Text = words.question(moved.question)
    if moved.option is not None:
        # Translators: a question, and one of the options of its list.
        name = gettext("{question}: {option}", question=name, option=words.option(moved.question, moved.option))
    # Translators: a question, with the id by which the files of the set call it.
    yield Line("subheading", gettext("{question} [{id}]", question=name, id=moved.question))
    if several:
        yield Line("detail", gettext("Case: {case}", case=words.case(moved.case)))
    for reading, seats in zip(moved.readings, moved.seats, strict=True):
        said = reading_name(moved, reading, words)
        told = gettext("{reading}: {people}", reading=said, people=people(seats))
        if reading == moved.keyed:
            told = gettext("{reading}: {people}, and the key", reading=said, people=people(seats))
        yield Line("item", told)
    shifts = Listing(
        tuple(
            # Translators: a level with the first of two readings, a level with the second, and with how many sheets.
            gettext(
                "{first} or {second} ({number} of {whole})",
                first=words.level(shift.levels[0]),
                second=words.level(shift.levels[1]),
                number=shift.sheets,
                whole=moved.sheets,
            )
            for shift in moved.shifts
        ),
        "semicolon",
    )
    yield Line("detail", gettext("Level by the first or the second reading: {shifts}", shifts=shifts))


def reading_name(moved: Moved, reading: str, words: RoomWords) -> Message | Text:
    """What a reading is called."""
    tick = next((name for known, name in TICK_NAME.items() if known == reading), None)
    is_answer = moved.option is None and tick is not None and reading != "not_ticked"
    if tick is None or is_answer:
        return words.mark(moved.question, reading)
    if moved.option is None:
        # Translators: how all options stand that somebody did not tick.
        return gettext("the rest: {stands}", stands=TICK_NAME["not_ticked"])
    return tick
