"""What a template or an example left to be replaced. Nobody may ever be told to call it."""

import re
from collections.abc import Iterator
from typing import Any, Final

from screening.language.messages import gettext, quoted
from screening.reading.problem import Problem
from screening.reading.yaml_text import YamlText
from screening.sets.data_path import DataPath

# How a text begins that says what has to be written in its place. No telephone can dial it.
PLACEHOLDER: Final = "REPLACE"

# Numbers that are kept for films and books: of North America (NANPA), the United Kingdom (Ofcom) and Australia (ACMA).
_OF_FILMS = re.compile(r"(\+1)?[2-9][0-9]{2}55501[0-9]{2}|(\+44|0)(7700900|1632960)[0-9]{3}|(\+61|0)491570[0-9]{3}")
_BETWEEN_DIGITS = re.compile(r"[\s().\-]+")


def is_placeholder(text: str) -> bool:
    """Whether a text only says what has to be written in its place."""
    return text.startswith(PLACEHOLDER)


def placeholders(text: YamlText) -> Iterator[Problem]:
    """Every text of a file that has to be replaced before the file is used."""
    for path, left in _left(text.data, ()):
        if is_placeholder(left):
            message = gettext("{text} has not been replaced yet", text=quoted(left))
        else:
            message = gettext("{number} is kept for films: nobody has this number", number=quoted(left))
        yield text.problem(path, message, gettext("Write what is so, or take it out."))


def _left(data: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    match data:
        case str() if is_placeholder(data) or (path[-1:] == ("number",) and _is_of_films(data)):
            yield path, data
        case dict():
            for key, part in data.items():
                yield from _left(part, (*path, key))
        case list():
            for index, part in enumerate(data):
                yield from _left(part, (*path, index))


def _is_of_films(number: str) -> bool:
    return _OF_FILMS.fullmatch(_BETWEEN_DIGITS.sub("", number)) is not None
