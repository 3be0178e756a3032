"""What asking hours costs: the worst of all built-in ones, and of many that `screening check` accepts (budget 5 ms).

Run it by hand: python -m tests.bench.hours. It prints; it is no test, for a busy machine must not turn a build red.
Time of the processor, not of the clock on the wall: the worst of thousands would else be another program's.
"""

import random
import time
from collections.abc import Iterable, Iterator
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from tests.bench.figures import Figure
from tests.support.hours import COUNTRIES, readable_hours

from screening.reading.places import Directories
from screening.referral.holidays import holiday
from screening.referral.opening import opening

# Every one of these was once a second or more.
SLOW = ("Mo-Su 00:00-24:00", "Mo-Su 08:00-20:00,20:00-08:00", "Mo-Fr 00:00-24:00; Sa-Su 00:00-24:00; PH 00:00-24:00")


def built_in() -> set[str]:
    directories = Directories()
    contacts = [
        contact for place in directories for service in directories[place].services for contact in service.contacts
    ]
    spoken = [each.hours for contact in contacts for each in contact.spoken]
    return {hours for hours in (*(contact.hours for contact in contacts), *spoken) if hours is not None}


def generated(number: int = 1_000) -> set[str]:
    found: set[str] = set()

    @settings(
        max_examples=number, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(readable_hours())
    def collect(hours: str) -> None:
        found.add(hours)

    collect()
    return found


def worst(hours: Iterable[str], rounds: int = 20) -> tuple[float, str, datetime]:
    """The slowest of all, each asked several times, warm and at another moment every time."""
    choose = random.Random(1)
    slowest = (0.0, "", datetime.min)
    for each in sorted(hours):
        country = choose.choice(COUNTRIES)
        opening(each, datetime(2026, 1, 1), country)
        for _ in range(rounds):
            year = choose.choice((2026, 2027, choose.randint(1, 9999)))
            moment = datetime(year, choose.randint(1, 12), choose.randint(1, 28), choose.randrange(24))
            # The calendar of a year is read once, whatever is asked of it.
            for known in (year - 1, year, year + 1):
                holiday(datetime(min(max(known, 1), 9999), 1, 1).date(), country)
            begin = time.process_time()
            opening(each, moment, country)
            slowest = max(slowest, (time.process_time() - begin, each, moment))
    return slowest


CASES = (("built-in", built_in), ("once slow", lambda: SLOW), ("generated", generated))


def figures() -> Iterator[Figure]:
    """The worst of each kind of hours."""
    for name, hours in CASES:
        yield Figure(f"the slowest of the {name} hours", worst(hours())[0] * 1000, "ms", 5)


if __name__ == "__main__":
    for name, hours in CASES:
        every = hours()
        seconds, slowest, moment = worst(every)
        print(f"{len(every)} {name} hours: at most {seconds * 1000:.2f} ms, by {slowest!r} at {moment}")
