"""One call more in an agency's own file, and nothing else of it changed."""

import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.catalog import ENGLISH
from screening.reading.directories import OwnFile, read_services, shape_services
from screening.reading.problem import Unsound
from screening.reading.yaml_text import read_yaml
from screening.referral.calls import Call
from screening.writing.calls import Unwritable, new_own_file, with_call, write_call
from tests.support.thorough import examples

OWN = Path(__file__).resolve().parents[1] / "reading" / "own" / "harbour-house.yaml"
NEW = new_own_file("hk", 'Harbour "House" 海: 1', date(2026, 11, 28))


def call(**more: Any) -> Call:
    return Call(
        **{"service": "bethune-house", "number": "+852 2721 3119", "called_on": "2026-11-28", "found": "right"} | more
    )


def calls_in(text: str) -> list[Call]:
    file = shape_services(read_yaml(text.encode(), "own.yaml"))
    assert isinstance(file, OwnFile)
    return [*file.own.calls]


def test_into_a_new_file_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(NEW, encoding="utf-8")
    path.chmod(0o640)

    write_call(path, call())

    file = read_services(path)
    assert isinstance(file, OwnFile)
    assert (file.own.agency, list(file.own.calls)) == ('Harbour "House" 海: 1', [call()])
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_what_stood_in_a_file_stands_there_still_and_comments_too() -> None:
    before = OWN.read_text(encoding="utf-8")

    after = with_call(before, call(), "own.yaml")

    assert after.startswith(before)
    assert calls_in(after) == [call()]


def test_a_later_call_of_a_number_takes_the_place_of_the_earlier_however_the_number_is_written() -> None:
    text = with_call(NEW, call(found="full", until="2026-12-05"), "own.yaml")
    text = with_call(text, call(service="house", number="+852 2345 6789"), "own.yaml")

    text = with_call(text, call(number="2721-3119"), "own.yaml")

    assert calls_in(text) == [call(service="house", number="+852 2345 6789"), call(number="2721-3119")]


@pytest.mark.parametrize(
    "calls",
    [
        "calls: []\n",
        'calls:\n- {service: a, number: "1", called_on: "2026-11-01", found: right}\n',
        'calls:\n    # ours\n    - service: a\n      number: "1"\n      called_on: "2026-11-01"\n      found: right\n\n# end\n',
        'calls:\n  - {service: a, number: "1", called_on: "2026-11-01",\n     found: right}  # by day\n\nleave_out: [iom-hong-kong]\n',
    ],
)
def test_a_list_of_calls_by_hand_is_gone_on_with(calls: str) -> None:
    text = NEW + calls
    before = calls_in(text)

    after = with_call(with_call(text, call(found="no-answer"), "own.yaml"), call(), "own.yaml")

    assert calls_in(after) == [*before, call()]
    assert [line for line in calls.splitlines() if "#" in line and line.strip()] == [
        line for line in after.splitlines() if "#" in line and line in calls
    ]


def test_a_list_that_cannot_be_added_to_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    text = NEW + 'calls: [{service: a, number: "1", called_on: "2026-11-01", found: right}]\n'
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Unwritable) as error:
        write_call(path, call())

    assert ENGLISH.render(error.value.message).startswith(f"the list 'calls' in {path} cannot be added to.")
    assert path.read_text(encoding="utf-8") == text


def test_a_file_with_problems_is_not_written() -> None:
    with pytest.raises(Unsound):
        with_call(NEW.replace("agency", "agncy"), call(), "own.yaml")


def test_lines_end_as_they_did() -> None:
    after = with_call(NEW.replace("\n", "\r\n"), call(), "own.yaml")

    assert after.count("\n") == after.count("\r\n")


def test_where_it_cannot_be_written_the_old_text_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(NEW, encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_call(path, call())

    assert path.read_text(encoding="utf-8") == NEW
    assert list(tmp_path.iterdir()) == [path]


NUMBERS = st.sampled_from(["+852 2721 3119", "999 111", "2721 3119", "海: {x}", "- a", "no", '"', "#1", "\\"])


@given(st.lists(st.tuples(st.sampled_from(["a", "no", "true", "b1"]), NUMBERS), max_size=6))
@examples(40)
def test_any_calls_read_as_they_were_written(made: list[tuple[str, str]]) -> None:
    text = NEW
    for service, number in made:
        text = with_call(text, call(service=service, number=number, now=number, found="another-number"), "own.yaml")

    assert calls_in(text)[-1:] == [call(service=s, number=n, now=n, found="another-number") for s, n in made[-1:]]
