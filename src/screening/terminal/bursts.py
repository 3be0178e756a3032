"""Keys that come on the heels of an Escape: a key with Alt, or the rest of a sequence that nobody knows (pure)."""

from typing import Literal, TypeAlias

# Nobody types as fast as a terminal sends.
_BURST_SECONDS = 0.02
_ESCAPE = "escape"
_BEGIN_A_SEQUENCE = frozenset({"[", "o"})

# By itself; on the heels of an Escape, or that itself; or within a sequence, where it is no key at all.
Standing: TypeAlias = Literal["alone", "after_escape", "in_sequence"]


class Bursts:
    """Tells a key that was pressed from what a terminal sends in one go."""

    def __init__(self) -> None:
        """Begin with nothing pressed."""
        self._heard_at = 0.0
        self._state: Literal["none", "escaped", "inside", "behind"] = "none"

    def standing(self, key: str, now: float) -> Standing:
        """How a key stands to those before it.

        Args:
            key: its name, a letter in lower case.
            now: seconds of a clock that only goes forward.
        """
        if now - self._heard_at >= _BURST_SECONDS:
            self._state = "none"
        if key == _ESCAPE:
            self._state = "escaped"
        elif self._state == "none":
            return "alone"
        self._heard_at = now
        return self._in_burst(key)

    def _in_burst(self, key: str) -> Standing:
        if key == _ESCAPE:
            return "after_escape"
        if self._state == "escaped":
            self._state = "inside" if key in _BEGIN_A_SEQUENCE else "behind"
            return "in_sequence" if self._state == "inside" else "after_escape"
        if self._state == "inside":
            # ECMA-48: parameters, and then one final character.
            if len(key) == 1 and "@" <= key <= "~":
                self._state = "behind"
            return "in_sequence"
        return "after_escape"
