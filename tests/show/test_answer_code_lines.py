"""The answer code as it is shown: every group with its number, and what it is."""

import re

import pytest

from screening.language.catalog import ENGLISH
from screening.language.messages import gettext
from screening.show.answer_code import GROUPS_IN_A_ROW, code_lines
from screening.show.lines import Line
from screening.show.rows import wrap_lines


def code(groups: int) -> str:
    return "-".join(f"{number:05}" for number in range(1, groups + 1))


def rows(groups: int) -> list[str]:
    return [ENGLISH.render(line.text) for line in code_lines(code(groups)) if line.kind == "detail"]


@pytest.mark.parametrize("groups", [3, 4, 5, 8, 9, 30])
def test_every_group_stands_there_once_in_its_order(groups: int) -> None:
    assert "-".join(re.findall(r"[0-9]{5}", " ".join(rows(groups)))) == code(groups)


def test_a_row_says_which_groups_it_has() -> None:
    assert rows(9) == [
        "  1 to 4   00001  00002  00003  00004",
        "  5 to 8   00005  00006  00007  00008",
        "       9   00009",
    ]
    assert rows(12)[-1].startswith(" 9 to 12   ")


def test_a_row_fits_into_a_small_terminal() -> None:
    assert GROUPS_IN_A_ROW == 4
    lines = [line for line in code_lines(code(32)) if line.kind == "detail"]

    # No group may go on in the next row, where its number does not stand.
    assert len(list(wrap_lines(lines, 44, ENGLISH))) == len(lines)


def test_it_says_what_the_code_is_worth_and_how_it_is_used() -> None:
    text = "\n".join(ENGLISH.render(line.text) for line in code_lines(code(5)))

    assert "screening resume" in text
    assert "can read all answers" in text
    assert "ask the person" in text
    assert next(iter(code_lines(code(5)))) == Line("heading", gettext("Answer code"))


def test_the_code_comes_first_and_below_it_what_it_is() -> None:
    lines = list(code_lines(code(5)))

    assert [line.kind for line in lines] == ["heading", "detail", "detail", "heading", "item", "item", "item"]
    assert ENGLISH.render(lines[3].text) == "About it"
