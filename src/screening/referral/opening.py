"""When somebody answers (pure): opening hours as OpenStreetMap writes them, at a time in a place.

The library knows the public holidays of some countries. Where it does not know a place's, `PH off` closes nothing.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec import Struct

from screening.language.messages import Message, gettext

if TYPE_CHECKING:
    from opening_hours import OpeningHours


class Opening(Struct, frozen=True):
    """Whether a contact answers.

    Attributes:
        open: it answers now.
        until: when that changes, in the place's own time; None where it does not within a year.
    """

    open: bool
    until: datetime | None


# The library looks for a change up to the year 10000, which takes a second where there is none. Nobody waits longer.
_FARTHEST = 366
# Before it, the library takes everything for closed.
_FIRST_YEAR = 1900
_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_DAY = 24 * 60
_TIMES = re.compile(r"([0-9:]{5})-([0-9:]{5})")


def ambiguity(hours: str) -> Message | None:
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
            # Translators: after "the hours have"; {day} is Mo, Tu, We, Th, Fr, Sa or Su.
            return gettext("two rules for {day}, of which only the last would count", day=twice[0])
        seen |= named
    # The library takes it for a whole day, which only midnight to midnight is sure to mean.
    whole = next((times for _, times in rules for begin, end in _TIMES.findall(times) if begin == end != "00:00"), None)
    if whole is not None:
        # Translators: after "the hours have"; {hours} is such as 09:00-09:00.
        return gettext("a time that ends when it begins ({hours})", hours=whole)
    overnight = next((times for _, times in rules for begin, end in _TIMES.findall(times) if end < begin), None)
    if overnight is not None and len(rules) > 1:
        # Translators: after "the hours have"; {hours} is such as 22:00-06:00.
        return gettext("a night ({hours}) that another rule would cut off at midnight", hours=overnight)
    return None


def never_both(hours: str, others: str) -> bool:
    """Whether there is no time of an ordinary week at which both hold.

    Args:
        hours: hours that fit `directory.OpeningHours`.
        others: the same.
    """
    theirs = list(_spans(others))
    return not any(max(begin, a) < min(end, b) for begin, end in _spans(hours) for a, b in theirs)


def _spans(hours: str) -> Iterator[tuple[int, int]]:
    """The times of a week, in minutes from its beginning, without public holidays."""
    if hours == "24/7":
        yield 0, 7 * _DAY
    for rule in hours.split(";"):
        days, _, times = rule.strip().partition(" ")
        for day in _days(days):
            start = _WEEK.index(day) * _DAY
            for begin, end in _TIMES.findall(times):
                first, last = _minutes(begin), _minutes(end)
                yield start + first, start + (last if last > first else _DAY)
                if last < first:
                    # What goes on after the night of Sunday is Monday's.
                    next_day = (start + _DAY) % (7 * _DAY)
                    yield next_day, next_day + last


def _minutes(time: str) -> int:
    hours, _, minutes = time.partition(":")
    return 60 * int(hours) + int(minutes)


def _days(days: str) -> Iterator[str]:
    for part in days.split(","):
        first, _, last = part.partition("-")
        if first in _WEEK:
            begin, end = _WEEK.index(first), _WEEK.index(last or first)
            yield from _WEEK[begin : end + 1] if begin <= end else (*_WEEK[begin:], *_WEEK[: end + 1])


def opening(hours: str, local: datetime, country: str | None = None) -> Opening | None:
    """Whether somebody answers; None where that cannot be told.

    Args:
        hours: hours that fit `directory.OpeningHours`.
        local: the time in the place, by its clock, without a zone.
        country: the two letters of its country, for the public holidays.
    """
    if local.year < _FIRST_YEAR:
        return None
    try:
        known = _known(hours, country)
        return Opening(known.is_open(local), known.next_change(local)) if known is not None else None
    except BaseException as error:
        if isinstance(error, Exception) or _is_panic(error):
            return None
        raise


@cache
def _known(hours: str, country: str | None) -> "OpeningHours | None":
    """Hours as the library understands them; None where it cannot be used at all."""
    library = _library()
    if library is None:
        return None
    understood: OpeningHours
    try:
        understood = library.OpeningHours(hours, country=country, max_interval_days=_FARTHEST)
    except library.UnknownCountryError:
        understood = library.OpeningHours(hours, max_interval_days=_FARTHEST)
    return understood


@cache
def _library() -> ModuleType | None:
    # Imported where hours are first needed: whoever waits for the first question does not need any.
    try:
        import opening_hours
    except BaseException as error:
        # Under a clock that its own parts cannot count, it panics already here; and at every new try.
        if not _is_panic(error):
            raise
        return None
    return opening_hours


def _is_panic(error: BaseException) -> bool:
    """Whether the library's own code broke. What it raises then is no Exception, and has no name to import."""
    return type(error).__name__ == "PanicException"
