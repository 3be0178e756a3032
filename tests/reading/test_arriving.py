"""One record in every form that it can be written in is the same record."""

import contextlib
import csv
import json
from collections.abc import Mapping
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.answer_code import decode, encode
from screening.reading.arriving import RecordsFormat, Written, arriving
from screening.reading.problem import Unsound
from screening.reading.records import Misrecorded, RecordReader
from screening.sets.answers import Answer, rest_of, ticks_of
from screening.sets.model import IndicatorSet
from screening.writing.workbooks import workbook
from tests.support.building import asked, small_set
from tests.support.random_sets import sets_with_records
from tests.support.thorough import examples


def comes_to(given_: str, indicator_set: IndicatorSet) -> dict[str, Any]:
    """The record in a file of one, without the order of ticks."""
    (record,) = arriving(BytesIO(given_.encode()), "stdin", indicator_set).records
    assert isinstance(record, Written), record
    assert record.id == "7"
    return unordered(RecordReader(indicator_set).record(record.answers, record.circumstances).answers)


def unordered(answers: Mapping[str, Answer]) -> dict[str, Any]:
    """Answers without the order of ticks."""
    return {name: (set(ticks_of(answer)), rest_of(answer)) for name, answer in answers.items()}


def table(columns: Mapping[str, str]) -> str:
    """A table of one row."""
    text = StringIO()
    csv.writer(text).writerows([["id", *columns], ["7", *columns.values()]])
    return text.getvalue()


def in_one_cell(answer: Answer) -> str:
    """An answer as form servers write it into one cell."""
    return answer if isinstance(answer, str) else " ".join(reversed(answer))


@given(sets_with_records())
@examples(300)
def test_a_code_a_line_and_a_row_bring_back_the_same_record(
    drawn: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]],
) -> None:
    indicator_set, answers, circumstances = drawn
    recorded = {**answers, **circumstances}
    expected = unordered(recorded)

    line = json.dumps({"id": "7", "answers": answers, "circumstances": circumstances})
    # Never without a column of the set.
    cells = {"place": "", **{name: in_one_cell(answer) for name, answer in recorded.items()}}
    options = {
        f"group/{question.id}/{value}": str(int(value in answers[question.id]))
        for _, _, question in indicator_set.questions()
        if question.several and isinstance(answers.get(question.id), tuple)
        for value in (*(option.id for option in question.choices), "unclear", "declined")
    }

    assert unordered(decode(encode(indicator_set, recorded), [indicator_set]).answers) == expected
    assert comes_to(line + "\n", indicator_set) == expected
    assert comes_to(table(cells), indicator_set) == expected
    ticked = {name for name in answers if any(column.startswith(f"group/{name}/") for column in options)}
    rests = {name: rest_of(answers[name]) for name in ticked}
    if "not_asked" not in rests.values():
        split = {name: cell for name, cell in cells.items() if name not in ticked} | options
        assert comes_to(table(split), indicator_set) == expected


_CELLS = st.sampled_from(["q", "id", "yes", "a b", '"', '"a\nb"', "", "n/a", "\x00", "é", "1", "\r"]) | st.text(
    max_size=4
)
_TABLES = st.lists(st.lists(_CELLS, max_size=4).map(",".join), max_size=6).map("\n".join)


@given(_TABLES.map(lambda rows: f"id,q,w/debt\n{rows}".encode(errors="surrogatepass")) | st.binary(max_size=60))
@examples(900)
def test_whatever_arrives_is_read_or_told_and_nothing_is_raised(sent: bytes) -> None:
    try:
        found = list(arriving(BytesIO(sent), "stdin", SET).records)
    except Unsound:
        return
    lines = [each.line for each in found]
    assert lines == sorted(set(lines))
    for record in found:
        if isinstance(record, Written):
            with contextlib.suppress(Misrecorded):
                RecordReader(SET).record(record.answers, record.circumstances)


SET = small_set([asked("q"), asked("w", choose="several", options=[{"id": "debt", "label": "Debt"}])], [])


@pytest.mark.parametrize("format_", [None, "csv", "jsonl"])
def test_a_workbook_is_told_to_be_saved_as_a_table(format_: RecordsFormat | None) -> None:
    book = workbook({"export": [["_id", "q-0"], ["1", "yes"]]})

    with pytest.raises(Unsound) as caught:
        arriving(BytesIO(book), "stdin", small_set([asked("q-0")], []), format_)

    assert str(caught.value) == (
        "stdin:1:1: this is a workbook, such as Excel writes, and no text. "
        "Export it as CSV, or open it and save it as 'CSV UTF-8'."
    )
