"""What each answer adds to the sum that a record is to `patterns`, and how to read it again (pure).

An answer adds what it changes: a question that was not answered yet is part of the sum already, as one that could still
show everything.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from screening.engine.assess import Assessor, meant_by
from screening.engine.learned import Learned
from screening.engine.pattern_fields import Field, Room
from screening.engine.pattern_indicators import Indicators
from screening.engine.thresholds import Compared
from screening.sets.answers import DECLINED, UNCLEAR, Answer, Answers, rest_of, ticks_of, values_of
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.compile import Test, compiled
from screening.sets.conditions.types import AnswerIs, FlagRaised
from screening.sets.conditions.walk import leaves
from screening.sets.model import IndicatorSet


class PathwayLooks(Struct, frozen=True):
    """What a pathway looks at.

    Attributes:
        pathway: its id.
        when: the condition that it opens on.
        where: the bytes in which the answers and flags stand.
        answers: for each item and the answers that open it: whether one was given, and whether one could be.
        flags: for each flag, as a bit: how many raise it, and how many could.
    """

    pathway: str
    when: Any
    where: slice
    answers: dict[tuple[str, tuple[str, ...]], tuple[Field, Field]]
    flags: dict[int, tuple[Field, Field]]

    @property
    def looks_at_answers(self) -> bool:
        """Whether it looks at answers or flags at all."""
        return bool(self.answers or self.flags)

    def test(self, flag_bit: Mapping[str, int]) -> Test[bytes]:
        """Whether it is open, by what stands there; None where it may open. Only for one that compares nothing.

        Args:
            flag_bit: the bit of each flag.
        """

        def leaf(leaf: AnswerIs | FlagRaised) -> Test[bytes]:
            match leaf:
                case AnswerIs():
                    certain, possible = self.answers[leaf.item, meant_by(leaf)]
                case FlagRaised():
                    certain, possible = self.flags[flag_bit[leaf.flag]]
            return lambda looked: True if certain.read(looked) else None if possible.read(looked) else False

        return compiled(self.when, leaf)

    def raised(self, raised: int, could_raise: int) -> int:
        """What flags add that are raised by an answer, or could be, as bits."""
        return sum(
            certain.one * bool(raised & bit) + possible.one * bool(could_raise & bit)
            for bit, (certain, possible) in self.flags.items()
        )


class Layout:
    """Where everything stands in the sum.

    Attributes:
        questions: their ids, in order.
        size: of the whole sum, in bytes.
        dimensions, free, bound: where dimensions look, pathways that compare nothing, and those that do.
        flags, aside, counts, unknown: the bytes of flags raised, of answers set aside, of how many questions have one,
            and of how many answers leave something unknown. They stand between the pathways.
    """

    def __init__(self, indicator_set: IndicatorSet, assessor: Assessor, compared: Compared) -> None:
        """Lay out a set.

        Args:
            indicator_set: the set.
            assessor: of the set.
            compared: what its levels and pathways compare.
        """
        room = Room()
        self._assessor = assessor
        self._effects = {question: (could, effects) for question, could, effects in assessor.effects}
        self.questions = tuple(self._effects)
        number = len(self.questions)
        shown = [could.shows for could, _ in self._effects.values()]
        self.dimensions = [Indicators(name, assessor.rules, shown, room) for name in assessor.rules.dimensions]
        pathways = [(each.id, each.when) for each in indicator_set.guidance if each.when is not None]
        self.free = [_looks(*each, assessor, room) for each in pathways if not compared.by(each[1], None)]
        fields, self.flags = room.take([number + 1] * len(assessor.flag_bit))
        self._flags = list(zip(assessor.flag_bit.items(), fields, strict=True))
        fields, self.aside = room.take([1] * number)
        self._aside = dict(zip(self.questions, fields, strict=True))
        self._counts, self.counts = room.take([number] * 2)
        self._unknown, self.unknown = room.take([number] * 3)
        self.bound = [_looks(*each, assessor, room) for each in pathways if compared.by(each[1], None)]
        self._pathways = [*self.free, *self.bound]
        self.size = room.size
        self._touched = {
            question: [added for each in self.dimensions for added in each.of_question(could.shows)]
            for question, (could, _) in self._effects.items()
        }
        # For each item, what opens pathways: the answers, and what is added where one was given and where one could be.
        self._opening: dict[str, list[tuple[frozenset[str], int, int]]] = {
            item: [] for item in (*self.questions, *CIRCUMSTANCES)
        }
        for looks in self._pathways:
            for (item, meant), (given, unknown) in looks.answers.items():
                self._opening[item].append((frozenset(meant), given.one, unknown.one))
        self._raised = Learned(self._flags_raised)
        self._unanswered = {item: self._added(item, None) for item in (*self.questions, *CIRCUMSTANCES)}

    def said(self, item: str, answer: Answer | None) -> int:
        """What an answer changes where its question is open.

        Args:
            item: the question or circumstance.
            answer: None where it was not asked.
        """
        return self._added(item, answer) - self._unanswered[item]

    def aside_of(self, question: str, answer: Answer | None) -> int:
        """What an answer to a closed question adds."""
        return self._aside[question].one if answer is not None else 0

    def base(self, answers: Answers, closed: Iterable[str]) -> int:
        """What a record begins with, before its answers: every question that applies as not answered, and the age."""
        shut = frozenset(closed)
        number = sum(added for item, added in self._unanswered.items() if item not in shut)
        age_raises = bool(is_perhaps_a_child(answers))
        could = age_raises or rest_of(answers.get("age")) is not None
        bit = self._assessor.flag_bit[CHILD_FLAG]
        return number + self._raised[bit if age_raises else 0, bit if could else 0]

    def flags_in(self, looked: bytes) -> tuple[str, ...]:
        """Raised flags, in order."""
        return tuple([flag for (flag, _), field in self._flags if field.read(looked)])

    def aside_in(self, looked: bytes) -> tuple[str, ...]:
        """Questions that were answered and are closed, in order."""
        return tuple([question for question, field in self._aside.items() if field.read(looked)])

    def counts_in(self, looked: bytes) -> list[int]:
        """How many questions are answered, and open."""
        return [field.read(looked) for field in self._counts]

    def unknown_in(self, looked: bytes) -> list[int]:
        """How many answers are unclear, declined, and known in part."""
        return [field.read(looked) for field in self._unknown]

    def _added(self, item: str, answer: Answer | None) -> int:
        number = 0
        rest, values = rest_of(answer), values_of(answer)
        for meant, given, unknown in self._opening[item]:
            if not meant.isdisjoint(values):
                number += given
            if rest is not None:
                number += unknown
        if item not in self._effects:
            return number
        could, effects = self._effects[item]
        shows = raises = 0
        for tick in ticks_of(answer):
            effect = effects[tick]
            shows |= effect.shows
            raises |= effect.raises
        could_show, could_raise = (shows, raises) if rest is None else (shows | could.shows, raises | could.raises)
        for mask, present, possible in self._touched[item]:
            number += (shows & mask).bit_count() * present + (could_show & mask).bit_count() * possible
        return number + self._raised[raises, could_raise] + self._counted(answer)

    def _flags_raised(self, bits: tuple[int, int]) -> int:
        raised, could_raise = bits
        number = sum(field.one for (_, bit), field in self._flags if raised & bit)
        return number + sum(looks.raised(raised, could_raise) for looks in self._pathways)

    def _counted(self, answer: Answer | None) -> int:
        (answered, open_), (unclear, declined, in_part) = self._counts, self._unknown
        if answer is None:
            return open_.one
        rest = rest_of(answer)
        if rest is None:
            return answered.one
        return answered.one + (in_part if ticks_of(answer) else {UNCLEAR: unclear, DECLINED: declined}[rest]).one


def _looks(pathway: str, when: Any, assessor: Assessor, room: Room) -> PathwayLooks:
    found = list(leaves(when))
    answers = list(dict.fromkeys((leaf.item, meant_by(leaf)) for leaf in found if isinstance(leaf, AnswerIs)))
    flags = list(dict.fromkeys(assessor.flag_bit[leaf.flag] for leaf in found if isinstance(leaf, FlagRaised)))
    most = len(assessor.effects) + 1
    fields, looked = room.take([*([1] * 2 * len(answers)), *([most] * 2 * len(flags))])
    pairs = list(zip(fields[::2], fields[1::2], strict=True))
    return PathwayLooks(
        pathway,
        when,
        looked,
        dict(zip(answers, pairs, strict=False)),
        dict(zip(flags, pairs[len(answers) :], strict=True)),
    )
