"""A record is the same, whatever it was written as: a code on paper, a line of JSON, a row of a table."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.answer_code import decode, encode
from screening.reading.arriving import RecordsFormat, Written, arriving
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import Answer, ticks_of, values_of
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.items import recordable
from screening.sets.model import IndicatorSet
from tests.support.completions import definite_answers, half_told_answers
from tests.support.thorough import examples

SETS = {name: find_set(name) for name in ("palermo", "first-contact", "child", "self-check")}

Record = dict[str, Answer]


@st.composite
def records(draw: st.DrawFn, indicator_set: IndicatorSet) -> Record:
    """Anything that can be recorded with a set, much of it told only in part."""
    record: Record = {}
    for _, _, question in indicator_set.questions():
        kinds: list[list[Answer | None]] = [
            [None, "unclear", "declined"],
            [*definite_answers(question)],
            [*half_told_answers(question)],
        ]
        answer = draw(st.one_of([st.sampled_from(kind) for kind in kinds if kind]))
        if answer is not None:
            record[question.id] = answer
    for name, kind in CIRCUMSTANCES.items():
        values: list[Answer] = [(value,) if kind.several else value for value in kind.values]
        if draw(st.booleans()) and values:
            record[name] = draw(st.sampled_from([*values, kind.undecided, "declined"]))
    return record


def read(text: str, format_: RecordsFormat, indicator_set: IndicatorSet) -> Record:
    """The one record in a text."""
    stream = io.BytesIO(text.encode())
    (written,) = arriving(stream, "records", indicator_set, format_).records
    assert isinstance(written, Written), written
    return dict(RecordReader(indicator_set).record(written.answers, written.circumstances).answers)


def as_json(record: Record) -> str:
    parts: dict[str, Record] = {"answers": {}, "circumstances": {}}
    for name, answer in record.items():
        parts["circumstances" if name in CIRCUMSTANCES else "answers"][name] = answer
    return json.dumps({"id": "1", **parts}) + "\n"


def as_row(record: Record, indicator_set: IndicatorSet) -> str:
    cells = {name: " ".join(values_of(record.get(name))) for name in recordable(indicator_set)}
    table = io.StringIO()
    csv.writer(table).writerows([["id", *cells], ["1", *cells.values()]])
    return table.getvalue()


@pytest.mark.parametrize("name", SETS)
@examples(60)
@given(data=st.data())
def test_a_code_a_line_of_json_and_a_row_of_a_table_bring_back_the_same_record(name: str, data: st.DataObject) -> None:
    indicator_set = SETS[name]
    record = data.draw(records(indicator_set))

    assert decode(encode(indicator_set, record), [indicator_set]).answers == record
    assert read(as_json(record), "jsonl", indicator_set) == record
    assert read(as_row(record, indicator_set), "csv", indicator_set) == record


def test_the_records_that_were_tried_are_told_in_part_too() -> None:
    questions = [question for _, _, question in SETS["palermo"].questions()]
    half_told = [answer for question in questions for answer in half_told_answers(question)]

    assert {answer[-1] for answer in half_told if ticks_of(answer)} == {"unclear", "declined", "not_asked"}
