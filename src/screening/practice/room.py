"""What a room made of invented cases, as frozen types: one seat's record, and the report of all of them (pure).

Ids and numbers only; how it is said is the business of `show`. `report` makes a report, `rounds` compares two.

Words, the same all through. A *case* is a vignette, by its id. Its *key* is the record that the vignette has of it, and
what the set makes of that record. A *mark* is what one seat marked at one question, or at one option of a list. Someone
is *referred* from `some_concern` up: only from there a result says that something points to trafficking.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args

from msgspec import Struct

from screening.sets.answers import Answer, Answers
from screening.sets.items import ItemKind
from screening.sets.vocabulary import RANK, Element, Level

# With four people one of them is a quarter of the room, and even where all four are right the interval begins at 51 %.
# And of so few everybody knows who was meant.
SMALLEST_ROOM: Final = 5
# Over fewer cases an indicator is hardly there in one and not in another, and little is left to agree on but chance.
FEWEST_CASES: Final = 3

# What a mark is beside that of the key. Agrees: the same, an *unclear* for an *unclear* too. Differs: another one, and
# so a yes or no where the key says that it is not known. Unknown: unclear, declined or not asked, where the key says
# something else. Closed: the question does not apply after this seat's other answers. No key: the key is silent.
AgainstKey = Literal["agrees", "differs", "unknown", "closed", "no_key"]
# How an option of a list stands. What is not ticked is *no* only where nothing else is said of the rest.
Tick = Literal["ticked", "not_ticked", "unclear", "declined", "not_asked"]
# Whether the share of those who were right is one of the people who should be referred, or of those who should not.
Measure = Literal["sensitivity", "specificity"]
# Why there is no alpha. No variation: all marks are the same, and nothing is expected by chance.
WhyNoAlpha = Literal["few_people", "few_cases", "no_variation", "not_installed"]

TICKS: Final[tuple[Tick, ...]] = get_args(Tick)
LevelCounts = Mapping[Level, int]


def count_levels(reached: Iterable[Level]) -> LevelCounts:
    """How many reached each level, the highest first; those that nobody reached left out."""
    counted = Counter(reached)
    return {level: counted[level] for level in RANK if level in counted}


def is_referred(level: Level) -> bool:
    """Whether somebody with this level is referred as perhaps trafficked."""
    return RANK[level] > 0


class Sheet(Struct, frozen=True):
    """One seat's record of one case.

    Attributes:
        seat: where somebody sits. Each sheet of a case counts as one person, so that a seat hands in one of each.
        answers: to questions, circumstances and wishes, as in any record.
    """

    seat: str
    case: str
    answers: Answers


class Share(Struct, frozen=True):
    """So many of so many."""

    part: int
    whole: int

    @property
    def rate(self) -> float | None:
        """From 0 to 1; None of nothing."""
        return self.part / self.whole if self.whole else None


class Interval(Struct, frozen=True):
    """Between which values something lies, at 95 %."""

    low: float
    high: float


class Right(Struct, frozen=True):
    """How many referred, of a case that should be; or did not, of one that should not.

    Attributes:
        interval: Wilson's, over people on this one case; None in a room that is too small.
    """

    measure: Measure
    share: Share
    interval: Interval | None


class MarkCount(Struct, frozen=True):
    """One mark, and where those who made it arrived.

    Attributes:
        mark: an answer to a question where one is chosen, or *not_asked*; of an option, a `Tick`.
        seats: how many made it.
        levels: which levels they reached, with all their other answers.
    """

    mark: str
    seats: int
    levels: LevelCounts


class OptionReport(Struct, frozen=True):
    """One option of a list.

    Attributes:
        key: None where the key is silent.
        given: most frequent first; those for whom the question is closed are not among them.
        agreed: of those who agree with the key or differ from it.
        unknown: how many left unknown what the key has.
        same: of all pairs of people who both marked it, those who marked the same; *unclear* is a mark, *not asked* is
            none.
    """

    option: str
    key: Tick | None
    given: tuple[MarkCount, ...]
    agreed: Share
    unknown: int
    same: Share


class QuestionReport(Struct, frozen=True):
    """One question, circumstance or wish of a case.

    Attributes:
        key: None where the key is silent.
        given: most frequent first; empty for a list.
        options: of a list, in the set's order; else empty.
        against_key: for each seat of the case, in their order. Of a list: *differs* if any option does; else *unknown*
            if any is; else *agrees*.
        agreed: of those who agree with the key or differ from it.
        unknown, closed: how many left unknown what the key has; for how many it does not apply.
        same: of all pairs of people who both marked it, those of whom no mark is another.
        apart: of all pairs of people on the case, those whom it divided; by this the questions are ranked.
    """

    question: str
    kind: ItemKind
    key: Answer | None
    given: tuple[MarkCount, ...]
    options: tuple[OptionReport, ...]
    against_key: tuple[AgainstKey, ...]
    agreed: Share
    unknown: int
    closed: int
    same: Share
    apart: Share


class CaseReport(Struct, frozen=True):
    """One case.

    Attributes:
        seats: who handed in a sheet, in the order of these; one person each.
        small: whether there are too few for an interval.
        key_level: what the key comes to.
        reached: the level of each seat.
        levels: how many reached each.
        under_referred: how many did not refer, where the key does.
        over_referred: how many referred, where the key does not.
        right: sensitivity or specificity, whichever this key asks for.
        flags_missed: of the flags that the key raises, how many did not have each; in the set's order.
        elements: how many have it supported, possible or not, just as the key has; of a set without elements, none.
        same_level: how many reached the very level of the key.
        questions: whatever the key or anybody answered, in the order of the interview.
    """

    case: str
    seats: tuple[str, ...]
    small: bool
    key_level: Level
    reached: tuple[Level, ...]
    levels: LevelCounts
    under_referred: int
    over_referred: int
    right: Right
    flags_missed: Mapping[str, int]
    elements: Mapping[Element, Share]
    same_level: Share
    questions: tuple[QuestionReport, ...]

    @property
    def divided(self) -> tuple[QuestionReport, ...]:
        """The questions that divided the room, the most first; with equal ones in the order of the interview."""
        found = (question for question in self.questions if question.apart.part)
        return tuple(sorted(found, key=lambda question: -question.apart.part))


class Divided(Struct, frozen=True):
    """A question that divided the room, over all cases.

    Attributes:
        apart: of all pairs of people on the cases where at least two marked it, those whom it divided.
        cases: where it did, the most first.
    """

    question: str
    apart: Share
    cases: tuple[str, ...]


class Shift(Struct, frozen=True):
    """What two readings come to with the rest of the same sheets.

    Attributes:
        levels: with the first reading, and with the second.
        sheets: how many of those that have either reading.
    """

    levels: tuple[Level, Level]
    sheets: int


class Moved(Struct, frozen=True):
    """A question of which two readings lead to two levels: a sheet with one of them is assessed with the other instead.

    Attributes:
        option: of a list, the option that is ticked by one reading and not by the other; None of a list where the
            readings say how its rest stands, and of a question where one answer is chosen.
        readings: of an option *ticked* and *not_ticked*; of a rest *not_ticked*, *unclear* or *declined*; else two
            answers.
        seats: how many have each reading; the key is none of them.
        keyed: which of the two the key has; None if neither.
        shifts: only where the levels are two; the most frequent first.
        sheets: how many were tried.
    """

    case: str
    question: str
    option: str | None
    readings: tuple[str, str]
    seats: tuple[int, int]
    keyed: str | None
    shifts: tuple[Shift, ...]
    sheets: int

    @property
    def moved(self) -> int:
        """How many sheets have another level with the other reading."""
        return sum(shift.sheets for shift in self.shifts)


class Alpha(Struct, frozen=True):
    """Krippendorff's alpha, nominal, with missing values: of indicators that are there or not, over several cases.

    Attributes:
        value: 1 where all agree, 0 where they agree as by chance; less where they contradict one another.
        at_random: what it would be, of the same cases, for people who answer every question at random. It is not quite
            0: some indicators can hardly be found, whatever is answered, and on these they agree.
        interval: over resampled units; None where too many resamples have no alpha.
        cases: how many it is of.
        units: how many pairs of case and indicator at least two people knew something of.
        people: how many seats.
    """

    value: float
    at_random: float
    interval: Interval | None
    cases: int
    units: int
    people: int


class NoAlpha(Struct, frozen=True):
    """That there is no alpha, and why."""

    why: WhyNoAlpha


class RoomReport(Struct, frozen=True):
    """What a room made of one case or several.

    Attributes:
        cases: in the order in which they were asked for; those without a sheet left out.
        elements, same_level: as of each case, over all sheets.
        divided: the questions that divided the room over all cases, the most first.
        moved: for authors: the readings that lead to two levels. Those first over which most people disagreed, as far
            as the level moved.
    """

    cases: tuple[CaseReport, ...]
    elements: Mapping[Element, Share]
    same_level: Share
    divided: tuple[Divided, ...]
    moved: tuple[Moved, ...]
    alpha: Alpha | NoAlpha
