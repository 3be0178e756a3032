"""The full screen: one screen of a dialog at a time, on the terminal's alternate screen.

One application of prompt_toolkit for all of a dialog, and questionary's list for the choices. questionary's own prompts
are not run: each would leave the terminal to itself between two questions, where what is typed ahead would show, and
would take most of the time that a key may take.
"""

import contextlib
import locale
import os
import sys
import time
from collections.abc import Iterable
from itertools import chain
from typing import TextIO

from msgspec.structs import replace
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from screening.language.catalog import Catalog
from screening.language.scripts import is_other_script
from screening.show.lines import Line
from screening.show.rows import Row, wrap_lines
from screening.terminal.application import application, end_at_faults
from screening.terminal.bursts import Bursts, Standing
from screening.terminal.choice_keys import COVER, ESCAPE
from screening.terminal.cover import FORGET, RETURN, Cover
from screening.terminal.frame import Frame, lay_out, too_small
from screening.terminal.hints import OTHER_KEYBOARD, TOO_FAST
from screening.terminal.meanwhile import Meanwhile
from screening.terminal.modes import take_typed
from screening.terminal.opening import FULL_SCREEN
from screening.terminal.pace import Pace
from screening.terminal.pressing import answers, press
from screening.terminal.screen import GO_ON, Dialog, Input, Screen, next_screen, nothing_behind
from screening.terminal.signs import signs_for
from screening.terminal.terminal_guard import TerminalGuard, is_gone
from screening.terminal.typed import as_key, typed_ahead
from screening.terminal.typed_line import TypedLine
from screening.terminal.view_state import ENTER, ViewState, first_view_state
from screening.terminal.widgets import what_lists_need
from screening.terminal.windows import Windows
from screening.terminal.work import Work

# A key that is still being repeated, or was pressed twice, must not answer a question that nobody has read.
QUIET_SECONDS = 0.3
# An Escape after which nothing came for so long was pressed, and begins no other key.
_ESCAPE_SECONDS = 0.05
# Nearly every step is done by then, and the old screen need not be painted once more in between.
_AT_ONCE_SECONDS = 0.1
# The last: older versions of prompt_toolkit take the signal of Ctrl-C for themselves, and make this key of it.
_LEAVE = frozenset({"c-c", "c-\\", "c-d", "<sigint>"})


class FullFrontend:
    """Shows dialogs on the whole terminal."""

    opening = FULL_SCREEN

    def __init__(self, output: TextIO, terminal_guard: TerminalGuard, catalog: Catalog) -> None:
        """Take the terminal.

        Args:
            output: the terminal to paint on; keys come from stdin.
            terminal_guard: how to leave it.
            catalog: the language.
        """
        self.output = output
        self._catalog = catalog
        self._signs = signs_for("utf-8" if os.name == "nt" else locale.getencoding())
        self._terminal_guard = terminal_guard
        self._dialog: Dialog | None = None
        self._work: Work[tuple[Dialog, Screen] | None] | None = None
        self._given = GO_ON
        self._screen = Screen()
        self._view = ViewState()
        self._cover: Cover | None = None
        self._returning = False
        self._aside: tuple[Screen, ViewState] | None = None
        self._painted = False
        self._pace = Pace()
        self._hidden_at = 0.0
        self._keys_heard = 0
        self._bursts = Bursts()
        self._meanwhile = Meanwhile()
        self._buffer = TypedLine(multiline=False)
        self._windows = Windows(self._buffer, self._signs)
        self._app = application(lambda: self._windows.root, self._bindings(), output)
        self._app.before_render += lambda _: self._compose()
        self._app.after_render += lambda _: self._note_painted()

    def run(self, dialog: Dialog, meanwhile: Iterable[None] = ()) -> None:
        """Show a dialog until it is over. The terminal is left cleared.

        Args:
            dialog: the dialog.
            meanwhile: what is to be done, a part at each turn, while the first screen is read. No key counts before
                somebody can have read it, so none is held up.
        """
        self._meanwhile = Meanwhile(chain(what_lists_need(), meanwhile))
        self._show(dialog, dialog.screen())
        with self._terminal_guard.guarded(self._hide):
            try:
                self._app.run(
                    pre_run=lambda: end_at_faults(self._app), set_exception_handler=False, handle_sigint=False
                )
            except EOFError:
                # The terminal was closed.
                self._terminal_guard.leave()
            except OSError as error:
                if is_gone(error):
                    self._terminal_guard.leave()
                raise
            finally:
                self._terminal_guard.clear()
                # What was typed for a screen must not reach the shell.
                if typed_ahead(take_typed(sys.stdin)).ends:
                    self._terminal_guard.leave()

    # --- what is on the screen ---

    def _show(self, dialog: Dialog, screen: Screen) -> None:
        before = (self._screen, self._view)
        self._dialog = dialog
        self._screen = screen
        # After a pause, what was marked and not yet done is still there.
        if self._aside is not None and self._aside[0] == self._screen:
            self._view = self._aside[1]
        else:
            self._view = replace(first_view_state(self._screen), discreet=self._view.discreet, words=self._view.words)
        self._aside = before if self._screen.clears else None
        self._painted = False
        self._buffer.reset()

    def _frame(self) -> Frame:
        size = self._app.output.get_size()
        return lay_out(self._screen, self._view, size.columns, size.rows, self._catalog, self._signs)

    def _compose(self) -> None:
        """Put the screen together, just before it is painted: the terminal's size may have changed since."""
        self._forget_in_time()
        if self._cover is not None:
            self._windows.hide()
        elif (told := self._told_of_its_size()) is not None:
            self._windows.put_text(told)
        else:
            self._windows.put(self._frame(), types=self._screen.entry and not self._view.help)
        self._app.layout.current_window = self._windows.current

    def _told_of_its_size(self) -> list[Row] | None:
        """What stands on a terminal that is too small for any screen; None where it is not."""
        size = self._app.output.get_size()
        small = too_small(size.columns, size.rows)
        return list(wrap_lines([Line("text", small)], size.columns, self._catalog)) if small is not None else None

    # --- keys ---

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        typing = Condition(lambda: self._types)

        @bindings.add(Keys.Any, eager=True, filter=~typing)
        def _(event: KeyPressEvent) -> None:
            key = str(getattr(event.key_sequence[0].key, "value", event.key_sequence[0].key))
            # With Caps Lock, or in full width, a letter is the same key.
            self._pressed(as_key(key) if len(key) == 1 else key)

        for key in (*_LEAVE, "c-z", ENTER):
            bindings.add(key, eager=True)(lambda _, key=key: self._pressed(key))
        return bindings

    @property
    def _types(self) -> bool:
        """Whether a letter is part of a text, and no key."""
        waits = self._painted and self._work is None and self._cover is None
        return waits and self._screen.entry and not self._view.help

    def _pressed(self, key: str) -> None:
        if key in _LEAVE:
            self._terminal_guard.leave()
        self._keys_heard += 1
        standing = self._bursts.standing(key, time.monotonic())
        if standing == "in_sequence":
            return
        if self._cover is not None:
            self._pressed_under_cover(key, standing)
        elif key == "c-z" or (key == COVER and not self._types and self._view.filter is None):
            self._hide()
        elif key == ESCAPE and ("menu" in self._screen.keys or self._view.filter is not None):
            self._wait_for_more()
        # What was typed before a screen could be read is no answer to it.
        elif standing == "alone" and self._work is None and self._painted:
            self._pressed_at_screen(key)
        self._app.invalidate()

    def _wait_for_more(self) -> None:
        """Take an Escape for the key itself where nothing follows it."""
        heard, screen, loop = self._keys_heard, self._screen, self._app.loop
        assert loop is not None

        def take() -> None:
            waits = self._work is None and self._painted and self._cover is None
            if waits and self._keys_heard == heard and self._screen is screen:
                self._pressed_at_screen(ESCAPE)
                self._app.invalidate()

        loop.call_later(_ESCAPE_SECONDS, take)

    def _pressed_at_screen(self, key: str) -> None:
        too_fast = self._pace.is_too_fast(key, time.monotonic(), QUIET_SECONDS)
        if self._types and key == ENTER:
            self._take(Input("type", text=self._buffer.text) if self._buffer.text.strip() else Input("back"))
        elif answers(self._screen, self._view, key) and too_fast:
            # Whoever types in another script is told so, and not that they are too fast.
            other = self._view.hint == OTHER_KEYBOARD
            self._view = replace(self._view, hint=OTHER_KEYBOARD if other else TOO_FAST)
        else:
            if is_other_script(key) and self._view.filter is None:
                # An input method hands over whole words at once, and an English letter among them is no answer.
                self._pace.begins(time.monotonic())
            frame = self._frame()
            catalog = self._screen.reader or self._catalog
            done = press(self._screen, self._view, key, frame.pages, frame.parts, catalog)
            if isinstance(done, ViewState):
                self._view = done
            else:
                self._take(done)

    def _note_painted(self) -> None:
        if not self._painted and self._cover is None:
            self._painted = True
            self._pace.begins(time.monotonic())
            if self._app.loop is not None:
                self._meanwhile.begin(self._app.loop.call_soon)

    def _take(self, given: Input) -> None:
        """Work on an input. Meanwhile the keyboard is listened to, for whoever wants to leave or to hide the screen."""
        dialog, loop = self._dialog, self._app.loop
        assert dialog is not None
        assert loop is not None

        def tell() -> None:
            # When it ends for another reason, nobody waits for the work any more.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(self._taken)

        self._given = given
        self._work = Work(lambda: next_screen(dialog, given), tell)
        if self._work.is_over(_AT_ONCE_SECONDS):
            self._taken()

    def _taken(self) -> None:
        """Show what a step came to; nothing where that is shown already."""
        work = self._work
        if work is None or not work.is_over():
            return
        self._work = None
        going = work.made
        if going is None:
            self._app.exit()
        elif self._given.act == "back" and going[1] == self._screen:
            self._view = replace(self._view, hint=nothing_behind(self._screen))
            self._app.invalidate()
        else:
            self._show(*going)
            self._app.invalidate()

    # --- the cover ---

    def _hide(self) -> None:
        """Blank the screen at once; once more while it is hidden, and everything is forgotten."""
        if self._cover is not None:
            self._terminal_guard.leave()
        self._cover = Cover()
        self._returning = False
        self._hidden_at = time.monotonic()
        self._app.invalidate()

    def _pressed_under_cover(self, key: str, standing: Standing) -> None:
        now = time.monotonic()
        if key in {FORGET, "c-z"}:
            # A key held down for fright hides, and does not forget.
            if now - self._hidden_at >= QUIET_SECONDS:
                self._terminal_guard.leave()
            self._hidden_at = now
        if key == ENTER and self._returning and standing == "alone":
            self._forget_in_time()
            self._cover = None
            self._painted = False
        self._returning = key == RETURN and standing == "alone"

    def _forget_in_time(self) -> None:
        if self._cover is not None and self._cover.is_over:
            self._terminal_guard.leave()
