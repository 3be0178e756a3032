"""Plain data to the model's types, with every misfit at once.

`msgspec.convert` is fast and stops at the first misfit. So it is tried first; where it fails, the same data is walked
against the same types (`walk`), and all misfits are collected.
"""

from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Struct

from screening.language.messages import Message
from screening.reading.problem import Hint, Problem, Problems
from screening.reading.type_kinds import described, harmless
from screening.reading.walk import Walk, with_own_grammar
from screening.reading.yaml_text import YamlText
from screening.sets.data_path import DataPath

Shaped = TypeVar("Shaped")


class File(Struct, Generic[Shaped]):
    """A file of known shape.

    Attributes:
        text: the file as YAML, with its positions.
        value: what it says; where it has problems of shape, with harmless values in their place.
        problems: problems of the YAML and of the shape.
    """

    text: YamlText
    value: Shaped
    problems: Problems

    def problem(self, path: DataPath, message: Message, hint: Hint, *, at_key: bool = False) -> Problem:
        """A problem with what lies at a path."""
        return self.text.problem(path, message, hint, at_key=at_key)

    def is_tainted(self, path: DataPath) -> bool:
        """Whether something at the path, or within it, could not be read, so that its value is not what it says."""
        return bool(self.problems) and self.text.position.find(path).is_marred()


def shape(text: YamlText, type_: Any) -> File[Any]:
    """The content of a file as a type.

    Args:
        text: the file.
        type_: the type, as `msgspec` understands it.

    Returns:
        The value and all problems so far. Never raises for anything that stands in the file.
    """
    if not text.readable:
        return File(text, harmless(described(type_)), Problems(text.problems))
    try:
        return File(text, msgspec.convert(text.data, type_, dec_hook=with_own_grammar), Problems(text.problems))
    except msgspec.ValidationError:
        walk = Walk(text)
        value = walk.value(text.data, described(type_), ())
        return File(text, value, walk.problems)
