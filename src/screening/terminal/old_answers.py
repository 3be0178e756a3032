"""Old answers beside today's statements: each counts only once the screener has confirmed it."""

from collections.abc import Callable, Sequence

from screening.interview.answer_code import Decoded, encode, what_changed
from screening.interview.machine import Interview
from screening.interview.state import State
from screening.language.messages import Text, gettext, ngettext
from screening.result.advise import flag_card
from screening.sets.answers import Answer
from screening.show.lines import Line
from screening.terminal.conversation import END, PAUSED, pause_screen
from screening.terminal.review import answer_text
from screening.terminal.screen import Choice, Dialog, Input, Key, Screen
from screening.terminal.session_context import SessionContext

_STANDS, _AGAIN = "stands", "again"
_CHOICES = (
    Choice("k", _STANDS, gettext("Keep it: the answer stands")),
    Choice("a", _AGAIN, gettext("Ask again: nothing is recorded until then")),
)
_KEYS: frozenset[Key] = frozenset({"back", "pause"})
_HELP = (
    Line("text", gettext("The code holds only the short names in square brackets, and not what they said then.")),
    Line("text", gettext("If you are not sure that the answer was given to this statement, ask it again.")),
)


class OldAnswers:
    """Goes through the answers of a code that was made when the same answers meant something else."""

    def __init__(
        self,
        interview: Interview,
        context: SessionContext,
        decoded: Decoded,
        begin: Callable[[State, int], Dialog],
        before: Sequence[Screen] = (),
    ) -> None:
        """Prepare to go through them.

        Args:
            interview: the interview in which they may be recorded.
            context: what it needs from around it.
            decoded: the set and the answers.
            begin: what begins with the confirmed answers, given how many others there were.
            before: what is explained before anything else.
        """
        self._interview = interview
        self._context = context
        fitting = interview.fitting(decoded.answers)
        self._old = {name: fitting[name] for name in interview.items if name in fitting}
        self._begin = begin
        self._before = list(before)
        self._changed = what_changed(decoded.version, [decoded.indicator_set])
        # The number of the answer that is shown; before the first, what this is about.
        self._at = -1
        self._decided: dict[str, str] = {}
        self._paused = False

    def screen(self) -> Screen:
        """What this is about, and then one answer after another."""
        if self._paused:
            return self._pause()
        if self._before:
            return self._before[0]
        return self._about() if self._at < 0 else self._answer(self._names[self._at])

    def take(self, given: Input) -> Dialog | None:
        """Keep an answer or leave it out; after the last one the screening begins."""
        if self._paused:
            self._paused = False
            return None if given.value == END else self
        if given.act == "pause":
            self._paused = True
            return self
        if self._before:
            del self._before[0]
            return self
        if given.act == "back":
            self._at -= 1
            return self
        if self._at >= 0:
            self._decided[self._names[self._at]] = str(given.value)
        self._at += 1
        return self if self._at < len(self._names) else self._end()

    @property
    def _names(self) -> tuple[str, ...]:
        """What there is to go through: not what the answers kept so far leave no question about (law 10)."""
        gates = self._interview.assessor.gates.test(self._confirmed)
        return tuple(name for name in self._old if gates.get(name) is not False)

    @property
    def _confirmed(self) -> dict[str, Answer]:
        return {name: answer for name, answer in self._old.items() if self._decided.get(name) == _STANDS}

    def _end(self) -> Dialog:
        again = set(self._names) - self._confirmed.keys()
        return self._begin(self._interview.resume(self._confirmed, again), len(again))

    def _about(self) -> Screen:
        flags = self._interview.assessment(State(answers=self._old)).flags
        urgent = [Line("item", flag_card(self._interview.set, flag).title) for flag in flags]
        lines = (
            Line("lead", self._changed),
            Line("text", gettext("The code can be read, but the same answers may mean something else now.")),
            Line("lead", gettext("Turn the screen to yourself.")),
            Line("text", gettext("Each old answer is shown beside the statement of today, one at a time.")),
            Line("text", gettext("What you do not keep is not recorded. It is asked again if it still applies.")),
            *((Line("lead", gettext("Urgent, if it is still so:")), *urgent) if urgent else ()),
        )
        return Screen(gettext("The set has changed"), lines=lines, keys=frozenset({"pause"}))

    def _answer(self, name: str) -> Screen:
        item = self._interview.items[name]
        old = State(answers=self._old)
        decided = self._decided.get(name)
        return Screen(
            gettext("The set has changed"),
            self._progress(),
            lines=(
                Line("lead", gettext("Statement today: {statement}", statement=item.record)),
                Line(
                    "paragraph", gettext("Old answer: {answer}", answer=answer_text(item, old, self._context, ids=True))
                ),
            ),
            choices=_CHOICES,
            chosen=(decided,) if decided is not None else (),
            keys=_KEYS,
            help=_HELP,
        )

    def _progress(self) -> Text:
        return gettext("answer {number} of {total}", number=self._at + 1, total=len(self._names))

    def _pause(self) -> Screen:
        """The confirmed answers as a code. What is not confirmed is in none but the old one."""
        confirmed = self._confirmed
        if not confirmed:
            nothing = gettext("Nothing is confirmed yet. Keep the old code: it still holds everything.")
            return Screen(gettext("Pause"), lines=(Line("lead", nothing),), choices=PAUSED, clears=True)
        told = ngettext(
            "This new code holds the {count} answer that you kept. Keep the old code too: the others are only there.",
            "This new code holds the {count} answers that you kept. Keep the old code too: the others are only there.",
            len(confirmed),
        )
        return pause_screen(encode(self._interview.set, confirmed), PAUSED, Line("lead", told))
