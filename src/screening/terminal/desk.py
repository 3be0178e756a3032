"""What a talk needs from around it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct

from screening.referral.directory import Directory


class Desk(Struct, frozen=True):
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
