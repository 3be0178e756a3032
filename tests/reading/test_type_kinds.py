"""What is known of the kinds of types: each stands in for itself, and takes what it is made from and nothing else."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec import inspect

from screening.reading.schemas import FILES
from screening.reading.type_kinds import UNREADABLE, bounded, described, harmless, is_of_kind, kind_in_words, misfit
from tests.support.problems import said

# Nothing stands for what may be left out, and for what has a reader of its own.
WITHOUT_A_VALUE = (inspect.UnionType, inspect.CustomType)


def parts(type_: inspect.Type) -> Iterator[inspect.Type]:
    """A type and all that it is made of."""
    yield type_
    match type_:
        case inspect.Metadata(type=inner):
            yield from parts(inner)
        case inspect.StructType(fields=fields):
            for field in fields:
                yield from parts(field.type)
        case inspect.UnionType(types=several) | inspect.TupleType(item_types=several):
            for each in several:
                yield from parts(each)
        case inspect.VarTupleType(item_type=item):
            yield from parts(item)
        case inspect.DictType(key_type=key, value_type=value):
            yield from parts(key)
            yield from parts(value)


def plain(value: Any) -> Any:
    """A value as it stands in a file."""
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return {} if isinstance(value, msgspec.Struct) else value


@pytest.mark.parametrize("type_", FILES.values(), ids=FILES)
def test_what_stands_in_for_a_value_is_of_its_kind(type_: Any) -> None:
    kinds = [each for each in parts(described(type_)) if not isinstance(each, WITHOUT_A_VALUE)]

    assert [each for each in kinds if not is_of_kind(plain(harmless(each)), each)] == []


@pytest.mark.parametrize(
    ("type_", "takes", "words"),
    [
        (str, [""], "text"),
        (bool, [True], "true or false"),
        (int, [0], "a whole number"),
        (float, [0, 0.5], "a number"),
        (tuple[str, ...], [[]], "a list"),
        (tuple[str, int], [[]], "a list"),
        (dict[str, str], [{}], "a mapping"),
        (None, [None], "a mapping"),
    ],
    ids=str,
)
def test_a_kind_takes_what_it_is_made_from_and_is_named(type_: Any, takes: list[Any], words: str) -> None:
    every: list[Any] = ["", True, 0, 0.5, [], {}, None]

    assert [data for data in every if is_of_kind(data, described(type_))] == takes
    assert said(kind_in_words(described(type_))) == words


def test_what_is_noted_about_a_type_changes_none_of_it() -> None:
    noted = inspect.Metadata(inspect.StrType(max_length=3), extra_json_schema={"description": "Short."})

    assert is_of_kind("a", noted)
    assert not is_of_kind(1, noted)
    assert (said(kind_in_words(noted)), harmless(noted)) == ("text", UNREADABLE)
    assert tuple(map(said, misfit("four", noted, None))) == (
        "the text has 4 characters; at most 3 fit",
        "Make it shorter.",
    )
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert("four", bounded(noted))
