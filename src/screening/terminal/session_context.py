"""What a dialog needs from around it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct

from screening.language.messages import Text, gettext
from screening.reading.places import Directories
from screening.referral.directory import Directory

OTHER_PLACE = "other"


class SessionContext(Struct, frozen=True):
    """What a dialog needs from around it.

    Attributes:
        directories: the directory of each place.
        places: place codes with their names, to choose from.
        minutes: the minutes since the beginning.
        now: the time, aware of its zone.
        has_child_set: a screening can go on with what is known of a child, without asking the child.
    """

    directories: Mapping[str, Directory]
    places: Mapping[str, Text]
    minutes: Callable[[], int]
    now: Callable[[], datetime]
    has_child_set: bool = False


def place_names(directories: Directories) -> dict[str, Text]:
    """Place codes with the names to choose from; somewhere else is always a choice."""
    return {**directories.names(), OTHER_PLACE: gettext("Another place")}
