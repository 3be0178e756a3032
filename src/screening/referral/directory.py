"""The words of referral directories as frozen types, and what is made of several (pure).

A directory holds the services of one place. An agency may have a file of its own besides, which adds services or
overrides them; and what one place lists nobody for is answered with what can be done anywhere.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from screening.language.marks import gettext_noop
from screening.language.messages import Message, gettext, quoted
from screening.sets.answers import Answers
from screening.sets.fields import Day, FileStruct, Id, LanguageCode, LongText, LooseDate, PlaceCode, ShortText
from screening.sets.needs import Need
from screening.sets.vocabulary import Evidence

ContactKind = Literal["telephone", "whatsapp", "sms", "email", "form", "website"]
Referrer = Literal["self", "organisation", "social-worker", "police", "medical-staff"]
YesNoUnknown = Literal["yes", "no", "unknown"]

# What to do in a place that no directory is about.
ANYWHERE: Final = "intl"

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
            "Write days and hours such as 'Mo-Fr 08:45-13:00,14:00-17:15; Sa 09:00-12:00; PH off', or 24/7."
        ),
    ),
]


class Spoken(FileStruct, frozen=True, kw_only=True):
    """Languages that a contact speaks.

    Attributes:
        hours: when, where that is not whenever the contact answers.
        interpreter: an interpreter is brought in.
    """

    languages: tuple[LanguageCode, ...]
    hours: OpeningHours | None = None
    interpreter: bool = False


class Contact(FileStruct, frozen=True, kw_only=True):
    """One way to reach a service. An address in the street is none: who looks for the person could go there too.

    Attributes:
        hours: when somebody answers, in the directory's time zone; None where that is not known.
        spoken: its languages, where they are others than the service's.
        dial_from: where it works from, if not from anywhere: inside the place only, or outside only.
        conflict: what another page says instead.
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
        with_children: false where nobody with children is taken.
        abroad: true where only people outside the place are served, false where only people in it.
    """

    gender: tuple[Literal["woman", "man"], ...] = ()
    ages: tuple[Literal["child", "adult"], ...] = ()
    situations: tuple[str, ...] = ()
    with_children: bool | None = None
    abroad: bool | None = None


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
        languages: what is known to be spoken whenever it answers.
        listed_by: the agency whose own file it is from. It is filled in on reading.
        withheld_by: the agency that does not want it to be named. It is filled in on reading.
    """

    id: Id
    names: dict[str, ShortText]
    everyday: dict[str, Annotated[str, Meta(min_length=1, max_length=28)]] = {}
    about: ShortText | None = None
    offers: tuple[Need, ...]
    serves: Serves = Serves()
    only: tuple[ShortText, ...] = ()
    represents: ShortText | None = None
    barriers: tuple[Barrier, ...] = ()
    referral: Referral = Referral()
    informs_police: YesNoUnknown = "unknown"
    languages: tuple[LanguageCode, ...] = ()
    districts: tuple[Id, ...] = ()
    ask_first: tuple[ShortText, ...] = ()
    notes: tuple[ShortText, ...] = ()
    contacts: tuple[Contact, ...]
    source: ShortText
    page_date: LooseDate
    confirmed_on: Day | None = None
    listed_by: ShortText | None = None
    withheld_by: ShortText | None = None

    @property
    def admits_alone(self) -> bool:
        """Whether somebody can ask it for themselves, as far as is known."""
        return not self.referral.by or "self" in self.referral.by


class Emergency(FileStruct, frozen=True, kw_only=True):
    """The number that works at once."""

    number: ShortText
    names: dict[str, ShortText]
    note: ShortText | None = None
    evidence: Evidence
    source: ShortText
    page_date: LooseDate


class Duty(FileStruct, frozen=True, kw_only=True):
    """What the law of the place demands of the screener, or grants the person.

    Attributes:
        child: it is told only where the person is, or may be, a child.
        needs: it is told only with one of these; always where none stands here.
    """

    id: Id
    title: ShortText
    text: tuple[ShortText, ...]
    child: bool = False
    needs: tuple[Need, ...] = ()
    evidence: Evidence
    source: ShortText
    page_date: LooseDate


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
    names: dict[str, ShortText]
    also_called: tuple[ShortText, ...] = ()
    as_of: Day
    time_zone: str
    emergency: Emergency
    districts: dict[Id, ShortText] = {}
    duties: tuple[Duty, ...] = ()
    services: tuple[Service, ...]
    not_listed: tuple[Need, ...] = ()
    anywhere: tuple[Fallback, ...] = ()
    traps: tuple[Trap, ...] = ()

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

    def duties_for(self, needs: Collection[Need], *, child: bool) -> tuple[Duty, ...]:
        """What the law says that matters for some needs.

        Args:
            needs: the needs.
            child: whether the person is, or may be, a child.
        """
        return tuple(
            duty
            for duty in self.duties
            if (child or not duty.child) and (not duty.needs or not set(duty.needs).isdisjoint(needs))
        )

    def generally(self, need: Need) -> tuple[str, ...]:
        """What to do about a need where nobody is listed for it."""
        return next((each.do for each in self.anywhere if need in each.needs), ())


class OwnServices(FileStruct, frozen=True, kw_only=True):
    """An agency's own file: services that it adds to a place, or that take the place of those with the same id.

    Attributes:
        adds_to: the place.
        agency: whose file it is, as it is shown.
        leave_out: services of the place that the agency does not want to be named.
    """

    adds_to: PlaceCode
    agency: ShortText
    as_of: Day
    about: LongText | None = None
    services: tuple[Service, ...] = ()
    leave_out: tuple[Id, ...] = ()


def with_own(directory: Directory, own: OwnServices) -> Directory:
    """A directory with an agency's services: its own first, each shown as the agency's."""
    mine = tuple(replace(service, listed_by=own.agency) for service in own.services)
    overridden = {service.id for service in mine}
    theirs = (
        replace(service, withheld_by=own.agency) if service.id in own.leave_out else service
        for service in directory.services
        if service.id not in overridden
    )
    return replace(directory, services=(*mine, *theirs))


def with_anywhere(directory: Directory, anywhere: Directory) -> Directory:
    """A directory that also says what can be done anywhere, where it does not say so itself."""
    return replace(directory, anywhere=(*directory.anywhere, *anywhere.anywhere))


def directory_of(circumstances: Answers, directories: Mapping[str, Directory]) -> Directory | None:
    """The directory of the place that was recorded; of what can be done anywhere where that place has none."""
    place = circumstances.get("place")
    known = directories.get(place) if isinstance(place, str) else None
    return known or directories.get(ANYWHERE)


# --- cards -----------------------------------------------------------------------------------------------------------

# On a card that an exploiter may find. Parts of words, small: "traffick" is in "trafficked" too.
_TELLTALE: Final = (
    *("traffick", "exploit", "slave", "victim", "police", "shelter", "refuge", "rescue", "crisis", "abuse", "violence"),
    *("sexual", "rape", "prostitut", "asylum", "scam", "complain", "hostage", "forced", "escape", "protect", "rights"),
    *("legal", "lawyer", "helpline", "hotline", "counsel", "safe house", "suicide", "embassy", "consul", "immigra"),
    *("migrant", "deport", "iom", "sos"),
    *("販", "贩", "人蛇", "賣", "卖", "剝削", "剥削", "奴", "受害", "警", "庇護", "庇护", "危機", "危机", "虐", "暴力"),
    *(
        "性",
        "姦",
        "奸",
        "妓",
        "投訴",
        "投诉",
        "逃",
        "救",
        "求助",
        "自殺",
        "自杀",
        "移民",
        "難民",
        "难民",
        "入境",
        "領事",
    ),
    *("领事", "律師", "律师"),
)
# What any number of a household may be called, though a service is called so too.
_HOUSEHOLD: Final = frozenset(
    (
        "advice",
        "ambulance",
        "centre",
        "church",
        "clinic",
        "club",
        "community",
        "family",
        "group",
        "health",
        "house",
        "line",
        "office",
    ),
) | frozenset(("people", "service", "services", "women", "work", "workers", "youth"))
_WORD = re.compile(r"[^\W\d_]{4,}")


def gives_away(text: str, names: Iterable[str] = ()) -> str | None:
    """The part of a text that would tell whoever finds it on a card what it is for, if there is one.

    Args:
        text: the text.
        names: what the service is called: whoever finds a word of it can look the service up.
    """
    small = text.casefold()
    told = next((each for each in _TELLTALE if each in small), None)
    if told is not None:
        return told
    own = {word for name in names for word in _WORD.findall(name.casefold())} - _HOUSEHOLD
    return next((word for word in _WORD.findall(small) if word in own), None)


# --- traps -----------------------------------------------------------------------------------------------------------

_NO_DIGITS = re.compile(r"[^0-9]")
# How the digits of one number are set apart.
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[\s().\-]+(?=[0-9])")
# Shorter than this, and the same digits stand in many a number.
_TELLING_DIGITS = 4
_CODED = 6


class Trapped(Struct, frozen=True):
    """A trap that a service runs into.

    Attributes:
        trap: the trap.
        path: where in the service: a contact's number, a name, or something that is said.
        said: what stands there.
    """

    trap: Trap
    path: tuple[str | int, ...]
    said: str

    @property
    def message(self) -> Message:
        """What is wrong, without a full stop."""
        # Translators: {said} is a number or a name in a directory, {why} what the directory says of it.
        return gettext("{said} is a trap: {why}", said=quoted(self.said), why=self.trap.why.rstrip("."))


def trapped(service: Service, traps: Iterable[Trap]) -> Iterator[Trapped]:
    """Everything of a service that is a trap: its numbers, its names, and what is said of it."""
    numbers: list[tuple[tuple[str | int, ...], str]] = [
        (("contacts", index, "number"), contact.number) for index, contact in enumerate(service.contacts)
    ]
    texts = [*_texts(service)]
    for trap in traps:
        digits = _digits(trap.what)
        for path, said in numbers:
            if digits and _is_number(digits, said):
                yield Trapped(trap, path, said)
        for path, said in texts:
            if _says(trap.what, digits, said):
                yield Trapped(trap, path, said)


def _texts(service: Service) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is said of a service, with where."""
    yield from ((("names", language), name) for language, name in service.names.items())
    yield from ((("everyday", language), name) for language, name in service.everyday.items())
    if service.about is not None:
        yield ("about",), service.about
    yield from ((("ask_first", index), text) for index, text in enumerate(service.ask_first))
    yield from ((("notes", index), text) for index, text in enumerate(service.notes))
    yield from ((("referral", "how", index), text) for index, text in enumerate(service.referral.how))
    for index, contact in enumerate(service.contacts):
        if contact.note is not None:
            yield ("contacts", index, "note"), contact.note


def _digits(text: str) -> str:
    """The digits of a number, those of full width among them, as plain ones."""
    return _NO_DIGITS.sub("", unicodedata.normalize("NFKC", text))


def _is_number(digits: str, said: str) -> bool:
    number = _digits(said)
    if len(digits) >= _TELLING_DIGITS:
        return digits in number
    # With the code of a country before it, a short one is the same number.
    return number == digits or (said.lstrip().startswith("+") and number.endswith(digits) and len(number) <= _CODED)


def _says(what: str, digits: str, text: str) -> bool:
    """Whether a text has a trap in it; a short number is only one where it is the whole of a contact."""
    plain = unicodedata.normalize("NFKC", text)
    if digits:
        return len(digits) >= _TELLING_DIGITS and digits in _BETWEEN_DIGITS.sub("", plain)
    return what.casefold() in plain.casefold()
