"""Which numbers a desk calls to see whether they are true, and in which order (pure)."""

from collections.abc import Collection, Sequence
from datetime import date

from msgspec import Struct

from screening.referral.directory import Directory
from screening.referral.freshness import last_seen
from screening.referral.reasons import is_urgent
from screening.referral.service import TO_DIAL, Contact, Service
from screening.sets.needs import NEEDS, Need

# In which turn a number is called.
_DUE, _CONFIRMED, _UNANSWERED = range(3)


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
        today: the day. What was confirmed on it is not asked again; what was confirmed not long ago comes later, and
            last where nobody answered on this day.
    """
    rank = {name: number for number, name in enumerate(shown)}
    services = sorted(directory.services, key=lambda service: rank.get(service.id, len(rank)))
    return tuple(
        ToTry(service, contacts, any(NEEDS[need].lifeline for need in service.offers), _has_room(service))
        for turn in (_DUE, _CONFIRMED, _UNANSWERED)
        for service in services
        if _is_called(service, needs) and (contacts := _in_turn(turn, service, today))
    )


def _is_called(service: Service, needs: Collection[Need]) -> bool:
    wanted = not needs or not set(needs).isdisjoint(service.offers)
    return wanted and not is_urgent(service) and service.withheld_by is None


def _has_room(service: Service) -> bool:
    return any(NEEDS[need].room for need in service.offers)


def _in_turn(turn: int, service: Service, today: date) -> tuple[Contact, ...]:
    """The numbers of a service that are to be called in this turn."""
    return tuple(
        contact
        for contact in service.contacts
        # From the desk nobody can try what works from abroad alone.
        if contact.kind in TO_DIAL
        and contact.dial_from != "outside"
        and contact.confirmed_on != today.isoformat()
        and _turn_of(contact, service, today) == turn
    )


def _turn_of(contact: Contact, service: Service, today: date) -> int:
    if contact.unanswered_on == today.isoformat():
        return _UNANSWERED
    return _CONFIRMED if last_seen(contact, service, today).is_confirmed(today) else _DUE
