"""Sheets as a workbook."""

import re
import zipfile
from io import BytesIO

import pytest

from screening.writing.workbooks import workbook


def test_every_cell_is_a_text_whatever_it_looks_like() -> None:
    from openpyxl import load_workbook

    cells = ["=1+1", "+1", "-1", "@SUM(A1)", "007", "http://example.org", "{=1}", "true", "<b>"]
    sheet = load_workbook(BytesIO(workbook({"survey": [cells]})))["survey"]

    assert [(cell.value, cell.data_type) for cell in sheet[1]] == [(cell, "s") for cell in cells]


def test_the_same_sheets_make_the_same_bytes_and_tell_no_time() -> None:
    first, second = (workbook({"survey": [["a"], ["b"]]}) for _ in range(2))

    assert first == second
    archive = zipfile.ZipFile(BytesIO(first))
    assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    # Within a second, the time of now would be the same twice.
    said = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", said)) == {"1980-01-01T00:00:00Z"}


def test_a_text_that_no_cell_can_hold_is_an_error_and_never_left_out() -> None:
    with pytest.raises(ValueError, match="survey, row 1: too long"):
        workbook({"survey": [["x" * 40_000]]})
