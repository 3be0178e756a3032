"""Which frontend a terminal gets: the full screen, or line by line."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO, TypeVar

from screening.language.catalog import Catalog
from screening.show.lines import Line
from screening.terminal import modes, plain
from screening.terminal.cover import Cover
from screening.terminal.keyboard import prompts, read_line
from screening.terminal.memory import forbid_core_dumps
from screening.terminal.opening import LINE_BY_LINE
from screening.terminal.screen import Dialog
from screening.terminal.terminal_guard import TerminalGuard, is_gone
from screening.terminal.typed import as_word, typed_ahead
from screening.terminal.work import Work

Made = TypeVar("Made")

# Columns and rows below which the full screen has no room.
SMALLEST = (60, 20)
# How long a key may go unheard while a step is worked on, in seconds.
_TURN = 0.05


class Frontend(Protocol):
    """Something that shows dialogs.

    Attributes:
        output: where it shows them.
        opening: what has to be explained before the first question: what stays visible, and what the keys do.
    """

    @property
    def output(self) -> TextIO: ...

    @property
    def opening(self) -> tuple[Line, ...]: ...

    def run(self, dialog: Dialog, meanwhile: Iterable[None] = ()) -> None:
        """Show a dialog until it is over.

        Args:
            dialog: the dialog.
            meanwhile: what is to be done, a part at each turn, as soon as the first screen is up.
        """
        ...


@contextmanager
def open_frontend(catalog: Catalog, *, line_by_line: bool) -> Iterator[Frontend]:
    """The frontend for the terminal that the program was started at.

    Args:
        catalog: the language.
        line_by_line: asked for by the user. `ACCESSIBLE`, a dumb or small terminal, and input that is no terminal ask
            for it too.
    """
    forbid_core_dumps()
    with prompts() as output:
        terminal_guard = TerminalGuard(output)
        full = (
            None if line_by_line or not _bears_full_screen(output) else _full_frontend(output, terminal_guard, catalog)
        )
        yield full or PlainTerminal(output, terminal_guard, catalog)


def _bears_full_screen(output: TextIO) -> bool:
    if not (sys.stdin.isatty() and output.isatty()) or os.environ.get("ACCESSIBLE"):
        return False
    if os.name == "posix" and os.environ.get("TERM", "dumb") in {"", "dumb"}:
        return False
    size = os.get_terminal_size(output.fileno())
    # A terminal that does not know its size says nought.
    return size == (0, 0) or (size.columns >= SMALLEST[0] and size.lines >= SMALLEST[1])


def _full_frontend(output: TextIO, terminal_guard: TerminalGuard, catalog: Catalog) -> Frontend | None:
    """The full screen, or None where the terminal cannot bear one after all."""
    from screening.terminal.full import FullFrontend  # noqa: PLC0415 - line by line must not wait for prompt_toolkit

    try:
        return FullFrontend(output, terminal_guard, catalog)
    except Exception:
        # Some shells on Windows have no screen to paint on; the error for it exists only there.
        if os.name != "nt":
            raise
        return None


class PlainTerminal:
    """Shows dialogs line by line, to whatever is at stdin."""

    opening = LINE_BY_LINE

    def __init__(self, output: TextIO, terminal_guard: TerminalGuard, catalog: Catalog) -> None:
        """Args: output: where it is printed; terminal_guard: how to leave it; catalog: the language."""
        self.output = output
        self._catalog = catalog
        self._terminal_guard = terminal_guard
        self._at_terminal = sys.stdin.isatty()
        self._suspended = False
        # The beginning of a line that was typed too early to be an answer, and not ended yet.
        self._begun = ""

    def run(self, dialog: Dialog, meanwhile: Iterable[None] = ()) -> None:
        """Talk until it is over.

        Args:
            dialog: the dialog.
            meanwhile: what is to be done; before anything is said, for whoever reads line by line is waited for.

        Raises:
            EOFError: input that is no terminal ended before the dialog did.
        """
        frontend = plain.PlainFrontend(
            self.output,
            self._respond,
            self._catalog,
            clear=self._terminal_guard.clear,
            hide=self._hide,
            work=self._work,
            stays=self._at_terminal,
        )
        for _ in meanwhile:
            pass
        guard = self._terminal_guard.guarded(self._suspend if self._at_terminal else self._terminal_guard.leave)
        with guard, modes.without_flushing(sys.stdin):
            try:
                frontend.run(dialog)
            except EOFError:
                if self._at_terminal:
                    self._terminal_guard.leave()
                raise
            except OSError as error:
                if is_gone(error):
                    self._terminal_guard.leave()
                raise

    def _respond(self, prompt: str) -> str:
        # What was typed before the question could be read is no answer to it.
        self._look_through_typing()
        line = read_line(prompt, self.output, self._raise_if_suspended)
        whole, self._begun = self._begun + line, ""
        if as_word(whole) in plain.COVER:
            raise plain.Hidden
        return line

    def _look_through_typing(self) -> None:
        """Drop what was typed too early, but for what ends the program or hides the screen.

        Raises:
            EOFError: the input was ended.
            Hidden: the screen has to be hidden.
        """
        typed = typed_ahead(modes.take_typed(sys.stdin), self._begun)
        self._begun = typed.begun
        covers = sum(as_word(line) in plain.COVER for line in typed.lines)
        if typed.ends or covers > 1:
            raise EOFError
        if covers:
            raise plain.Hidden

    def _work(self, do: Callable[[], Made]) -> Made:
        """Work on a step. Whoever wants to leave or to hide the screen in the meantime is heard."""
        if not self._at_terminal:
            return do()
        work = Work(do)
        is_over = False
        while not is_over:
            is_over = work.is_over(_TURN)
            # Once more when it is over: what follows could be the last that is shown.
            try:
                self._look_through_typing()
                self._raise_if_suspended()
            except plain.Hidden:
                self._hide()
        return work.made

    def _suspend(self) -> None:
        """Called from a signal handler; heard while waiting for a line."""
        self._suspended = True

    def _raise_if_suspended(self) -> None:
        if self._suspended:
            self._suspended = False
            raise plain.Hidden

    def _hide(self) -> None:
        """Clear the screen, and wait until the way back is typed; forget where that takes too long."""
        cover = Cover()

        def each_turn() -> None:
            if cover.is_over:
                self._terminal_guard.leave()
            self._raise_if_suspended()

        with modes.without_echo(sys.stdin):
            self._terminal_guard.clear()
            self.output.write(f"{self._catalog.render(plain.HIDDEN)}\n")
            plain.wait_under_cover(lambda: read_line("", self.output, each_turn), self._terminal_guard.leave)
        if cover.is_over or self._suspended:
            self._terminal_guard.leave()
        self._terminal_guard.clear()
