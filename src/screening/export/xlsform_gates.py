"""When a question of a form is asked: the gates of a set as XPath, as `engine.gating` tests them (pure)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from screening.export.xlsform_answers import Answered
from screening.export.xlsform_calculations import Calculations
from screening.export.xlsform_expressions import Truth, all_of, any_of, negated
from screening.sets.answers import DECLINED, NOT_DEFINITE
from screening.sets.childhood import CHILD_FLAG, CHILDHOOD
from screening.sets.circumstances import undecided
from screening.sets.conditions.types import All, AnswerIs, AnyOf, FlagRaised, GateLeaf, Tree
from screening.sets.items import Item


def gate_all(items: Mapping[str, Item], answered: Answered, calculations: Calculations) -> None:
    """Give every question its gate, the earlier first: a gate looks only at what comes before.

    Args:
        items: those that stand in the form, in the order of the interview.
        answered: what is told of the gates.
        calculations: where the steps of a long gate become fields.
    """
    raisers: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    gates = _Gates(answered, calculations, raisers)
    for item in items.values():
        if item.when is not None:
            answered.gate(item, gates.truth(item.when.tree))
        for flag in dict.fromkeys(name for option in item.options for name in option.raises):
            raising = tuple(option.id for option in item.options if flag in option.raises)
            raisers.setdefault(flag, []).append((item.id, raising))


def is_childhood(circumstance: str, answered: Answered) -> Truth:
    """Whether an age says childhood, or doubt about it, as in `sets.childhood`."""
    values = (*CHILDHOOD[circumstance], DECLINED)
    said = answered.any_of(circumstance, values)
    return Truth(said, all_of([answered.is_recorded(circumstance), negated(said)]))


def named_in_gates(items: Iterable[Item]) -> frozenset[str]:
    """The items that a gate looks at: what is asked later may wait for them."""
    items = list(items)
    named: set[str] = set()
    trees: list[Tree[GateLeaf]] = [item.when.tree for item in items if item.when is not None]
    while trees:
        match trees.pop():
            case All(of) | AnyOf(of):
                trees += of
            case AnswerIs(item, _):
                named.add(item)
            case FlagRaised(flag):
                named |= {item.id for item in items if any(flag in option.raises for option in item.options)} | {"age"}
    return frozenset(named)


class _Gates:
    def __init__(
        self,
        answered: Answered,
        calculations: Calculations,
        raisers: Mapping[str, list[tuple[str, tuple[str, ...]]]],
    ) -> None:
        self._answered = answered
        self._calculations = calculations
        self._raisers = raisers

    def truth(self, tree: Tree[GateLeaf]) -> Truth:
        match tree:
            case All(of):
                return self._every(list(map(self.truth, of)))
            case AnyOf(of):
                return self._some(list(map(self.truth, of)))
            case AnswerIs(item, listed):
                return self._answer(item, listed)
            case FlagRaised(flag) if flag == CHILD_FLAG:
                return is_childhood("age", self._answered)
            case FlagRaised(flag):
                return self._flag(self._raisers.get(flag, ()))
            case _:
                assert_never(tree)

    def _every(self, parts: Sequence[Truth]) -> Truth:
        """`all` in three values (Kleene)."""
        join = self._calculations
        return Truth(join.all_of(part.true for part in parts), join.any_of(part.false for part in parts))

    def _some(self, parts: Sequence[Truth]) -> Truth:
        """`any` in three values."""
        join = self._calculations
        return Truth(join.any_of(part.true for part in parts), join.all_of(part.false for part in parts))

    def _answer(self, item: str, listed: Iterable[str]) -> Truth:
        answered = self._answered
        # Unknown is not no (law 5): what is unclear or declined opens, and so does such a rest.
        opens = answered.any_of(item, dict.fromkeys([*listed, undecided(item), *sorted(NOT_DEFINITE)]))
        return Truth(
            all_of([negated(answered.closed(item)), opens]),
            any_of([answered.closed(item), all_of([answered.is_whole(item), negated(opens)])]),
        )

    def _flag(self, raisers: Iterable[tuple[str, tuple[str, ...]]]) -> Truth:
        raisers = list(raisers)
        answered = self._answered
        open_ = [
            all_of([negated(answered.closed(item)), any_of([answered.any_of(item, raising), answered.doubtful(item)])])
            for item, raising in raisers
        ]
        definitely_not = [
            any_of([answered.closed(item), all_of([answered.is_whole(item), negated(answered.any_of(item, raising))])])
            for item, raising in raisers
        ]
        return Truth(self._calculations.any_of(open_), self._calculations.all_of(definitely_not))
