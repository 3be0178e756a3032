"""Conditions and rules as plain data, in the words of the YAML grammar (pure).

Plain data is what a file holds: dictionaries, lists, texts and numbers. No name of a Python class is in it, and what is
left out in a file is left out here.
"""

from typing import Any

from screening.sets.conditions.grammar import BARE, COUNTS, form_of, junction_of
from screening.sets.conditions.types import All, AnyLeaf, AnyOf, Condition, LevelRule, Tree
from screening.sets.model import Alternative


def as_written(what: Condition[AnyLeaf] | LevelRule | Alternative) -> Any:
    """A condition, the rule of a level, or one alternative of a rule, as it is written in YAML.

    A level's rule that is the same at every age is written as its condition alone.

    Returns:
        Plain data that reads as the same again.
    """
    match what:
        case LevelRule(adult, None) if adult is not None:
            return as_written(adult)
        case LevelRule(adult, child):
            return {age: as_written(part) for age, part in (("adult", adult), ("child", child)) if part is not None}
        case Alternative():
            return _without_none({count: getattr(what, count) for count in COUNTS})
        case Condition(tree):
            return _tree(tree)


def as_text(data: Any) -> str:
    """Plain data in one line, as it may stand in a file."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {as_text(part)}" for key, part in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(as_text, data)) + "]"
    # A word that would be read as a number stands in quotes; words such as yes are words here.
    return f'"{data}"' if isinstance(data, str) and data[:1].isdigit() else str(data)


def _tree(tree: Tree[AnyLeaf]) -> Any:
    match tree:
        case All(of) | AnyOf(of):
            return {junction_of(tree): [_tree(part) for part in of]}
        case _:
            return _leaf(tree)


def _leaf(leaf: AnyLeaf) -> Any:
    form = form_of(leaf)
    values = {name: getattr(leaf, key.attribute) for name, key in form.keys.items()}
    if form is BARE:
        return values[form.word]
    return _without_none({name: list(value) if isinstance(value, tuple) else value for name, value in values.items()})


def _without_none(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
