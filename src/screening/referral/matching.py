"""Needs x circumstances x now, against a directory: whom to call, in which order, and who is left out (pure)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from screening.referral.anywhere import ANYWHERE
from screening.referral.contact_now import (
    CLOSED,
    ContactNow,
    ContactRank,
    answers_now,
    as_it_is_now,
    contact_rank,
    is_sure,
)
from screening.referral.directory import Directory
from screening.referral.moment import Moment
from screening.referral.reasons import (
    OPEN_ENDED,
    Reason,
    needs_room_for_a_child,
    protects_children,
    reasons_against,
    reasons_for_need,
)
from screening.referral.service import Service
from screening.sets.answers import Answer, Answers, ticks_of
from screening.sets.needs import Need

_INFORMS_POLICE = {"no": 0, "unknown": 1, "yes": 2}
# When an office whose hours nobody has seen is not counted on.
_DAY = range(8, 20)


class Match(Struct, frozen=True):
    """A service to call, what to ask it before sending anybody, and how it can be reached now."""

    service: Service
    ask_first: tuple[Reason, ...]
    contacts_now: tuple[ContactNow, ...] = ()


class LeftOut(Struct, frozen=True):
    """A service that offers what is needed and is not named, with the reasons."""

    service: Service
    reasons: tuple[Reason, ...]


class NeedServices(Struct, frozen=True):
    """The services for one need, best first.

    Attributes:
        need: the need.
        matches: services to call.
        left_out: services that offer it and are not named.
        generally: what to do about it, where nobody is listed who would take this person, or no place is known.
    """

    need: Need
    matches: tuple[Match, ...]
    left_out: tuple[LeftOut, ...]
    generally: tuple[str, ...] = ()


def match_services(
    needs: Iterable[Need],
    circumstances: Answers,
    directory: Directory | None,
    moment: Moment,
    seeks_protection: Answer | None = None,
) -> tuple[NeedServices, ...]:
    """For each need the services that would take this person, best first, and why others are left out.

    Args:
        needs: the needs.
        circumstances: circumstance id to value.
        directory: the directory of the place, if there is one.
        moment: the time, by the clock of the directory's place.
        seeks_protection: whether the person fears, or seeks protection from, a state that a service may belong to.
    """
    if directory is None:
        return ()
    looked_at = _Looking(circumstances, directory, moment.local, seeks_protection)
    by_need = []
    for need in needs:
        matches, left_out = looked_at.for_need(need)
        ranked = tuple(_ranked(matches, circumstances, moment.local))
        general = not ranked or directory.place == ANYWHERE
        by_need.append(NeedServices(need, ranked, tuple(left_out), directory.generally(need) if general else ()))
    return tuple(by_need)


class _Looking:
    """The services of a directory as they are for one person now: each is looked at once, whatever it is needed for."""

    def __init__(
        self, circumstances: Answers, directory: Directory, local: datetime, seeks_protection: Answer | None
    ) -> None:
        self._circumstances = circumstances
        self._directory = directory
        self._local = local
        self._today = local.date()
        self._seeks_protection = seeks_protection
        self._languages = _definite(circumstances.get("languages"))
        self._seen: dict[str, Match] = {}

    def for_need(self, need: Need) -> tuple[list[Match], list[LeftOut]]:
        """Who would take this person for a need, in the order of the file, and who is left out."""
        matches: list[Match] = []
        left_out: list[LeftOut] = []
        for service in self._meeting(need):
            match = self._match(service)
            for_this = reasons_for_need(service, need, self._circumstances, self._today)
            reasons = (*match.ask_first, *for_this)
            certain = tuple([reason for reason in reasons if reason.certain])
            if certain:
                left_out.append(LeftOut(service, certain))
            else:
                matches.append(Match(service, reasons, match.contacts_now) if for_this else match)
        if not matches:
            return self._rather_than_nobody(left_out)
        return matches, left_out

    def _meeting(self, need: Need) -> Iterator[Service]:
        """Who offers it; for a child who needs a bed also those who protect children, for they find it."""
        also = needs_room_for_a_child(need, self._circumstances)
        for service in self._directory.services:
            if need in service.offers or (also and protects_children(service)):
                yield service

    def _match(self, service: Service) -> Match:
        """A service with all that speaks against it, certain or not."""
        match = self._seen.get(service.id)
        if match is None:
            contacts_now = tuple(
                [
                    as_it_is_now(contact, service, self._languages, self._directory, self._local)
                    for contact in service.contacts
                ]
            )
            reasons = (
                *reasons_against(service, self._circumstances, self._seeks_protection, self._directory.districts),
                *_speaks_others(contacts_now, self._circumstances),
            )
            match = self._seen[service.id] = Match(service, reasons, contacts_now)
        return match

    def _rather_than_nobody(self, left_out: list[LeftOut]) -> tuple[list[Match], list[LeftOut]]:
        """Where nobody protects children, a bed is asked for where it is only not known that children are taken."""
        to_ask = [each for each in left_out if [reason.kind for reason in each.reasons] == ["child"]]
        matches = [
            Match(each.service, (*match.ask_first, replace(each.reasons[0], certain=False)), match.contacts_now)
            for each in to_ask
            for match in [self._match(each.service)]
        ]
        return matches, [each for each in left_out if each not in to_ask]


def _ranked(matches: list[Match], circumstances: Answers, local: datetime) -> list[Match]:
    """Away from the police, if that is the wish; those that can be called; not closed now; the agency's own; nothing to
    ask first; at night those known to answer; those for the person's own group; in the person's language; better
    evidence; the order of the file.
    """
    police = circumstances.get("police")
    group = frozenset(_definite(circumstances.get("situation")))
    by_night = local.hour not in _DAY

    def rank(match: Match) -> tuple[bool, bool, bool, bool, bool, int, int, bool, ContactRank]:
        informs = _INFORMS_POLICE[match.service.informs_police] if police == "no" else 0
        best = first_to_try(match)
        answers = answers_now(best)
        return (
            informs == _INFORMS_POLICE["yes"],
            not is_sure(best),
            answers == CLOSED,
            match.service.listed_by is None,
            bool(match.ask_first),
            informs,
            answers if by_night else 0,
            group.isdisjoint(match.service.serves.situations),
            contact_rank(best),
        )

    return sorted(matches, key=rank)


def first_to_try(match: Match) -> ContactNow:
    """The contact to try first: one to call, that answers now and speaks the person's language, as far as is known."""
    if len(match.contacts_now) == 1:
        return match.contacts_now[0]
    return min(
        match.contacts_now, key=lambda contact_now: (for_one_language(contact_now, match), contact_rank(contact_now))
    )


def for_one_language(contact_now: ContactNow, match: Match) -> bool:
    """Whether a contact is one of several lines for other languages each, and the person's is not known."""
    if not contact_now.contact.spoken or contact_now.language != "unknown":
        return False
    return len({each.contact.spoken for each in match.contacts_now if each.contact.spoken}) > 1


def _speaks_others(contacts_now: tuple[ContactNow, ...], circumstances: Answers) -> tuple[Reason, ...]:
    """To be asked where every contact is known to speak, and none of it is a language of the person's."""
    if not contacts_now or any(contact_now.language != "others" for contact_now in contacts_now):
        return ()
    known = dict.fromkeys(code for contact_now in contacts_now for code in contact_now.known)
    return (Reason("languages", certain=False, recorded=circumstances.get("languages"), wanted=tuple(known)),)


def _definite(recorded: Answer | None) -> tuple[str, ...]:
    return tuple(value for value in ticks_of(recorded) if value not in OPEN_ENDED)
