"""The JSON Schema of every kind of file, made from the model's types."""

from typing import Any

import msgspec

from screening.language.glossary import Theme
from screening.reading.grammar import LEAVES
from screening.referral.directory import Directory, OwnServices
from screening.sets.model import (
    ELEMENTS,
    Condition,
    Indicator,
    LevelRule,
    Pathway,
    Section,
    SetFile,
    Vignette,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"

FILES: dict[str, Any] = {
    "set": SetFile,
    "indicators": tuple[Indicator, ...],
    "section": Section,
    "guidance": tuple[Pathway, ...],
    "referrals": Directory,
    "own-services": OwnServices,
    "vignette": Vignette,
    "glossary": Theme,
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


# What is replaced whole where a set extends another, so that it has to be complete there too.
_REPLACED_WHOLE = {"SourceNote", "Alternative", "Vignette", "Expect", "LeaveOut", "Condition", "LevelRule"}


def json_schema(kind: str, *, extending: bool = False) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file.

    Args:
        kind: a key of `FILES`.
        extending: whether the file is of a set that extends another, where only what differs is written.
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
    if extending:
        for name in definitions.keys() - _REPLACED_WHOLE:
            _differs(name, definitions[name])
    return {"$schema": DIALECT, **schema}


def _differs(name: str, definition: dict[str, Any]) -> None:
    """Let a definition hold only what differs: what it names by its id, and where a new item stands."""
    own = {"id", "version", "title", "extends"} if name == "SetFile" else {"id"}
    definition["required"] = [key for key in definition["properties"] if key in own]
    if "id" in own & definition["properties"].keys() and name not in {"SetFile", "Section"}:
        definition["properties"]["after"] = definition["properties"]["id"]


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
