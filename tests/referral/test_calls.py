"""What an agency's calls found lies over the directory, and matters at once."""

from datetime import UTC, datetime
from typing import Any

import pytest

from screening.referral.calls import Call, with_calls
from screening.referral.directory import Directory
from screening.referral.emergency import EMERGENCY, with_emergency
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.referral.service import Contact
from tests.support.services import TODAY, directory, service, told


def phone(number: str, **more: Any) -> dict[str, Any]:
    return {"kind": "telephone", "number": number, "evidence": "official", **more}


PLACE = directory(
    service("house", contacts=[phone("+852 2345 6789", conflict="x"), phone("+852 2345 6780")]),
    service("home", offers=["shelter", "legal-advice"], contacts=[phone("+852 2522 4444")]),
)


def after(*calls: dict[str, Any], place: Directory = PLACE) -> Directory:
    made = [
        Call(**{"service": "house", "number": "+852 2345 6789", "called_on": "2026-11-22"} | call) for call in calls
    ]
    return with_calls(place, made, "Harbour House")


def first_contact(place: Directory) -> Contact:
    return place.services[0].contacts[0]


def test_a_number_that_was_right_carries_the_day_and_the_agency() -> None:
    contact = first_contact(after({"found": "right"}))

    assert (contact.confirmed_on, contact.confirmed_by) == ("2026-11-22", "Harbour House")
    assert (contact.number, contact.evidence) == ("+852 2345 6789", "official")


def test_a_number_counts_as_the_same_however_it_is_written() -> None:
    assert first_contact(after({"found": "right", "number": "2345-6789"}, place=build_hk())).confirmed_on is not None


def build_hk() -> Directory:
    return directory(service("house", contacts=[phone("+852 2345 6789")]), place="hk")


def test_another_number_takes_its_place_and_rests_on_what_was_said() -> None:
    contact = first_contact(after({"found": "another-number", "now": "+852 2345 6700"}))

    assert (contact.number, contact.evidence, contact.source) == ("+852 2345 6700", "second_hand", "Harbour House")
    assert (contact.page_date, contact.confirmed_on, contact.conflict) == ("2026-11-22", "2026-11-22", None)


def test_where_nobody_answered_the_number_stays_as_well_known_as_it_was() -> None:
    contact = first_contact(after({"found": "no-answer"}))

    assert (contact.unanswered_on, contact.confirmed_on, contact.evidence) == ("2026-11-22", None, "official")


def test_a_number_that_no_longer_exists_is_gone_and_with_the_last_one_the_service() -> None:
    assert [each.number for each in after({"found": "gone"}).services[0].contacts] == ["+852 2345 6780"]
    (found,) = match_services(
        ["legal-advice"], {}, after({"service": "home", "number": "+852 2522 4444", "found": "gone"}), TODAY
    )
    assert told(found) == ["-home"]


def test_of_two_calls_of_one_number_the_later_counts() -> None:
    both = after({"found": "gone"}, {"found": "right", "called_on": "2026-11-23"})

    assert first_contact(both).confirmed_on == "2026-11-23"


def test_a_call_of_what_is_not_in_the_directory_says_nothing() -> None:
    assert after({"service": "nobody", "found": "gone"}, {"number": "+852 2999 9999", "found": "gone"}) == PLACE


@pytest.mark.parametrize(
    ("found", "need", "day", "expected"),
    [
        ("full", "shelter", "2026-11-24", ["house", "-home"]),
        ("full", "shelter", "2026-11-25", ["house", "home"]),
        ("full", "legal-advice", "2026-11-24", ["home"]),
        ("closed", "shelter", "2026-11-24", ["house", "-home"]),
        ("closed", "legal-advice", "2026-11-24", ["-home"]),
        ("closed", "legal-advice", "2026-11-25", ["home"]),
    ],
)
def test_what_is_closed_or_full_is_left_out_until_that_day(
    found: str, need: Any, day: str, expected: list[str]
) -> None:
    place = after({"service": "home", "number": "+852 2522 4444", "found": found, "until": "2026-11-25"})
    moment = moment_in(place, datetime.fromisoformat(f"{day}T10:00"))

    (offered,) = match_services([need], {}, place, moment)

    assert told(offered) == expected
    assert all(each.reasons[0].wanted == ("2026-11-25",) for each in offered.left_out)


def test_a_directory_may_say_so_itself() -> None:
    place = build_directory_with(full_until="2026-12-01")

    assert told(match_services(["shelter"], {}, place, moment_in(place, datetime(2026, 11, 22, tzinfo=UTC)))[0]) == [
        "-house"
    ]


def build_directory_with(**more: Any) -> Directory:
    return directory(service("house", **more))


def test_no_call_takes_the_emergency_number_away() -> None:
    place = with_emergency(PLACE)

    assert after({"service": EMERGENCY, "number": "999", "found": "gone"}, place=place) == place
