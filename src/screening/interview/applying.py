"""What of a set applies to what is recorded: which items are open, closed or waiting, and what counts (pure)."""

from collections.abc import Mapping

from screening.engine.assess import Assessor
from screening.interview.matters import Matters, Services
from screening.interview.state import State
from screening.sets.answers import Answer, Answers
from screening.sets.conditions.compile import Truth
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet


class Applying:
    """What of one set applies.

    What was worked out of the last answers is remembered, and only that, because a screen asks for it several times.
    """

    def __init__(self, indicator_set: IndicatorSet, services: Services | None) -> None:
        """Prepare the set.

        Args:
            indicator_set: a set without problems.
            services: whoever may be called; None where that is not known.
        """
        self.assessor = Assessor(indicator_set)
        self.items = items_of(indicator_set)
        self._matters = Matters(indicator_set, self.items.values(), self.assessor, services)
        self._ungated: Mapping[str, Truth] = {name: True for name, item in self.items.items() if item.counts}
        self._tested: tuple[Answers, Mapping[str, Truth]] | None = None

    def gates(self, state: State) -> Mapping[str, Truth]:
        """For every question: True (open), False (closed) or None (it waits)."""
        # A screen asks for it several times, and in a large set it takes long to work out. Answers never change.
        if self._tested is None or self._tested[0] is not state.answers:
            self._tested = (state.answers, {**self._ungated, **self.assessor.gates.test(state.answers)})
        return self._tested[1]

    def gate(self, item: Item, state: State) -> Truth:
        """The same for one item; a circumstance or a wish never waits."""
        return self.gates(state)[item.id] if item.counts else self.matters(item, state)

    def matters(self, item: Item, state: State) -> bool:
        """Whether a circumstance still has to be asked: the fewer questions, the better."""
        return self._matters.is_asked(item, state.answers)

    def set_aside(self, state: State) -> tuple[str, ...]:
        """The questions that have an answer which does not count, because the question does not apply (any more)."""
        gates = self.gates(state)
        # Few of a large set have an answer. They are told in the order of the set, however they were recorded.
        aside = {name for name in state.answers if gates.get(name) is False}
        return tuple(name for name in gates if name in aside) if aside else ()

    def in_force(self, state: State) -> dict[str, Answer]:
        """The answers without those that are set aside."""
        aside = set(self.set_aside(state))
        return {name: answer for name, answer in state.answers.items() if name not in aside}

    def waiting(self, state: State) -> tuple[str, ...]:
        """The questions that are not asked while an earlier answer is missing; without it, never."""
        gates = self.gates(state)
        return tuple(name for name, gate in gates.items() if gate is None and not self.items[name].always)
