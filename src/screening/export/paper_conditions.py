"""Conditions as a person follows them with a pencil: which boxes are ticked, which are not, what is crossed out.

A condition is true or not; what is unknown is in the boxes that are named.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from screening.language.messages import Listing, Text, gettext, pgettext
from screening.sets.conditions.types import All, AnyOf


class Ticked(Struct, frozen=True):
    """One of some boxes is ticked, and none of some others."""

    codes: tuple[str, ...]
    none_of: tuple[str, ...] = ()


class LeftOut(Struct, frozen=True):
    """A question is crossed out, because the form said so."""

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
_DIGITS: Final = "0123456789"
# As many are named one by one.
_SHORT_RUN: Final = 2


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
            return gettext("{conditions}", conditions=_listed(parts, _and))
        case AnyOf(parts):
            return gettext("{conditions}", conditions=_listed(parts, _or))
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
            return gettext("{number} is crossed out", number=number)
        case Shown(names):
            told = in_runs(names)
            if len(told) < len(names):
                # Translators: {names} are groups of facts on a form, such as "G6 to G10 or G12".
                return gettext("one of {names} is shown", names=Listing(told, "or"))
            # Translators: {names} are groups of facts on a form, such as "G6, G7 or G8".
            return gettext("{names} is shown", names=Listing(names, "or"))
        case Said(message):
            return message


def in_runs(names: Sequence[Text]) -> tuple[Text, ...]:
    """Names that end in a number, of which three or more in a row are told by the first and the last: G6 to G10.

    Args:
        names: numbers, or codes such as G6; what has no number is told as it is.
    """
    told: list[Text] = []
    for run in _runs(names):
        if len(run) > _SHORT_RUN:
            # Translators: numbers or codes on a form, such as "G6 to G10".
            told.append(pgettext("on a form", "{first} to {last}", first=run[0], last=run[-1]))
        else:
            told += run
    return tuple(told)


def _runs(names: Sequence[Text]) -> list[list[Text]]:
    runs: list[list[Text]] = []
    for name in names:
        if runs and _follows(runs[-1][-1], name):
            runs[-1].append(name)
        else:
            runs.append([name])
    return runs


def _follows(before: Text, name: Text) -> bool:
    if not (isinstance(before, str) and isinstance(name, str)):
        return False
    kind = name.rstrip(_DIGITS)
    return kind == before.rstrip(_DIGITS) and int(before[len(kind) :] or 0) + 1 == int(name[len(kind) :] or 0)


def _listed(parts: tuple[PaperCondition, ...], joined: Callable[[Text], Text]) -> Listing:
    """Each on a line of its own, which begins with what joins it: two rules on one line are read as one."""
    first, *others = map(_within, parts)
    return Listing((first, *map(joined, others)), "semicolon")


def _and(condition: Text) -> Text:
    # Translators: the second or a later one of some conditions that must all be so. {new_line} begins a new line.
    return gettext("{new_line}and {condition}", new_line="\n", condition=condition)


def _or(condition: Text) -> Text:
    # Translators: the second or a later one of some conditions of which one is enough. {new_line} begins a new line.
    return gettext("{new_line}or {condition}", new_line="\n", condition=condition)


def _within(part: PaperCondition) -> Text:
    if isinstance(part, All | AnyOf):
        # Translators: {condition} is itself made of several.
        return gettext("[{condition}]", condition=worded(part))
    return worded(part)
