"""What is wrong in a file, where, and how to mend it."""

from collections.abc import Iterable
from difflib import get_close_matches

from msgspec import Struct

# More than this of a text tells nobody more, and a file may hold a word of any length.
MAX_SHOWN = 400


def shortened(text: str) -> str:
    """A text of which the middle is left out where it is too long to be told."""
    half = MAX_SHOWN // 2
    return text if len(text) <= MAX_SHOWN else f"{text[:half]}[...]{text[-half:]}"


class Problem(Struct, frozen=True, order=True):
    """One thing wrong in a file.

    Attributes:
        file: the path as the user gave it.
        line, column: counted from 1; 1:1 where a whole file is meant.
        what: what is wrong, without a full stop.
        mend: what to do about it, a sentence.
        code: its kind: of reading `file`, `yaml`, `shape`, `reference` or `duplicate-id`; else the rule that found it.
        warning: it is told, and makes nothing fail.
    """

    file: str
    line: int
    column: int
    what: str
    mend: str
    code: str = "reference"
    warning: bool = False

    def __str__(self) -> str:
        warning = "warning: " if self.warning else ""
        return f"{self.file}:{self.line}:{self.column}: {warning}{self.what}. {self.mend}"


# The kinds of problems that keep a file from being used. None of them can be passed over.
READING_CODES = ("file", "yaml", "shape", "reference", "duplicate-id")


class Unsound(Exception):
    """Something that was to be used has problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Args: problems: at least one."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant, if one is near enough."""
    close = get_close_matches(word[:100], list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that helps after an unknown word."""
    names = [name for name in dict.fromkeys(known) if name]
    near = nearest(word, names)
    if near is not None:
        return f"Did you mean {near!r}?"
    if not names:
        return "None is defined."
    shown = ", ".join(names[:12])
    return f"Known: {shown}{', ...' if len(names) > 12 else ''}."
