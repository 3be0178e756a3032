"""`score`: a line in, a line out, in order."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.catalog import ENGLISH, Catalog
from screening.reading.arriving import Arrived, arriving, json_records
from screening.reading.sets import find_set
from screening.reading.streams import MAX_LINE
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import AnswerIs
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from screening.show.characters import visible
from screening.show.scoring import Scoring
from tests.support import kobo
from tests.support.program import PROGRAM, program
from tests.support.thorough import THOROUGH, examples

PALERMO = find_set("palermo")
QUESTIONS = [question.id for _, _, question in PALERMO.questions()]
# Nobody asks somebody who works in a home about these.
CLOSED = [
    question.id
    for _, _, question in PALERMO.questions()
    if question.when is not None
    and isinstance(question.when.tree, AnswerIs)
    and question.when.tree.item == "situation"
    and "domestic-work" not in question.when.tree.listed
]
EXAMPLE = {
    "id": "a",
    "circumstances": {"age": "adult", "situation": ["domestic-work"], "place": "hk"},
    "answers": {"papers": "kept", "hold-used": ["debt"], "still-there": "yes"},
}


def _nested(depth: int) -> bytes:
    """A line with brackets this deep around nothing, in an answer."""
    return b'{"id": "a", "answers": {"papers": ' + b"[" * (depth - 2) + b"]" * (depth - 2) + b"}}"


def scored(records: Iterable[Arrived], indicator_set: IndicatorSet, language: Catalog) -> Iterator[dict[str, Any]]:
    """What comes of records."""
    return (json.loads(line) for line in Scoring(indicator_set, language).lines(records))


def one(record: Any) -> dict[str, Any]:
    """What one record comes to."""
    line = record if isinstance(record, bytes) else json.dumps(record).encode()
    results = list(scored(json_records([(1, line)], PALERMO), PALERMO, ENGLISH))
    assert len(results) == 1
    return results[0]


def test_the_example_of_the_documentation() -> None:
    result = one(EXAMPLE)

    assert set(result) == {
        "id",
        "set",
        "level",
        "bounds",
        "settled",
        "elements",
        "dimensions",
        "flags",
        "pathways",
        "may_open",
        "answered",
        "open",
        "closed",
        "set_aside",
        "unknown",
    }
    assert result["id"] == "a"
    assert (result["level"], result["bounds"], result["settled"]) == (
        "some_concern",
        ["some_concern", "clear_concern"],
        False,
    )
    assert result["elements"] == {"act": "possible", "means": "supported", "purpose": "possible"}
    assert list(result["dimensions"]) == list(PALERMO.about.dimensions)
    assert (result["flags"], result["pathways"]) == (["going_back"], ["anti-trafficking", "free-to-ask"])
    assert result["answered"] == 3
    assert result["closed"] == CLOSED
    assert result["open"] == len(QUESTIONS) - 3 - len(CLOSED)


def test_the_three_parts_make_up_the_set_and_closed_ones_count_answered_or_not() -> None:
    record = {**EXAMPLE, "answers": {"papers": "unclear", "begging": "made", "sexual": "declined"}}

    result = one(record)

    assert result["answered"] == 2
    assert result["closed"] == CLOSED
    assert result["answered"] + result["open"] + len(result["closed"]) == len(QUESTIONS)
    assert result["dimensions"]["forced_begging"] == "possible"


def test_flags_of_set_aside_answers_are_left_out_and_child_is_included() -> None:
    result = one({"id": 1, "circumstances": {"age": "unsure"}, "answers": {"danger-now": "yes"}})

    assert result["flags"] == ["child", "danger_now"]


def test_a_circumstance_that_the_set_omits_is_accepted_and_used() -> None:
    first_contact = find_set("first-contact")
    line = json.dumps(
        {"id": "a", "circumstances": {"under_18_when_it_began": "yes"}, "answers": {"used-by-others": "yes"}}
    )

    assert (
        next(scored(json_records([(1, line.encode())], first_contact), first_contact, ENGLISH))["level"]
        == "some_concern"
    )


@pytest.mark.parametrize(
    ("record", "error"),
    [
        ({"id": "a", "answers": {"passport": "kept"}}, "there is no question 'passport'"),
        ({"id": "a", "answers": {"paper": "kept"}}, "Did you mean 'papers'?"),
        ({"id": "a", "answers": {"papers": "keptt"}}, "Did you mean 'kept'?"),
        ({"id": "a", "answers": {"papers": ["kept"]}}, "takes one answer"),
        ({"id": "a", "answers": {"hold-used": ["debt", "none"]}}, "excludes other answers"),
        ({"id": "a", "answers": {"hold-used": []}}, "is empty"),
        ({"id": "a", "answers": {"papers": 3}}, "neither text nor a list"),
        ({"id": "a", "answers": {"age": "adult"}}, "there is no question 'age'"),
        ({"id": "a", "answers": {"agreement": "yes"}}, "there is no question 'agreement'"),
        ({"id": "a", "circumstances": {"papers": "kept"}}, "there is no circumstance 'papers'"),
        ({"id": "a", "circumstances": {"age": "old"}}, "has no answer 'old'"),
        ({"id": "a", "circumstances": {"age": ["adult"]}}, "takes one answer"),
        ({"id": "a", "answer": {}}, "answer"),
        ({"answers": {}}, "id"),
        ([1], "object"),
        (_nested(31), "nested too deep"),
        (_nested(2000), "nested too deep"),
        (_nested(300_000), "nested too deep"),
        (b'{"id": "a", "answers": {"papers": ' + b'[{"":' * 200_000, "nested too deep"),
        (_nested(27), "neither text nor a list"),
        (b'{"id": "' + b'\\"[' * 300_000 + b'", "answers": {"papers": 3}}', "neither text nor a list"),
        (b'{"id": "' + b'\\"[' * 300_000, ""),
        (b'{"id": "' + b"[" * 100 + b"\\", ""),
        ({"id": "a", "answers": {"papers": ""}}, "'papers' has no answer ''"),
        ({"id": "a", "answers": {"hold-used": ["", "debt"]}}, "'hold-used' has no answer ''"),
        ({"id": "a", "answers": {"": ""}}, "there is no question ''"),
        ({"id": "a", "circumstances": {"": ""}}, "there is no circumstance ''"),
        (
            {"id": "a", "answers": {"hold-used": ["unclear", "debt"]}},
            "Write it once, at the end: it says how everything stands that is not in the list.",
        ),
        (b"{", ""),
        (b"\xff", ""),
    ],
    ids=lambda value: str(value)[:60],
)
def test_a_bad_line_becomes_an_error_in_its_place(record: Any, error: str) -> None:
    result = one(record)

    assert set(result) == {"id", "line", "error"}
    assert error in result["error"]


def test_a_bad_line_keeps_its_id_where_it_can_be_told() -> None:
    assert one({"id": "b", "answers": {"passport": "kept"}})["id"] == "b"
    assert one({"id": "b", "extra": 1})["id"] == "b"
    assert one(b"{")["id"] is None


def test_null_is_not_asked_and_a_single_text_will_do_for_several() -> None:
    result = one({"id": "a", "answers": {"papers": None, "hold-used": "debt"}})

    assert result["answered"] == 1


def test_the_rest_goes_on_in_order_and_the_exit_code_tells() -> None:
    lines = [json.dumps({**EXAMPLE, "id": 1}), "", "{", json.dumps({**EXAMPLE, "id": 2})]

    finished = program("score", "palermo", given="\n".join(lines))

    results = [json.loads(line) for line in finished.out.splitlines()]
    assert [result["id"] for result in results] == [1, None, 2]
    assert "error" in results[1]
    assert (finished.code, finished.err) == (1, "")


A_LINE = json.dumps({**EXAMPLE, "id": 1})
TOO_LONG = {"id": None, "line": 2, "error": f"the line is longer than {MAX_LINE} bytes. Give one record per line."}


def scored_lines(given: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in program("score", "palermo", given=given).out.splitlines()]


@pytest.mark.parametrize(
    "line",
    [
        " " * MAX_LINE + A_LINE,
        A_LINE + " " * MAX_LINE + A_LINE,
        '{"id": "' + "a" * MAX_LINE + '"}',
        "a" * (3 * MAX_LINE),
        A_LINE + " " * (MAX_LINE - len(A_LINE) + 1),
    ],
    ids=["blanks and a record", "two records", "a long id", "no record", "a byte too many"],
)
@pytest.mark.parametrize("end", ["\n", ""])
def test_a_line_that_is_too_long_is_one_error_in_its_place(line: str, end: str) -> None:
    before, too_long, *after = scored_lines(f"{A_LINE}\n{line}{end}" + (f"{A_LINE}\n" if end else ""))

    assert before["id"] == 1
    assert too_long == TOO_LONG
    assert [each["id"] for each in after] == ([1] if end else [])


def test_a_line_may_be_as_long_as_is_told() -> None:
    line = A_LINE + " " * (MAX_LINE - len(A_LINE))

    assert [each["id"] for each in scored_lines(f"{line}\n{line}")] == [1, 1]


def test_blanks_are_no_record_however_many() -> None:
    assert [each["id"] for each in scored_lines(" " * (2 * MAX_LINE) + f"\n{A_LINE}\n" + " " * 2 * MAX_LINE)] == [1]


def test_a_mark_of_byte_order_before_the_first_line_is_passed_over() -> None:
    finished = program("score", "palermo", given="\ufeff" + json.dumps(EXAMPLE) + "\r\n")

    assert (finished.code, json.loads(finished.out)["id"]) == (0, "a")


def test_without_bad_lines_the_exit_code_is_zero() -> None:
    assert program("score", "palermo", given=json.dumps(EXAMPLE) + "\n").code == 0
    assert program("score", "palermo").code == 0


def test_an_unknown_set_is_bad_usage() -> None:
    finished = program("score", "palermoo")

    assert (finished.code, finished.out) == (2, "")
    assert "Did you mean 'palermo'?" in finished.err


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.sampled_from(["", "yes"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.sampled_from(QUESTIONS), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(st.sampled_from([*QUESTIONS, ""]), _JSON, max_size=3) | _JSON,
    st.dictionaries(st.sampled_from([*CIRCUMSTANCES, ""]), _JSON, max_size=3) | _JSON,
    st.sampled_from(["a", 1]) | _JSON,
)
@examples(100)
def test_whatever_stands_in_a_line_one_answer_comes_of_it(answers: Any, circumstances: Any, name: Any) -> None:
    result = one({"id": name, "answers": answers, "circumstances": circumstances})

    assert "level" in result or set(result) == {"id", "line", "error"}


def test_of_a_long_word_only_the_ends_are_told() -> None:
    told = one({"id": "a", "answers": {"papers": "x" * 100_000}})["error"]

    assert len(told) < 1000
    assert told.startswith("'papers' has no answer 'xxx")


def test_what_was_meant_is_said_for_the_first_wrong_lines_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.show.scoring.MOST_GUESSES", 2)
    line = json.dumps({"id": "a", "answers": {"paper": "kept"}}).encode()

    errors = [result["error"] for result in scored(json_records([(1, line)] * 4, PALERMO), PALERMO, ENGLISH)]

    assert (
        errors == ["there is no question 'paper'. Did you mean 'papers'?"] * 2 + ["there is no question 'paper'."] * 2
    )


# --- tables, and what is wrong in them ---


def table(text: str | bytes, set_name: str = "palermo", *options: str) -> tuple[int, list[dict[str, Any]], str]:
    """The exit code for a table, what comes of its rows, and what is said besides."""
    content = text if isinstance(text, str) else text.decode("utf-8", "surrogateescape")
    finished = program("score", set_name, *options, given=content)
    return finished.code, [json.loads(line) for line in finished.out.splitlines()], finished.err


def test_a_table_scores_as_the_same_records_do_as_json_lines() -> None:
    written = list(kobo.records(PALERMO, 10_000 if THOROUGH else 300))
    lines = "".join(json.dumps(record) + "\n" for record in written).encode()
    exported = kobo.export(PALERMO, iter(written)).encode()

    def comes_to(given: bytes) -> list[dict[str, Any]]:
        return list(scored(arriving(BytesIO(given), "stdin", PALERMO).records, PALERMO, ENGLISH))

    results = comes_to(exported)
    assert results == comes_to(lines)
    assert len(results) == len(written)
    assert not [result for result in results if "error" in result]
    assert len({result["level"] for result in results}) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_a_table_is_read_as_spreadsheets_of_any_place_save_it(encoding: str, delimiter: str, end: str) -> None:
    rows = [["id", "papers", "says-no", "age", "ort"], ["1", "kept", "violence threats", "adult", "Köln, a;b"]]
    text = "".join(delimiter.join(f'"{cell}"' for cell in row) + end for row in rows)

    arrived = arriving(BytesIO(text.encode(encoding)), "stdin", PALERMO)
    (result,) = scored(arrived.records, PALERMO, ENGLISH)

    expected = {
        "id": "1",
        "circumstances": {"age": "adult"},
        "answers": {"papers": "kept", "says-no": ["violence", "threats"]},
    }
    assert json.loads(json.dumps(result)) == one(expected)


def test_a_bad_row_is_an_error_in_its_place_and_the_rest_goes_on() -> None:
    code, results, said = table('_id,papers,notes\n1,kept,"two\nlines"\n2,keptt,\n3\n4,kept,x\n')

    assert code == 1
    assert [(result["id"], result.get("line"), result.get("error")) for result in results] == [
        ("1", None, None),
        ("2", 4, "'papers' has no answer 'keptt'. Did you mean 'kept'?"),
        ("3", 5, "this row has 1 cells, and the header 3. Check its delimiters and quotes."),
        ("4", None, None),
    ]
    assert said == "screening: this column is not of the set, and was not read: 'notes' (did you mean 'wants'?).\n"


def test_a_table_of_something_else_is_one_line_and_nothing_comes_of_it() -> None:
    code, results, said = table("name,height\na,1\nb,2\n")

    assert (code, results) == (2, [])
    assert said == (
        "stdin:1:1: no column has the id of a question or circumstance of the set. "
        "Export values and not labels, or name the columns in a map.\n"
    )


@pytest.mark.parametrize(
    ("given", "options", "ids"),
    [
        ('nope\n{"id": 1}\n', (), [None, 1]),
        ('\n\n{"id": 1}\n', (), [1]),
        ("", (), []),
        ("\n", (), []),
        ("id,papers\n", (), []),
        ("id,papers\n1,own\n", ("--from", "jsonl"), [None, None]),
        ('[1]\n{"id": 1}\n', (), [None, 1]),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_how_records_begin_tells_what_they_are_unless_it_is_said(
    given: str, options: tuple[str, ...], ids: list[Any]
) -> None:
    assert [result["id"] for result in table(given, "palermo", *options)[1]] == ids


def test_a_list_over_several_lines_is_one_line_and_not_an_error_for_each() -> None:
    code, results, said = table(json.dumps([{"id": 1}, {"id": 2}], indent=2))

    assert (code, results) == (2, [])
    assert said == (
        "stdin:1:1: this is one list over several lines, and not JSON Lines. Write each record on a line of its own.\n"
    )


def test_a_map_says_what_another_program_calls_things(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("id: case\ncolumns: {q7: {item: papers, values: {3: kept}}}\n", encoding="utf-8")

    code, results, said = table("case,q7\nx,3\n", "palermo", "--map", str(path))

    assert (code, said, results[0]["id"]) == (0, "", "x")
    assert results[0]["level"] == "some_concern"
    code, results, said = table('{"id": 1}\n', "palermo", "--map", str(path))
    assert (code, results) == (2, [])
    assert "Leave it out." in said


# --- what must not go wrong in silence ---


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (b'{"id": "1", "answers": {"papers": "kept", "papers": "own"}}', "papers"),
        (b'{"id": "a:b", "answers": {"papers": "kept", "p\\u0061pers" : "own"}}', "papers"),
        (b'{"id": "1", "answers": {}, "answers": {"papers": "own"}}', "answers"),
        (b'{"id": "1", "circumstances": {"age": "adult", "age": "child"}}', "age"),
        (b'{"id": "1", "id": "2"}', "id"),
    ],
    ids=["an answer", "written otherwise", "all answers", "a circumstance", "the id"],
)
def test_a_key_that_stands_twice_is_an_error(line: bytes, key: str) -> None:
    assert one(line)["error"] == f"the key '{key}' appears here a second time. Keep one of them."


def test_what_was_told_and_a_rest_that_was_not_is_counted_as_partly_unknown() -> None:
    result = one({"id": 1, "answers": {"says-no": ["violence", "declined"], "papers": "declined", "pay": ["little"]}})

    assert result["unknown"] == {"not_asked": result["open"], "unclear": 0, "declined": 1, "in_part": 1}


def test_a_list_in_one_text_is_an_error_that_says_how_to_write_it() -> None:
    error = one({"id": 1, "answers": {"says-no": "violence threats"}})["error"]

    assert error.endswith('Give a list: ["violence", "threats"].')


def test_a_colon_in_a_text_is_no_key() -> None:
    assert "error" not in one({"id": "a:b:c", "answers": {"papers": "kept"}})


def test_answers_to_closed_questions_are_named_as_set_aside() -> None:
    result = one(
        {
            "id": "1",
            "circumstances": {"age": "adult", "situation": ["domestic-work"]},
            "answers": {"marriage": ["sold", "no-choice"], "operation": ["wanted"], "papers": "declined"},
        }
    )

    assert result["set_aside"] == ["marriage", "operation"]
    assert set(result["set_aside"]) <= set(result["closed"])
    assert result["unknown"] == {"not_asked": result["open"], "unclear": 0, "declined": 1, "in_part": 0}


def test_a_result_says_of_which_version_of_which_set_it_is() -> None:
    result = one(EXAMPLE)

    assert result["set"] == {"id": "palermo", "version": PALERMO.about.version, "fingerprint": fingerprint(PALERMO)}


SUM_SCORED = str(Path(__file__).resolve().parents[1] / "sets" / "examples" / "sum-scored")


def test_a_set_with_bands_has_its_score_and_band_in_each_result() -> None:
    (result,) = table('{"id": 1}\n', SUM_SCORED)[1]

    assert (result["score"], result["band"]) == (0, "quiet")


# --- as a table ---


@pytest.mark.parametrize("set_name", ["palermo", SUM_SCORED])
def test_results_as_a_table_say_what_they_say_as_json(set_name: str) -> None:
    given = '{"id": 1, "circumstances": {"age": "adult"}}\n{"id": 2, "x": 1}\n'
    first, second = table(given, set_name)[1]

    finished = program("score", set_name, "--format", "csv", given=given)
    rows = list(csv.DictReader(finished.out.splitlines()))

    assert (finished.code, len(rows)) == (1, 2)
    assert (rows[0]["id"], rows[0]["level"], rows[0]["settled"]) == ("1", first["level"], "false")
    assert [rows[0]["lower"], rows[0]["upper"]] == first["bounds"]
    assert {name: rows[0][f"dimension/{name}"] for name in first["dimensions"]} == first["dimensions"]
    assert rows[0]["pathways"].split() == first["pathways"]
    assert rows[0]["fingerprint"] == first["set"]["fingerprint"]
    assert rows[0]["not_asked"] == str(first["open"])
    assert (rows[1]["id"], rows[1]["line"], rows[1]["error"]) == ("2", "2", second["error"])
    assert {rows[1][name] for name in rows[1]} == {"2", second["error"], ""}


@pytest.mark.parametrize(
    ("id_", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1 2", "'+1 2"),
        ("-a", "'-a"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("-12", "-12"),
        ("a=1", "a=1"),
        (-12, "-12"),
    ],
    ids=str,
)
def test_no_text_of_a_record_is_a_formula_in_a_spreadsheet(id_: Any, cell: str) -> None:
    finished = program("score", "palermo", "--format", "csv", given=json.dumps({"id": id_}) + "\n")

    assert [row[0] for row in csv.reader(StringIO(finished.out))][1] == visible(cell)


# --- counts to share ---


def test_counts_to_share_hold_no_record_and_no_small_number() -> None:
    given = "".join(json.dumps(record) + "\n" for record in kobo.records(PALERMO, 120)) + "{\n"

    finished = program("score", "palermo", "--share", given=given)
    told = json.loads(finished.out)

    assert finished.code == 1
    assert finished.err == ("screening: 1 record cannot be read and is not counted. Without --share it is told why.\n")
    assert (told["records"], told["withheld_under"], told["set"]["id"]) == (120, 10, "palermo")
    assert set(told) == {"set", "withheld_under", "records", "levels", "indicators", "pairs"}
    numbers = [*told["levels"].values(), *told["indicators"].values(), *(pair["records"] for pair in told["pairs"])]
    assert all(number is None or 10 <= number <= 110 for number in numbers)
    assert set(told["indicators"]) == {indicator.id for indicator in PALERMO.indicators}
    assert told["pairs"]


def test_counts_to_share_are_a_table_too() -> None:
    given = "".join(json.dumps(record) + "\n" for record in kobo.records(PALERMO, 120))
    told = json.loads(program("score", "palermo", "--share", given=given).out)

    finished = program("score", "palermo", "--share", "--format", "csv", given=given)
    rows = list(csv.DictReader(StringIO(finished.out)))

    assert (finished.code, rows[0]["records"]) == (0, "120")
    indicators = {row["id"]: row["records"] for row in rows if row["count_of"] == "indicator"}
    assert indicators == {
        name: "withheld" if number is None else str(number) for name, number in told["indicators"].items()
    }
    assert sum(row["count_of"] == "pair" for row in rows) == len(told["pairs"])


# --- a great many records ---


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
@pytest.mark.parametrize("watched", [True, False])
def test_how_far_it_is_is_shown_on_stderr_where_somebody_waits(watched: bool) -> None:
    ours, theirs = os.openpty()
    finished = subprocess.run(
        [*PROGRAM, "score", "palermo"],
        input=b'{"id": 1}\n' * 1000,
        stdout=subprocess.PIPE,
        stderr=theirs if watched else subprocess.PIPE,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "1"},
        timeout=60,
        check=False,
    )
    os.close(theirs)
    seen = os.read(ours, 100_000) if watched else b""
    os.close(ours)

    assert (finished.returncode, finished.stdout.count(b"\n")) == (0, 1000)
    assert all(line.startswith(b"{") for line in finished.stdout.splitlines())
    assert finished.stderr in (None, b"")
    assert (b"200 records" in seen) == watched


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
def test_records_are_held_one_at_a_time(tmp_path: Path) -> None:
    lines = "".join(json.dumps(record) + "\n" for record in kobo.records(PALERMO, 200))
    path = tmp_path / "records.jsonl"
    peaks = []
    for times in (20, 400 if THOROUGH else 80):
        path.write_text(lines * times, encoding="utf-8")
        with path.open("rb") as file:
            finished = subprocess.run(
                [*PROGRAM[:-1], f"{PEAK}\n{PROGRAM[-1]}", "score", "palermo"],
                stdin=file,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                timeout=300,
                check=True,
            )
        peaks.append(int(finished.stderr))

    # In kilobytes; the lines are over 10 MB more.
    assert peaks[1] - peaks[0] < 3_000


# Not what getrusage says: a process inherits the peak of the one that started it.
PEAK = """
import atexit, re, sys
status = lambda: open("/proc/self/status").read()
atexit.register(lambda: sys.stderr.write(re.search(r"VmHWM:\\s*(\\d+)", status())[1]))
"""


def test_in_the_words_of_a_standard_each_record_has_a_line_and_a_bad_one_an_error_in_its_place() -> None:
    held = {"papers": "kept", "hold-used": ["debt"], "go-out": "not-out", "hurt": "yes"}
    records = [{**EXAMPLE, "answers": held}, {"id": 2, "answers": {"paperss": "kept"}}, {"id": "c", "answers": {}}]
    given = "".join(json.dumps(record) + "\n" for record in records)

    finished = program("score", "palermo", "--format", "htcds", given=given)

    told = [json.loads(line) for line in finished.out.splitlines()]
    assert [line["id"] for line in told] == ["a", 2, "c"]
    assert told[0] == {
        "id": "a",
        "set": {"id": "palermo", "version": PALERMO.about.version, "fingerprint": fingerprint(PALERMO)},
        "htcds": "2.0",
        "vic_TraffickingStatus": "PossibleVictimOfTrafficking",
        "vic_MethodsOfControl": ["DebtBondage", "PhysicalAbuse", "WithholdsDocuments", "Other"],
        "MethodsOfControlRestrictsMovement": True,
    }
    assert told[1]["error"].startswith("there is no question 'paperss'")
    assert set(told[2]) == {"id", "set", "htcds"}
    assert finished.code == 1


def test_counts_to_share_are_not_in_the_words_of_a_standard() -> None:
    finished = program("score", "palermo", "--share", "--format", "htcds", given="")

    assert finished.code == 2
    assert "Leave one out." in finished.err
