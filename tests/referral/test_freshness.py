"""How fresh contacts are."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.language.catalog import ENGLISH
from screening.referral.freshness import Seen, doubts, is_due, is_stale, last_seen, to_confirm
from screening.referral.service import EVIDENCE_RANK, TO_DIAL, Contact, Service
from screening.sets.needs import NEEDS
from screening.show.contacts import SIGN, signed
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
        ({}, {"page_date": "2013", "confirmed_on": "2026-10-01"}, Seen("2026-10-01", confirmed=True)),
        ({"page_date": "2020"}, {"page_date": "2013"}, Seen("2020")),
        ({"page_date": "unknown"}, {"page_date": "2013"}, Seen("unknown")),
        # The service was confirmed, and this number of it was not.
        ({"page_date": "2020"}, {"page_date": "2013", "confirmed_on": "2026-10-01"}, Seen("2020")),
        ({"confirmed_on": "2026-10-02"}, {"page_date": "2013"}, Seen("2026-10-02", confirmed=True)),
        ({"confirmed_on": "2026-10-02", "page_date": "2020"}, {}, Seen("2026-10-02", confirmed=True)),
        # Nobody called on a day that has not come.
        ({"confirmed_on": "2026-11-23", "page_date": "2020"}, {}, Seen("2020")),
        ({"confirmed_on": "2026-11-22", "page_date": "2020"}, {}, Seen("2026-11-22", confirmed=True)),
        # A later page counts before a confirmation that has aged, and never before one that has not.
        ({"confirmed_on": "2025-01-01", "page_date": "2025-06"}, {}, Seen("2025-06")),
        ({"confirmed_on": "2025-01-01", "page_date": "2024"}, {}, Seen("2025-01-01", confirmed=True)),
        ({"confirmed_on": "2025-01-01", "page_date": "unknown"}, {}, Seen("2025-01-01", confirmed=True)),
        ({"confirmed_on": "2026-10-02", "page_date": "2026-11"}, {}, Seen("2026-10-02", confirmed=True)),
    ],
)
def test_a_contact_was_seen_when_its_own_dates_say_else_those_of_its_service(
    contact: dict[str, Any], of_service: dict[str, Any], seen: Seen
) -> None:
    assert last_seen(*contact_of(contact, **of_service), TODAY) == seen


@pytest.mark.parametrize(
    ("day", "confirmed", "is_so"),
    [("2026-11-22", True, True), ("2026-05-26", True, True), ("2026-05-25", True, False), ("2026-11-22", False, False)],
)
def test_a_confirmation_counts_for_180_days(day: str, confirmed: bool, is_so: bool) -> None:
    assert Seen(day, confirmed=confirmed).is_confirmed(TODAY) is is_so


@pytest.mark.parametrize(
    ("evidence", "dates", "why"),
    [
        ("official", {"page_date": "2026"}, ()),
        ("second_hand", {"page_date": "2026"}, ()),
        ("official", {"page_date": "2022"}, ("old",)),
        ("official", {"page_date": "unknown"}, ("undated",)),
        ("article", {"page_date": "2026"}, ("article",)),
        ("repository", {"page_date": "2026"}, ("repository",)),
        ("unverified", {"page_date": "2026"}, ("unverified",)),
        ("article", {"page_date": "2022"}, ("old", "article")),
        ("repository", {"page_date": "unknown"}, ("undated", "repository")),
        # Who was called this year is known, wherever the number had been seen.
        ("unverified", {"page_date": "unknown", "confirmed_on": "2026-10-01"}, ()),
        ("official", {"page_date": "2013", "confirmed_on": "2026-10-01"}, ()),
        # What is half a year old is one look at it; it does not bring back the age of its page.
        ("official", {"page_date": "2013", "confirmed_on": "2026-01-01"}, ()),
        ("article", {"page_date": "2026", "confirmed_on": "2026-01-01"}, ("article",)),
        ("official", {"page_date": "2013", "confirmed_on": "2014-01-01"}, ("old",)),
        ("article", {"page_date": "2026", "confirmed_on": "2026-11-23"}, ("article",)),
    ],
)
def test_a_contact_is_in_doubt_where_its_page_is_old_or_undated_or_was_no_page_of_a_service(
    evidence: str, dates: dict[str, str], why: tuple[str, ...]
) -> None:
    assert doubts(*contact_of({"evidence": evidence}, **dates), TODAY) == why


PAGE_DATES = st.sampled_from(["unknown", "1999", "2013-05", "2023-11-21", "2026-11-01", "2031"])
CONFIRMATIONS = st.sampled_from([None, "2001-01-01", "2026-05-25", "2026-11-22", "2031-01-01"])


@given(st.sampled_from(list(EVIDENCE_RANK)), PAGE_DATES, CONFIRMATIONS, st.sampled_from(sorted(TO_DIAL)), st.data())
def test_an_emergency_number_is_never_in_doubt(
    evidence: str, page_date: str, confirmed_on: str | None, kind: str, data: st.DataObject
) -> None:
    others = data.draw(st.lists(st.sampled_from(list(NEEDS)), max_size=3, unique=True))
    offers = list(dict.fromkeys([*others, *(need for need, each in NEEDS.items() if each.urgent)]))
    known = {"evidence": evidence, "kind": kind, "confirmed_on": confirmed_on}
    contact, made = contact_of(known, offers=offers, page_date=page_date)

    assert doubts(contact, made, TODAY) == ()
    assert ENGLISH.render(SIGN) not in ENGLISH.render(signed("112", contact, made, TODAY))


@given(st.sampled_from(list(EVIDENCE_RANK)), PAGE_DATES, CONFIRMATIONS, st.integers(0, 500), st.integers(0, 500))
def test_what_is_in_doubt_is_to_be_called_again_and_with_time_never_fewer_are(
    evidence: str, page_date: str, confirmed_on: str | None, within: int, more: int
) -> None:
    about = contact_of({"evidence": evidence, "confirmed_on": confirmed_on}, page_date=page_date)

    assert is_due(*about, TODAY) or not doubts(*about, TODAY)
    assert is_due(*about, TODAY, within + more) or not is_due(*about, TODAY, within)


@pytest.mark.parametrize(
    ("dates", "within", "due"),
    [
        ({"page_date": "2023-11-22"}, 0, False),
        ({"page_date": "2023-11-22"}, 1, True),
        ({"page_date": "2024-02-20"}, 89, False),
        ({"page_date": "2024-02-20"}, 91, True),
        ({"page_date": "2026", "confirmed_on": "2026-05-26"}, 0, False),
        ({"page_date": "2026", "confirmed_on": "2026-05-26"}, 1, True),
        ({"page_date": "2013", "confirmed_on": "2026-11-22"}, 180, False),
        ({"page_date": "2013", "confirmed_on": "2026-11-22"}, 181, True),
        # Nobody waits for a day on which somebody claims to have called.
        ({"page_date": "2013", "confirmed_on": "2026-12-01"}, 90, True),
        ({"page_date": "2026", "confirmed_on": "2026-12-01"}, 90, False),
    ],
)
def test_what_will_have_to_be_called_again_is_known_before(dates: dict[str, str], within: int, due: bool) -> None:
    assert is_due(*contact_of({}, **dates), TODAY, within) is due


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
    contact, made = contact_of({"evidence": "unverified"}, page_date="2020", confirmed_on=confirmed_on)

    assert is_stale(contact, made, TODAY) is stale
