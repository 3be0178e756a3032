"""Every code that an option takes can be looked up."""

import json

import pytest

from screening.reading.places import Directories
from screening.show.languages import LANGUAGE_NAME
from tests.support.inside import run_inside


def data(monkeypatch: pytest.MonkeyPatch, *options: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(
        run_inside(monkeypatch, "services", "codes", "--format", "json", *options).out
    )
    return found


def test_each_place_district_and_language_is_listed_by_its_code_and_name(monkeypatch: pytest.MonkeyPatch) -> None:
    said = run_inside(monkeypatch, "services", "codes").out

    rows = {tuple(line.split(maxsplit=1)) for line in said.splitlines()}
    assert {("hk", "Hong Kong"), ("gb", "United Kingdom"), ("wan-chai", "Wan Chai"), ("tl", "Tagalog")} <= rows
    assert set(LANGUAGE_NAME) <= {row[0] for row in rows if row}


def test_they_are_data_too(monkeypatch: pytest.MonkeyPatch) -> None:
    found = data(monkeypatch)

    assert found["places"] == Directories().names()
    assert found["districts"]["wan-chai"] == "Wan Chai"
    assert found["languages"]["tl"] == "Tagalog"


def test_the_districts_are_those_of_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    assert data(monkeypatch, "--place", "gb")["districts"] == {}
    assert "Districts" not in run_inside(monkeypatch, "services", "codes", "--place", "gb").out


@pytest.mark.parametrize("option", ["--place", "--district", "--language"])
def test_each_code_is_taken_by_its_option(option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kind = {"--place": "places", "--district": "districts", "--language": "languages"}[option]

    for code in list(data(monkeypatch)[kind])[:6]:
        assert run_inside(monkeypatch, "services", "--need", "shelter", option, code).code == 0, code


@pytest.mark.parametrize("option", ["--place", "--district", "--language"])
def test_the_help_of_an_option_says_where_its_codes_are(option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = " ".join(run_inside(monkeypatch, "services", "list", "--help").out.split())

    assert "'screening services codes' lists them" in told.partition(f"{option} ")[2].partition(" --")[0]
