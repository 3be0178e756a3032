"""Conditions and rules as plain data, in the words of the YAML grammar (pure).

Plain data is what a file holds: dictionaries, lists, texts and numbers. No name of a Python class is in it, and what is
left out in a file is left out here.
"""

from typing import Any

from screening.sets.model import (
    All,
    Alternative,
    AnyOf,
    CircumstanceIs,
    Condition,
    Counts,
    FlagRaised,
    LevelReached,
    LevelRule,
    QuestionIs,
    Supported,
)


def as_written(what: Condition | LevelRule | Alternative) -> Any:
    """A condition, the rule of a level, or one alternative of a rule, as it is written in YAML.

    A level's rule that is the same at every age is written as its condition alone.

    Returns:
        Plain data that reads as the same again.
    """
    match what:
        case All(of):
            return {"all": [as_written(part) for part in of]}
        case AnyOf(of):
            return {"any": [as_written(part) for part in of]}
        case QuestionIs(question, listed):
            return {"question": question, "is": list(listed)}
        case CircumstanceIs(circumstance, listed):
            return {"circumstance": circumstance, "is": list(listed)}
        case FlagRaised(flag):
            return {"flag": flag}
        case Supported(name):
            return name
        case LevelReached(level):
            return {"level": level}
        case Counts(names):
            return {"in": list(names), **_counts(what)}
        case Alternative():
            return _counts(what)
        case LevelRule(adult=adult, child=None) if adult is not None:
            return as_written(adult)
        case LevelRule(adult=adult, child=child):
            return {age: as_written(part) for age, part in (("adult", adult), ("child", child)) if part is not None}
    raise AssertionError(what)


def _counts(wanted: Counts | Alternative) -> dict[str, int | float]:
    counts = {
        "strong": wanted.strong,
        "medium_or_strong": wanted.medium_or_strong,
        "total": wanted.total,
        "score": wanted.score,
    }
    return {count: number for count, number in counts.items() if number is not None}
