"""Which steps are due, from what was recorded and the trail of steps passed (pure).

What was passed is not due any more, and nothing else is remembered: the same steps are due for the same record and
trail. What applies at all is in `applying`, what brings a card in `cards`, and what a person answers alone in `alone`.
"""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from screening.interview.alone import HAND_OVER_ALL, Alone, is_answered_alone
from screening.interview.applying import Applying
from screening.interview.cards import Cards
from screening.interview.state import (
    LEFT,
    REVIEW,
    TURN,
    WHOLE_SET,
    State,
    Step,
)
from screening.sets.answers import NOT_ASKED, rest_of
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from screening.sets.order import MAY_BE_LEFT, MAY_BE_SPARED, STAGES, Stage, is_before


class _SoFar(Struct, frozen=True):
    """What decides on the next step.

    Attributes:
        state: where the interview stands.
        passed: the steps that lie behind.
        left_out: the questions that are left out, because the person took the offer, or of a section that was left.
        last: in each section the item that was passed last; what has none stands in its stage.
    """

    state: State
    passed: Collection[Step]
    left_out: Collection[str]
    last: Mapping[str, str] = {}


class StepsDue:
    """The interview of one set, as steps in their order."""

    def __init__(self, indicator_set: IndicatorSet, applying: Applying, cards: Cards, alone: Alone) -> None:
        """Prepare them.

        Args:
            indicator_set: a set without problems.
            applying: what of it applies.
            cards: its cards.
            alone: what of it a person answers alone.
        """
        self._items = applying.items
        self._applying = applying
        self._cards = cards
        self._alone = alone
        self._where = {name: _where(item) for name, item in self._items.items()}
        self._number = {name: number for number, name in enumerate(self._items)}
        self._about = indicator_set.about
        self._asks = indicator_set.asks
        self._sections: dict[Stage, list[Sequence[Item]]] = {stage: [] for stage in STAGES}
        for _, together in itertools.groupby(self._items.values(), _where):
            section = list(together)
            self._sections[section[0].stage].append(section)
        # What the person is spared who takes the offer; nothing of their safety is.
        self._may_be_spared = frozenset(
            item.id for item in self._items.values() if item.counts and item.stage in MAY_BE_SPARED and not item.always
        )
        # What is left out with the rest of its section.
        self._in_section: dict[str, list[str]] = {}
        for item in self._items.values():
            if item.stage in MAY_BE_LEFT and not item.always:
                self._in_section.setdefault(self._where[item.id], []).append(item.id)

    def due(self, state: State) -> Iterator[Step]:
        """Every step that is due now, the first first; those behind it may change with its answer."""
        handing = self._alone.handing(state)
        if handing is not None:
            yield from self._alone.due(state, handing)
            return
        chosen = {entry.step.kind: entry.choice for entry in state.trail}
        spared = self._may_be_spared if chosen.get("offer") == "always_only" else frozenset[str]()
        passed = {entry.step for entry in state.trail}
        if self._alone.was_asked_back(state):
            # Whoever passed the cards that came then goes on deliberately.
            passed.discard(HAND_OVER_ALL)
        so_far = _SoFar(state, passed, spared | self._left(state), self._last_passed(state))
        yield from (card for card in self._cards.due(state) if card not in so_far.passed)
        for stage in ("turn", "review") if state.finished else STAGES:
            yield from (step for step in self._due_in(stage, so_far) if step not in so_far.passed)
            if stage == "agreement" and chosen.get("agreement", "yes") != "yes":
                yield Step("end", chosen["agreement"])
                return

    def to_review(self, state: State) -> tuple[Step, ...]:
        """What is recorded and counts, and what was passed without an answer, each once and in the order of asking.

        After going back, answers count that lie ahead; they are here too.
        """
        gates = self._applying.gates(state)
        behind = {entry.step for entry in state.trail}
        steps = (Step("item", name) for name in self._items if gates.get(name) is not False)
        return tuple(step for step in steps if step in behind or state.recorded(step) is not None)

    def spared(self, state: State) -> tuple[str, ...]:
        """The questions that the offer would leave out, as far as they apply and nothing is known of them."""
        gates = self._applying.gates(state)
        return tuple(
            name
            for name in self._items
            if name in self._may_be_spared
            and gates[name] is not False
            and rest_of(state.answers.get(name)) == NOT_ASKED
        )

    def _due_in(self, stage: Stage, so_far: _SoFar) -> Iterable[Step]:
        """What there is to pass in a stage; what was passed may be among it."""
        match stage:
            case "card":
                return [Step("card")] if self._about.card else ()
            case "agreement":
                return [Step("agreement")] if self._about.agreement else ()
            case "hand_over":
                alone = self._alone.whole_set and self._alone.due_of(so_far.state, WHOLE_SET)
                return [HAND_OVER_ALL] if alone else ()
            case "questions" if not self._alone.whole_set:
                # Who answers alone leaves out what they want, and takes a break when they want one.
                return self._questions(so_far)
            case "once_more":
                return self._once_more(so_far)
            case "turn":
                return [TURN]
            case "review":
                return [REVIEW] if self.to_review(so_far.state) else ()
            case _:
                return self._asked_in(stage, so_far)

    def _asked_in(self, stage: Stage, so_far: _SoFar) -> Iterator[Step]:
        """What is asked in a stage: section by section, and at the end of each once more what was skipped in it.

        Where that was the last that was asked there, nothing has changed since: it comes later, before the closing.
        """
        for section in self._sections[stage]:
            yield from self._first_time(section, so_far)
            if stage != "closing":
                for step in self._skipped(section, so_far):
                    if so_far.last[self._where[step.id]] != step.id:
                        yield step

    def _first_time(self, section: Iterable[Item], so_far: _SoFar) -> Iterator[Step]:
        """What is asked for the first time. What is always asked waits no longer than to the closing."""
        for item in section:
            step = Step("item", item.id)
            if step in so_far.passed or item.id in so_far.left_out:
                continue
            gate = self._applying.gate(item, so_far.state)
            is_due = gate is True or (gate is None and item.always and item.stage == "closing")
            if is_due and not (self._alone.whole_set and is_answered_alone(item)):
                yield step

    def _skipped(self, section: Iterable[Item], so_far: _SoFar) -> Iterator[Step]:
        """What was passed and has no answer, and the rest of what was only begun to be ticked: it comes once more.

        Where nobody is asked, nobody may have found the words meanwhile: it can be filled in from the review.
        """
        for item in section if self._asks and not self._alone.whole_set else ():
            passed = Step("item", item.id)
            if passed not in so_far.passed or item.id in so_far.left_out or not _comes_once_more(item):
                continue
            if (
                rest_of(so_far.state.recorded(passed)) == NOT_ASKED
                and self._applying.gate(item, so_far.state) is not False
            ):
                yield Step("item", item.id, again=True)

    def _questions(self, so_far: _SoFar) -> Iterator[Step]:
        """The questions, and before them the offer to leave the others out."""
        if next(self._coming(so_far), None) is not None:
            yield from self._offer(so_far)
            yield from self._coming(so_far)

    def _coming(self, so_far: _SoFar) -> Iterator[Step]:
        # As far as it is looked at, for there may be thousands.
        return (step for step in self._asked_in("questions", so_far) if step not in so_far.passed)

    def _offer(self, so_far: _SoFar) -> Iterator[Step]:
        """Once the level is settled, the person may be spared the rest: the offer to go on to the always-questions."""
        offer, state = Step("offer"), so_far.state
        begun = any(item.stage == "questions" for item in self._asked(state))
        if (
            self._about.settles
            and begun
            and offer not in so_far.passed
            and any(step.id in self._may_be_spared and not step.again for step in self._coming(so_far))
            and self._applying.assessor.assess(state.answers, self._applying.gates(state)).level_is_settled
        ):
            yield offer

    def _once_more(self, so_far: _SoFar) -> Iterator[Step]:
        """What was skipped last in its section, and then what is always asked and waits.

        What stays unknown then stays not asked.
        """
        yield from self._skipped(self._items.values(), so_far)
        for item in self._items.values():
            waits = item.always and _comes_once_more(item) and self._applying.gate(item, so_far.state) is None
            if waits and not (self._alone.whole_set and is_answered_alone(item)):
                yield Step("item", item.id)

    def begins_section(self, state: State, step: Step) -> bool:
        """Whether another section of questions begins with a step: a good moment for a break.

        What is asked again in its place may lie before what was asked last, and begins nothing.
        """
        asked = self._asked(state)
        if not asked or step.kind != "item" or not self._asks or self._alone.whole_set:
            return False
        ended, begins = asked[-1], self._items[step.id]
        if {ended.stage, begins.stage} != {"questions"} or self._number[begins.id] < self._number[ended.id]:
            return False
        return begins.section is not ended.section

    def _left(self, state: State) -> frozenset[str]:
        """What is not asked because its section was left; of what was skipped, nothing that lay behind then."""
        left: set[str] = set()
        behind: list[str] = []
        for entry in state.trail:
            if entry.step.kind != "item":
                continue
            behind.append(entry.step.id)
            if entry.choice == LEFT:
                left.update(behind if entry.step.again else self._in_section[self._where[entry.step.id]])
        return frozenset(left)

    def _last_passed(self, state: State) -> Mapping[str, str]:
        passed = (entry.step.id for entry in state.trail if entry.step.kind == "item")
        return {self._where[name]: name for name in passed}

    def _asked(self, state: State) -> list[Item]:
        """The questions that lie behind."""
        items = (self._items[entry.step.id] for entry in state.trail if entry.step.kind == "item")
        return [item for item in items if item.counts]


def _where(item: Item) -> str:
    """The section in which an item stands, or its stage: no section has the name of one."""
    return f"section {item.section.id}" if item.section is not None else item.stage


def _comes_once_more(item: Item) -> bool:
    """Whether there is time to ask it again: it stands between the agreement and the closing."""
    return is_before("agreement", item.stage) and is_before(item.stage, "once_more")
