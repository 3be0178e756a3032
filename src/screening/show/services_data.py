"""Services, and the card with their numbers, as data for other programs."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from screening.language.catalog import Catalog
from screening.referral.contact_now import ContactNow
from screening.referral.directory import Directory, Duty
from screening.referral.freshness import last_seen
from screening.referral.matching import NeedServices
from screening.referral.moment import Moment
from screening.referral.names import is_made_up
from screening.referral.reasons import Reason
from screening.referral.service import Service
from screening.show.card import CarryCard
from screening.show.reasons import reason_text


def services_data(
    asked_for: str,
    directory: Directory,
    moment: Moment,
    by_need: Iterable[NeedServices],
    duties: Iterable[Duty],
    catalog: Catalog,
) -> dict[str, Any]:
    """The services of a place.

    Args:
        asked_for: the place that was asked for, which may have no directory.
        directory: where the services are from.
        moment: the time, by the clock of the place.
        by_need: the services for each need.
        duties: what the law of the place says.
        catalog: the language of what no file says.
    """
    return {
        "place": asked_for,
        "directory": {"place": directory.place, "as_of": directory.as_of},
        "at": moment.local.isoformat(timespec="minutes"),
        "emergency": directory.emergency,
        "services": by_need_data(by_need, moment.today, catalog),
        "duties": list(duties),
    }


def by_need_data(by_need: Iterable[NeedServices], today: date, catalog: Catalog) -> list[dict[str, Any]]:
    """The services for each need, and who was left out and why."""
    return [
        {
            "need": need_services.need,
            "services": [
                {
                    "id": match.service.id,
                    # What a translator made up is no name that a program could look for.
                    "names": {code: name for code, name in match.service.names.items() if not is_made_up(name)},
                    "listed_by": match.service.listed_by,
                    "contacts": [
                        _contact_data(contact_now, match.service, today) for contact_now in match.contacts_now
                    ],
                    "about": match.service.about,
                    "only": match.service.only,
                    "ask_first": [_reason(reason, catalog) for reason in match.ask_first],
                    "when_you_call": match.service.ask_first,
                    "notes": match.service.notes,
                    "informs_police": match.service.informs_police,
                    "referral": match.service.referral,
                }
                for match in need_services.matches
            ],
            "left_out": [
                {"id": each.service.id, "reasons": [_reason(reason, catalog) for reason in each.reasons]}
                for each in need_services.left_out
            ],
            "generally": need_services.generally,
        }
        for need_services in by_need
    ]


def _contact_data(contact_now: ContactNow, service: Service, today: date) -> dict[str, Any]:
    """A contact, and whether somebody answers now, also in the person's language. Null: not known."""
    contact, way = contact_now.contact, contact_now.best_fit
    return {
        "kind": contact.kind,
        "number": contact.number,
        "hours": contact.hours,
        "open": contact_now.opening.open if contact_now.opening is not None else None,
        "dial_from": contact.dial_from,
        "languages": contact_now.known,
        "in_language": way.opening.open if way is not None and way.opening is not None else None,
        "note": contact.note,
        "conflict": contact.conflict,
        "evidence": contact.evidence,
        "seen": last_seen(contact, service, today),
    }


def card_data(card: CarryCard, catalog: Catalog) -> dict[str, Any]:
    """A card for the person, as it stands on paper."""
    return {
        "language": card.language or catalog.language,
        "title": catalog.render(card.title),
        "entries": [
            {
                "name": entry.name,
                "second_name": entry.second_name,
                "number": catalog.render(entry.number),
                "hours": catalog.render(entry.hours) if entry.hours is not None else None,
            }
            for entry in card.entries
        ],
    }


def _reason(reason: Reason, catalog: Catalog) -> dict[str, Any]:
    return {"kind": reason.kind, "recorded": reason.recorded, "text": catalog.render(reason_text(reason))}
