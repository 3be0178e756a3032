"""What was worked out before is looked up (pure): a table that fills itself, and does not grow without end."""

from collections.abc import Callable
from typing import Any, TypeVar

from screening.sets.answers import RESTS

# How much one table holds, so that memory does not grow with the number of records.
MOST_KNOWN = 1 << 15
_RESTS = frozenset(RESTS)

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
    """The same for answers as they are written; the same ticks in another order are the same answer.

    Only text is remembered: to a table the number 1 is the same as true, which is no answer.
    """

    def __missing__(self, key: Any) -> Known:
        """Work it out, and remember it where it is text."""
        if not _is_text(key):
            return self.learn(key)
        same = _in_one_order(key) if isinstance(key, tuple) else key
        return super().__missing__(key) if same == key else remember(self, key, self[same])


def remember(known: dict[Any, Known], key: Any, value: Known) -> Known:
    """The value, which the table has from now on; it begins anew where it is full."""
    if len(known) >= MOST_KNOWN:
        known.clear()
    known[key] = value
    return value


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str) or (isinstance(value, tuple) and {*map(type, value)} <= {str})


def _in_one_order(ticks: tuple[str, ...]) -> tuple[str, ...]:
    """Ticks without the order in which they were made; how the rest stands remains the end."""
    inner, end = ticks[:-1], ticks[-1:]
    if not _RESTS.isdisjoint(inner):
        # No answer: the rest stands where a tick should. Put in order, it could look like one.
        return ticks
    return (*sorted(inner), *end) if not _RESTS.isdisjoint(end) else tuple(sorted(ticks))
