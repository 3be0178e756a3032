"""Conditions as a person follows them with a pencil: which boxes are ticked, which are not, what was left out.

A condition is true or not; what is unknown is in the boxes that are named.
"""

from collections.abc import Iterator
from typing import Final, TypeAlias

from msgspec import Struct

from screening.language.messages import Listing, Text, gettext
from screening.sets.conditions.types import All, AnyOf


class Ticked(Struct, frozen=True):
    """One of some boxes is ticked, and none of some others."""

    codes: tuple[str, ...]
    none_of: tuple[str, ...] = ()


class LeftOut(Struct, frozen=True):
    """A question was left out, because the form said so."""

    number: int


class Shown(Struct, frozen=True):
    """One of some dimensions or elements is shown."""

    names: tuple[Text, ...]


class Said(Struct, frozen=True):
    """What needs words of its own."""

    message: Text


Atom: TypeAlias = Ticked | LeftOut | Shown | Said
PaperCondition: TypeAlias = Atom | All[Atom] | AnyOf[Atom]

ALWAYS: Final[PaperCondition] = All(())
NEVER: Final[PaperCondition] = AnyOf(())


def every(parts: list[PaperCondition]) -> PaperCondition:
    """All of some conditions, as plainly as it can be said."""
    flat = [each for part in parts for each in (part.of if isinstance(part, All) else (part,))]
    if NEVER in flat:
        return NEVER
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def some(parts: list[PaperCondition]) -> PaperCondition:
    """One of some conditions, as plainly as it can be said: boxes of which one is enough are named together."""
    flat = [each for part in parts for each in (part.of if isinstance(part, AnyOf) else (part,))]
    if ALWAYS in flat:
        return ALWAYS
    flat = list(dict.fromkeys(_merged(flat)))
    return flat[0] if len(flat) == 1 else AnyOf(tuple(flat))


def _merged(parts: list[PaperCondition]) -> Iterator[PaperCondition]:
    codes = [code for part in parts if isinstance(part, Ticked) and not part.none_of for code in part.codes]
    names = [name for part in parts if isinstance(part, Shown) for name in part.names]
    for part in parts:
        if isinstance(part, Ticked) and not part.none_of:
            if codes:
                yield Ticked(tuple(dict.fromkeys(codes)))
                codes = []
        elif isinstance(part, Shown):
            if names:
                yield Shown(tuple(dict.fromkeys(names)))
                names = []
        else:
            yield part


def worded(condition: PaperCondition) -> Text:
    """A condition in words.

    Args:
        condition: any; one that is always or never so has no words of its own, and is not printed.
    """
    match condition:
        case All(parts):
            # Translators: {conditions} are separated by semicolons. So are those of the next text.
            return gettext("all of these are so: {conditions}", conditions=_listed(parts))
        case AnyOf(parts):
            return gettext("one of these is so: {conditions}", conditions=_listed(parts))
        case Ticked(codes, ()):
            # Translators: {boxes} are codes of boxes on a form, such as "9a, 9b or 9c".
            return gettext("{boxes} is ticked", boxes=Listing(codes, "or"))
        case Ticked(codes, none_of):
            # Translators: {boxes} and {others} are codes of boxes on a form, such as "9E or 9Z" and "9a or 9b".
            return gettext(
                "{boxes} is ticked, and not {others}", boxes=Listing(codes, "or"), others=Listing(none_of, "or")
            )
        case LeftOut(number):
            # Translators: {number} is that of a question on a form.
            return gettext("{number} was left out", number=number)
        case Shown(names):
            # Translators: {names} are groups of facts on a form, such as "D6, D7 or D8".
            return gettext("{names} is shown", names=Listing(names, "or"))
        case Said(message):
            return message


def _listed(parts: tuple[PaperCondition, ...]) -> Listing:
    return Listing(tuple(_within(part) for part in parts), "semicolon")


def _within(part: PaperCondition) -> Text:
    if isinstance(part, All | AnyOf):
        # Translators: {condition} is itself made of several.
        return gettext("[{condition}]", condition=worded(part))
    return worded(part)
