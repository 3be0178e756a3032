"""What is done while the first screen is read: whoever starts the program waits only for what that screen needs."""

import gc
from collections.abc import Callable, Iterable

# How often garbage is looked for, as an interpreter does it that nobody told otherwise: a start waits with it.
_LOOKED_THROUGH = (700, 10, 10)


class Meanwhile:
    """Some work in parts, one at each turn: keys are heard in between."""

    def __init__(self, parts: Iterable[None] = ()) -> None:
        """Prepare it.

        Args:
            parts: what does a part of the work whenever the next one is asked for.
        """
        self._parts = iter(parts)
        self._has_begun = False

    def begin(self, soon: Callable[[Callable[[], None]], object]) -> None:
        """Begin, if nobody has; a screen may be painted several times.

        Args:
            soon: has something called at the next turn.
        """
        if not self._has_begun:
            self._has_begun = True
            self._go_on(soon)

    def _go_on(self, soon: Callable[[Callable[[], None]], object]) -> None:
        for _ in self._parts:
            soon(lambda: self._go_on(soon))
            return
        # What is there by now lives as long as the talk. To look through it for garbage would hold up an answer.
        gc.freeze()
        gc.set_threshold(*_LOOKED_THROUGH)
