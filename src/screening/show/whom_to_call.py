"""Whom to call: services with how to reach them now, what to ask them first, and how fresh each line is."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from screening.advise import LeftOut, Match, Offer, Reach, Reason, evidence_of, last_seen, may_be_wrong
from screening.directory import ANYWHERE, Contact, Directory, Duty, Service
from screening.model import Answer, values_of
from screening.show import words
from screening.show.hours import language_names, languages_text, now_text, reach_text
from screening.show.lines import Line

# More than three services in full are more than a tired officer reads.
IN_FULL = 3
_SPEAKING = frozenset({"telephone", "whatsapp"})


def service_lines(
    directory: Directory, offers: Collection[Offer], today: date, police: Answer | None = None
) -> Iterator[Line]:
    """Everybody who could be called, with how fresh that is known to be.

    Args:
        directory: where they are from.
        offers: the services for each need.
        today: the day in the place.
        police: whether the person agrees to the police.
    """
    yield from emergency_lines(directory)
    if directory.emergency.note is not None:
        yield Line("detail", directory.emergency.note)
    if any(offer.matches for offer in offers):
        yield Line("text", freshness(directory, offers))
    if police == "no" and any(match.service.informs_police == "unknown" for offer in offers for match in offer.matches):
        yield Line("text", words.POLICE_NOT_KNOWN)
    yield from offer_lines(offers, today)


def emergency_lines(directory: Directory) -> Iterator[Line]:
    """The number that works at once; and that it is not the place's own, where no directory is about the place."""
    if directory.place == ANYWHERE:
        yield Line("text", words.ANYWHERE)
    emergency = directory.emergency
    known = f" [{words.EVIDENCE_NAME[emergency.evidence]}]" if emergency.evidence == "unverified" else ""
    yield Line("item", f"In danger now: {emergency.number} - {name_of(emergency.names)}{known}")


def duty_lines(duties: Iterable[Duty]) -> Iterator[Line]:
    """What the law of the place demands of the screener, or grants the person."""
    for duty in duties:
        yield Line("subheading", f"The law here: {duty.title}")
        yield from (Line("item", text) for text in duty.text)
        known = f"{words.EVIDENCE_NAME[duty.evidence]}; {words.dated(duty.page_date, None)}"
        yield Line("detail", f"{known}: {duty.source}")


def offer_lines(offers: Iterable[Offer], today: date) -> Iterator[Line]:
    """The services for each need, best first, and who was left out and why.

    The first few are told in full, the others in short, and one that was told already is only named.
    """
    told: set[str] = set()
    for offer in offers:
        yield Line("subheading", words.NEED_NAME[offer.need])
        yield from _generally(offer)
        for place, match in enumerate(offer.matches):
            if match.service.id in told:
                yield Line("item", f"{_title(match)} (see above)")
            else:
                told.add(match.service.id)
                yield from _match(match, today, in_full=place < IN_FULL)
        yield from _left_out(offer.left_out)


def short_offer_lines(offers: Iterable[Offer], today: date) -> Iterator[Line]:
    """The first few services for each need, in short; those to be asked first only where there is no other."""
    for offer in offers:
        yield Line("subheading", words.NEED_NAME[offer.need])
        yield from _generally(offer)
        ready = tuple(match for match in offer.matches if not match.ask_first)
        for match in (ready or offer.matches)[:IN_FULL]:
            yield from _match(match, today, in_full=False)


def _generally(offer: Offer) -> Iterator[Line]:
    """What to do where nobody is listed who would take this person, or no place is known."""
    if not offer.matches:
        yield Line("text", words.NOBODY_LISTED)
    yield from (Line("item", text) for text in offer.generally)


def _title(match: Match) -> str:
    name = name_of(match.service.names)
    own = f" - from {match.service.listed_by}" if match.service.listed_by is not None else ""
    return f"{name}{own}{' - ask first' if match.ask_first else ''}"


def _match(match: Match, today: date, *, in_full: bool) -> Iterator[Line]:
    """How to reach a service, what to ask it, and how well that is known."""
    service = match.service
    yield Line("item", _title(match))
    yield from (Line("detail", f"Ask first: {reason_text(reason)}") for reason in match.ask_first)
    yield from _contacts(match, today)
    if service.informs_police != "unknown":
        yield Line("detail", words.INFORMS_POLICE[service.informs_police])
    if in_full:
        yield from _more(service)
    caution = f"; {words.MAY_BE_WRONG}" if may_be_wrong(service, today) else ""
    dated = words.dated(service.page_date, service.confirmed_on)
    yield Line("detail", f"[{words.EVIDENCE_NAME[evidence_of(service)]}; {dated}{caution}]")


def _contacts(match: Match, today: date) -> Iterator[Line]:
    """Its contacts; only those in the person's language, where there are such."""
    spoken = [reach for reach in match.reaches if reach.language == "spoken"]
    for reach in spoken or match.reaches:
        contact = reach.contact
        when = reach_text(reach, today)
        hours = f" ({when})" if when is not None else ""
        yield Line("contact", f"{words.CONTACT_NAME[contact.kind]}: {contact.number}{hours}")
        about = " ".join(part for part in (contact.note, _weaker(contact, match.service)) if part)
        if about:
            yield Line("detail", about)
        said = languages_text(reach, today)
        if said is not None and contact.kind in _SPEAKING:
            yield Line("detail", f"Speaks {said}")
        elif contact.spoken:
            codes = (code for each in contact.spoken for code in each.languages)
            yield Line("detail", f"Speaks {language_names(codes)}")
        if contact.conflict is not None:
            yield Line("detail", f"{words.CONFLICT}: {contact.conflict}")


def _weaker(contact: Contact, service: Service) -> str:
    """How well a contact is known, where that is not as the service is."""
    own = contact.page_date is not None or contact.confirmed_on is not None
    parts = [words.EVIDENCE_NAME[contact.evidence]] if own or contact.evidence != evidence_of(service) else []
    if own:
        parts.append(words.dated(contact.page_date or service.page_date, contact.confirmed_on))
    return f"[{'; '.join(parts)}]" if parts else ""


def _more(service: Service) -> Iterator[Line]:
    if service.about is not None:
        yield Line("detail", service.about)
    if service.referral.by:
        who = ", ".join(words.REFERRER_NAME[each] for each in service.referral.by)
        yield Line("detail", f"Who may ask for a place: {who}.")
    yield from (Line("detail", f"To get in: {text}") for text in service.referral.how)
    yield from (Line("detail", f"When you call: {text}") for text in service.ask_first)
    for barrier in service.barriers:
        if barrier.value == "no":
            known = f"{words.EVIDENCE_IN_SHORT[barrier.evidence]}, {words.dated_in_short(barrier.page_date, None)}"
            yield Line("detail", f"{words.NO_BARRIER[barrier.kind]} [{known}]")
    yield from (Line("detail", text) for text in service.notes)


def _left_out(left_out: tuple[LeftOut, ...]) -> Iterator[Line]:
    if left_out:
        yield Line("text", "Not for this person, or no contact known:")
        for each in left_out:
            reasons = "; ".join(reason_text(reason) for reason in each.reasons)
            yield Line("detail", f"{name_of(each.service.names)}: {reasons}")


def stale_lines(directory: Directory, to_confirm: Collection[tuple[Service, Contact]]) -> Iterator[Line]:
    """Contacts to call again, those known least first."""
    yield Line("title", f"Call these again: {name_of(directory.names)}")
    yield Line("text", words.STALE if to_confirm else words.NOTHING_STALE)
    for service, contact in to_confirm:
        known = (
            f"{words.EVIDENCE_IN_SHORT[contact.evidence]}, {words.dated_in_short(last_seen(contact, service), None)}"
        )
        yield Line("item", name_of(service.names))
        yield Line("contact", f"{words.CONTACT_NAME[contact.kind]}: {contact.number} [{known}]")


def freshness(directory: Directory, offers: Iterable[Offer]) -> str:
    """How fresh the contacts are, in one line."""
    services = {match.service.id: match.service for offer in offers for match in offer.matches}
    confirmed = sum(service.confirmed_on is not None for service in services.values())
    return (
        f"Directory of {directory.as_of}. Of the {len(services)} services below, {confirmed} were called or read again "
        "since. If a number fails, call the next one."
    )


def short_reach(reach: Reach, today: date) -> str:
    """A number, and whether somebody answers now where that is known and not always so."""
    opening = reach.opening
    closed = f" ({now_text(opening, today)})" if opening is not None and not opening.open else ""
    return f"{reach.contact.number}{closed}"


def name_of(names: Mapping[str, str]) -> str:
    """A name in English, and in Chinese where it has one."""
    name = names.get("en") or next(iter(names.values()))
    chinese = names.get("zh-Hant")
    return f"{name} {chinese}" if chinese is not None and chinese != name else name


def reason_text(reason: Reason) -> str:
    """Why a service is left out or must be asked first, as part of a sentence."""
    match reason.kind:
        case "no_contact":
            return "no contact is known"
        case "needs_identity_card" | "needs_legal_stay":
            return _barrier_text(reason)
        case "represents":
            state = reason.wanted[0]
            if reason.certain:
                return f"it belongs to a state that the person may need protection from: {state}"
            return f"does the person fear the authorities of this state ({state}), or seek protection from it? Then no"
        case "languages":
            spoken = language_names(reason.wanted)
            wanted = language_names(values_of(reason.recorded))
            return f"whether somebody there speaks: {wanted}; known: {spoken}"
        case "with_children":
            return "it takes nobody with children" if reason.certain else "whether it takes children"
        case "abroad":
            if reason.wanted == ("yes",):
                return "it is for people who are abroad" if reason.certain else "is the person abroad? It is for them"
            return "it is for people who are here"
        case "district":
            return "it serves other districts" if reason.certain else "whether it serves this district"
        case kind:
            served = words.value_name("age" if kind == "age" else kind, reason.wanted).lower()
            if reason.certain:
                return f"it is for: {served}"
            known = "not asked" if reason.recorded is None else words.value_name(kind, reason.recorded).lower()
            return f"it is for: {served}; recorded here: {known}"


def _barrier_text(reason: Reason) -> str:
    barrier = reason.barrier
    assert barrier is not None
    thing = {"needs_identity_card": "an identity card", "needs_legal_stay": "a right to stay"}[reason.kind]
    if reason.recorded == "no":
        known = f"the person has no {thing.split(' ', 1)[1]}"
    elif reason.recorded is None:
        known = f"it was not asked whether the person has {thing}"
    else:
        known = f"it is not known whether the person has {thing}"
    evidence = f"{words.EVIDENCE_NAME[barrier.evidence]}, {barrier.page_date}"
    if barrier.value == "unknown":
        return f"{known}, and it is not known whether it asks for one"
    return f"{known}, and it is said to ask for one ({evidence})"
