"""Writes the committed schemas anew: `python -m tests.reading.write_schemas`."""

from pathlib import Path

from screening.reading.schemas import FILES, LINES, json_schema
from screening.show.data import encode

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


def committed_schemas() -> dict[str, str]:
    """What has to stand in `schemas/`: the name of each file, and what `screening schema` prints."""
    return {f"{kind}.json": encode(json_schema(kind)) + "\n" for kind in (*FILES, *LINES)}


if __name__ == "__main__":
    SCHEMAS.mkdir(exist_ok=True)
    for name, schema in committed_schemas().items():
        (SCHEMAS / name).write_text(schema, encoding="utf-8")
