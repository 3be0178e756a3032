"""A cover: nothing on the screen, and the answers kept for a while."""

import time

FORGET_AFTER_MINUTES = 10
RETURN = "r"
FORGET = "x"


def _seconds() -> float:
    """A clock that goes on while the machine sleeps, where there is one."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


class Cover:
    """One cover, from the moment in which the screen was hidden."""

    def __init__(self) -> None:
        """Begins now."""
        self._since = _seconds()

    @property
    def is_over(self) -> bool:
        """Whether it has lasted so long that the answers have to be forgotten."""
        return _seconds() - self._since > FORGET_AFTER_MINUTES * 60
