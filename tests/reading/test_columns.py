"""Columns as form servers and spreadsheets call them, and what a row says then: nothing more, and nothing less."""

from typing import Any

import pytest

from screening.reading.column_maps import shape_column_map
from screening.reading.columns import Columns
from screening.reading.headers import Header
from screening.reading.shape import File
from screening.sets.column_map import ColumnMap
from screening.sets.items import recordable
from screening.sets.model import IndicatorSet
from tests.support.building import asked, file_of, small_set
from tests.support.problems import said

TICKS = [
    {"id": "debt", "label": "Debt"},
    {"id": "threat", "label": "Threat"},
    {"id": "none", "label": "None", "alone": True},
]
SET = small_set(
    [
        asked("hungry"),
        asked("papers", options=[{"id": "own", "label": "Own"}, {"id": "kept", "label": "Kept"}]),
        asked("held-by", choose="several", options=TICKS),
    ],
    [],
    stages={"safety": [asked("danger-now")]},
)


def mapped(data: Any, indicator_set: IndicatorSet = SET) -> File[ColumnMap]:
    """A map that says this."""
    return shape_column_map(file_of(data, ColumnMap, "map.yaml"), indicator_set)


def read(table: str, named: Any = None) -> dict[str, Any]:
    """What the one row of a table says, in one mapping; its id and what is wrong with it too."""
    header, row = (line.split(",") for line in table.split("\n"))
    columns = Columns(header, SET, mapped(named) if named is not None else None)
    assert not columns.problems("stdin", 1), "\n".join(map(str, columns.problems("stdin", 1)))
    found = columns.read(row, 2)
    wrong = {"wrong": said(found.wrong)} if found.wrong is not None else {}
    return {"id": found.id, **found.answers, **found.circumstances, **wrong}


def unknown(header: str, named: Any = None) -> list[str]:
    """The columns that hold nothing of the set."""
    meant = mapped(named).value if named is not None else ColumnMap(columns={})
    return Header(header.split(","), recordable(SET), meant).unknown


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("id,hungry\n7,yes", {"id": "7", "hungry": "yes"}),
        ("id,life/hungry,a/b/papers\n7,yes,kept", {"id": "7", "hungry": "yes", "papers": "kept"}),
        ("id,life-hungry,life-papers\n7,yes,kept", {"id": "7", "hungry": "yes", "papers": "kept"}),
        ("id,main-hungry\n7,yes", {"id": "7", "hungry": "yes"}),
        ("id,life.hungry,safety:danger-now\n7,yes,no", {"id": "7", "hungry": "yes", "danger-now": "no"}),
        ("id,Held_By\n7,debt", {"id": "7", "held-by": "debt"}),
        ("id,age,situation\n7,adult,fishing other", {"id": "7", "age": "adult", "situation": ["fishing", "other"]}),
        ("_id,_uuid,hungry\n7,x,yes", {"id": "7", "hungry": "yes"}),
        ("KEY,meta-instanceID,hungry\nuuid:1,uuid:1,yes", {"id": "uuid:1", "hungry": "yes"}),
        ("hungry\nyes", {"id": 2, "hungry": "yes"}),
        ("id,place,languages\n7,hk,tl zh-Hant", {"id": "7", "place": "hk", "languages": ["tl", "zh-Hant"]}),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_column_is_called_by_the_id_of_what_it_holds_with_groups_before_it(
    table: str, expected: dict[str, Any]
) -> None:
    assert read(table) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("debt threat", ["debt", "threat"]),
        (" debt  threat ", ["debt", "threat"]),
        ("debt;threat", ["debt", "threat"]),
        ("debt", "debt"),
        ("debt declined", ["debt", "declined"]),
        ("declined debt", ["debt", "declined"]),
        ("unclear", "unclear"),
        ("debt treat", ["debt", "treat"]),
    ],
    ids=str,
)
def test_a_tick_list_stands_in_one_cell(cell: str, expected: Any) -> None:
    assert read(f"id,held-by\n7,{cell}") == {"id": "7", "held-by": expected}


@pytest.mark.parametrize("cell", ["", " ", "n/a", "N/A", "NA", "NaN", "NULL", "not_asked"])
@pytest.mark.parametrize("column", ["hungry", "held-by", "age"])
def test_what_nobody_answered_was_not_asked(column: str, cell: str) -> None:
    assert read(f"id,papers,{column}\n7,own,{cell}") == {"id": "7", "papers": "own"}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1,0,0", ["debt"]),
        ("1,1,0", ["debt", "threat"]),
        ("True,False,False", ["debt"]),
        ("TRUE,FALSE,FALSE", ["debt"]),
        ("1.0,0.0,0.0", ["debt"]),
        ("0,0,1", ["none"]),
        # Nothing that was ticked is no answer: unknown is never no.
        ("0,0,0", None),
        (",,", None),
        ("n/a,n/a,n/a", None),
        # What has no mark was not offered when this was asked.
        ("1,,0", ["debt", "not_asked"]),
        ("0,,1", ["none"]),
    ],
    ids=str,
)
def test_a_tick_list_stands_in_a_column_for_each_option(cells: str, expected: Any) -> None:
    found = read(f"id,held-by/debt,g/held-by/threat,held-by/none\n7,{cells}")

    assert found.get("held-by") == expected


def test_of_an_option_without_a_column_nothing_is_known_but_of_one_that_stands_alone() -> None:
    assert read("id,held-by/debt,held-by/threat\n7,1,0")["held-by"] == ["debt"]
    assert read("id,held-by/debt\n7,1")["held-by"] == ["debt", "not_asked"]


def test_what_is_said_of_the_rest_has_a_column_too() -> None:
    table = "id,held-by/declined,held-by/debt,held-by/threat\n7,1,1,0"

    assert read(table)["held-by"] == ["debt", "declined"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("debt threat,1,1", ["debt", "threat"]),
        ("debt,1,0", "debt"),
        (",1,0", ["debt"]),
        (",0,0", None),
        ("none,0,0", "none"),
    ],
    ids=str,
)
def test_where_the_answer_stands_twice_it_counts_once(cells: str, expected: Any) -> None:
    assert read(f"id,held-by,held-by/debt,held-by/threat\n7,{cells}").get("held-by") == expected


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (
            "id,held-by,held-by/debt,held-by/threat\n7,debt,1,1",
            "the column of 'held-by' and those of its options do not say the same. "
            "Correct one, or leave one out in a map.",
        ),
        (
            "id,held-by/debt\n7,2",
            "'held-by/debt' holds 1 or 0, and here '2'. Write 1 where it was ticked, else 0.",
        ),
        ("id,hungry\n7", "this row has 1 cells, and the header 2. Check its delimiters and quotes."),
        ("id,hungry\n7,yes,x", "this row has 3 cells, and the header 2. Check its delimiters and quotes."),
        ("id,hungry\n,yes", "this row has no id. Give every record one."),
        ("id,hungry\nM\udcfcller,yes", "the id is not UTF-8. Save the table as 'CSV UTF-8'."),
    ],
    ids=lambda value: str(value)[:30].encode("ascii", "replace").decode(),
)
def test_a_row_that_cannot_be_read_says_why(table: str, wrong: str) -> None:
    assert read(table)["wrong"] == wrong


def test_cells_without_anything_behind_the_last_column_are_none() -> None:
    assert read("id,hungry\n7,yes,,") == {"id": "7", "hungry": "yes"}


def test_what_servers_add_is_passed_over_and_the_rest_is_named_once() -> None:
    metadata = "start,end,today,deviceid,_uuid,_submission_time,__version__,meta/instanceID,formhub/uuid,SubmissionDate"

    assert unknown(f"id,hungry,{metadata},,notes,paprs") == ["notes", "paprs"]
    message = Columns(["id", "hungry", "qqqq", "paprs"], SET).unknown_named()
    assert message is not None
    assert said(message) == (
        "these columns are not of the set, and were not read: 'qqqq', 'paprs' (did you mean 'papers'?)."
    )
    assert Columns(["id", "hungry"], SET).unknown_named() is None


@pytest.mark.parametrize(
    "header", ["id,hungry,not-hungry", "id,hungry,other-papers", "id,danger-now,no-papers,no-age,age"]
)
def test_a_hyphen_makes_no_group_where_it_could_be_part_of_a_name(header: str) -> None:
    assert [name for name in unknown(header) if "-" in name] == [
        name for name in header.split(",") if name.startswith(("not-", "other-", "no-"))
    ]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        (
            "id,a,b",
            "stdin:1:1: no column has the id of a question or circumstance of the set. "
            "Export values and not labels, or name the columns in a map.",
        ),
        (
            "id,hungry,g/hungry",
            "stdin:1:1: the column 'g/hungry' holds what another column holds. Delete one, or leave one out in a map.",
        ),
        (
            "id,held-by/debt,g/held-by/debt",
            "stdin:1:1: the column 'g/held-by/debt' holds what another column holds. "
            "Delete one, or leave one out in a map.",
        ),
    ],
    ids=str,
)
def test_a_header_that_cannot_be_used_says_why(header: str, problem: str) -> None:
    assert [str(each) for each in Columns(header.split(","), SET).problems("stdin", 1)] == [problem]


# --- with a map ---


def test_a_map_names_columns_and_values() -> None:
    named = {
        "id": "case",
        "columns": {
            "q1": "hungry",
            "q2": {"item": "papers", "values": {"1": "own", "2": "kept", "9": "not_asked"}},
            "q3": {"item": "held-by", "values": {"1": "debt", "A threat": "threat"}},
            "q5": {"item": "situation", "option": "fishing"},
        },
        "values": {"oui": "yes", "98": "declined"},
        "leave_out": ["hungry"],
    }

    assert read("case,q1,q2,q3,q5,hungry\n7,oui,2,1,1,xyz", named) == {
        "id": "7",
        "hungry": "yes",
        "papers": "kept",
        "held-by": "debt",
        "situation": ["fishing", "not_asked"],
    }
    assert read("case,q1,q2,q3,q5,hungry\n7,98,9,A threat,0,xyz", named) == {
        "id": "7",
        "hungry": "declined",
        "held-by": "threat",
    }
    assert read("case,q1,q2,q3,q5,hungry\n7,,,1 98,0,xyz", named) == {"id": "7", "held-by": ["debt", "declined"]}


def test_a_map_that_names_a_column_that_is_not_there_says_where() -> None:
    columns = Columns(["id", "q11"], SET, mapped({"columns": {"q1": "hungry", "q11": "papers"}}))

    assert [str(each) for each in columns.problems("stdin", 1)] == [
        "map.yaml:1:14: the records have no column 'q1'. Did you mean 'q11'?"
    ]
