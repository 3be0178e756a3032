"""How a contact can be reached by a person at a time: whether it answers, and in which languages."""

from datetime import datetime
from typing import Any

import pytest

from screening.referral.holidays import Holiday
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.referral.opening import Opening
from tests.support.services import OPEN, directory, phone, service, shelters


def test_each_way_in_which_a_contact_speaks_the_persons_languages_has_its_own_hours() -> None:
    spoken = [{"languages": ["en"]}, {"languages": ["tl", "id"], "hours": "Mo 01:00-02:00", "interpreter": True}]
    line = service("a", contacts=[phone(spoken=spoken, **OPEN)])

    (match,) = shelters({"languages": ("tl", "en", "th")}, line).matches
    (contact_now,) = match.contacts_now

    assert [(way.languages, way.opening and way.opening.open) for way in contact_now.fits] == [
        (("en",), True),
        (("tl",), False),
    ]
    assert contact_now.best_fit is contact_now.fits[0]


@pytest.mark.parametrize(
    ("place", "moment", "is_open", "until"),
    [
        ("hk", "2026-11-25T01:00+00:00", True, "2026-11-25T12:00"),
        ("hk", "2026-11-25T05:00+00:00", False, "2026-11-26T08:00"),
        ("hk", "2026-12-25T01:00+00:00", False, "2026-12-28T08:00"),
        ("xx", "2026-12-25T01:00+00:00", None, None),
    ],
)
def test_a_contact_answers_by_the_clock_and_the_holidays_of_the_place(
    place: str, moment: str, is_open: bool | None, until: str | None
) -> None:
    line = service("a", contacts=[phone(hours="Mo-Fr 08:00-12:00; PH off", spoken=[{"languages": ["tl"]}])])

    there = directory(line, place=place)

    (need_services,) = match_services(
        ["shelter"], {"languages": ("tl",)}, there, moment_in(there, datetime.fromisoformat(moment))
    )

    (contact_now,) = need_services.matches[0].contacts_now
    day: Holiday | None = "unknown" if is_open is None else None
    assert contact_now.opening == Opening(is_open, datetime.fromisoformat(until) if until is not None else None, day)
    assert [way.opening for way in contact_now.fits] == [contact_now.opening]


@pytest.mark.parametrize(
    ("of_service", "of_contact", "known", "language", "meant"),
    [
        ([], [], (), "unknown", []),
        (["en", "tl"], [], ("en", "tl"), "spoken", [("tl",)]),
        (["en"], [], ("en",), "others", []),
        (["tl"], [["en"], ["id", "th"]], ("en", "id", "th"), "others", []),
        (["en"], [["en"], ["id", "tl"]], ("en", "id", "tl"), "spoken", [("tl",)]),
    ],
)
def test_a_contact_speaks_its_own_languages_and_else_those_of_its_service(
    of_service: list[str], of_contact: list[list[str]], known: tuple[str, ...], language: str, meant: list[Any]
) -> None:
    spoken = [{"languages": each} for each in of_contact]
    listed = service("a", languages=of_service, contacts=[phone(spoken=spoken)])

    (unasked,) = shelters({}, listed).matches
    (asked,) = shelters({"languages": ("tl",)}, listed).matches

    assert [(contact_now.known, contact_now.language, contact_now.fits) for contact_now in unasked.contacts_now] == [
        (known, "unknown", ())
    ]
    assert [(contact_now.known, contact_now.language) for contact_now in asked.contacts_now] == [(known, language)]
    assert [way.languages for way in asked.contacts_now[0].fits] == meant
    assert all(set(way.languages) <= set(way.spoken.languages) for way in asked.contacts_now[0].fits)
