"""A contact, in words."""

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.matching import match_services
from screening.show.contacts import short_contact
from tests.support.services import TODAY, directory, service


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
    (need_services,) = match_services(("shelter",), {}, directory(service("a", contacts=contacts)), TODAY)

    assert ENGLISH.render(short_contact(need_services.matches[0], TODAY.today)) == said
