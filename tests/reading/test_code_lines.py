"""Lines with practice codes: whose they are, and what is never taken for the label of a seat."""

import contextlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.catalog import ENGLISH
from screening.reading.code_lines import (
    LONGEST_LABEL,
    MAX_LINE,
    CodeLine,
    LabelMistake,
    code_line,
    code_lines,
    read_code_lines,
)
from screening.reading.problem import Unsound
from tests.support.practice_codes import mistyped, practice_code

CODE = practice_code()
SPACED = CODE.replace("-", " ")
FIRST_WRONG = f"F{CODE[1:]}"


@pytest.mark.parametrize(
    ("line", "seat", "case", "code"),
    [
        (CODE, None, None, CODE),
        (f"12 {CODE}", "12", None, CODE),
        (f"  12:{CODE} ", "12", None, CODE),
        (f"seat-a: {CODE}", "seat-a", None, CODE),
        (f"B {CODE}", "b", None, CODE),
        (f"Seat 12 {CODE}", "12", None, CODE),
        (f"seat 12: {CODE}", "12", None, CODE),
        (f"seat 12 quiet-kitchen {CODE}", "12", "quiet-kitchen", CODE),
        (f"1\N{FULLWIDTH DIGIT TWO}\N{FULLWIDTH COLON} {CODE}", "12", None, CODE),
        (f"A3 {SPACED}", "a3", None, SPACED),
        (f"12 {CODE.lower()}", "12", None, CODE.lower()),
        (f"12 {CODE.replace('-', '')}", "12", None, CODE.replace("-", "")),
        (f"12 quiet-kitchen {CODE}", "12", "quiet-kitchen", CODE),
        (f"12: quiet-kitchen {CODE}", "12", "quiet-kitchen", CODE),
        # Where the first group is wrong, it is still told whose it is.
        (f"12 {FIRST_WRONG}", "12", None, FIRST_WRONG),
        (FIRST_WRONG, None, None, FIRST_WRONG),
        (f"12 {FIRST_WRONG.replace('-', ' ')}", "12", None, FIRST_WRONG.replace("-", " ")),
        (f"12 {mistyped(CODE)}", "12", None, mistyped(CODE)),
        ("12 x", "12", None, "x"),
        ("x", None, None, "x"),
    ],
)
def test_a_line_is_a_seat_a_case_and_a_code(line: str, seat: str | None, case: str | None, code: str) -> None:
    assert code_line(line) == CodeLine(seat, case, code)


@pytest.mark.parametrize(
    "before",
    [
        "Maria",
        "Maria:",
        "Anna Lee:",
        "seat Maria",
        "seat",
        "Anna Lee",
        "Anna Lee Smith",
        "陳大文",
        "Maria-Jose",
        "seat12345",
        "O'Neil1:",
        "J.1:",
        ":",
    ],
)
def test_a_name_or_what_is_too_long_is_no_label(before: str) -> None:
    with pytest.raises(LabelMistake):
        code_line(f"{before} {CODE}")


@given(st.text(st.characters(categories=["L", "Nd", "P", "Zs"]), min_size=1, max_size=14))
def test_every_label_that_is_taken_is_short_and_looks_like_no_name(before: str) -> None:
    try:
        seat = code_line(f"{before}: {CODE}").seat
    except LabelMistake:
        return
    assert seat is not None
    assert len(seat) <= LONGEST_LABEL
    assert any(each.isdigit() for each in seat) or len(seat.removeprefix("seat-")) == 1


@given(st.text())
def test_whatever_a_line_says_is_a_line_or_a_mistake(text: str) -> None:
    with contextlib.suppress(LabelMistake):
        code_line(text)


def test_a_file_is_read_line_by_line_and_each_mistake_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "codes.txt"
    path.write_text(
        f"# the first round\n1 {CODE}\n\nMaria {CODE}\n{'x' * (MAX_LINE + 5)}\n2 {CODE}\r\n", encoding="utf-16"
    )

    found = read_code_lines(path)

    assert [(number, line.seat) for number, line in found.lines] == [(2, "1"), (6, "2")]
    assert [(each.line, ENGLISH.render(each.message)) for each in found.problems] == [
        (4, "'Maria' is not the label of a seat"),
        (5, "the line is too long for a code"),
    ]


def test_a_file_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.reading.code_lines.MOST_LINES", 3)

    found = code_lines(BytesIO(f"{CODE}\n".encode() * 5), "codes.txt")

    assert [number for number, _ in found.lines] == [1, 2, 3]
    assert [each.line for each in found.problems] == [4]


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(Unsound):
        read_code_lines(Path("nowhere.txt"))
