"""A translation that would do harm is not shown: the English stays, and `check` says why."""

from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.directory import Directory
from screening.referral.directory_texts import directory_texts
from screening.referral.fit_to_show import fit_to_show, unfit_to_show
from screening.sets.translation import Translation
from tests.support.services import directory, service


def written(**more: Any) -> Directory:
    house = service(
        "house",
        names={"en": "Hope House", "zh-Hant": "希望屋"},
        everyday={"en": "Aunty Mei"},
        notes=["Another page says 2343 2255 or 999.", "No cash."],
    )
    return directory(house, service("barn"), districts={"north": "North", "south": "South"}, **more)


def why(told: dict[str, str], traps: tuple[dict[str, str], ...] = ()) -> dict[str, str]:
    services = written(traps=list(traps))
    found = unfit_to_show(services, directory_texts(services, None), told, services.traps)
    return {name: ENGLISH.render(message) for name, message in found}


def test_what_fits_is_shown() -> None:
    told = {
        "service.house.name": "Rumah Harapan",
        "service.house.everyday": "Bibi Mei",
        "service.house.notes.0": "Menurut halaman lain 2343 2255 atau 999.",
        "district.north.name": "Utara",
    }

    assert why(told) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Menurut halaman lain 2343 2256 atau 999.",
        "Menurut halaman lain 2255 2343 atau 999.",
        "Menurut halaman lain 999.",
        "Halaman lain.",
    ],
)
def test_a_text_with_another_number_is_not_shown(text: str) -> None:
    assert why({"service.house.notes.0": text}) == {
        "service.house.notes.0": "the numbers are not those of the English text"
    }


def test_a_text_that_names_a_trap_is_not_shown() -> None:
    trap = {"what": "Fake Help", "why": "It sells people."}

    assert why({"service.house.notes.1": "Tanya Fake Help."}, (trap,)) == {
        "service.house.notes.1": "it has 'Fake Help' in it, which is a trap"
    }


def test_a_trap_that_the_english_warns_of_may_be_warned_of() -> None:
    trap = {"what": "No cash", "why": "It is said."}

    assert why({"service.house.notes.1": "No cash: tanpa uang."}, (trap,)) == {}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Hotline", "this name gives a card away: 'hotline'"),
        ("Bibi Hope", "this name gives a card away: 'hope'"),
        ("Bibi yang baik hati dan ramah sekali", "an everyday name has at most 28 letters"),
    ],
)
def test_an_everyday_name_that_gives_a_card_away_is_not_shown(name: str, told: str) -> None:
    assert why({"service.house.everyday": name}) == {"service.house.everyday": told}


def test_a_word_that_only_a_translator_calls_a_service_by_gives_nothing_away() -> None:
    assert why({"service.house.everyday": "Rumah", "service.house.name": "Rumah Harapan"}) == {}


def test_two_services_are_never_called_the_same() -> None:
    assert why({"service.house.name": "Rumah", "service.barn.name": "rumah"}) == {
        "service.house.name": "another service has this name too",
        "service.barn.name": "another service has this name too",
    }
    assert why({"service.house.name": "barn"}) == {"service.house.name": "another service has this name too"}


def test_where_two_districts_would_be_called_the_same_all_stay_as_they_are() -> None:
    told = {"district.north.name": "south"}

    assert why(told) == {"district.north.name": "two districts would have one name"}


def test_what_is_not_shown_counts_as_not_translated() -> None:
    services = written()
    english = directory_texts(services, "id")
    told = {"service.house.everyday": "Hotline", "district.north.name": "Utara"}
    translation = Translation("id", told, frozenset(told), tuple(name for name in english if name not in told))

    fit = fit_to_show(services, english, translation, services.traps)

    assert (fit.texts, set(fit.unreviewed)) == ({"district.north.name": "Utara"}, {"district.north.name"})
    assert fit.in_english == tuple(name for name in english if name != "district.north.name")
    assert fit_to_show(services, english, fit, services.traps) is fit
