"""What opening hours say: the days and times of a week, and of a holiday; and what would not be understood."""

import pytest
from hypothesis import given

from screening.referral.hours import DAY, Hours, ambiguity, hours_of, never_both
from tests.support.hours import readable_hours
from tests.support.problems import said
from tests.support.thorough import examples

OFFICE = "Mo-Fr 08:45-13:00,14:00-17:15; Sa 09:00-12:00; PH off"


def hour(*spans: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    return tuple((begin * 60, end * 60) for begin, end in spans)


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("24/7", Hours((hour((0, 24)),) * 7, always=True)),
        ("Mo-Su 00:00-24:00", Hours((hour((0, 24)),) * 7)),
        ("Mo-Su 00:00-00:00", Hours((hour((0, 24)),) * 7)),
        ("Mo,We 09:00-12:00,13:00-14:00", Hours((day := hour((9, 12), (13, 14)), (), day, (), (), (), ()))),
        ("Sa-Mo 09:00-12:00", Hours((day := hour((9, 12)), (), (), (), (), day, day))),
        ("Mo-Fr 09:00-12:00; PH off", Hours((*(hour((9, 12)),) * 5, (), ()), holiday=())),
        ("Mo-Fr 09:00-12:00; PH 10:00-11:00", Hours((*(hour((9, 12)),) * 5, (), ()), holiday=hour((10, 11)))),
    ],
)
def test_they_are_read(written: str, hours: Hours) -> None:
    assert hours_of(written) == hours


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("Mo-Su 22:00-06:00", Hours((hour((22, 30)),) * 7)),
        ("Mo-Su 00:00-06:00,22:00-24:00", Hours((hour((22, 30)),) * 7)),
        ("Mo 22:00-24:00; Tu 00:00-06:00", Hours((hour((22, 30)), (), (), (), (), (), ()))),
        ("Su 22:00-24:00; Mo 00:00-06:00", Hours(((), (), (), (), (), (), hour((22, 30))))),
        ("Mo 00:00-24:00; Tu 00:00-06:00", Hours((hour((0, 24)), hour((0, 6)), (), (), (), (), ()))),
        ("Mo 01:00-24:00; Tu 00:00-02:00", Hours((hour((1, 24)), hour((0, 2)), (), (), (), (), ()))),
        ("Mo 20:00-24:00; Tu 00:00-24:00", Hours((hour((20, 24)), hour((0, 24)), (), (), (), (), ()))),
    ],
)
def test_a_night_is_that_of_the_day_on_which_it_begins(written: str, hours: Hours) -> None:
    assert hours_of(written) == hours


@given(readable_hours())
@examples(100)
def test_no_time_is_before_its_day_or_longer_than_one(written: str) -> None:
    spans = [span for day in hours_of(written).week for span in day]

    assert all(0 <= begin < DAY and begin < end <= begin + DAY for begin, end in spans)


@pytest.mark.parametrize(
    "hours",
    [
        "24/7",
        OFFICE,
        "Mo-Su 22:00-06:00",
        "Mo-Su 22:00-06:00; PH off",
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
    ],
)
def test_hours_of_which_a_part_would_be_lost(hours: str, what: str) -> None:
    found = ambiguity(hours)

    assert found is not None
    assert said(found).startswith(what)


@pytest.mark.parametrize(
    ("hours", "others", "never"),
    [
        ("Mo-Fr 09:00-12:00", "Sa 09:00-12:00", True),
        ("Mo-Fr 09:00-12:00", "We 12:00-13:00", True),
        ("Mo-Fr 09:00-12:00", "We 11:59-13:00", False),
        ("Su 22:00-06:00", "Mo 05:00-06:00", False),
        ("Su 22:00-06:00", "Mo 06:00-07:00", True),
        ("24/7", "Su 03:00-03:01", False),
    ],
)
def test_whether_two_ever_hold_together(hours: str, others: str, never: bool) -> None:
    assert never_both(hours, others) is never
    assert never_both(others, hours) is never
