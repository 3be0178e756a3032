"""Which numbers a desk calls, and in which order."""

from datetime import date
from typing import Any

import pytest

from screening.referral.call_sheet import to_try
from screening.referral.emergency import with_emergency
from tests.support.services import directory, service

TODAY = date(2026, 11, 22)


def phone(number: str, **more: Any) -> dict[str, Any]:
    return {"kind": "telephone", "number": number, "evidence": "official", **more}


def tried(*services: dict[str, Any], needs: Any = (), shown: tuple[str, ...] = ()) -> list[str]:
    """The services with their numbers, in the order in which they are called."""
    place = with_emergency(directory(*services))
    return [
        f"{each.service.id}:{'+'.join(contact.number for contact in each.contacts)}"
        for each in to_try(place, needs, shown, TODAY)
    ]


def test_those_that_a_first_page_shows_most_often_come_first_and_the_others_in_the_order_of_the_file() -> None:
    assert tried(service("a"), service("b"), service("c"), shown=("c", "emergency")) == ["c:1", "a:1", "b:1"]


def test_an_emergency_number_is_never_called_to_try_it() -> None:
    assert tried(service("a"), service("fire", offers=["emergency", "medical"]), shown=("emergency",)) == ["a:1"]


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        (phone("1", confirmed_on="2026-11-22"), []),
        (phone("1", confirmed_on="2026-11-21"), ["a:1"]),
        (phone("1", dial_from="outside"), []),
        (phone("1", dial_from="inside"), ["a:1"]),
        ({"kind": "email", "number": "a@example.org", "evidence": "official"}, []),
        ({"kind": "whatsapp", "number": "1", "evidence": "official"}, ["a:1"]),
    ],
)
def test_what_was_confirmed_today_or_cannot_be_called_from_here_is_left_out(
    contact: dict[str, Any], expected: list[str]
) -> None:
    assert tried(service("a", contacts=[contact])) == expected


def test_where_nobody_answered_today_comes_last() -> None:
    assert tried(
        service("a", contacts=[phone("1", unanswered_on="2026-11-22"), phone("3")]),
        service("b", contacts=[phone("2", unanswered_on="2026-11-21")]),
    ) == ["a:3", "b:2", "a:1"]


def test_what_was_confirmed_not_long_ago_comes_after_what_was_not() -> None:
    assert tried(
        service("a", contacts=[phone("1", confirmed_on="2026-11-01")]),
        service("b", contacts=[phone("2", confirmed_on="2026-01-01")]),
        service("c", contacts=[phone("3")]),
    ) == ["b:2", "c:3", "a:1"]


def test_only_services_for_a_need_are_called_where_one_is_named() -> None:
    assert tried(service("a"), service("b", offers=["legal-advice"]), needs=("legal-advice",)) == ["b:1"]


@pytest.mark.parametrize("need", ["crisis-line", "child-protection"])
def test_a_line_that_somebody_in_need_may_be_waiting_for_is_not_rung(need: str) -> None:
    place = directory(service("a", offers=["shelter", need]), service("b"))

    assert [each.lifeline for each in to_try(place, (), (), TODAY)] == [True, False]
