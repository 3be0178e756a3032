"""Rows of a table: each once and in order, whatever is wrong with another."""

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.reading.streams import MAX_LINE, lines_of
from screening.reading.tables import DELIMITERS, TableText
from tests.support.problems import said
from tests.support.thorough import examples


def rows(text: str | bytes, delimiter: str = ",") -> list[tuple[int, list[str] | str]]:
    """The line of each row, and its cells or what is wrong with it."""
    stream = BytesIO(text.encode() if isinstance(text, str) else text)
    found = TableText(lines_of(stream)).rows(delimiter)
    return [(row.line, said(row.wrong) if row.wrong is not None else row.cells) for row in found]


MISQUOTED = (
    "a quote in this row is never closed, or text stands behind a closed one. Write a quote within a cell twice."
)


@given(
    st.lists(st.lists(st.text('ab"\n,;\t|', max_size=6), min_size=2, max_size=4), max_size=6),
    st.sampled_from(DELIMITERS),
    st.sampled_from(["\n", "\r\n"]),
)
@examples(300)
def test_what_a_program_wrote_is_read_back(table: list[list[str]], delimiter: str, end: str) -> None:
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(table)

    assert [cells for _, cells in rows(text.getvalue(), delimiter)] == [row for row in table if "".join(row).strip()]


def test_a_new_line_in_a_cell_is_part_of_it_and_lines_are_counted_on() -> None:
    assert rows('a,"b\nc"\nd,e\n') == [(1, ["a", "b\nc"]), (3, ["d", "e"])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a,"b\nc,d\ne,f\n', [(1, MISQUOTED), (2, ["c", "d"]), (3, ["e", "f"])]),
        ('a,b\nc,"d\ne,"f"\ng,h\n', [(1, ["a", "b"]), (2, MISQUOTED), (3, ["e", "f"]), (4, ["g", "h"])]),
        ('a,"b"c\nd,e\n', [(1, MISQUOTED), (2, ["d", "e"])]),
        ('a,5" wide\nd,e\n', [(1, ["a", '5" wide']), (2, ["d", "e"])]),
        ('"', [(1, MISQUOTED)]),
    ],
    ids=["never closed", "closed by another", "text behind it", "within a cell", "alone"],
)
def test_a_wrong_quote_is_told_in_its_row_and_takes_no_other_with_it(
    text: str, expected: list[tuple[int, list[str] | str]]
) -> None:
    assert rows(text) == expected


def test_a_row_that_is_too_long_is_told_in_its_place() -> None:
    told = f"the row is longer than {MAX_LINE} bytes. Give one record per row."

    assert rows("a,b\n" + "x" * (MAX_LINE + 1) + "\nc,d\n") == [(1, ["a", "b"]), (2, told), (3, ["c", "d"])]


def test_a_quote_is_not_looked_for_in_the_whole_of_a_long_table() -> None:
    long, number = "d" * 1000, MAX_LINE // 500
    read = rows('a,"b\n' + f"c,{long}\n" * number)

    assert read[:2] == [(1, MISQUOTED), (2, ["c", long])]
    assert len(read) == 1 + number


def test_rows_without_anything_are_none_and_bytes_that_are_no_text_stay_apart() -> None:
    assert rows(b";;\n\nM\xfcller;yes\n ; \n", ";") == [(3, ["M\udcfcller", "yes"])]


def test_the_header_reads_in_as_many_ways_as_there_are_delimiters_and_is_still_there() -> None:
    text = TableText(lines_of(BytesIO(b"\n a;b\nc;d\n")))

    assert [(delimiter, row.line, len(row.cells)) for delimiter, row in text.headers()] == [
        (",", 2, 1),
        (";", 2, 2),
        ("\t", 2, 1),
        ("|", 2, 1),
    ]
    assert [(row.line, row.number, row.cells) for row in text.rows(";")] == [(2, 2, [" a", "b"]), (3, 3, ["c", "d"])]


def test_a_spreadsheet_may_name_its_delimiter_first() -> None:
    text = TableText(lines_of(BytesIO(b"sep=|\r\na,b|c\r\n")))

    assert [(delimiter, row.cells) for delimiter, row in text.headers()] == [("|", ["a,b", "c"])]
    assert [row.cells for row in text.rows("|")] == [["a,b", "c"]]
