"""What a talk needs from around it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from screening.agenda import State
from screening.model import Directory


@dataclass(frozen=True, slots=True)
class Desk:
    """What a talk needs from around it.

    Attributes:
        find_directory: a place's directory, or None.
        places: place codes with their names, to choose from.
        minutes: the minutes since the beginning.
        now: the time, aware of its zone.
        has_child_set: a screening can go on with what is known of a child, without asking the child.
    """

    find_directory: Callable[[str], Directory | None]
    places: Mapping[str, str]
    minutes: Callable[[], int]
    now: Callable[[], datetime]
    has_child_set: bool = False


def directory_at(state: State, desk: Desk) -> Directory | None:
    """The directory of the place that was recorded, if there is one."""
    place = state.circumstances.get("place")
    return desk.find_directory(place) if isinstance(place, str) else None
