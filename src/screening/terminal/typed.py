"""What was typed, as the keys that were meant (pure)."""

from msgspec import Struct

from screening.language.messages import gettext
from screening.language.scripts import in_english

# A key, a word or a few ticks. What is longer is none of these, and is left as it is.
_LONGEST_WORD = 200
# Ctrl-C, Ctrl-D and Ctrl-\ where they came as characters; a NUL, where the terminal took Ctrl-D for the end itself.
_ENDS = "\x00\x03\x04\x1c"

OTHER_KEYBOARD = gettext("Switch the keyboard to English. Ctrl-C still ends at once.")


class TypedAhead(Struct, frozen=True):
    """What was typed before anybody asked for it.

    Attributes:
        lines: the lines that were ended, in order.
        begun: a line that was begun and not ended.
        ends: a key was among it that ends the program.
    """

    lines: tuple[str, ...] = ()
    begun: str = ""
    ends: bool = False


def typed_ahead(typed: bytes, begun: str = "") -> TypedAhead:
    """What was typed, in lines.

    Args:
        typed: what came from the terminal.
        begun: a line that had been begun before.
    """
    text = begun + typed.decode("utf-8", "replace").replace("\r", "\n")
    *lines, rest = text.split("\n")
    return TypedAhead(tuple(lines), rest, any(end in text for end in _ENDS))


def as_key(character: str) -> str:
    """A character as the key of an English keyboard: capitals, full-width letters, digits of any script."""
    # A capital that is not ASCII may have a small letter that is: the sign of Kelvin is no k.
    return "".join(each.lower() if each.isascii() else each for each in in_english(character))


def as_word(typed: str) -> str:
    """A line as it would be typed with an English keyboard, without blanks around it."""
    return typed if len(typed) > _LONGEST_WORD else as_key(typed).strip()
