"""A cover: nothing on the screen, and the answers kept for a while."""

import time
from collections.abc import Callable, Sequence

FORGET_AFTER_MINUTES = 10
RETURN = "r"
FORGET = "x"


def _since_start() -> float:
    """Seconds on a clock that goes on while the machine sleeps, and that nobody sets.

    On Linux only CLOCK_BOOTTIME counts sleep. On macOS `time.monotonic` does not, and CLOCK_MONOTONIC does (its manual
    of clock_gettime). Windows has neither, and counts sleep in `time.monotonic`, by either of the clocks behind it.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


# The clock on the wall is a second opinion, should the first have stood still after all.
CLOCKS: Sequence[Callable[[], float]] = (_since_start, time.time)


class Cover:
    """One cover, from the moment in which the screen was hidden."""

    def __init__(self, clocks: Sequence[Callable[[], float]] = CLOCKS) -> None:
        """Begins now.

        Args:
            clocks: they tell seconds.
        """
        self._begun = [(clock, clock()) for clock in clocks]

    @property
    def is_over(self) -> bool:
        """Whether it has lasted so long, by any of the clocks, that the answers have to be forgotten."""
        return any(clock() - begun > FORGET_AFTER_MINUTES * 60 for clock, begun in self._begun)
