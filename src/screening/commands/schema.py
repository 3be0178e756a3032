"""`screening schema`: the JSON Schemas of the files."""

from screening.commands.outcome import DONE, BadInput
from screening.reading.problem import did_you_mean
from screening.reading.schemas import FILES, json_schema
from screening.show.data import encode
from screening.terminal.outlet import put


def schema(kind: str, *, extending: bool = False) -> int:
    """Print the JSON Schema of one kind of file.

    Args:
        kind: which.
        extending: whether it is a file of a set that extends another.

    Raises:
        BadInput: there is no such kind.
    """
    if kind not in FILES:
        raise BadInput(f"there is no schema {kind!r}. {did_you_mean(kind, FILES)}")
    put(encode(json_schema(kind, extending=extending)) + "\n")
    return DONE
