"""An indicator set as frozen types: what its files hold, and the whole of it, read and found sound.

The shapes of the files are these types, and the JSON Schemas are made from them, so that there is one source of truth.
"""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta, Struct

from screening.sets.conditions.types import LevelRule, ReachableLevel
from screening.sets.fields import (
    BriefText,
    Count,
    FileStruct,
    Id,
    LanguageCode,
    LongText,
    OptionId,
    Rating,
    ShortText,
    SourceNote,
    Weight,
)
from screening.sets.guidance import Flag, Pathway
from screening.sets.htcds import Htcds
from screening.sets.order import QuestionStage, in_order
from screening.sets.questions import CircumstanceWording, Option, Question, Section
from screening.sets.vignette import Vignette
from screening.sets.vocabulary import STRENGTHS, Element, Level, Role, Strength


class ByAge(FileStruct, frozen=True, kw_only=True):
    """A strength for each age. A child without one of its own has the adult's; an adult without one is not counted."""

    adult: Strength | None = None
    child: Strength | None = None


class Indicator(FileStruct, frozen=True, kw_only=True):
    """A fact that counts.

    Attributes:
        brief: what it states in a few words, as the first page of a result names it.
        htcds: what it is called in a standard for cases, where it certainly is that.
    """

    id: Id
    states: ShortText
    brief: BriefText | None = None
    dimension: Id
    strength: Strength | ByAge | None = None
    covers: tuple[str, ...] = ()
    source: SourceNote | None = None
    strength_source: SourceNote | None = None
    weight: Weight | None = None
    htcds: Htcds | None = None

    def strength_for(self, child: bool) -> Strength | None:
        """The strength at this age; never lower for a child than for an adult (law 7). None: not counted."""
        if not isinstance(self.strength, ByAge):
            return self.strength
        adult, own = self.strength.adult, self.strength.child
        if not child:
            return adult
        known = [strength for strength in (adult, own) if strength is not None]
        return min(known, key=STRENGTHS.index, default=None)


class SectionStage(FileStruct, frozen=True, kw_only=True):
    """Where a section stands in the interview."""

    id: Id
    stage: QuestionStage


class Dimension(FileStruct, frozen=True, kw_only=True):
    """A group of indicators with a rule for when it is supported.

    Attributes:
        source: what the ratings in it are from, unless one says otherwise.
        htcds: what it is called in a standard for cases, once it is supported.
    """

    element: Element | None = None
    rule: Id
    title: ShortText
    source: SourceNote | None = None
    htcds: Htcds | None = None


class Alternative(FileStruct, frozen=True, kw_only=True):
    """One way to satisfy a rule: counts that must all hold; a stronger indicator stands in for a weaker."""

    strong: Count | None = None
    medium_or_strong: Count | None = None
    total: Count | None = None
    score: Weight | None = None


class Levels(FileStruct, frozen=True, kw_only=True):
    """The rule of each level above `none_recorded`. A set may leave out `clear_concern`."""

    clear_concern: LevelRule | None = None
    some_concern: LevelRule | None = None


class Headline(FileStruct, frozen=True, kw_only=True):
    """How a set calls a level. Never a verdict.

    Attributes:
        says: the first sentence of a result.
        name: its name in the middle of a sentence.
    """

    says: ShortText
    name: ShortText | None = None


class Band(FileStruct, frozen=True, kw_only=True):
    """A range of a sum score, from `score` up to the next band, mapped onto a level.

    Attributes:
        headline: the first sentence of a result in this band.
    """

    id: OptionId
    title: ShortText
    score: Weight
    level: ReachableLevel
    headline: ShortText | None = None


class Source(FileStruct, frozen=True, kw_only=True):
    """A text that something in the set rests on. `short` is how it is named beside an indicator."""

    title: ShortText
    short: ShortText | None = None
    year: str | None = None
    address: ShortText | None = None
    note: LongText | None = None


class LeaveOut(FileStruct, frozen=True, kw_only=True):
    """What a set that extends another does without: ids of that one's, by their kind."""

    circumstances: tuple[Id, ...] = ()
    sections: tuple[Id, ...] = ()
    questions: tuple[Id, ...] = ()
    indicators: tuple[Id, ...] = ()
    flags: tuple[Id, ...] = ()
    pathways: tuple[Id, ...] = ()
    vignettes: tuple[Id, ...] = ()


class GoesOn(FileStruct, frozen=True, kw_only=True):
    """The set in which the talk may go on, and what is known there by what was told here.

    Only what certainly means the same belongs here: all else is asked. Circumstances are known by their ids.

    Attributes:
        set: the id of the other set.
        same: questions that both have under one id, with one statement and the same answers.
        answers: for an answer to a question of this set, questions of the other one with the answer that it means.
    """

    set: Id
    same: tuple[Id, ...] = ()
    answers: dict[Id, dict[OptionId, dict[Id, OptionId]]] = {}


class SetFile(FileStruct, frozen=True, kw_only=True):
    """`set.yaml`: what holds a set together. With `extends`, only what differs from the set of that id is written.

    Attributes:
        roles: what it is taken for where no set is named. Never from a set that it extends.
        language: of its own texts.
        languages: into which every text is translated, reviewed or not. Never from a set that it extends.
        settles: false where every item is wanted, so that nobody is offered to stop early.
        goes_on: the longer set that may follow it in the same talk. Never from a set that it extends.
        child_card: false in a set for children, where the card that stops the questions would come each time.
        agreement: what asks the person to agree to the talk, where only this program hears of the answers.
        agreement_if_kept: the same where answers are written down or sent, as on paper and on telephones. It goes with
            `agreement`: where a set has one of its own, that of the set that it extends is gone.
        headlines: what it calls the levels.
        scales: answers that several questions have in common, each as a list of options or as short as in `rate`.
    """

    id: Id
    version: Annotated[str, Meta(min_length=1, max_length=20)]
    title: ShortText
    roles: tuple[Role, ...] = ()
    extends: Id | None = None
    leave_out: LeaveOut = LeaveOut()
    language: LanguageCode = "en"
    languages: tuple[LanguageCode, ...] = ()
    audience: Literal["officer", "caseworker", "person"] = "officer"
    settles: bool = True
    child_card: bool = True
    goes_on: GoesOn | None = None
    about: LongText | None = None
    card: tuple[ShortText, ...] = ()
    agreement: LongText | None = None
    agreement_if_kept: LongText | None = None
    not_now: tuple[ShortText, ...] = ()
    closing_card: tuple[ShortText, ...] = ()
    circumstances: tuple[CircumstanceWording, ...] = ()
    sections: tuple[SectionStage, ...]
    scales: dict[Id, tuple[Option, ...] | dict[ShortText, Rating]] = {}
    elements: dict[Element, ShortText] = {}
    dimensions: dict[Id, Dimension] = {}
    rules: dict[Id, tuple[Alternative, ...]] = {}
    levels: Levels = Levels()
    headlines: dict[Level, Headline] = {}
    bands: tuple[Band, ...] = ()
    flags: tuple[Flag, ...] = ()
    sources: dict[Id, Source] = {}


class Extended(Struct, frozen=True, kw_only=True):
    """The set that another one extends, and the one that it extends itself."""

    id: str
    version: str
    extends: "Extended | None" = None


class Wording(Struct, frozen=True, kw_only=True):
    """Of a set in another language: which one, and how far that goes.

    Attributes:
        language: its tag.
        written: the set as it was written, of which fingerprints and codes are made.
        unreviewed: the ids of the texts that no native speaker has reviewed.
        as_written: the ids of the texts that are still as they were written.
    """

    language: str
    written: "IndicatorSet"
    unreviewed: frozenset[str] = frozenset()
    as_written: frozenset[str] = frozenset()


class IndicatorSet(Struct, frozen=True, kw_only=True):
    """A whole set, read and found sound. What it extends is part of it.

    Attributes:
        wording: where it is in another language than it was written in.
    """

    about: SetFile
    extends: Extended | None = None
    indicators: tuple[Indicator, ...]
    sections: tuple[Section, ...]
    guidance: tuple[Pathway, ...] = ()
    vignettes: tuple[Vignette, ...] = ()
    wording: Wording | None = None

    @property
    def written(self) -> "IndicatorSet":
        """The set as it was written."""
        return self.wording.written if self.wording is not None else self

    def questions(self) -> Iterator[tuple[QuestionStage, Section, Question]]:
        """Every question with its stage and section, in the order of the interview; sections as `set.yaml` lists them.

        A section that is listed and not there asks nothing.
        """
        by_id = {section.id: section for section in self.sections}
        for staged in in_order(self.about.sections):
            if staged.id in by_id:
                section = by_id[staged.id]
                for question in section.questions:
                    yield staged.stage, section, question

    @property
    def asks(self) -> bool:
        """Whether anybody is asked anything; otherwise all is filled in from what is known or was seen."""
        return any(question.kind == "asked" for _, _, question in self.questions())
