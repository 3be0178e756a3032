"""The answer code as it is shown: to be written on paper, and kept as carefully as the answers."""

from collections.abc import Iterator, Sequence

from screening.language.messages import Message, Text, gettext, pgettext
from screening.show.lines import Line

GROUPS_IN_A_ROW = 4
_ABOUT: tuple[Message, ...] = (
    gettext("Write the code on paper, group by group. It brings every answer back: screening resume"),
    gettext("It holds no name. Whoever has it and this program can read all answers. Keep it as you would keep them."),
    gettext("Before you pass it on to somebody else, ask the person. It spares them telling it all again."),
)


def code_lines(code: str) -> Iterator[Line]:
    """An answer code, a few groups in a row, with their numbers: a mistyped group is named by its number."""
    yield Line("heading", gettext("Answer code"))
    yield from group_lines(code.split("-"))
    yield Line("heading", pgettext("heading, of the answer code", "About it"))
    yield from (Line("item", text) for text in _ABOUT)


def group_lines(groups: Sequence[str]) -> Iterator[Line]:
    """Groups, right or wrong, a few in a row."""
    for first in range(0, len(groups), GROUPS_IN_A_ROW):
        row = groups[first : first + GROUPS_IN_A_ROW]
        yield Line("detail", _row(first + 1, first + len(row), "  ".join(row)))


def _row(first: int, last: int, groups: str) -> Text:
    """Groups after their numbers, which end in one column."""
    if first == last:
        return f"{last:>8}   {groups}"
    # Two digits have room for each number.
    begin = str(first).rjust(4 - len(str(last)))
    # Translators: the numbers of groups of an answer code, then the groups.
    return gettext("{first} to {last}   {groups}", first=begin, last=last, groups=groups)
