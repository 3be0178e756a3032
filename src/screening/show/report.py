"""What is said, in which order: lines with a kind. How a kind looks is the business of each way to show it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from screening.advise import Advice, LeftOut, Match, Offer, Reason, evidence_of, may_be_wrong
from screening.assess import Assessment
from screening.explain import DimensionExplained, Explanation, Missing
from screening.model import (
    CHILD_FLAG,
    ELEMENTS,
    Directory,
    Extended,
    Flag,
    IndicatorSet,
    Pathway,
)
from screening.show import words
from screening.show.sources import source_text

# More than three services in full are more than a tired officer reads.
IN_FULL = 3

LineKind = Literal["title", "lead", "heading", "subheading", "paragraph", "do", "avoid", "item", "detail", "text"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what is said.

    Kinds: title; lead (the one sentence); heading; subheading; do and avoid (what to do and what not); item (of a
    list); detail (belongs to the item above); text; paragraph (text that stands by itself).
    """

    kind: LineKind
    text: str


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a result is made of."""

    indicator_set: IndicatorSet
    fingerprint: str
    assessment: Assessment
    explanation: Explanation
    advice: Advice


def result_lines(result: Result) -> Iterator[Line]:
    """The whole result, under its title."""
    yield Line("title", "Result")
    yield from full_lines(result)


def full_lines(result: Result) -> Iterator[Line]:
    """Everything: one sentence, what to do now, whom to call, then why, what was not asked, and the limits."""
    yield from lead_lines(result.assessment)
    yield Line("heading", "What to do now")
    yield from _what_to_do(result.advice, result.assessment, _wishes(result.indicator_set))
    yield Line("heading", "Whom to call")
    yield from _whom_to_call(result.advice)
    yield Line("heading", "Why")
    yield from _why(result)
    yield Line("heading", "What was not asked or not answered")
    yield from _not_known(result.explanation)
    yield Line("heading", "What this cannot tell")
    yield from (Line("item", limit) for limit in words.LIMITS)
    yield Line("heading", "Made with")
    yield from _made_with(result)


def lead_lines(assessment: Assessment) -> Iterator[Line]:
    """The one sentence, and how far what is unknown could carry it."""
    sentence = words.LEVEL_SENTENCE[assessment.level]
    yield Line("lead", f"{words.OBSERVED_ONLY} {sentence}" if assessment.observed_only else sentence)
    low, high = assessment.bounds
    if low != high:
        yield Line("text", f"With what is not known, it could be anything up to: {words.LEVEL_NAME[high]}.")
    if assessment.band is not None:
        yield Line("text", f"Score {assessment.score:g}: {assessment.band.title}.")


# --- what to do ------------------------------------------------------------------------------------------------------


def flag_lines(flag: Flag) -> Iterator[Line]:
    """The card of a flag."""
    yield Line("subheading", flag.title)
    yield from (Line("do", text) for text in flag.do)
    yield from (Line("avoid", text) for text in flag.do_not)


def pathway_lines(pathway: Pathway) -> Iterator[Line]:
    """A pathway's guidance."""
    yield Line("subheading", pathway.title)
    yield from (Line("do", text) for text in pathway.do)
    yield from (Line("avoid", text) for text in pathway.do_not)


def _what_to_do(advice: Advice, assessment: Assessment, wishes: Collection[str]) -> Iterator[Line]:
    for flag in advice.flags:
        yield from flag_lines(flag)
    if wishes:
        yield Line("subheading", "What the person wants")
        if CHILD_FLAG in assessment.flags:
            yield Line("text", words.CHILD_BEFORE_WISHES)
    for name in wishes:
        sentences = words.WISHES[name]
        value = advice.wishes.get(name)
        known = value if isinstance(value, str) and value in sentences else "unknown"
        if known in sentences:
            yield Line("do", sentences[known])
    for pathway in advice.pathways:
        yield from pathway_lines(pathway)


def _wishes(indicator_set: IndicatorSet) -> list[str]:
    """The wishes that matter: all, wherever somebody is asked; else those that the set words."""
    worded = {wording.id for wording in indicator_set.about.circumstances}
    return [name for name in words.WISHES if indicator_set.asks or name in worded]


# --- whom to call ----------------------------------------------------------------------------------------------------


def _whom_to_call(advice: Advice) -> Iterator[Line]:
    if advice.directory is None:
        yield Line("text", words.NO_DIRECTORY)
        return
    yield from service_lines(advice.directory, advice.offers, advice.today)
    for duty in advice.duties:
        yield Line("subheading", f"The law here: {duty.title}")
        yield from (Line("item", text) for text in duty.text)
        yield Line(
            "detail", f"{words.EVIDENCE_NAME[duty.evidence]}; {words.dated(duty.page_date, None)}: {duty.source}"
        )


def service_lines(directory: Directory, offers: Collection[Offer], today: date) -> Iterator[Line]:
    """Everybody who could be called, with how fresh that is known to be."""
    yield from emergency_lines(directory)
    yield Line("text", freshness(directory, offers))
    yield from offer_lines(offers, today)


def emergency_lines(directory: Directory) -> Iterator[Line]:
    """The number that works at once."""
    emergency = directory.emergency
    yield Line("item", f"In danger now: {emergency.number} - {name_of(emergency.names)}")


def offer_lines(offers: Iterable[Offer], today: date) -> Iterator[Line]:
    """The services for each need, best first, and who was left out and why.

    The first few are told in full, the others in short, and one that was told already is only named.
    """
    told: set[str] = set()
    for offer in offers:
        yield Line("subheading", words.NEED_NAME[offer.need])
        if not offer.matches:
            yield Line("text", "No service in this directory fits. Ask social welfare, or call the emergency number.")
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
        if offer.matches:
            yield Line("subheading", words.NEED_NAME[offer.need])
        ready = tuple(match for match in offer.matches if not match.ask_first)
        for match in (ready or offer.matches)[:IN_FULL]:
            yield from _match(match, today, in_full=False)


def _title(match: Match) -> str:
    name = name_of(match.service.names)
    return f"{name} - ask first" if match.ask_first else name


def _match(match: Match, today: date, *, in_full: bool) -> Iterator[Line]:
    """How to reach a service, what to ask it, and how well that is known."""
    service = match.service
    yield Line("item", _title(match))
    yield from (Line("detail", f"Ask first: {reason_text(reason)}") for reason in match.ask_first)
    best = evidence_of(service)
    for contact in service.contacts:
        weaker = f" [{words.EVIDENCE_NAME[contact.evidence]}]" if contact.evidence != best else ""
        hours = f" ({contact.hours})" if contact.hours != "unknown" else ""
        note = f" - {contact.note}" if contact.note is not None else ""
        yield Line("detail", f"{words.CONTACT_NAME[contact.kind]}: {contact.number}{hours}{note}{weaker}")
    if in_full:
        if service.about is not None:
            yield Line("detail", service.about)
        yield from (Line("detail", f"When you call: {text}") for text in service.ask_first)
        yield from (Line("detail", text) for text in service.notes)
    evidence = words.EVIDENCE_NAME[best]
    caution = f"; {words.MAY_BE_WRONG}" if may_be_wrong(service, today) else ""
    yield Line("detail", f"[{evidence}; {words.dated(service.page_date, service.confirmed_on)}{caution}]")


def _left_out(left_out: tuple[LeftOut, ...]) -> Iterator[Line]:
    if left_out:
        yield Line("text", "Not for this person, or no contact known:")
        for each in left_out:
            reasons = "; ".join(reason_text(reason) for reason in each.reasons)
            yield Line("detail", f"{name_of(each.service.names)}: {reasons}")


def freshness(directory: Directory, offers: Iterable[Offer]) -> str:
    """How fresh the contacts are, in one line."""
    services = {match.service.id: match.service for offer in offers for match in offer.matches}
    confirmed = sum(service.confirmed_on is not None for service in services.values())
    return (
        f"Directory of {directory.as_of}. Of the {len(services)} services below, {confirmed} were called or read again "
        "since. If a number fails, call the next one."
    )


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


# --- why -------------------------------------------------------------------------------------------------------------


def _why(result: Result) -> Iterator[Line]:
    assessment, explanation = result.assessment, result.explanation
    if assessment.child:
        yield Line("text", "The rules for a child apply: no means is needed, and doubt about age counts as childhood.")
    elif assessment.child_undecided:
        yield Line("text", "It is not known whether the rules for a child apply. A child needs no means.")
    for element in ELEMENTS:
        dimensions = explanation.elements[element]
        if not dimensions:
            continue
        title = result.indicator_set.about.elements.get(element, words.ELEMENT_NAME[element])
        yield Line("subheading", f"{title} - {words.SUPPORT_NAME[assessment.elements[element]]}")
        for dimension in dimensions:
            yield from _dimension(dimension, result.indicator_set)
    for dimension in explanation.elements[None]:
        yield from _dimension(dimension, result.indicator_set)


def _dimension(dimension: DimensionExplained, indicator_set: IndicatorSet) -> Iterator[Line]:
    if not dimension.held and not dimension.ways:
        return
    yield Line("item", f"{dimension.title}: {words.SUPPORT_NAME[dimension.support]}")
    for held in dimension.held:
        weight = held.indicator.weight
        if held.strength is not None:
            strength = words.STRENGTH_NAME[held.strength]
        else:
            strength = f"counts {weight:g}" if weight is not None else "not counted at this age"
        note = held.indicator.strength_source or held.indicator.source
        source = source_text(note, indicator_set) if note is not None else "no source given"
        yield Line("detail", f"+ {held.indicator.states} ({strength}; {source})")
    for way in dimension.ways:
        yield Line("detail", f"? still open: {' and '.join(_missing(each) for each in way)}")


def _missing(missing: Missing) -> str:
    why = ", ".join(words.WHY_UNKNOWN[each] for each in missing.why)
    return f"{missing.indicator.states} ({why})"


def _not_known(explanation: Explanation) -> Iterator[Line]:
    for title, questions in (
        ("Not asked", explanation.not_asked),
        ("Unclear", explanation.unclear),
        ("Did not want to say", explanation.declined),
    ):
        if questions:
            yield Line("item", f"{title}: {'; '.join(question.record for question in questions)}.")
    if not (explanation.not_asked or explanation.unclear or explanation.declined):
        yield Line("text", "Every question of this set was answered. That is not everything there is to know.")
    if explanation.set_aside:
        yield Line("text", f"{explanation.set_aside} answers no longer apply and were set aside.")


def _made_with(result: Result) -> Iterator[Line]:
    about = result.indicator_set.about
    extends = "".join(f"{part}, " for part in extends_texts(result.indicator_set.extends))
    yield Line("text", f"Set {about.id}, version {about.version}, {extends}fingerprint {result.fingerprint}.")
    if result.advice.directory is not None:
        yield Line("text", f"Directory {result.advice.directory.place}, drawn up on {result.advice.directory.as_of}.")
    yield Line("text", words.NOT_STORED)


def extends_texts(extended: Extended | None) -> Iterator[str]:
    """What a set extends, and what that one extends, each in words."""
    while extended is not None:
        yield f"extends {extended.id}, version {extended.version}"
        extended = extended.extends
