"""What is wrong with an answer code."""

from collections.abc import Iterable

from screening.language.catalog import untranslated
from screening.language.messages import Message, gettext


class CodeMistake(ValueError):
    """A code that cannot be used.

    Attributes:
        message: what is wrong and how to mend it, in one line.
        groups: the numbers, from 1, of the groups that hold a mistake; empty where it is about no groups.
    """

    def __init__(self, message: Message, groups: Iterable[int] = ()) -> None:
        """Args: message: for the user; groups: numbers from 1."""
        self.message = message
        self.groups = tuple(sorted(set(groups)))
        super().__init__(untranslated(message))


class MeaningChanged(CodeMistake):
    """A code whose answers can be read, but may mean something else by now: to be confirmed one by one, or refused."""


class ProgramChanged(CodeMistake):
    """A code of another version of the program, which this one cannot read."""


class RealCode(CodeMistake):
    """The code of a real screening where only practice codes may be: it holds what a real person said."""

    def __init__(self) -> None:
        """There is one thing to say of it."""
        super().__init__(
            gettext(
                "This is the code of a real screening: it holds what a real person said. Put it away where nobody "
                "reads it, and use practice codes only."
            )
        )
