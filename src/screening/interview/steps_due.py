"""Which steps are due, from what was recorded and the trail of steps passed (pure).

What was passed is not due any more, and nothing else is remembered: the same steps are due for the same record and
trail.
"""

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from screening.engine.assess import Assessor
from screening.interview.matters import Matters, Services
from screening.interview.state import (
    ANSWERED,
    ASKED_BACK,
    LEFT,
    REVIEW,
    STOPPED,
    TAKEN_OVER,
    TURN,
    WALLS,
    WHOLE_SET,
    Passed,
    State,
    Step,
)
from screening.sets.answers import NOT_ASKED, Answer, Answers, rest_of, ticks_of
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.conditions.compile import Truth
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet
from screening.sets.order import MAY_BE_LEFT, MAY_BE_SPARED, SAFETY, STAGES, Stage, is_before

_HAND_OVER_ALL: Final = Step("hand_over", WHOLE_SET)
_GIVE_BACK_ALL: Final = Step("give_back", WHOLE_SET)


class _SoFar(Struct, frozen=True):
    """What decides on the next step.

    Attributes:
        state: where the interview stands.
        gates: for every question: True (open), False (closed) or None (it waits).
        passed: the steps that lie behind.
        left_out: the questions that are left out, because the person took the offer, or of a section that was left.
        last: in each section the item that was passed last; what has none stands in its stage.
    """

    state: State
    gates: Mapping[str, Truth]
    passed: Collection[Step]
    left_out: Collection[str]
    last: Mapping[str, str] = {}


class StepsDue:
    """The interview of one set, as steps in their order."""

    def __init__(self, indicator_set: IndicatorSet, services: Services | None) -> None:
        """Prepare them.

        Args:
            indicator_set: a set without problems.
            services: whoever may be called; None where that is not known.
        """
        self.assessor = Assessor(indicator_set)
        self.items = items_of(indicator_set)
        self._matters = Matters(indicator_set, self.items.values(), self.assessor, services)
        self._where = {name: _where(item) for name, item in self.items.items()}
        self._number = {name: number for number, name in enumerate(self.items)}
        self._about = indicator_set.about
        self._asks = indicator_set.asks
        self._sections: dict[Stage, list[Sequence[Item]]] = {stage: [] for stage in STAGES}
        for _, together in itertools.groupby(self.items.values(), _where):
            section = list(together)
            self._sections[section[0].stage].append(section)
        self._ungated: Mapping[str, Truth] = {name: True for name, item in self.items.items() if item.counts}
        # What the person is spared who takes the offer; nothing of their safety is.
        self._may_be_spared = frozenset(
            item.id for item in self.items.values() if item.counts and item.stage in MAY_BE_SPARED and not item.always
        )
        # What is left out with the rest of its section.
        self._in_section: dict[str, list[str]] = {}
        for item in self.items.values():
            if item.stage in MAY_BE_LEFT and not item.always:
                self._in_section.setdefault(self._where[item.id], []).append(item.id)
        self._cannot_wait = frozenset(item.id for item in self.items.values() if item.stage in {*SAFETY, "age"})
        self._raised_by_option = {
            item.id: {option.id: option.raises for option in item.options} for item in self.items.values()
        }
        self._whole_set_alone = indicator_set.about.audience == "person"
        self._tested: tuple[Answers, Mapping[str, Truth]] | None = None

    def due(self, state: State) -> Iterator[Step]:
        """Every step that is due now, the first first; those behind it may change with its answer."""
        handing = self.handing(state)
        if handing is not None:
            yield from self._alone(state, handing)
            return
        chosen = {entry.step.kind: entry.choice for entry in state.trail}
        spared = self._may_be_spared if chosen.get("offer") == "always_only" else frozenset[str]()
        passed = {entry.step for entry in state.trail}
        if self._last_wall(state) == Passed(_GIVE_BACK_ALL, ASKED_BACK):
            # Whoever passed the cards that came then goes on deliberately.
            passed.discard(_HAND_OVER_ALL)
        so_far = _SoFar(state, self._gates(state), passed, spared | self._left(state), self._last_passed(state))
        yield from (card for card in self._cards(state) if card not in so_far.passed)
        for stage in ("turn", "review") if state.finished else STAGES:
            yield from (step for step in self._due_in(stage, so_far) if step not in so_far.passed)
            if stage == "agreement" and chosen.get("agreement", "yes") != "yes":
                yield Step("end", chosen["agreement"])
                return

    def set_aside(self, state: State) -> tuple[str, ...]:
        """The questions that have an answer which does not count, because the question does not apply (any more)."""
        return tuple(name for name, gate in self._gates(state).items() if gate is False and name in state.answers)

    def in_force(self, state: State) -> dict[str, Answer]:
        """The answers without those that are set aside."""
        aside = set(self.set_aside(state))
        return {name: answer for name, answer in state.answers.items() if name not in aside}

    def waiting(self, state: State) -> tuple[str, ...]:
        """The questions that are not asked while an earlier answer is missing; without it, never."""
        gates = self._gates(state)
        return tuple(name for name, gate in gates.items() if gate is None and not self.items[name].always)

    def to_review(self, state: State) -> tuple[Step, ...]:
        """What is recorded and counts, and what was passed without an answer, each once and in the order of asking.

        After going back, answers count that lie ahead; they are here too.
        """
        gates = self._gates(state)
        behind = {entry.step for entry in state.trail}
        steps = (Step("item", name) for name in self.items if gates.get(name) is not False)
        return tuple(step for step in steps if step in behind or state.recorded(step) is not None)

    def spared(self, state: State) -> tuple[str, ...]:
        """The questions that the offer would leave out, as far as they apply and nothing is known of them."""
        gates = self._gates(state)
        return tuple(
            name
            for name in self.items
            if name in self._may_be_spared
            and gates[name] is not False
            and rest_of(state.answers.get(name)) == NOT_ASKED
        )

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
        if handing != Passed(_HAND_OVER_ALL) or not self._due_alone(state, WHOLE_SET):
            return False
        passed, in_force = {entry.step for entry in state.trail}, self.in_force(state)
        answered = (step for step in passed if step.id in self._cannot_wait and step.id in in_force)
        return any(card not in passed for step in answered for card in self.raised(step, state))

    def _last_wall(self, state: State) -> Passed | None:
        return next((entry for entry in reversed(state.trail) if entry.step.kind in WALLS), None)

    def applies(self, item: Item, state: State) -> bool:
        """Whether a circumstance still has to be asked: the fewer questions, the better."""
        return self._matters.is_asked(item, state.answers)

    # --- the order ---

    def _due_in(self, stage: Stage, so_far: _SoFar) -> Iterable[Step]:
        """What there is to pass in a stage; what was passed may be among it."""
        match stage:
            case "card":
                return [Step("card")] if self._about.card else ()
            case "agreement":
                return [Step("agreement")] if self._about.agreement else ()
            case "hand_over":
                alone = self._whole_set_alone and self._due_alone(so_far.state, WHOLE_SET)
                return [_HAND_OVER_ALL] if alone else ()
            case "questions" if not self._whole_set_alone:
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
            gate = self._gate(item, so_far)
            is_due = gate is True or (gate is None and item.always and item.stage == "closing")
            if is_due and not (self._whole_set_alone and _is_answered_alone(item)):
                yield step

    def _skipped(self, section: Iterable[Item], so_far: _SoFar) -> Iterator[Step]:
        """What was passed and has no answer, and the rest of what was only begun to be ticked: it comes once more.

        Where nobody is asked, nobody may have found the words meanwhile: it can be filled in from the review.
        """
        for item in section if self._asks and not self._whole_set_alone else ():
            passed = Step("item", item.id)
            if passed not in so_far.passed or item.id in so_far.left_out or not _comes_once_more(item):
                continue
            if rest_of(so_far.state.recorded(passed)) == NOT_ASKED and self._gate(item, so_far) is not False:
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
            and self.assessor.assess(state.answers, so_far.gates).level_is_settled
        ):
            yield offer

    def _once_more(self, so_far: _SoFar) -> Iterator[Step]:
        """What was skipped last in its section, and then what is always asked and waits.

        What stays unknown then stays not asked.
        """
        yield from self._skipped(self.items.values(), so_far)
        for item in self.items.values():
            waits = item.always and _comes_once_more(item) and self._gate(item, so_far) is None
            if waits and not (self._whole_set_alone and _is_answered_alone(item)):
                yield Step("item", item.id)

    def begins_section(self, state: State, step: Step) -> bool:
        """Whether another section of questions begins with a step: a good moment for a break.

        What is asked again in its place may lie before what was asked last, and begins nothing.
        """
        asked = self._asked(state)
        if not asked or step.kind != "item" or not self._asks or self._whole_set_alone:
            return False
        ended, begins = asked[-1], self.items[step.id]
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

    def _gate(self, item: Item, so_far: _SoFar) -> Truth:
        return so_far.gates[item.id] if item.counts else self.applies(item, so_far.state)

    def _gates(self, state: State) -> Mapping[str, Truth]:
        """For every question: True (open), False (closed) or None (it waits)."""
        # A screen asks for it several times, and in a large set it takes long to work out. Answers never change.
        if self._tested is None or self._tested[0] is not state.answers:
            self._tested = (state.answers, {**self._ungated, **self.assessor.gates.test(state.answers)})
        return self._tested[1]

    def _asked(self, state: State) -> list[Item]:
        """The questions that lie behind."""
        items = (self.items[entry.step.id] for entry in state.trail if entry.step.kind == "item")
        return [item for item in items if item.counts]

    # --- cards ---

    def _cards(self, state: State) -> Iterator[Step]:
        """The cards of what the last answer raised, and of what was answered alone or taken over."""
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
        in_force = self.in_force(state)
        for item in self.items.values():
            section = item.section.id if item.section is not None else WHOLE_SET
            if item.id in in_force and not scopes.isdisjoint({WHOLE_SET, section}):
                yield Step("item", item.id)

    # --- answering alone ---

    def _alone(self, state: State, handing: Passed) -> Iterator[Step]:
        """What the person answers alone: nothing but questions in their own words, then giving the screen back."""
        if handing.choice != STOPPED and not self.is_asked_back(state):
            yield from self._due_alone(state, handing.step.id)
        yield Step("give_back", handing.step.id)

    def _due_alone(self, state: State, scope: str) -> list[Step]:
        """What is still to be answered of what is handed over: a section, or `WHOLE_SET`."""
        so_far = _SoFar(state, self._gates(state), {entry.step for entry in state.trail}, frozenset())
        due = []
        for item in self.items.values():
            inside = scope == WHOLE_SET or (item.section is not None and item.section.id == scope)
            step = Step("item", item.id)
            if not inside or step in so_far.passed or not _is_answered_alone(item):
                continue
            gate = self._gate(item, so_far)
            if gate is True or (gate is None and item.always):
                due.append(step)
        return due


def _where(item: Item) -> str:
    """The section in which an item stands, or its stage: no section has the name of one."""
    return f"section {item.section.id}" if item.section is not None else item.stage


def _is_answered_alone(item: Item) -> bool:
    """Whether the person can answer it alone. Nothing is before the agreement to that."""
    return item.ask_self is not None and is_before("agreement", item.stage)


def _comes_once_more(item: Item) -> bool:
    """Whether there is time to ask it again: it stands between the agreement and the closing."""
    return is_before("agreement", item.stage) and is_before(item.stage, "once_more")
