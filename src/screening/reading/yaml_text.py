"""YAML 1.2 text to plain data, with the position of everything and bounds on everything.

PyYAML reads YAML 1.1, where `no` is a boolean, `2019-06-01` a date, and the last of two equal keys wins in silence. So
only its parser is used, which tells what stands where; plain words are understood by the core schema of YAML 1.2.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

import yaml
from msgspec import Struct

from screening.language.messages import Message, gettext
from screening.reading.bounds import MAX_BYTES, Bounds
from screening.reading.position import Position
from screening.reading.problem import Hint, Problem, Problems
from screening.reading.yaml_events import HINT_DEPTH, TOO_DEEP, DataBuilder, GivenUp
from screening.reading.yaml_faults import fault

# The parser reads ahead of its events, so from PyYAML 6.0.4 on its own bound can come before ours.
_BOUND_OF_THE_PARSER = re.compile("maximum nesting depth")

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlText(Struct):
    """A file's content as plain data.

    Attributes:
        file: the path as the user gave it.
        data: dicts, lists, str, int, float, bool, None.
        position: where everything stands.
        problems: what is wrong with the text as YAML.
        readable: false where the parser gave up, so that `data` is not what the file says.
    """

    file: str
    data: Any
    position: Position
    problems: Problems
    readable: bool

    def problem(self, path: tuple[str | int, ...], message: Message, hint: Hint, *, at_key: bool = False) -> Problem:
        """A problem with what lies at a path."""
        position = self.position.find(path)
        if at_key and position.key_line:
            return Problem(position.file, position.key_line, position.key_column, message, hint)
        return Problem(position.file, position.line, position.column, message, hint)


def read_yaml(content: bytes, file: str, bounds: Bounds | None = None, *, until: Collection[str] = ()) -> YamlText:
    """Understand a file.

    Args:
        content: the file's bytes, which must be UTF-8.
        file: how to name the file in problems.
        bounds: what may be read of it and of the files that belong to it; it alone where they are not given.
        until: keys of the whole file. Once all of them were read, what follows is not: for whoever needs only what
            stands at the top. Where nothing is given, or one is missing, all of it is read.

    Returns:
        The data with its positions and problems. Never raises for anything that stands in the file.
    """
    bounds = bounds or Bounds()
    built = DataBuilder(file, bounds, until)
    if len(content) > bounds.bytes:
        most = MAX_BYTES // 1024 // 1024
        message = (
            gettext("the file is larger than {most} MiB", most=most)
            if bounds.are_whole
            else gettext("this file, with those before it, is larger than {most} MiB", most=most)
        )
        built.complain(None, message, gettext("Split it."))
        return _text(built, readable=False)
    bounds.bytes -= len(content)
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        built.problems.add(
            Problem(file, line, 1, gettext("the file is not UTF-8"), gettext("Save it as UTF-8."), "yaml")
        )
        return _text(built, readable=False)
    decoded = built.without_forbidden(decoded)
    try:
        built.build(_events(decoded))
    except GivenUp:
        return _text(built, readable=False)
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark or error.context_mark, error.problem or error.context or ""
        if _BOUND_OF_THE_PARSER.search(problem):
            built.complain(mark, TOO_DEEP, HINT_DEPTH)
        else:
            line, column = (mark.line, mark.column) if mark is not None else (0, 0)
            built.complain(mark, *fault(problem, "".join(decoded.split("\n")[line : line + 1]), column))
        return _text(built, readable=False)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):
        # The last two: the parser written in Python, on an escape that stands for no character.
        built.complain(None, gettext("this is not YAML"), gettext("Check that it is a text file."))
        return _text(built, readable=False)
    return _text(built, readable=True)


def _events(text: str) -> Iterator[Any]:
    """What the parser tells of a text. As `yaml.parse`, which asks twice for each event."""
    parser = _Loader(text)
    try:
        yield from iter(parser.get_event, None)
    finally:
        parser.dispose()


def _text(built: DataBuilder, *, readable: bool) -> YamlText:
    return YamlText(built.file, built.root, built.root_position, built.problems, readable)
