"""What a talk needs from around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from screening.directory import Directory


@dataclass(frozen=True, slots=True)
class Desk:
    """What a talk needs from around it.

    Attributes:
        directories: the directory of each place.
        places: place codes with their names, to choose from.
        minutes: the minutes since the beginning.
        now: the time, aware of its zone.
        has_child_set: a screening can go on with what is known of a child, without asking the child.
    """

    directories: Mapping[str, Directory]
    places: Mapping[str, str]
    minutes: Callable[[], int]
    now: Callable[[], datetime]
    has_child_set: bool = False
