"""When somebody answers (pure): opening hours as OpenStreetMap writes them, at a time in a place.

The library knows the public holidays of some countries. Where it does not know a place's, `PH off` closes nothing.
"""

import re
from collections.abc import Iterator
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


_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_TIMES = re.compile(r"([0-9:]{5})-([0-9:]{5})")


def misread(hours: str) -> str | None:
    """What of some hours would not be understood as it is meant, if there is something.

    Of two rules for one day the later one alone holds; and a night that ends on another day is cut off there, by the
    rule of that day or by a holiday.

    Args:
        hours: hours that fit `directory.OpeningHours`.
    """
    rules = [rule.strip().split(" ") for rule in hours.split(";") if " " in rule.strip()]
    seen: set[str] = set()
    for days, _ in rules:
        named = set(_days(days))
        twice = sorted(seen & named, key=_WEEK.index)
        if twice:
            return f"two rules for {twice[0]}, of which only the last would hold"
        seen |= named
    overnight = next((times for _, times in rules for begin, end in _TIMES.findall(times) if end < begin), None)
    if overnight is not None and len(rules) > 1:
        return f"a night ({overnight}) that another rule would cut off at midnight"
    return None


def _days(days: str) -> Iterator[str]:
    for part in days.split(","):
        first, _, last = part.partition("-")
        if first in _WEEK:
            begin, end = _WEEK.index(first), _WEEK.index(last or first)
            yield from _WEEK[begin : end + 1] if begin <= end else (*_WEEK[begin:], *_WEEK[: end + 1])


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
