"""Plain data to conditions: the one grammar, with all its mistakes at once."""

from collections.abc import Callable, Iterable
from math import isfinite
from typing import Any, get_args

from msgspec import Struct

from screening.reading.problem import DidYouMean, Mend, nearest
from screening.sets.model import (
    All,
    AnyOf,
    CircumstanceIs,
    Condition,
    Counts,
    FlagRaised,
    Level,
    LevelReached,
    LevelRule,
    QuestionIs,
    Supported,
)

DataPath = tuple[str | int, ...]

_COUNTS = ("strong", "medium_or_strong", "total", "score")
# The key that says what a condition is, with the keys that may stand beside it.
LEAVES: dict[str, tuple[str, ...]] = {
    "all": (),
    "any": (),
    "question": ("is",),
    "circumstance": ("is",),
    "flag": (),
    "element": (),
    "dimension": (),
    "level": (),
    "in": _COUNTS,
}
_NOTHING = All(())


class GrammarMistake(Struct, frozen=True):
    """What is wrong at a path within the data; `at_key` where the key itself is wrong."""

    path: DataPath
    what: str
    mend: Mend
    at_key: bool = False


def read_condition(data: Any) -> tuple[Condition, list[GrammarMistake]]:
    """Understand a condition.

    Returns:
        The condition and the mistakes in it. A mistaken part is left as one that always holds.
    """
    mistakes: list[GrammarMistake] = []
    return _condition(data, (), mistakes), mistakes


def read_level_rule(data: Any) -> tuple[LevelRule, list[GrammarMistake]]:
    """Understand a level's rule: a condition for every age, or `{adult: ..., child: ...}`."""
    mistakes: list[GrammarMistake] = []
    if not isinstance(data, dict) or not {"adult", "child"} & set(data):
        return LevelRule(adult=_condition(data, (), mistakes), child=None), mistakes
    ages = ("adult", "child")
    for key in data:
        if key not in ages:
            what = f"{key!r} does not go with an age here"
            mistakes.append(GrammarMistake((key,), what, DidYouMean(key, ages), at_key=True))
    parts = {age: _condition(data[age], (age,), mistakes) for age in ages if age in data}
    return LevelRule(adult=parts.get("adult"), child=parts.get("child")), mistakes


def _condition(data: Any, path: DataPath, mistakes: list[GrammarMistake]) -> Condition:
    if isinstance(data, str) and data:
        return Supported(data)
    if not isinstance(data, dict):
        mistakes.append(GrammarMistake(path, "a condition is expected here", f"Write one of: {', '.join(LEAVES)}."))
        return _NOTHING
    heads = [key for key in data if key in LEAVES]
    if len(heads) != 1:
        mistakes.append(_headless(data, path) if not heads else _too_many(heads, path))
        return _NOTHING
    head = heads[0]
    for key in [key for key in data if key != head and key not in LEAVES[head]]:
        near = nearest(key, [each for each in LEAVES[head] if each not in data])
        mend = f"Did you mean {near!r}?" if near is not None else "Take it out."
        what = f"{key!r} does not go with {head!r} in a condition"
        mistakes.append(GrammarMistake((*path, key), what, mend, at_key=True))
        if near is not None:
            data = {**data, near: data[key]}
    return _BUILD[head](head, data, path, mistakes)


def _headless(data: dict[str, Any], path: DataPath) -> GrammarMistake:
    if "not" in data:
        mend = "Name the answers that count instead: unknown is not no, and no fact may lower a result."
        return GrammarMistake((*path, "not"), "there is no 'not' in conditions", mend, at_key=True)
    if not data:
        return GrammarMistake(path, "the condition is empty", f"Write one of: {', '.join(LEAVES)}.")
    word = next(iter(data))
    return GrammarMistake((*path, word), f"{word!r} is no condition", DidYouMean(word, LEAVES), at_key=True)


def _too_many(heads: list[str], path: DataPath) -> GrammarMistake:
    what = f"a condition is one thing, and this has {' and '.join(repr(head) for head in heads)}"
    return GrammarMistake((*path, heads[1]), what, "Put them in a list under 'all' or 'any'.", at_key=True)


def _junction(head: str, data: dict[str, Any], path: DataPath, mistakes: list[GrammarMistake]) -> Condition:
    parts = data[head]
    if not isinstance(parts, list) or not parts:
        mistakes.append(
            GrammarMistake((*path, head), f"{head!r} takes a list of conditions", f"Write {head}: [..., ...].")
        )
        return _NOTHING
    of = tuple(_condition(part, (*path, head, index), mistakes) for index, part in enumerate(parts))
    return All(of) if head == "all" else AnyOf(of)


def _listing(head: str, data: dict[str, Any], path: DataPath, mistakes: list[GrammarMistake]) -> Condition:
    name = _name(head, data, path, mistakes)
    listed = data.get("is")
    if not _texts(listed):
        mistakes.append(
            GrammarMistake((*path, "is") if "is" in data else path, "'is' takes a list of answers", "Write is: [yes].")
        )
        return _NOTHING
    assert isinstance(listed, list)
    return QuestionIs(name, tuple(listed)) if head == "question" else CircumstanceIs(name, tuple(listed))


def _flag(head: str, data: dict[str, Any], path: DataPath, mistakes: list[GrammarMistake]) -> Condition:
    return FlagRaised(_name(head, data, path, mistakes))


def _supported(head: str, data: dict[str, Any], path: DataPath, mistakes: list[GrammarMistake]) -> Condition:
    return Supported(_name(head, data, path, mistakes))


def _level(head: str, data: dict[str, Any], path: DataPath, mistakes: list[GrammarMistake]) -> Condition:
    name = _name(head, data, path, mistakes)
    levels = [level for level in get_args(Level) if level != "too_little_known"]
    for level in levels:
        if name == level:
            return LevelReached(level)
    if name:
        mistakes.append(GrammarMistake((*path, head), f"{name!r} is no level to reach", DidYouMean(name, levels)))
    return _NOTHING


def _counts(head: str, data: dict[str, Any], path: DataPath, mistakes: list[GrammarMistake]) -> Condition:
    names = data[head]
    if not _texts(names):
        mistakes.append(
            GrammarMistake((*path, head), "'in' takes a list of elements or dimensions", "Write in: [means].")
        )
        return _NOTHING
    counts = {count: data[count] for count in _COUNTS if count in data}
    if not counts:
        mistakes.append(GrammarMistake(path, "'in' needs a count beside it", f"Add one of: {', '.join(_COUNTS)}."))
        return _NOTHING
    for count, number in list(counts.items()):
        if not _is_count(count, number):
            wanted = "a number from 0 up" if count == "score" else "a whole number from 1 up"
            mistakes.append(GrammarMistake((*path, count), f"{count!r} takes {wanted}", "Write one."))
            del counts[count]
    return Counts(tuple(names), **counts)


def _name(head: str, data: dict[str, Any], path: DataPath, mistakes: list[GrammarMistake]) -> str:
    name = data[head]
    if isinstance(name, str) and name:
        return name
    mistakes.append(GrammarMistake((*path, head), f"{head!r} takes one name", f"Write {head}: name."))
    return ""


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) and item for item in value)


def _is_count(count: str, number: Any) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | float):
        return False
    if count == "score":
        return number >= 0 and isfinite(number)
    return isinstance(number, int) and number >= 1


_BUILD: dict[str, Callable[[str, dict[str, Any], DataPath, list[GrammarMistake]], Condition]] = {
    "all": _junction,
    "any": _junction,
    "question": _listing,
    "circumstance": _listing,
    "flag": _flag,
    "element": _supported,
    "dimension": _supported,
    "level": _level,
    "in": _counts,
}


def located(condition: Condition | None, path: DataPath) -> Iterable[tuple[Condition, DataPath]]:
    """Every leaf of a condition with its path in the file, given the path of the whole."""
    if isinstance(condition, All | AnyOf):
        word = "all" if isinstance(condition, All) else "any"
        for index, part in enumerate(condition.of):
            yield from located(part, (*path, word, index))
    elif condition is not None:
        yield condition, path
