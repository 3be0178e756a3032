"""How one reading of a question takes the place of another (pure): an answer, an option, or the rest of a list."""

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from screening.engine.assess import Assessor, Effect
from screening.practice.question_marks import NOT_TICKED, TICKED, QuestionMarks
from screening.sets.answers import DECLINED, NOT_ASKED, RESTS, UNCLEAR, Answer, rest_of, ticks_of
from screening.sets.childhood import CHILDHOOD


class Exchange(Protocol):
    """What can be read in several ways."""

    @property
    def option(self) -> str | None:
        """Which of a list; None of its rest, and of a question where one answer is chosen."""

    def reading(self, answer: Answer) -> str | None:
        """How an answer reads it; None where it does not say."""

    def put(self, answer: Answer, reading: str) -> Answer | None:
        """The same answer but for another reading of this; None where no answer says just that."""

    def may_move(self, one: str, other: str) -> bool:
        """Whether a level could depend on which of two readings it is."""


class Effects(Struct, frozen=True):
    """What a question does.

    Attributes:
        could: all that it could show and raise; None of a circumstance.
        of: what each answer does.
        decides: whether it decides which other questions are asked, or which rules apply.
    """

    could: Effect | None
    of: dict[str, Effect]
    decides: bool

    def shows(self, answer: str) -> int:
        """What an answer shows, as bits."""
        return self.of[answer].shows if answer in self.of else 0


def exchanges(question: QuestionMarks, effects: Effects) -> Iterator[Exchange]:
    """All that can be read in several ways. "None of these" is the same as that nothing else is ticked."""
    if not question.item.several:
        yield _One(effects)
        return
    alone = frozenset(option.id for option in question.item.options if option.alone)
    for place in question.places:
        if place not in alone:
            yield _Ticked(place, alone, effects)
    yield _Rest(alone, effects)


def effects_in(assessor: Assessor, question: QuestionMarks) -> Effects:
    """What a question does in a set."""
    name = question.item.id
    decides = name in assessor.gates.decided_by or name in CHILDHOOD
    for each, could, of in assessor.effects:
        if each == name:
            return Effects(could, of, decides)
    return Effects(None, {}, decides)


class _One(Struct, frozen=True):
    """A question where one answer is chosen."""

    effects: Effects
    option: None = None

    def reading(self, answer: Answer) -> str | None:
        return answer if isinstance(answer, str) else answer[0]

    def put(self, answer: Answer, reading: str) -> Answer | None:  # noqa: ARG002
        return reading

    def may_move(self, one: str, other: str) -> bool:
        if self.effects.decides:
            return True
        if not {one, other}.isdisjoint({UNCLEAR, DECLINED}):
            return self.effects.could is not None and self.effects.could.shows != 0
        return self.effects.shows(one) != self.effects.shows(other)


class _Ticked(Struct, frozen=True):
    """An option of a list: ticked, or certainly not."""

    option: str
    alone: frozenset[str]
    effects: Effects

    def reading(self, answer: Answer) -> str | None:
        if self.option in ticks_of(answer):
            return TICKED
        return NOT_TICKED if rest_of(answer) is None else None

    def put(self, answer: Answer, reading: str) -> Answer | None:
        if rest_of(answer) is not None:
            # Where the rest is not known, what is not ticked is not known either.
            return None
        ticks = tuple(tick for tick in ticks_of(answer) if tick not in {self.option, *self.alone})
        return (*ticks, self.option) if reading == TICKED else ticks

    def may_move(self, one: str, other: str) -> bool:  # noqa: ARG002
        return self.effects.decides or self.effects.shows(self.option) != 0


class _Rest(Struct, frozen=True):
    """What is not ticked in a list: no, unclear or declined."""

    alone: frozenset[str]
    effects: Effects
    option: None = None

    def reading(self, answer: Answer) -> str | None:
        rest = rest_of(answer) or NOT_TICKED
        return None if rest == NOT_ASKED else rest

    def put(self, answer: Answer, reading: str) -> Answer | None:
        ticks = tuple(tick for tick in ticks_of(answer) if tick not in self.alone)
        if reading not in RESTS:
            return ticks
        return (*ticks, reading) if ticks else reading

    def may_move(self, one: str, other: str) -> bool:  # noqa: ARG002
        return self.effects.decides or (self.effects.could is not None and self.effects.could.shows != 0)
