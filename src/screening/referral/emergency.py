"""The emergency number of a place as one of its services: written once, and found by need like any other (pure)."""

from typing import Final

from msgspec.structs import replace

from screening.referral.directory import Directory, Emergency
from screening.referral.service import Contact, Serves, Service
from screening.sets.needs import NEEDS

# The id of that service. No file may use it for another.
EMERGENCY: Final = "emergency"
# What every emergency number is for.
_ALWAYS = tuple(need for need, kind in NEEDS.items() if kind.urgent)


def emergency_service(emergency: Emergency) -> Service:
    """The emergency number as a service of its place."""
    return Service(
        id=EMERGENCY,
        names=emergency.names,
        offers=(*_ALWAYS, *(need for need in emergency.offers if need not in _ALWAYS)),
        serves=Serves(abroad=False),
        informs_police=emergency.informs_police,
        languages=emergency.languages,
        ask_first=emergency.ask_first,
        notes=emergency.notes,
        contacts=(
            Contact(
                kind="telephone",
                number=emergency.number,
                hours=emergency.hours,
                note=emergency.note,
                evidence=emergency.evidence,
            ),
        ),
        source=emergency.source,
        page_date=emergency.page_date,
    )


def with_emergency(directory: Directory) -> Directory:
    """A directory whose emergency number stands among its services, before all others."""
    return replace(directory, services=(emergency_service(directory.emergency), *directory.services))
