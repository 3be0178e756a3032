"""The text of a vignette, in the style of those that came with the program."""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any, Final

from msgspec import to_builtins

from screening.reading.plain_words import plain_value
from screening.sets.vignette import Vignette

_WIDTH: Final = 120
_INDENT: Final = "  "
_PLAIN: Final = re.compile(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")
# Letters and signs that mean nothing to YAML wherever they stand in a line.
_PLAIN_LINE: Final = re.compile(r"[^\W\d_][\w ,.()'-]*(?<=[\w.)'])")


def vignette_text(vignette: Vignette, note: str | None = None) -> str:
    """A vignette as a file.

    Args:
        vignette: the vignette.
        note: what is said of its key, in a comment above it.
    """
    expect: dict[str, Any] = to_builtins(vignette.expect)
    lines = [
        f"id: {vignette.id}",
        f"title: {_line(vignette.title)}",
        "story: >",
        *_folded(vignette.story),
        *_mapping("circumstances", vignette.circumstances),
        *_mapping("answers", vignette.answers),
        *(f"# {line}" for line in wrap(note or "", _WIDTH - 2)),
        *_mapping("expect", expect, in_one_line=False),
        "teaches: >-",
        *_folded(vignette.teaches),
    ]
    return "\n".join(lines) + "\n"


def _folded(text: str) -> Iterator[str]:
    """A long text in rows, as YAML reads it back: each row goes on after a blank, and an empty row begins a new one."""
    for number, part in enumerate(part for part in text.splitlines() if part.strip()):
        if number:
            yield ""
        rows = wrap(" ".join(part.split()), _WIDTH - 2, break_long_words=False, break_on_hyphens=False)
        yield from (f"{_INDENT}{row}" for row in rows)


def _mapping(key: str, values: Mapping[str, Any], *, in_one_line: bool = True) -> Iterator[str]:
    """A mapping, in one line where that is wanted and it fits; nothing where it is empty."""
    if not values:
        return
    written = {name: _value(value) for name, value in values.items()}
    row = f"{key}: {_braces(written)}"
    if in_one_line and len(row) <= _WIDTH:
        yield row
        return
    yield f"{key}:"
    yield from (f"{_INDENT}{name}: {value}" for name, value in written.items())


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case dict():
            return _braces({name: _value(part) for name, part in value.items()})
        case list() | tuple():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            text = str(value)
            # A mark on a scale is its number, and may stand as one.
            plain = _PLAIN.fullmatch(text) and (text.isdecimal() or isinstance(plain_value(text), str))
            return text if plain else json.dumps(text, ensure_ascii=False)


def _braces(written: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in written.items()) + "}"


def _line(text: str) -> str:
    """A text of one line: as it is where YAML takes it so, else in quotation marks."""
    plain = _PLAIN_LINE.fullmatch(text) is not None and isinstance(plain_value(text), str)
    return text if plain else json.dumps(text, ensure_ascii=False)
