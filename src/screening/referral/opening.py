"""When somebody answers (pure): opening hours at a time in a place, public holidays included.

Hours that do not say what holds on a holiday say nothing about it: on one, and on a day that may be one, nobody is told
that a line answers.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from msgspec import Struct

from screening.referral.holidays import Holiday, holiday
from screening.referral.hours import DAY, Hours, Span, hours_of


class Opening(Struct, frozen=True):
    """Whether a contact answers.

    Attributes:
        open: it answers now; None where that depends on whether it does on a public holiday.
        until: when it no longer answers for certain, or does so again, in the place's own time, holidays apart; None
            where that is not within two months.
        day: what is known of the day, now or then, that leaves open whether somebody answers; None where nothing does.
    """

    open: bool | None
    until: datetime | None = None
    day: Holiday | None = None


# How many days ahead a change is looked for: nobody waits longer, and holidays never close anything for so long.
_FARTHEST = 60


def opening(written: str, local: datetime, country: str | None = None) -> Opening:
    """Whether somebody answers.

    Args:
        written: hours that fit `directory.OpeningHours`.
        local: the time in the place, by its clock, without a zone.
        country: the two letters of its country, for the public holidays.
    """
    hours = hours_of(written)
    if hours.always:
        return Opening(True)
    now = local.toordinal() * DAY + local.hour * 60 + local.minute
    days = _Days(hours, country)
    answers, doubt = days.answers(now)
    if answers is None:
        return Opening(None, day=doubt)
    # Whoever waits is not told of a holiday on which nobody may answer, but of a day that need not be one.
    for minute in days.changes(now):
        then, doubt = days.answers(minute)
        if (answers and not then) or (not answers and (then or doubt in {"perhaps", "unknown"})):
            return Opening(answers, _moment(minute), None if answers else doubt)
    return Opening(answers)


class _Day(Struct, frozen=True):
    """When somebody answers who begins on a day, in minutes of the calendar: for certain, and perhaps.

    Attributes:
        kind: what is known of the day.
    """

    kind: Holiday
    certain: tuple[Span, ...]
    perhaps: tuple[Span, ...]


class _Days:
    """The days of a country, as some hours have them."""

    def __init__(self, hours: Hours, country: str | None) -> None:
        self._hours, self._country = hours, country
        self._known: dict[int, _Day] = {}

    def answers(self, minute: int) -> tuple[bool | None, Holiday | None]:
        """Whether somebody answers, and the day that leaves it open: a night is that of the day before."""
        doubt: Holiday | None = None
        for day in self._of(minute // DAY - 1, minute // DAY):
            if _holds(day.certain, minute):
                return True, None
            if _holds(day.perhaps, minute):
                doubt = day.kind
        return (False, None) if doubt is None else (None, doubt)

    def changes(self, after: int) -> Iterator[int]:
        """The minutes at which something begins or ends, in order, as far as is looked."""
        first = after // DAY
        for ordinal in range(first, first + _FARTHEST + 1):
            spans = [span for day in self._of(ordinal - 1, ordinal) for span in (*day.certain, *day.perhaps)]
            ends = {minute for span in spans for minute in span if minute // DAY == ordinal and minute > after}
            yield from sorted(ends)

    def _of(self, *ordinals: int) -> Iterator[_Day]:
        for ordinal in ordinals:
            if ordinal not in self._known and 1 <= ordinal <= date.max.toordinal():
                self._known[ordinal] = self._read(date.fromordinal(ordinal))
            if ordinal in self._known:
                yield self._known[ordinal]

    def _read(self, day: date) -> _Day:
        start = day.toordinal() * DAY
        ordinary = [(start + begin, start + end) for begin, end in self._hours.week[day.weekday()]]
        kind = holiday(day, self._country)
        if kind == "none":
            return _Day(kind, tuple(ordinary), ())
        if self._hours.holiday is None:
            return _Day(kind, (), tuple(ordinary))
        special = [(start + begin, start + end) for begin, end in self._hours.holiday]
        if kind == "holiday":
            return _Day(kind, tuple(special), ())
        return _Day(kind, tuple(_both(ordinary, special)), (*ordinary, *special))


def _holds(spans: Iterable[Span], minute: int) -> bool:
    return any(begin <= minute < end for begin, end in spans)


def _both(spans: Iterable[Span], others: Iterable[Span]) -> Iterator[Span]:
    """Where both hold."""
    for begin, end in spans:
        for first, last in others:
            if max(begin, first) < min(end, last):
                yield max(begin, first), min(end, last)


def _moment(minute: int) -> datetime | None:
    try:
        return datetime.fromordinal(minute // DAY) + timedelta(minutes=minute % DAY)
    except (OverflowError, ValueError):
        return None
