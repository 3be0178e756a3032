"""People by questions: read without colour, on a small screen, and by who hears it read out."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.catalog import ENGLISH
from screening.practice.room import AgainstKey
from screening.show.workshop_case import MOST_ROWS
from screening.show.workshop_heat import heat_lines, heat_rows
from screening.show.workshop_parts import Bars, HeatColumn, HeatMap
from screening.show.workshop_report import workshop_parts
from screening.show.workshop_text import markdown_parts, print_parts
from screening.show.workshop_words import AGAINST_KEY, SIGN
from tests.practice.small_room import KEY
from tests.support.workshops import shown, simulated, small

MARKS: tuple[AgainstKey, ...] = ("agrees", "differs", "unknown", "closed", "no_key")


def heat_map(seats: int, questions: int, label: str = "") -> HeatMap:
    """A map in which each mark comes up, one after the other."""
    columns = tuple(
        HeatColumn(number, f"Question {number}", tuple(MARKS[(number + seat) % 5] for seat in range(seats)))
        for number in range(1, questions + 1)
    )
    legend = tuple(AGAINST_KEY.items())
    return HeatMap("Map", "Map", tuple(f"{label}{seat}" for seat in range(1, seats + 1)), columns, legend)  # type: ignore[arg-type]


def rows(heat: HeatMap, width: int = 80) -> list[str]:
    return [row.text for row in heat_rows(heat, width, ENGLISH)]


def test_twenty_people_by_thirty_questions_fit_a_small_screen_unfolded() -> None:
    written = rows(heat_map(20, 30))

    assert max(map(len, written)) <= 80
    # A blank row, the numbers in two, the people, a blank row, and what the signs mean.
    assert len(written) == 1 + 2 + 20 + 1 + len(AGAINST_KEY)


@pytest.mark.parametrize(("questions", "bands"), [(33, 1), (60, 1), (61, 2), (120, 2), (130, 3)])
def test_more_questions_stand_closer_and_then_are_folded(questions: int, bands: int) -> None:
    written = rows(heat_map(20, questions))

    assert max(map(len, written)) <= 80
    assert sum(row.startswith("20 ") for row in written) == bands


@given(st.integers(1, 12), st.integers(1, 130), st.integers(20, 130))
def test_each_cell_stands_under_the_number_of_its_question(seats: int, questions: int, width: int) -> None:
    heat = heat_map(seats, questions)
    found: dict[int, str] = {}
    # The last band says what the signs mean.
    for band in "\n".join(rows(heat, width)).strip("\n").split("\n\n")[:-1]:
        *head, cells = band.split("\n")[: -seats + 1 or None]
        for place in range(len("Seat "), len(cells)):
            if digits := "".join(each[place : place + 1] for each in head).strip():
                found[int(digits)] = cells[place]

    assert found == {column.number: SIGN[column.cells[0]] for column in heat.columns}


def test_a_sign_is_another_for_each_mark_and_the_legend_says_which() -> None:
    assert len(set(SIGN.values())) == len(MARKS)
    assert [row for row in rows(heat_map(2, 3)) if "  " in row][-4:] == [
        ".  as the key",
        "X  another answer",
        "?  left open, though the story tells it",
        "-  not asked after earlier answers",
    ]


def test_for_who_hears_it_each_person_has_a_line_with_the_numbers_that_are_not_as_the_key() -> None:
    (first, _) = (ENGLISH.render(line.text) for line in heat_lines(heat_map(2, 6)))

    assert first == (
        "Seat 1: another answer: 1, 6; left open, though the story tells it: 2; not asked after earlier answers: 3"
    )


def test_too_many_people_are_no_rows_but_sums() -> None:
    many, fewer = ([*workshop_parts(small(*[KEY] * number))] for number in (MOST_ROWS + 1, MOST_ROWS))

    assert not any(isinstance(part, HeatMap) for part in many)
    assert any(isinstance(part, HeatMap) for part in fewer)
    assert "41 people are too many for a row each." in shown(many)
    assert any(isinstance(part, Bars) and part.whole == MOST_ROWS + 1 for part in many)


@pytest.mark.parametrize("width", [80, 120])
def test_a_whole_report_fits_its_width_and_has_no_colour_in_a_file(width: int) -> None:
    output = StringIO()

    print_parts(workshop_parts(simulated(before=18)), output, ENGLISH, width)

    assert "\x1b" not in output.getvalue()
    assert max(map(len, output.getvalue().splitlines())) <= width


def test_line_by_line_there_is_no_table_and_nothing_is_lost() -> None:
    output = StringIO()

    print_parts(workshop_parts(simulated("all-as-agreed")), output, ENGLISH, 80, line_by_line=True)

    text = " ".join(output.getvalue().split())
    assert "9. Works about 12 hours a day or more, or with no day off, for weeks - As the key: 10, Other: 10" in text
    assert "Seat 2: another answer: 9" in text
    assert ". . ." not in text


def test_in_markdown_a_heat_map_is_a_block_and_a_table_a_table() -> None:
    text = markdown_parts(workshop_parts(simulated("all-as-agreed")), ENGLISH, 100)

    assert "```text\n" in text
    assert "\n| Question | As the key | Other | Open | Closed |\n| - | -: | -: | -: | -: |\n" in text
    assert "\n\n\n" not in text
