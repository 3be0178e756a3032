"""The answer code as it is shown: to be written on paper, and kept as carefully as the answers."""

from collections.abc import Iterator, Sequence

from screening.show.lines import Line

GROUPS_IN_A_ROW = 4
ABOUT_THE_CODE = (
    "Write the code on paper, group by group. It brings every answer back: screening resume",
    "It holds no name. Whoever has it and this program can read all answers. Keep it as you would keep them.",
    "Before you pass it on to somebody else, ask the person. It spares them telling it all again.",
)


def code_lines(code: str) -> Iterator[Line]:
    """An answer code, a few groups in a row, with their numbers: a mistyped group is named by its number."""
    yield Line("heading", "Answer code")
    yield from group_lines(code.split("-"))
    yield Line("heading", "About it")
    yield from (Line("item", text) for text in ABOUT_THE_CODE)


def group_lines(groups: Sequence[str]) -> Iterator[Line]:
    """Groups, right or wrong, a few in a row."""
    for first in range(0, len(groups), GROUPS_IN_A_ROW):
        row = groups[first : first + GROUPS_IN_A_ROW]
        numbers = f"{first + 1} to {first + len(row)}" if len(row) > 1 else str(first + 1)
        yield Line("detail", f"{numbers.rjust(8)}   {'  '.join(row)}")
