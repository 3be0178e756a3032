"""What was worked out before is looked up (pure): a table that fills itself, and does not grow without end."""

from collections.abc import Callable
from typing import Any, TypeVar

# How much one table holds, so that memory does not grow with the number of records.
MOST_KNOWN = 1 << 15

Known = TypeVar("Known")


class Learned(dict[Any, Known]):
    """What was worked out, by what it was worked out of; what is not there yet is worked out when it is looked up."""

    def __init__(self, learn: Callable[[Any], Known]) -> None:
        """Args: learn: works it out."""
        self.learn = learn

    def __missing__(self, key: Any) -> Known:
        """Work it out, and remember it."""
        return remember(self, key, self.learn(key))


class LearnedAnswers(Learned[Known]):
    """The same for answers as they are written.

    Only text is remembered: to a table the number 1 is the same as true, which is no answer.
    """

    def __missing__(self, key: Any) -> Known:
        """Work it out, and remember it where it is text."""
        return super().__missing__(key) if _is_text(key) else self.learn(key)


def remember(known: dict[Any, Known], key: Any, value: Known) -> Known:
    """The value, which the table has from now on; it begins anew where it is full."""
    if len(known) >= MOST_KNOWN:
        known.clear()
    known[key] = value
    return value


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str) or (isinstance(value, tuple) and all(map(_is_text, value)))
