"""A result as data for other programs, as types (pure): its JSON Schema is made from them.

They stand here and not beside what is shown, because the schemas are made where files are read, and because a result
names both a set and services. What a later version of the program adds is a new key, and no reader need know it; what
was there keeps its name and its meaning, or `FORMAT` is the next number.
"""

from typing import Annotated, Final, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from screening.referral.service import ContactKind, Referrer, YesNoUnknown
from screening.sets.answers import Rest
from screening.sets.conditions.types import ReachableLevel
from screening.sets.htcds import CaseFields
from screening.sets.needs import Need
from screening.sets.vocabulary import Element, Evidence, Level, Strength, Support

FORMAT: Final = 1

Amount = Annotated[int, Meta(ge=0)]
Texts = tuple[str, ...]
# An answer as it is recorded: an option, or several; in a list `unclear` or `declined` says how the rest stands.
Recorded = str | Texts


class BaseSet(Struct, frozen=True, kw_only=True):
    """A set that another one extends."""

    id: str
    version: str
    extends: "BaseSet | UnsetType" = UNSET


class SetOfResult(Struct, frozen=True, kw_only=True):
    """The set that the record was made with; the fingerprint changes with what its answers mean."""

    id: str
    version: str
    extends: BaseSet | UnsetType = UNSET
    fingerprint: str


class LanguageOfTexts(Struct, frozen=True, kw_only=True):
    """The language of the texts, and whether a native speaker has reviewed all of them."""

    language: str
    reviewed: bool


class CaseOfResult(CaseFields, frozen=True, kw_only=True):
    """The result in the words of IOM's case data standard, of this version."""

    version: Literal["2.0"]


class DirectoryOfResult(Struct, frozen=True, kw_only=True):
    """Where the services are from: the place, and how old that is."""

    place: str
    as_of: str


class WhatToDo(Struct, frozen=True, kw_only=True):
    """What to do, and what not to: of a flag, then of a pathway."""

    id: str
    title: str
    do: Texts
    do_not: Texts


class SeenOn(Struct, frozen=True, kw_only=True):
    """When a number was last seen: the date of a page, or with `confirmed` the day on which somebody called it."""

    day: str
    confirmed: bool


class ContactOfResult(Struct, frozen=True, kw_only=True):
    """How to reach a service. `open`, `in_language`: whether somebody answers now, at all and in the person's language.

    Null: not known. `hours` are written as OpenStreetMap writes them.
    """

    kind: ContactKind
    number: str
    hours: str | None
    open: bool | None
    dial_from: Literal["inside", "outside"] | None
    languages: Texts
    in_language: bool | None
    note: str | None
    conflict: str | None
    evidence: Evidence
    seen: SeenOn


class ReasonOfResult(Struct, frozen=True, kw_only=True):
    """Why a service is left out, or has to be asked first: what it hangs on, what was recorded of it, and in words."""

    kind: str
    recorded: Recorded | None
    text: str


class HowToGetIn(Struct, frozen=True, kw_only=True):
    """Who may ask for a place, and what has to be done. What is left out is not known."""

    by: tuple[Referrer, ...] | UnsetType = UNSET
    how: Texts | UnsetType = UNSET


class ServiceOfResult(Struct, frozen=True, kw_only=True):
    """A service to call; names by the tags of languages.

    `ask_first`: what may stand against this person. `when_you_call`: what to ask whoever is meant.
    """

    id: str
    names: dict[str, str]
    listed_by: str | None
    contacts: tuple[ContactOfResult, ...]
    about: str | None
    only: Texts
    ask_first: tuple[ReasonOfResult, ...]
    when_you_call: Texts
    notes: Texts
    informs_police: YesNoUnknown
    referral: HowToGetIn


class ServiceLeftOut(Struct, frozen=True, kw_only=True):
    """A service that does not take this person, and why."""

    id: str
    reasons: tuple[ReasonOfResult, ...]


class ServicesForNeed(Struct, frozen=True, kw_only=True):
    """The services for one need, best first, and what can be done about it anywhere."""

    need: Need
    services: tuple[ServiceOfResult, ...]
    left_out: tuple[ServiceLeftOut, ...]
    generally: Texts


class DutyOfResult(Struct, frozen=True, kw_only=True):
    """What the law of the place demands of the screener, or grants the person."""

    id: str
    title: str
    text: Texts
    evidence: Evidence
    source: str
    page_date: str


class AdviceOfResult(Struct, frozen=True, kw_only=True):
    """What to do and whom to call. Without a directory of the place no number is named."""

    directory: DirectoryOfResult | None
    emergency: str | None
    wishes: dict[str, Recorded]
    do: tuple[WhatToDo, ...]
    services: tuple[ServicesForNeed, ...]
    duties: tuple[DutyOfResult, ...]


class IndicatorHeld(Struct, frozen=True, kw_only=True):
    """An indicator that is there, the questions that show it, and how much it counts; of a rating, what was marked."""

    indicator: str
    strength: Strength | None
    mark: str | UnsetType = UNSET
    weight: float | UnsetType | None = UNSET
    shown_by: Texts


class IndicatorUnknown(Struct, frozen=True, kw_only=True):
    """An indicator of which it is not known whether it is there, and why not; `age`: whether it counts at that age."""

    indicator: str
    why: tuple[Rest | Literal["age"], ...]


class DimensionOfResult(Struct, frozen=True, kw_only=True):
    """Why a dimension is supported, possible, or not."""

    dimension: str
    element: Element | None
    support: Support
    held: tuple[IndicatorHeld, ...]
    unknown: tuple[IndicatorUnknown, ...]


class ResultDocument(Struct, frozen=True, kw_only=True):
    """How far what was recorded points to trafficking, why, what to do, and whom to call. Never a verdict.

    Keys that a reader does not know are passed over: a later version may add some without another `format`.

    Attributes:
        texts: left out where all texts are as they were written.
        status, htcds: from `some_concern` up; "possible" is the most that is ever said.
        bounds: the level with everything unknown taken as absent, and as present.
        settled: whether no further answer can change the level or open a pathway; may_open: those that could open.
        answered, open: how many questions have an answer, and how many have none; closed: those that do not apply.
        observed_only: all that is there was only an impression.
        score, band: of a set with bands only.
        not_asked, unclear, declined: questions; partly_known: those of them of which something was ticked.
        declined_as: what declining is called at a question, where the set words it.
    """

    format: Literal[1]
    set: SetOfResult
    texts: LanguageOfTexts | UnsetType = UNSET
    headline: str
    status: Literal["possible"] | UnsetType = UNSET
    htcds: CaseOfResult | UnsetType = UNSET
    level: Level
    bounds: tuple[ReachableLevel, ReachableLevel]
    settled: bool
    elements: dict[Element, Support]
    dimensions: dict[str, Support]
    flags: Texts
    pathways: Texts
    may_open: Texts
    answered: Amount
    open: Amount
    closed: Texts
    observed_only: bool
    score: float | UnsetType = UNSET
    band: str | UnsetType = UNSET
    advice: AdviceOfResult
    why: tuple[DimensionOfResult, ...]
    not_asked: Texts
    unclear: Texts
    declined: Texts
    declined_as: dict[str, str]
    partly_known: Texts
