"""What a room is handed out to practise on: the stories of invented cases, and nothing of what they come to."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from screening.language.messages import Message, gettext
from screening.sets.vignette import Vignette
from screening.show.lines import Line

INVENTED: Final = gettext(
    "Practice. This case is invented: the people in it do not exist, nobody is in danger, and there is no number to "
    "call."
)
SEAT: Final = gettext("Seat:")
_ABOUT_SEAT: Final = gettext("Write the number of your seat, such as 12. Write no name.")
_ALONE: Final = gettext("Read the story, then screen the case alone. Add nothing that the story does not say.")
_CODE: Final = gettext(
    "The program shows a practice code at the end. Write it here, and read it out when you are asked:"
)
# A practice code of a long case has so many groups, and a row that is read out in one breath has five.
GROUPS: Final = 20
GROUPS_IN_A_ROW: Final = 5
_BLANK: Final = "." * 12
_BLANK_GROUP: Final = "." * 6


class HandoutCase(Struct, frozen=True):
    """One case on a page of its own.

    Attributes:
        title: what it is called.
        story: its paragraphs.
        command: what is typed to screen it.
    """

    title: str
    story: tuple[str, ...]
    command: Message


class Handout(Struct, frozen=True):
    """Cases on paper, for each who takes part.

    Attributes:
        title: what stands above.
        cases: the cases.
        invented: that nobody in them exists; on every page.
        seat, about_seat: before the line for the label of a seat, and what that is.
        alone: what to do with the story.
        code: before the boxes for a practice code.
        rows: those boxes, row by row, each by its number.
    """

    title: Message
    cases: tuple[HandoutCase, ...]
    invented: Message = INVENTED
    seat: Message = SEAT
    about_seat: Message = _ABOUT_SEAT
    alone: Message = _ALONE
    code: Message = _CODE
    rows: tuple[tuple[int, ...], ...] = tuple(
        tuple(range(first, first + GROUPS_IN_A_ROW)) for first in range(1, GROUPS + 1, GROUPS_IN_A_ROW)
    )


def handout(vignettes: Iterable[tuple[str, Vignette]], options: str = "") -> Handout:
    """Cases on paper. Only the title and the story of a vignette are on it: nothing else of it is handed in further.

    Args:
        vignettes: the cases, each with the id of its set.
        options: what has to be typed besides to screen them, with a blank before it.
    """
    cases = tuple(
        HandoutCase(
            title=each.title,
            story=tuple(part.strip() for part in each.story.splitlines() if part.strip()),
            # Translators: {set} and {case} are ids: of a set, and of an invented case. {options} may be empty.
            command=gettext(
                "On the laptop, type: screening practise {set}/{case}{options}",
                set=set_id,
                case=each.id,
                options=options,
            ),
        )
        for set_id, each in vignettes
    )
    return Handout(gettext("Cases to practise on"), cases)


def handout_lines(sheet: Handout) -> Iterator[Line]:
    """The same for a text editor."""
    yield Line("title", sheet.title)
    for case in sheet.cases:
        yield Line("heading", case.title)
        yield Line("lead", sheet.invented)
        # Translators: {label} is "Seat:", {blank} a line to write on, {about} a sentence on what to write.
        yield Line(
            "paragraph",
            gettext("{label} {blank} {about}", label=sheet.seat, blank=_BLANK, about=sheet.about_seat),
        )
        yield from (Line("paragraph", part) for part in case.story)
        yield Line("paragraph", sheet.alone)
        yield Line("paragraph", case.command)
        yield Line("paragraph", sheet.code)
        yield from (Line("item", "   ".join(map(_blank_group, row))) for row in sheet.rows)


def _blank_group(number: int) -> str:
    return f"{number} {_BLANK_GROUP}"
