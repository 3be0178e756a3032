"""Comments that speak to this program, and the lines that they speak of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml
from msgspec import Struct

from screening.reading.files import read_bytes
from screening.reading.problem import Unsound

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*screening:(?P<says>.*)$")
_NOTHING_ELSE = re.compile(r"\s*(#.*)?")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Comment(Struct, frozen=True):
    """A comment that begins with `screening:`.

    Attributes:
        line, column: where it begins, counted from 1.
        says: what stands after that word.
        lines: the lines that it speaks of: its own, and where it stands alone, also the next that says something.
    """

    line: int
    column: int
    says: str
    lines: tuple[int, ...]


def read_comments(file: str) -> tuple[Comment, ...]:
    """The comments to this program in a YAML or PO file; none where it cannot be read.

    Args:
        file: the path of the file.
    """
    try:
        text = read_bytes(Path(file)).decode("utf-8-sig")
    except (Unsound, UnicodeDecodeError):
        return ()
    if "screening:" not in text:
        return ()
    lines = text.split("\n")
    found = [(number, match) for number, line in enumerate(lines, 1) if (match := _COMMENT.search(line)) is not None]
    # A PO file has comments only at the beginning of a line. In YAML a hash within a text begins none.
    is_po = file.endswith(".po")
    within = _within([] if is_po else _texts(text), [(number, match.start()) for number, match in found])
    following = _following(lines)
    return tuple(
        Comment(number, match.start() + 1, match["says"].strip(), _speaks_of(lines, number, match.start(), following))
        for number, match in found
        if (number, match.start()) not in within and (not is_po or match.start() == 0)
    )


def _speaks_of(lines: list[str], number: int, column: int, following: Sequence[int]) -> tuple[int, ...]:
    if lines[number - 1][:column].strip():
        return (number,)
    after = following[number]
    return (number, after) if after else (number,)


def _following(lines: list[str]) -> list[int]:
    """By the number of each line, that of the next one which says something; 0 where there is none."""
    following = [0] * (len(lines) + 1)
    for number in range(len(lines), 0, -1):
        following[number - 1] = following[number] if _NOTHING_ELSE.fullmatch(lines[number - 1]) else number
    return following


def _within(
    texts: Iterable[tuple[tuple[int, int], tuple[int, int]]], positions: list[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Which of the positions, in their order, lie within one of the texts, in theirs."""
    within: set[tuple[int, int]] = set()
    left = iter(positions)
    position = next(left, None)
    for start, end in texts:
        while position is not None and position < end:
            if position >= start:
                within.add(position)
            position = next(left, None)
        if position is None:
            break
    return within


def _texts(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each text of a YAML file begins and ends: line from 1 and column from 0."""
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.ScalarEvent):
                start, end = event.start_mark, event.end_mark
                assert start is not None
                assert end is not None
                # The line with the mark of a block may still have a comment.
                begins = (start.line + 2, 0) if event.style in {"|", ">"} else (start.line + 1, start.column)
                yield begins, (end.line + 1, end.column)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):
        return
