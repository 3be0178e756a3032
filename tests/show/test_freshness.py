"""How fresh contacts are, in words."""

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
    ],
)
def test_it_is_said_how_many_were_called_since(confirmed: tuple[str | None, ...], said: str) -> None:
    place = directory(*(service(f"s{number}", confirmed_on=day) for number, day in enumerate(confirmed)))
    offers = match_services(("shelter",), {}, place, TODAY)

    assert ENGLISH.render(freshness(place, offers)).endswith(said)


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
