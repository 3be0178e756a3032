"""Which steps are due, from what was recorded and the trail of steps passed (pure).

What was passed is not due any more, and nothing else is remembered: the same record and trail have the same agenda.
"""

import itertools
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.engine.gating import Gates
from screening.sets.conditions.compile import Truth
from screening.sets.items import items_of
from screening.sets.model import (
    CHILD_AGES,
    CHILD_FLAG,
    Answer,
    CircumstanceWording,
    IndicatorSet,
    Question,
    Section,
)
from screening.sets.order import QuestionStage, is_before

StepKind = Literal[
    "circumstance",
    "card",
    "agreement",
    "question",
    "flag",
    "break",
    "offer",
    "closing_card",
    "hand_over",
    "give_back",
    "turn",
    "review",
    "end",
]

AGREEMENT: tuple[str, ...] = ("yes", "not_now", "stop")
OFFER: tuple[str, ...] = ("always_only", "go_on")
# The person who answers alone wants no more questions.
STOPPED = "stopped"
# What is handed over where the person answers a whole set alone; otherwise it is a section.
WHOLE_SET = ""


class Step(Struct, frozen=True):
    """One screen.

    Attributes:
        kind: what it is. `hand_over` gives the screen to the person, who answers alone until `give_back`; at `turn` the
            screen is turned away from the person.
        id: of the circumstance, question, flag or section; the outcome, for the end.
        again: a skipped question that comes once more before the closing.
    """

    kind: StepKind
    id: str = ""
    again: bool = False


class Passed(Struct, frozen=True):
    """A step that lies behind, with what was chosen where that is no answer to keep."""

    step: Step
    choice: str = ""


class State(Struct, frozen=True):
    """Where an interview stands. Answers live here and nowhere else.

    Attributes:
        answers, circumstances: everything recorded; answers stand until they are changed.
        trail: the steps that lie behind; going back shortens it.
        back_at: the step to which the screener went back; None where the next step follows from the rest.
        finished: the screener chose to finish with what there is; only the review is left.
    """

    answers: Mapping[str, Answer] = {}
    circumstances: Mapping[str, Answer] = {}
    trail: tuple[Passed, ...] = ()
    back_at: Step | None = None
    finished: bool = False

    def recorded(self, step: Step) -> Answer | None:
        """What stands recorded for a question or circumstance."""
        if step.kind == "question":
            return self.answers.get(step.id)
        return self.circumstances.get(step.id) if step.kind == "circumstance" else None


class Slot(Struct, frozen=True):
    """A question in the order of the interview."""

    stage: QuestionStage
    section: Section
    question: Question


ANSWERED: frozenset[StepKind] = frozenset({"circumstance", "agreement", "question", "offer"})
# Only the screener goes back from here, and not to what the person answered alone: that is corrected in the review.
WALLS: frozenset[StepKind] = frozenset({"hand_over", "give_back"})
TURN = Step("turn")
REVIEW = Step("review")
HAND_OVER_ALL = Step("hand_over", WHOLE_SET)


class Agenda:
    """The order of the interview of one set."""

    def __init__(self, indicator_set: IndicatorSet, places_with_districts: Collection[str]) -> None:
        """Prepare the order.

        Args:
            indicator_set: a set without problems.
            places_with_districts: the places in which the district matters for whom to call.
        """
        self.set = indicator_set
        self.assessor = Assessor(indicator_set)
        self._gates = Gates(indicator_set)
        self._places_with_districts = frozenset(places_with_districts)
        self.slots = [Slot(*slot) for slot in indicator_set.questions()]
        self.questions = {slot.question.id: slot for slot in self.slots}
        self._without_gate: Mapping[str, Truth] = dict.fromkeys(self.questions, True)
        # What the person is spared who takes the offer; nothing of their safety is.
        self._may_be_spared = frozenset(
            slot.question.id for slot in self.slots if slot.stage != "safety" and not slot.question.always
        )
        self._raised_by_answer = {
            slot.question.id: {option.id: option.raises for option in slot.question.choices} for slot in self.slots
        }
        worded = {wording.id: wording for wording in indicator_set.about.circumstances}
        self.wording: Mapping[str, CircumstanceWording] = worded
        items = items_of(indicator_set).values()
        self._circumstances = [item.id for item in items if item.stage in {"age", "circumstances"}]
        self._wishes = [item.id for item in items if item.kind == "wish"]
        self._order: list[tuple[StepKind, str]] = [
            ("question" if item.counts else "circumstance", item.id) for item in items
        ]

    def due(self, state: State) -> Iterator[Step]:
        """Every step that is due now, the first first; those behind it may change with its answer."""
        handing = self.handing(state)
        if handing is not None:
            yield from self._alone(state, handing)
            return
        passed = {entry.step for entry in state.trail}
        chosen = {entry.step.kind: entry.choice for entry in state.trail}
        yield from (card for card in self._cards(state) if card not in passed)
        if state.finished:
            yield from self._review(state, passed)
            return

        opening = [Step("circumstance", "place")] if "place" in self.wording else []
        opening += [Step("card")] if self.set.about.card else []
        opening += [Step("agreement")] if self.set.about.agreement else []
        yield from (step for step in opening if step not in passed)
        if chosen.get("agreement", "yes") != "yes":
            yield Step("end", chosen["agreement"])
            return

        if self.set.about.audience == "person":
            yield from self._around_whole_set(state, passed)
            return
        gates = self._test(state)
        spared = self._may_be_spared if chosen.get("offer") == "always_only" else frozenset[str]()
        yield from self._first_round(passed, gates, spared, "safety")
        yield from (
            Step("circumstance", name)
            for name in self._circumstances
            if Step("circumstance", name) not in passed and self.applies(name, state)
        )
        yield from self._first_round(passed, gates, spared, "seen")
        questions = self._first_round(passed, gates, spared, "questions")
        if questions:
            yield from self._offer(state, passed, questions)
            if not spared:
                yield from self._break(state, passed, questions[0])
            yield from questions
        yield from self._once_more(state, passed, gates, spared)
        for slot in self.slots:
            step = Step("question", slot.question.id)
            gate = gates[slot.question.id]
            if slot.question.always and slot.stage != "closing" and gate is None and step not in passed:
                yield step
        for slot in self.slots:
            step = Step("question", slot.question.id)
            gate = gates[slot.question.id]
            asked = gate is True or (gate is None and slot.question.always)
            if slot.stage == "closing" and asked and step not in passed and slot.question.id not in spared:
                yield step
        yield from (Step("circumstance", name) for name in self._wishes if Step("circumstance", name) not in passed)
        if self.set.about.closing_card and Step("closing_card") not in passed:
            yield Step("closing_card")
        yield from self._review(state, passed)

    def set_aside(self, state: State) -> tuple[str, ...]:
        """The questions that have an answer which does not count, because the question does not apply (any more)."""
        return tuple(name for name, gate in self._test(state).items() if gate is False and name in state.answers)

    def in_force(self, state: State) -> dict[str, Answer]:
        """The answers without those that are set aside."""
        aside = set(self.set_aside(state))
        return {name: answer for name, answer in state.answers.items() if name not in aside}

    def waiting(self, state: State) -> tuple[str, ...]:
        """The questions that are not asked while an earlier answer is missing; without it, never."""
        gates = self._test(state)
        return tuple(name for name, gate in gates.items() if gate is None and not self.questions[name].question.always)

    def to_review(self, state: State) -> tuple[Step, ...]:
        """What is recorded and counts, and what was passed without an answer, each once and in the order of asking.

        After going back, answers count that lie ahead; they are here too.
        """
        gates = self._test(state)
        behind = {entry.step for entry in state.trail}
        steps = (Step(kind, name) for kind, name in self._order)
        return tuple(
            step
            for step in steps
            if (step in behind or state.recorded(step) is not None)
            and (step.kind == "circumstance" or gates[step.id] is not False)
        )

    def handing(self, state: State) -> Passed | None:
        """The last handing over, where the screen has not come back since."""
        walls = (entry for entry in reversed(state.trail) if entry.step.kind in WALLS)
        last = next(walls, None)
        return last if last is not None and last.step.kind == "hand_over" else None

    def _test(self, state: State) -> Mapping[str, Truth]:
        """For every question: True (open), False (closed) or None (it waits)."""
        return {**self._without_gate, **self._gates.test(state.answers, state.circumstances)}

    def _cards(self, state: State) -> Iterator[Step]:
        """The cards of the flags that the last answer raised, and of those raised by what was answered alone."""
        for step in (*self._answered_alone(state), *self._last_answered(state)):
            if step.kind == "circumstance" and step.id == "age" and state.circumstances.get("age") in CHILD_AGES:
                yield Step("flag", CHILD_FLAG)
            if step.kind == "question" and step.id in state.answers:
                answer = state.answers[step.id]
                by_option = self._raised_by_answer[step.id]
                for tick in answer if isinstance(answer, tuple) else (answer,):
                    yield from (Step("flag", flag) for flag in by_option.get(tick, ()))

    def _last_answered(self, state: State) -> Iterator[Step]:
        answered = (entry.step for entry in reversed(state.trail) if entry.step.kind in ANSWERED)
        yield from itertools.islice(answered, 1)

    def _answered_alone(self, state: State) -> Iterator[Step]:
        """What is recorded of everything that came back. Who went back and then stopped passed not all of it."""
        scopes = {entry.step.id for entry in state.trail if entry.step.kind == "give_back"}
        if self.set.about.audience == "person":
            scopes.add(WHOLE_SET)
        if not scopes:
            return
        in_force = self.in_force(state)
        for kind, name in self._order:
            asked = kind == "question"
            within = {WHOLE_SET, self.questions[name].section.id} if asked else {WHOLE_SET}
            if name in (in_force if asked else state.circumstances) and within & scopes:
                yield Step(kind, name)

    def _first_round(
        self, passed: set[Step], gates: Mapping[str, Truth], spared: Collection[str], stage: QuestionStage
    ) -> list[Step]:
        """What is open in a stage and was not passed."""
        names = (slot.question.id for slot in self.slots if slot.stage == stage)
        steps = (Step("question", name) for name in names if gates[name] is True and name not in spared)
        return [step for step in steps if step not in passed]

    def _offer(self, state: State, passed: set[Step], coming: list[Step]) -> Iterator[Step]:
        """Once the level is settled, the person may be spared the rest: the offer to go on to the always-questions."""
        offer = Step("offer")
        begun = any(
            entry.step.kind == "question" and self.questions[entry.step.id].stage in {"seen", "questions"}
            for entry in state.trail
        )
        spares = any(step.id in self._may_be_spared for step in coming)
        if (
            begun
            and spares
            and offer not in passed
            and self.assessor.assess(state.answers, state.circumstances).settled
        ):
            yield offer

    def _break(self, state: State, passed: set[Step], coming: Step) -> Iterator[Step]:
        """Before a new section: a break, at the end of the section in which the last question was asked."""
        asked = [entry.step.id for entry in state.trail if entry.step.kind == "question"]
        if not asked:
            return
        ended = self.questions[asked[-1]]
        begins = self.questions[coming.id].section is not ended.section
        step = Step("break", ended.section.id)
        if self.set.asks and ended.stage == "questions" and begins and step not in passed:
            yield step

    def _once_more(
        self, state: State, passed: set[Step], gates: Mapping[str, Truth], spared: Collection[str]
    ) -> Iterator[Step]:
        """Everything that was skipped, before the closing; what stays unknown then stays not asked.

        What was passed and has no answer was skipped.
        """
        for slot in self.slots:
            first = Step("question", slot.question.id)
            open_still = first in passed and state.recorded(first) is None and gates[slot.question.id] is not False
            if open_still and slot.stage != "closing" and slot.question.id not in spared:
                step = replace(first, again=True)
                if step not in passed:
                    yield step
        for name in self._circumstances:
            step = Step("circumstance", name, again=True)
            first = replace(step, again=False)
            open_still = first in passed and state.recorded(first) is None and self.applies(name, state)
            if open_still and step not in passed:
                yield step

    def applies(self, circumstance: str, state: State) -> bool:
        """Whether a circumstance still has to be asked: the fewer questions, the better."""
        if circumstance == "under_18_when_it_began":
            decided = state.circumstances.get("age") in CHILD_AGES
            return not decided or circumstance in self._gates.circumstances
        if circumstance == "district":
            # Only the units that protect children go by district.
            place = state.circumstances.get("place")
            return place in self._places_with_districts and state.circumstances.get("age") in CHILD_AGES
        return True

    def _review(self, state: State, passed: set[Step]) -> Iterator[Step]:
        """What stands between the talk and the result, for the screener alone."""
        if TURN not in passed:
            yield TURN
        if REVIEW not in passed and self.to_review(state):
            yield REVIEW

    def _alone(self, state: State, handing: Passed) -> Iterator[Step]:
        """What the person answers alone: nothing but questions in their own words, then giving the screen back."""
        if handing.choice != STOPPED:
            yield from self._due_alone(state, handing.step.id)
        yield Step("give_back", handing.step.id)

    def _due_alone(self, state: State, scope: str) -> list[Step]:
        """What is still to be answered of what is handed over: a section, or `WHOLE_SET`."""
        gates = self._test(state)
        due: list[Step] = []
        for slot in self.slots:
            gate = gates[slot.question.id]
            inside = slot.question.ask_self is not None and scope in {WHOLE_SET, slot.section.id}
            if inside and (gate is True or (gate is None and slot.question.always)):
                due.append(Step("question", slot.question.id))
        if scope == WHOLE_SET:
            safety = sum(is_before(self.questions[step.id].stage, "age") for step in due)
            asked = (name for name in self._circumstances if self._asked_alone(name) and self.applies(name, state))
            due[safety:safety] = [Step("circumstance", name) for name in asked]
            due += [Step("circumstance", name) for name in self._wishes if self._asked_alone(name)]
        passed = {entry.step for entry in state.trail}
        return [step for step in due if step not in passed]

    def _around_whole_set(self, state: State, passed: set[Step]) -> Iterator[Step]:
        """What is the screener's where the person answers the whole set alone."""
        for name in self._circumstances:
            step = Step("circumstance", name)
            if not self._asked_alone(name) and self.applies(name, state) and step not in passed:
                yield step
        if HAND_OVER_ALL not in passed and self._due_alone(state, WHOLE_SET):
            yield HAND_OVER_ALL
        for name in self._wishes:
            if not self._asked_alone(name) and Step("circumstance", name) not in passed:
                yield Step("circumstance", name)
        gates = self._test(state)
        for slot in self.slots:
            step = Step("question", slot.question.id)
            gate = gates[slot.question.id]
            theirs = slot.question.ask_self is None and (gate is True or (gate is None and slot.question.always))
            if theirs and step not in passed:
                yield step
        if self.set.about.closing_card and Step("closing_card") not in passed:
            yield Step("closing_card")
        yield from self._review(state, passed)

    def _asked_alone(self, circumstance: str) -> bool:
        return self.wording[circumstance].ask is not None
