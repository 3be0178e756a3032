"""The kinds of types that files are read as, in the words of `msgspec.inspect`: one table of what is known of each."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Annotated, Any

import msgspec
from msgspec import Struct, inspect

from screening.language.messages import Listing, Message, gettext, quoted
from screening.sets.fields import NUMBER_TOO

# Stands where a required text could not be read; references to it are passed over.
UNREADABLE = ""


def is_of_kind(data: Any, type_: inspect.Type) -> bool:
    """Whether data is what a type is made from, whatever bounds the type has."""
    return _kind(type_).holds(data) or is_number_as_text(data, type_)


def is_number_as_text(data: Any, type_: inspect.Type) -> bool:
    """Whether data is a whole number, and the type is a text that may be written as one."""
    noted = (type_.extra_json_schema or {}) if isinstance(type_, inspect.Metadata) else {}
    if noted.get("type") != NUMBER_TOO["type"] or not isinstance(data, int) or isinstance(data, bool):
        return False
    return bool(NUMBER_TOO["minimum"] <= data <= NUMBER_TOO["maximum"])


def kind_in_words(type_: inspect.Type) -> Message:
    """What is expected where a type stands."""
    return _kind(type_).in_words(_bare(type_))


def bounded(type_: inspect.Type) -> Any:
    """The type with its bounds, for `msgspec.convert`."""
    return _kind(type_).bounded(_bare(type_))


def misfit(data: Any, type_: inspect.Type, description: str | None) -> tuple[Message, Message]:
    """Why a text or number of the right kind does not fit, and how to mend it.

    Args:
        data: the text or number.
        type_: the type whose bounds it is not within.
        description: how to mend it, where the type says so.
    """
    return _kind(type_).misfit(data, _bare(type_), description)


def harmless(type_: inspect.Type) -> Any:
    """A value of the type that says nothing, to stand where the real one could not be read."""
    return _kind(type_).harmless(_bare(type_))


@cache
def described(type_: Any) -> inspect.Type:
    """A type as `msgspec.inspect` describes it."""
    return inspect.type_info(type_)


def _bare(type_: inspect.Type) -> inspect.Type:
    while isinstance(type_, inspect.Metadata):
        type_ = type_.type
    return type_


# --- how they are named ---


TEXT = gettext("text")


def one_of(words: Iterable[Any]) -> Message:
    """That one of some words is expected."""
    return gettext("one of {words}", words=Listing(tuple(map(str, words)), "comma"))


# So many keys of which none is required say enough of what is meant.
_MOST_KEYS = 6


@cache
def _struct_in_words(cls: type) -> Message:
    struct = described(cls)
    assert isinstance(struct, inspect.StructType)
    keys = tuple(each.encode_name for each in struct.fields if each.required)
    if not keys:
        some = tuple(each.encode_name for each in struct.fields[:_MOST_KEYS])
        return gettext("a mapping with some of {keys}", keys=Listing(some, "comma"))
    return gettext("a mapping with {keys}", keys=Listing(keys, "comma"))


# --- how they are bounded ---


@cache
def _bounded_text(least: int | None, most: int | None, pattern: str | None) -> Any:
    return _annotated(str, min_length=least, max_length=most, pattern=pattern)


def _annotated(type_: type, **bounds: Any) -> Any:
    meta = {name: bound for name, bound in bounds.items() if bound is not None}
    return Annotated[type_, msgspec.Meta(**meta)] if meta else type_


def _misfit(data: Any, _type: inspect.Type, _description: str | None) -> tuple[Message, Message]:
    return gettext("{data} does not fit here", data=quoted(data)), gettext("Compare with the schema: screening schema.")


def _misfit_of_text(data: str, type_: inspect.StrType, description: str | None) -> tuple[Message, Message]:
    if type_.min_length is not None and data == "":
        return gettext("the text is empty"), gettext("Write it, or leave the key out.")
    if type_.max_length is not None and len(data) > type_.max_length:
        return gettext(
            "the text has {number} characters; at most {most} fit", number=len(data), most=type_.max_length
        ), gettext("Make it shorter.")
    if type_.pattern is not None:
        return gettext("{data} does not have the form that is expected here", data=quoted(data)), (
            Message(description) if description else gettext("It must match {pattern}.", pattern=type_.pattern)
        )
    return _misfit(data, type_, description)


def _misfit_of_number(
    data: float, type_: inspect.IntType | inspect.FloatType, _description: str | None
) -> tuple[Message, Message]:
    return gettext("{data} is out of range", data=quoted(data)), gettext(
        "Write a number from {least} to {most}.", least=str(type_.ge), most=str(type_.le)
    )


# --- what says nothing ---


@cache
def _harmless_struct(cls: type) -> Any:
    """One for all: it cannot be changed."""
    struct = described(cls)
    assert isinstance(struct, inspect.StructType)
    return cls(**{each.name: harmless(each.type) for each in struct.fields if each.required})


def _harmless_union(type_: inspect.UnionType) -> Any:
    return None if any(isinstance(each, inspect.NoneType) for each in type_.types) else harmless(type_.types[0])


# --- the table ---


class _Kind(Struct, frozen=True):
    """One kind of type. Each function but the first takes the type, without what is noted about it.

    Attributes:
        holds: whether data is of this kind.
        in_words: what is expected there.
        harmless: a value that says nothing.
        bounded: the type with its bounds.
        misfit: why data of this kind is not within the bounds, and how to mend it.
    """

    holds: Callable[[Any], bool]
    in_words: Callable[[Any], Message]
    harmless: Callable[[Any], Any]
    bounded: Callable[[Any], Any] = lambda _: Any
    misfit: Callable[[Any, Any, str | None], tuple[Message, Message]] = _misfit


_KINDS: Mapping[type[inspect.Type], _Kind] = {
    inspect.NoneType: _Kind(
        holds=lambda data: data is None,
        in_words=lambda _: gettext("a mapping"),
        harmless=lambda _: None,
    ),
    inspect.StrType: _Kind(
        holds=lambda data: isinstance(data, str),
        in_words=lambda _: TEXT,
        harmless=lambda _: UNREADABLE,
        bounded=lambda type_: _bounded_text(type_.min_length, type_.max_length, type_.pattern),
        misfit=_misfit_of_text,
    ),
    inspect.LiteralType: _Kind(
        holds=lambda data: isinstance(data, str),
        in_words=lambda type_: one_of(type_.values),
        harmless=lambda type_: type_.values[0],
    ),
    inspect.BoolType: _Kind(
        holds=lambda data: isinstance(data, bool),
        in_words=lambda _: gettext("true or false"),
        harmless=lambda _: False,
        bounded=lambda _: bool,
    ),
    inspect.IntType: _Kind(
        holds=lambda data: isinstance(data, int) and not isinstance(data, bool),
        in_words=lambda _: gettext("a whole number"),
        harmless=lambda _: 0,
        bounded=lambda type_: _annotated(int, ge=type_.ge, le=type_.le),
        misfit=_misfit_of_number,
    ),
    inspect.FloatType: _Kind(
        holds=lambda data: isinstance(data, int | float) and not isinstance(data, bool),
        in_words=lambda _: gettext("a number"),
        harmless=lambda _: 0,
        bounded=lambda type_: _annotated(float, ge=type_.ge, le=type_.le),
        misfit=_misfit_of_number,
    ),
    inspect.VarTupleType: _Kind(
        holds=lambda data: isinstance(data, list),
        in_words=lambda _: gettext("a list"),
        harmless=lambda _: (),
    ),
    inspect.TupleType: _Kind(
        holds=lambda data: isinstance(data, list),
        in_words=lambda _: gettext("a list"),
        harmless=lambda type_: tuple(harmless(item) for item in type_.item_types),
    ),
    inspect.StructType: _Kind(
        holds=lambda data: isinstance(data, dict),
        in_words=lambda type_: _struct_in_words(type_.cls),
        harmless=lambda type_: _harmless_struct(type_.cls),
    ),
    inspect.DictType: _Kind(
        holds=lambda data: isinstance(data, dict),
        in_words=lambda _: gettext("a mapping"),
        harmless=lambda _: {},
    ),
    inspect.UnionType: _Kind(
        holds=lambda data: data is not None,
        in_words=lambda _: gettext("a mapping"),
        harmless=_harmless_union,
    ),
}
# A type with a reader of its own, such as a condition, which may be a word or a mapping.
_OTHER = _Kind(
    holds=lambda data: data is not None,
    in_words=lambda _: gettext("a mapping"),
    harmless=lambda _: None,
)


def _kind(type_: inspect.Type) -> _Kind:
    return _KINDS.get(type(_bare(type_)), _OTHER)


_ORDINARY_WORDS = {
    "str": TEXT,
    "int": gettext("a whole number"),
    "float": gettext("a number"),
    "bool": gettext("true or false"),
    "dict": gettext("a mapping"),
    "list": gettext("a list"),
    "NoneType": gettext("nothing"),
}


def data_in_words(data: Any) -> Message:
    """What kind of thing stands there, and a number itself."""
    kind = _ORDINARY_WORDS[type(data).__name__]
    if isinstance(data, int | float) and not isinstance(data, bool):
        return gettext("{kind} ({number})", kind=kind, number=quoted(data))
    return kind
