"""What an agency found when it called the numbers of a place (pure)."""

from collections.abc import Iterable, Mapping
from itertools import starmap
from typing import Final, Literal

from msgspec.structs import replace

from screening.referral.directory import Directory
from screening.referral.emergency import EMERGENCY
from screening.referral.numbers import dialled
from screening.referral.service import TO_DIAL, Contact, ContactKind, Service
from screening.sets.fields import Day, FileStruct, Id, ShortText

Found = Literal["right", "another-number", "no-answer", "closed", "full", "gone"]
# What is not known without a day until which it is so.
UNTIL: Final[frozenset[Found]] = frozenset({"closed", "full"})


class Call(FileStruct, frozen=True, kw_only=True):
    """What was found on one number, the last time that somebody called it. Who called is said nowhere.

    Attributes:
        service: the service.
        number: as the directory has it. Where the directory has another one by now, the call says nothing.
        kind: what it was called with. One number may be a telephone and more.
        called_on: the day.
        found: what was found.
        now: the number that is right instead, after `another-number`.
        until: the day on which it is open again, or has room again, after `closed` and `full`.
    """

    service: Id
    number: ShortText
    kind: ContactKind = "telephone"
    called_on: Day
    found: Found
    now: ShortText | None = None
    until: Day | None = None

    def about(self, region: str) -> tuple[str, ContactKind, str]:
        """What it is about, the same however the number is written.

        Args:
            region: the two letters of the country from which it is dialled, in capitals.
        """
        return self.service, self.kind, dialled(self.number, region)


def with_calls(directory: Directory, calls: Iterable[Call], agency: str) -> Directory:
    """A directory as it is after an agency's calls. It is laid over what is built in, and changes none of it.

    Args:
        directory: the directory.
        calls: what was found; of two calls of one number the later in the list counts.
        agency: whose calls they are, as it is shown.
    """
    region = directory.place.upper()
    by_number = {call.about(region): call for call in calls}
    if not by_number:
        return directory
    # Nobody rings an emergency number to try it, so that nobody can have found anything.
    called = {call.service for call in by_number.values()} - {EMERGENCY}
    return replace(
        directory,
        services=tuple(
            _called(service, by_number, agency, region) if service.id in called else service
            for service in directory.services
        ),
    )


def _called(service: Service, calls: Mapping[tuple[str, ContactKind, str], Call], agency: str, region: str) -> Service:
    found = [
        (contact, calls.get((service.id, contact.kind, dialled(contact.number, region))))
        if contact.kind in TO_DIAL
        else (contact, None)
        for contact in service.contacts
    ]
    away = {f"{call.found}_until": call.until for _, call in found if call is not None and call.found in UNTIL}
    contacts = starmap(lambda contact, call: _after(contact, call, agency), found)
    return replace(service, contacts=tuple(each for each in contacts if each is not None), **away)


def _after(contact: Contact, call: Call | None, agency: str) -> Contact | None:
    """A contact as it is after a call; None where it no longer exists."""
    if call is None:
        return contact
    if call.found == "gone":
        return None
    if call.found == "no-answer":
        # That nobody answered once is no sign that the number is wrong, nor that it is right.
        return replace(contact, unanswered_on=call.called_on)
    heard = replace(contact, confirmed_on=call.called_on, confirmed_by=agency, unanswered_on=None)
    if call.now is None:
        return heard
    # The page that had the old number says nothing about the new one: somebody said it on the telephone.
    return replace(
        heard, number=call.now, evidence="second_hand", source=agency, page_date=call.called_on, conflict=None
    )
