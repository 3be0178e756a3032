"""The page on records: its examples are read as it says, and it names everything that a result holds."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from screening.reading.schemas import json_schema
from screening.sets.score_line import ScoreLine
from tests.support.folders import write
from tests.support.program import Finished, program

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "records.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
RECORDS, RATINGS, ERROR = (text for name, text in BLOCKS if name == "json")
RATED, KOBO, ODK, SHEET, CLINIC = (text for name, text in BLOCKS if name == "csv")
CREW, CREW_FILE, MAP = (text for name, text in BLOCKS if name == "yaml")
FILES = {
    "set.yaml": CREW,
    "sections/file.yaml": CREW_FILE,
    "records.jsonl": RECORDS,
    "kobo.csv": KOBO,
    "odk.csv": ODK,
    "sheet.csv": SHEET,
    "map.yaml": MAP,
}


def score(given: str, *options: str) -> list[dict[str, Any]]:
    """What comes of records, none of which is wrong."""
    finished = program("score", "palermo", *options, given=given)
    assert (finished.code, finished.err) == (0, "")
    return [json.loads(line) for line in finished.out.splitlines()]


def same(given: str, records: list[dict[str, Any]], *options: str) -> None:
    """Records in one form come to the same as in the other."""
    assert score(given, *options) == score("".join(json.dumps(record) + "\n" for record in records))


def test_the_files_are_called_what_the_page_calls_them() -> None:
    assert all(f"`{name}`" in PAGE for name in FILES)


def test_the_lines_are_records_and_fit_their_schema() -> None:
    validator = Draft202012Validator(json_schema("record"))
    for line in RECORDS.splitlines():
        validator.validate(json.loads(line))

    results = score(RECORDS)

    assert [result["id"] for result in results] == ["a-17", "a-18", "a-19"]
    assert [result["unknown"]["in_part"] for result in results] == [0, 1, 0]
    for result in results:
        Draft202012Validator(json_schema("score")).validate(result)


def test_ratings_are_read_as_lines_and_as_a_table_and_one_that_is_not_known_is_no_nought(tmp_path: Path) -> None:
    form = write(tmp_path / "crew-form", {"set.yaml": CREW, "sections/file.yaml": CREW_FILE})

    told = []
    for given in (RATINGS, RATED):
        finished = program("score", str(form), given=given)
        assert (finished.code, finished.err) == (0, "")
        told.append([json.loads(line) for line in finished.out.splitlines()])

    assert told[0] == told[1]
    assert [(result["id"], result["score"], result["band"], result["level"]) for result in told[0]] == [
        ("boat-1", 3, "high", "some_concern"),
        ("boat-2", 0, "low", "too_little_known"),
        ("boat-3", 0, "low", "too_little_known"),
    ]
    assert [result["bounds"][1] for result in told[0][1:]] == ["some_concern", "some_concern"]


def test_the_table_of_kobo_is_read() -> None:
    same(
        KOBO,
        [
            {"id": "17", "circumstances": {"age": "adult"}, "answers": {"papers": "kept", "hold-used": ["debt"]}},
            {"id": "18", "circumstances": {"age": "unsure"}, "answers": {"hold-used": ["debt", "declined"]}},
        ],
    )


def test_the_table_of_odk_is_read() -> None:
    same(
        ODK,
        [
            {"id": "uuid:0b1c", "answers": {"papers": "kept", "hold-used": ["debt", "pay"]}},
            {"id": "uuid:0b1d", "answers": {"hold-used": "unclear"}},
        ],
    )


def test_the_spreadsheet_is_read() -> None:
    same(
        SHEET,
        [
            {
                "id": "a",
                "circumstances": {"age": "adult"},
                "answers": {"papers": "kept", "hold-used": ["debt", "not_asked"]},
            },
            {"id": "b", "answers": {"papers": "own"}},
        ],
    )


def test_the_map_is_read(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")

    same(
        CLINIC,
        [
            {
                "id": "x1",
                "circumstances": {"situation": ["fishing", "not_asked"]},
                "answers": {"papers": "kept", "hold-used": ["debt", "pay"]},
            },
            {"id": "x2", "answers": {"papers": "unclear", "hold-used": "declined"}},
        ],
        "--map",
        str(tmp_path / "map.yaml"),
    )


def test_the_error_is_the_one_that_is_shown() -> None:
    finished = program("score", "palermo", given="id,papers\n1,own\n\n\n3,keptt\n")

    assert finished.out.splitlines()[1] == ERROR.strip()
    Draft202012Validator(json_schema("score")).validate(json.loads(ERROR))


def test_every_key_of_a_result_is_told() -> None:
    told = PAGE.partition("## Results")[2].partition("\n\n`screening schema score`")[0]
    named = re.findall(r"`(\w+)`", "\n".join(row.split("|")[1] for row in told.splitlines() if row.startswith("| `")))

    assert set(named) == set(ScoreLine.__struct_fields__)


def test_the_commands_are_ones_and_the_table_of_results_is_one() -> None:
    finished: Finished = program("score", "palermo", "--format", "csv", given=KOBO)

    assert [row["id"] for row in csv.DictReader(StringIO(finished.out))] == ["17", "18"]


def test_of_few_records_nothing_is_shared_as_the_page_says() -> None:
    finished = program("score", "palermo", "--share", given=KOBO)

    assert (finished.code, json.loads(finished.out)["records"]) == (0, None)
