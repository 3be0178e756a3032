"""What a set asks as frozen types: questions with their options, sections of them, and how circumstances are worded."""

from collections.abc import Mapping
from typing import Final, Literal

from msgspec import field
from msgspec.structs import replace

from screening.language.marks import gettext_noop
from screening.sets.conditions.types import Gate
from screening.sets.fields import FileStruct, Id, LongText, OptionId, Rating, ShortText, SourceNote, Value, Weight
from screening.sets.htcds import Htcds
from screening.sets.vocabulary import QuestionKind, Strength

# For whoever wants the labels as data; a person is shown those of `show.words`.
_YES: Final = gettext_noop("Yes")
_NO: Final = gettext_noop("No")
_YES_NO: Final = frozenset({"yes", "no"})
_NOTHING: Final = gettext_noop("None of this")


class Option(FileStruct, frozen=True, kw_only=True):
    """One answer to choose.

    Attributes:
        label_self: how it is called where the person reads and answers alone.
        alone: it excludes the others ("None of these").
        least, below: it is a band of a number, from `from` up to, but not including, `below`.
        weight, strength: it is a mark on a scale, and what its question rates counts so much.
        htcds: what it is called in a standard for cases, where it says more than the indicators that it shows.
    """

    id: OptionId
    label: ShortText
    label_self: ShortText | None = None
    shows: tuple[Id, ...] = ()
    raises: tuple[Id, ...] = ()
    alone: bool = False
    least: float | None = field(default=None, name="from")
    below: float | None = None
    weight: Weight | None = None
    strength: Strength | None = None
    htcds: Htcds | None = None

    @property
    def is_number_band(self) -> bool:
        """Whether it stands for a range of a number. The number itself is recorded nowhere."""
        return self.least is not None or self.below is not None

    @property
    def marks(self) -> bool:
        """Whether it says that what its question rates is there, and how much of it."""
        return bool(self.weight) or self.strength is not None


class Question(FileStruct, frozen=True, kw_only=True):
    """One thing to find out: `ask` is said to the person, `record` is the statement the screener marks.

    Kinds: asked; seen (a fact that the screener observed); impression (how somebody seems: always weak); known (filled
    in from what is known already, and never asked).

    One whose answers have a weight or a strength is a rating: it shows one indicator, which has its id.

    Attributes:
        ask_next, ask_next_self: a second line on the same topic, said after the first answer, where the mark depends on
            it. It is a way of asking, and not part of what an answer means.
        declined, declined_self: what it is called here not to want to say, such as that somebody wants a lawyer first.
        scale: the answers are those of the set's scale of this name.
        rate: the answers, short: what each mark says, and its number, which is its id and its weight. A mark of 0 may
            be left out.
        dimension: where a rating counts; it may be left out where a set has one only.
        counts: false where it is asked for the sake of asking, and nothing is meant to follow from it.
        source: what a rating, with its weights and strengths, is from; without it, that of the dimension.
        htcds: of a question without options, as that of an option.
    """

    id: Id
    kind: QuestionKind = "asked"
    say_first: LongText | None = None
    ask: ShortText | None = None
    ask_self: ShortText | None = None
    ask_next: ShortText | None = None
    ask_next_self: ShortText | None = None
    listen: LongText | None = None
    why: LongText | None = None
    record: ShortText
    options: tuple[Option, ...] = ()
    scale: Id | None = None
    rate: dict[ShortText, Rating] = {}
    choose: Literal["one", "several"] = "one"
    dimension: Id | None = None
    source: SourceNote | None = None
    declined: ShortText | None = None
    declined_self: ShortText | None = None
    shows: tuple[Id, ...] = ()
    raises: tuple[Id, ...] = ()
    counts: bool = True
    always: bool = False
    when: Gate | None = None
    htcds: Htcds | None = None

    @property
    def several(self) -> bool:
        """Whether more than one option may be ticked."""
        return self.choose == "several"

    @property
    def choices(self) -> tuple[Option, ...]:
        """Its definite answers. A yes/no question is short for two options, of which `yes` shows and raises."""
        if self.options or self.rate:
            given = self.options or marks_of(self.rate)
            return tuple(replace(each, shows=(self.id, *each.shows)) if each.marks else each for each in given)
        yes = Option(id="yes", label=_YES, shows=self.shows, raises=self.raises, htcds=self.htcds)
        return (yes, Option(id="no", label=_NO))

    @property
    def is_rating(self) -> bool:
        """Whether it asks how much of one thing there is."""
        return any(self.rate.values()) or any(option.marks for option in self.options)

    @property
    def could_show(self) -> tuple[str, ...]:
        """Every indicator that some answer shows, each once."""
        return tuple(dict.fromkeys(name for option in self.choices for name in option.shows))

    @property
    def could_raise(self) -> tuple[str, ...]:
        """Every flag that some answer raises, each once."""
        return tuple(dict.fromkeys(name for option in self.choices for name in option.raises))


def marks_of(rate: Mapping[str, int]) -> tuple[Option, ...]:
    """The marks of a short scale, in the order of their numbers. That there is nothing can always be said."""
    numbered = sorted((number, label) for label, number in rate.items())
    nothing = ((0, _NOTHING),) if _lacks_nothing(rate) else ()
    return tuple(Option(id=str(number), label=label, weight=number) for number, label in (*nothing, *numbered))


def unworded(question: Question) -> frozenset[str]:
    """The answers that the set does not word, so that the program does."""
    if question.options:
        return frozenset()
    if question.rate:
        return frozenset({"0"}) if _lacks_nothing(question.rate) else frozenset()
    return _YES_NO


def _lacks_nothing(rate: Mapping[str, int]) -> bool:
    return 0 not in rate.values()


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
