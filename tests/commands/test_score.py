"""`score`: a line in, a line out, in order."""

import json
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.commands.score import MAX_LINE, lines_of, scored
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import AnswerIs
from tests.support.program import program
from tests.support.thorough import examples

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


def one(record: Any) -> dict[str, Any]:
    """What one record comes to."""
    line = record if isinstance(record, bytes) else json.dumps(record).encode()
    results = list(scored([line], PALERMO, ENGLISH))
    assert len(results) == 1
    return json.loads(json.dumps(results[0]))  # type: ignore[no-any-return]


def test_the_example_of_the_documentation() -> None:
    result = one(EXAMPLE)

    assert set(result) == {
        "id",
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
        {"id": "a", "circumstances": {"under_18_when_it_began": "yes"}, "answers": {"work": ["sells-sex"]}}
    )

    assert next(iter(scored([line.encode()], first_contact, ENGLISH)))["level"] == "some_concern"


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

    assert set(result) == {"id", "error"}
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
TOO_LONG = {"id": None, "error": f"the line is longer than {MAX_LINE} bytes. Give one record per line."}


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


class Pipe(RawIOBase):
    """What arrives in pieces."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = [piece for piece in pieces if piece]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        taken = min(len(piece), len(buffer))
        buffer[:taken] = piece[:taken]
        if piece[taken:]:
            self.pieces.insert(0, piece[taken:])
        return taken


@given(
    st.lists(st.text("ab \t\r", max_size=25), max_size=8).map("\n".join),
    st.integers(3, 12),
    st.booleans(),
    st.data(),
)
@examples(400)
def test_every_line_that_is_not_blank_comes_once_and_in_order_however_it_arrives(
    text: str, most: int, marked: bool, data: st.DataObject
) -> None:
    sent = (b"\xef\xbb\xbf" if marked else b"") + text.encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=6)))
    pieces = [sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True)]

    def expected() -> Iterator[bytes | None]:
        for index, line in enumerate(text.split("\n")):
            if line.strip():
                length = len(line) + (3 if marked and index == 0 else 0)
                yield line.encode() if length <= most else None

    arrived = [
        line if line is None else line.removesuffix(b"\n") for line in lines_of(BufferedReader(Pipe(pieces)), most)
    ]

    assert arrived == list(expected())


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
def test_whatever_stands_in_a_line_one_answer_comes_of_it(answers: Any, circumstances: Any, name: Any) -> None:
    result = one({"id": name, "answers": answers, "circumstances": circumstances})

    assert "level" in result or set(result) == {"id", "error"}


def test_of_a_long_word_only_the_ends_are_told() -> None:
    told = one({"id": "a", "answers": {"papers": "x" * 100_000}})["error"]

    assert len(told) < 1000
    assert told.startswith("'papers' has no answer 'xxx")


def test_what_was_meant_is_said_for_the_first_wrong_lines_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.commands.score.MOST_GUESSES", 2)
    line = json.dumps({"id": "a", "answers": {"paper": "kept"}}).encode()

    errors = [result["error"] for result in scored([line] * 4, PALERMO, ENGLISH)]

    assert (
        errors == ["there is no question 'paper'. Did you mean 'papers'?"] * 2 + ["there is no question 'paper'."] * 2
    )
