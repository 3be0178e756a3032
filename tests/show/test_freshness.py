"""How fresh contacts are, in words."""

from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.freshness import to_confirm
from screening.referral.matching import match_services
from screening.show.freshness import legend, list_lines, stale_lines
from tests.support.services import TODAY, directory, service

MEANS = "[not sure]: seen on an undated page, over 3 years ago, in an article, a code repository or nowhere. "
NONE_CONFIRMED = "Not yet confirmed by you: all but emergency numbers."
OTHERS_NOT_CONFIRMED = "Confirmed by you: those with a day."


@pytest.mark.parametrize(
    ("services", "said"),
    [
        ([], []),
        ([{}], [NONE_CONFIRMED]),
        ([{"page_date": "2019"}, {}], [MEANS + NONE_CONFIRMED]),
        ([{"confirmed_on": "2026-11-01"}], []),
        ([{"confirmed_on": "2026-11-01"}, {}], [OTHERS_NOT_CONFIRMED]),
        ([{"confirmed_on": "2026-11-01"}, {"evidence": "article"}], [MEANS + OTHERS_NOT_CONFIRMED]),
        # It was confirmed too long ago, or on a day that has not come.
        ([{"confirmed_on": "2026-05-25"}], [NONE_CONFIRMED]),
        ([{"confirmed_on": "2026-11-23"}], [NONE_CONFIRMED]),
        ([{"offers": ["emergency"], "page_date": "2013"}], []),
    ],
    ids=str,
)
def test_the_sign_is_told_once_and_only_where_it_stands_and_who_is_not_confirmed(
    services: list[dict[str, Any]], said: list[str]
) -> None:
    place = directory(*(service(f"s{number}", **more) for number, more in enumerate(services)))
    shown = [(each, contact) for each in place.services for contact in each.contacts]

    assert [ENGLISH.render(line.text) for line in legend(shown, TODAY.today)] == said


@pytest.mark.parametrize(
    ("services", "said"),
    [
        ([{}], []),
        ([{"confirmed_on": "2026-11-01"}], []),
        ([{}, {"page_date": "2019"}], ["[not sure]: that number may have changed. If it is wrong, call the next."]),
    ],
    ids=str,
)
def test_whoever_answers_alone_is_told_what_to_do_and_nothing_of_confirming(
    services: list[dict[str, Any]], said: list[str]
) -> None:
    place = directory(*(service(f"s{number}", **more) for number, more in enumerate(services)))
    shown = [(each, contact) for each in place.services for contact in each.contacts]

    assert [ENGLISH.render(line.text) for line in legend(shown, TODAY.today, alone=True)] == said


def test_a_list_says_of_which_day_it_is_and_what_the_sign_means_in_it() -> None:
    place = directory(service("both", offers=["shelter", "legal-advice"], page_date="unknown"))
    offers = match_services(("shelter", "legal-advice"), {}, place, TODAY)

    assert [ENGLISH.render(line.text) for line in list_lines(place, offers, TODAY.today)] == [
        "This list was drawn up on 2026-11-22.",
        MEANS + NONE_CONFIRMED,
    ]


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
            "These were seen on an undated page, more than three years ago, in an article or a code repository only, or "
            "on no page; or it is more than 180 days since somebody confirmed them. Call each, and write the date in "
            "confirmed_on, or correct it and tell those who maintain the directory.",
        ),
        ("item", "Home 家"),
        ("contact", "E-mail: a@b.hk [second hand, as of 2019]"),
        ("detail", "Seen at: x"),
    ]


def test_where_all_were_seen_it_says_so() -> None:
    assert told(service("new")) == [
        ("title", "Call these again: Xland 某地"),
        ("text", "Every contact is well known, or was confirmed, and none has grown old."),
    ]


def test_nobody_is_told_to_call_an_emergency_number_to_try_it() -> None:
    place = directory(service("a", page_date="2013"), service("b", offers=["emergency"], page_date="2013"))

    kinds = [line.kind for line in stale_lines(place, to_confirm(place, TODAY.today), TODAY.today)]
    said = [ENGLISH.render(line.text) for line in stale_lines(place, to_confirm(place, TODAY.today), TODAY.today)]

    assert kinds == ["title", "text", "item", "contact", "detail", "text", "item", "contact", "detail"]
    assert said[5].startswith("Never call an emergency number to try it.")
    assert said[6] == "b"


def test_what_was_seen_on_no_page_is_not_said_to_have_been_seen() -> None:
    contacts = [{"kind": "telephone", "number": "1", "evidence": "unverified"}]
    place = directory(service("a", page_date="2026", contacts=contacts))

    said = " ".join(
        ENGLISH.render(line.text) for line in stale_lines(place, to_confirm(place, TODAY.today), TODAY.today)
    )

    assert "or on no page; or it is" in said
    assert "Every contact is" not in said
    assert "seen on no page" in said.split("Telephone: 1")[1]


def test_what_has_to_be_called_again_soon_is_told_apart() -> None:
    place = directory(
        service("old", page_date="2019"),
        service("soon", confirmed_on="2026-06-10"),
        service("later", confirmed_on="2026-11-01"),
    )

    due = to_confirm(place, TODAY.today, within=30)
    said = [ENGLISH.render(line.text) for line in stale_lines(place, due, TODAY.today)]

    assert [each.id for each, _ in due] == ["old", "soon"]
    assert said.index("old") < said.index("These will have to be called again soon. Call them before that.")
    assert said[-3:-1] == ["soon", "Telephone: 1 [official page, confirmed on 2026-06-10]"]
