"""The emergency number is written once, and is a service like any other."""

from screening.referral.directory import Directory
from screening.referral.emergency import EMERGENCY, with_emergency
from screening.referral.matching import match_services
from tests.support.services import TODAY, directory, service, told


def made(*services: dict[str, object], **more: object) -> Directory:
    number = {"number": "100", "names": {"en": "Police"}, "evidence": "official", "source": "S", "page_date": "2026"}
    return with_emergency(directory(*services, emergency={**number, **more}))


def test_who_needs_it_finds_the_emergency_number_though_no_service_repeats_it() -> None:
    (need_services,) = match_services([EMERGENCY], {}, made(), TODAY)

    assert told(need_services) == [EMERGENCY]
    assert [contact.number for contact in need_services.matches[0].service.contacts] == ["100"]


def test_it_is_called_for_whatever_else_it_is_said_to_be_for() -> None:
    place = made(service("a"), offers=["police", "medical"], informs_police="yes", hours="24/7")

    police, shelter = match_services(["police", "shelter"], {}, place, TODAY)

    assert (told(police), told(shelter)) == ([EMERGENCY], ["a"])
    assert police.matches[0].service.informs_police == "yes"
    assert police.matches[0].contacts_now[0].opening is not None


def test_it_is_no_help_to_whoever_is_abroad() -> None:
    (need_services,) = match_services([EMERGENCY], {"abroad": "yes"}, made(), TODAY)

    assert told(need_services) == [f"-{EMERGENCY}"]
