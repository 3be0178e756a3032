"""What may be written of a service, and what the built-in ones say."""

import re

import msgspec
import pytest

from screening.referral.opening import opening
from screening.referral.service import BARRIERS, OpeningHours, Service
from screening.referral.telltale import gives_away
from screening.sets.circumstances import CIRCUMSTANCES
from tests.support.building import directories
from tests.support.services import TODAY


@pytest.mark.parametrize(
    "hours",
    [
        "24/7",
        "Mo-Su 00:00-24:00",
        "Mo,We 09:00-12:00",
        "Fr 22:00-06:00",
        "Mo-Fr 09:00-12:00,13:00-18:00; Sa 09:00-12:00; PH off",
    ],
)
def test_hours_of_this_form_are_understood(hours: str) -> None:
    assert msgspec.convert(hours, OpeningHours) == hours
    assert opening(hours, TODAY.local) is not None


@pytest.mark.parametrize(
    "hours",
    ["", "office hours", "9-17", "Mo-Fr 9:00-17:00", "Mo-Fr 09:00-25:00", "PH off", "Mo 09:00", "24/7; Mo 09:00-10:00",
     "Mo-Fr 09:00-17:00;Sa 09:00-12:00", "Mo-Fr 09:00-17:00\n", "mo-fr 09:00-17:00"],
)  # fmt: skip
def test_hours_of_another_form_are_refused(hours: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(hours, OpeningHours)


def test_barriers_look_at_circumstances_that_there_are() -> None:
    assert {circumstance for circumstance, _ in BARRIERS.values()} <= set(CIRCUMSTANCES)


BUILT_IN: list[tuple[str, Service]] = [(code, each) for code, place in directories().items() for each in place.services]


@pytest.mark.parametrize(("place", "each"), BUILT_IN, ids=[f"{code}-{each.id}" for code, each in BUILT_IN])
def test_a_built_in_service_gives_no_address_in_the_street_and_its_card_nothing_away(place: str, each: Service) -> None:
    assert not any(gives_away(name, each.names.values()) for name in each.everyday.values())
    said = " ".join([each.about or "", *each.notes, *each.ask_first, *each.referral.how])
    # "12 Example Road", "12/F", "Flat B": whoever looks for the person could go there too.
    assert (
        re.search(r"\b\d+[A-Z]? [A-Z][a-z]+ (Road|Street|Lane|Avenue|Path)\b|\b\d+/F\b|\bFlat [A-Z0-9]", said) is None
    )
