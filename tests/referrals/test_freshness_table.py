"""The page says what is known of the built-in numbers, and it is true."""

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.anywhere import ANYWHERE
from screening.referral.freshness import doubts
from screening.referral.matching import match_services
from screening.referral.reasons import is_urgent
from screening.referral.service import TO_DIAL
from screening.sets.needs import NEEDS
from screening.show.contacts import SIGN, short_contact
from screening.show.service_details import detail_lines
from screening.show.whom_to_call import emergency_lines
from tests.referrals.freshness_table import (
    PAGE,
    as_of,
    counted,
    directories,
    listed,
    page,
    to_call_first,
)
from tests.support.services import TODAY

BUILT_IN = directories()
DAY = as_of(BUILT_IN)
every_place = pytest.mark.parametrize("place", BUILT_IN)


def test_the_page_is_written_anew_after_a_directory_was_changed() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert text == page(text), "run python -m tests.referrals.write_freshness"


@every_place
def test_every_number_is_in_one_column_for_its_grade_and_one_for_its_age(place: str) -> None:
    services, numbers, *rest = counted(BUILT_IN[place], DAY).values()
    grades, ages, (confirmed, signs) = rest[:5], rest[5:8], rest[8:]

    assert sum(grades) == sum(ages) == numbers == len(listed(BUILT_IN[place]))
    assert services == len(BUILT_IN[place].services)
    assert 0 <= signs <= numbers - confirmed


@every_place
def test_no_emergency_number_of_a_place_has_the_sign_wherever_it_is_named(place: str) -> None:
    directory, sign = BUILT_IN[place], ENGLISH.render(SIGN)
    by_need = match_services(NEEDS, {}, directory, TODAY)
    urgent = [service for service in directory.services if is_urgent(service)]
    matches = [match for each in by_need for match in each.matches if match.service in urgent]

    assert urgent or place == ANYWHERE
    assert not any(doubts(contact, service, DAY) for service in urgent for contact in service.contacts)
    assert not any(sign in ENGLISH.render(line.text) for line in emergency_lines(directory, {}))
    assert not any(sign in ENGLISH.render(short_contact(match, DAY)) for match in matches)
    told = [ENGLISH.render(line.text) for line in detail_lines(directory, by_need, DAY)]
    for service in urgent:
        numbers = [contact.number for contact in service.contacts]
        assert not any(line.startswith(f"Telephone: {number} {sign}") for line in told for number in numbers)


@every_place
def test_what_to_call_first_is_no_emergency_number_and_no_other_number_for_it_is_sure(place: str) -> None:
    directory = BUILT_IN[place]
    for service, contact, needs in to_call_first(directory, DAY):
        assert not is_urgent(service)
        assert doubts(contact, service, DAY)
        sure = [
            other.id
            for other, each in listed(directory)
            if not is_urgent(other) and each.kind in TO_DIAL and not doubts(each, other, DAY)
            if set(needs) & set(other.offers)
        ]
        assert sure == []
