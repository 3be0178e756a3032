"""The JSON Schema of every kind of file, and of a line of records and of results, made from the model's types."""

from collections.abc import Iterable
from inspect import cleandoc
from typing import Any

import msgspec

from screening.glossary.terms import Theme
from screening.referral.directory import Directory
from screening.referral.own_services import OwnServices
from screening.referral.result_document import ResultDocument
from screening.sets.answers import DECLINED, UNCLEAR
from screening.sets.circumstances import CIRCUMSTANCES, CircumstanceKind
from screening.sets.column_map import ColumnMap
from screening.sets.conditions.schema import definitions, reference
from screening.sets.fields import NUMBER_TOO
from screening.sets.guidance import Pathway
from screening.sets.model import Indicator, SetFile
from screening.sets.questions import Section
from screening.sets.record import WrittenRecord
from screening.sets.score_line import ErrorLine, HtcdsLine, ScoreLine
from screening.sets.vignette import Vignette
from screening.sets.vocabulary import ELEMENTS, RANK

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
    "column-map": ColumnMap,
}
# Not files, but lines, or all that is printed of a result: each is of one of these types.
LINES: dict[str, tuple[type, ...]] = {
    "record": (WrittenRecord,),
    "score": (ScoreLine, ErrorLine),
    "htcds": (HtcdsLine, ErrorLine),
    "result": (ResultDocument,),
}
# To which keys may be added, so that no reader may be told that there are none.
_OPEN = {"result"}

# What is replaced whole where a set extends another, so that it has to be complete there too.
_REPLACED_WHOLE = {"SourceNote", "Alternative", "Vignette", "Expect", "LeaveOut"}


def json_schema(kind: str, *, extending: bool = False) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file or line.

    Args:
        kind: a key of `FILES` or `LINES`.
        extending: whether the file is of a set that extends another, where only what differs is written.
    """
    own_grammar: dict[type, None] = {}

    def refer(type_: type) -> dict[str, Any]:
        own_grammar[type_] = None
        return reference(type_)

    types = LINES[kind] if kind in LINES else (FILES[kind],)
    each, defined = msgspec.json.schema_components(types, schema_hook=refer, ref_template="#/$defs/{name}")
    schema = {**(each[0] if len(each) == 1 else {"anyOf": list(each)}), "$defs": defined}
    _without_indentation(defined)
    if "WrittenRecord" in defined:
        defined["WrittenRecord"]["properties"]["circumstances"] = _circumstances()
    for name in ("SetFile", "Expect", "ScoreLine", "ResultDocument"):
        if name in defined:
            _name_keys(defined[name]["properties"]["elements"], ELEMENTS)
    if "SetFile" in defined:
        _name_keys(defined["SetFile"]["properties"]["headlines"], RANK)
    _number_too(defined)
    if kind in _OPEN:
        for definition in defined.values():
            definition.pop("additionalProperties", None)
    if extending:
        for name in defined.keys() - _REPLACED_WHOLE:
            _differs(name, defined[name])
    for type_ in own_grammar:
        defined |= definitions(type_)
    return {"$schema": DIALECT, **schema}


def _without_indentation(defined: dict[str, Any]) -> None:
    """What describes a type is its docstring; up to 0.22, msgspec leaves in it the indentation of the source."""
    for definition in defined.values():
        if "description" in definition:
            definition["description"] = cleandoc(definition["description"])


def _name_keys(mapping: dict[str, Any], keys: Iterable[str]) -> None:
    """Say which keys there are: up to 0.22, msgspec does not. They stand last whichever version says it."""
    mapping.pop("propertyNames", None)
    mapping["propertyNames"] = {"enum": list(keys)}


def _number_too(defined: dict[str, Any]) -> None:
    """Let what is a text be a number where the types say so: what is noted beside a text's type is lost on the way."""
    for name in ("Option", "Band"):
        if name in defined:
            defined[name]["properties"]["id"] |= NUMBER_TOO
    if "GoesOn" in defined:
        by_question = defined["GoesOn"]["properties"]["answers"]["additionalProperties"]
        by_question["additionalProperties"]["additionalProperties"] |= NUMBER_TOO
    if "Vignette" in defined:
        answer = {"anyOf": [NUMBER_TOO, {"type": "array", "items": NUMBER_TOO}]}
        defined["Vignette"]["properties"]["answers"]["additionalProperties"] = answer


def _circumstances() -> dict[str, Any]:
    """What a record may say of circumstances: they are the same whatever the set."""
    values = {name: _value(kind) for name, kind in CIRCUMSTANCES.items()}
    return {"type": "object", "properties": values, "additionalProperties": False}


def _value(kind: CircumstanceKind) -> dict[str, Any]:
    definite: dict[str, Any] = {"enum": list(kind.values)} if kind.values else {"type": "string"}
    undecided = {"enum": list(dict.fromkeys([kind.undecided, UNCLEAR, DECLINED, None]))}
    several = [{"type": "array", "items": {"type": "string"}, "minItems": 1}] if kind.several else []
    return {"anyOf": [definite, undecided, *several]}


def _differs(name: str, definition: dict[str, Any]) -> None:
    """Let a definition hold only what differs: what it names by its id, and where a new item stands."""
    own = {"id", "version", "title", "extends"} if name == "SetFile" else {"id"}
    definition["required"] = [key for key in definition["properties"] if key in own]
    if "id" in own & definition["properties"].keys() and name not in {"SetFile", "Section"}:
        definition["properties"]["after"] = definition["properties"]["id"]
