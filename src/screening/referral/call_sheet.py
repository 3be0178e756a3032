"""Which numbers a desk calls to see whether they are true, and in which order (pure)."""

from collections.abc import Collection, Sequence
from datetime import date

from msgspec import Struct

from screening.referral.directory import TO_DIAL, Contact, Directory, Service
from screening.referral.reasons import is_urgent
from screening.sets.needs import NEEDS, Need


class ToTry(Struct, frozen=True):
    """A service whose numbers are to be tried, one after the other.

    Attributes:
        service: the service.
        contacts: its numbers.
        lifeline: whoever rings them may be in need at that moment: nobody rings to try them, and its page or its office
            is asked instead.
        room: it may have no room left.
    """

    service: Service
    contacts: tuple[Contact, ...]
    lifeline: bool
    room: bool


def to_try(directory: Directory, needs: Collection[Need], shown: Sequence[str], today: date) -> tuple[ToTry, ...]:
    """The services to call, those first that are shown most often. An emergency number is never among them.

    Args:
        directory: of the place, with what was found so far.
        needs: only services for one of these; all where there is none.
        shown: the ids of services, those that a first page shows most often first.
        today: the day. What was confirmed on it is not asked again; where nobody answered on it comes last.
    """
    rank = {name: number for number, name in enumerate(shown)}
    found = [each for service in directory.services if (each := _to_try(service, needs, today)) is not None]
    return tuple(sorted(found, key=lambda each: (_tried(each, today), rank.get(each.service.id, len(rank)))))


def _to_try(service: Service, needs: Collection[Need], today: date) -> ToTry | None:
    wanted = not needs or not set(needs).isdisjoint(service.offers)
    if not wanted or is_urgent(service) or service.withheld_by is not None:
        return None
    contacts = tuple(
        contact
        for contact in service.contacts
        # From the desk nobody can try what works from abroad alone.
        if contact.kind in TO_DIAL and contact.dial_from != "outside" and contact.confirmed_on != today.isoformat()
    )
    if not contacts:
        return None
    meant = [NEEDS[need] for need in service.offers]
    return ToTry(service, contacts, any(each.lifeline for each in meant), any(each.room for each in meant))


def _tried(each: ToTry, today: date) -> bool:
    return all(contact.unanswered_on == today.isoformat() for contact in each.contacts)
