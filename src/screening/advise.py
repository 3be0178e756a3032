"""Open pathways x circumstances x now, against a directory: what to do and whom to call (pure).

A definite mismatch excludes a service; whatever is not known never does, it only says "ask first". A barrier excludes
only where the evidence for the barrier itself is good: nobody is kept from a shelter by a rumour, and nobody is sent to
a closed door without a warning.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from screening.assess import Assessment
from screening.model import (
    BARRIERS,
    CHILD_FLAG,
    CIRCUMSTANCES,
    EVIDENCE_RANK,
    NOT_DEFINITE,
    Answer,
    Answers,
    Barrier,
    Directory,
    Duty,
    Evidence,
    Flag,
    IndicatorSet,
    Need,
    Pathway,
    Service,
)

# What makes a circumstance no reason to exclude: nobody recorded it, or it was recorded as something else.
_OPEN_ENDED = NOT_DEFINITE | {"unsure", "other"}
_GOOD_EVIDENCE: frozenset[Evidence] = frozenset({"official", "second_hand"})
_INFORMS_POLICE = {"no": 0, "unknown": 1, "yes": 2}
YEARS_TO_WARN = 3

DEFAULT_CHILD_FLAG = Flag(
    id=CHILD_FLAG,
    title="A child, or perhaps a child",
    do=("Stop the questions.", "Call child protection now, and let people trained for it speak with the child."),
    needs=("child-protection",),
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a service is left out, or has to be asked first.

    Attributes:
        kind: what it is about: a circumstance's id, a barrier's kind, or `no_contact`.
        certain: it is known to stand in the way; otherwise it is only not known that it does not.
        recorded: the circumstance as recorded, None where it was not asked.
        wanted: what the service takes or asks for.
        barrier: the barrier, with its evidence and date.
    """

    kind: str
    certain: bool
    recorded: Answer | None = None
    wanted: tuple[str, ...] = ()
    barrier: Barrier | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A service to call, and what to ask it before sending anybody."""

    service: Service
    ask_first: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A service that offers what is needed and is not named, with the reasons."""

    service: Service
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """The services for one need, best first."""

    need: Need
    matches: tuple[Match, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do and whom to call.

    Attributes:
        flags: raised flags with their cards, in the set's order.
        pathways: open pathways, in the set's order.
        directory: the directory of the place; None where there is none.
        offers: for each need, in the order in which flags and pathways name them.
        duties: what the law of the place says that matters here.
        wishes: the person's own wishes, as recorded.
        today: the day in the place.
    """

    flags: tuple[Flag, ...]
    pathways: tuple[Pathway, ...]
    directory: Directory | None
    offers: tuple[Offer, ...]
    duties: tuple[Duty, ...]
    wishes: Mapping[str, Answer]
    today: date


def flag_card(indicator_set: IndicatorSet, flag: str) -> Flag:
    """The card of a flag; a set that does not word the one for a child gets the program's own."""
    return next((each for each in indicator_set.about.flags if each.id == flag), DEFAULT_CHILD_FLAG)


def advise(
    indicator_set: IndicatorSet,
    assessment: Assessment,
    circumstances: Answers,
    directory: Directory | None,
    now: datetime,
) -> Advice:
    """Advice for what was recorded.

    Args:
        indicator_set: the set whose guidance is opened.
        assessment: its assessment of the answers.
        circumstances: circumstance id to value.
        directory: the directory of the place, if there is one.
        now: the time, aware of its zone.
    """
    flags = tuple(flag_card(indicator_set, flag) for flag in assessment.flags)
    pathways = tuple(pathway for pathway in indicator_set.guidance if pathway.id in assessment.pathways)
    needs = dict.fromkeys([need for flag in flags for need in flag.needs])
    needs |= dict.fromkeys([need for pathway in pathways for need in pathway.needs])
    offers = match_services(needs, circumstances, directory)
    child = CHILD_FLAG in assessment.flags
    return Advice(
        flags=flags,
        pathways=pathways,
        directory=directory,
        offers=offers,
        duties=tuple(duty for duty in directory.duties if child or not duty.child) if directory is not None else (),
        wishes={name: value for name, value in circumstances.items() if CIRCUMSTANCES[name].wish},
        today=today_in(directory, now),
    )


def match_services(needs: Iterable[Need], circumstances: Answers, directory: Directory | None) -> tuple[Offer, ...]:
    """For each need the services that would take this person, best first, and why others are left out."""
    if directory is None:
        return ()
    offers = []
    for need in needs:
        matches, left_out = [], []
        for service in directory.services:
            if need not in service.offers:
                continue
            reasons = _reasons(service, circumstances)
            certain = tuple(reason for reason in reasons if reason.certain)
            if certain:
                left_out.append(LeftOut(service, certain))
            else:
                matches.append(Match(service, reasons))
        offers.append(Offer(need, tuple(_ranked(matches, circumstances.get("police"))), tuple(left_out)))
    return tuple(offers)


def evidence_of(service: Service) -> Evidence:
    """How well the best of a service's contacts was checked."""
    return min((contact.evidence for contact in service.contacts), key=EVIDENCE_RANK.__getitem__, default="unverified")


def _ranked(matches: list[Match], police: Answer | None) -> list[Match]:
    """Nothing to ask first; away from the police, if that is the wish; better evidence; the order of the file."""

    def rank(match: Match) -> tuple[bool, int, int]:
        informs = _INFORMS_POLICE[match.service.informs_police] if police == "no" else 0
        return bool(match.ask_first), informs, EVIDENCE_RANK[evidence_of(match.service)]

    return sorted(matches, key=rank)


def _reasons(service: Service, circumstances: Answers) -> tuple[Reason, ...]:
    """Why this person may not be served: certain reasons exclude, uncertain ones mean "ask first"."""
    serves = service.serves
    reasons = [
        _one_of("gender", serves.gender, circumstances),
        _one_of("age", serves.ages, circumstances),
        _one_of("situation", serves.situations, circumstances),
        _one_of("district", service.districts, circumstances),
        _with_children(serves.with_children, circumstances),
        _abroad(serves.abroad, circumstances),
        *(_barrier(barrier, circumstances) for barrier in service.barriers),
    ]
    if not service.contacts:
        reasons.append(Reason("no_contact", certain=True))
    return tuple(reason for reason in reasons if reason is not None)


def _one_of(circumstance: str, served: tuple[str, ...], circumstances: Answers) -> Reason | None:
    if not served:
        return None
    recorded = circumstances.get(circumstance)
    values = recorded if isinstance(recorded, tuple) else () if recorded is None else (recorded,)
    if any(value in served for value in values):
        return None
    certain = bool(values) and _OPEN_ENDED.isdisjoint(values)
    return Reason(circumstance, certain, recorded, served)


def _with_children(takes: bool | None, circumstances: Answers) -> Reason | None:
    recorded = circumstances.get("with_children")
    if takes is not False or recorded == "no":
        return None
    return Reason("with_children", recorded == "yes", recorded, ("no",))


def _abroad(serves: bool | None, circumstances: Answers) -> Reason | None:
    """Where it was not asked, the person sits in front of the screener: services in the place need not be asked."""
    recorded = circumstances.get("abroad")
    if serves is None or (recorded == "yes") == serves:
        return None
    certain = recorded in {"yes", "no"}
    if serves is False and not certain:
        return None
    return Reason("abroad", certain, recorded, ("yes",) if serves else ("no",))


def _barrier(barrier: Barrier, circumstances: Answers) -> Reason | None:
    circumstance, bars = BARRIERS[barrier.kind]
    recorded = circumstances.get(circumstance)
    if barrier.value == "no" or (recorded in {"yes", "no"} and recorded != bars):
        return None
    certain = recorded == bars and barrier.value == "yes" and barrier.evidence in _GOOD_EVIDENCE
    return Reason(barrier.kind, certain, recorded, barrier=barrier)


def today_in(directory: Directory | None, now: datetime) -> date:
    """The day in a directory's place.

    Args:
        directory: the directory, if there is one.
        now: the time, aware of its zone.
    """
    return now.astimezone(ZoneInfo(directory.time_zone)).date() if directory is not None else now.date()


def may_be_wrong(service: Service, today: date) -> bool:
    """Whether to warn of a service's contacts: nobody has seen them for years, or they rest on an article alone."""
    return evidence_of(service) == "article" or is_old(service, today)


def is_old(service: Service, today: date) -> bool:
    """Whether nobody has seen the service's page, or called it, for more than three years."""
    seen = service.confirmed_on or service.page_date
    threshold = f"{today.year - YEARS_TO_WARN}-{today.month:02}-{today.day:02}"
    # Both as exact as what was seen: "2023" is not older than "2023-11-22".
    return seen == "unknown" or seen < threshold[: len(seen)]
