"""Where a row may end in a text whose language has no blanks between words (pure).

Thai has words that nobody may tear (`thai_words.py`). Chinese may be broken between any two characters, but no row
begins with what closes, or ends with what opens: the rule of every Chinese printer, as the W3C's requirements for
Chinese layout have it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Final

from screening.show.thai_words import thai_words

_THAI: Final = "\u0e01-\u0e5b"
# Han, kana, their signs, and wide forms. Korean has blanks.
_WIDE: Final = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffee\U00020000-\U0003ffff"
# Nothing before it has no blanks.
_FIRST: Final = "\u0e01"
_TO_BE_KEPT: Final = re.compile(f"[{_THAI}\u3000]")
# A telephone number with its blanks is read in one piece, as one with hyphens is.
_NUMBER: Final = r"\+?\(?[0-9]{1,15}(?:[ ().\-/]{1,2}[0-9]{1,15})+"
# Besides what Unicode calls closing, final or a mark: signs that end something, signs that repeat a word or shorten it,
# and the Thai vowels that are written after their consonant and are no marks.
_NEVER_FIRST: Final = frozenset(
    ",.;:!?%\u00b7\u2025\u2026\u2014\u2030\u2103\u3001\u3002\u3005\u301c\u303b\u309d\u309e\u30fb\u30fc\u30fd\u30fe"
    "\uff01\uff05\uff0c\uff0e\uff1a\uff1b\uff1f\uff5e\uff61\uff64\uff65"
    "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0e5a\u0e5b"
)
# Besides what Unicode calls opening or initial: the Thai vowels that are written before their consonant.
_NEVER_LAST: Final = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")
_CLOSES: Final = frozenset({"Pe", "Pf", "Mn", "Mc", "Me"})
_OPENS: Final = frozenset({"Ps", "Pi"})


def has_no_blanks(text: str) -> bool:
    """Whether something of a text is in a script that writes no blanks between words.

    Args:
        text: the text.
    """
    return not text.isascii() and max(text) >= _FIRST and _no_blanks().search(text) is not None


def is_mostly_without_blanks(text: str) -> bool:
    """Whether more of a text is in such a script than in others; else what is in one is a name, and stays whole.

    With Thai, it always counts as one: a row must end where a word does, and not with a mark on the last cell. So does
    what has a wide blank, which is no end of a row.

    Args:
        text: the text.
    """
    if _TO_BE_KEPT.search(text) is not None:
        return True
    without = len(_no_blanks().findall(text))
    return without * 2 > sum(map(str.isalpha, text))


def unbroken_pieces(text: str) -> Iterator[str]:
    """The pieces of a text that stay in one row where they fit; blanks are pieces of their own.

    Args:
        text: the text, in one line.

    Returns:
        All of the text, piece by piece.
    """
    piece = ""
    for part, next_part in pairwise((*_parts(text), ("", ""))):
        piece += part[1]
        if _may_end(part, next_part):
            yield piece
            piece = ""


# Python takes milliseconds to compile what has so many characters in it, and most who start the program read English.
@cache
def _no_blanks() -> re.Pattern[str]:
    return re.compile(f"[{_THAI}{_WIDE}]")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<blanks> +)|(?P<number>{_NUMBER})|(?P<thai>[{_THAI}]+)|(?P<wide>[{_WIDE}])"
        rf"|[^ {_THAI}{_WIDE}]+?(?={_NUMBER}|[ {_THAI}{_WIDE}]|\Z)",
        re.DOTALL,
    )


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The text in kinds: blanks, number, thai (a word), wide (a character), or what else has no blank in it."""
    for found in _pieces().finditer(text):
        kind = found.lastgroup or "other"
        if kind == "thai":
            yield from (("thai", word) for word in thai_words(found[0]))
        else:
            yield kind, found[0]


def _may_end(part: tuple[str, str], then: tuple[str, str]) -> bool:
    """Whether a row may end between two parts that follow one another."""
    (kind, text), (next_kind, next_text) = part, then
    if not next_text or "blanks" in {kind, next_kind}:
        return True
    if not {kind, next_kind} & {"thai", "wide"}:
        return False
    return not (_closes(next_text[0]) or _opens(text[-1]))


@cache
def _closes(character: str) -> bool:
    return character in _NEVER_FIRST or unicodedata.category(character) in _CLOSES


@cache
def _opens(character: str) -> bool:
    return character in _NEVER_LAST or unicodedata.category(character) in _OPENS
