"""Which characters of a text may reach a terminal, and what is shown instead of the others (pure).

Whoever writes a file, names a folder, or types an option or an answer code writes text, and text must not be able to
speak to the terminal, to turn the direction of what stands beside it, or to hide. Problems and sets keep their texts as
they are; they are made visible on the way out.
"""

import re
import unicodedata
from collections.abc import Callable

# A new line and a tab mean the same in every text of several lines, and no terminal does more with them than go on.
_LAYOUT = "\n\t"
_ASCII = bytes(range(ord(" "), ord("~") + 1))
# Persian, the scripts of India, and joined emoji cannot be written without these two, which move nothing and hide
# nothing but themselves. So they pass after a letter, mark or symbol that is not ASCII. Elsewhere there is nothing
# to join, and they could only make two ids look alike.
_JOINERS = "\u200c\u200d"
# Around a number alone these two pass: it reads from the left, whatever runs around it, and nothing else is turned.
_BEGIN, _END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_NUMBER = "[0-9+() ./-]+"
_APART = re.compile(f"({_BEGIN}{_NUMBER}{_END})")


class Control(str):
    """What the program itself says to the terminal: colours, and clearing. No text that it was given is ever one."""

    __slots__ = ()


def visible(text: str) -> str:
    r"""A text, of several lines perhaps, that says nothing to the terminal.

    What has no look of its own is shown by its number, such as `\x1b` or `\u202e`: controls, format characters, line
    separators, halves of characters, characters for private use, and what is no character in Unicode as it is known
    here, for nobody knows what a terminal does with it. Letters, marks and spaces of every script are as they were. A
    backslash is not doubled, or every path on Windows would be: this is to be read, not to be read back.
    """
    return _shown(text, _LAYOUT, _by_number)


def in_one_line(text: str) -> str:
    r"""The same for what has to stay one line, such as an error: a new line in a name is shown as `\n`."""
    return _shown(text, "", _by_number)


def visible_in_json(text: str) -> str:
    """JSON, with the same characters in its texts escaped as JSON escapes them: nothing is lost."""
    return _shown(text, _LAYOUT, _as_json)


def apart(number: str) -> str:
    """A number that reads from the left in a text that runs from the right; anything else stays as it is.

    Args:
        number: as it is dialled.
    """
    return f"{_BEGIN}{number}{_END}" if re.fullmatch(_NUMBER, number) else number


def _shown(text: str, layout: str, written: Callable[[str], str]) -> str:
    # Nearly everything, and many times as fast: `score` writes millions of lines, and a screen wraps its texts often.
    if text.isprintable() or (text.isascii() and not text.encode().translate(None, _ASCII + layout.encode())):
        return text
    pieces = _APART.split(text) if _BEGIN in text else [text]
    return "".join(piece if number % 2 else _in_pieces(piece, layout, written) for number, piece in enumerate(pieces))


def _in_pieces(text: str, layout: str, written: Callable[[str], str]) -> str:
    before = ""
    parts = []
    for character in text:
        passes = character.isprintable() or character in layout or _is_harmless(character, before)
        parts.append(character if passes else written(character))
        before = character
    return "".join(parts)


def _is_harmless(character: str, before: str) -> bool:
    if character in _JOINERS:
        return before > "\x7f" and unicodedata.category(before)[0] in "LMS"
    # Python calls every space but one not printable.
    return unicodedata.category(character) == "Zs"


def _by_number(character: str) -> str:
    return character.encode("unicode_escape").decode()


def _as_json(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
