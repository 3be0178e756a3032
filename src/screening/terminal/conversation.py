"""One interview as a talk: what was explained before, the steps, the pause, and what follows at the end.

It asks an `Interview` what comes next and turns inputs into its inputs. Where they come from is its face's business.
"""

from collections.abc import Callable
from dataclasses import replace

from screening.advise import flag_card
from screening.answer_code import encode
from screening.interview import Interview, State, Step
from screening.show.answer_code import code_lines
from screening.show.report import Line
from screening.terminal.screen import Choice, Input, Screen, Talk
from screening.terminal.steps import FINISH, SHOW_RESULT, Desk, review_value, step_screen

_END = "end"
_PAUSED = (
    Choice("g", "go_on", "Go on with the screening"),
    Choice("e", _END, "End now. The code is then the only way back"),
)


class Conversation:
    """One interview at one desk."""

    def __init__(
        self,
        interview: Interview,
        desk: Desk,
        *,
        opening: tuple[Line, ...] = (),
        then: Callable[["Conversation"], Talk | None] = lambda _: None,
        resumed: State | None = None,
    ) -> None:
        """Prepare a conversation.

        Args:
            interview: the interview.
            desk: its surroundings.
            opening: what is explained before the first step; nothing where it is empty.
            then: what follows at the end.
            resumed: the state of a screening that goes on; it is said what was taken over.
        """
        self._interview = interview
        self._desk = desk
        self._then = then
        self._notice: tuple[Line, ...] = ()
        self._paused = False
        self._before = [Screen("Before you begin: this screen", lines=opening)] if opening else []
        if resumed is not None:
            self._before.append(_taken_over(interview, resumed))
        self.state = resumed or State()
        self.ended_by_pause = False

    @property
    def step(self) -> Step | None:
        """The step at which it stands; None before the first one and in a pause."""
        return None if self._before or self._paused else self._interview.current(self.state)

    def screen(self) -> Screen:
        """What stands on the screen now."""
        if self._paused:
            return pause_screen(self.code(), _PAUSED)
        if self._before:
            return self._before[0]
        screen = step_screen(self._interview, self.state, self._desk)
        return replace(screen, lines=(*self._notice, *screen.lines)) if self._notice else screen

    def take(self, given: Input) -> Talk | None:
        """Take an input that the screen allows."""
        if self._paused:
            self._paused = False
            self.ended_by_pause = given.value == _END
            return None if self.ended_by_pause else self
        if given.act == "pause":
            self._paused = True
            return self
        if self._before:
            del self._before[0]
            return self
        before = set(self._interview.set_aside(self.state))
        self.state = self._next(self._interview.current(self.state), given)
        after = set(self._interview.set_aside(self.state))
        self._notice = (
            *_notice(len(after - before), "is now set aside", "are now set aside"),
            *_notice(len(before - after), "counts again", "count again"),
        )
        return self._then(self) if self._interview.current(self.state).kind == "end" else self

    def reopen(self) -> Talk:
        """From the result back to the review, or to the last step where there was none."""
        trail = tuple(entry for entry in self.state.trail if entry.step.kind != "review")
        self.state = replace(self.state, trail=trail)
        if self._interview.current(self.state).kind == "end":
            self.state = self._interview.back(self.state)
        return self

    def code(self) -> str:
        """The answer code of what is recorded and in force."""
        return encode(self._interview.set, self._interview.in_force(self.state), self.state.circumstances)

    def _next(self, step: Step, given: Input) -> State:
        interview, state = self._interview, self.state
        match given.act:
            case "back":
                return interview.back(state)
            case "finish":
                return interview.finish(state)
            case "skip":
                return interview.skip(state)
            case "choose" if step.kind == "flag":
                return interview.finish(state) if given.value == FINISH else interview.go_on(state)
            case "choose" if step.kind == "review":
                return self._reviewed(given)
            case "choose":
                return interview.answer(state, given.value)
            case _:
                return interview.go_on(state)

    def _reviewed(self, given: Input) -> State:
        if given.value == SHOW_RESULT:
            return self._interview.go_on(self.state)
        named = {review_value(step): step for step in self._interview.to_review(self.state)}
        return self._interview.go_to(self.state, named[str(given.value)])


def pause_screen(code: str, choices: tuple[Choice, ...]) -> Screen:
    """The answer code, and nothing of what it holds in words."""
    return Screen("Pause", lines=tuple(code_lines(code)), choices=choices, clears=True)


def _notice(count: int, one: str, more: str) -> tuple[Line, ...]:
    if not count:
        return ()
    return (Line("lead", f"1 earlier answer {one}." if count == 1 else f"{count} earlier answers {more}."),)


def _taken_over(interview: Interview, state: State) -> Screen:
    """What a resumed screening brings: how much is recorded, and what is urgent in it."""
    count = len(interview.in_force(state)) + len(state.circumstances)
    urgent = [flag_card(interview.set, flag).title for flag in interview.assessment(state).flags]
    lines = [
        Line(
            "text",
            f"{count} {'answer' if count == 1 else 'answers'} taken over. All come once more before the result.",
        ),
        Line("text", "Do not ask again what was told already. Ask whether the person agrees that you know it."),
    ]
    if urgent:
        lines += [Line("lead", "Recorded before, and urgent:"), *(Line("item", title) for title in urgent)]
    return Screen("Going on", lines=tuple(lines))
