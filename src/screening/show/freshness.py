"""How fresh contacts are: those of a list, and those to call again."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from screening.language.messages import Message, gettext
from screening.referral.directory import Contact, Directory, Service
from screening.referral.freshness import last_seen
from screening.referral.matching import NeedServices
from screening.referral.reasons import is_urgent
from screening.show.contacts import CONTACT_NAME, address_of, known_text, name_of
from screening.show.lines import Line


def freshness(directory: Directory, by_need: Iterable[NeedServices]) -> Message:
    """How fresh the contacts are, in one line."""
    services = {match.service.id: match.service for need_services in by_need for match in need_services.matches}
    confirmed = sum(
        any(last_seen(contact, service).confirmed for contact in service.contacts) for service in services.values()
    )
    if not confirmed:
        return gettext(
            "This list was drawn up on {date}. Brackets say where a number was seen, and how old that page is. Nobody "
            "has called any of these numbers since.",
            date=directory.as_of,
        )
    return gettext(
        "This list was drawn up on {date}. Brackets say where a number was seen, and how old that page is. Called, "
        "or read again on the live page: {confirmed} of the {all} services below.",
        date=directory.as_of,
        confirmed=confirmed,
        all=len(services),
    )


def stale_lines(directory: Directory, to_confirm: Collection[tuple[Service, Contact]], today: date) -> Iterator[Line]:
    """Contacts to call again, those known least first; and apart from them those that nobody may call to try."""
    yield Line("title", gettext("Call these again: {place}", place=name_of(directory.names)))
    to_call = [entry for entry in to_confirm if not is_urgent(entry[0])]
    to_read = [entry for entry in to_confirm if is_urgent(entry[0])]
    if to_call:
        yield Line(
            "text",
            gettext(
                "Nobody has seen these for more than three years, it is not known when, or they were seen on no page. "
                "Call each, and write the date in confirmed_on, or correct it and tell those who maintain the "
                "directory."
            ),
        )
        yield from _entries(to_call, today)
    if to_read:
        yield Line(
            "text",
            gettext(
                "Never call an emergency number to try it. Look for these on an official page, and write its date in "
                "page_date."
            ),
        )
        yield from _entries(to_read, today)
    if not to_confirm:
        yield Line("text", gettext("Every contact was seen on a page, or called, within three years."))


def _entries(contacts: Iterable[tuple[Service, Contact]], today: date) -> Iterator[Line]:
    for service, contact in contacts:
        yield Line("item", name_of(service.names))
        number = gettext("{kind}: {number}", kind=CONTACT_NAME[contact.kind], number=address_of(contact))
        known = known_text(contact, service, today)
        yield Line("contact", gettext("{number} {known}", number=number, known=known))
