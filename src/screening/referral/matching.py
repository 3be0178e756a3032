"""Needs x circumstances x now, against a directory: whom to call, in which order, and who is left out (pure)."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from screening.language.tags import standard
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.freshness import is_confirmed
from screening.referral.moment import Moment
from screening.referral.opening import Opening, opening
from screening.referral.reasons import (
    OPEN_ENDED,
    Reason,
    needs_room_for_a_child,
    protects_children,
    reasons_against,
    reasons_for_need,
)
from screening.referral.service import EVIDENCE_RANK, Contact, Service, Spoken
from screening.sets.answers import Answer, Answers, ticks_of
from screening.sets.needs import NEEDS, Need
from screening.sets.vocabulary import Evidence

_INFORMS_POLICE = {"no": 0, "unknown": 1, "yes": 2}
TO_CALL = frozenset({"telephone", "whatsapp", "sms"})
# Whoever is held abroad is helped from there, and before everything else.
ABROAD: Final[tuple[Need, ...]] = tuple(need for need, kind in NEEDS.items() if kind.from_abroad)
_SPEAKS = {"spoken": 0, "unknown": 1, "others": 2}
_CLOSED = 2
# When an office whose hours nobody has seen is not counted on.
_DAY = range(8, 20)

Rank: TypeAlias = tuple[bool, bool, bool, int, int, bool, int]


class LanguageFit(Struct, frozen=True):
    """How a contact speaks languages of the person's.

    Attributes:
        languages: those of the person's that are meant.
        spoken: what is known of how it speaks them.
        opening: whether it answers in them; None where the hours are not known.
    """

    languages: tuple[str, ...]
    spoken: Spoken
    opening: Opening | None = None


class ContactNow(Struct, frozen=True):
    """How a contact can be reached by, or for, this person now.

    Attributes:
        contact: the contact.
        opening: whether it answers; None where its hours are not known.
        known: the languages that it is known to speak.
        language: whether it speaks one of the person's, as far as both are known.
        fits: how it speaks the person's; none where it is not known to.
        confirmed: somebody called it not long ago, so that it does not matter which page has it.
    """

    contact: Contact
    opening: Opening | None = None
    known: tuple[str, ...] = ()
    language: Literal["spoken", "unknown", "others"] = "unknown"
    fits: tuple[LanguageFit, ...] = ()
    confirmed: bool = False

    @property
    def known_as(self) -> Evidence:
        """How well it is known: what somebody has called, as well as what its own page says."""
        return "official" if self.confirmed else self.contact.evidence

    @property
    def best_fit(self) -> LanguageFit | None:
        """The way that is open now, else the first."""
        is_open = (fit for fit in self.fits if fit.opening is not None and fit.opening.open)
        return next(is_open, self.fits[0] if self.fits else None)


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
                    _contact_now(contact, service, self._languages, self._directory, self._local)
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

    def rank(match: Match) -> tuple[bool, bool, bool, bool, bool, int, int, bool, Rank]:
        informs = _INFORMS_POLICE[match.service.informs_police] if police == "no" else 0
        best = first_to_try(match)
        answers = _answers_now(best)
        return (
            informs == _INFORMS_POLICE["yes"],
            not is_sure(best),
            answers == _CLOSED,
            match.service.listed_by is None,
            bool(match.ask_first),
            informs,
            answers if by_night else 0,
            group.isdisjoint(match.service.serves.situations),
            _contact_rank(best),
        )

    return sorted(matches, key=rank)


def is_sure(contact_now: ContactNow) -> bool:
    """Whether somebody can be called there, and the number was seen anywhere at all, or called."""
    return contact_now.contact.kind in TO_CALL and contact_now.known_as != "unverified"


def first_to_try(match: Match) -> ContactNow:
    """The contact to try first: one to call, that answers now and speaks the person's language, as far as is known."""
    if len(match.contacts_now) == 1:
        return match.contacts_now[0]
    return min(
        match.contacts_now, key=lambda contact_now: (for_one_language(contact_now, match), _contact_rank(contact_now))
    )


def for_one_language(contact_now: ContactNow, match: Match) -> bool:
    """Whether a contact is one of several lines for other languages each, and the person's is not known."""
    if not contact_now.contact.spoken or contact_now.language != "unknown":
        return False
    return len({each.contact.spoken for each in match.contacts_now if each.contact.spoken}) > 1


def _contact_rank(contact_now: ContactNow) -> Rank:
    return (
        not is_sure(contact_now),
        contact_now.contact.kind not in TO_CALL,
        contact_now.language == "others",
        _answers_now(contact_now),
        _SPEAKS[contact_now.language],
        contact_now.contact.kind != "telephone",
        EVIDENCE_RANK[contact_now.known_as],
    )


def _answers_now(contact_now: ContactNow) -> int:
    """0: somebody answers, in the person's language if one is known; 2: nobody does; 1: in between, or not known."""
    if contact_now.opening is None or contact_now.opening.open is None:
        return 1
    if not contact_now.opening.open:
        return _CLOSED
    fit = contact_now.best_fit
    return 0 if fit is None or fit.opening is None or fit.opening.open else 1


def _contact_now(
    contact: Contact, service: Service, languages: tuple[str, ...], directory: Directory, local: datetime
) -> ContactNow:
    """How a contact can be reached, at a time by the clock of the place."""

    def at(hours: str | None) -> Opening | None:
        return opening(hours, local, directory.place.upper()) if hours is not None else None

    always = at(contact.hours)
    confirmed = is_confirmed(contact, service, local.date())
    known = contact.spoken or ((Spoken(languages=service.languages),) if service.languages else ())
    if not known:
        return ContactNow(contact, always, confirmed=confirmed)
    codes = tuple([code for each in known for code in each.languages])
    if not languages:
        return ContactNow(contact, always, codes, confirmed=confirmed)
    fitting = [(each, _spoken_of(languages, each.languages)) for each in known]
    fits = tuple(LanguageFit(meant, each, at(each.hours or contact.hours)) for each, meant in fitting if meant)
    return ContactNow(contact, always, codes, "spoken" if fits else "others", fits, confirmed)


def _spoken_of(languages: Iterable[str], spoken: Iterable[str]) -> tuple[str, ...]:
    """Those of the person's languages that are spoken, whichever code each is written by."""
    known = set(map(standard, spoken))
    return tuple([code for code in languages if standard(code) in known])


def _speaks_others(contacts_now: tuple[ContactNow, ...], circumstances: Answers) -> tuple[Reason, ...]:
    """To be asked where every contact is known to speak, and none of it is a language of the person's."""
    if not contacts_now or any(contact_now.language != "others" for contact_now in contacts_now):
        return ()
    known = dict.fromkeys(code for contact_now in contacts_now for code in contact_now.known)
    return (Reason("languages", certain=False, recorded=circumstances.get("languages"), wanted=tuple(known)),)


def _definite(recorded: Answer | None) -> tuple[str, ...]:
    return tuple(value for value in ticks_of(recorded) if value not in OPEN_ENDED)
