"""Data as JSON. What the data of each kind of thing are is in the rooms that end in `_data`."""

import json
from typing import Any

import msgspec

from screening.show.characters import visible_in_json


def encode(data: Any) -> str:
    """Data as JSON, for people to read as well."""
    plain = msgspec.to_builtins(data)
    # Not msgspec's own JSON, which has none for half a character, as a name in an old encoding has them.
    return visible_in_json(json.dumps(plain, ensure_ascii=False, indent=2))
