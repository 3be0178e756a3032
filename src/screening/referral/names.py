"""Names by the codes of languages: which one comes first for whoever reads them, and what stands beside it (pure).

Whoever answers a telephone, or a sign at a door, knows a service by the names that its directory has. A name that a
translator made up is known to its reader alone. So that one comes first, and never stands alone where there is room.
"""

from collections.abc import Mapping
from typing import Final

from screening.language.tags import is_one_in_writing

ENGLISH: Final = "en"


class MadeUp(str):
    """A name that a translator made up: its reader understands it, and nobody looks a service up or answers by it."""

    __slots__ = ()


def is_made_up(name: str) -> bool:
    """Whether a translator made a name up."""
    return isinstance(name, MadeUp)


def known_names(names: Mapping[str, str]) -> tuple[str, ...]:
    """The names that are known where it answers: those that the directory has.

    Args:
        names: by the codes of their languages.
    """
    return tuple(name for name in names.values() if not is_made_up(name))


def in_order(names: Mapping[str, str], language: str = ENGLISH) -> dict[str, str]:
    """Names in the order in which they are read: that in the reader's language, the English one, and the others.

    Args:
        names: by the codes of their languages.
        language: that of the reader.
    """
    first = [code for code in names if is_one_in_writing(code, language)]
    return {code: names[code] for code in (*first, *(ENGLISH for _ in range(ENGLISH in names)), *names)}


def first_name(names: Mapping[str, str]) -> str:
    """What somebody reads first: the English name, or that in another language where the directory is in it.

    Args:
        names: in the order in which they are read.
    """
    return next(iter(names.values()))


def names_beside(names: Mapping[str, str]) -> tuple[str, ...]:
    """What stands beside the first name, the more telling first: by one of these whoever answers knows it.

    Beside an English name it is one, that of the place; beside one in the reader's language the English one too.

    Args:
        names: in the order in which they are read.
    """
    first, *others = dict.fromkeys(names.values())
    return tuple(others[: 1 if ENGLISH not in names or names[ENGLISH] == first else 2])
