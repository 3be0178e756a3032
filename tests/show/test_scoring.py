"""`score_lines`: what `score` prints of records, for a program that has them as lines."""

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from screening import score_lines
from screening.reading.sets import find_set
from screening.reading.streams import MAX_LINE
from tests.support import kobo
from tests.support.program import program
from tests.support.thorough import examples

PALERMO = find_set("palermo")
LINE = '{"id": "a", "circumstances": {"age": "adult"}, "answers": {"papers": "kept", "hold-used": ["debt"]}}'


def test_it_gives_the_lines_that_the_command_prints_the_wrong_ones_among_them() -> None:
    lines = [json.dumps(record) for record in kobo.records(PALERMO, 200, seed=3)]
    lines[50] = '{"id": "b", "answers": {"papers": "keptt"}}'
    lines[60:60] = ["", " \r", "no record", '{"id": "\\u202e=1+1", "name": "A. Name"}', '{"id": "ü\x7f"}']

    finished = program("score", "palermo", "--from", "jsonl", given="\n".join(lines))

    assert "\n".join(score_lines(PALERMO, lines)) + "\n" == finished.out
    assert finished.out.count('"error"') == 3


def test_text_and_bytes_with_a_new_line_or_without_come_to_the_same() -> None:
    (result,) = set(score_lines(PALERMO, [LINE, LINE + "\n", LINE.encode(), LINE.encode() + b"\r\n"]))

    assert json.loads(result)["level"] == "some_concern"


def test_a_record_is_assessed_before_the_next_one_is_asked_for() -> None:
    asked: list[str] = []

    def lines() -> Iterator[str]:
        for number in range(3):
            asked.append(f"asked for {number}")
            yield LINE

    for number, _ in enumerate(score_lines(PALERMO, lines())):
        asked.append(f"had {number}")

    assert asked == [f"{what} {number}" for number in range(3) for what in ("asked for", "had")]


def test_a_line_that_is_too_long_and_one_with_half_a_character_are_errors_in_their_place() -> None:
    long = '{"id": "' + "a" * MAX_LINE + '"}'
    half = '{"id": "a\ud800"}'

    first, second, third, *more = map(json.loads, score_lines(PALERMO, [long, " " * (MAX_LINE + 9), half, LINE]))

    assert (first["line"], first["id"], "longer" in first["error"]) == (1, None, True)
    assert (second["line"], second["id"]) == (3, None)
    assert (third["id"], more) == ("a", [])


@examples(300)
@given(st.lists(st.text(st.characters(), max_size=60) | st.binary(max_size=60), max_size=5))
def test_whatever_the_lines_are_each_that_is_not_blank_comes_to_one_line(lines: list[str | bytes]) -> None:
    results = list(score_lines(PALERMO, lines))

    written = [line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line for line in lines]
    assert len(results) == sum(bool(line.strip()) for line in written)
    assert all("\n" not in result and json.loads(result) for result in results)
