"""XPath 1.0 as ODK has it, put together from parts (pure).

Only what every engine of ODK and KoboToolbox knows is used: `if`, `selected`, `concat`, and the operators. A field is
named as XLSForm names it, `${id}`.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

TRUE: Final = "true()"
FALSE: Final = "false()"


class Truth(Struct, frozen=True):
    """A condition in three values: when it is true, and when it is false. Where it is neither, it is not known yet."""

    true: str
    false: str


def field(name: str) -> str:
    """What a field holds."""
    return f"${{{called(name)}}}"


def called(name: str) -> str:
    """What the field of an item is called: by its id, but for the one that forms keep. `score` knows no capitals."""
    return name.capitalize() if name == "meta" else name


def text(said: str) -> str:
    """An id as a text of XPath."""
    return f"'{said}'"


def all_of(parts: Iterable[str]) -> str:
    """Whether every part holds."""
    return _joined(parts, " and ", neutral=TRUE, final=FALSE)


def any_of(parts: Iterable[str]) -> str:
    """Whether one part holds at least."""
    return _joined(parts, " or ", neutral=FALSE, final=TRUE)


def _joined(parts: Iterable[str], word: str, *, neutral: str, final: str) -> str:
    kept = list(dict.fromkeys(part for part in parts if part != neutral))
    if final in kept:
        return final
    if len(kept) < 2:
        return kept[0] if kept else neutral
    return f"({word.join(kept)})"


def negated(condition: str) -> str:
    """Whether something does not hold."""
    constant = {TRUE: FALSE, FALSE: TRUE}
    return constant.get(condition, f"not({condition})")


def chosen(condition: str, then: str, otherwise: str) -> str:
    """One of two values."""
    constant = {TRUE: then, FALSE: otherwise}
    return constant.get(condition, f"if({condition}, {then}, {otherwise})")


def as_number(condition: str) -> str:
    """1 or 0."""
    return chosen(condition, "1", "0")


def first_that_holds(cases: Sequence[tuple[str, str]], otherwise: str) -> str:
    """The value of the first condition that holds."""
    value = otherwise
    for condition, then in reversed(cases):
        value = chosen(condition, then, value)
    return value
