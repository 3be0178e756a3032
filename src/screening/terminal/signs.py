"""What a terminal can show: the signs that lines and pointers are drawn with, and whether there are colours (pure)."""

from collections.abc import Mapping

from msgspec import Struct


class Signs(Struct, frozen=True):
    """Signs of one cell each.

    Attributes:
        rule: of a line from side to side.
        done: of the part of a bar that is done.
        open: of the part that is not.
        pointer: before what is pointed at.
    """

    rule: str
    done: str
    open: str
    pointer: str


FINE = Signs("─", "━", "─", "»")
PLAIN = Signs("-", "=", "-", ">")


def signs_for(encoding: str) -> Signs:
    """The signs that an encoding has.

    Args:
        encoding: its name; one that nobody knows has the plain ones.
    """
    try:
        "".join((FINE.rule, FINE.done, FINE.open, FINE.pointer)).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return FINE


def has_colours(environment: Mapping[str, str]) -> bool:
    """Whether a terminal is known to have all sixteen colours of a palette, and whoever sits there wants any.

    Where only eight of them are known, black on a bright one could come out as black on black.

    Args:
        environment: the variables of the environment.
    """
    if environment.get("NO_COLOR"):
        return False
    known = "256color" in environment.get("TERM", "") or "direct" in environment.get("TERM", "")
    return known or any(environment.get(name) for name in ("COLORTERM", "WT_SESSION"))
