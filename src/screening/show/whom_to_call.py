"""Whom to call: services with how to reach them now, what to ask them first, and how fresh each line is."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from screening.language.messages import Listing, Message, Text, gettext, ngettext
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Barrier, Directory
from screening.referral.freshness import doubts
from screening.referral.matching import LeftOut, Match, NeedServices, first_to_try, is_sure
from screening.referral.reasons import is_urgent, protects_children
from screening.sets.answers import Answers
from screening.sets.needs import NEEDS
from screening.show.contacts import (
    CONTACT_NAME,
    address_of,
    dialled,
    name_of,
    noted_text,
    seen_at,
    short_contact,
    signed,
    with_police,
)
from screening.show.evidence import EVIDENCE_IN_SHORT, dated
from screening.show.freshness import legend, list_lines
from screening.show.hours import contact_hours_text, spoken_texts
from screening.show.lines import Line
from screening.show.needs import NEED_NAME
from screening.show.reasons import REFERRER_NAME, in_short, reason_text
from screening.show.what_to_say import SAY_NOTHING_TO, what_to_say

# More than three services in full are more than a tired officer reads.
IN_FULL = 3
# As many as fit on a small screen above a question about the person.
AT_FIRST = 4
NO_DIRECTORY = gettext("There is no directory for this place. Call the local emergency number if there is danger.")
FIND_THE_PLACE = gettext("A child, or perhaps a child: those who protect children find the place to stay.")
_NO_BARRIER: Mapping[str, Message] = {
    "needs_identity_card": gettext("No local identity card is needed."),
    "needs_legal_stay": gettext("No right to stay is needed."),
}
# Where no page says so, and it was read from whom the service takes.
_NO_BARRIER_INFERRED: Mapping[str, Message] = {
    "needs_identity_card": gettext(
        "Whether they ask for an identity card is not known. They take people who often have none."
    ),
    "needs_legal_stay": gettext(
        "Whether they ask for a right to stay is not known. They take people who often have none."
    ),
}


def service_lines(
    directory: Directory,
    by_need: Collection[NeedServices],
    today: date,
    circumstances: Answers,
    *,
    alone: bool = False,
) -> Iterator[Line]:
    """Everybody who could be called, in the order to call, with what to say and how fresh each line is.

    Args:
        directory: where they are from.
        by_need: the services for each need.
        today: the day in the place.
        circumstances: circumstance id to value.
        alone: they are read by somebody who answers for themselves.
    """
    yield from emergency_lines(directory, circumstances)
    if directory.emergency.note is not None:
        yield Line("detail", directory.emergency.note)
    if any(need_services.matches for need_services in by_need):
        yield Line("paragraph", what_to_say(circumstances))
        if circumstances.get("may_call") != "no" and any(_is_authority(need_services) for need_services in by_need):
            yield Line("text", SAY_NOTHING_TO)
        yield from list_lines(directory, by_need, today, alone=alone)
    unknown = any(
        match.service.informs_police == "unknown" for need_services in by_need for match in need_services.matches
    )
    if circumstances.get("police") == "no" and unknown:
        yield Line(
            "text",
            gettext(
                "The person does not want the police. Before you say a name, ask every service: do you tell the police?"
            ),
        )
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
        yield Line(
            "text", gettext("There is no directory for this place. What follows is general and applies anywhere.")
        )
    number = _emergency_number(directory)
    if circumstances.get("abroad") == "yes" and directory.place != ANYWHERE:
        place = directory.name
        yield Line(
            "item",
            gettext(
                "In danger now: call the emergency number of the place where the person is. Only in {place}: {number}",
                place=place,
                number=number,
            ),
        )
    else:
        yield Line("item", gettext("In danger now: {number}", number=number))


def _emergency_number(directory: Directory) -> Message:
    emergency = directory.emergency
    number, name = dialled("telephone", emergency.number), name_of(emergency.names)
    # Translators: the emergency number, and who answers.
    return gettext("{number} - {name}", number=number, name=name)


def need_lines(by_need: Iterable[NeedServices], today: date) -> Iterator[Line]:
    """The services for each need, best first, and who was left out and why.

    The first few are told in full, the others in short, and one that was told already is only named.
    """
    told: set[str] = set()
    for need_services in by_need:
        yield Line("subheading", NEED_NAME[need_services.need])
        yield from _generally(need_services)
        if _is_for_a_child(need_services):
            yield Line("text", FIND_THE_PLACE)
        for index, match in enumerate(need_services.matches[:IN_FULL]):
            if match.service.id in told:
                again = gettext(
                    "{number} - {service} (see above)", number=short_contact(match, today), service=_title(match)
                )
                yield Line("item", _in_order(index, again))
            else:
                told.add(match.service.id)
                yield from _in_full(index, match, today)
        if len(need_services.matches) > IN_FULL:
            yield Line("text", gettext("If these cannot help:"))
            yield from (_in_short(match, today) for match in need_services.matches[IN_FULL:])
        yield from _left_out(need_services.left_out)


def _is_for_a_child(need_services: NeedServices) -> bool:
    """Whether somebody who is, or may be, a child needs a place, and those who protect children are called for it."""
    reasons = [reason for each in need_services.left_out for reason in each.reasons]
    reasons += [reason for match in need_services.matches for reason in match.ask_first]
    protected = any(protects_children(match.service) for match in need_services.matches)
    return protected and any(reason.kind == "child" for reason in reasons)


def short_need_lines(by_need: Iterable[NeedServices], today: date) -> Iterator[Line]:
    """The first few services for each need, in short.

    Those to be asked first, those that cannot be called, and those that were seen nowhere only where there is no other.
    """
    named: list[Match] = []
    for need_services in by_need:
        yield Line("subheading", NEED_NAME[need_services.need])
        yield from _generally(need_services)
        ready = [match for match in need_services.matches if not match.ask_first]
        sure = [match for match in need_services.matches if is_sure(first_to_try(match))]
        both = [match for match in ready if match in sure]
        best = both or sure or ready or need_services.matches
        named += best[:IN_FULL]
        yield from (_in_short(match, today) for match in best[:IN_FULL])
    yield from legend([(match.service, first_to_try(match).contact) for match in named], today)


def first_numbers_lines(by_need: Iterable[NeedServices], today: date) -> Iterator[Line]:
    """The first few services for each need in short, in the order to call, whether or not they are to be asked first.

    A service that was told already is not told again.
    """
    told: dict[str, Match] = {}
    for need_services in by_need:
        yield Line("subheading", NEED_NAME[need_services.need])
        yield from _generally(need_services)
        if _is_for_a_child(need_services):
            yield Line("text", FIND_THE_PLACE)
        for match in [match for match in need_services.matches if match.service.id not in told][:AT_FIRST]:
            told[match.service.id] = match
            yield Line("item", _at_a_glance(match, today))
    yield from legend([(match.service, first_to_try(match).contact) for match in told.values()], today)


def _at_a_glance(match: Match, today: date) -> Message:
    """A service in as few words as there can be: what is to be asked of it comes with its details."""
    number, title = short_contact(match, today), _title(match)
    if match.ask_first:
        return gettext("{number} - {service} - ask first", number=number, service=title)
    return gettext("{number} - {service}", number=number, service=title)


def _generally(need_services: NeedServices) -> Iterator[Line]:
    """What to do where nobody is listed, or nobody who would take this person, or no place is known."""
    if not need_services.matches:
        instead = bool(need_services.generally)
        # What an agency does not want named, nobody is to ring instead.
        listed = [each for each in need_services.left_out if each.service.withheld_by is None]
        if listed:
            yield Line("text", _none_for_this_person(listed, instead=instead))
        elif instead:
            yield Line("text", gettext("No number is listed here for this. Do this instead:"))
        else:
            yield Line("text", gettext("No number is listed here for this."))
    yield from (Line("item", text) for text in need_services.generally)


def _none_for_this_person(left_out: Sequence[LeftOut], *, instead: bool) -> Message:
    """That somebody is listed, and who; why each is left out is told elsewhere, and nobody is to look for a number."""
    names: tuple[Text, ...] = tuple(name_of(each.service.names) for each in left_out[:IN_FULL])
    if len(left_out) > IN_FULL:
        more = len(left_out) - IN_FULL
        names = (*names, ngettext("{count} more", "{count} more", more))
    listed = Listing(names, "comma")
    if instead:
        return gettext(
            "Listed here, but not for this person, or with no contact known: {services}. Do this instead:",
            services=listed,
        )
    return gettext("Listed here, but not for this person, or with no contact known: {services}.", services=listed)


def _in_order(index: int, service: Text) -> Message:
    """A service, and that it is to be called first, or then."""
    if index == 0:
        return gettext("First: {service}", service=service)
    return gettext("Then: {service}", service=service)


def _title(match: Match) -> Text:
    """How a service is called, from whose list it is, and that the police are told, where they are."""
    return with_police(_listed(match), match.service)


def _listed(match: Match) -> Text:
    name, agency = name_of(match.service.names), match.service.listed_by
    if agency is None:
        return name
    # Translators: a service that is in an agency's own list.
    return gettext("{service} - from {agency}", service=name, agency=agency)


def _in_short(match: Match, today: date) -> Line:
    """A service in one line: the contact to try first, its name, and what to ask about.

    The number comes first, where no row ends within it.
    """
    number, title = short_contact(match, today), _title(match)
    if match.ask_first:
        asked = in_short(match.ask_first)
        # Translators: {asked} is what has to be asked first.
        told = gettext("{number} - {service} - {asked}", number=number, service=title, asked=asked)
    else:
        told = gettext("{number} - {service}", number=number, service=title)
    return Line("item", told)


def _in_full(index: int, match: Match, today: date) -> Iterator[Line]:
    """How to reach a service, what to ask it, and how well that is known."""
    service, title = match.service, _listed(match)
    yield Line("item", _in_order(index, gettext("{service} - ask first", service=title) if match.ask_first else title))
    if service.about is not None:
        yield Line("detail", service.about)
    if service.informs_police == "yes":
        yield Line("detail", gettext("CAREFUL: the police answer here, or are told."))
    elif service.informs_police == "no":
        yield Line("detail", gettext("As far as is known, it does not tell the police."))
    for reason in match.ask_first:
        yield Line("detail", gettext("Ask first: {question}", question=reason_text(reason)))
    yield from (Line("detail", gettext("When you call: {text}", text=text)) for text in service.ask_first)
    yield from _contacts(match, today)
    if service.referral.by and service.admits_alone:
        who = Listing(tuple(REFERRER_NAME[each] for each in service.referral.by), "comma")
        yield Line("detail", gettext("Who may call: {who}.", who=who))
    yield from (Line("detail", gettext("To get in: {text}", text=text)) for text in service.referral.how)
    for barrier in service.barriers:
        if barrier.value == "no":
            yield Line("detail", _no_barrier(barrier))
    yield from (Line("detail", text) for text in service.notes)


def _no_barrier(barrier: Barrier) -> Message:
    if barrier.inferred:
        return _NO_BARRIER_INFERRED[barrier.kind]
    # Translators: {sentence} is such as "No right to stay is needed.", {date} is such as "as of 2024".
    return gettext(
        "{sentence} [{evidence}, {date}]",
        sentence=_NO_BARRIER[barrier.kind],
        evidence=EVIDENCE_IN_SHORT[barrier.evidence],
        date=dated(barrier.page_date, confirmed=False),
    )


def _contacts(match: Match, today: date) -> Iterator[Line]:
    """Its contacts; only those in the person's language, where there are such."""
    spoken = [contact_now for contact_now in match.contacts_now if contact_now.language == "spoken"]
    in_doubt = []
    for contact_now in spoken or match.contacts_now:
        contact = contact_now.contact
        when = contact_hours_text(contact_now, today)
        # Nobody should hesitate to dial an emergency number because no page told its hours.
        unasked = contact.hours is None and is_urgent(match.service)
        address = signed(address_of(contact), contact, match.service, today)
        number = gettext("{kind}: {number}", kind=CONTACT_NAME[contact.kind], number=address)
        shown = when if not unasked else None
        # Translators: {number} is such as "Telephone: 999", {hours} is when somebody answers.
        yield Line(
            "contact", gettext("{number} ({hours})", number=number, hours=shown) if shown is not None else number
        )
        noted = noted_text(contact, match.service, today)
        if noted is not None:
            yield Line("detail", noted)
        yield from (Line("detail", said) for said in spoken_texts(contact_now, today))
        if contact.confirmed_by is not None:
            yield Line("detail", gettext("Confirmed by {agency}.", agency=contact.confirmed_by))
        if contact.unanswered_on is not None:
            yield Line("detail", gettext("Called on {day}, and nobody answered.", day=contact.unanswered_on))
        if contact.conflict is not None:
            yield Line("detail", gettext("CONFLICT: {what}", what=contact.conflict))
        if doubts(contact, match.service, today):
            in_doubt.append(contact)
    if in_doubt:
        yield Line("detail", seen_at(match.service, in_doubt))


def _left_out(left_out: tuple[LeftOut, ...]) -> Iterator[Line]:
    if left_out:
        yield Line("text", gettext("Not for this person, or no contact known:"))
        elsewhere = [each for each in left_out if all(reason.kind == "district" for reason in each.reasons)]
        for each in left_out:
            if each not in elsewhere:
                reasons = Listing(tuple(reason_text(reason) for reason in each.reasons), "semicolon")
                name = name_of(each.service.names)
                yield Line("detail", gettext("{service}: {reasons}", service=name, reasons=reasons))
        if elsewhere:
            more = ngettext(
                "{count} that serves other districts only",
                "{count} that serve other districts only",
                len(elsewhere),
            )
            yield Line("detail", more)
