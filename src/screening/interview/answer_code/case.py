"""Which invented case a practice code is of: a tag of the vignette's id (pure).

Three symbols, because a set has up to 150 vignettes: with two, eight pairs of them had the same tag; with three, a new
one has the tag of another once in 200 times. Where two are offered that do, the code cannot say which of them it is.
"""

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from screening.interview.answer_code.groups import SYMBOLS
from screening.interview.answer_code.mistake import CodeMistake
from screening.language.messages import Listing, gettext
from screening.sets.vignette import Vignette

TAG: Final = 3  # symbols


def first_symbols(digest: str, count: int) -> str:
    """The first bits of a SHA-256 as symbols.

    Args:
        digest: in hexadecimal.
        count: of symbols.
    """
    bits = int(digest, 16)
    return "".join(SYMBOLS[bits >> (256 - 5 * index) & 31] for index in range(1, count + 1))


def tag_of(case: str) -> str:
    """The tag of a case.

    Args:
        case: the id of a vignette.
    """
    return first_symbols(sha256(case.encode()).hexdigest(), TAG)


def find_vignette(tag: str, vignettes: Iterable[Vignette]) -> Vignette:
    """The vignette that a practice code is of.

    Args:
        tag: from a practice code.
        vignettes: those that it may be of.

    Raises:
        CodeMistake: it is of none of them, or it may be of several.
    """
    named = {each.id: each for each in vignettes if tag_of(each.id) == tag}
    if not named:
        raise CodeMistake(
            gettext("This code was made with a case that is not among those used here. Name the case that was used.")
        )
    if len(named) > 1:
        raise CodeMistake(
            gettext(
                "This code may be of any of these cases, because their names look alike in a code: {cases}. "
                "Name only the one that was used.",
                cases=Listing(tuple(sorted(named)), "comma"),
            )
        )
    (vignette,) = named.values()
    return vignette
