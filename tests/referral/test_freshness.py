"""How fresh contacts are."""

from datetime import date
from typing import Any

import pytest

from screening.referral.directory import Contact, Service
from screening.referral.freshness import Seen, is_stale, last_seen, may_be_wrong, to_confirm
from tests.support.services import directory, service

TODAY = date(2026, 11, 22)


def contact_of(contact: dict[str, Any], **more: Any) -> tuple[Contact, Service]:
    """A contact with its service."""
    telephone = {"kind": "telephone", "number": "1", "evidence": "official", **contact}
    made = directory(service("a", contacts=[telephone], **more)).services[0]
    return made.contacts[0], made


@pytest.mark.parametrize(
    ("day", "old"),
    [
        ("2023-11-22", False),
        ("2023-11-21", True),
        ("2023-11", False),
        ("2023-10", True),
        ("2023", False),
        ("2022", True),
        ("unknown", True),
    ],
)
def test_what_was_seen_more_than_three_years_ago_is_long_ago(day: str, old: bool) -> None:
    assert Seen(day).long_ago(TODAY) is old


@pytest.mark.parametrize(
    ("contact", "of_service", "seen"),
    [
        ({}, {"page_date": "2013"}, Seen("2013")),
        ({}, {"page_date": "unknown"}, Seen("unknown")),
        ({}, {"page_date": "2013", "confirmed_on": "2026-01-01"}, Seen("2026-01-01", confirmed=True)),
        ({"page_date": "2020"}, {"page_date": "2013"}, Seen("2020")),
        ({"page_date": "unknown"}, {"page_date": "2013"}, Seen("unknown")),
        # The service was confirmed, and this number of it was not.
        ({"page_date": "2020"}, {"page_date": "2013", "confirmed_on": "2026-01-01"}, Seen("2020")),
        ({"confirmed_on": "2026-02-02"}, {"page_date": "2013"}, Seen("2026-02-02", confirmed=True)),
        ({"confirmed_on": "2026-02-02", "page_date": "2020"}, {}, Seen("2026-02-02", confirmed=True)),
    ],
)
def test_a_contact_was_seen_when_its_own_dates_say_else_those_of_its_service(
    contact: dict[str, Any], of_service: dict[str, Any], seen: Seen
) -> None:
    assert last_seen(*contact_of(contact, **of_service)) == seen


@pytest.mark.parametrize(
    ("evidence", "page_date", "wrong"),
    [
        ("official", "2026", False),
        ("unverified", "2026", False),
        ("official", "2022", True),
        ("article", "2026", True),
        ("article", "2022", True),
    ],
)
def test_a_contact_may_be_wrong_where_it_is_old_or_rests_on_an_article(
    evidence: str, page_date: str, wrong: bool
) -> None:
    assert may_be_wrong(*contact_of({"evidence": evidence}, page_date=page_date), TODAY) is wrong


def test_those_known_least_are_to_be_called_again_first_and_then_the_oldest() -> None:
    contacts = [
        {"kind": "telephone", "number": number, "evidence": evidence, "page_date": day}
        for number, evidence, day in (
            ("new", "second_hand", "2026"),
            ("nowhere", "unverified", "2026"),
            ("young", "official", "2020"),
            ("old", "official", "2013"),
            ("undated", "official", "unknown"),
            ("article", "article", "2020"),
        )
    ]

    dated = service("b", page_date="2016", contacts=[{"kind": "sms", "number": "by-service", "evidence": "official"}])

    found = to_confirm(directory(dated, service("a", contacts=contacts)), TODAY)

    assert [contact.number for _, contact in found] == ["nowhere", "article", "undated", "old", "by-service", "young"]
    assert [listed.id for listed, _ in found] == ["a", "a", "a", "a", "b", "a"]


@pytest.mark.parametrize(("confirmed_on", "stale"), [(None, True), ("2026-01-01", False), ("2021-01-01", True)])
def test_what_was_seen_on_no_page_has_to_be_called_until_somebody_has(confirmed_on: str | None, stale: bool) -> None:
    contact, made = contact_of({"evidence": "unverified"}, page_date="2026-11-01", confirmed_on=confirmed_on)

    assert is_stale(contact, made, TODAY) is stale
