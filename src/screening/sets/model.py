"""The words of the program as frozen types. Knows nothing else of the program but the order of an interview.

The shapes of the files (indicator sets, guidance, vignettes, referral directories) are these types, and the JSON
Schemas are made from them, so that there is one source of truth.
"""

from collections.abc import Iterator, Mapping
from typing import Annotated, Final, Literal, get_args

from msgspec import Meta, Struct

from screening.language.marks import gettext_noop
from screening.sets.conditions.types import Gate, LevelRule, PathwayCondition, ReachableLevel
from screening.sets.order import QuestionStage, Stage, in_order

# --- closed vocabularies ---------------------------------------------------------------------------------------------

Strength = Literal["strong", "medium", "weak"]
Element = Literal["act", "means", "purpose"]
Level = Literal["clear_concern", "some_concern", "too_little_known", "none_recorded"]
Support = Literal["supported", "possible", "not_supported"]
QuestionKind = Literal["asked", "seen", "impression", "known"]
# What a set is taken for where none is named: a screening, a first meeting, or what is known already of a child.
Role = Literal["full", "short", "child"]
Grade = Literal["A", "B", "C", "project"]
Evidence = Literal["official", "second_hand", "repository", "article", "unverified"]
YesNo = Literal["yes", "no"]
Need = Literal[
    "emergency",
    "medical",
    "crisis-line",
    "child-protection",
    "anti-trafficking",
    "migrant-worker-help",
    "shelter",
    "social-welfare",
    "domestic-abuse",
    "sexual-violence",
    "labour-advice",
    "debt-advice",
    "legal-advice",
    "asylum-advice",
    "sex-worker-support",
    "residents-abroad",
    "scam-advice",
    "interpretation",
    "police",
    "police-complaint",
    "consulate",
    "immigration-enquiries",
    "discrimination-advice",
]

ELEMENTS: Final[tuple[Element, ...]] = ("act", "means", "purpose")
# Best first. `too_little_known` ranks with `none_recorded`: silence is no better news than nothing recorded.
RANK: Final[Mapping[Level, int]] = {"clear_concern": 2, "some_concern": 1, "too_little_known": 0, "none_recorded": 0}

UNCLEAR: Final = "unclear"
DECLINED: Final = "declined"
NOT_DEFINITE: Final = frozenset({UNCLEAR, DECLINED})
CHILD_FLAG: Final = "child"

# One answer: yes, no, unclear, declined or an option's id; several options are a tuple. Nothing at all is "not asked".
Answer = str | tuple[str, ...]
Answers = Mapping[str, Answer]


def values_of(answer: Answer | None) -> tuple[str, ...]:
    """An answer as the values chosen; none where nothing was answered."""
    if answer is None:
        return ()
    return answer if isinstance(answer, tuple) else (answer,)


class CircumstanceKind(Struct, frozen=True):
    """What one circumstance may hold.

    Attributes:
        values: the ids to choose from; empty where the choices come from elsewhere (places, districts, languages).
        several: whether more than one value may be chosen.
        stage: when it is asked.
        undecided: how doubt is recorded; age has a word of its own for it.
    """

    values: tuple[str, ...] = ()
    several: bool = False
    stage: Stage = "circumstances"
    undecided: str = UNCLEAR

    @property
    def wish(self) -> bool:
        """Whether it is one of the person's wishes, asked last and always."""
        return self.stage == "wishes"


_YES_NO = ("yes", "no")

# Asked only to choose rules and services, never scored: who somebody is, is never evidence.
CIRCUMSTANCES: Final[Mapping[str, CircumstanceKind]] = {
    "place": CircumstanceKind(stage="place"),
    "age": CircumstanceKind(("child", "adult", "unsure"), stage="age", undecided="unsure"),
    "under_18_when_it_began": CircumstanceKind(_YES_NO),
    "gender": CircumstanceKind(("woman", "man", "other")),
    "situation": CircumstanceKind(
        (
            "domestic-work",
            "other-work",
            "fishing",
            "commercial-sex",
            "online-or-phone-work",
            "begging-or-selling",
            "illicit-work",
            "marriage-or-family",
            "medical",
            "other",
        ),
        several=True,
    ),
    "identity_card": CircumstanceKind(_YES_NO),
    "may_stay": CircumstanceKind(_YES_NO),
    "languages": CircumstanceKind(several=True),
    "with_children": CircumstanceKind(_YES_NO),
    "abroad": CircumstanceKind(_YES_NO),
    "district": CircumstanceKind(),
    "wants": CircumstanceKind(("leave", "stay", "go_back"), stage="wishes"),
    "may_call": CircumstanceKind(_YES_NO, stage="wishes"),
    "police": CircumstanceKind(_YES_NO, stage="wishes"),
    "safe_to_reach": CircumstanceKind(_YES_NO, stage="wishes"),
}


def undecided(item: str) -> str:
    """How doubt is recorded of an item: in a circumstance's own word, and *unclear* of every question."""
    return CIRCUMSTANCES[item].undecided if item in CIRCUMSTANCES else UNCLEAR


class NeedKind(Struct, frozen=True):
    """What a need means for who is called.

    Attributes:
        urgent: nobody asks first, neither when it answers nor whether the police may hear of it.
        authority: an authority meets it, and not everybody wants to be known to one.
        from_abroad: it is met at home for whoever is held abroad, and comes before everything else for them.
        against_a_state: whoever needs it may need protection from a state, and from what belongs to that.
        first_for_child: it is what a child, or perhaps a child, needs whatever else there is.
    """

    urgent: bool = False
    authority: bool = False
    from_abroad: bool = False
    against_a_state: bool = False
    first_for_child: bool = False


# The one place that says what a need means: everybody else asks for a property, and never for a name.
NEEDS: Final[Mapping[Need, NeedKind]] = {
    **dict.fromkeys(get_args(Need), NeedKind()),
    "emergency": NeedKind(urgent=True),
    "child-protection": NeedKind(first_for_child=True),
    "asylum-advice": NeedKind(against_a_state=True),
    "residents-abroad": NeedKind(from_abroad=True),
    "police": NeedKind(authority=True),
    "police-complaint": NeedKind(authority=True),
    "consulate": NeedKind(authority=True),
    "immigration-enquiries": NeedKind(authority=True),
}

# --- texts and ids ---------------------------------------------------------------------------------------------------

# Python's `$` would let a new line at the end pass, and the schema is read by others, who know no `\\Z`.
_END = r"$(?!\n)"

Id = Annotated[
    str,
    Meta(
        pattern=rf"^[a-z][a-z0-9]*([_-][a-z0-9]+)*{_END}",
        max_length=64,
        description=gettext_noop("Use small letters, digits, and - or _ between them."),
    ),
]
# Of a circumstance that a set brings its own values for: a language's code may have capitals.
Value = Annotated[
    str,
    Meta(
        pattern=rf"^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*{_END}",
        max_length=64,
        description=gettext_noop("Use letters, digits, and - or _ between them."),
    ),
]
# For whoever wants the labels as data; a person is shown those of `show.words`.
_YES: Final = gettext_noop("Yes")
_NO: Final = gettext_noop("No")
LongText = Annotated[str, Meta(min_length=1, max_length=1000)]
ShortText = Annotated[str, Meta(min_length=1, max_length=300)]
Count = Annotated[int, Meta(ge=1, le=10_000)]
Weight = Annotated[float, Meta(ge=0, le=10_000)]
# As exact as the page where it was seen, never more.
LooseDate = Annotated[
    str,
    Meta(
        pattern=rf"^(unknown|[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?){_END}",
        description=gettext_noop("Write a year, a year and month or a day, such as '2019-06', or unknown."),
    ),
]
Day = Annotated[
    str,
    Meta(
        pattern=rf"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_END}",
        description=gettext_noop("Write a day, such as '2026-01-31'."),
    ),
]
PlaceCode = Annotated[
    str,
    Meta(
        pattern=rf"^[a-z]{{2,8}}{_END}", description=gettext_noop("Write a place's code in small letters, such as hk.")
    ),
]

LanguageCode = Annotated[
    str,
    Meta(
        pattern=rf"^[a-z]{{2,3}}(-[A-Z][a-z]{{3}})?(-[A-Z]{{2}})?{_END}",
        description=gettext_noop("Write the code of a language, such as en, yue for Cantonese, or zh-Hant."),
    ),
]


class FileStruct(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of everything that is written in a file: frozen, named fields, nothing unknown."""


# --- an indicator set ------------------------------------------------------------------------------------------------


class SourceNote(FileStruct, frozen=True, kw_only=True):
    """Where something is from, and how well that was checked.

    A: text of the issuing body; B: a page that reproduces it; C: only a derived work; project: our own.
    """

    ref: Id | None = None
    grade: Grade


class ByAge(FileStruct, frozen=True, kw_only=True):
    """A strength for each age. A child without one of its own has the adult's; an adult without one is not counted."""

    adult: Strength | None = None
    child: Strength | None = None


class Indicator(FileStruct, frozen=True, kw_only=True):
    """A fact that counts."""

    id: Id
    states: ShortText
    dimension: Id
    strength: Strength | ByAge | None = None
    covers: tuple[str, ...] = ()
    source: SourceNote | None = None
    strength_source: SourceNote | None = None
    weight: Weight | None = None

    def strength_for(self, child: bool) -> Strength | None:
        """The strength at this age; never lower for a child than for an adult (law 7). None: not counted."""
        if not isinstance(self.strength, ByAge):
            return self.strength
        adult, own = self.strength.adult, self.strength.child
        if not child:
            return adult
        known = [strength for strength in (adult, own) if strength is not None]
        return min(known, key=STRENGTHS.index, default=None)


STRENGTHS: Final[tuple[Strength, ...]] = ("strong", "medium", "weak")


class Option(FileStruct, frozen=True, kw_only=True):
    """One answer to choose.

    Attributes:
        label_self: how it is called where the person reads and answers alone.
        alone: it excludes the others ("None of these").
    """

    id: Id
    label: ShortText
    label_self: ShortText | None = None
    shows: tuple[Id, ...] = ()
    raises: tuple[Id, ...] = ()
    alone: bool = False


class Question(FileStruct, frozen=True, kw_only=True):
    """One thing to find out: `ask` is said to the person, `record` is the statement the screener marks.

    Kinds: asked; seen (a fact that the screener observed); impression (how somebody seems: always weak); known (filled
    in from what is known already, and never asked).
    """

    id: Id
    kind: QuestionKind = "asked"
    say_first: LongText | None = None
    ask: ShortText | None = None
    ask_self: ShortText | None = None
    listen: LongText | None = None
    why: LongText | None = None
    record: ShortText
    options: tuple[Option, ...] = ()
    choose: Literal["one", "several"] = "one"
    shows: tuple[Id, ...] = ()
    raises: tuple[Id, ...] = ()
    always: bool = False
    when: Gate | None = None

    @property
    def several(self) -> bool:
        """Whether more than one option may be ticked."""
        return self.choose == "several"

    @property
    def choices(self) -> tuple[Option, ...]:
        """Its definite answers. A yes/no question is short for two options, of which `yes` shows and raises."""
        if self.options:
            return self.options
        yes = Option(id="yes", label=_YES, shows=self.shows, raises=self.raises)
        return (yes, Option(id="no", label=_NO))

    @property
    def could_show(self) -> tuple[str, ...]:
        """Every indicator that some answer shows, each once."""
        return tuple(dict.fromkeys(name for option in self.choices for name in option.shows))

    @property
    def could_raise(self) -> tuple[str, ...]:
        """Every flag that some answer raises, each once."""
        return tuple(dict.fromkeys(name for option in self.choices for name in option.raises))


class Section(FileStruct, frozen=True, kw_only=True):
    """Questions that belong together."""

    id: Id
    title: ShortText | None = None
    when: Gate | None = None
    questions: tuple[Question, ...]


class CircumstanceWording(FileStruct, frozen=True, kw_only=True):
    """How a set asks for a circumstance. Without `ask` the screener fills it in, and it is not read out."""

    id: Id
    ask: ShortText | None = None
    record: ShortText
    listen: LongText | None = None
    why: LongText | None = None
    labels: dict[Value, ShortText] = {}


class SectionStage(FileStruct, frozen=True, kw_only=True):
    """Where a section stands in the interview."""

    id: Id
    stage: QuestionStage


class Dimension(FileStruct, frozen=True, kw_only=True):
    """A group of indicators with a rule for when it is supported."""

    element: Element | None = None
    rule: Id
    title: ShortText


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


class Band(FileStruct, frozen=True, kw_only=True):
    """A range of a sum score, from `score` up to the next band, mapped onto a level."""

    id: Id
    title: ShortText
    score: Weight
    level: ReachableLevel


class Flag(FileStruct, frozen=True, kw_only=True):
    """Something urgent. Its card is shown at once when an answer raises it."""

    id: Id
    title: ShortText
    do: tuple[ShortText, ...]
    do_not: tuple[ShortText, ...] = ()
    needs: tuple[Need, ...] = ()


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


class SetFile(FileStruct, frozen=True, kw_only=True):
    """`set.yaml`: what holds a set together. With `extends`, only what differs from the set of that id is written.

    Attributes:
        roles: what it is taken for where no set is named. Never from a set that it extends.
    """

    id: Id
    version: Annotated[str, Meta(min_length=1, max_length=20)]
    title: ShortText
    roles: tuple[Role, ...] = ()
    extends: Id | None = None
    leave_out: LeaveOut = LeaveOut()
    audience: Literal["officer", "caseworker", "person"] = "officer"
    about: LongText | None = None
    card: tuple[ShortText, ...] = ()
    agreement: LongText | None = None
    not_now: tuple[ShortText, ...] = ()
    closing_card: tuple[ShortText, ...] = ()
    circumstances: tuple[CircumstanceWording, ...] = ()
    sections: tuple[SectionStage, ...]
    elements: dict[Element, ShortText] = {}
    dimensions: dict[Id, Dimension] = {}
    rules: dict[Id, tuple[Alternative, ...]] = {}
    levels: Levels = Levels()
    bands: tuple[Band, ...] = ()
    flags: tuple[Flag, ...] = ()
    sources: dict[Id, Source] = {}


class Pathway(FileStruct, frozen=True, kw_only=True):
    """A block of guidance with the services it needs. Without `when` it is always open."""

    id: Id
    when: PathwayCondition | None = None
    title: ShortText
    do: tuple[ShortText, ...]
    do_not: tuple[ShortText, ...] = ()
    needs: tuple[Need, ...] = ()


class Expect(FileStruct, frozen=True, kw_only=True):
    """What a vignette must come to. What is named must be equal; `flags` and `pathways` are whole lists."""

    level: Level | None = None
    bounds: tuple[Level, Level] | None = None
    settled: bool | None = None
    elements: dict[Element, Support] = {}
    dimensions: dict[Id, Support] = {}
    flags: tuple[Id, ...] | None = None
    pathways: tuple[Id, ...] | None = None


class Vignette(FileStruct, frozen=True, kw_only=True):
    """An invented case with a key: a test of the set, and an exercise for a workshop.

    Attributes:
        demo: it is the example that is played where none is named. The last of a set counts.
    """

    id: Id
    title: ShortText
    demo: bool = False
    story: Annotated[str, Meta(min_length=1, max_length=4000)]
    circumstances: dict[str, str | tuple[str, ...]] = {}
    answers: dict[str, str | tuple[str, ...]] = {}
    expect: Expect
    teaches: LongText


class Extended(Struct, frozen=True, kw_only=True):
    """The set that another one extends, and the one that it extends itself."""

    id: str
    version: str
    extends: "Extended | None" = None


class IndicatorSet(Struct, frozen=True, kw_only=True):
    """A whole set, read and found sound. What it extends is part of it."""

    about: SetFile
    extends: Extended | None = None
    indicators: tuple[Indicator, ...]
    sections: tuple[Section, ...]
    guidance: tuple[Pathway, ...] = ()
    vignettes: tuple[Vignette, ...] = ()

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
