"""One mark beside a heading says that words below it are not reviewed, or not translated."""

from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.directory import Directory
from screening.referral.in_language import in_language
from screening.referral.matching import match_services
from screening.sets.needs import Need
from screening.sets.translation import Translation
from screening.show.card import carry_card
from screening.show.directory_marks import OF_ALL, about_the_words, marked, texts_of
from screening.show.lines import Line
from screening.show.numbers import service_lines
from screening.show.service_details import detail_lines
from tests.support.services import TODAY, directory, service


def translated(
    unreviewed: tuple[str, ...] = (), english: tuple[str, ...] = (), texts: dict[str, str] | None = None, **more: Any
) -> Directory:
    house = service("house", names={"en": "Harbour House (for all)", "zh-Hant": "港屋"}, **more)
    written = directory(house, service("barn", offers=["medical"]))
    return in_language(written, Translation("id", texts or {}, frozenset(unreviewed), english))


@pytest.mark.parametrize(
    ("unreviewed", "english", "heading"),
    [
        ((), (), "Numbers"),
        (("service.house.name",), (), "Numbers ~"),
        ((), ("service.house.about",), "Numbers (en)"),
        (("place.name",), ("service.house.about",), "Numbers ~ (en)"),
        (("service.barn.name", "service.house-boat.name"), ("duty.law.title",), "Numbers"),
    ],
)
def test_a_heading_is_marked_for_what_stands_below_it(
    unreviewed: tuple[str, ...], english: tuple[str, ...], heading: str
) -> None:
    other = translated(unreviewed, english)

    found = marked("Numbers", other, ("service.house.", "place."))

    assert ENGLISH.render(found) == heading


def test_as_it_was_written_nothing_is_marked_nor_told() -> None:
    assert marked("Numbers", directory(service("house")), ("service.",)) == "Numbers"
    assert marked("Numbers", None, ("service.",)) == "Numbers"
    assert list(about_the_words(directory(service("house")), ("service.",))) == []


def by_need(place: Directory, *needs: Need) -> Any:
    return match_services(needs or ("shelter",), {}, place, TODAY)


def test_below_a_heading_stand_the_services_that_are_named_or_left_out_and_the_law() -> None:
    place = translated()

    assert texts_of(by_need(place)) == ("service.house.",)
    assert set(texts_of(by_need(place, "shelter", "medical"))) == {"service.house.", "service.barn."}
    assert set(OF_ALL) == {"place.", "emergency."}


def rendered(lines: Any) -> list[str]:
    return [ENGLISH.render(line.text) for line in lines if isinstance(line, Line)]


def test_what_the_marks_mean_stands_once_with_the_details() -> None:
    place = translated(("service.house.name",), ("service.house.about",))

    said = rendered(detail_lines(place, by_need(place), TODAY.today))

    assert said[0] == "The services in full ~ (en)"
    assert said[1:3] == [
        "~ beside a heading: no native speaker has reviewed these words. No number was changed.",
        "(en) beside a heading: not all of it is translated.",
    ]


def test_beside_a_name_that_a_translator_made_up_stands_one_that_is_known_there() -> None:
    place = translated(texts={"service.house.name": "Rumah pelabuhan"})

    said = rendered(service_lines(place, by_need(place), TODAY.today, {}))

    assert any("1 - Rumah pelabuhan / Harbour House (for all) 港屋" in each for each in said)
    narrow = translated(texts={"service.house.name": "Rumah pelabuhan " + "dan lain-lain " * 6})
    assert any("/ Harbour House" in each for each in rendered(service_lines(narrow, by_need(narrow), TODAY.today, {})))


def test_on_the_card_stand_the_same_numbers_in_every_language() -> None:
    everyday = {"en": "Aunty Mei"}
    texts = {"service.house.name": "Bibi Aunty", "service.house.everyday": "Bibi"}
    written, other = (translated(texts=each, everyday=everyday) for each in ({}, texts))

    before, after = (carry_card(by_need(place), {}) for place in (written, other))

    assert [(entry.name, entry.number) for entry in after.entries] == [("Aunty Mei", "1")]
    assert [entry.dials for entry in after.entries] == [entry.dials for entry in before.entries]
    assert [entry.name for entry in carry_card(by_need(other), {}, "id").entries] == ["Bibi"]
