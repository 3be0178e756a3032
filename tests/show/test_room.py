"""How much fits on a small screen."""

from screening.show.lines import Line
from screening.show.room import PAGE_HEIGHT, first_fitting, first_in_rows, pages_of, rows_of

ROW = Line("text", "word")


def test_pages_are_counted_as_a_small_screen_breaks_them() -> None:
    assert pages_of([]) == 0
    assert pages_of([ROW] * PAGE_HEIGHT) == 1
    assert pages_of([ROW] * (PAGE_HEIGHT + 1)) == 2


def test_the_first_way_that_fits_is_taken_and_else_the_last() -> None:
    long, longer = (ROW,) * (PAGE_HEIGHT + 1), (ROW,) * (3 * PAGE_HEIGHT)

    assert first_fitting([longer, long, (ROW,), ()]) == (ROW,)
    assert first_fitting([longer, long, (ROW,)], pages=2) == long
    assert first_fitting([longer, long]) == long
    assert first_fitting([]) == ()


def test_a_line_is_as_long_as_its_rows_hold() -> None:
    one, two = Line("text", "x" * 78), Line("text", "x" * 79)

    assert (rows_of(one), rows_of(two)) == (1, 2)
    assert first_in_rows([two, one, ROW]) == one
    assert first_in_rows([two, one], rows=2) == two
    assert first_in_rows([Line("text", "x" * 300), two]) == two
