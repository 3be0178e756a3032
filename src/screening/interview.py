"""Which step comes next, and what an input does (a pure state machine).

The state is what was recorded and the trail of steps passed. The next step is worked out from both; only a step gone
back to is remembered. So going back and giving another answer is the same as having given only that one, and going back
alone changes nothing.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from screening.assess import Assessment, Assessor
from screening.conditions import Truth
from screening.gating import Gates
from screening.model import (
    CHILD_AGES,
    CHILD_FLAG,
    CIRCUMSTANCES,
    DECLINED,
    NOT_DEFINITE,
    Answer,
    CircumstanceWording,
    IndicatorSet,
    Question,
    Section,
    Stage,
)

StepKind = Literal[
    "circumstance",
    "card",
    "agreement",
    "question",
    "flag",
    "break",
    "offer",
    "closing_card",
    "turn",
    "review",
    "end",
]

AGREEMENT: tuple[str, ...] = ("yes", "not_now", "stop")
OFFER: tuple[str, ...] = ("always_only", "go_on")
SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Step:
    """One screen.

    Attributes:
        kind: what it is; `turn` is where the screen is turned away from the person.
        id: of the circumstance, question, flag or section; the outcome, for the end.
        again: a skipped question that comes once more before the closing.
    """

    kind: StepKind
    id: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Passed:
    """A step that lies behind, with what was chosen where that is no answer to keep; `SKIPPED` for a gap."""

    step: Step
    choice: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Where an interview stands. Answers live here and nowhere else.

    Attributes:
        answers, circumstances: everything recorded; answers stand until they are changed.
        trail: the steps that lie behind; going back shortens it.
        back_at: the step to which the screener went back; None where the next step follows from the rest.
        finished: the screener chose to finish with what there is; only the review is left.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    circumstances: Mapping[str, Answer] = field(default_factory=dict)
    trail: tuple[Passed, ...] = ()
    back_at: Step | None = None
    finished: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """A question in the order of the interview."""

    stage: Stage
    section: Section
    question: Question


class NotPossible(ValueError):
    """An input that the current step does not take."""


_ANSWERED: frozenset[StepKind] = frozenset({"circumstance", "agreement", "question", "offer"})
_TURN = Step("turn")
_REVIEW = Step("review")


class Interview:
    """The interview of one set. Holds no state: every method takes one and returns one."""

    def __init__(self, indicator_set: IndicatorSet, places_with_districts: Collection[str] = ()) -> None:
        """Prepare the interview.

        Args:
            indicator_set: a set without problems.
            places_with_districts: the places in which the district matters for whom to call.
        """
        self.set = indicator_set
        self.assessor = Assessor(indicator_set)
        self._gates = Gates(indicator_set)
        self._places_with_districts = frozenset(places_with_districts)
        self._slots = [_Slot(*slot) for slot in indicator_set.questions()]
        self._questions = {slot.question.id: slot for slot in self._slots}
        self._raised_by_answer = {
            slot.question.id: {option.id: option.raises for option in slot.question.choices} for slot in self._slots
        }
        worded = {wording.id: wording for wording in indicator_set.about.circumstances}
        self.wording: Mapping[str, CircumstanceWording] = worded
        wishes = [name for name in worded if CIRCUMSTANCES[name].wish]
        others = [name for name in worded if name not in {"place", "age"} and name not in wishes]
        self._circumstances = [*(["age"] if "age" in worded else []), *others]
        self._wishes = wishes
        safety = [slot.question.id for slot in self._slots if slot.stage == "safety"]
        after = [slot.question.id for slot in self._slots if slot.stage != "safety"]
        self._order: list[tuple[StepKind, str]] = [
            *(("circumstance", name) for name in worded if name == "place"),
            *(("question", name) for name in safety),
            *(("circumstance", name) for name in self._circumstances),
            *(("question", name) for name in after),
            *(("circumstance", name) for name in wishes),
        ]
        self._last: tuple[State, Step] | None = None

    # --- what comes next ---

    def current(self, state: State) -> Step:
        """The step at which the interview stands."""
        if state.back_at is not None:
            return state.back_at
        # A screen asks for it several times, and in a large set it takes long to work out. A state never changes.
        if self._last is None or self._last[0] is not state:
            self._last = (state, next(self._due(state), Step("end", "result")))
        return self._last[1]

    def question(self, step: Step) -> Question:
        """The question of a step of kind `question`."""
        return self._questions[step.id].question

    def section(self, step: Step) -> Section:
        """The section that a question step stands in, or that a break step ends."""
        if step.kind == "break":
            return next(slot.section for slot in self._slots if slot.section.id == step.id)
        return self._questions[step.id].section

    def recorded(self, state: State, step: Step) -> Answer | None:
        """What stands recorded for the step, to be preselected."""
        if step.kind == "question":
            return state.answers.get(step.id)
        return state.circumstances.get(step.id) if step.kind == "circumstance" else None

    def assessment(self, state: State) -> Assessment:
        """The assessment of what is recorded so far."""
        return self.assessor.assess(state.answers, state.circumstances)

    def set_aside(self, state: State) -> tuple[str, ...]:
        """The questions that have an answer which does not count, because the question does not apply (any more)."""
        truths = self._gates.test(state.answers, state.circumstances)
        return tuple(name for name, truth in truths.items() if truth is False and name in state.answers)

    def in_force(self, state: State) -> dict[str, Answer]:
        """The answers without those that are set aside."""
        aside = set(self.set_aside(state))
        return {name: answer for name, answer in state.answers.items() if name not in aside}

    def to_review(self, state: State) -> tuple[Step, ...]:
        """What is recorded and counts, and what was passed without an answer, each once and in the order of asking.

        After going back, answers count that lie ahead; they are here too.
        """
        gates = self._gates.test(state.answers, state.circumstances)
        behind = {replace(entry.step, again=False) for entry in state.trail}
        steps = (Step(kind, name) for kind, name in self._order)
        return tuple(
            step
            for step in steps
            if (step in behind or self.recorded(state, step) is not None)
            and (step.kind == "circumstance" or gates.get(step.id, True) is not False)
        )

    def progress(self, state: State) -> tuple[int, int]:
        """The section in which the interview stands and the number of sections, from 1. Never a score."""
        sections = list(dict.fromkeys(slot.section.id for slot in self._slots))
        passed = [entry.step.id for entry in state.trail if entry.step.kind == "question"]
        step = self.current(state)
        here = step.id if step.kind == "question" else (passed[-1] if passed else "")
        if not here:
            return 1, len(sections)
        return sections.index(self._questions[here].section.id) + 1, len(sections)

    # --- inputs ---

    def answer(self, state: State, value: Answer) -> State:
        """Record an answer to the current step and pass it.

        Raises:
            NotPossible: the step does not take this value.
        """
        step = self.current(state)
        if not self.takes(step, value):
            raise NotPossible(f"{step.kind} {step.id!r} does not take {value!r}")
        if step.kind == "question":
            state = replace(state, answers={**state.answers, step.id: value})
        elif step.kind == "circumstance":
            state = replace(state, circumstances={**state.circumstances, step.id: value})
        return _passed(state, step, value if isinstance(value, str) and step.kind in {"agreement", "offer"} else "")

    def takes(self, step: Step, value: Answer) -> bool:
        """Whether the value is an answer to the step."""
        match step.kind:
            case "agreement":
                return value in AGREEMENT
            case "offer":
                return value in OFFER
            case "question":
                question = self.question(step)
                ids = {option.id for option in question.choices}
                alone = {option.id for option in question.choices if option.alone}
                return _takes(value, ids, NOT_DEFINITE, several=question.several, alone=alone)
            case "circumstance":
                kind = CIRCUMSTANCES[step.id]
                ids = set(kind.values) - {kind.undecided}
                return _takes(value, ids, {kind.undecided, DECLINED}, several=kind.several, alone=set())
            case _:
                return False

    def go_on(self, state: State) -> State:
        """Pass a step that only shows something.

        Raises:
            NotPossible: the step waits for an answer, or the interview is over.
        """
        step = self.current(state)
        if step.kind in _ANSWERED or step.kind == "end":
            raise NotPossible(f"{step.kind} {step.id!r} waits for an answer")
        return _passed(state, step)

    def skip(self, state: State) -> State:
        """Pass a question or circumstance as it is: without an answer it comes once more before the closing.

        Raises:
            NotPossible: the step cannot be skipped.
        """
        step = self.current(state)
        if step.kind not in {"question", "circumstance"}:
            raise NotPossible(f"{step.kind} cannot be skipped")
        return _passed(state, step, SKIPPED if self.recorded(state, step) is None else "")

    def back(self, state: State) -> State:
        """Go back to the last step that took an answer. Answers stand. At the beginning nothing happens.

        From a step that was gone to from the review it leads back there; from the review of a screening that was
        finished early, to where that happened.
        """
        if state.back_at is not None and Passed(_TURN) in state.trail:
            return replace(state, back_at=None)
        if state.finished:
            left = tuple(entry for entry in state.trail if entry.step not in {_TURN, _REVIEW})
            return replace(state, trail=left, finished=False)
        trail = list(state.trail)
        while trail and trail[-1].step.kind not in _ANSWERED:
            trail.pop()
        return replace(state, trail=tuple(trail[:-1]), back_at=trail[-1].step) if trail else state

    def finish(self, state: State) -> State:
        """Finish now, with what there is: only the review is left."""
        step = self.current(state)
        # A card that was on the screen was seen.
        seen = (Passed(step),) if step.kind == "flag" else ()
        return replace(state, trail=(*state.trail, *seen), back_at=None, finished=True)

    def go_to(self, state: State, step: Step) -> State:
        """From the review to a step behind it, to correct it.

        Raises:
            NotPossible: this is no review, or the step is not in it.
        """
        if self.current(state) != _REVIEW or step not in self.to_review(state):
            raise NotPossible(f"{step.kind} {step.id!r} cannot be gone to")
        return replace(state, back_at=step)

    def resume(self, answers: Mapping[str, Answer], circumstances: Mapping[str, Answer]) -> State:
        """The state at which a screening goes on that was broken off with these answers.

        What is recorded counts as passed, and an open question before the last answer as skipped. The card and the
        agreement come anew: it may be another day, and another screener.
        """
        whole = State(answers=dict(answers), circumstances=dict(circumstances))
        # What was recorded and would not be asked any more must not be waited for.
        left = {("question", name) for name in self.in_force(whole)}
        left |= {
            ("circumstance", name) for name in circumstances if name in self.wording and self._applies(name, whole)
        }
        state = State()
        while left:
            step = self.current(state)
            if step.kind == "end":
                break
            left.discard((step.kind, step.id))
            match step.kind:
                case "question" | "circumstance":
                    recorded = self.recorded(whole, step)
                    state = self.skip(state) if recorded is None else self.answer(state, recorded)
                case "agreement":
                    state = self.answer(state, "yes")
                case "offer":
                    state = self.answer(state, "go_on")
                case _:
                    state = self.go_on(state)
        anew: set[StepKind] = {"card", "agreement", "turn", "review"}
        return replace(whole, trail=tuple(entry for entry in state.trail if entry.step.kind not in anew))

    # --- the order ---

    def _due(self, state: State) -> Iterator[Step]:
        """Every step that is due now, the first first; those behind it may change with its answer."""
        passed = {entry.step for entry in state.trail}
        chosen = {entry.step.kind: entry.choice for entry in state.trail}
        yield from (card for card in self._cards_of_last(state) if card not in passed)
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

        gates = self._gates.test(state.answers, state.circumstances)
        short = chosen.get("offer") == "always_only"
        yield from self._first_round(state, passed, gates, "safety", short=False)
        yield from (
            Step("circumstance", name)
            for name in self._circumstances
            if Step("circumstance", name) not in passed and self._applies(name, state)
        )
        yield from self._first_round(state, passed, gates, "seen", short=short)
        yield from self._first_round(state, passed, gates, "questions", short=short)
        yield from self._once_more(state, passed, gates, short=short)
        for slot in self._slots:
            step = Step("question", slot.question.id)
            due = gates.get(slot.question.id, True)
            if slot.question.always and slot.stage != "closing" and due is None and step not in passed:
                yield step
        for slot in self._slots:
            step = Step("question", slot.question.id)
            due = gates.get(slot.question.id, True)
            asked = due is True or (due is None and slot.question.always)
            if slot.stage == "closing" and asked and step not in passed and (slot.question.always or not short):
                yield step
        yield from (Step("circumstance", name) for name in self._wishes if Step("circumstance", name) not in passed)
        if self.set.about.closing_card and Step("closing_card") not in passed:
            yield Step("closing_card")
        yield from self._review(state, passed)

    def _review(self, state: State, passed: set[Step]) -> Iterator[Step]:
        """What stands between the talk and the result, for the screener alone."""
        if _TURN not in passed:
            yield _TURN
        if _REVIEW not in passed and self.to_review(state):
            yield _REVIEW

    def _first_round(
        self, state: State, passed: set[Step], gates: Mapping[str, Truth], stage: Stage, *, short: bool
    ) -> Iterator[Step]:
        slots = [slot for slot in self._slots if slot.stage == stage]
        due = [
            slot
            for slot in slots
            if gates.get(slot.question.id, True) is True
            and Step("question", slot.question.id) not in passed
            and (slot.question.always or not short)
        ]
        if stage == "questions" and due:
            yield from self._offer(state, passed, due)
        if stage == "questions" and due and not short:
            yield from self._break(state, passed, due[0].section)
        yield from (Step("question", slot.question.id) for slot in due)

    def _offer(self, state: State, passed: set[Step], due: list[_Slot]) -> Iterator[Step]:
        """Once the level is settled, the person may be spared the rest: the offer to go on to the always-questions."""
        offer = Step("offer")
        begun = any(
            entry.step.kind == "question" and self._questions[entry.step.id].stage in {"seen", "questions"}
            for entry in state.trail
        )
        spares = any(not slot.question.always for slot in due)
        if begun and spares and offer not in passed and self.assessment(state).settled:
            yield offer

    def _break(self, state: State, passed: set[Step], coming: Section) -> Iterator[Step]:
        """Before a new section: a break, at the end of the section in which the last question was asked."""
        asked = [entry.step.id for entry in state.trail if entry.step.kind == "question"]
        if not asked:
            return
        ended = self._questions[asked[-1]]
        step = Step("break", ended.section.id)
        if ended.stage == "questions" and ended.section is not coming and step not in passed:
            yield step

    def _once_more(self, state: State, passed: set[Step], gates: Mapping[str, Truth], *, short: bool) -> Iterator[Step]:
        """Everything that was skipped, before the closing; what stays unknown then stays not asked."""
        skipped = {entry.step for entry in state.trail if entry.choice == SKIPPED and not entry.step.again}
        for slot in self._slots:
            first = Step("question", slot.question.id)
            applies = gates.get(slot.question.id, True) is not False
            spared = short and not slot.question.always and slot.stage != "safety"
            open_still = first in skipped and self.recorded(state, first) is None
            if open_still and slot.stage != "closing" and applies and not spared:
                step = replace(first, again=True)
                if step not in passed:
                    yield step
        for name in self._circumstances:
            step = Step("circumstance", name, again=True)
            first = replace(step, again=False)
            if first in skipped and self.recorded(state, first) is None and step not in passed:
                yield step

    def _applies(self, circumstance: str, state: State) -> bool:
        """Whether a circumstance still has to be asked: the fewer questions, the better."""
        if circumstance == "under_18_when_it_began":
            decided = state.circumstances.get("age") in CHILD_AGES
            return not decided or circumstance in self._gates.circumstances
        if circumstance == "district":
            # Only the units that protect children go by district.
            place = state.circumstances.get("place")
            return place in self._places_with_districts and state.circumstances.get("age") in CHILD_AGES
        return True

    def _cards_of_last(self, state: State) -> Iterator[Step]:
        """The cards of the flags that the last answer raised."""
        last = next((entry.step for entry in reversed(state.trail) if entry.step.kind in _ANSWERED), None)
        if last is None:
            return
        if last.kind == "circumstance" and last.id == "age" and state.circumstances.get("age") in CHILD_AGES:
            yield Step("flag", CHILD_FLAG)
        if last.kind == "question" and last.id in state.answers:
            answer = state.answers[last.id]
            by_option = self._raised_by_answer[last.id]
            for tick in answer if isinstance(answer, tuple) else (answer,):
                yield from (Step("flag", flag) for flag in by_option.get(tick, ()))


def _passed(state: State, step: Step, choice: str = "") -> State:
    return replace(state, trail=(*state.trail, Passed(step, choice)), back_at=None)


def _takes(value: Answer, ids: Collection[str], undecided: Collection[str], *, several: bool, alone: set[str]) -> bool:
    """Whether a value fits; without known ids (places, districts, languages) any text does."""
    if isinstance(value, str):
        return value in undecided or (not several and (value in ids or not ids))
    known = all(tick in ids or not ids for tick in value)
    return several and bool(value) and known and (len(value) == 1 or alone.isdisjoint(value))
