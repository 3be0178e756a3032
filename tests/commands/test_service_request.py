"""What is asked for at the desk: a place, languages, a district and a time, by code, by name or not at all."""

import json
import os

import pytest

from tests.commands.desk import services
from tests.support.program import program

# --- the place ---


def place(*options: str, **environment: str) -> str:
    """The place whose directory is used."""
    return str(json.loads(services("--format", "json", *options, environment=environment).out)["place"])


def test_a_place_that_is_not_named_is_that_of_the_environment_or_else_the_one_that_is_offered_first() -> None:
    assert place() == "hk"
    assert place(SCREENING_PLACE="gb") == "gb"
    assert place(SCREENING_PLACE="") == "hk"
    assert place("--place", "us", SCREENING_PLACE="gb") == "us"


def test_a_place_of_the_environment_that_is_almost_a_known_one_is_told() -> None:
    finished = program("services", environment={**os.environ, "SCREENING_PLACE": "hkk"})

    assert (finished.code, finished.out) == (2, "")
    assert finished.err == "screening: there is no directory for 'hkk'. Did you mean 'hk'?\n"


@pytest.mark.parametrize("place", ["fr", "zz", "../etc/passwd"])
def test_an_unknown_place_is_refused_with_all_that_are_known_and_the_word_for_any_other(place: str) -> None:
    finished = program("services", "--place", place, "--need", "shelter")

    assert (finished.code, finished.out) == (2, "")
    assert "There is one for: Hong Kong (hk), Australia (au), Germany (de), Indonesia (id)," in finished.err
    assert finished.err.endswith("For any other place write --place intl.\n")


def test_for_any_other_place_there_is_what_holds_anywhere() -> None:
    said = " ".join(services("--place", "intl", "--need", "shelter").out.split())

    assert "There is no directory for this place." in said
    assert "Places with a directory: Hong Kong (hk), Australia (au), Germany (de), Indonesia (id)," in said
    assert "In danger now: The local emergency number" in said


@pytest.mark.parametrize("place", ["GB", "uk", "UK", "United Kingdom", "united-kingdom", "Scotland"])
def test_a_place_may_be_given_by_another_word_for_it(place: str) -> None:
    assert "Services: United Kingdom" in services("--place", place, "--need", "police").out


# --- languages and districts ---


@pytest.mark.parametrize(
    ("given", "languages"),
    [
        ("fil", ["tl"]),
        ("Filipino", ["tl"]),
        ("tagalog", ["tl"]),
        ("in", ["id"]),
        ("zh", ["yue", "cmn"]),
        ("Cantonese", ["yue"]),
    ],
)
def test_a_language_goes_by_its_code_its_name_and_other_words_for_it(given: str, languages: list[str]) -> None:
    def lines(*codes: str) -> object:
        asked = [part for code in codes for part in ("--language", code)]
        at = ("--need", "labour-advice", "--situation", "domestic-work", "--format", "json", "--at", "2026-11-25T12:00")
        return json.loads(services(*at, *asked).out)["services"]

    assert lines(given) == lines(*languages) != lines()


@pytest.mark.parametrize("district", ["wan-chai", "Wan Chai", "WAN-CHAI"])
def test_a_district_goes_by_its_code_and_its_name(district: str) -> None:
    said = services("--need", "child-protection", "--age", "child", "--district", district).out

    assert "2231 5859" in said


def test_units_of_other_districts_are_counted_and_not_listed() -> None:
    said = services("--need", "child-protection", "--age", "child", "--district", "eastern").out

    assert "10 that serve other districts only" in said
    assert "Sham Shui Po" not in said


# --- the time ---


def test_a_time_with_a_zone_is_that_time_in_the_place() -> None:
    assert json.loads(services("--format", "json", "--at", "2026-11-25T15:00+00:00").out)["at"] == "2026-11-25T23:00"


@pytest.mark.parametrize("moment", ["1850-01-01T10:00", "2150-01-01T10:00", "9999-12-30T10:00"])
def test_a_time_far_off_is_a_time(moment: str) -> None:
    assert services("--at", moment, "--need", "shelter").out


def test_at_a_time_for_which_no_hours_can_be_told_nobody_is_called_open_or_closed() -> None:
    asked = ("--need", "child-protection", "--age", "child", "--at", "1850-01-02T10:00")
    said = services(*asked).out
    contacts = [
        contact
        for need in json.loads(services(*asked, "--format", "json").out)["services"]
        for service in need["services"]
        for contact in service["contacts"]
    ]

    assert "Mon-Fri 8:45-13:00" in " ".join(said.split())
    assert "open now" not in said
    assert "CLOSED NOW" not in said
    # A line that answers always, on holidays too, answered then as well.
    assert all(contact["open"] is None or contact["hours"] == "24/7" for contact in contacts)


# --- what is unknown ---


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--language", "tagalgo"), "there is no language 'tagalgo' here."),
        (("--language", "xx"), "there is no language 'xx' here. Known: am, ar, bg, "),
        (("--language", "xx"), "ur, vi, yo, yue."),
        (("--district", "7777"), "Known: central-western, wan-chai, eastern, southern, islands, yau-tsim-mong,"),
        (("--district", "wanchai"), "there is no district 'wanchai'. Did you mean 'wan-chai'?"),
        (("--place", "gb", "--district", "kent"), "services are not listed by district here (United Kingdom)."),
        (("--at", "0001-01-01T00:00"), "'0001-01-01T00:00' is not a valid time. Write one such as 2026-11-28T03:00."),
        (("--at", "2026-12-25"), "'2026-12-25' is a day without a time. Write one such as 2026-11-28T03:00."),
        (("--at", "9999-12-31T23:59+00:00"), "'9999-12-31T23:59+00:00' is not a valid time."),
        (
            ("card", "--place", "intl", "--safe-to-carry", "yes"),
            "no service here has a name that is safe on a card.",
        ),
    ],
)
def test_what_nobody_knows_is_told_in_a_line(options: tuple[str, ...], error: str) -> None:
    finished = program("services", *options)

    assert (finished.code, finished.out) == (2, "")
    assert error in finished.err
    assert finished.err.count("\n") == 1
