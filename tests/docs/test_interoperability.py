"""The page on results for other programs: its tables are true, and its examples are what the program says."""

import json
import re

import pytest
from jsonschema import Draft202012Validator

from screening.reading.schemas import json_schema
from screening.referral.result_document import FORMAT, ResultDocument
from screening.sets.htcds import EXPLOITATIONS, LISTED, CaseFields
from screening.sets.model import IndicatorSet
from screening.sets.score_line import HtcdsLine
from tests.sets.htcds_page import PAGE, TABLE, called, left_out, sets, table
from tests.support.program import program

TEXT = PAGE.read_text(encoding="utf-8")
LOST = TEXT.partition("### What is lost")[2]
RECORD, LINE = re.findall(r"^```json\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_the_table_is_written_anew_after_a_set_was_changed() -> None:
    assert TABLE.written(TEXT, table()) == TEXT, "run python -m tests.sets.write_htcds"


@pytest.mark.parametrize("indicator_set", sets(), ids=lambda each: each.about.id)
def test_every_indicator_without_a_word_is_named_with_the_reason(indicator_set: IndicatorSet) -> None:
    rows = [line.split("|")[1] for line in LOST.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([a-z-]+)`", row)}

    assert [name for name in left_out(indicator_set) if name not in named] == []


def test_nothing_is_said_to_be_left_out_that_every_set_has_a_word_for() -> None:
    rows = [line.split("|")[1] for line in LOST.splitlines() if line.startswith("| `")]
    names = {name for row in rows for name in re.findall(r"`([a-z-]+)`(?! in| \(in)", row)} - {
        each.about.id for each in sets()
    }
    missing = {name for each in sets() for name in left_out(each)}

    assert names - missing == set()


def test_the_codes_that_are_never_given_are_those_that_no_set_names() -> None:
    given = {
        word for each in sets() for part in called(each) for word in (*part.htcds.control, *part.htcds.exploitation)
    }
    (sentence,) = re.findall(r"^(`RestrictsMedicalCare`.*?)\n\n", LOST, re.MULTILINE | re.DOTALL)

    assert set(re.findall(r"`(\w+)`", sentence)) == {*LISTED, *EXPLOITATIONS} - given


def keys_under(heading: str) -> set[str]:
    """The keys that the first table under a heading tells of."""
    rows = TEXT.partition(f"{heading}\n")[2].partition("| key | is |")[2].partition("\n\n")[0].splitlines()
    return {name for row in rows if row.startswith("| `") for name in re.findall(r"`(\w+)`", row.split("|")[1])}


def test_every_key_of_a_result_is_told_and_the_number_of_its_format() -> None:
    assert keys_under("## A result as data") == set(ResultDocument.__struct_fields__)
    assert f"| `format` | the number of this format: {FORMAT} |" in TEXT


def test_every_key_of_a_line_is_told() -> None:
    told = keys_under("## In the words of a standard for cases")

    assert told == set(HtcdsLine.__struct_encode_fields__)
    assert set(CaseFields.__struct_encode_fields__) < told


def test_the_record_that_is_shown_becomes_the_line_that_is_shown() -> None:
    finished = program("score", "palermo", "--format", "htcds", given=RECORD)
    told, shown = json.loads(finished.out), json.loads(LINE)

    Draft202012Validator(json_schema("htcds")).validate(shown)
    # It is another one after each change of the set.
    assert re.fullmatch("[0-9a-f]{12}", shown["set"].pop("fingerprint"))
    del told["set"]["fingerprint"]
    assert list(told.items()) == list(shown.items())
