"""One interview as a dialog: what was explained before, the steps, the pause, and what follows at the end.

It asks an `Interview` what comes next and turns inputs into its inputs. Where they come from is the business of its
frontend.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import ANSWERED, REVIEW, State, Step
from screening.language.messages import gettext, ngettext
from screening.sets.answers import Answer
from screening.show.answer_code import code_lines
from screening.show.lines import Line
from screening.terminal.alone import HAND_OVER, hand_over_screen
from screening.terminal.card_choices import CHILD_SET, FINISH
from screening.terminal.review import SHOW_RESULT, review_value
from screening.terminal.screen import Choice, Dialog, Input, Screen
from screening.terminal.session_context import SessionContext
from screening.terminal.steps import step_screen

END = "end"
PAUSED = (
    Choice("g", "go_on", gettext("Go on with the screening")),
    Choice("e", END, gettext("End now. The code is then the only way back")),
)


class Conversation:
    """One interview in one session."""

    def __init__(
        self,
        interview: Interview,
        context: SessionContext,
        *,
        before: Sequence[Screen] = (),
        then: Callable[["Conversation"], Dialog | None] = lambda _: None,
        for_child: Callable[[State, Dialog], Dialog] | None = None,
        begins: State | None = None,
        notice: tuple[Line, ...] = (),
        back_to: Callable[[], Dialog] | None = None,
    ) -> None:
        """Prepare a conversation.

        Args:
            interview: the interview.
            context: what it needs from around it.
            before: what is explained before the first step.
            then: what follows at the end.
            for_child: what goes on with a child, where the context has it; given what was recorded, and where going
                back leads.
            begins: the state at which it begins; what is known already stands in the review.
            notice: what is said of it at the first step.
            back_to: where going back leads from its beginning.
        """
        self._interview = interview
        self._context = context
        self._then = then
        self._for_child = for_child
        self._notice = notice
        self._paused = False
        self._handing_over = False
        # What was gone to from the review: the way back leads to its row.
        self._row = ""
        self._before = list(before)
        self._back_to = back_to
        self.state = begins if begins is not None else State()
        self._begun_with = len(self.state.trail)
        self._aside = frozenset(interview.set_aside(self.state))
        self.ended_by_pause = False

    @property
    def step(self) -> Step | None:
        """The step at which it stands; None before the first one, in a pause, and where the screen is handed over."""
        aside = self._before or self._paused or self._handing_over
        return None if aside else self._interview.current(self.state)

    def screen(self) -> Screen:
        """What stands on the screen now."""
        if self._paused:
            return pause_screen(self.code(), PAUSED)
        if self._before:
            return self._before[0]
        if self._handing_over:
            return hand_over_screen()
        screen = step_screen(self._interview, self.state, self._context)
        if self._row in {choice.value for choice in screen.choices} and self.step == REVIEW:
            screen = replace(screen, suggested=self._row)
        return replace(screen, lines=(*self._notice, *screen.lines)) if self._notice else screen

    def take(self, given: Input) -> Dialog | None:
        """Take an input that the screen allows."""
        if self._paused:
            self._paused = False
            self.ended_by_pause = given.value == END
            return None if self.ended_by_pause else self
        if given.value and given.act in {"pause", "hand_over"}:
            self.state = self._interview.record(self.state, given.value)
        if given.act == "pause":
            self._paused = True
            return self
        if self._before:
            if given.act == "back" and self._back_to is not None:
                return self._back_to()
            del self._before[0]
            return self
        if self._handing_over or given.act == "hand_over":
            if self._handing_over and given.act == "choose":
                self.state = self._interview.hand_over(self.state)
                self._look_aside()
            self._handing_over = not self._handing_over
            return self
        if given.act == "language":
            return self._their_language(None) or self
        if given.value == CHILD_SET and self._for_child is not None:
            return self._for_child(self.state, self)
        if given.act == "back" and self._back_to is not None and self._has_just_begun:
            return self._back_to()
        spoken = self._spoken
        self.state = self._next(self._interview.current(self.state), given)
        self._look_aside()
        if self._interview.current(self.state).kind == "end":
            return self._then(self)
        # As soon as it is recorded which languages they speak, theirs is proposed.
        return (self._their_language(self._spoken) if self._spoken != spoken else None) or self

    def _their_language(self, spoken: Answer | None) -> Dialog | None:
        their_language = self._context.their_language
        return their_language.proposed(self._interview.set, spoken, self) if their_language is not None else None

    @property
    def _spoken(self) -> Answer:
        """The languages of the person, as they are recorded."""
        return self.state.answers.get("languages", ())

    def reopen(self) -> Dialog:
        """From the result back to the review, or to the last step where there was none."""
        trail = tuple(entry for entry in self.state.trail if entry.step.kind != "review")
        self.state = replace(self.state, trail=trail)
        if self._interview.current(self.state).kind == "end":
            self.state = self._interview.back(self.state)
        if self._interview.current(self.state).kind == "end":
            # Nothing lies behind but what the person left out alone.
            self.state = replace(self.state, trail=tuple(entry for entry in trail if entry.step.kind != "turn"))
        return self

    def code(self) -> str:
        """The answer code of what is recorded and in force."""
        from screening.interview.answer_code import encode  # noqa: PLC0415 - see session.what_comes_later

        return encode(self._interview.set, self._interview.in_force(self.state))

    @property
    def _has_just_begun(self) -> bool:
        """Whether nothing was answered or skipped here that going back could lead to."""
        return not any(entry.step.kind in ANSWERED for entry in self.state.trail[self._begun_with :])

    def _look_aside(self) -> None:
        """Note which answers no longer apply, for the screener: after what was answered alone, when that is over."""
        self._notice = ()
        if self._interview.handed_over(self.state) is not None:
            return
        before, after = self._aside, frozenset(self._interview.set_aside(self.state))
        self._notice = (*_set_aside(len(after - before)), *_counting_again(len(before - after)))
        self._aside = after

    def _next(self, step: Step, given: Input) -> State:
        interview, state = self._interview, self.state
        marked = given.value if given.act != "choose" else ""
        match given.act:
            case "back" if marked:
                return interview.back_with(state, marked)
            case "back":
                return interview.back(state)
            case "skip" if marked:
                return interview.answer(state, marked)
            case "leave_section":
                return interview.leave_section(self._with(marked))
            case "finish" if interview.handed_over(state) is not None:
                return interview.stop_alone(self._with(marked))
            case "finish" if marked:
                return interview.finish_with(state, marked)
            case "finish":
                return interview.finish(state)
            case "skip":
                return interview.skip(state)
            case "choose":
                return self._chosen(step, given.value)
            case _:
                return interview.go_on(state)

    def _chosen(self, step: Step, value: Answer) -> State:
        interview, state = self._interview, self.state
        match step.kind:
            case "hand_over" | "give_back":
                return interview.go_on(state)
            case "flag" if value == FINISH:
                return interview.finish(state)
            case "flag" if value == HAND_OVER.value:
                return interview.go_on(interview.go_on(state))
            case "flag":
                return interview.go_on(state)
            case "review":
                return self._reviewed(value)
            case _:
                return interview.answer(state, value)

    def _with(self, marked: Answer) -> State:
        """The state with what was marked and is not all there is to tell."""
        return self._interview.record(self.state, marked) if marked else self.state

    def _reviewed(self, value: Answer) -> State:
        if value == SHOW_RESULT:
            return self._interview.go_on(self.state)
        self._row = str(value)
        named = {review_value(step): step for step in self._interview.to_review(self.state)}
        return self._interview.go_to(self.state, named[str(value)])


def opening_screen(lines: Sequence[Line]) -> Screen:
    """What is explained before anything is asked."""
    return Screen(gettext("Before you begin: this screen"), lines=tuple(lines))


def pause_screen(code: str, choices: tuple[Choice, ...], *notes: Line) -> Screen:
    """The answer code, and nothing of what it holds in words.

    Args:
        code: the code.
        choices: what can be done then.
        notes: what is said before it.
    """
    return Screen(gettext("Pause"), lines=(*notes, *code_lines(code)), choices=choices, clears=True)


def _set_aside(count: int) -> tuple[Line, ...]:
    told = ngettext("{count} earlier answer is now set aside.", "{count} earlier answers are now set aside.", count)
    return (Line("lead", told),) if count else ()


def _counting_again(count: int) -> tuple[Line, ...]:
    told = ngettext("{count} earlier answer counts again.", "{count} earlier answers count again.", count)
    return (Line("lead", told),) if count else ()
