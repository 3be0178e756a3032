"""The calculated fields of a form: each once, and none longer than a cell of a spreadsheet takes."""

import subprocess
import sys
from functools import cache
from typing import Any

from screening.export.xlsform import xlsform
from screening.export.xlsform_calculations import Calculations
from screening.export.xlsform_rows import Spoken
from screening.export.xlsform_sheets import Sheets
from screening.language.catalog import ENGLISH
from screening.writing.workbooks import workbook
from tests.export.test_xlsform import rows_of
from tests.support.building import asked, indicator, small_set

# What a cell of a spreadsheet takes.
ROOM = 32_767
LONG = "o" * 58


def long_options(number: int, **more: Any) -> list[dict[str, Any]]:
    """Options whose ids are as long as ids may be."""
    return [{"id": f"{LONG}-{each:04}", "label": "x", **more} for each in range(number)]


@cache
def crowded_set() -> Sheets:
    """The form of a set in which much is made of very many parts."""
    danger = {"id": "danger", "title": "Danger", "do": ["x" * 300] * 200, "do_not": ["*" * 300] * 200}
    every = [option["id"] for option in long_options(200)]
    questions = [
        {**asked("ticks"), "choose": "several", "options": long_options(200, raises=["danger"], shows=["shown"])},
        {**asked("alone"), "choose": "several", "options": [*long_options(200, alone=True), {"id": "a", "label": "A"}]},
        *({**asked(f"{LONG}-{each}"), "raises": ["danger"]} for each in range(100)),
        asked("after-many", when={"question": "ticks", "is": every}),
        asked("after-danger", when={"flag": "danger"}),
        asked(
            "after-all",
            when={
                "any": [
                    {"all": [{"question": f"{LONG}-{each}", "is": ["yes"]}, {"question": "ticks", "is": [every[each]]}]}
                    for each in range(100)
                ]
            },
        ),
    ]
    crowded = small_set(
        questions,
        [indicator("shown", "coercion")],
        flags=[danger],
        guidance=[
            {
                "id": "help",
                "title": "Help",
                "do": ["x" * 300] * 200,
                "when": {"any": [{"question": "ticks", "is": [each]} for each in every]},
            }
        ],
        agreement="May we talk?",
        not_now=["x" * 300] * 200,
        card=["*" * 300] * 200,
        closing_card=["x" * 300] * 200,
    )
    return xlsform([Spoken(crowded, ENGLISH), Spoken(crowded, ENGLISH)])


def test_however_much_there_is_a_cell_has_room_for_it() -> None:
    sheets = crowded_set()

    assert max(len(cell) for rows in sheets.values() for row in rows for cell in row) < ROOM
    assert workbook(sheets)


def test_the_same_steps_are_made_once() -> None:
    calculations = Calculations()
    parts = [f"${{q}} = '{number}'" for number in range(100)]

    first = calculations.any_of(parts)
    made = dict(calculations.fields)

    assert calculations.any_of(parts) == first
    assert calculations.fields == made


def test_no_field_is_missing_where_python_leaves_assertions_out() -> None:
    code = """
from screening.export.xlsform_calculations import Calculations
calculations = Calculations()
calculations.put("level", "1")
print(calculations.fields)
"""
    said = subprocess.run([sys.executable, "-O", "-c", code], capture_output=True, text=True, check=True).stdout

    assert said == "{'sr__level': '1'}\n"


def test_of_many_lines_no_line_is_lost() -> None:
    labels = "\n".join(row["label::English (en)"] for row in rows_of(crowded_set()))

    # A card once at the question that raises it and at the end, and so on for whatever raises it.
    assert labels.count("- " + "x" * 300) % 200 == 0
    assert labels.count("- " + "\\*" * 300) % 200 == 0
