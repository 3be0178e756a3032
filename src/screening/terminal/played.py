"""An interview that plays itself, screen by screen: somebody looks on, and says when the next screen may come.

The screens are those of the interview itself. What is typed at each of them is shown, and done when they go on.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from screening.interview.state import Step
from screening.sets.answers import values_of
from screening.show.lines import Line
from screening.terminal.conversation import Conversation
from screening.terminal.screen import Dialog, Input, Screen
from screening.terminal.typed_input import understand


class Played:
    """Plays an interview from its first step to its last."""

    def __init__(
        self,
        conversation: Conversation,
        typed: Callable[[Step], str],
        before: Sequence[Screen],
        after: Callable[[], Sequence[Screen]],
        aside: Callable[[Step], Sequence[Line]] = lambda _: (),
    ) -> None:
        """Prepare to play.

        Args:
            conversation: the interview, at its beginning, and with nothing that follows it.
            typed: what is typed at a step, line by line.
            before: what is shown before it, such as the story.
            after: what is shown when it is over, such as the result.
            aside: what is said to whoever looks on, and does not stand on the screen of an interview.
        """
        self._conversation = conversation
        self._typed = typed
        self._around = list(before)
        self._after = after
        self._aside = aside
        self._is_over = False

    @property
    def step(self) -> Step | None:
        """The step of the interview that is shown; None before the first and after the last."""
        return None if self._around or self._is_over else self._conversation.step

    def screen(self) -> Screen:
        """What stands on the screen now, as it is; and what is typed there."""
        step = self.step
        if step is None:
            return replace(self._around[0], played="", last=self._is_over and len(self._around) == 1)
        screen = self._conversation.screen()
        given = self._given(screen, step)
        values = values_of(given.value) if given.act == "choose" else ()
        keys = " ".join(choice.key for value in values for choice in screen.choices if choice.value == value)
        typed = keys if given.act == "choose" else self._typed(step)
        lines = (*screen.lines, *self._aside(step))
        return replace(screen, lines=lines, chosen=values, keys=frozenset(), played=typed)

    def take(self, given: Input) -> Dialog | None:
        """Show the next screen, or end."""
        if given.act == "finish":
            return None
        step = self.step
        if step is None:
            del self._around[0]
        elif self._conversation.take(self._given(self._conversation.screen(), step)) is None:
            self._is_over = True
            self._around = list(self._after())
        return self if self._around or not self._is_over else None

    def _given(self, screen: Screen, step: Step) -> Input:
        given = understand(screen, self._typed(step))
        assert given is not None, f"{step.kind} {step.id} does not take what is typed"
        return given
