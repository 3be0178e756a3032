"""Practice codes as a trainer types them, while they are read out: each is answered at once."""

import re
from collections.abc import Callable, Collection
from typing import Final, Protocol

from screening.commands.workshop_cases import CodeRead, read_code
from screening.interview.answer_code import CodedSet, CodeMistake, RealCode, groups_of
from screening.language.messages import Message, gettext, ngettext
from screening.language.scripts import in_english
from screening.reading.code_lines import NOT_A_LABEL, CodeLine, LabelMistake, code_line
from screening.terminal.line_prompt import LinePrompt

_ONE_GROUP: Final = re.compile(r"\s*([0-9]{1,2})[\s:.]+(\S{5})\s*")
_BEFORE: Final = (
    gettext("Type each practice code as it is read out, with the seat before it: 12 P3..."),
    gettext("Small letters and spaces do not matter. An empty line ends. Write no names."),
)
_AGAIN: Final = gettext("Type it all again, or a wrong group alone with its number: 3 ABCDE")


class Kept(Protocol):
    """The codes that were taken so far."""

    @property
    def codes(self) -> Collection[CodeRead]: ...

    def has(self, read: CodeRead) -> bool:
        """Whether this seat has a code for this case already."""
        ...

    def named(self, read: CodeRead) -> CodeRead:
        """A code with a seat."""
        ...


class Typist:
    """Asks for codes until there is no other one.

    Attributes:
        prompt: what asks.
        left: the lines that were mistyped and never put right, by their seats.
    """

    def __init__(
        self, prompt: LinePrompt, sets: Collection[CodedSet], kept: Kept, keep: Callable[[CodeRead], None]
    ) -> None:
        """Prepare to ask.

        Args:
            prompt: what asks.
            sets: those that a code may be of.
            kept: what was taken so far.
            keep: what takes one.
        """
        self.prompt = prompt
        self.left: list[str | None] = []
        self._sets = sets
        self._kept = kept
        self._keep = keep
        self._wrong: CodeLine | None = None

    def work(self) -> None:
        """Ask for codes, until an empty line.

        Raises:
            KeyboardInterrupt: Ctrl-C.
        """
        self.prompt.say(*_BEFORE)
        while typed := (self.prompt.ask(gettext("Code:")) or "").strip():
            for line in typed.splitlines():
                if line.strip():
                    self._take(line)
        self._leave()

    def say_what_was_left(self) -> None:
        """Say which codes were never put right."""
        self._leave()
        for seat in self.left:
            if seat is None:
                self.prompt.say(gettext("Not kept: a code without a seat that was mistyped."))
            else:
                self.prompt.say(gettext("Not kept: the code of seat {seat}, which was mistyped.", seat=seat))

    def _leave(self) -> None:
        """Give up what was mistyped."""
        if self._wrong is not None:
            self.left.append(self._wrong.seat)
            self._wrong = None

    def _take(self, typed: str) -> None:
        try:
            line = self._meant(typed)
        except LabelMistake as mistake:
            # Translators: {problem} is what is wrong with the label of a seat, without a full stop.
            self.prompt.say(gettext("Not kept: {problem}. {hint}", problem=mistake.message, hint=NOT_A_LABEL))
            return
        try:
            read = self._kept.named(read_code(line, self._sets))
        except RealCode as mistake:
            # Others see this screen.
            self.prompt.clear()
            self.prompt.say(gettext("Not kept. {problem}", problem=mistake.message), self._so_far())
            return
        except CodeMistake as mistake:
            self._wrong = line
            self.prompt.say(_told(line, mistake.message), *([_AGAIN] if mistake.groups else []))
            return
        self._wrong = None
        if self._kept.has(read) and not self._counts_instead(read):
            self.prompt.say(gettext("The earlier code of seat {seat} counts.", seat=str(read.seat)))
            return
        self._keep(read)
        # Translators: {seat} is the label of a seat in a workshop, {case} the title of an invented case.
        self.prompt.say(
            gettext("Seat {seat}: {case}. {so_far}", seat=str(read.seat), case=read.case.title, so_far=self._so_far())
        )

    def _meant(self, typed: str) -> CodeLine:
        """The line that was typed; or the one before with one of its groups put right."""
        before, one = self._wrong, _ONE_GROUP.fullmatch(in_english(typed))
        groups = groups_of(before.code) if before is not None else []
        if before is not None and one is not None and 1 <= int(one[1]) <= len(groups):
            groups[int(one[1]) - 1] = one[2]
            return CodeLine(before.seat, before.case, "-".join(groups))
        line = code_line(typed)
        if before is None:
            return line
        if line.seat is None and _is_the_same(line.code, before.code):
            # It is typed again, and whose it is was said.
            return CodeLine(before.seat, before.case, line.code)
        if line.seat is None or line.seat != before.seat:
            self._leave()
        return line

    def _counts_instead(self, read: CodeRead) -> bool:
        """Whether a later code of a seat takes the place of its earlier one."""
        seat, case = str(read.seat), read.case.title
        self.prompt.say(gettext("Seat {seat} has a code for this case already: {case}.", seat=seat, case=case))
        while True:
            answer = self.prompt.ask(gettext("Should the later one count? Type yes or no:"))
            word = in_english((answer or "").strip() or "no").lower()
            if word in {"y", "yes", "n", "no"}:
                return word.startswith("y")

    def _so_far(self) -> Message:
        return ngettext("{count} code so far.", "{count} codes so far.", len(self._kept.codes))


def _is_the_same(code: str, other: str) -> bool:
    """Whether two codes are one, typed twice: the last group is a hash of the whole. It may be the wrong one, too."""
    groups, others = groups_of(code), groups_of(other)
    return groups[-1:] == others[-1:] or groups[:-1] == others[:-1]


def _told(line: CodeLine, message: Message) -> Message:
    if line.seat is None:
        return gettext("Not kept. {problem}", problem=message)
    # Translators: {seat} is the label of a seat in a workshop, {problem} what is wrong with its code.
    return gettext("Seat {seat}, not kept. {problem}", seat=line.seat, problem=message)
