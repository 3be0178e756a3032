"""What a YAML parser tells of a file, one event after another, to plain data with the position of everything."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

import yaml
from msgspec import Struct

from screening.language.messages import Message, gettext, quoted
from screening.reading.bounds import MAX_ALIASES, MAX_DEPTH, MAX_NODES, Bounds
from screening.reading.forbidden import FORBIDDEN, FORBIDDEN_ESCAPED, is_clean
from screening.reading.plain_words import plain_value
from screening.reading.position import Position
from screening.reading.problem import MOST_TOLD, Problem, Problems

TOO_DEEP = gettext("this is nested more than {most} deep", most=MAX_DEPTH)
HINT_DEPTH = gettext("Make it flatter.")


class GivenUp(Exception):
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


class DataBuilder:
    """Builds data from the parser's events.

    Attributes:
        file: how the file is named in problems.
        problems: what is wrong with it, as far as it was read.
        root: the whole of it: dicts, lists, str, int, float, bool, None.
        root_position: where everything stands.
    """

    def __init__(self, file: str, bounds: Bounds, until: Collection[str]) -> None:
        """Prepare to read a file, as `yaml_text.read_yaml` has it."""
        self.file = file
        self._until = frozenset(until)
        self._bounds = bounds
        self._values = bounds.values
        self.problems = Problems()
        self.root: Any = None
        self.root_position = Position(file, 1, 1)
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Any, Position, int]] = {}
        self._aliases = self._documents = 0

    def complain(self, mark: Any, message: Message, hint: Message) -> None:
        """Add a problem, at a mark of the parser's; at the start of the file where it has none."""
        line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
        self.problems.add(Problem(self.file, line, column, message, hint, "yaml"))

    def _give_up(self, mark: Any, message: Message, hint: Message) -> None:
        self.complain(mark, message, hint)
        raise GivenUp

    def without_forbidden(self, text: str) -> str:
        """Complain of each forbidden character and put a harmless one in its place, so that reading can go on."""
        if is_clean(text):
            return text
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
        """Build the data.

        Args:
            events: what the parser tells.

        Raises:
            GivenUp: the file cannot be read any further, and the problem says why.
        """
        for event in events:
            if self._until and self._has_enough():
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
                    self._documents += 1
                    if self._documents > 1:
                        self._give_up(
                            event.start_mark,
                            gettext("a second document starts here"),
                            gettext("Keep one document in a file."),
                        )

    def _has_enough(self) -> bool:
        """Whether all that is wanted was read, and nothing of what follows."""
        return len(self._stack) == 1 and self._stack[0].key is None and self._until <= self._stack[0].parts.keys()

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        marred = event.tag is not None and self._has_tag(event)
        if event.style == '"':
            for character in dict.fromkeys(FORBIDDEN_ESCAPED.findall(event.value)):
                marred = True
                self._forbidden(mark.line + 1, mark.column + 1, character)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._key(parent, event, marred)
            return
        value = event.value if event.style else plain_value(event.value)
        self._count(1, mark)
        position = Position(self.file, mark.line + 1, mark.column + 1, marred=marred)
        self._add(value, position, 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, position, 1)

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
        marred = event.tag is not None and self._has_tag(event)
        if len(self._stack) >= MAX_DEPTH:
            self._give_up(mark, TOO_DEEP, HINT_DEPTH)
        parent = self._stack[-1] if self._stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._give_up(mark, gettext("a key must be a word"), gettext("Write the key as plain text."))
        self._count(1, mark)
        parts: dict[str | int, Position] = {}
        position = Position(self.file, mark.line + 1, mark.column + 1, parts=parts, marred=marred)
        self._stack.append(_Open(value, position, parts, event.anchor))

    def _end(self) -> None:
        done = self._stack.pop()
        self._add(done.value, done.position, done.size)
        if done.anchor is not None:
            self._anchors[done.anchor] = (done.value, done.position, done.size)

    def _alias(self, event: Any) -> None:
        mark = event.start_mark
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            self._give_up(
                mark, gettext("there are more than {most} aliases", most=MAX_ALIASES), gettext("Write the text out.")
            )
        if event.anchor not in self._anchors:
            self._give_up(
                mark,
                gettext("the alias *{anchor} has no anchor before it", anchor=event.anchor),
                gettext("Define &{anchor} first.", anchor=event.anchor),
            )
        value, _, size = self._anchors[event.anchor]
        parent = self._stack[-1] if self._stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            self._give_up(mark, gettext("a key must be a word"), gettext("Write the key as plain text."))
        self._count(size, mark)
        self._add(value, Position(self.file, mark.line + 1, mark.column + 1), size)

    def _add(self, value: Any, position: Position, size: int) -> None:
        if not self._stack:
            self.root, self.root_position = value, position
            return
        parent = self._stack[-1]
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

    def _count(self, more: int, mark: Any) -> None:
        self._bounds.values -= more
        if self._bounds.values < 0:
            message = (
                gettext("there are more than {most} values", most=MAX_NODES)
                if self._values == MAX_NODES
                else gettext("with the files before it, there are more than {most} values", most=MAX_NODES)
            )
            self._give_up(mark, message, gettext("Split the file."))

    def _has_tag(self, event: Any) -> bool:
        """Whether the value has a tag, of which it complains."""
        if event.tag == "!":
            return False
        message = gettext("the tag {tag} is not allowed", tag=quoted(event.tag))
        self.complain(event.start_mark, message, gettext("Leave the tag out; put text in quotes."))
        return True
