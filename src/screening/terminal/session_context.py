"""What a dialog needs from around it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from msgspec import Struct

from screening.language.messages import Text, gettext
from screening.reading.places import Directories
from screening.referral.directory import Directory
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet
from screening.terminal.screen import Dialog
from screening.terminal.their_words import TheirWords

OTHER_PLACE = "other"


class TheirLanguage(Protocol):
    """The language of the person who is asked, for as long as the talk lasts."""

    def words(self, indicator_set: IndicatorSet) -> TheirWords | None:
        """A set in it; None where it is the screener's too, or nobody has chosen one."""
        ...

    def may_be_chosen(self, indicator_set: IndicatorSet) -> bool:
        """Whether there are texts of a set in another language than the screener's."""
        ...

    def proposed(self, indicator_set: IndicatorSet, spoken: Answer | None, back_to: Dialog) -> Dialog | None:
        """A choice of it, among those that a person speaks, or among all that there are; None where there is none."""
        ...


class SessionContext(Struct, frozen=True):
    """What a dialog needs from around it.

    Attributes:
        directories: the directory of each place.
        places: place codes with their names, to choose from.
        minutes: the minutes since the beginning.
        now: the time, aware of its zone.
        has_child_set: a screening can go on with what is known of a child, without asking the child.
        their_language: that of the person who is asked; None where nobody can choose one.
    """

    directories: Mapping[str, Directory]
    places: Mapping[str, Text]
    minutes: Callable[[], int]
    now: Callable[[], datetime]
    has_child_set: bool = False
    their_language: "TheirLanguage | None" = None

    def theirs(self, indicator_set: IndicatorSet) -> TheirWords | None:
        """A set in the words of the person; None where they read what the screener reads, or nobody has chosen."""
        return self.their_language.words(indicator_set) if self.their_language is not None else None


def place_names(directories: Directories) -> dict[str, Text]:
    """Place codes with the names to choose from; somewhere else is always a choice."""
    return {**directories.names(), OTHER_PLACE: gettext("Another place")}
