"""What `score` says of a record, line by line and as a table."""

import json
from pathlib import Path
from typing import Any

import pytest

from screening.engine.patterns import Patterns
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from screening.show.scores import ScoreShown, as_csv, error_line, harmless_in_spreadsheets
from tests.support.building import asked, indicator, small_set

GATED = small_set(
    [
        asked("held", shows=["held"], raises=["alarm"]),
        asked("told", when={"question": "held", "is": ["yes"]}),
        asked("used", choose="several", options=[{"id": "debt", "label": "x"}, {"id": "pay", "label": "y"}]),
    ],
    [indicator("held", "forced_work", "strong")],
    flags=[{"id": "alarm", "title": "x", "do": ["x"]}],
    guidance=[
        {"id": "always", "title": "x", "do": ["x"]},
        {"id": "debts", "title": "x", "do": ["x"], "when": {"question": "used", "is": ["debt"]}},
        {"id": "wages", "title": "x", "do": ["x"], "when": {"question": "used", "is": ["pay"]}},
    ],
)
ADULT = {"age": "adult", "under_18_when_it_began": "no"}
DIMENSIONS = ("recruited", "deception", "coercion", "conditions_of_work", "forced_work")
OF_SET = {"id": "small", "version": "1", "fingerprint": fingerprint(GATED)}
SUM_SCORED = Path(__file__).resolve().parents[1] / "sets" / "examples" / "sum-scored"


def line(answers: dict[str, Any], indicator_set: IndicatorSet = GATED, id_: str | int = "a") -> bytes:
    shown = ScoreShown(indicator_set)
    patterns = Patterns(indicator_set, RecordReader(indicator_set), shown)
    return shown.line(id_, patterns.assess(answers, ADULT))


def test_a_line_says_all_that_comes_of_a_record_in_this_order() -> None:
    told = line({"held": "no", "told": "yes", "used": ["debt", "declined"]})

    assert told.endswith(b"}\n")
    assert list(json.loads(told).items()) == [
        ("id", "a"),
        ("set", OF_SET),
        ("level", "none_recorded"),
        ("bounds", ["none_recorded", "none_recorded"]),
        ("settled", False),
        ("elements", dict.fromkeys(("act", "means", "purpose"), "not_supported")),
        ("dimensions", dict.fromkeys(DIMENSIONS, "not_supported")),
        ("flags", []),
        ("pathways", ["always", "debts"]),
        ("may_open", ["wages"]),
        ("closed", ["told"]),
        ("set_aside", ["told"]),
        ("answered", 2),
        ("open", 0),
        ("unknown", {"not_asked": 0, "unclear": 0, "declined": 0, "in_part": 1}),
    ]


def test_some_dimensions_stand_behind_a_comma_unless_they_are_the_first() -> None:
    shown = ScoreShown(GATED)

    assert shown.dimensions((("recruited", "supported"), ("deception", "possible"))) == (
        b'"recruited":"supported","deception":"possible"'
    )
    assert shown.dimensions((("coercion", "not_supported"),)) == b',"coercion":"not_supported"'


def test_a_line_tells_what_is_supported_raised_and_unknown() -> None:
    told = json.loads(line({"held": "yes", "told": "unclear", "used": "declined"}))

    assert (told["level"], told["settled"], told["flags"]) == ("some_concern", False, ["alarm"])
    assert told["dimensions"]["forced_work"] == told["elements"]["purpose"] == "supported"
    assert told["unknown"] == {"not_asked": 0, "unclear": 1, "declined": 1, "in_part": 0}
    assert json.loads(line({"held": "no", "used": ["debt", "pay"]}))["settled"]


@pytest.mark.parametrize(
    ("id_", "written"),
    [
        ("a", b'"a"'),
        (7, b"7"),
        ("é", '"é"'.encode()),
        ('"', rb'"\""'),
        ("a\x7f", rb'"a\u007f"'),
        ("\u202ea", rb'"\u202ea"'),
    ],
    ids=ascii,
)
def test_the_id_of_a_record_stands_in_its_line_and_in_that_of_an_error(id_: str | int, written: bytes) -> None:
    assert line({}, id_=id_).startswith(b'{"id":' + written + b',"set":{')
    assert error_line(id_, 3, "no\x7f") == b'{"id":' + written + rb',"line":3,"error":"no\u007f"}' + b"\n"


def test_an_error_whose_record_cannot_be_told_has_no_id() -> None:
    assert error_line(None, 12, "what") == b'{"id":null,"line":12,"error":"what"}\n'


COLUMNS = [
    *("id", "set", "version", "fingerprint", "level", "lower", "upper", "settled"),
    *("act", "means", "purpose"),
    *(f"dimension/{name}" for name in DIMENSIONS),
    *("flags", "pathways", "may_open", "answered", "not_asked", "unclear", "declined", "in_part"),
    *("closed", "set_aside", "line", "error"),
]


def test_a_row_says_what_the_line_says_under_the_same_names() -> None:
    shown = ScoreShown(GATED)
    row = shown.row(json.loads(line({"held": "yes", "told": "unclear", "used": ["pay", "unclear"]})))

    assert shown.columns == COLUMNS
    assert dict(zip(COLUMNS, row, strict=True)) == {
        "id": "a",
        "set": "small",
        "version": "1",
        "fingerprint": OF_SET["fingerprint"],
        "level": "some_concern",
        "lower": "some_concern",
        "upper": "some_concern",
        "settled": "false",
        "act": "not_supported",
        "means": "not_supported",
        "purpose": "supported",
        **{f"dimension/{name}": "not_supported" for name in DIMENSIONS},
        "dimension/forced_work": "supported",
        "flags": "alarm",
        "pathways": "always wages",
        "may_open": "debts",
        "answered": 3,
        "not_asked": 0,
        "unclear": 1,
        "declined": 0,
        "in_part": 1,
        "closed": "",
        "set_aside": "",
        "line": None,
        "error": None,
    }


def test_a_settled_record_and_several_names_are_told_in_their_cells() -> None:
    shown = ScoreShown(GATED)
    row = dict(zip(shown.columns, shown.row(json.loads(line({"held": "no", "used": ["debt", "pay"]}))), strict=True))

    assert (row["settled"], row["pathways"], row["closed"], row["may_open"]) == (
        "true",
        "always debts wages",
        "told",
        "",
    )


def test_the_row_of_an_error_says_nothing_else() -> None:
    shown = ScoreShown(GATED)
    row = dict(zip(shown.columns, shown.row(json.loads(error_line("=a", 3, "=b"))), strict=True))

    assert {name: cell for name, cell in row.items() if cell is not None} == {"id": "'=a", "line": 3, "error": "'=b"}


def test_only_a_set_with_bands_has_a_score() -> None:
    banded = find_set(str(SUM_SCORED))
    shown = ScoreShown(banded)
    told = json.loads(line({}, banded))

    assert list(told)[2:7] == ["level", "bounds", "score", "band", "settled"]
    assert (told["score"], told["band"]) == (0, "quiet")
    assert shown.columns[6:10] == ["upper", "settled", "score", "band"]
    assert shown.row(told)[8:10] == [0, "quiet"]
    assert "score" not in json.loads(line({}))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1 2", "'+1 2"),
        ("-a", "'-a"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-12", "-12"),
        ("+1.5", "+1.5"),
        ("-1,5", "-1,5"),
        ("-1.", "'-1."),
        ("a=1", "a=1"),
        ("", ""),
        (-12, -12),
        (None, None),
    ],
    ids=repr,
)
def test_a_text_is_no_formula_in_a_spreadsheet_and_a_number_stays_one(text: Any, cell: Any) -> None:
    assert harmless_in_spreadsheets(text) == cell


def test_a_table_is_written_with_a_new_line_for_each_row_and_quotes_where_they_are_needed() -> None:
    assert as_csv([["a", None, 1], ['b,"c"', "d\ne", ""]]) == 'a,,1\n"b,""c""","d\ne",\n'
