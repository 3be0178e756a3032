"""What a terminal can show."""

import pytest

from screening.terminal.signs import FINE, PLAIN, has_colours, signs_for


@pytest.mark.parametrize(
    ("encoding", "signs"),
    [
        ("utf-8", FINE),
        ("cp437", PLAIN),
        ("gb18030", FINE),
        ("ascii", PLAIN),
        ("latin-1", PLAIN),
        ("nobody-knows", PLAIN),
    ],
)
def test_lines_are_drawn_with_what_the_encoding_has(encoding: str, signs: object) -> None:
    assert signs_for(encoding) == signs


def test_the_plain_signs_are_plain() -> None:
    assert all(sign.isascii() and len(sign) == 1 for sign in (PLAIN.rule, PLAIN.done, PLAIN.open, PLAIN.pointer))


@pytest.mark.parametrize(
    ("environment", "has"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "tmux-256color"}, True),
        ({"TERM": "xterm-direct"}, True),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, True),
        ({"WT_SESSION": "1"}, True),
        ({"TERM": "xterm"}, False),
        ({"TERM": "vt100"}, False),
        ({"TERM": "screen"}, False),
        ({}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        # https://no-color.org: an empty one asks for nothing.
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
    ],
)
def test_there_are_colours_only_where_all_sixteen_are_known_and_wanted(environment: dict[str, str], has: bool) -> None:
    assert has_colours(environment) is has
