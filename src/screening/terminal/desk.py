"""What is looked up at the desk, without a talk: the places, what is needed there, and whom to call."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol, get_args

from msgspec import Struct

from screening.language.messages import gettext
from screening.referral.directory import Directory
from screening.sets.answers import Answer
from screening.sets.needs import Need
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.screen import Choice, Dialog

WHICH_PLACE, WHAT_IS_NEEDED = gettext("Which place?"), gettext("What is needed?")


class Numbers(Protocol):
    """Whom to call in a place, for needs and circumstances, as it stands now."""

    def emergency(self, directory: Directory, circumstances: Mapping[str, Answer]) -> Sequence[Line]:
        """The number for danger."""
        ...

    def first(self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]) -> Sequence[Line]:
        """The first few numbers, in short, below the one for danger."""
        ...

    def in_full(
        self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]
    ) -> tuple[Sequence[Line], Sequence[Line]]:
        """All of them, a line each; and all that is known of each, and what the law says."""
        ...

    def card(
        self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer], back_to: Dialog
    ) -> Dialog:
        """The card for the person, which leads back."""
        ...

    def question(
        self,
        directory: Directory,
        needs: Sequence[Need],
        circumstances: Mapping[str, Answer],
        may_ask: Collection[str],
    ) -> str | None:
        """The circumstance to ask for next; None where no answer would change the numbers."""
        ...


class Desk(Struct, frozen=True):
    """What can be looked up, and what is known before anything is asked.

    Attributes:
        directories: the directory of each place, the home place first.
        numbers: whom to call.
        place: the place, where it is known: it is asked only of whoever goes back to it.
        home: the place that is pointed at first where none is known.
    """

    directories: Mapping[str, Directory]
    numbers: Numbers
    place: str | None = None
    home: str | None = None

    @property
    def known_place(self) -> str | None:
        """The place, where it is known and has a directory."""
        return self.place if self.place in self.directories else None

    def places(self) -> tuple[Choice, ...]:
        """The places, to choose from."""
        return keyed((code, directory.name) for code, directory in self.directories.items())


def needs_in(directory: Directory) -> list[Need]:
    """Everything that somebody is listed for in a place."""
    return [need for need in get_args(Need) if need in directory.answers]
