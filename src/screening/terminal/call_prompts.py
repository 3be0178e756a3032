"""What is asked of whoever calls numbers at the desk, by questionary's own prompts: nothing here is secret."""

import os
import sys
from collections.abc import Callable, Mapping
from importlib import import_module

from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.show.characters import in_one_line
from screening.terminal import console


def choose(question: Text, answers: Mapping[str, Text], catalog: Catalog) -> str:
    """Have one of several answers chosen, with the arrows or by its number.

    Args:
        question: what is asked.
        answers: by their ids. The first is pointed at: it must be one that does nothing.
        catalog: the language.

    Raises:
        KeyboardInterrupt: Ctrl-C.
    """
    from questionary import Choice, select  # noqa: PLC0415 - only who calls numbers needs it

    choices = [
        Choice(in_one_line(catalog.render(text)), value=name, shortcut_key=str(number))
        for number, (name, text) in enumerate(answers.items(), 1)
    ]
    forget_typed_ahead()
    asked = select(
        catalog.render(question), choices=choices, qmark="", instruction=" ", use_shortcuts=True, use_jk_keys=False
    )
    return str(asked.unsafe_ask())


def typed(question: Text, mistake: Callable[[str], Text | None], catalog: Catalog) -> str:
    """Have something typed, until nothing is wrong with it.

    Args:
        question: what is asked.
        mistake: what is wrong with what was typed; None where nothing is.
        catalog: the language.

    Raises:
        KeyboardInterrupt: Ctrl-C.
    """
    from questionary import text  # noqa: PLC0415

    def judged(given: str) -> bool | str:
        wrong = mistake(given.strip())
        return True if wrong is None else in_one_line(catalog.render(wrong))

    forget_typed_ahead()
    return str(text(catalog.render(question), validate=judged, qmark="").unsafe_ask()).strip()


def forget_typed_ahead() -> None:
    """Drop what was typed before the question stood there: it was no answer to it."""
    if console.WINDOWS:
        console.take_typed()
    elif os.isatty(sys.stdin.fileno()):
        termios = import_module("termios")
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)
