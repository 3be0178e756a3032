"""What an input does to where an interview stands (a pure state machine).

The state is what was recorded and the trail of steps passed. The next step is worked out from both; only a step gone
back to is remembered. So going back and giving another answer is the same as having given only that one, and going back
alone changes nothing. What can be told of a state without an input is in `standing`.
"""

from collections.abc import Collection

from msgspec.structs import replace

from screening.interview.standing import Standing
from screening.interview.state import (
    ANSWERED,
    ASKED_BACK,
    LEFT,
    REVIEW,
    STOPPED,
    TAKEN_OVER,
    TURN,
    WALLS,
    Passed,
    State,
    Step,
    StepKind,
)
from screening.sets.answers import NOT_ASKED, Answer, Answers, rest_of


class NotPossible(ValueError):
    """An input that the current step does not take."""


class Interview(Standing):
    """The interview of one set. It stands nowhere itself: every method takes a state."""

    def answer(self, state: State, value: Answer) -> State:
        """Record an answer to the current step and pass it.

        Raises:
            NotPossible: the step does not take this value.
        """
        step = self.current(state)
        if not self.takes(step, value):
            raise NotPossible(f"{step.kind} {step.id!r} does not take {value!r}")
        if step.kind == "item":
            state = replace(state, answers={**state.answers, step.id: value})
        return _passed(state, step, value if isinstance(value, str) and step.kind in {"agreement", "offer"} else "")

    def go_on(self, state: State) -> State:
        """Pass a step that only shows something.

        Raises:
            NotPossible: the step waits for an answer, or the interview is over.
        """
        step = self.current(state)
        if step.kind in ANSWERED or step.kind == "end":
            raise NotPossible(f"{step.kind} {step.id!r} waits for an answer")
        early = step.kind == "give_back" and self._alone.is_asked_back(state)
        return _passed(state, step, ASKED_BACK if early else "")

    def goes_on_alone(self, state: State) -> bool:
        """Whether this is the last card before the screen is handed over once more."""
        return self.current(state).kind == "flag" and self.current(self.go_on(state)).kind == "hand_over"

    def skip(self, state: State) -> State:
        """Pass an item as it is: without an answer it comes once more, at the end of its section.

        Raises:
            NotPossible: the step cannot be skipped.
        """
        step = self.current(state)
        if step.kind != "item":
            raise NotPossible(f"{step.kind} cannot be skipped")
        return _passed(state, step)

    def leave_section(self, state: State) -> State:
        """Go on to the next section. What was not asked of this one stays so, and does not come again.

        From something that comes once more: nothing that was skipped so far comes again.

        Raises:
            NotPossible: this is no question of a section that can be left.
        """
        if not self.may_leave_section(state):
            raise NotPossible("this cannot be left")
        return _passed(state, self.current(state), LEFT)

    def record(self, state: State, value: Answer) -> State:
        """Keep what was marked at the current item, without passing it.

        Raises:
            NotPossible: the step does not take this value.
        """
        recorded = self.answer(state, value).answers
        return replace(state, answers=recorded)

    def back_with(self, state: State, value: Answer) -> State:
        """Record what was marked, and go back as `back` does; first, though, to the card of a flag that it raises.

        Raises:
            NotPossible: the step does not take this value.
        """
        answered = self.answer(state, value)
        if self.current(answered).kind == "flag":
            return answered
        return self.back(replace(state, answers=answered.answers))

    def back(self, state: State) -> State:
        """Go back to the last step that took an answer. Answers stand. At the beginning nothing happens.

        From a step that was gone to from the review it leads back there; from the review of a screening that was
        finished early, to where that happened. Who answers alone goes back no further than to where that began.
        """
        if state.corrects:
            return replace(state, back_at=None, corrects=False)
        if state.finished:
            left = tuple(entry for entry in state.trail if entry.step not in {TURN, REVIEW})
            return replace(state, trail=left, finished=False)
        trail = list(state.trail)
        while trail and trail[-1].step.kind not in ANSWERED:
            if trail[-1].step.kind in WALLS:
                return state
            trail.pop()
        if not trail:
            return state
        step, left = trail[-1].step, tuple(trail[:-1])
        # What was passed before it was passed last was corrected.
        corrects = any(entry.step == step for entry in left)
        return replace(state, trail=left, back_at=step, corrects=corrects)

    def finish(self, state: State) -> State:
        """Finish now, with what there is: only the cards that nobody has seen and the review are left."""
        step = self.current(state)
        # A card that was on the screen was seen.
        seen = (Passed(step),) if step.kind == "flag" else ()
        return replace(state, trail=(*state.trail, *seen), back_at=None, corrects=False, finished=True)

    def finish_with(self, state: State, value: Answer) -> State:
        """Record what was marked, and finish as `finish` does.

        Raises:
            NotPossible: the step does not take this value.
        """
        return replace(self.answer(state, value), finished=True)

    def hand_over(self, state: State) -> State:
        """Give the rest of this section to the person, to answer alone.

        Raises:
            NotPossible: the step is no question that can be answered alone.
        """
        if not self.may_hand_over(state):
            raise NotPossible("this cannot be handed over")
        section = self.item(self.current(state)).section
        assert section is not None
        return replace(state, trail=(*state.trail, Passed(Step("hand_over", section.id))), back_at=None)

    def stop_alone(self, state: State) -> State:
        """The person who answers alone stops here: only giving the screen back is left.

        Raises:
            NotPossible: nobody answers alone.
        """
        handing = self._alone.handing(state)
        if handing is None:
            raise NotPossible("nobody answers alone")
        trail = tuple(replace(entry, choice=STOPPED) if entry is handing else entry for entry in state.trail)
        return replace(state, trail=trail, back_at=None)

    def go_to(self, state: State, step: Step) -> State:
        """From the review to a step behind it, to correct it.

        Raises:
            NotPossible: this is no review, or the step is not in it.
        """
        if self.current(state) != REVIEW or step not in self.to_review(state):
            raise NotPossible(f"{step.kind} {step.id!r} cannot be gone to")
        return replace(state, back_at=step, corrects=True)

    def take_over(self, recorded: Answers, seen: Collection[str] = ()) -> State:
        """The state at which a screening begins of which something is known already, so that it need not be asked.

        A card that it raises and nobody has seen comes at once. Everything else is asked in its place: what is missing
        of safety comes before anything else. So is a list of which only something was ticked, with its ticks.

        Args:
            recorded: what is known, perhaps from another set's screening in the same talk.
            seen: the flags whose cards were shown then.
        """
        state = State(answers=self.fitting(recorded))
        in_force = self._applying.in_force(state)
        trail: list[Passed] = []
        for name in self.items:
            step = Step("item", name)
            if name in in_force and rest_of(in_force[name]) != NOT_ASKED:
                shown = (card for card in self._cards.raised(step, state) if card.id in seen)
                trail += (Passed(step, TAKEN_OVER), *map(Passed, shown))
        return replace(state, trail=tuple(trail))

    def fitting(self, recorded: Answers) -> Answers:
        """What was recorded elsewhere, perhaps with another set, as far as it is an answer here."""
        items = self.items
        return {name: answer for name, answer in recorded.items() if name in items and items[name].takes(answer)}

    def resume(self, answers: Answers, again: Collection[str] = ()) -> State:
        """The state at which a screening goes on that was broken off with these answers.

        What is recorded counts as passed, and an open question before the last answer as skipped. The card and the
        agreement come anew: it may be another day, and another screener.

        Args:
            answers: what is recorded.
            again: what had an answer that does not count any more. It is asked in its place, as if for the first time.
        """
        whole = State(answers=dict(answers))
        # What was recorded and would not be asked any more must not be waited for.
        waiting = set(self._applying.waiting(whole))
        left = {
            name
            for name in self.in_force(whole)
            if name not in waiting and name in self.items and self._applying.matters(self.items[name], whole)
        }
        state = State()
        while left:
            step = self.current(state)
            if step.kind == "end":
                break
            match step.kind:
                case "item":
                    left.discard(step.id)
                    recorded = whole.recorded(step)
                    state = self.skip(state) if recorded is None else self.answer(state, recorded)
                case "agreement":
                    state = self.answer(state, "yes")
                case "offer":
                    state = self.answer(state, "go_on")
                case _:
                    state = self.go_on(state)
        anew: set[StepKind] = {"card", "agreement", "hand_over", "give_back", "turn", "review"}
        trail = (entry for entry in state.trail if entry.step.kind not in anew)
        return replace(
            whole, trail=tuple(entry for entry in trail if entry.step.kind != "item" or entry.step.id not in again)
        )


def _passed(state: State, step: Step, choice: str = "") -> State:
    return replace(state, trail=(*state.trail, Passed(step, choice)), back_at=None, corrects=False)
