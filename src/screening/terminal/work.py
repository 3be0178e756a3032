"""Something that is worked on while somebody still listens to the keyboard."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Work(Generic[Made]):
    """One piece of work, begun in a thread of its own.

    Python code gives way to other threads all the time; so whoever listens is heard within some milliseconds, however
    long the work takes.
    """

    def __init__(self, do: Callable[[], Made], then: Callable[[], None] = lambda: None) -> None:
        """Begin.

        Args:
            do: the work.
            then: called in the work's thread when it is over, whatever came of it.
        """
        self._do = do
        self._then = then
        self._made: list[Made] = []
        self._fault: BaseException | None = None
        self._over = threading.Event()
        # Where the program ends, it does not wait for it.
        threading.Thread(target=self._work, daemon=True).start()

    def is_over(self, within: float = 0.0) -> bool:
        """Whether it is over, within so many seconds. A signal is heard meanwhile."""
        return self._over.wait(within)

    @property
    def made(self) -> Made:
        """What came of it, once it is over.

        Raises:
            BaseException: whatever the work raised.
        """
        if self._fault is not None:
            raise self._fault
        return self._made[0]

    def _work(self) -> None:
        try:
            self._made.append(self._do())
        except BaseException as fault:
            self._fault = fault
        self._over.set()
        self._then()
