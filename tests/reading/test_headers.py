"""What the columns of a table of records are called."""

from screening.reading.headers import Header
from screening.sets.column_map import ColumnMap
from screening.sets.items import Item


def test_what_a_form_works_out_by_itself_is_never_taken_for_an_answer() -> None:
    names = ["_id", "main/papers", "sr__agreement", "sr__fields_1/sr__is_papers", "sr__fields_1-sr__unknown_papers"]
    names += ["SR__fields_2/SR__is_papers", "sr__result/sr__note_1"]
    header = Header(names, {"papers": Item("papers", "question", "questions", "x")}, ColumnMap(columns={}))

    assert header.held == {1: ("papers", None)}
    assert header.unknown == []
