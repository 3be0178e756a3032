"""A great many records, assessed fast (pure): what comes of one is put together from what came of others before it.

A record is a sum, to which every answer adds its own number: in fields of it stands how many indicators of each kind
a dimension has for certain and could have, how often each flag is raised, and which answers pathways meet. A few
dimensions together, and each pathway, look at their own bytes of the sum, and what they saw once they need not work out
again; nor is a level worked out again where the same numbers were reached. The sum is the same whichever rules apply;
what dimensions and levels come to is remembered for an adult and for a child apart. A level that was not seen yet, and
a pathway that depends on one, is asked of the `Assessor`, so that there is one place where it is decided. What is
remembered is bounded.

The sum is cut into its pieces at once, and these are looked up at once: no step is taken for each of them by itself.
"""

from collections.abc import Callable, Mapping
from operator import getitem
from typing import Any, Generic, Protocol

from msgspec import Struct

from screening.engine.assess import Assessor
from screening.engine.learned import LearnedAnswers, remember
from screening.engine.pattern_parts import AtEveryAge, Parts
from screening.engine.pattern_shows import Shown, Shows
from screening.engine.thresholds import Compared
from screening.sets.answers import Answer, Answers
from screening.sets.childhood import CHILDHOOD, child_rule_applies
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet


class Reads(Protocol):
    """Understands what is written, as `reading.records.RecordReader` does; raises what is wrong with it."""

    def answers(self, written: Mapping[str, Any]) -> dict[str, Answer]:
        """Answers to questions."""

    def circumstances(self, written: Mapping[str, Any]) -> dict[str, Answer]:
        """Circumstances."""


class Patterns(Generic[Shown]):
    """The rules of one set, ready to assess a great many records.

    Attributes:
        hits, misses: how many records were put together from what was known, and how many were not.
    """

    def __init__(self, indicator_set: IndicatorSet, reads: Reads, shows: Shows[Shown]) -> None:
        """Prepare the set; it must have been read without problems.

        Args:
            indicator_set: the set.
            reads: understands what is written in records.
            shows: how parts of an assessment are shown.
        """
        self._assessor = assessor = Assessor(indicator_set)
        self._reads, self._shows = reads, shows
        decisive = {*assessor.gates.decided_by, *CHILDHOOD}
        self._questions = sorted(decisive - CIRCUMSTANCES.keys())
        self._circumstances = sorted(decisive & CIRCUMSTANCES.keys())
        self._openings: dict[tuple[Any, ...], _Opening[Shown]] = {}
        compared = Compared(indicator_set, assessor.rules)
        shared = AtEveryAge(indicator_set, assessor, compared, shows)
        self._parts = {child: Parts(shared, assessor, compared, child, shows) for child in (True, False, None)}
        self._layout = layout = shared.layout
        self._open = {name: _learned(name, reads.answers, layout.said) for name in layout.questions}
        self._closed = {name: _learned(name, reads.answers, layout.aside_of) for name in layout.questions}
        self._of_person = {name: _learned(name, reads.circumstances, layout.said) for name in CIRCUMSTANCES}
        self.hits = self.misses = 0

    def assess(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> list[Shown]:
        """Assess what was recorded.

        Args:
            answers: as they are written, by the ids of questions. Several are read fastest as tuples.
            circumstances: likewise.

        Returns:
            The parts of the assessment, as they are shown, in the order of `Shows`; of dimensions as many as there are.

        Raises:
            Exception: what `reads` raises of something that is not of the set.
        """
        try:
            opening, number = self._sum(answers, circumstances)
        except (KeyError, TypeError):
            # The reading tells what is wrong. Where nothing is, there are lists, which cannot be looked up.
            self._read(answers, circumstances)
            opening, number = self._sum(_with_tuples(answers), _with_tuples(circumstances))
        try:
            shown = opening.parts.put_together(number, opening.closed)
        except KeyError:
            self.misses += 1
            opening.parts.learn(number, self._assessor.assess(self._read(answers, circumstances)))
            return opening.parts.put_together(number, opening.closed)
        self.hits += 1
        return shown

    def _sum(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> "tuple[_Opening[Shown], int]":
        """What the gates make of a record, and the sum that it is."""
        key = (*map(answers.get, self._questions), *map(circumstances.get, self._circumstances))
        opening = self._openings.get(key)
        if opening is None:
            opening = remember(self._openings, key, self._opening(self._read(answers, circumstances)))
        questions, of_person = opening.questions, self._of_person
        number = sum(map(getitem, map(questions.__getitem__, answers), answers.values()), opening.base)
        return opening, sum(map(getitem, map(of_person.__getitem__, circumstances), circumstances.values()), number)

    def _opening(self, recorded: Answers) -> "_Opening[Shown]":
        closed = tuple([name for name, truth in self._assessor.gates.test(recorded).items() if truth is False])
        return _Opening(
            self._parts[child_rule_applies(recorded)],
            self._layout.base(recorded, closed),
            {**self._open, **{name: self._closed[name] for name in closed}},
            self._shows.closed(closed),
        )

    def _read(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> dict[str, Answer]:
        return {**self._reads.answers(answers), **self._reads.circumstances(circumstances)}


class _Opening(Struct, Generic[Shown], frozen=True):
    """What the gates and the childhood of a record make of it; many records have the same.

    Attributes:
        base: what a record begins with, before its answers.
        questions: what each answer to them adds.
        closed: the questions that do not apply.
    """

    parts: Parts[Shown]
    base: int
    questions: Mapping[str, LearnedAnswers[int]]
    closed: Shown


def _learned(
    item: str, read: Callable[[Mapping[str, Any]], Answers], added: Callable[[str, Answer | None], int]
) -> LearnedAnswers[int]:
    """What is added where something is written for an item."""
    return LearnedAnswers(lambda value: added(item, read({item: value}).get(item)))


def _with_tuples(written: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in written.items()}
