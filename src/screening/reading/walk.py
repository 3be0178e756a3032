"""The walk over plain data, beside a type as `msgspec.inspect` describes it, that collects every misfit.

What does not fit is left at a harmless value, so that references elsewhere in the file can still be checked.
"""

from collections.abc import Sequence
from typing import Any, get_args

import msgspec
from msgspec import inspect

from screening.language.messages import Listing, Message, gettext, quoted
from screening.reading.other_tools import hint_for_answers, hint_for_key, hint_for_type
from screening.reading.position import Position
from screening.reading.problem import DidYouMean, Hint, Problem, Problems, nearest
from screening.reading.type_kinds import (
    TEXT,
    bounded,
    data_in_words,
    harmless,
    is_number_as_text,
    is_of_kind,
    kind_in_words,
    misfit,
    one_of,
)
from screening.reading.yaml_text import YamlText
from screening.sets.conditions.mistakes import OneOf
from screening.sets.conditions.read import READERS
from screening.sets.data_path import DataPath
from screening.sets.fields import TextByAge
from screening.sets.vocabulary import QuestionKind

_HOW_IT_IS_ASKED = tuple(sorted(get_args(QuestionKind)))
# What the laying of one set over another takes away before a file is read.
_MOVES = "after"
# How many unknown keys of a file are looked at for a known one that was meant.
_MOST_GUESSES = 1_000
_TEXT_WITH_COLON = gettext("Put a text in quotes that has a colon with a space after it.")


def with_own_grammar(type_: type, data: Any) -> Any:
    """What `msgspec.convert` asks for where a type has a grammar of its own."""
    value, mistakes = READERS[type_](data, nearest)
    if mistakes:
        raise ValueError(mistakes[0].message)
    return value


class Walk:
    """Walks data against a type and collects what does not fit."""

    def __init__(self, text: YamlText) -> None:
        self.text = text
        self.problems = Problems(text.problems)
        self.guesses = _MOST_GUESSES
        self.fields: dict[type, dict[str, inspect.Field]] = {}

    def _complain(self, path: DataPath, message: Message, hint: Hint, *, at_key: bool = False) -> None:
        self._complain_at(self.text.position.find(path), message, hint, at_key=at_key)

    def _complain_at(self, position: Position, message: Message, hint: Hint, *, at_key: bool = False) -> None:
        position.marred = True
        line, column = (
            (position.key_line, position.key_column)
            if at_key and position.key_line
            else (position.line, position.column)
        )
        self.problems.add(Problem(position.file, line, column, message, hint, "shape"))

    def value(self, data: Any, type_: inspect.Type, path: DataPath, description: str | None = None) -> Any:
        """The data as the type; what does not fit is among the problems then."""
        match type_:
            case inspect.Metadata() if is_number_as_text(data, type_):
                return self.value(str(data), type_, path)
            case inspect.Metadata(type=inner, extra_json_schema=extra):
                return self.value(data, inner, path, (extra or {}).get("description"))
            case inspect.StructType():
                return self._struct(data, type_, path)
            case inspect.VarTupleType(item_type=item, min_length=least):
                return self._list(data, item, path, least or 0)
            case inspect.TupleType(item_types=items):
                return self._pair(data, items, path)
            case inspect.DictType():
                return self._dict(data, type_, path, description)
            case inspect.UnionType():
                return self._union(data, type_, path)
            case inspect.LiteralType(values=words):
                return self._literal(data, words, path)
            case inspect.CustomType(cls=cls):
                return self._custom(data, cls, path)
            case _:
                return self._leaf(data, type_, path, description)

    def _struct(self, data: Any, type_: inspect.StructType, path: DataPath) -> Any:
        if not isinstance(data, dict):
            return self._wrong_kind(data, type_, path)
        known = self.fields.get(type_.cls)
        if known is None:
            known = self.fields[type_.cls] = {each.encode_name: each for each in type_.fields}
        position = self.text.position.find(path)
        strange = [key for key in data if key not in known]
        if strange:
            data = self._without_strangers(type_.cls, data, strange, known, position)
        values = {}
        for name, each in known.items():
            if name in data:
                values[each.name] = self.value(data[name], each.type, (*path, name))
            elif each.required:
                self._complain_at(
                    position,
                    gettext("the key {name} is missing here", name=quoted(name)),
                    gettext("Add {name}.", name=quoted(name)),
                )
                values[each.name] = harmless(each.type)
        return type_.cls(**values)

    def _without_strangers(
        self, cls: type, data: dict[str, Any], strange: list[str], known: dict[str, inspect.Field], position: Position
    ) -> dict[str, Any]:
        """Complain of each unknown key. One that is nearly right is read on as the one that was meant."""
        absent = [name for name in known if name not in data]
        meant: dict[str, str] = {}
        for key in strange:
            hint = (
                gettext("It puts an item of a list after another one, in a set that extends another.")
                if key == _MOVES
                else hint_for_key(cls, key, data[key])
            )
            near = self._guessed(key, absent) if hint is None else None
            if near is not None:
                hint = gettext("Did you mean {word}?", word=quoted(near))
            # A line by age is a mapping, and so is a text in which nobody saw the colon.
            of_a_text = _TEXT_WITH_COLON if cls is TextByAge else None
            hint = hint or of_a_text or self._cut(data, key, position)
            message = gettext("the key {key} is not known here", key=quoted(key))
            self._complain_at(position.parts.get(key, position), message, hint or DidYouMean(key, known), at_key=True)
            if near is not None:
                absent.remove(near)
                meant[near] = key
        if not meant:
            return data
        position.parts = {
            **position.parts,
            **{near: position.parts[key] for near, key in meant.items() if key in position.parts},
        }
        return {**data, **{near: data[key] for near, key in meant.items()}}

    def _guessed(self, key: str, absent: list[str]) -> str | None:
        """The key that was meant. Where very many are wrong, it is no longer looked for."""
        if " " in key or not absent or not self.guesses:
            return None
        self.guesses -= 1
        return nearest(key, absent)

    def _cut(self, data: dict[str, Any], key: str, position: Position) -> Message | None:
        """How to mend a key that is the rest of a text: in `{label: Yes, or no}` the comma ends the text."""
        part = position.parts.get(key)
        if data[key] is not None or part is None:
            return None
        # In braces, a word without a colon ends where its empty value stands. No key of ours has a blank.
        bare = (part.line, part.column) == (part.key_line, part.key_column + len(key))
        return gettext("Quote the text: without quotes, a comma within braces ends it.") if bare or " " in key else None

    def _list(self, data: Any, item: inspect.Type, path: DataPath, least: int) -> Any:
        if not isinstance(data, list):
            self._expected(gettext("a list"), data, path, _as_list(data))
            return ()
        if len(data) < least:
            self._complain(path, gettext("the list is empty"), gettext("Write something in it, or leave the key out."))
        return tuple(self._item(part, item, (*path, index)) for index, part in enumerate(data))

    def _item(self, data: Any, type_: inspect.Type, path: DataPath) -> Any:
        # Of a long list most items are right as a rule, and those are read much faster.
        if isinstance(type_, inspect.StructType):
            try:
                return msgspec.convert(data, type_.cls, dec_hook=with_own_grammar)
            except msgspec.ValidationError:
                pass
        return self.value(data, type_, path)

    def _pair(self, data: Any, items: Sequence[inspect.Type], path: DataPath) -> Any:
        if not isinstance(data, list) or len(data) != len(items):
            self._expected(gettext("a list of {number}", number=len(items)), data, path)
            return tuple(harmless(item) for item in items)
        return tuple(
            self.value(part, item, (*path, index)) for index, (part, item) in enumerate(zip(data, items, strict=True))
        )

    def _dict(self, data: Any, type_: inspect.DictType, path: DataPath, description: str | None) -> Any:
        key, value = type_.key_type, type_.value_type
        if not isinstance(data, dict):
            self._expected(gettext("a mapping"), data, path, Message(description) if description else None)
            return {}
        if len(data) < (type_.min_length or 0):
            mend = Message(description) if description else gettext("Write something in it, or leave the key out.")
            self._complain(path, gettext("the mapping is empty"), mend)
        position = self.text.position.find(path)
        result = {}
        for name, part in data.items():
            wrong = self._wrong_key(name, key)
            if wrong is not None:
                message, hint = wrong
                cut = self._cut(data, name, position)
                self._complain_at(position.parts.get(name, position), message, cut or hint, at_key=True)
                if cut is not None:
                    continue
            result[name] = self.value(part, value, (*path, name))
        return result

    def _wrong_key(self, name: str, type_: inspect.Type) -> tuple[Message, Hint] | None:
        """Why a key cannot be one here, and how to mend it."""
        description = None
        if isinstance(type_, inspect.Metadata):
            description = (type_.extra_json_schema or {}).get("description")
            type_ = type_.type
        if isinstance(type_, inspect.LiteralType):
            return None if name in type_.values else _no_such_word(name, type_.values)
        try:
            msgspec.convert(name, bounded(type_))
        except msgspec.ValidationError:
            return misfit(name, type_, description)
        return None

    def _union(self, data: Any, type_: inspect.UnionType, path: DataPath) -> Any:
        for each in type_.types:
            if is_of_kind(data, each):
                return self.value(data, each, path)
        wanted = [each for each in type_.types if not isinstance(each, inspect.NoneType)]
        if len(wanted) == 1:
            return self.value(data, wanted[0], path)
        kinds = Listing(tuple(kind_in_words(each) for each in wanted), "or_or")
        self._expected(gettext("{kinds}", kinds=kinds), data, path)
        return harmless(type_)

    def _literal(self, data: Any, words: tuple[Any, ...], path: DataPath) -> Any:
        if data in words and isinstance(data, str):
            return data
        if isinstance(data, str):
            message, hint = _no_such_word(data, words)
            self._complain(path, message, (hint_for_type(data) if words == _HOW_IT_IS_ASKED else None) or hint)
        else:
            self._expected(one_of(words), data, path)
        return words[0]

    def _custom(self, data: Any, cls: type, path: DataPath) -> Any:
        value, mistakes = READERS[cls](data, nearest)
        for mistake in mistakes:
            hint = mistake.hint
            meant = DidYouMean(hint.word, hint.known) if isinstance(hint, OneOf) else hint
            self._complain((*path, *mistake.path), mistake.message, meant, at_key=mistake.at_key)
        return value

    def _leaf(self, data: Any, type_: inspect.Type, path: DataPath, description: str | None) -> Any:
        if not is_of_kind(data, type_):
            return self._wrong_kind(data, type_, path)
        try:
            return msgspec.convert(data, bounded(type_))
        except msgspec.ValidationError:
            message, hint = misfit(data, type_, description)
            self._complain(path, message, hint)
            return data

    def _wrong_kind(self, data: Any, type_: inspect.Type, path: DataPath) -> Any:
        self._expected(kind_in_words(type_), data, path)
        return harmless(type_)

    def _expected(self, wanted: Message, data: Any, path: DataPath, hint: Message | None = None) -> None:
        hint = hint_for_answers(path, data) or hint
        if wanted == TEXT and isinstance(data, int | float):
            hint = gettext("Put it in quotes.")
        elif wanted == TEXT and isinstance(data, dict):
            hint = _TEXT_WITH_COLON
        mend = hint or gettext("Write {wanted}.", wanted=wanted)
        self._complain(
            path,
            gettext("{wanted} is expected here, but this is {found}", wanted=wanted, found=data_in_words(data)),
            mend,
        )


def _as_list(data: Any) -> Message | None:
    """How to make a list of something."""
    if isinstance(data, str) and data.replace("-", "").replace("_", "").isalnum():
        return gettext("Put it in brackets: [{word}].", word=data)
    if isinstance(data, dict) and data:
        return gettext("Begin each entry with a hyphen and a space, on a line of its own.")
    return gettext("Write it on a line of its own, with a hyphen and a space before it.") if data else None


def _no_such_word(word: str, words: tuple[Any, ...]) -> tuple[Message, Hint]:
    return gettext("{word} is not one of the words allowed here", word=quoted(word)), DidYouMean(word, words)
