"""A line of JSON is read as one record of a set, or it is told why it is none."""

import json
from typing import Any

import pytest

from screening.reading.json_lines import JsonReader, Unreadable
from tests.support.building import asked, small_set

SET = small_set(
    [asked("held"), asked("used", choose="several", options=[{"id": "debt", "label": "x"}, {"id": "1", "label": "x"}])],
    [],
)


def read(line: Any) -> tuple[Any, dict[str, Any], dict[str, Any]]:
    return JsonReader(SET).record(line if isinstance(line, bytes) else json.dumps(line).encode())


def test_a_line_is_an_id_answers_and_circumstances() -> None:
    record = {"id": "a", "circumstances": {"place": "hk"}, "answers": {"held": "yes", "used": ["debt", "declined"]}}

    assert read(record) == ("a", {"held": "yes", "used": ("debt", "declined")}, {"place": "hk"})


@pytest.mark.parametrize("answers", [{"held": "nope"}, {"nope": "yes"}, {"used": [1]}, {"held": {"a": []}}], ids=str)
def test_what_the_set_does_not_know_arrives_as_it_is_written(answers: dict[str, Any]) -> None:
    assert read({"id": 7, "answers": answers}) == (7, answers, {})


def test_a_part_may_be_missing_and_an_answer_may_be_null() -> None:
    assert read({"id": "a"}) == ("a", {}, {})
    assert read({"id": "a", "answers": {"held": None}}) == ("a", {"held": None}, {})


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": "a", "id": "b"}',
        b'{"id": "a", "answers": {"held": "yes", "held": "no"}}',
        b'{"id": "a", "answers": {"held": null, "held": null}}',
        b'{"id": "a", "answers": {}, "answers": {"held": "yes"}}',
        b'{"id": "a", "circumstances": {"place": "hk", "place": "gb"}}',
    ],
    ids=str,
)
def test_of_two_equal_keys_only_one_could_count(line: bytes) -> None:
    with pytest.raises(Unreadable, match="a second time"):
        read(line)


def test_a_colon_in_a_text_is_no_key() -> None:
    assert read({"id": "a:b", "circumstances": {"place": "h:k"}}) == ("a:b", {}, {"place": "h:k"})
