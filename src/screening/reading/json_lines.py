"""Records as JSON Lines: one a line, and what is wrong with a line that is none."""

import json
import re
from typing import Any, Generic, Literal, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from screening.language.messages import Message, Text, gettext, quoted
from screening.reading.problem import sentences, shortened
from screening.sets.answers import RESTS
from screening.sets.model import IndicatorSet

# How deep the decoder can go depends on the version of Python.
_MAX_DEPTH = 30
_TEXT_OR_PLAIN = re.compile(rb'"(?:[^"\\]++|\\.)*+\\?(?:"|\Z)|[^]["{}]++', re.DOTALL)


Id = TypeVar("Id", bound=str)
# The id of a record, its answers and its circumstances. What stands in these may be anything.
JsonRecord = tuple[str | int, dict[str, Any], dict[str, Any]]


class Unreadable(Exception):
    """A line that is no record.

    Attributes:
        message: why.
        id: that of the record, where it can still be told.
    """

    def __init__(self, message: Text, id_: str | int | None) -> None:
        """Keep both apart."""
        self.message = message
        self.id = id_
        super().__init__(message)


class _Sound(Struct, Generic[Id], forbid_unknown_fields=True, gc=False):
    """One record in which every answer is of the kind that it has to be, and one that the set knows.

    What is known is read as one and the same text each time, and several as tuples: so it is looked up fastest.
    """

    id: str | int
    circumstances: dict[str, str | tuple[str, ...] | None] | UnsetType = UNSET
    answers: dict[str, Id | tuple[Id, ...] | None] | UnsetType = UNSET


class _Any(Struct, forbid_unknown_fields=True):
    """One record. What stands in it may be anything."""

    id: str | int
    circumstances: dict[str, Any] | UnsetType = UNSET
    answers: dict[str, Any] | UnsetType = UNSET


class _TooDeep(Exception):
    """A line that no record is nested like."""


class _Twice(Exception):
    """A line in which two keys are equal."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


class JsonReader:
    """Reads records of one set, each from a line."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: the set that the records were made with."""
        options = (option.id for _, _, question in indicator_set.questions() for option in question.choices)
        id_: Any = Literal[tuple(dict.fromkeys([*options, *RESTS]))]
        self._decode_sound = msgspec.json.Decoder(_Sound[id_]).decode
        self._decode_any = msgspec.json.Decoder(_Any).decode

    def record(self, line: bytes) -> JsonRecord:
        """The record in a line.

        Raises:
            Unreadable: it is none, or two of its keys are equal, of which only one could count.
        """
        record: _Sound[str] | _Any
        try:
            try:
                record = self._decode_sound(line)
            except msgspec.DecodeError:
                # What is wrong with an answer is told better by whoever knows the question.
                record = self._decode_any(_flat_enough(line))
            keys = 1
            if (answers := record.answers) is UNSET:
                answers = {}
            else:
                keys += 1 + len(answers)
            if (circumstances := record.circumstances) is UNSET:
                circumstances = {}
            else:
                keys += 1 + len(circumstances)
            # Every key has its colon, so that there can be no second one where there are not more of them.
            if line.count(b":") != keys:
                _refuse_twice(line)
        except (msgspec.DecodeError, UnicodeDecodeError, _TooDeep, _Twice) as error:
            raise Unreadable(_told(error), _id_of(line)) from None
        return record.id, answers, circumstances


def _refuse_twice(line: bytes) -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in pairs:
            if key in data:
                raise _Twice(key)
            data[key] = value
        return data

    json.loads(line, object_pairs_hook=once)


def _told(error: Exception) -> Text:
    """What is wrong with a line, without what stands in it."""
    match error:
        case _TooDeep():
            return gettext("the line is nested too deeply. Answers are texts and lists of texts.")
        case _Twice(key=key):
            return _twice(key)
        case _:
            return str(error)


def _twice(key: str) -> Message:
    message = gettext("the key {key} appears here a second time", key=quoted(shortened(key)))
    return sentences(message, gettext("Keep one of them."))


def _flat_enough(line: bytes) -> bytes:
    """The line, where it is not nested too deep.

    Raises:
        _TooDeep: it is.
    """
    if line.count(b"[") + line.count(b"{") > _MAX_DEPTH:
        depth = 0
        for bracket in _TEXT_OR_PLAIN.sub(b"", line):
            depth += 1 if bracket in b"[{" else -1
            if depth > _MAX_DEPTH:
                raise _TooDeep
    return line


def _id_of(line: bytes) -> str | int | None:
    """The id of a line that is no record, where it can still be told."""
    try:
        data = msgspec.json.decode(_flat_enough(line))
    except (msgspec.DecodeError, UnicodeDecodeError, _TooDeep):
        return None
    name = data.get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str | int) and not isinstance(name, bool) else None
