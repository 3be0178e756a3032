"""Sheets as a workbook: the same bytes for the same sheets, whenever they are made."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Final

import xlsxwriter

# A workbook says when it was made. This one does not: it is the time at which the archive format begins.
_MADE: Final = datetime(1980, 1, 1)
# What a spreadsheet would make of a text that looks like something else.
_AS_IT_IS: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """The file of a workbook.

    Args:
        sheets: what stands in each of them, row by row. Every cell is a text, also one that begins with `=`.

    Raises:
        ValueError: a text is too long for a cell.
    """
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, **_AS_IT_IS}) as book:
        book.set_properties({"created": _MADE})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell and sheet.write_string(number, column, cell) != 0:
                        raise ValueError(f"{name}, row {number + 1}: too long for a cell")
    return made.getvalue()
