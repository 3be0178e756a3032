"""The one application of prompt_toolkit that a full screen runs in: where its keys come from, and what a fault does."""

import contextlib
import os
import sys
from collections.abc import Callable
from typing import Any, TextIO

from prompt_toolkit.application import Application
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import Container, DynamicContainer, Layout
from prompt_toolkit.output import create_output

from screening.terminal.modes import POSIX
from screening.terminal.signs import has_colours
from screening.terminal.widgets import looks


def application(root: Callable[[], Container], bindings: KeyBindings, output: TextIO) -> Application[None]:
    """An application on the whole terminal.

    Args:
        root: what stands on the screen now.
        bindings: what the keys do.
        output: the terminal to paint on; keys come from stdin.
    """
    return Application(
        layout=Layout(DynamicContainer(root)),
        key_bindings=bindings,
        style=looks(colours=has_colours(os.environ)),
        full_screen=True,
        # Wakes up now and then, so that a cover ends when its time is over.
        refresh_interval=1.0,
        input=_keys_at_stdin(),
        output=create_output(stdout=output),
    )


def end_at_faults(app: Application[None]) -> None:
    """Have faults end an application that runs. Its own handler would print a traceback."""
    assert app.loop is not None

    def fail(_: object, context: dict[str, Any]) -> None:
        fault = context.get("exception") or RuntimeError()
        with contextlib.suppress(Exception):
            # A future takes every fault but this one.
            app.exit(exception=RuntimeError() if isinstance(fault, StopIteration) else fault)

    app.loop.set_exception_handler(fail)


def _keys_at_stdin() -> Input:
    if not POSIX:
        return create_input()
    from screening.terminal.keys import TerminalKeys  # noqa: PLC0415 - there is no such terminal on Windows

    return TerminalKeys(sys.stdin)
