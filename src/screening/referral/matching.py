"""Needs x circumstances x now, against a directory: whom to call, in which order, and why others are left out (pure).

A definite mismatch excludes a service; whatever is not known never does, it only says "ask first". A barrier excludes
only where the evidence for the barrier itself is good: nobody is kept from a shelter by a rumour, and nobody is sent to
a closed door without a warning.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from screening.language.tags import standard
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import BARRIERS, EVIDENCE_RANK, Barrier, Contact, Directory, Service, Spoken
from screening.referral.moment import Moment
from screening.referral.opening import Opening, opening
from screening.sets.answers import NOT_DEFINITE, Answer, Answers, rest_of, ticks_of
from screening.sets.needs import NEEDS, Need
from screening.sets.vocabulary import Evidence

# What makes a circumstance no reason to exclude: nobody recorded it, or it was recorded as something else.
_OPEN_ENDED = NOT_DEFINITE | {"unsure", "other"}
_GOOD_EVIDENCE: frozenset[Evidence] = frozenset({"official", "second_hand"})
_INFORMS_POLICE = {"no": 0, "unknown": 1, "yes": 2}
TO_CALL = frozenset({"telephone", "whatsapp", "sms"})
# Whoever is held abroad is helped from there, and before everything else.
ABROAD: Final[tuple[Need, ...]] = tuple(need for need, kind in NEEDS.items() if kind.from_abroad)
_SPEAKS = {"spoken": 0, "unknown": 1, "others": 2}
_CLOSED = 2

Rank: TypeAlias = tuple[bool, bool, bool, int, int, bool, int]


class Reason(Struct, frozen=True):
    """Why a service is left out, or has to be asked first.

    Attributes:
        kind: what it is about: a circumstance's id, a barrier's kind, or a word of its own: `only` (somebody whom no
            circumstance describes), `closed_until` and `full_until` (a day), `referral` (the person cannot ask
            alone), `represents` (a state that the person may need protection from), `police` (who does not want them),
            `withheld` (an agency does not want it named), or `no_contact`.
        certain: it is known to stand in the way; otherwise it is only not known that it does not.
        recorded: the circumstance as recorded, None where it was not asked.
        wanted: what the service takes or asks for. Districts stand here by their names.
        barrier: the barrier, with its evidence and date.
    """

    kind: str
    certain: bool
    recorded: Answer | None = None
    wanted: tuple[str, ...] = ()
    barrier: Barrier | None = None


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
    """

    contact: Contact
    opening: Opening | None = None
    known: tuple[str, ...] = ()
    language: Literal["spoken", "unknown", "others"] = "unknown"
    fits: tuple[LanguageFit, ...] = ()

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
    local, languages = moment.local, _definite(circumstances.get("languages"))
    by_need = []
    for need in needs:
        matches, left_out = [], []
        for service in directory.services:
            if need not in service.offers:
                continue
            contacts_now = tuple(
                _contact_now(contact, service, languages, directory, local) for contact in service.contacts
            )
            reasons = (
                *_reasons(service, circumstances, seeks_protection, directory.districts),
                *_speaks_others(contacts_now, circumstances),
                *_away(service, need, moment.today),
            )
            certain = tuple(reason for reason in reasons if reason.certain)
            if certain:
                left_out.append(LeftOut(service, certain))
            else:
                matches.append(Match(service, reasons, contacts_now))
        ranked = tuple(_ranked(matches, circumstances.get("police")))
        general = not ranked or directory.place == ANYWHERE
        by_need.append(NeedServices(need, ranked, tuple(left_out), directory.generally(need) if general else ()))
    return tuple(by_need)


def _ranked(matches: list[Match], police: Answer | None) -> list[Match]:
    """Away from the police, if that is the wish; those that can be called; not closed now; the agency's own; nothing to
    ask first; in the person's language; better evidence; the order of the file.
    """

    def rank(match: Match) -> tuple[bool, bool, bool, bool, bool, int, Rank]:
        informs = _INFORMS_POLICE[match.service.informs_police] if police == "no" else 0
        best = first_to_try(match)
        return (
            informs == _INFORMS_POLICE["yes"],
            not is_sure(best.contact),
            _answers_now(best) == _CLOSED,
            match.service.listed_by is None,
            bool(match.ask_first),
            informs,
            _contact_rank(best),
        )

    return sorted(matches, key=rank)


def is_urgent(service: Service) -> bool:
    """Whether it is for what cannot wait until anything is asked."""
    return any(NEEDS[need].urgent for need in service.offers)


def is_sure(contact: Contact) -> bool:
    """Whether somebody can be called there, and the number was seen anywhere at all."""
    return contact.kind in TO_CALL and contact.evidence != "unverified"


def first_to_try(match: Match) -> ContactNow:
    """The contact to try first: one to call, that answers now and speaks the person's language, as far as is known."""
    return min(
        match.contacts_now, key=lambda contact_now: (for_one_language(contact_now, match), _contact_rank(contact_now))
    )


def for_one_language(contact_now: ContactNow, match: Match) -> bool:
    """Whether a contact is one of several lines for other languages each, and the person's is not known."""
    split = len({each.contact.spoken for each in match.contacts_now if each.contact.spoken}) > 1
    return split and bool(contact_now.contact.spoken) and contact_now.language == "unknown"


def _contact_rank(contact_now: ContactNow) -> Rank:
    return (
        not is_sure(contact_now.contact),
        contact_now.contact.kind not in TO_CALL,
        contact_now.language == "others",
        _answers_now(contact_now),
        _SPEAKS[contact_now.language],
        contact_now.contact.kind != "telephone",
        EVIDENCE_RANK[contact_now.contact.evidence],
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
    known = contact.spoken or ((Spoken(languages=service.languages),) if service.languages else ())
    codes = tuple(code for each in known for code in each.languages)
    if not languages or not known:
        return ContactNow(contact, always, codes)
    fitting = [(each, _spoken_of(languages, each.languages)) for each in known]
    fits = tuple(LanguageFit(meant, each, at(each.hours or contact.hours)) for each, meant in fitting if meant)
    return ContactNow(contact, always, codes, "spoken" if fits else "others", fits)


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
    return tuple(value for value in ticks_of(recorded) if value not in _OPEN_ENDED)


def _reasons(
    service: Service, circumstances: Answers, seeks_protection: Answer | None, districts: Mapping[str, str]
) -> tuple[Reason, ...]:
    """Why this person may not be served: certain reasons exclude, uncertain ones mean "ask first"."""
    serves = service.serves
    reasons = [
        _one_of("gender", serves.gender, circumstances),
        _one_of("age", serves.ages, circumstances),
        _one_of("situation", serves.situations, circumstances),
        _district(service.districts, circumstances, districts),
        _with_children(serves.with_children, circumstances),
        _abroad(serves.abroad, circumstances),
        *(_barrier(barrier, circumstances) for barrier in service.barriers),
        _represents(service.represents, seeks_protection),
        _informs(service, circumstances.get("police")),
        *(Reason("only", certain=False, wanted=(each,)) for each in service.only),
    ]
    if not service.admits_alone:
        reasons.append(Reason("referral", certain=False, wanted=service.referral.by))
    if service.withheld_by is not None:
        reasons.append(Reason("withheld", certain=True, wanted=(service.withheld_by,)))
    if not service.contacts:
        reasons.append(Reason("no_contact", certain=True))
    return tuple(reason for reason in reasons if reason is not None)


def _one_of(circumstance: str, served: tuple[str, ...], circumstances: Answers) -> Reason | None:
    if not served:
        return None
    recorded = circumstances.get(circumstance)
    values = ticks_of(recorded)
    if any(value in served for value in values):
        return None
    certain = bool(values) and rest_of(recorded) is None and _OPEN_ENDED.isdisjoint(values)
    return Reason(circumstance, certain, recorded, served)


def _district(served: tuple[str, ...], circumstances: Answers, names: Mapping[str, str]) -> Reason | None:
    """Only the directory knows what its districts are called."""
    reason = _one_of("district", served, circumstances)
    return replace(reason, wanted=tuple(names.get(each, each) for each in served)) if reason is not None else None


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


def _away(service: Service, need: Need, today: date) -> tuple[Reason, ...]:
    """It said that it is closed, or has no room, until a day that is still to come."""
    days = {"closed_until": service.closed_until, "full_until": service.full_until if NEEDS[need].room else None}
    return tuple(
        Reason(kind, certain=True, wanted=(day,)) for kind, day in days.items() if day and day > today.isoformat()
    )


def _represents(state: str | None, seeks_protection: Answer | None) -> Reason | None:
    """Nobody is sent to the authorities of a state that they may have to be protected from."""
    if state is None or seeks_protection == "no":
        return None
    return Reason("represents", seeks_protection == "yes", seeks_protection, (state,))


def _informs(service: Service, police: Answer | None) -> Reason | None:
    """Who does not want the police is asked again. In an emergency nobody asks."""
    if police != "no" or service.informs_police != "yes" or is_urgent(service):
        return None
    return Reason("police", certain=False, recorded=police)
