"""Whether a key was meant for the screen that it came at (pure)."""

# A part of the time in which a screen takes no answer. A terminal repeats a key that is held down some thirty times in
# a second, and nobody presses one so fast.
_HELD = 0.4


class Pace:
    """Tells a key that was pressed for a screen from one that came too early, or that is being held down."""

    def __init__(self) -> None:
        """Begin with nothing pressed and nothing shown."""
        self._since = 0.0
        self._last_key, self._last_at = "", 0.0

    def begins(self, now: float) -> None:
        """Only now a screen can be read; or something was typed that ends in letters which are no answer."""
        self._since = now

    def is_too_fast(self, key: str, now: float, quiet: float) -> bool:
        """Whether a key is no answer: nobody can have read the screen yet, or nobody presses it.

        Args:
            key: its name; every key at a screen is told here, whether it answers or not.
            now: seconds of a clock that only goes forward.
            quiet: seconds for which a screen takes no answer.
        """
        held = key == self._last_key and now - self._last_at < quiet * _HELD
        self._last_key, self._last_at = key, now
        return held or now - self._since < quiet
