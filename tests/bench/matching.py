"""What matching costs in a directory of 10,000 services, 60 times as many as all built-in ones (budget 50 ms a need).

Run it by hand: python -m tests.bench.matching. It prints; it is no test, for a busy machine must not turn a build red.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle, islice

from msgspec.structs import replace
from tests.bench.figures import Figure

from screening.reading.places import Directories
from screening.referral.directory import Directory
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.sets.answers import Answers
from screening.sets.needs import Need

SERVICES = 10_000
# Whoever has to be looked at from every side: of a group, without papers, with a language, and away from the police.
PERSON: Answers = {
    "gender": "woman",
    "age": "adult",
    "situation": ("domestic-work",),
    "identity_card": "no",
    "may_stay": "no",
    "languages": ("tl",),
    "police": "no",
}
# Those of the pathway that opens most often, and the one for which there are most.
NEEDS: dict[str, tuple[Need, ...]] = {
    "one need": ("shelter",),
    "the needs of a pathway": ("anti-trafficking", "migrant-worker-help", "legal-advice", "shelter"),
}


def large_directory(size: int = SERVICES) -> Directory:
    """Hong Kong, with the services of all places, over and over."""
    places = Directories()
    services = [service for place in places for service in places[place].services]
    many = [replace(each, id=f"s-{number}") for number, each in enumerate(islice(cycle(services), size))]
    return replace(places["hk"], services=tuple(many))


def figures() -> Iterator[Figure]:
    """The fastest of some rounds for each."""
    directory = large_directory()
    moment = moment_in(directory, datetime(2026, 11, 23, 3, tzinfo=UTC))
    for name, needs in NEEDS.items():
        # The first round reads the calendars, which a program does once.
        times = []
        for _ in range(6):
            begin = time.process_time()
            match_services(needs, PERSON, directory, moment)
            times.append(time.process_time() - begin)
        budget = 50 if len(needs) == 1 else None
        yield Figure(f"matching {SERVICES:,} services, {name}", min(times[1:]) * 1000, "ms", budget)


if __name__ == "__main__":
    for figure in figures():
        print(figure, flush=True)
