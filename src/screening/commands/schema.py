"""`screening schema`: the JSON Schemas of the files."""

from screening.commands.exit_codes import DONE
from screening.reading.schemas import json_schema
from screening.show.data import encode
from screening.terminal.outlet import put


def schema(kind: str, *, extending: bool = False) -> int:
    """Print the JSON Schema of one kind of file.

    Args:
        kind: which, a key of `FILES`.
        extending: whether it is a file of a set that extends another.
    """
    put(encode(json_schema(kind, extending=extending)) + "\n")
    return DONE
