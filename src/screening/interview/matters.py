"""What is asked of somebody's circumstances: only what can change the rules, or whom to call (pure).

The fewer questions, the better: whatever changes nothing is not asked, stays *not asked*, and excludes nobody.
"""

from collections.abc import Collection, Iterator
from typing import Protocol, assert_never

from screening.engine.assess import Assessor, meant_by
from screening.sets.answers import Answers, rest_of, ticks_of
from screening.sets.childhood import CHILD_FLAG, CHILDHOOD, child_rule_applies, is_perhaps_a_child
from screening.sets.conditions.compile import Test, compiled
from screening.sets.conditions.types import AnswerIs, Counts, FlagRaised, LevelReached, PathwayLeaf, Supported
from screening.sets.conditions.walk import leaves
from screening.sets.guidance import Pathway
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from screening.sets.needs import NEEDS, Need


class Services(Protocol):
    """Whoever may be called."""

    def look_at(self, circumstance: str, needs: Collection[Need], recorded: Answers) -> bool:
        """Whether an answer to the question about a circumstance could change whom to call."""
        ...


class EverythingMatters:
    """Where nobody knows whom to call: whatever has answers to choose from is asked."""

    def __init__(self, items: Collection[Item]) -> None:
        """Args: items: what the set asks."""
        self._can_be_answered = {item.id for item in items if item.options}

    def look_at(self, circumstance: str, needs: Collection[Need], recorded: Answers) -> bool:
        """Whether there is anything to choose from."""
        del needs, recorded
        return circumstance in self._can_be_answered


class Matters:
    """What can still be changed by an answer about somebody's circumstances."""

    def __init__(
        self, indicator_set: IndicatorSet, items: Collection[Item], assessor: Assessor, services: Services | None
    ) -> None:
        """Prepare the set.

        Args:
            indicator_set: a set without problems.
            items: what it asks.
            assessor: its rules.
            services: whoever may be called; None where that is not known.
        """
        self._gates = assessor.gates
        self._asked = {item.id for item in items}
        self._services = services if services is not None else EverythingMatters(items)
        self._raisers = {
            flag.id: [
                (item.id, frozenset(option.id for option in item.options if flag.id in option.raises))
                for item in items
                if any(flag.id in option.raises for option in item.options)
            ]
            for flag in indicator_set.about.flags
        }
        self._flags = {flag.id: flag.needs for flag in indicator_set.about.flags}
        # A set that does not word the card for a child has the program's own.
        self._flags.setdefault(CHILD_FLAG, tuple(need for need, kind in NEEDS.items() if kind.first_for_child))
        self._pathways = [(pathway.needs, self._could_open(pathway)) for pathway in indicator_set.guidance]
        self._opens_guidance = frozenset(
            leaf.item
            for pathway in indicator_set.guidance
            for leaf in leaves(pathway.when)
            if isinstance(leaf, AnswerIs)
        )
        self._has_rules_for_a_child = any(
            each.strength_for(True) != each.strength_for(False) for each in indicator_set.indicators
        ) or any(
            level is not None and level.child is not None
            for level in (indicator_set.about.levels.clear_concern, indicator_set.about.levels.some_concern)
        )
        self._last: tuple[Answers, frozenset[Need]] | None = None

    def is_asked(self, item: Item, answers: Answers) -> bool:
        """Whether an answer can still change anything. Where the talk is, the age and the wishes are always asked.

        Args:
            item: a circumstance or a wish.
            answers: what is recorded so far.
        """
        if item.stage != "circumstances":
            return True
        if item.id in CHILDHOOD:
            # Whoever is a child now is one by the rules too, whenever it began.
            by_rule = self._has_rules_for_a_child or item.id in self._opens_guidance
            return (by_rule and not _decided_without(item, answers)) or self._decides_a_gate(item, answers)
        if item.id in self._gates.looks_at or item.id in self._opens_guidance:
            return True
        return self._services.look_at(item.id, self.needs(answers), answers)

    def needs(self, answers: Answers) -> frozenset[Need]:
        """What may be needed, as far as flags and guidance are open, or can still open."""
        # Answers never change, and a screen asks several times.
        if self._last is None or self._last[0] is not answers:
            self._last = (answers, frozenset(self._needs(answers)))
        return self._last[1]

    def _needs(self, answers: Answers) -> Iterator[Need]:
        for flag, needs in self._flags.items():
            if self._may_be_raised(flag, answers):
                yield from needs
        for needs, could_open in self._pathways:
            if could_open(answers):
                yield from needs

    def _may_be_raised(self, flag: str, answers: Answers) -> bool:
        if flag == CHILD_FLAG and is_perhaps_a_child(answers) is not False:
            return True
        return any(
            rest_of(answers.get(question)) is not None or not raising.isdisjoint(ticks_of(answers.get(question)))
            for question, raising in self._raisers.get(flag, ())
        )

    def _could_open(self, pathway: Pathway) -> Test[Answers]:
        return compiled(pathway.when, self._leaf) if pathway.when is not None else lambda _: True

    def _leaf(self, leaf: PathwayLeaf) -> Test[Answers]:
        """Whether it is so, or can still be: what counts is taken to be reached, for all of it may still be told."""
        match leaf:
            case AnswerIs(item, _):
                meant = frozenset(meant_by(leaf))
                asked = item in self._asked
                return lambda answers: (
                    not meant.isdisjoint(ticks_of(answers.get(item)))
                    or (asked and rest_of(answers.get(item)) is not None)
                )
            case FlagRaised(flag):
                return lambda answers: self._may_be_raised(flag, answers)
            case LevelReached() | Supported() | Counts():
                return lambda _: True
            case _:
                assert_never(leaf)

    def _decides_a_gate(self, item: Item, answers: Answers) -> bool:
        """Whether a question waits for this; one that is open already, as for a child now, does not."""
        if item.id not in self._gates.looks_at:
            return False
        without = {name: answer for name, answer in answers.items() if name != item.id}
        values = [option.id for option in item.options]
        return len({tuple(self._gates.test({**without, item.id: value}).values()) for value in values}) > 1


def _decided_without(item: Item, answers: Answers) -> bool:
    """Whether the rules for a child apply whatever is answered here."""
    return child_rule_applies({name: answer for name, answer in answers.items() if name != item.id}) is True
