"""The help of the command line in another language than the English in which it is written."""

from typing import Any

from screening.language.catalog import Catalog
from screening.language.messages import Message


def translate_help(command: Any, language: Catalog) -> None:
    """Put the help of a command, of its options and of the commands below it into a language.

    Args:
        command: what `typer.main.get_command` gives. (typer has click inside, and gives its types no public name.)
        language: the one that the help is to be in.
    """
    command.help = _translated(command.help, language)
    command.words = {name: language.render(Message(word)) for name, word in command.words.items()}
    for parameter in command.params:
        if hasattr(parameter, "help"):
            parameter.help = _translated(parameter.help, language)
        if isinstance(shown := getattr(parameter, "show_default", None), str):
            parameter.show_default = _translated(shown, language)
    for below in getattr(command, "commands", {}).values():
        translate_help(below, language)


def _translated(text: str | None, language: Catalog) -> str | None:
    return language.render(Message(text)) if text else text
