"""A contact, in words."""

import re
from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.matching import Match, match_services
from screening.referral.names import in_order
from screening.referral.service import Contact, ContactKind
from screening.show.contacts import SIGN, known_text, name_of, number_of, short_contact, with_police
from tests.support.services import TODAY, directory, service

CONFIRMED = "1 [confirmed on 2026-11-01]: [official page, confirmed on 2026-11-01]"


def match(**more: Any) -> Match:
    """A service as it is offered to somebody of whom nothing is known."""
    (need_services,) = match_services(("shelter",), {}, directory(service("a", **more)), TODAY)
    return need_services.matches[0]


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        (("telephone", "telephone"), "1868 (from abroad +852 1868)"),
        (("telephone", "whatsapp"), "1868"),
    ],
)
def test_a_number_that_works_only_from_here_is_told_with_the_one_for_abroad(kinds: tuple[str, str], said: str) -> None:
    contacts = [
        {"kind": kinds[0], "number": "1868", "evidence": "official", "dial_from": "inside"},
        {"kind": kinds[1], "number": "+852 1868", "evidence": "official", "dial_from": "outside"},
    ]

    assert ENGLISH.render(short_contact(match(contacts=contacts), TODAY.today)) == said


def test_a_number_that_works_from_anywhere_is_told_alone() -> None:
    contacts = [
        {"kind": "telephone", "number": "2343 2255", "evidence": "official"},
        {"kind": "telephone", "number": "+852 1868", "evidence": "official", "dial_from": "outside"},
    ]

    assert ENGLISH.render(short_contact(match(contacts=contacts), TODAY.today)) == "2343 2255"


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        # It is a Sunday evening.
        (None, "1"),
        ("24/7", "1"),
        ("Mo-Su 09:00-22:00; PH 09:00-22:00", "1"),
        ("Su 09:00-22:00; PH off", "1 (public holidays here are not known; today may be one)"),
        ("Mo-Fr 09:00-17:00; PH 09:00-17:00", "1 (CLOSED NOW, opens Mon 9:00)"),
        ("Mo-Fr 09:00-17:00", "1 (CLOSED NOW, opens Mon 9:00 unless that is a public holiday)"),
    ],
)
def test_a_number_says_in_short_where_nobody_answers_it_now(hours: str | None, said: str) -> None:
    contact = {"kind": "telephone", "number": "1", "evidence": "official", **({"hours": hours} if hours else {})}

    assert ENGLISH.render(short_contact(match(contacts=[contact]), TODAY.today)) == said


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ({"en": "Home", "zh-Hant": "家"}, "Home 家"),
        ({"id": "Rumah", "zh-Hant": "家", "en": "Home"}, "Home / Rumah"),
        ({"en": "Home", "id": "Rumah"}, "Home / Rumah"),
        ({"zh-Hant": "家", "id": "Rumah"}, "家 Rumah"),
        ({"id": "Rumah", "zh-Hant": "家"}, "Rumah 家"),
        ({"en": "PathFinders", "zh-Hant": "PathFinders"}, "PathFinders"),
    ],
)
def test_a_service_is_named_in_english_and_by_the_first_of_its_other_names_each_once(
    names: dict[str, str], name: str
) -> None:
    assert name_of(in_order(names)) == name


@pytest.mark.parametrize(
    ("names", "language", "name"),
    [
        ({"en": "Home", "zh-Hant": "家"}, "zh-Hant", "家 Home"),
        ({"en": "Home", "zh-Hant": "家"}, "zh-HK", "家 Home"),
        ({"en": "Home", "zh-Hant": "家", "id": "Rumah"}, "id", "Rumah / Home 家"),
        ({"en": "Home", "id": "Rumah"}, "id", "Rumah / Home"),
        ({"en": "Home", "zh-Hant": "家"}, "id", "Home 家"),
        ({"zh-Hant": "家", "th": "บ้าน"}, "th", "บ้าน 家"),
    ],
)
def test_beside_a_name_for_the_reader_stand_those_by_which_whoever_answers_knows_it(
    names: dict[str, str], language: str, name: str
) -> None:
    assert name_of(in_order(names, language)) == name


@pytest.mark.parametrize(
    ("informs", "title"), [("yes", "Home - POLICE answer or are told"), ("no", "Home"), ("unknown", "Home")]
)
def test_that_the_police_are_told_stands_beside_the_name(informs: str, title: str) -> None:
    assert ENGLISH.render(with_police("Home", match(informs_police=informs).service)) == title


@pytest.mark.parametrize(
    ("kind", "said"),
    [("telephone", "1"), ("whatsapp", "WhatsApp 1"), ("sms", "SMS 1"), ("email", "E-mail 1"), ("website", "Website 1")],
)
def test_what_is_no_telephone_says_what_it_is(kind: ContactKind, said: str) -> None:
    assert ENGLISH.render(number_of(Contact(kind=kind, number="1", evidence="official"))) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "1: [official page, as of 2026]"),
        ({"evidence": "second_hand"}, "1: [second hand, as of 2026]"),
        ({"evidence": "article"}, "1 [not sure]: [one article, as of 2026]"),
        ({"evidence": "repository"}, "1 [not sure]: [code repository, as of 2026]"),
        ({"evidence": "unverified"}, "1 [not sure]: [unverified, seen on no page, as of 2026]"),
        ({"page_date": "2019"}, "1 [not sure]: [official page, as of 2019]"),
        ({"page_date": "unknown"}, "1 [not sure]: [official page, undated]"),
        ({"page_date": "2019", "confirmed_on": "2026-11-01"}, CONFIRMED),
        ({"evidence": "official", "page_date": "unknown", "confirmed_on": "2026-11-01"}, CONFIRMED),
        (
            {"confirmed_on": "2025-01-01", "page_date": "2024"},
            "1: [official page, confirmed on 2025-01-01, too long ago]",
        ),
        ({"confirmed_on": "2026-12-01"}, "1: [official page, as of 2026]"),
        ({"offers": ["emergency", "shelter"], "evidence": "article"}, "1: [one article, as of 2026]"),
    ],
    ids=str,
)
def test_a_contact_has_the_sign_or_the_day_of_a_call_and_its_details_say_why(more: dict[str, Any], said: str) -> None:
    home = match(**more)
    about = (home.service.contacts[0], home.service, TODAY.today)

    assert f"{ENGLISH.render(short_contact(home, TODAY.today))}: {ENGLISH.render(known_text(*about))}" == said


def test_the_sign_stands_beside_the_number_before_whether_anybody_answers() -> None:
    contact = {"kind": "telephone", "number": "1", "evidence": "repository", "hours": "Mo-Fr 09:00-17:00; PH off"}

    said = ENGLISH.render(short_contact(match(contacts=[contact]), TODAY.today))

    assert said.startswith("1 [not sure] (CLOSED NOW, ")


def test_the_sign_is_a_word_so_that_it_can_be_heard_and_no_key() -> None:
    said = ENGLISH.render(SIGN)

    assert re.fullmatch(r"\[[a-z ]{2,}\]", said)
