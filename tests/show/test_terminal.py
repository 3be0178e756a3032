"""Lines as text on a terminal, or in a file."""

import io

from hypothesis import given
from hypothesis import strategies as st

from screening.language.catalog import ENGLISH
from screening.show.lines import Line
from screening.show.rows import wrap_lines
from screening.show.terminal import print_lines
from tests.terminal.talking import lines, many

WIDTHS = st.integers(20, 120)


@many
@given(lines(), WIDTHS)
def test_what_is_printed_is_what_was_wrapped(some: tuple[Line, ...], width: int) -> None:
    output = io.StringIO()
    print_lines(some, output, ENGLISH, width)

    assert output.getvalue().splitlines() == [row.text.rstrip() or "" for row in wrap_lines(some, width, ENGLISH)]


def test_a_file_without_a_width_gets_eighty_columns() -> None:
    output = io.StringIO()
    print_lines([Line("text", "word " * 40)], output, ENGLISH)

    assert max(len(row) for row in output.getvalue().splitlines()) == 79
