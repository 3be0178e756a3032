"""Whom to call: services with how to reach them now, what to ask them first, and how fresh each line is."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from screening.referral.directory import ANYWHERE, Barrier, Contact, Directory, Duty, Service
from screening.referral.freshness import last_seen, may_be_wrong
from screening.referral.matching import LeftOut, Match, NeedServices, first_to_try, is_sure, is_urgent
from screening.sets.model import NEEDS, Answers, values_of
from screening.show import words
from screening.show.hours import contact_hours_text, language_names, languages_texts, now_text
from screening.show.lines import Line
from screening.show.reasons import in_short, reason_text

# More than three services in full are more than a tired officer reads.
IN_FULL = 3
_SPEAKING = frozenset({"telephone", "whatsapp"})
# What whoever is called needs, to say whether they can help. Nobody is told by telephone that somebody has no papers,
# or does what could get them arrested.
_ABOUT = ("gender", "age")


def service_lines(
    directory: Directory, by_need: Collection[NeedServices], today: date, circumstances: Answers
) -> Iterator[Line]:
    """Everybody who could be called, in the order to call, with what to say and how fresh each line is.

    Args:
        directory: where they are from.
        by_need: the services for each need.
        today: the day in the place.
        circumstances: circumstance id to value.
    """
    yield from emergency_lines(directory, circumstances)
    if directory.emergency.note is not None:
        yield Line("detail", directory.emergency.note)
    if any(need_services.matches for need_services in by_need):
        yield Line("paragraph", what_to_say(circumstances))
        if circumstances.get("may_call") != "no" and any(_is_authority(need_services) for need_services in by_need):
            yield Line("text", words.SAY_NOTHING_TO)
        yield Line("text", freshness(directory, by_need))
    unknown = any(
        match.service.informs_police == "unknown" for need_services in by_need for match in need_services.matches
    )
    if circumstances.get("police") == "no" and unknown:
        yield Line("text", words.POLICE_NOT_KNOWN)
    yield from need_lines(by_need, today)


def _is_authority(need_services: NeedServices) -> bool:
    informing = any(match.service.informs_police == "yes" for match in need_services.matches)
    return bool(need_services.matches) and (NEEDS[need_services.need].authority or informing)


def emergency_lines(directory: Directory, circumstances: Answers) -> Iterator[Line]:
    """The number that works at once; and that it is not the place's own, where no directory is about the place.

    Args:
        directory: where it is from.
        circumstances: circumstance id to value: whoever is abroad cannot be reached from here.
    """
    if directory.place == ANYWHERE:
        yield Line("text", words.ANYWHERE)
    emergency = directory.emergency
    known = f" [{words.EVIDENCE_NAME[emergency.evidence]}]" if emergency.evidence == "unverified" else ""
    number = f"{emergency.number} - {name_of(emergency.names)}{known}"
    if circumstances.get("abroad") == "yes" and directory.place != ANYWHERE:
        place = directory.names.get("en", directory.place)
        yield Line("item", f"{words.DANGER_ABROAD.format(place)} {number}")
    else:
        yield Line("item", f"In danger now: {number}")


def what_to_say(circumstances: Answers) -> str:
    """What to say on the telephone: what is needed, and only what whoever is called must know."""
    if circumstances.get("may_call") == "no":
        return words.CALL_NOBODY
    about = [words.value_name(name, value).lower() for name in _ABOUT if (value := circumstances.get(name)) is not None]
    languages = language_names(values_of(circumstances.get("languages")))
    about += [f"speaks {languages}"] if languages else []
    about += [said for (name, value), said in words.SAY_ALSO.items() if circumstances.get(name) == value]
    return words.SAY.format(words.SAY_ONLY.format("; ".join(about)) if about else "")


def duty_lines(duties: Sequence[Duty], others: Iterable[Duty] = ()) -> Iterator[Line]:
    """What the law of the place demands of the screener, or grants the person.

    Args:
        duties: what matters here.
        others: what there is besides; it is only named.
    """
    for duty in duties:
        yield Line("subheading", f"The law here: {duty.title}")
        yield from (Line("item", text) for text in duty.text)
        known = f"{words.EVIDENCE_NAME[duty.evidence]}; {words.dated(duty.page_date, confirmed=False)}"
        yield Line("detail", f"{known}: {duty.source}")
    titles = "; ".join(duty.title for duty in others)
    if titles:
        yield Line("paragraph", f"{words.MORE_OF_THE_LAW}: {titles}.")


def need_lines(by_need: Iterable[NeedServices], today: date) -> Iterator[Line]:
    """The services for each need, best first, and who was left out and why.

    The first few are told in full, the others in short, and one that was told already is only named.
    """
    told: set[str] = set()
    for need_services in by_need:
        yield Line("subheading", words.NEED_NAME[need_services.need])
        yield from _generally(need_services)
        for index, match in enumerate(need_services.matches[:IN_FULL]):
            order = words.FIRST if index == 0 else words.THEN
            if match.service.id in told:
                title = f"{_title(match)}{police_in_short(match)}"
                yield Line("item", f"{order}: {short_contact(match, today)} - {title} (see above)")
            else:
                told.add(match.service.id)
                yield from _in_full(order, match, today)
        if len(need_services.matches) > IN_FULL:
            yield Line("text", words.IF_THESE_CANNOT)
            yield from (_in_short(match, today) for match in need_services.matches[IN_FULL:])
        yield from _left_out(need_services.left_out)


def short_need_lines(by_need: Iterable[NeedServices], today: date) -> Iterator[Line]:
    """The first few services for each need, in short.

    Those to be asked first, those that cannot be called, and those that were seen nowhere only where there is no other.
    """
    for need_services in by_need:
        yield Line("subheading", words.NEED_NAME[need_services.need])
        yield from _generally(need_services)
        ready = [match for match in need_services.matches if not match.ask_first]
        sure = [match for match in need_services.matches if is_sure(first_to_try(match).contact)]
        both = [match for match in ready if match in sure]
        best = both or sure or ready or need_services.matches
        yield from (_in_short(match, today) for match in best[:IN_FULL])


def _generally(need_services: NeedServices) -> Iterator[Line]:
    """What to do where nobody is listed who would take this person, or no place is known."""
    if not need_services.matches:
        yield Line("text", words.DO_THIS_INSTEAD if need_services.generally else words.NOBODY_LISTED)
    yield from (Line("item", text) for text in need_services.generally)


def _title(match: Match) -> str:
    own = f" - from {match.service.listed_by}" if match.service.listed_by is not None else ""
    return f"{name_of(match.service.names)}{own}"


def _in_short(match: Match, today: date) -> Line:
    """A service in one line: the contact to try first, its name, and what to ask about.

    The number comes first, where no row ends within it.
    """
    ask = f" - {in_short(match.ask_first)}" if match.ask_first else ""
    known = known_text(first_to_try(match).contact, match.service, today)
    return Line("item", f"{short_contact(match, today)} - {_title(match)}{police_in_short(match)}{ask} {known}")


def police_in_short(match: Match) -> str:
    """That whoever is called is the police, or tells them, where that is so."""
    return f" - {words.INFORMS_POLICE_IN_SHORT}" if match.service.informs_police == "yes" else ""


def _in_full(order: str, match: Match, today: date) -> Iterator[Line]:
    """How to reach a service, what to ask it, and how well that is known."""
    service = match.service
    yield Line("item", f"{order}: {_title(match)}{' - ask first' if match.ask_first else ''}")
    if service.about is not None:
        yield Line("detail", service.about)
    if service.informs_police != "unknown":
        yield Line("detail", words.INFORMS_POLICE[service.informs_police])
    yield from (Line("detail", f"Ask first: {reason_text(reason)}") for reason in match.ask_first)
    yield from (Line("detail", f"When you call: {text}") for text in service.ask_first)
    yield from _contacts(match, today)
    if service.referral.by and service.admits_alone:
        who = ", ".join(words.REFERRER_NAME[each] for each in service.referral.by)
        yield Line("detail", words.WHO_MAY_CALL.format(who))
    yield from (Line("detail", f"To get in: {text}") for text in service.referral.how)
    for barrier in service.barriers:
        if barrier.value == "no":
            yield Line("detail", _no_barrier(barrier))
    yield from (Line("detail", text) for text in service.notes)


def _no_barrier(barrier: Barrier) -> str:
    if barrier.inferred:
        return words.NO_BARRIER_INFERRED[barrier.kind]
    known = f"{words.EVIDENCE_IN_SHORT[barrier.evidence]}, {words.dated(barrier.page_date, confirmed=False)}"
    return f"{words.NO_BARRIER[barrier.kind]} [{known}]"


def _contacts(match: Match, today: date) -> Iterator[Line]:
    """Its contacts; only those in the person's language, where there are such."""
    spoken = [contact_now for contact_now in match.contacts_now if contact_now.language == "spoken"]
    for contact_now in spoken or match.contacts_now:
        contact = contact_now.contact
        when = contact_hours_text(contact_now, today)
        # Nobody should hesitate to dial an emergency number because no page told its hours.
        unasked = contact.hours is None and is_urgent(match.service)
        hours = f" ({when})" if when is not None and not unasked else ""
        yield Line("contact", f"{words.CONTACT_NAME[contact.kind]}: {contact.number}{hours}")
        known = known_text(contact, match.service, today)
        yield Line("detail", f"{contact.note} {known}" if contact.note is not None else known)
        if contact_now.fits and contact.kind in _SPEAKING:
            yield from (Line("detail", f"Speaks {said}") for said in languages_texts(contact_now, today))
        elif contact.spoken:
            codes = (code for each in contact.spoken for code in each.languages)
            yield Line("detail", f"Speaks {language_names(codes)}")
        if contact.conflict is not None:
            yield Line("detail", f"{words.CONFLICT}: {contact.conflict}")


def known_text(contact: Contact, service: Service, today: date) -> str:
    """How well a contact is known, and since when."""
    seen = last_seen(contact, service)
    caution = f"; {words.MAY_BE_WRONG}" if may_be_wrong(contact, service, today) else ""
    return f"[{words.EVIDENCE_IN_SHORT[contact.evidence]}, {words.dated(seen.day, confirmed=seen.confirmed)}{caution}]"


def _left_out(left_out: tuple[LeftOut, ...]) -> Iterator[Line]:
    if left_out:
        yield Line("text", "Not for this person, or no contact known:")
        elsewhere = [each for each in left_out if all(reason.kind == "district" for reason in each.reasons)]
        for each in left_out:
            if each not in elsewhere:
                reasons = "; ".join(reason_text(reason) for reason in each.reasons)
                yield Line("detail", f"{name_of(each.service.names)}: {reasons}")
        if elsewhere:
            yield Line("detail", words.OTHER_DISTRICTS.format(len(elsewhere)))


def stale_lines(directory: Directory, to_confirm: Collection[tuple[Service, Contact]], today: date) -> Iterator[Line]:
    """Contacts to call again, those known least first."""
    yield Line("title", f"Call these again: {name_of(directory.names)}")
    yield Line("text", words.STALE if to_confirm else words.NOTHING_STALE)
    for service, contact in to_confirm:
        known = known_text(contact, service, today)
        yield Line("item", name_of(service.names))
        yield Line("contact", f"{words.CONTACT_NAME[contact.kind]}: {contact.number} {known}")


def freshness(directory: Directory, by_need: Iterable[NeedServices]) -> str:
    """How fresh the contacts are, in one line."""
    services = {match.service.id: match.service for need_services in by_need for match in need_services.matches}
    confirmed = sum(
        any(last_seen(contact, service).confirmed for contact in service.contacts) for service in services.values()
    )
    if not confirmed:
        return words.NEVER_CALLED.format(directory.as_of)
    return words.FRESHNESS.format(directory.as_of, confirmed, len(services))


def short_contact(match: Match, today: date) -> str:
    """A number, with what works from abroad instead, and whether nobody answers now, as far as that is known."""
    contact_now = first_to_try(match)
    contact, opening = contact_now.contact, contact_now.opening
    kind = "" if contact.kind == "telephone" else f"{words.CONTACT_NAME[contact.kind]} "
    outside = (each.contact for each in match.contacts_now if each.contact.dial_from == "outside")
    instead = next(
        (each.number for each in outside if contact.dial_from == "inside" and each.kind == contact.kind), None
    )
    abroad = f" ({words.FROM_ABROAD.format(instead)})" if instead is not None else ""
    closed = f" ({now_text(opening, today)})" if opening is not None and not opening.open else ""
    return f"{kind}{contact.number}{abroad}{closed}"


def name_of(names: Mapping[str, str]) -> str:
    """A name in English, and in Chinese where it has one."""
    name = names.get("en") or next(iter(names.values()))
    chinese = names.get("zh-Hant")
    return f"{name} {chinese}" if chinese is not None and chinese != name else name
