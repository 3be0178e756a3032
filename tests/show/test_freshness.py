"""How fresh contacts are, in words."""

from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.freshness import to_confirm
from screening.referral.matching import match_services
from screening.show.freshness import freshness, stale_lines
from tests.support.services import TODAY, directory, service


@pytest.mark.parametrize(
    ("confirmed", "said"),
    [
        ((None, None), "Nobody has called any of these numbers since."),
        (("2026-11-01", None), "Called, or read again on the live page: 1 of the 2 services below."),
        (("2026-11-01", "2026-11-02", None), "Called, or read again on the live page: 2 of the 3 services below."),
    ],
)
def test_it_is_said_how_many_were_called_since(confirmed: tuple[str | None, ...], said: str) -> None:
    place = directory(*(service(f"s{number}", confirmed_on=day) for number, day in enumerate(confirmed)))
    offers = match_services(("shelter",), {}, place, TODAY)

    assert ENGLISH.render(freshness(place, offers)) == (
        "This list was drawn up on 2026-11-22. Brackets say where a number was seen, and how old that page is. " + said
    )


def test_a_service_counts_once_and_one_contact_that_was_called_is_enough() -> None:
    contacts = [
        {"kind": "telephone", "number": "1", "evidence": "official"},
        {"kind": "telephone", "number": "2", "evidence": "official", "confirmed_on": "2026-11-01"},
    ]
    place = directory(service("both", offers=["shelter", "legal-advice"], contacts=contacts), service("other"))
    offers = match_services(("shelter", "legal-advice"), {}, place, TODAY)

    assert "1 of the 2 services below" in ENGLISH.render(freshness(place, offers))


def told(*services: dict[str, Any]) -> list[tuple[str, str]]:
    """What is told of the contacts to call again."""
    place = directory(*services, names={"en": "Xland", "zh-Hant": "某地"})
    lines = stale_lines(place, to_confirm(place, TODAY.today), TODAY.today)
    return [(line.kind, ENGLISH.render(line.text)) for line in lines]


def test_each_contact_to_call_again_is_told_with_its_service_and_how_well_it_is_known() -> None:
    old = {"kind": "email", "number": "a@b.hk", "evidence": "second_hand", "page_date": "2019"}
    new = {"kind": "telephone", "number": "1", "evidence": "official"}

    assert told(service("home", names={"en": "Home", "zh-Hant": "家"}, contacts=[new, old]), service("new")) == [
        ("title", "Call these again: Xland 某地"),
        (
            "text",
            "Nobody has seen these for more than three years, it is not known when, or they were seen on no page. "
            "Call each, and write the date in confirmed_on, or correct it and tell those who maintain the directory.",
        ),
        ("item", "Home 家"),
        ("contact", "E-mail: a@b.hk [second hand, as of 2019; MAY BE WRONG]"),
    ]


def test_where_all_were_seen_it_says_so() -> None:
    assert told(service("new")) == [
        ("title", "Call these again: Xland 某地"),
        ("text", "Every contact was seen on a page, or called, within three years."),
    ]


def test_nobody_is_told_to_call_an_emergency_number_to_try_it() -> None:
    place = directory(service("a", page_date="2013"), service("b", offers=["emergency"], page_date="2013"))

    kinds = [line.kind for line in stale_lines(place, to_confirm(place, TODAY.today), TODAY.today)]
    said = [ENGLISH.render(line.text) for line in stale_lines(place, to_confirm(place, TODAY.today), TODAY.today)]

    assert kinds == ["title", "text", "item", "contact", "text", "item", "contact"]
    assert said[4].startswith("Never call an emergency number to try it.")
    assert said[5] == "b"


def test_what_was_seen_on_no_page_is_not_said_to_have_been_seen() -> None:
    contacts = [{"kind": "telephone", "number": "1", "evidence": "unverified"}]
    place = directory(service("a", page_date="2026", contacts=contacts))

    said = " ".join(
        ENGLISH.render(line.text) for line in stale_lines(place, to_confirm(place, TODAY.today), TODAY.today)
    )

    assert "or they were seen on no page. Call each" in said
    assert "Every contact was seen" not in said
    assert "seen on no page" in said.split("Telephone: 1")[1]
