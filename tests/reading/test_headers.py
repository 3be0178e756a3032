"""What the columns of a table of records are called."""

import pytest

from screening.reading.headers import Header
from screening.sets.column_map import ColumnMap
from screening.sets.items import Item


def test_what_a_form_works_out_by_itself_is_never_taken_for_an_answer() -> None:
    names = ["_id", "main/papers", "sr__agreement", "sr__fields_1/sr__is_papers", "sr__fields_1-sr__unknown_papers"]
    names += ["SR__fields_2/SR__is_papers", "sr__result/sr__note_1"]
    header = Header(names, {"papers": Item("papers", "question", "questions", "x")}, ColumnMap(columns={}))

    assert header.held == {1: ("papers", None)}
    assert header.unknown == []


def held(names: str, *questions: str) -> tuple[str | None, dict[str, str]]:
    """The column with the id of each record, and the columns of questions."""
    items = {name: Item(name, "question", "questions", "x") for name in questions}
    header = Header(names.split(), items, ColumnMap(columns={}))
    columns = {header.names[index]: item for index, (item, _) in header.held.items()}
    return header.names[header.id] if header.id is not None else None, columns


@pytest.mark.parametrize(
    ("names", "id_", "columns"),
    [
        ("SubmissionDate a-key a-status meta-instanceID KEY Status", "meta-instanceID", {"a-key", "a-status"}),
        ("SubmissionDate key status instanceID KEY Status", "KEY", {"key", "status"}),
        ("a/key a/status _id _status", "_id", {"a/key", "a/status"}),
        ("id key Status", "id", {"key", "Status"}),
        ("ID KEY STATUS", "ID", {"KEY", "STATUS"}),
    ],
)
def test_a_question_may_be_called_as_what_servers_add_is(names: str, id_: str, columns: set[str]) -> None:
    told, found = held(names, "key", "status")

    assert told == id_
    assert set(found) == columns
    assert sorted(found.values()) == ["key", "status"]


def test_ids_that_differ_in_a_stroke_are_told_apart_behind_a_group() -> None:
    assert held("a-x-y a-x_y KEY", "x-y", "x_y") == ("KEY", {"a-x-y": "x-y", "a-x_y": "x_y"})
