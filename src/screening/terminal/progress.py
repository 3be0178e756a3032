"""How far a long command is, on stderr, where somebody sits before it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from screening.show.characters import Control

# How often it is drawn again: no eye is faster.
_SECONDS = 0.2


class _Stderr:
    """The door to stderr for what is drawn: it is made here, and holds nothing of a file."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        return sys.stderr.write(Control(text))

    def flush(self) -> None:
        sys.stderr.flush()

    def isatty(self) -> bool:
        return sys.stderr.isatty()


@contextmanager
def progress(told: Callable[[int], str]) -> Iterator[Callable[[int], None]]:
    """Show how far it is, until the end; then nothing of it stays.

    Args:
        told: what is said of so many done.

    Returns:
        What is called with the number done so far, as often as one likes.
    """
    console = Console(file=_Stderr())  # type: ignore[arg-type]
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    # What else is said goes its own way: rich would put it through itself, and wait for itself.
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False, redirect_stderr=False
    ) as shown:
        task = shown.add_task(told(0), total=None)
        last = 0.0

        def show(done: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _SECONDS:
                last = now
                shown.update(task, description=told(done), refresh=True)

        yield show
