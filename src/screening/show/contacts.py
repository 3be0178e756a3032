"""A service and a contact of it, told in a few words: its name, the number to try, and how well that is known."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from screening.language.messages import Dialled, Listing, Message, Text, gettext, pgettext
from screening.referral.freshness import IN_DOUBT, doubts, is_emergency, last_seen
from screening.referral.matching import Match, first_to_try
from screening.referral.names import first_name, is_made_up, names_beside
from screening.referral.numbers import as_dialled_in
from screening.referral.service import Contact, ContactKind, Service
from screening.show.evidence import EVIDENCE_IN_SHORT, dated
from screening.show.hours import now_text

CONTACT_NAME: Mapping[ContactKind, Message] = {
    "telephone": pgettext("a kind of contact", "Telephone"),
    "whatsapp": pgettext("a kind of contact", "WhatsApp"),
    "sms": pgettext("a kind of contact", "SMS"),
    "email": pgettext("a kind of contact", "E-mail"),
    "form": pgettext("a kind of contact", "Form"),
    "website": pgettext("a kind of contact", "Website"),
}
# A word and no mark: a screen reader passes over marks, and every other one is a key or means something in Markdown.
SIGN = pgettext("after a number that may have changed", "[not sure]")
# A letter of another script.
_NOT_LATIN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_IN_BRACKETS = re.compile(r" *\([^()]*\)")
# What opens that which a number is dialled with.
_LINK: Mapping[ContactKind, str] = {"telephone": "tel", "whatsapp": "https", "sms": "sms"}


def name_of(names: Mapping[str, str]) -> str:
    """The name that comes first for the reader, and those beside it: whoever answers knows it by one of those."""
    return with_others(first_name(names), names_beside(names))


def with_others(name: str, others: Sequence[str]) -> str:
    """A name with others beside it. Between two in Latin letters a stroke says where the second one begins.

    Args:
        name: what comes first.
        others: what stands beside it.
    """
    told = name
    for before, other in zip((name, *others), others, strict=False):
        told += f"{' ' if _NOT_LATIN.search(before) or _NOT_LATIN.search(other) else ' / '}{other}"
    return told


def names_in_short(names: Mapping[str, str]) -> tuple[str, str, str]:
    """The name that comes first, then without what it says in brackets, and then without what it says after a comma.

    By one of the shorter ones it may no longer be told from another.
    """
    name = first_name(names)
    bare = _IN_BRACKETS.sub("", name) or name
    return name, bare, bare.split(", ")[0]


def listed(service: Service) -> Text:
    """How a service is called, and from whose list it is."""
    return _of_a_list(name_of(service.names), service)


def listed_in_short(service: Service, shorter: Sequence[str]) -> list[Text]:
    """The same in fewer words: ways to say it, the longest first.

    Args:
        service: the service.
        shorter: what it may be called by the name that comes first, shorter and shorter.
    """
    others = [name for name in names_beside(service.names) if name != shorter[0]]
    first = [with_others(shorter[0], others[:most]) for most in range(len(others), 0, -1)]
    if others and is_made_up(first_name(service.names)):
        # Whoever calls has to ask for somebody by a name that is known there.
        known = (_IN_BRACKETS.sub("", others[0]) or others[0]).split(", ")[0]
        shorter = [name if known in name else with_others(name, [known]) for name in shorter]
    return [_of_a_list(way, service) for way in (*first, *shorter)]


def _of_a_list(name: str, service: Service) -> Text:
    if service.listed_by is None:
        return name
    # Translators: a service that is in an agency's own list.
    return gettext("{service} - from {agency}", service=name, agency=service.listed_by)


def with_police(title: Text, service: Service) -> Text:
    """How a service is called, and that whoever is called is the police, or tells them, where that is so."""
    if service.informs_police != "yes":
        return title
    return gettext("{service} - POLICE answer or are told", service=title)


def address_of(contact: Contact, region: str | None = None) -> Text:
    """A number or an address; what is dialled can be pressed where that is possible.

    Args:
        contact: whose it is.
        region: the two letters of the country in which it is dialled, where it stands as it is dialled there.
    """
    return dialled(contact.kind, contact.number, region) if contact.kind in _LINK else contact.number


def dialled(kind: ContactKind, number: str, region: str | None = None) -> Dialled:
    """A number to dial.

    Args:
        kind: what it is dialled with.
        number: as a directory has it.
        region: as for `address_of`.
    """
    shown = as_dialled_in(number, region) if region is not None else number
    digits = "".join(re.findall("[0-9]", unicodedata.normalize("NFKC", number)))
    if kind == "whatsapp":
        # WhatsApp knows no number without the code of its country.
        return Dialled(shown, f"https://wa.me/{digits}" if number.startswith("+") else f"tel:{digits}")
    return Dialled(shown, f"{_LINK[kind]}:{'+' if number.startswith('+') else ''}{digits}")


def number_of(contact: Contact, region: str | None = None) -> Text:
    """A number, with what it is for where that is not the telephone; `region` as for `address_of`."""
    if contact.kind == "telephone":
        return address_of(contact, region)
    # Translators: {kind} is "WhatsApp", "E-mail" and so on, {number} is a number or an address.
    return gettext("{kind} {number}", kind=CONTACT_NAME[contact.kind], number=address_of(contact, region))


def short_contact(match: Match, today: date) -> Text:
    """A number with all that `known_number` says of it, and whether nobody answers now, as far as that is known."""
    number, opening = known_number(match, today), first_to_try(match).opening
    if opening is not None and not opening.open:
        # Translators: {hours} is such as "CLOSED NOW, opens 9:00".
        number = gettext("{number} ({hours})", number=number, hours=now_text(opening, today))
    return number


def known_number(match: Match, today: date) -> Text:
    """The number to try first, with what works from abroad instead, and the sign for a doubt or the day of a call."""
    contact = first_to_try(match).contact
    number = number_of(contact)
    outside = (each.contact for each in match.contacts_now if each.contact.dial_from == "outside")
    instead = next(
        (address_of(each) for each in outside if contact.dial_from == "inside" and each.kind == contact.kind), None
    )
    if instead is not None:
        number = gettext("{number} (from abroad {other})", number=number, other=instead)
    return _known_in_short(number, contact, match.service, today)


def signed(number: Text, contact: Contact, service: Service, today: date) -> Text:
    """A number, with the one sign for a doubt where there is one."""
    if not doubts(contact, service, today):
        return number
    # Translators: {sign} is "[not sure]".
    return gettext("{number} {sign}", number=number, sign=SIGN)


def _known_in_short(number: Text, contact: Contact, service: Service, today: date) -> Text:
    """A number with the sign for a doubt, or with the day on which somebody confirmed it; often with neither."""
    seen = last_seen(contact, service, today)
    if seen.is_confirmed(today):
        return gettext("{number} [confirmed on {day}]", number=number, day=seen.day)
    return signed(number, contact, service, today)


def known_text(contact: Contact, service: Service, today: date) -> Message:
    """How well a contact is known, and since when."""
    seen, evidence = last_seen(contact, service, today), EVIDENCE_IN_SHORT[contact.evidence]
    day = dated(seen.day, confirmed=seen.confirmed)
    if seen.confirmed and not seen.is_confirmed(today):
        day = gettext("confirmed on {day}, too long ago", day=seen.day)
    # Translators: {evidence} is such as "official page", {date} is such as "as of 2024".
    return gettext("[{evidence}, {date}]", evidence=evidence, date=day)


def noted_text(contact: Contact, service: Service, today: date) -> Text | None:
    """What is noted of a contact, and how well it is known.

    Of an emergency number that no good page has, only what is noted: nobody is made to doubt it.
    """
    if is_emergency(contact, service) and contact.evidence in IN_DOUBT:
        return contact.note
    known = known_text(contact, service, today)
    # Translators: {note} is in the words of the directory, {known} is such as "[official page, as of 2024]".
    return gettext("{note} {known}", note=contact.note, known=known) if contact.note is not None else known


def seen_at(service: Service, contacts: Iterable[Contact]) -> Message:
    """The pages where contacts of a service were seen, each once."""
    sources = dict.fromkeys(contact.source or service.source for contact in contacts)
    # Translators: {sources} names pages, such as "swd.gov.hk, 2019-20".
    return gettext("Seen at: {sources}", sources=Listing(tuple(sources), "semicolon"))
