"""A great many records, assessed fast (pure): what comes of one is put together from what came of others before it.

A record is a sum, to which every answer adds its own number: in fields of it stands how many indicators of each kind
a dimension has for certain and could have, how often each flag is raised, and which answers pathways meet. A few
dimensions together, and each pathway, look at their own bytes of the sum, and what they saw once they need not work out
again; nor is a level worked out again where the same numbers were reached. A level or a pathway that was not seen yet
is asked of the `Assessor`, so that there is one place where it is decided. What is remembered is bounded.
"""

from collections.abc import Callable, Mapping
from operator import getitem, itemgetter
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from screening.engine.assess import Assessor
from screening.engine.learned import LearnedAnswers, remember
from screening.engine.pattern_layout import Layout
from screening.engine.pattern_parts import Parts, Shows
from screening.engine.thresholds import Compared
from screening.sets.answers import Answer, Answers
from screening.sets.childhood import CHILDHOOD, child_rule_applies
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet

_COUNTED = itemgetter(0)

Shown = TypeVar("Shown")


class Reads(Protocol):
    """Understands what is written, as `reading.records.RecordReader` does; raises what is wrong with it."""

    def answers(self, written: Mapping[str, Any]) -> dict[str, Answer]:
        """Answers to questions."""

    def circumstances(self, written: Mapping[str, Any]) -> dict[str, Answer]:
        """Circumstances."""


class Pattern(Struct, Generic[Shown], gc=False):
    """What comes of one record, as `Assessment` has it, in parts as they are shown.

    Attributes:
        dimensions: some that follow each other in the second place of each; the first is what they add to what is
            compared.
        settled: whether no further answer can change the level or open a pathway.
    """

    levels: Shown
    settled: bool
    elements: Shown
    dimensions: list[tuple[int, Shown]]
    flags: Shown
    pathways: Shown
    closed: Shown
    set_aside: Shown
    counts: Shown


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
        parts = {child: Parts(indicator_set, assessor, compared, child, shows) for child in (True, False, None)}
        # What is read of an answer is the same at every age.
        questions = {name: _read_as(name, reads.answers) for name in parts[True].layout.questions}
        others = {name: _read_as(name, reads.circumstances) for name in CIRCUMSTANCES}
        self._by_age = {child: (of_age, _Added(of_age.layout, questions, others)) for child, of_age in parts.items()}
        self._reached = compared.reached
        self.hits = self.misses = 0

    def assess(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> Pattern[Shown]:
        """Assess what was recorded.

        Args:
            answers: as they are written, by the ids of questions. Several are read fastest as tuples.
            circumstances: likewise.

        Raises:
            Exception: what `reads` raises of something that is not of the set.
        """
        try:
            opening, number = self._sum(answers, circumstances)
        except (KeyError, TypeError):
            # The reading tells what is wrong. Where nothing is, there are lists, which cannot be looked up.
            self._read(answers, circumstances)
            opening, number = self._sum(_with_tuples(answers), _with_tuples(circumstances))
        parts = opening.parts
        layout = parts.layout
        held = number.to_bytes(layout.size, "little")
        dimensions = parts.dimensions(held)
        total = self._reached(sum(map(_COUNTED, dimensions)))
        levels = parts.levels.get(total & parts.by_levels)
        pathways = parts.pathways(held, total)
        if levels is None or pathways is None:
            self.misses += 1
            assessment = self._assessor.assess(self._read(answers, circumstances))
            levels, pathways = parts.learn(held, total, assessment)
        else:
            self.hits += 1
        return Pattern(
            levels.levels,
            levels.settled and not pathways[1],
            levels.elements,
            dimensions,
            parts.flags[held[layout.flags]],
            pathways[0],
            opening.closed,
            parts.aside[held[layout.aside]],
            parts.counts[held[layout.counts]],
        )

    def _sum(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> "tuple[_Opening[Shown], int]":
        key = (*map(answers.get, self._questions), *map(circumstances.get, self._circumstances))
        opening = self._openings.get(key)
        if opening is None:
            opening = remember(self._openings, key, self._opening(self._read(answers, circumstances)))
        questions, others = opening.questions, opening.circumstances
        number = sum(map(getitem, map(questions.__getitem__, answers), answers.values()), opening.base)
        return opening, sum(map(getitem, map(others.__getitem__, circumstances), circumstances.values()), number)

    def _opening(self, recorded: Answers) -> "_Opening[Shown]":
        closed = tuple([name for name, truth in self._assessor.gates.test(recorded).items() if truth is False])
        parts, added = self._by_age[child_rule_applies(recorded)]
        return _Opening(
            parts,
            parts.layout.base(recorded, closed),
            {**added.open, **{name: added.closed[name] for name in closed}},
            added.circumstances,
            self._shows.names(closed),
        )

    def _read(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> dict[str, Answer]:
        return {**self._reads.answers(answers), **self._reads.circumstances(circumstances)}


class _Opening(Struct, Generic[Shown], frozen=True):
    """What the gates and the childhood of a record make of it; many records have the same.

    Attributes:
        base: what a record begins with, before its answers.
        questions, circumstances: what each answer adds.
        closed: the questions that do not apply.
    """

    parts: Parts[Shown]
    base: int
    questions: Mapping[str, LearnedAnswers[int]]
    circumstances: Mapping[str, LearnedAnswers[int]]
    closed: Shown


_ReadAs = Mapping[str, LearnedAnswers[Answer | None]]


class _Added:
    """What each answer adds where the rules of one age apply.

    Attributes:
        open, closed: to a question that applies, and to one that does not.
        circumstances: to what is known of the person.
    """

    def __init__(self, layout: Layout, questions: _ReadAs, circumstances: _ReadAs) -> None:
        self.open = {name: _learned(name, read, layout.said) for name, read in questions.items()}
        self.closed = {name: _learned(name, read, layout.aside_of) for name, read in questions.items()}
        self.circumstances = {name: _learned(name, read, layout.said) for name, read in circumstances.items()}


def _read_as(item: str, read: Callable[[Mapping[str, Any]], Answers]) -> LearnedAnswers[Answer | None]:
    """What is recorded where something is written for an item."""
    return LearnedAnswers(lambda value: read({item: value}).get(item))


def _learned(
    item: str, read: LearnedAnswers[Answer | None], added: Callable[[str, Answer | None], int]
) -> LearnedAnswers[int]:
    return LearnedAnswers(lambda value: added(item, read[value]))


def _with_tuples(written: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in written.items()}
