"""What `score` says of each record, as types (pure): its JSON Schema is made from them."""

from typing import Annotated, Literal

from msgspec import Meta

from screening.sets.conditions.types import ReachableLevel
from screening.sets.fields import FileStruct
from screening.sets.htcds import CaseFields
from screening.sets.vocabulary import Element, Level, Support

Number = Annotated[int, Meta(ge=0)]


class ScoredWith(FileStruct, frozen=True, kw_only=True):
    """The set that a record was assessed with; the fingerprint changes with what its answers mean."""

    id: str
    version: str
    fingerprint: str


class Unknown(FileStruct, frozen=True, kw_only=True):
    """How many of the questions that apply leave something open: wholly, or in the rest of what was ticked."""

    not_asked: Number
    unclear: Number
    declined: Number
    in_part: Number


class ScoreLine(FileStruct, frozen=True, kw_only=True):
    """What comes of a record.

    Attributes:
        bounds: the level with everything unknown taken as absent, and as present.
        settled: whether no further answer can change the level or open a pathway; may_open: those that could open.
        score, band: of a set with bands only.
        closed: questions that do not apply; set_aside: those of them that were answered all the same.
    """

    id: str | int
    set: ScoredWith
    level: Level
    bounds: tuple[ReachableLevel, ReachableLevel]
    settled: bool
    elements: dict[Element, Support]
    dimensions: dict[str, Support]
    flags: tuple[str, ...]
    pathways: tuple[str, ...]
    may_open: tuple[str, ...]
    answered: Number
    open: Number
    closed: tuple[str, ...]
    score: float | None = None
    band: str | None = None
    set_aside: tuple[str, ...]
    unknown: Unknown


class HtcdsLine(CaseFields, frozen=True, kw_only=True):
    """What comes of a record, in the words of a standard for cases.

    Attributes:
        id: that of the record. The standard has no field for one.
        htcds: the version of the standard.
    """

    id: str | int
    set: ScoredWith
    htcds: Literal["2.0"]


class ErrorLine(FileStruct, frozen=True, kw_only=True):
    """Why nothing comes of what stands where a record should; line is where it begins."""

    id: str | int | None
    line: Number
    error: str
