"""All that is known of a service: how to reach it, what to ask it, how to get in, and how well that is known."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from screening.language.messages import Listing, Message, Text, gettext, ngettext
from screening.referral.directory import Directory
from screening.referral.freshness import doubts
from screening.referral.matching import LeftOut, Match, NeedServices
from screening.referral.reasons import Reason, is_urgent
from screening.referral.service import Barrier
from screening.show.contacts import CONTACT_NAME, address_of, listed, name_of, noted_text, seen_at, signed
from screening.show.directory_marks import about_the_words, marked, texts_of
from screening.show.evidence import EVIDENCE_IN_SHORT, dated
from screening.show.freshness import list_lines
from screening.show.hours import contact_hours_text, spoken_texts
from screening.show.lines import Line
from screening.show.needs import NEED_NAME
from screening.show.reasons import REFERRER_NAME, reason_text

_NO_BARRIER: Mapping[str, Message] = {
    "needs_identity_card": gettext("No local identity card is needed."),
    "needs_legal_stay": gettext("No visa or right to stay is needed."),
}
# Where no page says so, and it was read from whom the service takes.
_NO_BARRIER_INFERRED: Mapping[str, Message] = {
    "needs_identity_card": gettext(
        "Whether they ask for an identity card is not known. They take people who often have none."
    ),
    "needs_legal_stay": gettext(
        "Whether they ask for a visa or right to stay is not known. They take people who often have none."
    ),
}


def detail_lines(
    directory: Directory, by_need: Collection[NeedServices], today: date, *, alone: bool = False
) -> Iterator[Line]:
    """Every service that is named, once and in full, in the order of the list; then who was left out, and why.

    Args:
        directory: where they are from.
        by_need: the services for each need.
        today: the day in the place.
        alone: they are read by somebody who answers for themselves.
    """
    if not by_need:
        return
    texts = texts_of(by_need)
    yield Line("heading", marked(gettext("The services in full"), directory, texts))
    yield from about_the_words(directory, texts)
    yield from list_lines(directory, by_need, today, alone=alone)
    matches: dict[str, Match] = {}
    ask_first: dict[str, dict[Reason, None]] = {}
    for match in (match for need_services in by_need for match in need_services.matches):
        matches.setdefault(match.service.id, match)
        # What has to be asked may hang on the need.
        ask_first.setdefault(match.service.id, {}).update(dict.fromkeys(match.ask_first))
    for name, match in matches.items():
        yield from in_full(match, tuple(ask_first[name]), today)
    yield from _instead(by_need)
    yield from _left_out([each for need_services in by_need for each in need_services.left_out])


def _instead(by_need: Iterable[NeedServices]) -> Iterator[Line]:
    """What to do about a need besides calling somebody, or where there is nobody to call."""
    for need_services in by_need:
        if need_services.generally:
            yield Line("item", NEED_NAME[need_services.need])
            yield from (Line("detail", text) for text in need_services.generally)


def in_full(match: Match, ask_first: Iterable[Reason], today: date) -> Iterator[Line]:
    """How to reach a service, what to ask it, and how well that is known."""
    service, reasons = match.service, tuple(ask_first)
    title = listed(service)
    yield Line("item", gettext("{service} - ask first", service=title) if reasons else title)
    if service.about is not None:
        yield Line("detail", service.about)
    if service.informs_police == "yes":
        yield Line("detail", gettext("CAREFUL: the police answer here, or are told."))
    elif service.informs_police == "no":
        yield Line("detail", gettext("As far as is known, it does not tell the police."))
    for reason in reasons:
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
    # Translators: {sentence} is such as "No visa or right to stay is needed.", {date} is such as "as of 2024".
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
        number: Text = gettext("{kind}: {number}", kind=CONTACT_NAME[contact.kind], number=address)
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


def _left_out(left_out: Iterable[LeftOut]) -> Iterator[Line]:
    """Who is left out, once for each reason; those of other districts are counted."""
    elsewhere: set[str] = set()
    said: dict[tuple[str, tuple[Reason, ...]], Line] = {}
    for each in left_out:
        if all(reason.kind == "district" for reason in each.reasons):
            elsewhere.add(each.service.id)
            continue
        reasons = Listing(tuple(reason_text(reason) for reason in each.reasons), "semicolon")
        name = name_of(each.service.names)
        told = Line("detail", gettext("{service}: {reasons}", service=name, reasons=reasons))
        said.setdefault((each.service.id, each.reasons), told)
    if said or elsewhere:
        yield Line("text", gettext("Not for this person, or no contact known:"))
    yield from said.values()
    if elsewhere:
        more = ngettext(
            "{count} that serves other districts only",
            "{count} that serve other districts only",
            len(elsewhere),
        )
        yield Line("detail", more)
