"""How fresh contacts are, in words."""

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.matching import match_services
from screening.show.freshness import freshness
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
