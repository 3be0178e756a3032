"""The file of a referral directory as frozen types: the services of one place, its duties and its traps (pure)."""

from collections.abc import Collection, Iterator
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from screening.language.marks import gettext_noop
from screening.referral.names import first_name
from screening.referral.service import Names, OpeningHours, Service, YesNoUnknown
from screening.sets.fields import (
    Day,
    FileStruct,
    GuidanceText,
    Id,
    LanguageCode,
    LooseDate,
    PlaceCode,
    ShortText,
    TextByAge,
)
from screening.sets.needs import Need
from screening.sets.vocabulary import Evidence

Districts = Annotated[
    dict[Id, ShortText],
    Meta(description=gettext_noop("Write an id and a name for each, in a line of its own, such as 'north: North'.")),
]


class Emergency(FileStruct, frozen=True, kw_only=True):
    """The number that works at once. It is written here and nowhere else: it is found as a service, too.

    Attributes:
        hours: when somebody answers, where that is known.
        offers: what else it is called for, besides an emergency.
        languages, ask_first, notes, informs_police: as of a service.
    """

    number: ShortText
    names: Names
    note: ShortText | None = None
    hours: OpeningHours | None = None
    offers: tuple[Need, ...] = ()
    informs_police: YesNoUnknown = "unknown"
    languages: tuple[LanguageCode, ...] = ()
    ask_first: tuple[ShortText, ...] = ()
    notes: tuple[ShortText, ...] = ()
    evidence: Evidence
    source: ShortText
    page_date: LooseDate


class Duty(FileStruct, frozen=True, kw_only=True):
    """What the law of the place demands of the screener, or grants the person.

    Attributes:
        text: for everybody, or by age; where nothing is said for an age, nothing of the duty is told.
        no_choice: what the screener must do whatever the person wants, in short. It is told before the person agrees.
        child: it is told only where the person is, or may be, a child.
        needs: it is told only with one of these; always where none stands here.
    """

    id: Id
    title: ShortText
    text: tuple[GuidanceText, ...]
    no_choice: tuple[GuidanceText, ...] = ()
    child: bool = False
    needs: tuple[Need, ...] = ()
    evidence: Evidence
    source: ShortText
    page_date: LooseDate

    def said(self, child: bool | None = None) -> tuple[str, ...]:
        """Its lines for a child, for an adult, or all of them where nobody in particular is meant."""
        return tuple(said for line in self.text for said in _said(line, child))


class Trap(FileStruct, frozen=True, kw_only=True):
    """A number or an organisation that must never appear as a contact."""

    what: ShortText
    why: ShortText


class Fallback(FileStruct, frozen=True, kw_only=True):
    """What to do about needs where a directory lists nobody."""

    needs: tuple[Need, ...]
    do: tuple[ShortText, ...]


class Directory(FileStruct, frozen=True, kw_only=True):
    """The services of one place.

    Attributes:
        home: the place is offered first, and taken where none is named. In the file it stands above `districts`.
        also_called: other words by which somebody may name the place.
        not_listed: needs for which nobody was looked up here.
        anywhere: what to do about those; one directory says it for all places.
    """

    place: PlaceCode
    home: bool = False
    names: Names
    also_called: tuple[ShortText, ...] = ()
    as_of: Day
    time_zone: str
    emergency: Emergency
    districts: Districts = {}
    duties: tuple[Duty, ...] = ()
    services: tuple[Service, ...]
    not_listed: tuple[Need, ...] = ()
    anywhere: tuple[Fallback, ...] = ()
    traps: tuple[Trap, ...] = ()

    @property
    def name(self) -> str:
        """What its place is called: in English, or in the language of whoever reads it."""
        return first_name(self.names)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are known to be spoken by any of its services, each once."""
        codes = [code for service in self.services for code in service.languages]
        spoken = (each for service in self.services for contact in service.contacts for each in contact.spoken)
        return tuple(dict.fromkeys([*codes, *(code for each in spoken for code in each.languages)]))

    @property
    def answers(self) -> frozenset[Need]:
        """The needs for which it names somebody, or says what to do."""
        offered = {need for service in self.services if service.contacts for need in service.offers}
        return frozenset(offered.union(*(each.needs for each in self.anywhere)))

    def duties_for(self, needs: Collection[Need], *, child: bool | None) -> tuple[Duty, ...]:
        """What the law says that matters for some needs, with the lines for this age.

        Args:
            needs: the needs.
            child: whether the person is, or may be, a child; None where nobody in particular is meant.
        """
        told = self.duties_at(child=child)
        return tuple(duty for duty in told if not duty.needs or not set(duty.needs).isdisjoint(needs))

    def duties_at(self, *, child: bool | None) -> tuple[Duty, ...]:
        """All that the law says for this age; as in `duties_for`."""
        told = (duty for duty in self.duties if child is not False or not duty.child)
        return tuple(replace(duty, text=said) for duty in told if (said := duty.said(child)))

    def no_choice(self, *, child: bool | None) -> tuple[str, ...]:
        """What the law leaves a screener no choice about, for this age; as in `duties_for`."""
        told = (duty for duty in self.duties if child is not False or not duty.child)
        return tuple(said for duty in told for line in duty.no_choice for said in _said(line, child))

    def generally(self, need: Need) -> tuple[str, ...]:
        """What to do about a need where nobody is listed for it."""
        return next((each.do for each in self.anywhere if need in each.needs), ())


def _said(line: GuidanceText, child: bool | None) -> Iterator[str]:
    if not isinstance(line, TextByAge):
        yield line
        return
    if line.child is not None and child is not False:
        yield line.child
    if line.adult is not None and child is not True:
        yield line.adult
