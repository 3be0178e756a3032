"""A clock that does not stand still between two readings, and a place where that shows."""

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo

from screening.referral.directory import Directory
from tests.support.services import directory, service

MIDNIGHT = datetime.fromisoformat("2026-11-23T00:00+08:00")
BEFORE = MIDNIGHT - timedelta(seconds=1)


def closing_at_midnight() -> Directory:
    """A place whose one service closes at midnight, when its page becomes too old too."""
    contact = {"kind": "telephone", "number": "1", "evidence": "official", "hours": "Mo-Su 09:00-24:00"}
    anything = ["shelter", "emergency", "crisis-line", "child-protection", "medical"]
    return directory(service("a", offers=anything, contacts=[contact], page_date="2023-11-22"), place="hk")


def running(*times: datetime) -> Callable[[], datetime]:
    """A clock that shows these times, one at each reading, and then goes on showing the last."""
    left = list(times)
    return lambda: left.pop(0) if len(left) > 1 else left[0]


def standing(time: datetime) -> type[datetime]:
    """What `commands.clock` reads, standing still; also for whoever has imported `now` from there by its name."""

    class Standing(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return time.astimezone(tz)

    return Standing
