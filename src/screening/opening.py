"""When somebody answers (pure): opening hours as OpenStreetMap writes them, at a time in a place.

The library knows the public holidays of some countries. Where it does not know a place's, `PH off` closes nothing.
"""

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from opening_hours import OpeningHours


class Opening(Struct, frozen=True):
    """Whether a contact answers.

    Attributes:
        open: it answers now.
        until: when that changes, in the place's own time; None where it never does.
    """

    open: bool
    until: datetime | None


def opening(hours: str, local: datetime, country: str | None = None) -> Opening:
    """Whether somebody answers.

    Args:
        hours: hours that fit `directory.OpeningHours`.
        local: the time in the place, by its clock, without a zone.
        country: the two letters of its country, for the public holidays.
    """
    known = _known(hours, country)
    return Opening(known.is_open(local), known.next_change(local))


@cache
def _known(hours: str, country: str | None) -> "OpeningHours":
    # Imported where hours are first needed: whoever waits for the first question does not need any.
    from opening_hours import OpeningHours, UnknownCountryError  # type: ignore[attr-defined]

    try:
        return OpeningHours(hours, country=country)
    except UnknownCountryError:
        return OpeningHours(hours)
