"""A time, by the clock of a place."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.referral.moment import moment_in
from tests.support.services import directory

HERE = directory()
LONDON = directory(time_zone="Europe/London")


def test_an_instant_is_told_by_the_clock_of_the_place_with_its_day() -> None:
    moment = moment_in(HERE, datetime(2026, 11, 22, 20, tzinfo=UTC))

    assert (moment.local, moment.today) == (datetime(2026, 11, 23, 4), date(2026, 11, 23))


def test_an_instant_of_any_zone_is_the_same_instant() -> None:
    there = datetime(2026, 11, 22, 15, tzinfo=timezone(timedelta(hours=-5)))

    assert moment_in(HERE, there) == moment_in(HERE, there.astimezone(UTC))
    assert moment_in(HERE, there).utc.tzinfo is UTC


def test_a_time_without_a_zone_is_by_the_clock_of_the_place() -> None:
    moment = moment_in(HERE, datetime(2026, 11, 23, 4))

    assert moment == moment_in(HERE, datetime(2026, 11, 22, 20, tzinfo=UTC))


def test_a_time_that_the_clock_of_the_place_leaves_out_is_the_one_that_it_shows_instead() -> None:
    assert moment_in(LONDON, datetime(2026, 3, 29, 1, 30)).local == datetime(2026, 3, 29, 2, 30)


def test_without_a_place_the_day_is_that_of_utc() -> None:
    late = datetime(2026, 11, 22, 20, tzinfo=UTC)

    assert (moment_in(None, late).local, moment_in(None, late).today) == (late.replace(tzinfo=None), late.date())


def test_without_a_place_and_a_zone_there_is_no_moment() -> None:
    with pytest.raises(ValueError, match="has no zone"):
        moment_in(None, datetime(2026, 11, 23, 4))


@pytest.mark.parametrize("time", [datetime.min, datetime.max.replace(tzinfo=UTC)])
def test_at_the_ends_of_the_calendar_there_may_be_no_such_time(time: datetime) -> None:
    with pytest.raises(OverflowError):
        moment_in(HERE, time)


@given(st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1), timezones=st.just(UTC)))
def test_told_by_the_clock_of_another_place_it_is_the_same_instant(instant: datetime) -> None:
    assert moment_in(HERE, moment_in(LONDON, instant).utc) == moment_in(HERE, instant)
