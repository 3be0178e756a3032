"""The keys of an English keyboard, as other keyboards and input methods write them (pure)."""

import unicodedata
from collections.abc import Mapping
from typing import Final

# What is no full-width form of the English sign, and means the same.
_SAME_SIGN: Final[Mapping[str, str]] = {
    "\N{ARABIC QUESTION MARK}": "?",
    "\N{SMALL QUESTION MARK}": "?",
    "\N{ARABIC COMMA}": ",",
    "\N{IDEOGRAPHIC COMMA}": ",",
    "\N{HALFWIDTH IDEOGRAPHIC COMMA}": ",",
    "\N{IDEOGRAPHIC FULL STOP}": ".",
    "\N{HALFWIDTH IDEOGRAPHIC FULL STOP}": ".",
}
_WIDE: Final = "<wide>"


def in_english(text: str) -> str:
    """A text with each full-width sign, and each digit of any script, as the sign of ASCII that means the same.

    Nothing else changes: a circled or superscript digit, or a letter in another typeface, is not the same key.

    Args:
        text: as it was typed.

    Returns:
        As many characters.
    """
    return text if text.isascii() else "".join(map(_in_english, text))


def _in_english(character: str) -> str:
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    kind, _, number = unicodedata.decomposition(character).partition(" ")
    if kind == _WIDE and int(number, 16) < 0x80:
        return chr(int(number, 16))
    return _SAME_SIGN.get(character, character)


def is_other_script(text: str) -> bool:
    """Whether a letter in a text, or what stands on one, is not Latin: the keyboard is not set to English.

    Args:
        text: as it was typed.
    """
    return not text.isascii() and any(map(_is_other, text))


def _is_other(character: str) -> bool:
    # As one that is written in another way: a wide letter is a letter, and a Latin one in any typeface is Latin.
    plain = unicodedata.normalize("NFKC", character)[:1]
    # A mark that combines with any letter may come from a Latin keyboard; one of a script of its own does not.
    return unicodedata.category(plain)[0] in "LM" and not unicodedata.name(plain, "").startswith(("LATIN", "COMBINING"))
