"""When somebody answers: the days, the hours, midnight, and the holidays of a place."""

from datetime import datetime

import pytest

from screening.opening import Opening, misread, opening

OFFICE = "Mo-Fr 08:45-13:00,14:00-17:15; Sa 09:00-12:00; PH off"


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("hours", "moment", "is_open", "until"),
    [
        (OFFICE, "2026-11-25T08:44", False, "2026-11-25T08:45"),
        (OFFICE, "2026-11-25T08:45", True, "2026-11-25T13:00"),
        (OFFICE, "2026-11-25T13:00", False, "2026-11-25T14:00"),
        (OFFICE, "2026-11-25T17:14", True, "2026-11-25T17:15"),
        (OFFICE, "2026-11-25T17:15", False, "2026-11-26T08:45"),
        (OFFICE, "2026-11-28T12:00", False, "2026-11-30T08:45"),
        (OFFICE, "2026-12-25T10:00", False, "2026-12-28T08:45"),
        ("Mo-Su 22:00-24:00", "2026-11-25T23:59", True, "2026-11-26T00:00"),
        ("Mo-Su 22:00-06:00", "2026-11-25T03:00", True, "2026-11-25T06:00"),
        ("24/7", "2026-11-25T03:00", True, None),
    ],
)
def test_it_answers_in_its_hours_and_says_when_that_changes(
    hours: str, moment: str, is_open: bool, until: str | None
) -> None:
    assert opening(hours, at(moment), "HK") == Opening(is_open, at(until) if until is not None else None)


@pytest.mark.parametrize("country", ["XX", "MO", None])
def test_where_the_holidays_of_a_place_are_not_known_they_close_nothing(country: str | None) -> None:
    assert opening(OFFICE, at("2026-12-25T10:00"), country).open


@pytest.mark.parametrize("moment", ["2026-12-25T10:00", "2026-12-25T17:59"])
def test_on_a_holiday_its_own_hours_hold(moment: str) -> None:
    hours = "Mo-Fr 09:00-21:30; PH 09:00-18:00"

    assert opening(hours, at(moment), "HK").until == at("2026-12-25T18:00")


@pytest.mark.parametrize(
    "hours",
    [
        "24/7",
        OFFICE,
        "Mo-Su 22:00-06:00",
        "Mo 22:00-24:00; Tu-Sa 00:00-06:00,22:00-24:00; PH off",
        "Mo,We 09:00-12:00; Tu,Th-Fr 09:00-12:00",
        "Sa-Mo 09:00-12:00; Tu-Fr 09:00-12:00",
        "Fr 09:00-12:00; PH 10:00-11:00",
        "Mo-Fr 00:00-00:00; Sa 09:00-12:00",
    ],
)
def test_hours_that_are_understood_as_they_are_meant(hours: str) -> None:
    assert misread(hours) is None


@pytest.mark.parametrize(
    ("hours", "what"),
    [
        ("Mo-Fr 09:00-12:00; We 14:00-16:00", "two rules for We, of which only the last would hold"),
        ("Mo-Fr 09:00-12:00; We-Fr 14:00-16:00", "two rules for We, of which only the last would hold"),
        ("Mo 09:00-12:00; Tu 09:00-12:00; Mo 14:00-16:00", "two rules for Mo, of which only the last would hold"),
        ("Fr-Mo 09:00-12:00; Su 14:00-16:00", "two rules for Su, of which only the last would hold"),
        ("Mo,Tu 09:00-12:00; Th,Tu 14:00-16:00", "two rules for Tu, of which only the last would hold"),
        ("Mo-Su 22:00-06:00; PH off", "a night (22:00-06:00) that another rule would cut off at midnight"),
        ("Sa 09:00-12:00; Fr 09:00-10:00,22:00-06:00", "a night (09:00-10:00,22:00-06:00) that another rule would cut"),
    ],
)
def test_hours_of_which_a_part_would_be_lost(hours: str, what: str) -> None:
    said = misread(hours)

    assert said is not None
    assert said.startswith(what)


def test_what_would_be_lost_is_lost() -> None:
    assert not opening("Mo-Fr 09:00-12:00; We 14:00-16:00", at("2026-11-25T10:00")).open
    assert not opening("Mo-Su 22:00-06:00; PH off", at("2026-12-26T03:00"), "HK").open
