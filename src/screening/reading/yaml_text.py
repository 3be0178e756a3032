"""YAML 1.2 text to plain data, with the position of everything and bounds on everything.

PyYAML reads YAML 1.1, where `no` is a boolean, `2019-06-01` a date, and the last of two equal keys wins in silence. So
only its parser is used, which tells what stands where; plain words are understood by the core schema of YAML 1.2.
"""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

import yaml
from msgspec import Struct

from screening.language.messages import Message, gettext, quoted
from screening.reading.forbidden import FORBIDDEN, FORBIDDEN_ESCAPED
from screening.reading.plain_words import plain_value
from screening.reading.position import Position
from screening.reading.problem import MOST_TOLD, Hint, Problem, Problems
from screening.reading.yaml_faults import fault

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 30
MAX_ALIASES = 100
MAX_NODES = 200_000

_TOO_DEEP = gettext("this is nested more than {most} deep", most=MAX_DEPTH)
_HINT_DEPTH = gettext("Make it flatter.")
# The parser reads ahead of its events, so from PyYAML 6.0.4 on its own bound can come before ours.
_BOUND_OF_THE_PARSER = re.compile("maximum nesting depth")

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Bounds(Struct):
    """What may still be read of files that belong together: each file takes something off."""

    bytes: int = MAX_BYTES
    values: int = MAX_NODES

    @property
    def are_whole(self) -> bool:
        """Whether nothing was read yet."""
        return self.bytes == MAX_BYTES


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


class _GivenUp(Exception):
    """The text cannot be read any further."""


class _Open(Struct):
    """A mapping or list whose end has not come yet."""

    value: dict[str, Any] | list[Any]
    position: Position
    parts: dict[str | int, Position]
    anchor: str | None
    size: int = 1
    key: str | None = None
    key_mark: Any = None
    key_marred: bool = False
    skip: bool = False


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
    reader = _Reader(file, bounds, until)
    if len(content) > bounds.bytes:
        most = MAX_BYTES // 1024 // 1024
        message = (
            gettext("the file is larger than {most} MiB", most=most)
            if bounds.are_whole
            else gettext("this file, with those before it, is larger than {most} MiB", most=most)
        )
        reader.complain(None, message, gettext("Split it."))
        return reader.text(readable=False)
    bounds.bytes -= len(content)
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reader.problems.add(
            Problem(file, line, 1, gettext("the file is not UTF-8"), gettext("Save it as UTF-8."), "yaml")
        )
        return reader.text(readable=False)
    decoded = reader.without_forbidden(decoded)
    try:
        reader.build(yaml.parse(decoded, Loader=_Loader))
    except _GivenUp:
        return reader.text(readable=False)
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark or error.context_mark, error.problem or error.context or ""
        if _BOUND_OF_THE_PARSER.search(problem):
            reader.complain(mark, _TOO_DEEP, _HINT_DEPTH)
        else:
            line, column = (mark.line, mark.column) if mark is not None else (0, 0)
            reader.complain(mark, *fault(problem, "".join(decoded.split("\n")[line : line + 1]), column))
        return reader.text(readable=False)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):
        # The last two: the parser written in Python, on an escape that stands for no character.
        reader.complain(None, gettext("this is not YAML"), gettext("Check that it is a text file."))
        return reader.text(readable=False)
    return reader.text(readable=True)


class _Reader:
    """Builds data from the parser's events."""

    def __init__(self, file: str, bounds: Bounds, until: Collection[str]) -> None:
        self.file = file
        self.until = frozenset(until)
        self.bounds = bounds
        self.values = bounds.values
        self.problems = Problems()
        self.root: Any = None
        self.root_position = Position(file, 1, 1)
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, Position, int]] = {}
        self.aliases = self.documents = 0

    def text(self, *, readable: bool) -> YamlText:
        return YamlText(self.file, self.root, self.root_position, self.problems, readable)

    def complain(self, mark: Any, message: Message, hint: Message) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        self.problems.add(Problem(self.file, line, column, message, hint, "yaml"))

    def give_up(self, mark: Any, message: Message, hint: Message) -> None:
        self.complain(mark, message, hint)
        raise _GivenUp

    def without_forbidden(self, text: str) -> str:
        """Complain of each forbidden character and put a harmless one in its place, so that reading can go on."""
        line, start, seen = 1, 0, 0
        for match in islice(FORBIDDEN.finditer(text), MOST_TOLD):
            line += text.count("\n", seen, match.start())
            start = max(start, text.rfind("\n", seen, match.start()) + 1)
            seen = match.start()
            self._forbidden(line, match.start() - start + 1, match.group())
        harmless, number = FORBIDDEN.subn("\ufffd", text)
        if number > MOST_TOLD:
            self.problems.count_on(self.file, number - MOST_TOLD)
        return harmless

    def _forbidden(self, line: int, column: int, character: str) -> None:
        code = f"U+{ord(character):04X}"
        message = gettext(
            "the character {code} is not allowed (it controls the terminal or the direction of text)",
            code=code,
        )
        self.problems.add(Problem(self.file, line, column, message, gettext("Delete it."), "yaml"))

    def build(self, events: Iterator[Any]) -> None:
        for event in events:
            if self.until and self._has_enough():
                self._end()
                return
            match event:
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.MappingStartEvent():
                    self._start(event, {})
                case yaml.SequenceStartEvent():
                    self._start(event, [])
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._end()
                case yaml.AliasEvent():
                    self._alias(event)
                case yaml.DocumentStartEvent():
                    self.documents += 1
                    if self.documents > 1:
                        self.give_up(
                            event.start_mark,
                            gettext("a second document starts here"),
                            gettext("Keep one document in a file."),
                        )

    def _has_enough(self) -> bool:
        """Whether all that is wanted was read, and nothing of what follows."""
        return len(self.stack) == 1 and self.stack[0].key is None and self.until <= self.stack[0].parts.keys()

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        marred = self._has_tag(event)
        if event.style == '"':
            for character in dict.fromkeys(FORBIDDEN_ESCAPED.findall(event.value)):
                marred = True
                self._forbidden(mark.line + 1, mark.column + 1, character)
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, event, marred)
            return
        value = event.value if event.style else plain_value(event.value)
        self._count(1, mark)
        position = Position(self.file, mark.line + 1, mark.column + 1, marred=marred)
        self._add(value, position, 1)
        self._remember(event.anchor, value, position, 1)

    def _key(self, parent: _Open, event: Any, marred: bool) -> None:
        assert isinstance(parent.value, dict)
        parent.key = event.value
        parent.key_marred = marred
        parent.key_mark = event.start_mark
        if event.value in parent.value:
            first = parent.parts[event.value]
            self.complain(
                event.start_mark,
                gettext(
                    "the key {key} appears here a second time (first in line {line})",
                    key=quoted(event.value),
                    line=first.key_line,
                ),
                gettext("Keep one of them."),
            )
            parent.skip = True

    def _start(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        mark = event.start_mark
        marred = self._has_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            self.give_up(mark, _TOO_DEEP, _HINT_DEPTH)
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self.give_up(mark, gettext("a key must be a word"), gettext("Write the key as plain text."))
        self._count(1, mark)
        parts: dict[str | int, Position] = {}
        position = Position(self.file, mark.line + 1, mark.column + 1, parts=parts, marred=marred)
        self.stack.append(_Open(value, position, parts, event.anchor))

    def _end(self) -> None:
        done = self.stack.pop()
        self._add(done.value, done.position, done.size)
        self._remember(done.anchor, done.value, done.position, done.size)

    def _alias(self, event: Any) -> None:
        mark = event.start_mark
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            self.give_up(
                mark, gettext("there are more than {most} aliases", most=MAX_ALIASES), gettext("Write the text out.")
            )
        if event.anchor not in self.anchors:
            self.give_up(
                mark,
                gettext("the alias *{anchor} has no anchor before it", anchor=event.anchor),
                gettext("Define &{anchor} first.", anchor=event.anchor),
            )
        value, _, size = self.anchors[event.anchor]
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self.give_up(mark, gettext("a key must be a word"), gettext("Write the key as plain text."))
        self._count(size, mark)
        self._add(value, Position(self.file, mark.line + 1, mark.column + 1), size)

    def _add(self, value: Any, position: Position, size: int) -> None:
        if not self.stack:
            self.root, self.root_position = value, position
            return
        parent = self.stack[-1]
        parent.size += size
        if isinstance(parent.value, list):
            parent.parts[len(parent.value)] = position
            parent.value.append(value)
            return
        assert parent.key is not None
        if not parent.skip:
            position.key_line, position.key_column = parent.key_mark.line + 1, parent.key_mark.column + 1
            position.marred = position.marred or parent.key_marred
            parent.parts[parent.key] = position
            parent.value[parent.key] = value
        parent.key, parent.skip = None, False

    def _remember(self, anchor: str | None, value: Any, position: Position, size: int) -> None:
        if anchor is not None:
            self.anchors[anchor] = (value, position, size)

    def _count(self, more: int, mark: Any) -> None:
        self.bounds.values -= more
        if self.bounds.values < 0:
            message = (
                gettext("there are more than {most} values", most=MAX_NODES)
                if self.values == MAX_NODES
                else gettext("with the files before it, there are more than {most} values", most=MAX_NODES)
            )
            self.give_up(mark, message, gettext("Split the file."))

    def _has_tag(self, event: Any) -> bool:
        """Whether the value has a tag, of which it complains."""
        if event.tag is None or event.tag == "!":
            return False
        message = gettext("the tag {tag} is not allowed", tag=quoted(event.tag))
        self.complain(event.start_mark, message, gettext("Leave the tag out; put text in quotes."))
        return True
