"""The file of a referral directory as frozen types: the services of one place (pure)."""

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Final, Literal

from msgspec import Meta
from msgspec.structs import replace

from screening.language.marks import gettext_noop
from screening.referral.names import first_name
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

ContactKind = Literal["telephone", "whatsapp", "sms", "email", "form", "website"]
# Those whose number is dialled.
TO_DIAL: Final[frozenset[ContactKind]] = frozenset({"telephone", "whatsapp", "sms"})
Referrer = Literal["self", "organisation", "social-worker", "police", "medical-staff"]
YesNoUnknown = Literal["yes", "no", "unknown"]

EVIDENCE_RANK: Final[Mapping[Evidence, int]] = {
    "official": 0,
    "second_hand": 1,
    "repository": 2,
    "article": 3,
    "unverified": 4,
}
# Each barrier with the circumstance, and its value, that it stands against.
BARRIERS: Final[Mapping[str, tuple[str, str]]] = {
    "needs_identity_card": ("identity_card", "no"),
    "needs_legal_stay": ("may_stay", "no"),
}

_DAY = "(Mo|Tu|We|Th|Fr|Sa|Su)"
_DAYS = f"{_DAY}(-{_DAY})?(,{_DAY}(-{_DAY})?)*"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
_TIMES = f"{_TIME}-({_TIME}|24:00)(,{_TIME}-({_TIME}|24:00))*"
_RULE = f"{_DAYS} {_TIMES}"
# A part of what OpenStreetMap writes as `opening_hours`: whatever fits is that too, and its libraries understand it.
OpeningHours = Annotated[
    str,
    Meta(
        pattern=rf"^(24/7|{_RULE}(; {_RULE})*(; PH (off|{_TIMES}))?)$(?!\n)",
        max_length=200,
        description=gettext_noop(
            "Write days and hours such as 'Mo-Fr 08:45-13:00,14:00-17:15; Sa 09:00-12:00; PH off', or 24/7 for every "
            "day of the year ('Mo-Su 00:00-24:00; PH off' for all but public holidays)."
        ),
    ),
]


# By the codes of languages. Without one, nobody could be told what is meant.
Names = Annotated[
    dict[str, ShortText],
    Meta(
        min_length=1,
        description=gettext_noop("Write a language and the name in it, a line each, such as 'en: Hotline'."),
    ),
]
# As much as a card the size of a bank card has room for.
MOST_OF_EVERYDAY: Final = 28
Everyday = Annotated[
    dict[str, Annotated[str, Meta(min_length=1, max_length=MOST_OF_EVERYDAY)]],
    Meta(description=gettext_noop("Write a language and the name in it, a line each, such as 'en: Aunty'.")),
]
Districts = Annotated[
    dict[Id, ShortText],
    Meta(description=gettext_noop("Write an id and a name for each, in a line of its own, such as 'north: North'.")),
]
# An empty list would read as if nobody were served. What is left out is open to everybody.
_NOT_EMPTY = Meta(min_length=1)


class Spoken(FileStruct, frozen=True, kw_only=True):
    """Languages that a contact speaks.

    Attributes:
        hours: when, where that is not whenever the contact answers.
        interpreter: an interpreter is brought in.
    """

    languages: Annotated[tuple[LanguageCode, ...], _NOT_EMPTY]
    hours: OpeningHours | None = None
    interpreter: bool = False


class Contact(FileStruct, frozen=True, kw_only=True):
    """One way to reach a service. An address in the street is none: who looks for the person could go there too.

    Attributes:
        hours: when somebody answers, in the directory's time zone; None where that is not known.
        spoken: its languages, where they are others than the service's.
        dial_from: where it works from, if not from anywhere: inside the place only, or outside only.
        conflict: what another page says instead.
        confirmed_by: the agency whose own file says so. It is filled in on reading.
        unanswered_on: the day on which it was called and nobody answered.
    """

    kind: ContactKind
    number: ShortText
    hours: OpeningHours | None = None
    spoken: tuple[Spoken, ...] = ()
    dial_from: Literal["inside", "outside"] | None = None
    note: ShortText | None = None
    conflict: ShortText | None = None
    evidence: Evidence
    source: ShortText | None = None
    page_date: LooseDate | None = None
    confirmed_on: Day | None = None
    confirmed_by: ShortText | None = None
    unanswered_on: Day | None = None


class Barrier(FileStruct, frozen=True, kw_only=True):
    """Something that a service asks for and the person may not have, with the evidence for just that.

    Attributes:
        inferred: no page says it in so many words; it was read from whom the service takes.
    """

    kind: Literal["needs_identity_card", "needs_legal_stay"]
    value: YesNoUnknown
    inferred: bool = False
    evidence: Evidence
    source: ShortText
    page_date: LooseDate


class Serves(FileStruct, frozen=True, kw_only=True):
    """Whom a service takes. What is left out is open to everybody.

    Attributes:
        gender, ages, situations: the values of the circumstance that are served.
        children_ask_first: whoever is under 18 may be taken, on conditions, or it is not known. They are asked about
            and not left out.
        with_children: false where nobody with children is taken.
        abroad: true where only people outside the place are served, false where only people in it.
    """

    gender: Annotated[tuple[Literal["woman", "man"], ...], _NOT_EMPTY] = ()
    ages: Annotated[tuple[Literal["child", "adult"], ...], _NOT_EMPTY] = ()
    situations: Annotated[tuple[str, ...], _NOT_EMPTY] = ()
    children_ask_first: bool = False
    with_children: bool | None = None
    abroad: bool | None = None


class Show(FileStruct, frozen=True, kw_only=True):
    """When a service is shown where the order alone would not name it.

    Attributes:
        always_for: needs for which it stands on the first page, after the best ones, however little is known of it.
    """

    always_for: Annotated[tuple[Need, ...], _NOT_EMPTY]


class Referral(FileStruct, frozen=True, kw_only=True):
    """How somebody gets in: who may ask for a place, and what has to be done."""

    by: tuple[Referrer, ...] = ()
    how: tuple[ShortText, ...] = ()


class Service(FileStruct, frozen=True, kw_only=True):
    """One entry of a referral directory.

    Attributes:
        everyday: how it is called on a card that somebody else may find.
        represents: the state that it is an authority of, where that is another than the place's own.
        only: who alone is taken, where no circumstance says it: "women who are pregnant".
        show: when it is shown whatever the order; None where the order decides.
        languages: what is known to be spoken whenever it answers.
        closed_until: the day on which it is open again. From then on this says nothing.
        full_until: the day from which it has room again. It matters for what needs room, and until then.
        listed_by: the agency whose own file it is from. It is filled in on reading.
        withheld_by: the agency that does not want it named. It is filled in on reading.
    """

    id: Id
    names: Names
    everyday: Everyday = {}
    about: ShortText | None = None
    offers: Annotated[tuple[Need, ...], _NOT_EMPTY]
    serves: Serves = Serves()
    only: tuple[ShortText, ...] = ()
    represents: ShortText | None = None
    barriers: tuple[Barrier, ...] = ()
    referral: Referral = Referral()
    informs_police: YesNoUnknown = "unknown"
    show: Show | None = None
    languages: tuple[LanguageCode, ...] = ()
    districts: Annotated[tuple[Id, ...], _NOT_EMPTY] = ()
    ask_first: tuple[ShortText, ...] = ()
    notes: tuple[ShortText, ...] = ()
    contacts: tuple[Contact, ...]
    source: ShortText
    page_date: LooseDate
    confirmed_on: Day | None = None
    closed_until: Day | None = None
    full_until: Day | None = None
    listed_by: ShortText | None = None
    withheld_by: ShortText | None = None

    @property
    def admits_alone(self) -> bool:
        """Whether somebody can ask it for themselves, as far as is known."""
        return not self.referral.by or "self" in self.referral.by


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
