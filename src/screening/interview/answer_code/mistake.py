"""What is wrong with an answer code."""

from collections.abc import Iterable


class CodeMistake(ValueError):
    """A code that cannot be used; the text says what is wrong and how to mend it, in one line.

    Attributes:
        groups: the numbers, from 1, of the groups that hold a mistake; empty where it is about no groups.
    """

    def __init__(self, text: str, groups: Iterable[int] = ()) -> None:
        """Args: text: for the user; groups: numbers from 1."""
        self.groups = tuple(sorted(set(groups)))
        super().__init__(text)


class MeaningChanged(CodeMistake):
    """A code whose answers can be read, but may mean something else by now: to be confirmed one by one, or refused."""
