"""The grammar of conditions as JSON Schema (pure)."""

from collections.abc import Mapping
from typing import Any

from screening.sets.conditions.grammar import BARE, BARE_NAME, GATES, JUNCTIONS, LEVELS, PATHWAYS, Form, Use
from screening.sets.conditions.types import AnyLeaf, Gate, LevelCondition, LevelRule, OwnGrammar, PathwayCondition

Definitions = dict[str, Any]


def reference(type_: type) -> dict[str, str]:
    """The reference to a type's definition."""
    return {"$ref": f"#/$defs/{type_.__name__}"}


def definitions(type_: type) -> Definitions:
    """The definitions that a reference to a type needs, by name.

    Args:
        type_: one of those with a grammar of their own: a gate, the condition of a pathway, the rule of a level.
    """
    if type_ is LevelRule:
        return {LevelRule.__name__: _LEVEL_RULE, **definitions(LevelCondition)}
    return {type_.__name__: _condition(_USES[type_], reference(type_))}


_USES: Mapping[type[OwnGrammar], Use[AnyLeaf]] = {Gate: GATES, LevelCondition: LEVELS, PathwayCondition: PATHWAYS}
_LEVEL_RULE = {
    "anyOf": [
        {
            "type": "object",
            "properties": {"adult": reference(LevelCondition), "child": reference(LevelCondition)},
            "minProperties": 1,
            "additionalProperties": False,
        },
        reference(LevelCondition),
    ]
}


def _condition(use: Use[AnyLeaf], itself: Mapping[str, Any]) -> dict[str, Any]:
    bare = [BARE_NAME] if BARE in use.forms else []
    joined = {"type": "array", "items": itself, "minItems": 1}
    junctions = [_mapping({word: joined}, [word]) for word in JUNCTIONS]
    return {"anyOf": [*bare, *junctions, *map(_form, use.forms)]}


def _form(form: Form[AnyLeaf]) -> dict[str, Any]:
    needed = [name for name, key in form.keys.items() if key.needed]
    schema = _mapping({name: key.takes.schema for name, key in form.keys.items()}, needed)
    return {**schema, "minProperties": len(needed) + 1} if form.counted else schema


def _mapping(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
