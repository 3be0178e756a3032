"""When somebody answers: the days, the hours, midnight, and the holidays of a place."""

from datetime import datetime

import pytest

from screening.opening import Opening, opening

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
