"""A line for each record in the words of a standard for cases."""

import json

import pytest
from jsonschema import Draft202012Validator

from screening.commands.clock import this_moment
from screening.language.catalog import ENGLISH
from screening.reading.arriving import json_records
from screening.reading.records import RecordReader
from screening.reading.schemas import json_schema
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.result.evaluate import evaluate
from screening.sets.fingerprint import fingerprint
from screening.sets.htcds import CaseFields
from screening.sets.record import Record
from screening.sets.vignette import Vignette
from screening.show.data import encode
from screening.show.htcds import CaseShown, case_data
from screening.show.result_data import result_data
from screening.show.scoring import Scoring
from tests.support.building import asked, small_set
from tests.support.thorough import one_in

SET = small_set([asked("one")], [])
FIELDS = CaseFields(
    status="PossibleVictimOfTrafficking",
    control=("DebtBondage", "Other"),
    restricts_movement=True,
    exploitation=("Servitude",),
)


def test_a_line_has_the_names_of_the_standard_in_this_order() -> None:
    line = CaseShown(SET).line("a", FIELDS)

    assert line.endswith(b"}\n")
    assert list(json.loads(line).items()) == [
        ("id", "a"),
        ("set", {"id": "small", "version": "1", "fingerprint": fingerprint(SET)}),
        ("htcds", "2.0"),
        ("vic_TraffickingStatus", "PossibleVictimOfTrafficking"),
        ("vic_MethodsOfControl", ["DebtBondage", "Other"]),
        ("MethodsOfControlRestrictsMovement", True),
        ("vic_TypeOfExploitation", ["Servitude"]),
    ]


def test_what_was_not_recorded_is_left_out() -> None:
    assert case_data(CaseFields()) == {}
    assert list(json.loads(CaseShown(SET).line(3, CaseFields()))) == ["id", "set", "htcds"]


def test_every_line_fits_its_schema() -> None:
    validator = Draft202012Validator(json_schema("htcds"))

    for fields in (FIELDS, CaseFields()):
        validator.validate(json.loads(CaseShown(SET).line("a", fields)))
    assert not validator.is_valid(json.loads(CaseShown(SET).line("a", FIELDS)) | {"vic_TraffickingStatus": "Actual"})


def test_an_id_from_somebody_else_neither_speaks_nor_turns() -> None:
    line = CaseShown(SET).line("\u202e\u0007", CaseFields())

    assert line.isascii()
    assert json.loads(line)["id"] == "\u202e\u0007"


CASES = one_in(18, [(name, case) for name in set_ids() for case in find_set(name).vignettes], lambda each: each[0])


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}-{case.id}" for name, case in CASES])
def test_a_line_says_what_the_data_of_the_same_result_says_and_fits_its_schema(name: str, case: Vignette) -> None:
    indicator_set, reader = find_set(name), RecordReader(find_set(name))
    record = Record({**reader.answers(case.answers), **reader.circumstances(case.circumstances)})
    written = json.dumps({"id": case.id, "answers": case.answers, "circumstances": case.circumstances})

    (line,) = Scoring(indicator_set, ENGLISH).cases(json_records([(1, written.encode())], indicator_set))
    result = evaluate(indicator_set, record, {}, this_moment())

    told = json.loads(line)
    Draft202012Validator(json_schema("htcds")).validate(told)
    whole = json.loads(encode(result_data(result, ENGLISH)))
    assert {key: value for key, value in told.items() if key not in {"id", "set", "htcds"}} == {
        key: value for key, value in whole.get("htcds", {}).items() if key != "version"
    }
    assert ("vic_TraffickingStatus" in told) is ("status" in whole)
    assert told["set"]["fingerprint"] == whole["set"]["fingerprint"]
