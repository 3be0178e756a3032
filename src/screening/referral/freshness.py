"""How fresh the contacts of a directory are: which are in doubt and why, and which to call again (pure)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, Literal

from msgspec import Struct

from screening.referral.directory import Directory
from screening.referral.reasons import is_urgent
from screening.referral.service import EVIDENCE_RANK, TO_DIAL, Contact, Service
from screening.sets.vocabulary import Evidence

YEARS_TO_WARN = 3
# Who answered half a year ago may have moved, and a line that was opened for a project may have ended with it.
CONFIRMED_FOR_DAYS: Final = 180

Doubt = Literal["undated", "old", "article", "repository", "unverified"]

# How a contact may be known that leaves a doubt whenever it was seen.
IN_DOUBT: Final[dict[Evidence, Doubt]] = {
    "article": "article",
    "repository": "repository",
    "unverified": "unverified",
}


class Seen(Struct, frozen=True):
    """When a contact was last seen.

    Attributes:
        day: the date, as exact as it is known, or `unknown`.
        confirmed: somebody called it on that day, or read the live page again; else that is the date of a page.
    """

    day: str
    confirmed: bool = False

    def long_ago(self, today: date) -> bool:
        """Whether that is more than three years ago, or not known."""
        threshold = f"{today.year - YEARS_TO_WARN}-{today.month:02}-{today.day:02}"
        # Both as exact as what was seen: "2023" is not older than "2023-11-22".
        return self.day == "unknown" or self.day < threshold[: len(self.day)]

    def is_confirmed(self, today: date) -> bool:
        """Whether somebody has called it, or read the live page again, in the last 180 days."""
        return self.confirmed and today - date.fromisoformat(self.day) <= timedelta(days=CONFIRMED_FOR_DAYS)


def last_seen(contact: Contact, service: Service, today: date) -> Seen:
    """When a contact was seen: by its own dates where it has any, else by those of its service.

    A confirmation that is dated in the future is none. One that has aged is a look like any other, so that a later page
    counts before it.
    """
    dated = contact if contact.confirmed_on is not None or contact.page_date is not None else service
    page = Seen(contact.page_date or service.page_date)
    if dated.confirmed_on is None or dated.confirmed_on > today.isoformat():
        return page
    confirmed = Seen(dated.confirmed_on, confirmed=True)
    is_later = page.day != "unknown" and page.day > confirmed.day
    return page if is_later and not confirmed.is_confirmed(today) else confirmed


def is_confirmed(contact: Contact, service: Service, today: date) -> bool:
    """Whether somebody has called a contact, or read its live page again, in the last 180 days."""
    if contact.confirmed_on is None and service.confirmed_on is None:
        return False
    return last_seen(contact, service, today).is_confirmed(today)


def doubts(contact: Contact, service: Service, today: date) -> tuple[Doubt, ...]:
    """Why a contact may be wrong; nothing where it is well known, or was confirmed.

    Of an emergency number nobody is ever made to doubt: whoever hesitates to dial it is worse off than with any other.
    """
    return () if is_emergency(contact, service) else _doubts(contact, last_seen(contact, service, today), today)


def is_emergency(contact: Contact, service: Service) -> bool:
    """Whether a contact is a number that is dialled in an emergency."""
    return is_urgent(service) and contact.kind in TO_DIAL


class KnownTogether(Struct, frozen=True):
    """What is known of numbers that stand in one list, but for those that are dialled in an emergency.

    Attributes:
        in_doubt: one of them may be wrong.
        confirmed: of each, whether somebody has called it not long ago.
    """

    in_doubt: bool
    confirmed: tuple[bool, ...]


def known_of(shown: Iterable[tuple[Service, Contact]], today: date) -> KnownTogether:
    """What a list says of its numbers as a whole.

    Args:
        shown: the numbers, each with its service.
        today: the day in the place.
    """
    asked = [(service, contact) for service, contact in shown if not is_emergency(contact, service)]
    return KnownTogether(
        any(doubts(contact, service, today) for service, contact in asked),
        tuple(last_seen(contact, service, today).is_confirmed(today) for service, contact in asked),
    )


def is_stale(contact: Contact, service: Service, today: date) -> bool:
    """Whether nobody has seen a contact for years, or on any page at all, and nobody has called it since."""
    seen = last_seen(contact, service, today)
    return seen.long_ago(today) or (contact.evidence == "unverified" and not seen.confirmed)


def is_due(contact: Contact, service: Service, today: date, within: int = 0) -> bool:
    """Whether a contact has to be called again: it is in doubt, or was confirmed more than 180 days ago.

    Args:
        contact: the contact.
        service: whose it is.
        today: the day in the place.
        within: whether it will have to be in so many days, if nobody calls before.
    """
    seen, on = last_seen(contact, service, today), today + timedelta(days=within)
    return bool(_doubts(contact, seen, on)) or (seen.confirmed and not seen.is_confirmed(on))


def to_confirm(directory: Directory, today: date, within: int = 0) -> list[tuple[Service, Contact]]:
    """The contacts to call again, now or within some days as in `is_due`; those known least first."""
    due = [
        (service, contact)
        for service in directory.services
        for contact in service.contacts
        if is_due(contact, service, today, within)
    ]

    def urgency(entry: tuple[Service, Contact]) -> tuple[int, str]:
        day = last_seen(entry[1], entry[0], today).day
        return -EVIDENCE_RANK[entry[1].evidence], "" if day == "unknown" else day

    return sorted(due, key=urgency)


def _doubts(contact: Contact, seen: Seen, on: date) -> tuple[Doubt, ...]:
    if seen.is_confirmed(on):
        return ()
    found: list[Doubt] = []
    if seen.day == "unknown":
        found.append("undated")
    elif seen.long_ago(on):
        found.append("old")
    if contact.evidence in IN_DOUBT:
        found.append(IN_DOUBT[contact.evidence])
    return tuple(found)
