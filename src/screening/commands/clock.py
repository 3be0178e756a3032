"""The clock, as commands read it."""

from datetime import UTC, datetime

from screening.referral.moment import Moment, moment_in


def now() -> datetime:
    """The time, aware."""
    return datetime.now(UTC)


def this_moment() -> Moment:
    """The time, for `evaluate`, which tells it by the clock of the place that was recorded."""
    return moment_in(None, now())
