"""The JSON Schema of every kind of file, made from the model's types."""

from typing import Any

import msgspec

from screening.glossary.terms import Theme
from screening.referral.directory import Directory
from screening.referral.own_services import OwnServices
from screening.sets.conditions.schema import definitions, reference
from screening.sets.model import Indicator, Pathway, Section, SetFile
from screening.sets.vignette import Vignette
from screening.sets.vocabulary import ELEMENTS

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

# What is replaced whole where a set extends another, so that it has to be complete there too.
_REPLACED_WHOLE = {"SourceNote", "Alternative", "Vignette", "Expect", "LeaveOut"}


def json_schema(kind: str, *, extending: bool = False) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file.

    Args:
        kind: a key of `FILES`.
        extending: whether the file is of a set that extends another, where only what differs is written.
    """
    own_grammar: dict[type, None] = {}

    def refer(type_: type) -> dict[str, Any]:
        own_grammar[type_] = None
        return reference(type_)

    schema = msgspec.json.schema(FILES[kind], schema_hook=refer)
    defined = schema.setdefault("$defs", {})
    for name in ("SetFile", "Expect"):
        if name in defined:
            # A key of its own kind is lost on the way to the schema.
            defined[name]["properties"]["elements"]["propertyNames"] = {"enum": list(ELEMENTS)}
    if extending:
        for name in defined.keys() - _REPLACED_WHOLE:
            _differs(name, defined[name])
    for type_ in own_grammar:
        defined |= definitions(type_)
    return {"$schema": DIALECT, **schema}


def _differs(name: str, definition: dict[str, Any]) -> None:
    """Let a definition hold only what differs: what it names by its id, and where a new item stands."""
    own = {"id", "version", "title", "extends"} if name == "SetFile" else {"id"}
    definition["required"] = [key for key in definition["properties"] if key in own]
    if "id" in own & definition["properties"].keys() and name not in {"SetFile", "Section"}:
        definition["properties"]["after"] = definition["properties"]["id"]
