"""When somebody answers: the days, the hours, midnight, and the holidays of a place."""

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.referral import opening as room
from screening.referral.opening import Opening, ambiguity, opening
from tests.support.hours import COUNTRIES, readable_hours
from tests.support.problems import said
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


@pytest.mark.parametrize("country", ["XX", "MO", None])
def test_where_the_holidays_of_a_place_are_not_known_they_close_nothing(country: str | None) -> None:
    assert opening(OFFICE, at("2026-12-25T10:00"), country) == Opening(True, at("2026-12-25T13:00"))


@pytest.mark.parametrize("moment", ["2026-12-25T10:00", "2026-12-25T17:59"])
def test_on_a_holiday_its_own_hours_hold(moment: str) -> None:
    hours = "Mo-Fr 09:00-21:30; PH 09:00-18:00"

    assert opening(hours, at(moment), "HK") == Opening(True, at("2026-12-25T18:00"))


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
    assert ambiguity(hours) is None


@pytest.mark.parametrize(
    ("hours", "what"),
    [
        ("Mo-Fr 09:00-12:00; We 14:00-16:00", "two rules for We, of which only the last would count"),
        ("Mo-Fr 09:00-12:00; We-Fr 14:00-16:00", "two rules for We, of which only the last would count"),
        ("Mo 09:00-12:00; Tu 09:00-12:00; Mo 14:00-16:00", "two rules for Mo, of which only the last would count"),
        ("Fr-Mo 09:00-12:00; Su 14:00-16:00", "two rules for Su, of which only the last would count"),
        ("Mo,Tu 09:00-12:00; Th,Tu 14:00-16:00", "two rules for Tu, of which only the last would count"),
        ("Mo-Su 10:00-10:00", "a time that ends when it begins (10:00-10:00)"),
        ("Mo-Su 22:00-06:00; PH off", "a night (22:00-06:00) that another rule would cut off at midnight"),
        ("Sa 09:00-12:00; Fr 09:00-10:00,22:00-06:00", "a night (09:00-10:00,22:00-06:00) that another rule would cut"),
    ],
)
def test_hours_of_which_a_part_would_be_lost(hours: str, what: str) -> None:
    found = ambiguity(hours)

    assert found is not None
    assert said(found).startswith(what)


def test_what_would_be_lost_is_lost() -> None:
    assert opening("Mo-Fr 09:00-12:00; We 14:00-16:00", at("2026-11-25T10:00")) == Opening(
        False, at("2026-11-25T14:00")
    )
    assert opening("Mo-Su 22:00-06:00; PH off", at("2026-12-26T03:00"), "HK") == Opening(False, at("2026-12-27T00:00"))


# --- how far ahead it is told ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "hours",
    [
        "24/7",
        "Mo-Su 00:00-24:00",
        "Mo-Su 00:00-00:00",
        "Mo-Su 08:00-20:00,20:00-08:00",
        "Mo-Fr 00:00-24:00; Sa-Su 00:00-24:00",
        "Mo-Su 00:00-24:00; PH 00:00-24:00",
    ],
)
@pytest.mark.parametrize("country", ["HK", "XX"])
def test_hours_that_cover_the_whole_week_are_open_and_never_change(hours: str, country: str) -> None:
    assert opening(hours, at("2026-11-25T03:00"), country) == Opening(True, None)


def test_a_change_further_off_than_a_year_is_not_looked_for() -> None:
    # The library's holidays of Hong Kong begin in 2000.
    hours = "Mo-Su 00:00-24:00; PH off"

    assert opening(hours, at("1998-12-30T12:00"), "HK") == Opening(True, None)
    assert opening(hours, at("1999-01-02T12:00"), "HK") == Opening(True, at("2000-01-01T00:00"))


@given(readable_hours(), st.datetimes(), st.sampled_from(COUNTRIES))
@examples(300)
def test_whoever_answers_does_so_until_the_moment_that_is_told(hours: str, now: datetime, country: str | None) -> None:
    told = opening(hours, now, country)

    assert (told is None) == (now.year < 1900)
    if told is not None and told.until is not None:
        assert timedelta(0) < told.until - now <= timedelta(days=367)
        before = opening(hours, max(now, told.until - timedelta(minutes=1)), country)
        after = opening(hours, told.until, country)
        assert before == told
        assert after is not None
        assert after.open is not told.open


# --- what cannot be asked --------------------------------------------------------------------------------------------


class PanicException(BaseException):
    """As the library raises it, which is written in another language."""


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """A library of hours in the place of the real one, nothing remembered of either."""
    module = ModuleType("opening_hours")
    module.UnknownCountryError = ValueError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "opening_hours", module)
    room._library.cache_clear()
    room._known.cache_clear()
    yield module
    room._library.cache_clear()
    room._known.cache_clear()


class Hours:
    """Hours that cannot be asked.

    Args:
        error: what asking them raises.
    """

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def is_open(self, moment: datetime) -> bool:
        raise self.error


@pytest.mark.parametrize("error", [PanicException("called unwrap on a None"), OverflowError("too far")])
def test_hours_that_cannot_be_asked_are_not_known(library: ModuleType, error: BaseException) -> None:
    library.OpeningHours = lambda hours, **_: Hours(error)  # type: ignore[attr-defined]

    assert opening("24/7", at("2026-11-25T03:00")) is None


def test_hours_that_cannot_be_understood_are_not_known(library: ModuleType) -> None:
    def refuse(hours: str, **_: object) -> None:
        raise PanicException

    library.OpeningHours = refuse  # type: ignore[attr-defined]

    assert opening("24/7", at("2026-11-25T03:00")) is None


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_whoever_leaves_while_hours_are_asked_leaves(library: ModuleType, error: type[BaseException]) -> None:
    library.OpeningHours = lambda hours, **_: Hours(error())  # type: ignore[attr-defined]

    with pytest.raises(error):
        opening("24/7", at("2026-11-25T03:00"))


def test_a_library_that_cannot_be_loaded_is_tried_once(library: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[str] = []

    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "opening_hours":
                tries.append(name)
                raise PanicException

    monkeypatch.delitem(sys.modules, "opening_hours")
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])

    assert [opening(hours, at("2026-11-25T03:00")) for hours in ("24/7", "Mo 09:00-12:00")] == [None, None]
    assert tries == ["opening_hours"]
