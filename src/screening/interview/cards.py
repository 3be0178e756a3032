"""The cards of flags: what raises one, and which are due because nobody has seen them yet (pure)."""

import itertools
from collections.abc import Iterator

from screening.interview.applying import Applying
from screening.interview.state import ANSWERED, TAKEN_OVER, WHOLE_SET, State, Step
from screening.sets.answers import ticks_of
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.model import IndicatorSet


class Cards:
    """The cards of one set."""

    def __init__(self, indicator_set: IndicatorSet, applying: Applying) -> None:
        """Prepare them.

        Args:
            indicator_set: a set without problems.
            applying: what of it applies.
        """
        self._applying = applying
        self._about = indicator_set.about
        self._whole_set_alone = indicator_set.about.audience == "person"
        self._raised_by_option = {
            item.id: {option.id: option.raises for option in item.options} for item in applying.items.values()
        }

    def due(self, state: State) -> Iterator[Step]:
        """The cards of what the last answer raised, and of what was answered alone or taken over; seen ones too."""
        taken_over = (entry.step for entry in state.trail if entry.choice == TAKEN_OVER)
        for step in (*taken_over, *self._answered_alone(state), *self._last_answered(state)):
            yield from self.raised(step, state)

    def raised(self, step: Step, state: State) -> Iterator[Step]:
        """The cards that what is recorded at a step raises."""
        if step.id == "age" and self._about.child_card and is_perhaps_a_child(state.answers):
            yield Step("flag", CHILD_FLAG)
        raised = self._raised_by_option.get(step.id, {})
        for value in ticks_of(state.recorded(step)):
            yield from (Step("flag", flag) for flag in raised.get(value, ()))

    def _last_answered(self, state: State) -> Iterator[Step]:
        answered = (entry.step for entry in reversed(state.trail) if entry.step.kind in ANSWERED)
        yield from itertools.islice(answered, 1)

    def _answered_alone(self, state: State) -> Iterator[Step]:
        """What is recorded of everything that came back. Who went back and then stopped passed not all of it."""
        scopes = {entry.step.id for entry in state.trail if entry.step.kind == "give_back"}
        if self._whole_set_alone:
            scopes.add(WHOLE_SET)
        if not scopes:
            return
        in_force = self._applying.in_force(state)
        for item in self._applying.items.values():
            section = item.section.id if item.section is not None else WHOLE_SET
            if item.id in in_force and not scopes.isdisjoint({WHOLE_SET, section}):
                yield Step("item", item.id)
