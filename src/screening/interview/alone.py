"""A person who answers alone: since when, what is still due to them, and when the screen is asked back (pure)."""

from collections.abc import Iterator
from typing import Final

from screening.interview.applying import Applying
from screening.interview.cards import Cards
from screening.interview.state import ASKED_BACK, STOPPED, WALLS, WHOLE_SET, Passed, State, Step
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from screening.sets.order import SAFETY, is_before

HAND_OVER_ALL: Final = Step("hand_over", WHOLE_SET)
_GIVE_BACK_ALL: Final = Step("give_back", WHOLE_SET)


class Alone:
    """What of one set a person answers alone.

    Attributes:
        whole_set: the set is for the person, who answers all of it that is in their own words.
    """

    def __init__(self, indicator_set: IndicatorSet, applying: Applying, cards: Cards) -> None:
        """Prepare it.

        Args:
            indicator_set: a set without problems.
            applying: what of it applies.
            cards: its cards, which may not wait.
        """
        self._applying = applying
        self._cards = cards
        self.whole_set = indicator_set.about.audience == "person"
        self._cannot_wait = frozenset(item.id for item in applying.items.values() if item.stage in {*SAFETY, "age"})

    def handing(self, state: State) -> Passed | None:
        """The last handing over, where the screen has not come back since."""
        last = self._last_wall(state)
        return last if last is not None and last.step.kind == "hand_over" else None

    def is_asked_back(self, state: State) -> bool:
        """Whether the person who answers alone is asked for the screen before the end, for what cannot wait.

        That is what raises a card in the questions on safety, or may say that this is a child: whoever is near would
        learn of it only when all is answered.
        """
        handing = self.handing(state)
        if handing != Passed(HAND_OVER_ALL) or not self.due_of(state, WHOLE_SET):
            return False
        passed, in_force = {entry.step for entry in state.trail}, self._applying.in_force(state)
        answered = (step for step in passed if step.id in self._cannot_wait and step.id in in_force)
        return any(card not in passed for step in answered for card in self._cards.raised(step, state))

    def was_asked_back(self, state: State) -> bool:
        """Whether the whole set came back before its end, and was not handed over since."""
        return self._last_wall(state) == Passed(_GIVE_BACK_ALL, ASKED_BACK)

    def due(self, state: State, handing: Passed) -> Iterator[Step]:
        """What the person answers alone: nothing but questions in their own words, then giving the screen back."""
        if handing.choice != STOPPED and not self.is_asked_back(state):
            yield from self.due_of(state, handing.step.id)
        yield Step("give_back", handing.step.id)

    def due_of(self, state: State, scope: str) -> list[Step]:
        """What is still to be answered of what is handed over: a section, or `WHOLE_SET`."""
        passed = {entry.step for entry in state.trail}
        due = []
        for item in self._applying.items.values():
            inside = scope == WHOLE_SET or (item.section is not None and item.section.id == scope)
            step = Step("item", item.id)
            if not inside or step in passed or not is_answered_alone(item):
                continue
            gate = self._applying.gate(item, state)
            if gate is True or (gate is None and item.always):
                due.append(step)
        return due

    def _last_wall(self, state: State) -> Passed | None:
        return next((entry for entry in reversed(state.trail) if entry.step.kind in WALLS), None)


def is_answered_alone(item: Item) -> bool:
    """Whether the person can answer it alone. Nothing is before the agreement to that."""
    return item.ask_self is not None and is_before("agreement", item.stage)
