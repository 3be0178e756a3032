"""Which questions are open, closed, or wait for an earlier answer (pure).

Gating is three-valued. A listed answer opens; another definite answer, or a question that is itself closed, closes;
*unclear* and *declined* open, because unknown is not no (law 5); an answer that is still missing leaves the gate
unknown. Only a false gate closes. Answers to closed questions are set aside: they count for nothing while it lasts.
"""

from collections.abc import Mapping

from msgspec import Struct

from screening.sets.conditions.compile import Test, Truth, compiled, leaves
from screening.sets.model import (
    CHILD_AGES,
    CHILD_FLAG,
    CIRCUMSTANCES,
    NOT_DEFINITE,
    All,
    Answers,
    CircumstanceIs,
    Condition,
    FlagRaised,
    IndicatorSet,
    QuestionIs,
)


class _Record(Struct):
    """What the gates look at, with the questions found closed so far."""

    answers: Answers
    circumstances: Answers
    closed: set[str] = set()


class Gates:
    """The gates of a set, ready to be tested against what was recorded."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Prepare the gates; every gate may look only at what comes earlier, which `reading` has made sure of."""
        self._raisers: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self._gates: list[tuple[str, Test[_Record]]] = []
        self.circumstances: frozenset[str] = frozenset()
        for _, section, question in indicator_set.questions():
            parts = tuple(part for part in (section.when, question.when) if part is not None)
            if parts:
                self._gates.append((question.id, compiled(All(parts), self._leaf)))
                self.circumstances |= {
                    leaf.circumstance for leaf in leaves(All(parts)) if isinstance(leaf, CircumstanceIs)
                }
            for flag in question.could_raise:
                raising = frozenset(option.id for option in question.choices if flag in option.raises)
                self._raisers.setdefault(flag, []).append((question.id, raising))

    def test(self, answers: Answers, circumstances: Answers) -> Mapping[str, Truth]:
        """For every question with a gate: True (open), False (closed) or None (open, but it waits).

        Args:
            answers: question id to answer; set-aside ones may be among them.
            circumstances: circumstance id to value.
        """
        record = _Record(answers, circumstances)
        truths: dict[str, Truth] = {}
        for question, gate in self._gates:
            truth = gate(record)
            truths[question] = truth
            if truth is False:
                record.closed.add(question)
        return truths

    def _leaf(self, leaf: Condition) -> Test[_Record]:
        match leaf:
            case QuestionIs(question, listed):
                return _question(question, frozenset(listed))
            case CircumstanceIs(circumstance, listed):
                return _circumstance(circumstance, frozenset(listed))
            case FlagRaised(flag) if flag == CHILD_FLAG:
                return _circumstance("age", CHILD_AGES)
            case FlagRaised(flag):
                return _flag(tuple(self._raisers.get(flag, ())))
            case _:
                raise AssertionError(f"no gate may use {leaf}")


def _question(question: str, listed: frozenset[str]) -> Test[_Record]:
    def test(record: _Record) -> Truth:
        if question in record.closed:
            return False
        answer = record.answers.get(question)
        if answer is None:
            return None
        if isinstance(answer, tuple):
            return not listed.isdisjoint(answer)
        return answer in listed or answer in NOT_DEFINITE

    return test


def _circumstance(circumstance: str, listed: frozenset[str]) -> Test[_Record]:
    opens = listed | NOT_DEFINITE | {CIRCUMSTANCES[circumstance].undecided}

    def test(record: _Record) -> Truth:
        value = record.circumstances.get(circumstance)
        if value is None:
            return None
        if isinstance(value, tuple):
            return not listed.isdisjoint(value)
        return value in opens

    return test


def _flag(raisers: tuple[tuple[str, frozenset[str]], ...]) -> Test[_Record]:
    def test(record: _Record) -> Truth:
        waiting = doubtful = False
        for question, raising in raisers:
            if question in record.closed:
                continue
            answer = record.answers.get(question)
            if answer is None:
                waiting = True
            elif isinstance(answer, tuple):
                if not raising.isdisjoint(answer):
                    return True
            elif answer in raising:
                return True
            elif answer in NOT_DEFINITE:
                doubtful = True
        if doubtful:
            return True
        return None if waiting else False

    return test
