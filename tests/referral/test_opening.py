"""When somebody answers: the days, the hours, midnight, and the holidays of a place."""

from datetime import datetime, timedelta

import opening_hours
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.referral.holidays import Holiday, holiday
from screening.referral.hours import hours_of
from screening.referral.opening import Opening, opening
from tests.support.hours import COUNTRIES, readable_hours
from tests.support.thorough import examples

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
        ("Su 09:00-12:00; PH off", "2026-12-25T10:00", False, "2026-12-27T09:00"),
        ("Fr 09:00-12:00; PH off", "2026-12-18T12:00", False, "2027-01-08T09:00"),
    ],
)
def test_it_answers_in_its_hours_and_says_when_that_changes(
    hours: str, moment: str, is_open: bool, until: str | None
) -> None:
    assert opening(hours, at(moment), "HK") == Opening(is_open, at(until) if until is not None else None)


# --- public holidays -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", ["2026-12-25T10:00", "2026-12-25T17:59"])
def test_on_a_holiday_its_own_hours_hold(moment: str) -> None:
    hours = "Mo-Fr 09:00-21:30; PH 09:00-18:00"

    assert opening(hours, at(moment), "HK") == Opening(True, at("2026-12-25T18:00"))


@pytest.mark.parametrize(
    ("hours", "moment", "country", "day"),
    [
        ("Mo-Fr 08:45-17:45", "2026-12-25T10:30", "HK", "holiday"),
        ("Mo-Su 00:00-24:00", "2026-12-25T10:30", "HK", "holiday"),
        ("Mo-Fr 08:45-17:45", "2026-04-03T10:30", "HK", "perhaps"),
        ("Mo-Fr 09:00-17:00; PH off", "2027-03-29T10:00", "GB", "perhaps"),
        ("Mo-Fr 09:00-17:00; PH off", "2027-03-10T10:00", "ID", "perhaps"),
        ("Mo-Fr 09:00-17:00; PH 09:00-11:00", "2027-03-29T12:00", "GB", "perhaps"),
        ("Mo-Fr 09:00-17:00; PH off", "2026-11-25T10:00", "XX", "unknown"),
        ("Mo-Fr 09:00-17:00; PH off", "2026-11-25T10:00", None, "unknown"),
        ("Mo-Fr 09:00-17:00", "2026-11-25T10:00", None, "unknown"),
        ("Mo-Su 18:00-03:00", "2026-12-26T02:00", "HK", "holiday"),
    ],
)
def test_where_hours_do_not_say_whether_it_answers_on_such_a_day_that_is_told(
    hours: str, moment: str, country: str | None, day: Holiday
) -> None:
    assert opening(hours, at(moment), country) == Opening(None, day=day)


@pytest.mark.parametrize(
    ("hours", "moment", "country", "told"),
    [
        ("24/7", "2026-12-25T10:30", None, Opening(True)),
        ("Mo-Fr 08:45-17:45", "2026-12-25T20:00", "HK", Opening(False, at("2026-12-28T08:45"))),
        ("Mo-Fr 09:00-17:00; PH 09:00-11:00", "2027-03-29T10:00", "GB", Opening(True, at("2027-03-29T11:00"))),
        ("Mo-Su 09:00-17:00; PH 09:00-17:00", "2026-12-25T10:00", None, Opening(True, at("2026-12-25T17:00"))),
        ("Mo-Su 00:00-24:00", "2026-12-24T10:30", "HK", Opening(True, at("2026-12-25T00:00"))),
        ("Mo-Su 00:00-24:00; PH off", "2026-12-24T10:30", "HK", Opening(True, at("2026-12-25T00:00"))),
        ("Mo-Fr 09:00-17:00", "2026-12-24T18:00", "HK", Opening(False, at("2026-12-28T09:00"))),
    ],
)
def test_what_is_certain_whatever_holds_on_the_holiday(
    hours: str, moment: str, country: str | None, told: Opening
) -> None:
    assert opening(hours, at(moment), country) == told


@pytest.mark.parametrize("hours", ["Mo-Su 18:00-03:00; PH off", "Mo-Su 00:00-03:00,18:00-24:00; PH off"])
@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-12-25T01:00", Opening(True, at("2026-12-25T03:00"))),
        ("2026-12-25T19:00", Opening(False, at("2026-12-27T18:00"))),
        ("2026-12-26T01:00", Opening(False, at("2026-12-27T18:00"))),
        ("2026-12-27T01:00", Opening(False, at("2026-12-27T18:00"))),
        ("2026-12-28T01:00", Opening(True, at("2026-12-28T03:00"))),
    ],
)
def test_a_holiday_ends_what_begins_on_it_and_not_the_night_before(hours: str, moment: str, told: Opening) -> None:
    assert opening(hours, at(moment), "HK") == told


@given(readable_hours(), st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)), st.sampled_from(COUNTRIES))
@examples(300)
def test_nobody_is_told_that_a_line_answers_where_a_holiday_may_close_it(
    hours: str, now: datetime, country: str | None
) -> None:
    said = hours_of(hours)
    if not said.always and said.holiday is None:
        # A night belongs to the day before.
        days = {holiday(day.date(), country) for day in (now, now - timedelta(days=1))}
        assert "none" in days or not opening(hours, now, country).open


# --- how far ahead it is told ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hours",
    ["24/7", "Mo-Su 00:00-24:00; PH 00:00-24:00", "Mo-Su 08:00-20:00,20:00-08:00; PH 08:00-20:00,20:00-08:00"],
)
@pytest.mark.parametrize("country", ["HK", "XX"])
def test_hours_that_cover_every_day_are_open_and_never_change(hours: str, country: str) -> None:
    assert opening(hours, at("2026-11-25T03:00"), country) == Opening(True, None)


def test_a_change_further_off_than_two_months_is_not_looked_for() -> None:
    # Between two holidays that are further from each other than that.
    hours = "Mo-Su 00:00-24:00; PH off"

    assert opening(hours, at("2026-07-02T12:00"), "HK") == Opening(True, None)
    assert opening(hours, at("2026-08-02T12:00"), "HK") == Opening(True, at("2026-09-26T00:00"))


@given(readable_hours(), st.datetimes(), st.sampled_from(COUNTRIES))
@examples(300)
def test_whoever_answers_does_so_until_the_moment_that_is_told(hours: str, now: datetime, country: str | None) -> None:
    told = opening(hours, now, country)

    assert told.open is not None or told.day is not None
    if told.until is not None:
        assert timedelta(0) < told.until - now <= timedelta(days=61)
        before = opening(hours, max(now, told.until - timedelta(minutes=1)), country)
        then = opening(hours, told.until, country)
        assert before.open is told.open or (not told.open and before.day == "holiday")
        assert then.open is not told.open
        assert (then.open is None) == (told.day is not None) or told.open


# --- a second opinion ------------------------------------------------------------------------------------------------


@given(readable_hours(), st.datetimes(datetime(2026, 11, 3), datetime(2026, 11, 28)))
@examples(300)
def test_in_a_month_without_holidays_another_library_says_the_same(hours: str, now: datetime) -> None:
    ours = opening(hours, now, "HK")

    assert {holiday(datetime(2026, 11, day).date(), "HK") for day in range(1, 31)} == {"none"}
    if "; " not in hours.replace("; PH", "") or not any(
        end > 24 * 60 for day in hours_of(hours).week for _, end in day
    ):
        # With a second rule it would cut a night off at midnight.
        assert ours.open is opening_hours.OpeningHours(hours).is_open(now)
