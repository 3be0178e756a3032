"""A practice: the interview itself on an invented case, whose story comes first and is a key away at any question.

Every screen of it says that it is practice.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import Step
from screening.language.messages import Text, gettext
from screening.show.lines import Line
from screening.show.practice_words import practising
from screening.terminal.conversation import Conversation
from screening.terminal.screen import Choice, Dialog, Input, Key, Part, Screen

_END = "end"
_PAUSED = (
    Choice("g", "go_on", gettext("Go on with the practice")),
    Choice("e", _END, gettext("End the practice here")),
)
_NO_CODE = Line(
    "text",
    gettext(
        "In a real screening, here is a code to write on paper. In practice there is none: leave it open, or end it."
    ),
)
_INVENTED = Line("text", gettext("This is practice. The case is invented, and a pause shows no code."))
_READ_AGAIN = Line("paragraph", gettext("Read it, and then record what it tells. t shows it again at any question."))


class Story:
    """What a case tells."""

    def __init__(self, title: str, story: str, place_in_exercise: Text = "") -> None:
        """Args: title, story: of the case; place_in_exercise: such as "case 2 of 5"."""
        self._heading = practising(title)
        self._progress = place_in_exercise
        self._lines = (Line("text", story.strip()),)

    def first(self, keys: frozenset[Key] = frozenset()) -> Screen:
        """The story before the interview."""
        return self._screen((*self._lines, _READ_AGAIN), keys)

    def again(self) -> Screen:
        """The story in the middle of it."""
        return self._screen(self._lines)

    def _screen(self, lines: Sequence[Line], keys: frozenset[Key] = frozenset()) -> Screen:
        return Screen(self._heading, self._progress, tuple(lines), keys=keys, help=(_INVENTED,))


class Practice:
    """An interview on an invented case."""

    def __init__(
        self,
        story: Story,
        interview: Interview,
        conversation: Conversation,
        ended: Callable[[], Dialog | None] = lambda: None,
    ) -> None:
        """Prepare it.

        Args:
            story: what the case tells.
            interview: the interview.
            conversation: the talk, with what follows at its end.
            ended: what goes on where the practice is ended early.
        """
        self._story = story
        self._interview = interview
        self._conversation = conversation
        self._ended = ended
        self._begins = True
        self._reads = False
        self._paused = False

    @property
    def step(self) -> Step | None:
        """The step of the interview that is shown; None where it is the story, or a pause."""
        return None if self._begins or self._reads or self._paused else self._conversation.step

    def screen(self) -> Screen:
        """The story, or the screen of the interview."""
        if self._begins:
            return self._story.first()
        if self._reads:
            return self._story.again()
        if self._paused:
            return Screen(practising(gettext("Pause")), lines=(_NO_CODE,), choices=_PAUSED, help=(_INVENTED,))
        screen = self._conversation.screen()
        return replace(
            screen, heading=practising(screen.heading), keys=screen.keys | {"story"}, help=(_INVENTED, *screen.help)
        )

    def take(self, given: Input) -> Dialog | None:
        """Show the story and come back from it, pause, or give the interview its input."""
        if self._begins or self._reads:
            self._begins = self._reads = False
            return self
        if self._paused:
            self._paused = False
            return self._ended() if given.value == _END else self
        if given.act in {"story", "pause"}:
            self._keep(given)
            self._reads, self._paused = given.act == "story", given.act == "pause"
            return self
        going = self._conversation.take(given)
        return self if going is self._conversation else going

    def _keep(self, given: Input) -> None:
        """What was marked already and not answered yet is still marked when they come back."""
        if given.value:
            conversation = self._conversation
            conversation.state = self._interview.record(conversation.state, given.value)


class Feedback:
    """What is told after a case, and then what comes next."""

    def __init__(
        self,
        heading: Text,
        lines: Sequence[Line],
        parts: Sequence[Part],
        story: Story | None = None,
        then: Callable[[], Dialog | None] | None = None,
    ) -> None:
        """Prepare it.

        Args:
            heading: what stands above it.
            lines: the first page.
            parts: the others.
            story: what the case tells, to be read again.
            then: what comes next; None where this is the end.
        """
        self._story = story
        self._then = then
        keys: frozenset[Key] = frozenset({"story"}) if story is not None else frozenset()
        heading = practising(heading)
        self._screen = Screen(
            heading, lines=tuple(lines), parts=tuple(parts), keys=keys, help=(_INVENTED,), last=then is None
        )
        self._reads = False

    def screen(self) -> Screen:
        """What is told, or the story."""
        return self._story.again() if self._reads and self._story is not None else self._screen

    def take(self, given: Input) -> Dialog | None:
        """Show the story and come back from it, or go on."""
        if self._reads or given.act == "story":
            self._reads = not self._reads
            return self
        return self._then() if self._then is not None else None
