"""Public holidays: what is sure, what is not, and where nothing is known."""

from datetime import date

import pytest

from screening.reading.places import Directories
from screening.referral.anywhere import ANYWHERE
from screening.referral.holidays import Holiday, holiday


@pytest.mark.parametrize(
    ("day", "country", "known"),
    [
        ("2026-12-25", "HK", "holiday"),
        ("2026-12-24", "HK", "none"),
        ("2027-02-08", "HK", "holiday"),
        ("2027-01-01", "GB", "holiday"),
        ("2027-12-27", "GB", "holiday"),
        ("2027-02-08", "TW", "holiday"),
        ("2026-12-20", "MO", "holiday"),
        ("2026-10-23", "TH", "holiday"),
        ("2026-08-31", "MY", "holiday"),
    ],
)
def test_a_day_that_the_whole_country_keeps(day: str, country: str, known: Holiday) -> None:
    assert holiday(date.fromisoformat(day), country) == known


@pytest.mark.parametrize(
    ("day", "country"),
    [
        ("2027-03-29", "GB"),  # Easter Monday, but not in Scotland
        ("2027-08-30", "GB"),  # the summer bank holiday, likewise
        ("2027-01-06", "DE"),  # Epiphany, in three of the states
        ("2026-04-03", "HK"),  # Good Friday, on which offices and banks are closed, and not every employer
        ("2026-12-08", "MO"),  # for the public service
    ],
)
def test_a_day_that_a_part_of_the_country_or_some_offices_keep_may_be_one(day: str, country: str) -> None:
    assert holiday(date.fromisoformat(day), country) == "perhaps"


@pytest.mark.parametrize("day", ["2028-02-26", "2028-02-27", "2028-02-28"])
def test_a_day_that_goes_by_the_moon_may_be_the_one_before_or_after(day: str) -> None:
    assert holiday(date.fromisoformat(day), "SG") == "perhaps"


@pytest.mark.parametrize(("day", "country"), [("2026-12-25", "XX"), ("2026-12-25", None), ("2105-12-25", "HK")])
def test_nothing_is_known_where_nobody_has_a_calendar(day: str, country: str | None) -> None:
    assert holiday(date.fromisoformat(day), country) == "unknown"


@pytest.mark.parametrize("place", [place for place in Directories() if place != ANYWHERE])
def test_the_holidays_of_every_place_that_comes_with_the_program_are_known(place: str) -> None:
    year = [date.fromordinal(date(2027, 1, 1).toordinal() + day) for day in range(365)]
    known = [holiday(day, place.upper()) for day in year]

    assert "unknown" not in known
    assert 4 <= known.count("holiday") <= 40
