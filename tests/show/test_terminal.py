"""Lines as text on a terminal, or in a file."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.catalog import ENGLISH
from screening.show.linear import linear_lines
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

    assert output.getvalue().splitlines() == [
        row.text.rstrip() or "" for row in wrap_lines(linear_lines(some), width, ENGLISH)
    ]


def test_a_file_without_a_width_gets_eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    output = io.StringIO()
    print_lines([Line("text", "x" * 100)], output, ENGLISH)

    assert output.getvalue() == f"{'x' * 80}\n{'x' * 20}\n"


def test_a_row_that_has_to_be_wider_than_there_is_room_is_printed_as_it_is() -> None:
    output = io.StringIO()
    print_lines([Line("detail", "abcd")], output, ENGLISH, 3)

    assert output.getvalue() == "    ab\n    cd\n"


class ATerminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def on_a_terminal(*lines: Line, width: int | None = None) -> str:
    output = ATerminal()
    print_lines(lines, output, ENGLISH, width)
    return output.getvalue()


def test_on_a_terminal_what_is_weighty_is_bold_and_its_own_width_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TERM": "xterm-256color", "COLUMNS": "60"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert on_a_terminal(Line("avoid", "Not that"), Line("text", "Text")) == "  \x1b[1m! Not that\x1b[0m\nText\n"
    rows = on_a_terminal(Line("text", "word " * 40))
    assert max(map(len, rows.splitlines())) == 59
    assert max(map(len, on_a_terminal(Line("text", "word " * 40), width=30).splitlines())) == 29


def test_no_markup_and_no_number_in_a_text_is_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")

    assert on_a_terminal(Line("text", "[red]Call[/red] 999 at https://a.example :smile:")) == (
        "[red]Call[/red] 999 at https://a.example :smile:\n"
    )
