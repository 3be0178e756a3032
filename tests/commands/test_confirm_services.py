"""`screening services confirm`: on paper, and what keeps a desk from calling."""

import re
from pathlib import Path

import pytest

from tests.commands.desk import services
from tests.support.program import program

OWN = Path(__file__).resolve().parents[1] / "reading" / "own" / "harbour-house.yaml"


def test_on_paper_there_is_a_line_a_number_with_what_to_ask_and_boxes() -> None:
    page = services("confirm", "--sheet", "--place", "hk", "--need", "shelter").out

    assert page.startswith("<!doctype html>")
    assert page.index("Social Welfare Department hotline") < page.index("Bethune House") < page.index("Harmony House")
    row = page[page.index("+852 9338 0035") :].partition("</tr>")[0]
    assert [said for said in ("Is this number right?", "In which languages?", "Is there room now?") if said in row] == [
        "Is this number right?",
        "In which languages?",
        "Is there room now?",
    ]
    assert re.findall(r'<span class="box"></span>([^<]*)<', row) == [
        "Right",
        "Another number",
        "Nobody answered",
        "Closed until a day",
        "Full until a day",
        "No longer exists",
    ]


def test_on_paper_no_emergency_number_stands_and_a_lifeline_is_not_to_be_rung() -> None:
    page = services("confirm", "--sheet", "--need", "crisis-line", "--need", "emergency").out

    assert ">999<" not in page
    assert page.count("Do not ring this line to try it") == page.count("<section>") > 2
    assert "Nobody answered" not in page


def test_what_is_left_out_of_the_list_by_an_agency_is_not_called_for_it() -> None:
    assert "2389 2222" not in services("confirm", "--sheet", "--services", str(OWN)).out


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ((), "calls are led at a terminal. For paper write: screening services confirm --sheet > calls.html"),
        (("--sheet", "--place", "hkk"), "there is no directory for 'hkk'. Did you mean 'hk'?"),
        (("--sheet", "--services", "/nowhere.yaml"), "/nowhere.yaml:1:1: this cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(options: tuple[str, ...], error: str) -> None:
    finished = program("services", "confirm", *options)

    assert (finished.code, finished.out) == (2, "")
    assert error in finished.err
