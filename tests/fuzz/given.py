"""One input, what came of it, and what has to hold for both."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

Oddity = Literal["missing", "folder", "dangling link", "link to itself", "pipe", "null device", "endless device"]
PrintedAs = Literal["text", "json", "json lines"]


class Given(Struct, frozen=True):
    """One input, whole: what is given decides everything.

    Attributes:
        base: what stands there unchanged.
        files: what stands there instead, by paths in the base's folder.
        arguments: of a command line. `@` stands for the folder of the base.
        environment: variables of a command line.
        typed: what is typed or piped in.
        chosen: decides what is recorded, when it is, and what else is chosen behind the reading.
    """

    base: str = ""
    files: Mapping[str, bytes | Oddity] = {}
    arguments: tuple[str, ...] = ()
    environment: Mapping[str, str] = {}
    typed: bytes = b""
    chosen: int = 0


class Printed(Struct, frozen=True):
    """Something that reaches a screen or another program.

    Attributes:
        where: how that is called.
        content: what is printed.
        printed_as: what it has to be.
    """

    where: str
    content: bytes
    printed_as: PrintedAs = "text"


class Fed(Struct, frozen=True):
    """What came of an input.

    Attributes:
        sound: it was taken.
        told: it was refused, with words for whoever gave it.
        printed: everything that was printed.
    """

    sound: bool = False
    told: bool = False
    printed: tuple[Printed, ...] = ()


class Broken(AssertionError):
    """Something that has to hold does not; the text says what, and is the same for all of its kind."""


def printed(where: str, text: str, printed_as: PrintedAs = "text") -> Printed:
    """A text as it is encoded on its way out."""
    return Printed(where, text.encode(errors="replace"), printed_as)


# What joins and parts letters within words, in the scripts of Iran and India.
_JOINERS = "\u200c\u200d"
# No terminal does more with these than go on.
_LAYOUT = "\n\t"
_CATEGORIES = {"Cc": "control", "Cf": "format character", "Zl": "line separator", "Zp": "paragraph separator"}


@cache
def _raw() -> re.Pattern[str]:
    """All characters that control a terminal, are not seen, or end a line. There are many to look at, for few texts."""
    allowed = f"{_LAYOUT}{_JOINERS}"
    points = [point for point in range(0x110000) if unicodedata.category(chr(point)) in _CATEGORIES]
    return re.compile(f"[{''.join(re.escape(chr(point)) for point in points if chr(point) not in allowed)}]")


_WITHOUT_LAYOUT = {ord(character): None for character in _LAYOUT}


def raw_characters(content: bytes) -> str:
    """Those characters in something printed that must never be in it."""
    text = content.decode(errors="backslashreplace")
    # Nearly always, and many times as fast.
    if text.translate(_WITHOUT_LAYOUT).isprintable():
        return ""
    return "".join(_raw().findall(text))


def faults(fed: Fed) -> Iterator[str]:
    """What does not hold of what was printed, a kind each."""
    for each in fed.printed:
        raw = raw_characters(each.content)
        for category in sorted({unicodedata.category(character) for character in raw}):
            yield f"raw {_CATEGORIES[category]} in {each.where}"
        if each.printed_as == "json":
            yield from _not_json(each.where, [each.content])
        if each.printed_as == "json lines":
            yield from _not_json(each.where, each.content.splitlines())


def _not_json(where: str, documents: list[bytes]) -> Iterator[str]:
    for document in documents:
        try:
            json.loads(document.decode(), parse_constant=_no_constant)
        except ValueError:
            yield f"{where}: no JSON"
            return


def _no_constant(name: str) -> None:
    """NaN and the infinities are Python's own, and no JSON."""
    raise ValueError(name)
