"""The whole help of the command line comes out in another language."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from screening import cli
from screening.commands.help_texts import translate_help
from screening.language.catalog import ENGLISH, Catalog
from tests.support.languages import BRACKETED

# What typer says itself, in English.
_TYPERS = {
    "TEXT",  # of older versions
    *("screening", "Usage", "Options", "Arguments", "Commands"),
    *("OPTIONS", "COMMAND", "ARGS"),
    *("h", "Show this message and exit", "default", "required", "env var", "str", "SCREENING"),
}


def help_in(language: Catalog | None) -> dict[str, str]:
    """The help of every command, by its name, in rows as long as it takes."""
    command: Any = typer.main.get_command(cli.app)
    if language is not None:
        translate_help(command, language)
    return dict(_helped(command, None, "screening"))


def _helped(command: Any, parent: Any, name: str) -> Iterator[tuple[str, str]]:
    with command.make_context(name, [], parent=parent, resilient_parsing=True) as context:
        context.terminal_width = context.max_content_width = 10_000
        yield name, command.get_help(context)
        for below, each in getattr(command, "commands", {}).items():
            yield from _helped(each, context, below)


def names(command: Any) -> set[str]:
    """What is called in every language as it is: commands, options, and their values."""
    found = {command.name or ""}
    for parameter in command.params:
        found |= {*parameter.opts, parameter.metavar or "", parameter.name.upper()}
        found |= {str(value) for value in getattr(parameter.type, "choices", ())}
        found |= {str(parameter.default or "")}
    for below in getattr(command, "commands", {}).values():
        found |= names(below)
    return found


def outside(text: str) -> str:
    """What stands in no square bracket."""
    while "[" in text:
        shorter = re.sub(r"\[[^][]*\]", " ", text)
        if shorter == text:
            break
        text = shorter
    # In the list of commands stands the first sentence alone.
    return text.partition("[")[0]


WORDS = {word for name in names(typer.main.get_command(cli.app)) | _TYPERS for word in re.findall("[A-Za-z]+", name)}


@pytest.mark.parametrize(("command", "said"), help_in(BRACKETED).items(), ids=lambda each: str(each)[:10])
def test_every_line_of_help_is_translated_but_for_names_and_what_typer_says(command: str, said: str) -> None:
    told, _, example = said.partition("\n[Example]:\n")
    assert example.strip().startswith("screening")
    for line in told.splitlines():
        left = outside(line)
        assert set(re.findall("[A-Za-z]+", left)) <= WORDS, line
    assert "[" in said.partition("Usage")[2].split("\n", 1)[1], command


def test_in_english_it_is_the_help_that_stands_in_the_commands() -> None:
    assert help_in(ENGLISH) == help_in(None)


def test_without_another_language_nothing_is_made_anew() -> None:
    assert cli.program() is cli.app
