"""How a contact can be reached by, or for, a person now, and which of them is the better one to try (pure)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final, Literal, TypeAlias

from msgspec import Struct

from screening.language.tags import standard
from screening.referral.directory import Directory
from screening.referral.freshness import is_confirmed
from screening.referral.opening import Opening, opening
from screening.referral.service import EVIDENCE_RANK, Contact, Service, Spoken
from screening.sets.vocabulary import Evidence

TO_CALL = frozenset({"telephone", "whatsapp", "sms"})
_SPEAKS = {"spoken": 0, "unknown": 1, "others": 2}
CLOSED: Final = 2

ContactRank: TypeAlias = tuple[bool, bool, bool, int, int, bool, int]


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


def as_it_is_now(
    contact: Contact, service: Service, languages: tuple[str, ...], directory: Directory, local: datetime
) -> ContactNow:
    """How a contact can be reached by, or for, a person.

    Args:
        contact: the contact.
        service: whose it is.
        languages: the languages that the person certainly speaks.
        directory: the directory of the place.
        local: the time, by the clock of the place.
    """

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


def is_sure(contact_now: ContactNow) -> bool:
    """Whether somebody can be called there, and the number was seen anywhere at all, or called."""
    return contact_now.contact.kind in TO_CALL and contact_now.known_as != "unverified"


def contact_rank(contact_now: ContactNow) -> ContactRank:
    """What comes first among contacts, by comparing: the smaller is the better one to try.

    Args:
        contact_now: the contact.
    """
    return (
        not is_sure(contact_now),
        contact_now.contact.kind not in TO_CALL,
        contact_now.language == "others",
        answers_now(contact_now),
        _SPEAKS[contact_now.language],
        contact_now.contact.kind != "telephone",
        EVIDENCE_RANK[contact_now.known_as],
    )


def answers_now(contact_now: ContactNow) -> int:
    """0: somebody answers, in the person's language if one is known; 2: nobody does; 1: in between, or not known."""
    if contact_now.opening is None or contact_now.opening.open is None:
        return 1
    if not contact_now.opening.open:
        return CLOSED
    fit = contact_now.best_fit
    return 0 if fit is None or fit.opening is None or fit.opening.open else 1
