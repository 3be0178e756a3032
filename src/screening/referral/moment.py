"""A time as an answer needs it (pure): an instant, and the same by the clock of the place that the answer is about."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from screening.referral.directory import Directory


class Moment(Struct, frozen=True):
    """One reading of a clock. Everything in one answer goes by the same, so that its parts cannot contradict.

    Attributes:
        utc: the instant, aware of its zone, which is UTC.
        local: the same by the clock of the place, without a zone.
    """

    utc: datetime
    local: datetime

    @property
    def today(self) -> date:
        """The day in the place."""
        return self.local.date()


def moment_in(directory: Directory | None, time: datetime) -> Moment:
    """A time, told by the clock of a directory's place; by UTC where there is no directory.

    Args:
        directory: the directory, if there is one.
        time: aware of its zone; without one, it is by the clock of the place.

    Raises:
        ValueError: the time has no zone, and there is no place by whose clock it could be.
        OverflowError: it lies at an end of the calendar, where the place or UTC has no such time.
    """
    if time.tzinfo is None and directory is None:
        raise ValueError("the time has no zone. Give one, such as datetime.now(UTC).")
    zone = ZoneInfo(directory.time_zone) if directory is not None else UTC
    # By way of UTC: a time that the clock of the place leaves out in spring becomes the one that it shows instead.
    utc = (time if time.tzinfo is not None else time.replace(tzinfo=zone)).astimezone(UTC)
    return Moment(utc, utc.astimezone(zone).replace(tzinfo=None))
