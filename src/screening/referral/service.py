"""One service of a directory as frozen types: what it is called, whom it takes, and how to reach it (pure)."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from msgspec import Meta

from screening.language.marks import gettext_noop
from screening.sets.fields import (
    Day,
    FileStruct,
    Id,
    LanguageCode,
    LooseDate,
    ShortText,
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
