"""The report of a room as a page: whole in one file, for everybody to read, and on A4."""

import re
from pathlib import Path

import pytest

from screening.language.catalog import ENGLISH
from screening.practice.room import Sheet
from screening.show.svg import Picture
from screening.show.workshop_html import workshop_page
from tests.practice.small_room import KEY, NOTHING
from tests.support.browser import DARK, paper, violations, width_on_a_phone
from tests.support.hidden import SPEAKS, hidden_in
from tests.support.thorough import one_in
from tests.support.workshops import of_sheets, simulated, small


def page(before: int = 18) -> str:
    return workshop_page(simulated(before=before), ENGLISH)


def test_it_is_one_file_with_no_script_and_nothing_from_anywhere() -> None:
    source = page()

    assert source.startswith("<!doctype html>")
    assert not any(word in source for word in ("http", "<script", "<link", "<img", "src=", "url(", "@import", "onload"))


def test_each_chart_has_a_name_of_its_own_and_says_what_it_shows() -> None:
    source = page()
    named = re.findall(r'<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"><title id="(\S+?)">([^<]+)</title>', source)
    ids = re.findall(r' id="([^"]+)"', source)

    # Of each of four cases: the heat map, the agreement, the levels, and the two rounds.
    assert len(named) == source.count("<svg ") == 16
    assert all(title == first for first, _, title, _ in named)
    assert len({text for *_, text in named}) == 16
    assert len(ids) == len(set(ids))
    assert source.count("<desc ") == 16


def test_beside_each_chart_stands_a_table_with_the_same_numbers() -> None:
    source = page()

    # Of the two rounds there is one more of each case, and the measures have one.
    assert source.count("<table>") == 16 + 4 + 1
    assert source.count("<caption>") == source.count("<table>")
    assert source.count("<details ") == 4


def test_a_cell_of_the_heat_map_says_by_a_sign_what_its_shade_says() -> None:
    source = workshop_page(small(KEY, NOTHING), ENGLISH)
    (heat,) = re.findall(r"<svg .*?</svg>", source.split("People and questions</h2>")[1], re.DOTALL)[:1]

    assert heat.count(">X</text>") > 1
    assert ">another answer</text>" in heat


def test_many_questions_are_folded_into_several_pictures() -> None:
    source = workshop_page(simulated("quiet-kitchen"), ENGLISH)

    assert source.count("People and questions: The quiet kitchen</title>") == 1


def test_what_a_file_says_is_text_in_the_charts_too_and_hides_nothing() -> None:
    seats = [Sheet(str(seat), "case", KEY if seat else NOTHING) for seat in range(5)]

    source = workshop_page(of_sheets(seats, title=f'<b onclick="x">&{SPEAKS}'), ENGLISH)

    assert "<b onclick" not in source
    assert "&lt;b onclick=&#34;x&#34;&gt;&amp;" in source
    assert not hidden_in(source)


def test_a_title_that_reads_from_the_right_and_one_in_chinese_stay_what_they_are() -> None:
    source = workshop_page(small(KEY, NOTHING, title="مطبخ 12 安靜的廚房"), ENGLISH)

    assert "Levels reached: مطبخ 12 安靜的廚房</title>" in source


def test_a_long_label_of_a_chart_is_cut_and_is_whole_in_the_table() -> None:
    picture = Picture(100, 100, ENGLISH)

    assert picture.shortened("安靜的廚房", 6) == "安靜…"
    assert picture.shortened("kitchen", 7) == "kitchen"


@pytest.mark.slow
@pytest.mark.parametrize("options", one_in(2, [(), (DARK,)]), ids=lambda options: "dark" if options else "light")
def test_nobody_is_kept_from_reading_it(options: tuple[str, ...], tmp_path: Path) -> None:
    assert violations(page(), tmp_path, *options) == []


@pytest.mark.slow
def test_it_fits_on_a_telephone(tmp_path: Path) -> None:
    assert width_on_a_phone(page(), tmp_path) <= 375


@pytest.mark.slow
def test_one_case_is_a_few_sides_of_paper(tmp_path: Path) -> None:
    assert 3 <= paper(workshop_page(simulated("quiet-kitchen", before=18), ENGLISH), tmp_path) <= 8
