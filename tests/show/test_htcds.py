"""A line for each record in the words of a standard for cases."""

import json

from jsonschema import Draft202012Validator

from screening.reading.schemas import json_schema
from screening.sets.fingerprint import fingerprint
from screening.sets.htcds import CaseFields
from screening.show.htcds import CaseShown, case_data
from tests.support.building import asked, small_set

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
