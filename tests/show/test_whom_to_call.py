"""Whom to call, in words."""

from collections.abc import Iterable
from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.matching import NeedServices, match_services
from screening.sets.answers import Answer, Answers
from screening.sets.needs import Need
from screening.show.lines import Line
from screening.show.whom_to_call import (
    emergency_lines,
    first_instead_lines,
    first_numbers_lines,
)
from tests.support.services import TODAY, directory, service

SEEN = "[official page, as of 2026]"
NOT_CONFIRMED = "text: Not yet confirmed by you: all but emergency numbers."
SIGN_MEANS = (
    "text: [not sure]: seen on an undated page, over 3 years ago, in an article, a code repository or nowhere. "
    "Not yet confirmed by you: all but emergency numbers."
)
ASK_WHO_TELLS = "The person does not want the police. Before you say a name, ask every service: do you tell the police?"


def contact(number: str, kind: str = "telephone", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "number": number, "evidence": "official", **more}


def offered(
    place: Directory, *needs: Need, person: Answers | None = None, seeks_protection: Answer | None = None
) -> tuple[NeedServices, ...]:
    return match_services(needs or ("shelter",), person or {}, place, TODAY, seeks_protection)


def shown(lines: Iterable[Line]) -> list[str]:
    """Each line with its kind."""
    return [f"{line.kind}: {ENGLISH.render(line.text)}" for line in lines]


def test_where_nobody_is_listed_it_says_so_and_what_to_do_instead() -> None:
    general = [{"needs": ["legal-advice"], "do": ["Ask a union.", "Ask the bar."]}]
    place = directory(anywhere=general)
    lines = [
        "subheading: A safe place to stay",
        "text: No number is listed here for this.",
        "subheading: Legal advice",
        "text: No number is listed here for this. Do this instead:",
        "item: Ask a union.",
        "item: Ask the bar.",
    ]

    assert shown(first_numbers_lines(offered(place, "shelter", "legal-advice"), TODAY.today)) == lines


def test_a_card_says_only_what_to_do_first_where_there_is_nobody_to_call() -> None:
    general = [{"needs": ["legal-advice"], "do": ["Ask a union.", "Ask the bar."]}]
    place = directory(anywhere=general)

    assert shown(first_instead_lines(offered(place, "shelter", "legal-advice"))) == [
        "item: A safe place to stay: no number here fits.",
        "item: Legal advice: no number here fits. Ask a union.",
    ]


def test_where_nobody_takes_this_person_it_names_who_is_listed_all_the_same() -> None:
    women = [service(name, serves={"gender": ["woman"]}) for name in ("ann", "bea", "cleo", "dot", "eve")]
    general = [{"needs": ["shelter"], "do": ["Ask a friend."]}]

    def told(*services: dict[str, Any], **more: Any) -> str:
        place = directory(*services, **more)
        return shown(first_numbers_lines(offered(place, person={"gender": "man"}), TODAY.today))[1]

    assert told(*women[:3]) == "text: Listed here, but not for this person, or with no contact known: ann, bea, cleo."
    assert (
        told(*women[:4])
        == "text: Listed here, but not for this person, or with no contact known: ann, bea, cleo, 1 more."
    )
    assert told(*women, anywhere=general) == (
        "text: Listed here, but not for this person, or with no contact known: ann, bea, cleo, 2 more. Do this instead:"
    )
    assert told() == "text: No number is listed here for this."


def test_in_short_a_number_has_its_sign_its_hours_and_whose_list_it_is_from() -> None:
    # It is a Sunday evening.
    closed = contact("1", hours="Mo-Fr 09:00-17:00")

    def at_first(of: dict[str, Any]) -> list[str]:
        return shown(first_numbers_lines(offered(directory(of)), TODAY.today))[1:]

    assert at_first(service("home", page_date="2019")) == ["item: 1 [not sure] - home", SIGN_MEANS]
    assert at_first(service("home", listed_by="Harbour Aid")) == ["item: 1 - home - from Harbour Aid", NOT_CONFIRMED]
    assert at_first(service("home", contacts=[closed]))[0] == (
        "item: 1 (CLOSED NOW, opens Mon 9:00 unless that is a public holiday) - home"
    )


# --- the emergency number --------------------------------------------------------------------------------------------

EMERGENCY = {"number": "999", "names": {"en": "Police"}, "evidence": "official", "source": "x", "page_date": "2026"}
GENERAL = "text: There is no directory for this place. What follows is general and applies anywhere."


@pytest.mark.parametrize(
    ("place", "abroad", "told"),
    [
        ({}, None, ["item: In danger now: 999 - Police"]),
        ({}, "no", ["item: In danger now: 999 - Police"]),
        (
            {},
            "yes",
            [
                "item: In danger now: call the emergency number of the place where the person is. "
                "Only in Xland: 999 - Police"
            ],
        ),
        ({"place": ANYWHERE}, "no", [GENERAL, "item: In danger now: 999 - Police"]),
        ({"place": ANYWHERE}, "yes", [GENERAL, "item: In danger now: 999 - Police"]),
        (
            {"emergency": {**EMERGENCY, "evidence": "unverified"}},
            None,
            ["item: In danger now: 999 - Police"],
        ),
        ({"emergency": {**EMERGENCY, "evidence": "article"}}, None, ["item: In danger now: 999 - Police"]),
    ],
    ids=["not-asked", "here", "abroad", "anywhere", "anywhere-abroad", "seen-nowhere", "seen-once"],
)
def test_whoever_is_abroad_is_not_led_to_a_number_that_works_only_here(
    place: dict[str, Any], abroad: str | None, told: list[str]
) -> None:
    person: Answers = {"abroad": abroad} if abroad is not None else {}
    made = directory(**{"names": {"zh-Hant": "某地", "en": "Xland"}, "emergency": EMERGENCY, **place})

    assert shown(emergency_lines(made, person)) == told


def test_a_place_without_an_english_name_goes_by_the_one_that_it_has() -> None:
    made = directory(names={"zh-Hant": "某地"})

    assert " Only in 某地: 999" in shown(emergency_lines(made, {"abroad": "yes"}))[0]
