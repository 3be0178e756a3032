"""What a template left to be replaced. Nobody may ever be told to call it."""

from collections.abc import Iterator
from typing import Any, Final

from screening.language.messages import gettext, quoted
from screening.reading.problem import Problem
from screening.reading.yaml_text import YamlText
from screening.sets.data_path import DataPath

# How a text begins that says what has to be written in its place. No telephone can dial it.
PLACEHOLDER: Final = "REPLACE"


def is_placeholder(text: str) -> bool:
    """Whether a text only says what has to be written in its place."""
    return text.startswith(PLACEHOLDER)


def placeholders(text: YamlText) -> Iterator[Problem]:
    """Every text of a file that has to be replaced before the file is used."""
    for path, left in _left(text.data, ()):
        message = gettext("{text} has not been replaced yet", text=quoted(left))
        yield text.problem(path, message, gettext("Write what is so, or take it out."))


def _left(data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    match data:
        case str() if is_placeholder(data):
            yield path, data
        case dict():
            for key, part in data.items():
                yield from _left(part, (*path, key))
        case list():
            for index, part in enumerate(data):
                yield from _left(part, (*path, index))
