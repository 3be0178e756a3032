"""How fresh the contacts of a directory are: which to warn of, and which to call again (pure)."""

from datetime import date

from msgspec import Struct

from screening.referral.directory import EVIDENCE_RANK, Contact, Directory, Service

YEARS_TO_WARN = 3


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


def last_seen(contact: Contact, service: Service) -> Seen:
    """When a contact was seen: by its own dates where it has any, else by those of its service."""
    dated = contact if contact.confirmed_on is not None or contact.page_date is not None else service
    if dated.confirmed_on is not None:
        return Seen(dated.confirmed_on, confirmed=True)
    return Seen(contact.page_date or service.page_date)


def may_be_wrong(contact: Contact, service: Service, today: date) -> bool:
    """Whether to warn of a contact: nobody has seen it for years, or it rests on an article alone."""
    return contact.evidence == "article" or last_seen(contact, service).long_ago(today)


def is_stale(contact: Contact, service: Service, today: date) -> bool:
    """Whether nobody has seen a contact for years, or on any page at all, and nobody has called it since."""
    seen = last_seen(contact, service)
    return seen.long_ago(today) or (contact.evidence == "unverified" and not seen.confirmed)


def to_confirm(directory: Directory, today: date) -> list[tuple[Service, Contact]]:
    """The contacts to call again, as nobody has seen them for more than three years, or anywhere; those known least
    first.
    """
    old = [
        (service, contact)
        for service in directory.services
        for contact in service.contacts
        if is_stale(contact, service, today)
    ]

    def urgency(entry: tuple[Service, Contact]) -> tuple[int, str]:
        day = last_seen(entry[1], entry[0]).day
        return -EVIDENCE_RANK[entry[1].evidence], "" if day == "unknown" else day

    return sorted(old, key=urgency)
