"""A result as data: every one fits the schema that is published, and that takes nothing away that it once promised."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.schemas import json_schema
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.directory import Directory
from screening.referral.result_document import FORMAT, ResultDocument
from screening.result.evaluate import evaluate
from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from screening.sets.record import Record
from screening.show.data import encode
from screening.show.result_data import result_data
from tests.referral.result_formats import closed, taken_away
from tests.show.test_report import NOW
from tests.support.building import hong_kong
from tests.support.random_sets import records, sets_with_records
from tests.support.thorough import examples, one_in

PUBLISHED = Path(__file__).with_name(f"result-format-{FORMAT}.json")
# That no key is missing in it is seen only where it lets no other pass.
CLOSED = Draft202012Validator(closed(json_schema("result")))
SETS: dict[str, IndicatorSet] = {name: find_set(name) for name in set_ids()}
ASSESSORS = {name: Assessor(indicator_set) for name, indicator_set in SETS.items()}
EXAMPLES = Path(__file__).resolve().parents[1] / "sets" / "examples"
CASES = one_in(9, [(name, case.id) for name, each in SETS.items() for case in each.vignettes], lambda case: case[0])


def document(
    indicator_set: IndicatorSet, record: dict[str, Answer], assessor: Assessor | None = None
) -> dict[str, Any]:
    """A result in Hong Kong as it is printed, read again."""
    here: dict[str, Directory] = {"hk": hong_kong()}
    printed: dict[str, Any] = json.loads(
        encode(result_data(evaluate(indicator_set, Record(record), here, NOW, assessor), ENGLISH))
    )
    return printed


@pytest.mark.parametrize(("name", "case_id"), CASES)
def test_the_result_of_every_vignette_fits(name: str, case_id: str) -> None:
    case = next(each for each in SETS[name].vignettes if each.id == case_id)
    reader = RecordReader(SETS[name])
    record = {"place": "hk", **reader.answers(case.answers), **reader.circumstances(case.circumstances)}

    CLOSED.validate(document(SETS[name], record, ASSESSORS[name]))


@st.composite
def people(draw: st.DrawFn) -> dict[str, Answer]:
    """Circumstances of any kind, with which other services are named."""
    said: dict[str, Answer] = {"place": draw(st.sampled_from(["hk", "xx"]))}
    for name, kind in CIRCUMSTANCES.items():
        values: list[Answer] = [(value,) if kind.several else value for value in kind.values]
        if draw(st.booleans()) and values:
            said[name] = draw(st.sampled_from([*values, kind.undecided, "declined"]))
    return said


@pytest.mark.parametrize("name", SETS)
@given(data=st.data())
@examples(40)
def test_the_result_of_any_record_fits(name: str, data: st.DataObject) -> None:
    answers, circumstances = data.draw(records(SETS[name]))

    CLOSED.validate(document(SETS[name], {**data.draw(people()), **answers, **circumstances}, ASSESSORS[name]))


@given(sets_with_records())
@examples(100)
def test_the_result_of_any_set_fits(case: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]]) -> None:
    indicator_set, answers, circumstances = case

    CLOSED.validate(document(indicator_set, {**answers, **circumstances}))


@pytest.mark.parametrize("folder", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_the_result_of_another_kind_of_set_fits(folder: str) -> None:
    indicator_set = find_set(str(EXAMPLES / folder))

    # One that extends another has all of its vignettes, which are looked at above.
    for case in indicator_set.vignettes[:3]:
        reader = RecordReader(indicator_set)
        CLOSED.validate(
            document(indicator_set, {**reader.answers(case.answers), **reader.circumstances(case.circumstances)})
        )


def test_a_reader_passes_over_what_it_does_not_know_and_misses_what_it_was_promised() -> None:
    validator = Draft202012Validator(json_schema("result"))
    given = document(SETS[next(iter(SETS))], {})

    assert validator.is_valid({**given, "new": 1})
    assert not validator.is_valid({key: value for key, value in given.items() if key != "level"})
    assert not validator.is_valid({**given, "status": "actual"})
    assert not validator.is_valid({**given, "format": FORMAT + 1})


def test_what_this_format_promised_when_it_was_published_still_holds() -> None:
    """A key may be added. To take one away, or let it mean something else, is another format with a file of its own."""
    published = json.loads(PUBLISHED.read_text(encoding="utf-8"))

    assert list(taken_away(published, json_schema("result"))) == []


def _changes() -> Iterator[tuple[str, Any]]:
    """Changes that break a reader, and one that does not."""
    whole = ResultDocument.__name__

    def required(schema: Any) -> None:
        schema["$defs"][whole]["required"].remove("level")

    def gone(schema: Any) -> None:
        del schema["$defs"][whole]["properties"]["pathways"]

    def another(schema: Any) -> None:
        schema["$defs"][whole]["properties"]["settled"] = {"type": "string"}

    def wider(schema: Any) -> None:
        schema["$defs"][whole]["properties"]["status"]["enum"].append("actual")

    def added(schema: Any) -> None:
        schema["$defs"][whole]["properties"]["new"] = {"type": "string"}

    yield from (("level", required), ("pathways", gone), ("settled", another), ("status", wider), ("", added))


@pytest.mark.parametrize(("named", "change"), [*_changes()], ids=lambda each: each if isinstance(each, str) else "")
def test_what_would_break_a_reader_is_noticed(named: str, change: Any) -> None:
    later = json_schema("result")
    change(later)

    found = list(taken_away(json_schema("result"), later))

    assert [named in each for each in found] == ([True] if named else [])
