"""What opening hours say (pure): the days and times of an ordinary week, and those of a public holiday.

They are written as a part of what OpenStreetMap has for it. A night belongs to the day on which it begins.
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from screening.language.messages import Message, gettext

# From one minute of a day up to another one; a night ends on the next day, after more than a day's minutes.
Span = tuple[int, int]

DAY = 24 * 60
_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_TIMES = re.compile(r"([0-9:]{5})-([0-9:]{5})")


class Hours(Struct, frozen=True):
    """Opening hours.

    Attributes:
        week: the times of each day, from Monday.
        holiday: those of a public holiday, whatever day it is; none where they are closed. None: they do not say.
        always: every day of the year, holidays too (`24/7`).
    """

    week: tuple[tuple[Span, ...], ...]
    holiday: tuple[Span, ...] | None = None
    always: bool = False


@cache
def hours_of(written: str) -> Hours:
    """What hours say.

    Args:
        written: hours that fit `directory.OpeningHours`. Of two rules for one day the later one alone holds.
    """
    if written == "24/7":
        return Hours((((0, DAY),),) * 7, always=True)
    week: list[tuple[Span, ...]] = [()] * 7
    holiday: tuple[Span, ...] | None = None
    for days, times in _rules(written):
        spans = tuple(_spans(times))
        if days == "PH":
            holiday = spans
        for day in _days(days):
            week[_WEEK.index(day)] = spans
    return Hours(_with_whole_nights(week), holiday)


def _with_whole_nights(week: list[tuple[Span, ...]]) -> tuple[tuple[Span, ...], ...]:
    """The same, where a night is written in two parts, until midnight and from midnight on: it is that of one day."""
    nights = [next((span for span in spans if span[0] > 0 and span[1] == DAY), None) for spans in week]
    # What is left of it after midnight, by the day on which the night begins.
    rests = [next((span for span in week[(day + 1) % 7] if span[0] == 0 and span[1] < DAY), None) for day in range(7)]
    whole = list(week)
    for day, (night, rest) in enumerate(zip(nights, rests, strict=True)):
        # Put together, two that overlap would be longer than a day.
        if night is not None and rest is not None and rest[1] <= night[0]:
            next_day = (day + 1) % 7
            whole[next_day] = tuple(span for span in whole[next_day] if span != rest)
            whole[day] = tuple((span[0], DAY + rest[1]) if span == night else span for span in whole[day])
    return tuple(whole)


def ambiguity(written: str) -> Message | None:
    """What of some hours would not be understood as it is meant, if there is something.

    Args:
        written: hours that fit `directory.OpeningHours`.
    """
    rules = list(_rules(written)) if written != "24/7" else []
    seen: set[str] = set()
    for days, _ in rules:
        named = set(_days(days))
        twice = sorted(seen & named, key=_WEEK.index)
        if twice:
            # Translators: after "the hours have"; {day} is Mo, Tu, We, Th, Fr, Sa or Su.
            return gettext("two rules for {day}, of which only the last would count", day=twice[0])
        seen |= named
    # Somebody may mean a whole day by it, which only midnight to midnight is sure to mean.
    whole = next((times for _, times in rules for begin, end in _TIMES.findall(times) if begin == end != "00:00"), None)
    if whole is not None:
        # Translators: after "the hours have"; {hours} is such as 09:00-09:00.
        return gettext("a time that ends when it begins ({hours})", hours=whole)
    return None


def never_both(written: str, others: str) -> bool:
    """Whether there is no time of an ordinary week at which both hold.

    Args:
        written: hours that fit `directory.OpeningHours`.
        others: the same.
    """
    theirs = list(_minutes_of_week(hours_of(others)))
    return not any(max(begin, a) < min(end, b) for begin, end in _minutes_of_week(hours_of(written)) for a, b in theirs)


def _minutes_of_week(hours: Hours) -> Iterator[Span]:
    for day, spans in enumerate(hours.week):
        for begin, end in spans:
            first, last = day * DAY + begin, day * DAY + end
            yield first, last
            # What goes on after the night of Sunday is Monday's.
            if last > 7 * DAY:
                yield first - 7 * DAY, last - 7 * DAY


def _rules(written: str) -> Iterator[tuple[str, str]]:
    for rule in written.split(";"):
        days, _, times = rule.strip().partition(" ")
        yield days, times


def _spans(times: str) -> Iterator[Span]:
    for begin, end in _TIMES.findall(times):
        first, last = _minutes(begin), _minutes(end)
        yield first, last if last > first else last + DAY


def _minutes(time: str) -> int:
    hours, _, minutes = time.partition(":")
    return 60 * int(hours) + int(minutes)


def _days(days: str) -> Iterator[str]:
    for part in days.split(","):
        first, _, last = part.partition("-")
        if first in _WEEK:
            begin, end = _WEEK.index(first), _WEEK.index(last or first)
            yield from _WEEK[begin : end + 1] if begin <= end else (*_WEEK[begin:], *_WEEK[: end + 1])
