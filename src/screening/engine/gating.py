"""Which questions are open, closed, or wait for an earlier answer (pure).

Gating is three-valued. A listed answer opens; another definite answer, or a question that is itself closed, closes;
*unclear* and *declined* open, because unknown is not no (law 5), and so does a tick list whose rest is either; an
answer that is still missing, or a rest that was not asked, leaves the gate unknown. Only a false gate closes. Answers
to closed questions are set aside: they count for nothing while it lasts.
"""

from collections.abc import Mapping
from typing import assert_never

from msgspec import Struct

from screening.sets.answers import NOT_ASKED, NOT_DEFINITE, Answers, rest_of
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.circumstances import undecided
from screening.sets.conditions.compile import Test, Truth, compiled
from screening.sets.conditions.types import All, AnswerIs, FlagRaised, Gate, GateLeaf
from screening.sets.conditions.walk import leaves
from screening.sets.model import IndicatorSet


class _Record(Struct):
    """What the gates look at, with the questions found closed so far."""

    answers: Answers
    closed: set[str] = set()


class Gates:
    """The gates of a set, ready to be tested against what was recorded.

    Attributes:
        looks_at: the items that gates name.
        decided_by: all items whose answers decide which questions are open; those that raise flags too.
    """

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Prepare the gates; every gate may look only at what comes earlier, which `reading` has made sure of."""
        self._raisers: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self._gates: list[tuple[str, Test[_Record]]] = []
        self.looks_at: set[str] = set()
        flags: set[str] = set()
        for _, section, question in indicator_set.questions():
            parts = tuple(part.tree for part in (section.when, question.when) if part is not None)
            if parts:
                gate = Gate(All(parts))
                self._gates.append((question.id, compiled(gate, self._leaf)))
                self.looks_at.update(leaf.item for leaf in leaves(gate) if isinstance(leaf, AnswerIs))
                flags.update(leaf.flag for leaf in leaves(gate) if isinstance(leaf, FlagRaised))
            for flag in question.could_raise:
                raising = frozenset(option.id for option in question.choices if flag in option.raises)
                self._raisers.setdefault(flag, []).append((question.id, raising))
        raisers = {question for flag in flags for question, _ in self._raisers.get(flag, ())}
        self.decided_by = frozenset(self.looks_at | raisers | ({"age"} if CHILD_FLAG in flags else set()))

    def test(self, answers: Answers) -> Mapping[str, Truth]:
        """For every question with a gate: True (open), False (closed) or None (open, but it waits).

        Args:
            answers: item id to answer; set-aside ones may be among them.
        """
        record = _Record(answers)
        truths: dict[str, Truth] = {}
        for question, gate in self._gates:
            truth = gate(record)
            truths[question] = truth
            if truth is False:
                record.closed.add(question)
        return truths

    def _leaf(self, leaf: GateLeaf) -> Test[_Record]:
        match leaf:
            case AnswerIs(item, listed):
                return _answer(item, frozenset(listed))
            case FlagRaised(flag) if flag == CHILD_FLAG:
                return lambda record: is_perhaps_a_child(record.answers)
            case FlagRaised(flag):
                return _flag(tuple(self._raisers.get(flag, ())))
            case _:
                assert_never(leaf)


def _answer(item: str, listed: frozenset[str]) -> Test[_Record]:
    opens = listed | NOT_DEFINITE | {undecided(item)}

    def test(record: _Record) -> Truth:
        if item in record.closed:
            return False
        answer = record.answers.get(item)
        if answer is None:
            return None
        if isinstance(answer, tuple):
            if not opens.isdisjoint(answer):
                return True
            return None if rest_of(answer) == NOT_ASKED else False
        return answer in opens

    return test


def _flag(raisers: tuple[tuple[str, frozenset[str]], ...]) -> Test[_Record]:
    def test(record: _Record) -> Truth:
        waiting = doubtful = False
        for question, raising in raisers:
            if question in record.closed:
                continue
            answer = record.answers.get(question)
            if isinstance(answer, tuple):
                if not raising.isdisjoint(answer):
                    return True
            elif answer in raising:
                return True
            rest = rest_of(answer)
            waiting |= rest == NOT_ASKED
            doubtful |= rest in NOT_DEFINITE
        if doubtful:
            return True
        return None if waiting else False

    return test
