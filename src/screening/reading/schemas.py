"""The JSON Schema of every kind of file, made from the model's types."""

from typing import Any

import msgspec

from screening.model import (
    ELEMENTS,
    Condition,
    Directory,
    Indicator,
    LevelRule,
    Pathway,
    Section,
    SetFile,
    Vignette,
)
from screening.reading.grammar import LEAVES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

FILES: dict[str, Any] = {
    "set": SetFile,
    "indicators": tuple[Indicator, ...],
    "section": Section,
    "guidance": tuple[Pathway, ...],
    "referrals": Directory,
    "vignette": Vignette,
}

_NAME = {"type": "string", "minLength": 1}
_NAMES = {"type": "array", "items": _NAME, "minItems": 1}
_CONDITION = {"$ref": "#/$defs/Condition"}
_CONDITIONS = {"type": "array", "items": _CONDITION, "minItems": 1}
_WHOLE = {"type": "integer", "minimum": 1}
_VALUES: dict[str, Any] = {
    "all": _CONDITIONS,
    "any": _CONDITIONS,
    "question": _NAME,
    "circumstance": _NAME,
    "flag": _NAME,
    "element": _NAME,
    "dimension": _NAME,
    "level": {"enum": ["clear_concern", "some_concern", "none_recorded"]},
    "in": _NAMES,
    "is": _NAMES,
    "strong": _WHOLE,
    "medium_or_strong": _WHOLE,
    "total": _WHOLE,
    "score": {"type": "number", "minimum": 0},
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file.

    Args:
        kind: a key of `FILES`.
    """
    schema = msgspec.json.schema(FILES[kind], schema_hook=_custom)
    definitions = schema.setdefault("$defs", {})
    definitions["Condition"] = {"anyOf": [_NAME, *(_leaf(head) for head in LEAVES)]}
    definitions["LevelRule"] = {
        "anyOf": [
            {
                "type": "object",
                "properties": {"adult": _CONDITION, "child": _CONDITION},
                "minProperties": 1,
                "additionalProperties": False,
            },
            _CONDITION,
        ]
    }
    for name in ("SetFile", "Expect"):
        if name in definitions:
            # A key of its own kind is lost on the way to the schema.
            definitions[name]["properties"]["elements"]["propertyNames"] = {"enum": list(ELEMENTS)}
    return {"$schema": DIALECT, **schema}


def _leaf(head: str) -> dict[str, Any]:
    """The schema of a condition that begins with this word."""
    beside = LEAVES[head]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {key: _VALUES[key] for key in (head, *beside)},
        "required": [head, "is"] if "is" in beside else [head],
        "additionalProperties": False,
    }
    # A count has to stand beside `in`.
    return {**schema, "minProperties": 2} if head == "in" else schema


def _custom(type_: type) -> dict[str, Any]:
    if type_ in {Condition, LevelRule}:
        return {"$ref": f"#/$defs/{type_.__name__}"}
    raise NotImplementedError(type_.__name__)
