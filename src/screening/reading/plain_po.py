"""Entries of a PO file as tools write them, read at once. What is written in any other way is left to polib.

polib goes by every character's state: for a file that is read before the first question that takes too long.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

_STRING: Final = re.compile(r'"((?:[^"\\]|\\["\\nrt])*)"')
_ESCAPED: Final = re.compile(r"\\(.)")
_MEANS: Final = {"n": "\n", "r": "\r", "t": "\t"}
_KEYWORDS: Final = ("msgctxt ", "msgid ", "msgstr ")


class PlainEntry(Struct, frozen=True):
    """An entry.

    Attributes:
        context: `msgctxt`.
        english: `msgid`.
        text: `msgstr`.
        flags: what stands after `#,`.
        line: where its own words begin.
    """

    context: str
    english: str
    text: str
    flags: tuple[str, ...]
    line: int


class _NotPlain(Exception):
    """Something stands there that no tool writes for one text with an id."""


def plain_entries(lines: Sequence[str]) -> list[PlainEntry] | None:
    """The entries of a file without its head and what is obsolete; None where one is not written plainly.

    Args:
        lines: of the file, with no comments in them but flags and what is obsolete.
    """
    try:
        return list(_entries(lines))
    except _NotPlain:
        return None


def _entries(lines: Sequence[str]) -> Iterator[PlainEntry]:
    seen: set[tuple[str, str]] = set()
    flags: tuple[str, ...] = ()
    number, end = 0, len(lines)
    is_first = True
    while number < end:
        line = lines[number]
        if not line or line.startswith("#~"):
            number += 1
            continue
        if line.startswith("#"):
            if not line.startswith("#, "):
                raise _NotPlain
            # They may stand in several lines.
            flags += tuple(flag.strip() for flag in line[2:].split(","))
            number += 1
            continue
        begins, texts = number, []
        for keyword in _KEYWORDS:
            if is_first and keyword == "msgctxt " and line.startswith("msgid "):
                texts.append("")
                continue
            if number >= end or not lines[number].startswith(keyword):
                raise _NotPlain
            text, number = _string(lines, number, len(keyword))
            texts.append(text)
        if number < end and lines[number]:
            raise _NotPlain
        context, english, text = texts
        if english and context and (context, english) not in seen:
            seen.add((context, english))
            yield PlainEntry(context, english, text, flags, begins + 1)
        elif english or context or not is_first:
            raise _NotPlain
        flags, is_first = (), False


def _string(lines: Sequence[str], number: int, begins: int) -> tuple[str, int]:
    """A string from some place in a line on, with the lines that go on with it, and which line comes next."""
    parts = [_piece(lines[number][begins:])]
    number += 1
    while number < len(lines) and lines[number].startswith('"'):
        parts.append(_piece(lines[number]))
        number += 1
    return "".join(parts), number


def _piece(written: str) -> str:
    found = _STRING.fullmatch(written)
    if found is None:
        raise _NotPlain
    return _ESCAPED.sub(lambda each: _MEANS.get(each[1], each[1]), found[1]) if "\\" in found[1] else found[1]
