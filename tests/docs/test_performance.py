"""The table of figures, and the script that writes it."""

import json

import pytest

from tests.bench.figures import Figure
from tests.bench.write_performance import BEGIN, BENCHES, END, HISTORY, PAGE, history_line, row, rows_of, with_rows

FIGURE = Figure("score", 3.5449, "x reading", 4)


def test_a_figure_is_a_row_that_is_found_again_and_the_prose_stays() -> None:
    page = f"before\n{BEGIN}{END}after\n"
    rows = {FIGURE.what: row(FIGURE, "2026-11-28", "abc1234")}

    written = with_rows(page, rows)

    assert written.startswith("before\n")
    assert written.endswith("after\n")
    assert "\n| score | 3.54 x reading | 4 | 2026-11-28 | abc1234 |\n" in written
    assert rows_of(written) == rows
    assert with_rows(written, rows) == written


def test_a_page_without_a_place_for_the_table_is_not_written() -> None:
    with pytest.raises(ValueError, match="no place"):
        with_rows("before\n", {})


def test_a_run_is_one_line_of_the_history() -> None:
    line = history_line([FIGURE], "2026-11-28", "abc1234")

    assert line.endswith("}\n")
    assert json.loads(line) == {"date": "2026-11-28", "commit": "abc1234", "figures": {"score": 3.545}}


def test_the_page_and_the_history_agree_and_name_every_bench() -> None:
    page = PAGE.read_text(encoding="utf-8")
    runs = [json.loads(line) for line in HISTORY.read_text(encoding="utf-8").splitlines()]

    assert with_rows(page, rows_of(page)) == page
    assert all(f"`{name}`" in page for name in BENCHES)
    assert rows_of(page).keys() <= {name for run in runs for name in run["figures"]}
