"""The card for the person: few numbers, everyday names, nothing that gives it away."""

import re
from datetime import datetime
from itertools import product
from typing import Any, get_args

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.directory import Directory
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.referral.telltale import gives_away
from screening.sets.answers import Answer
from screening.sets.needs import Need
from screening.show.card import (
    BEFORE,
    MOST,
    NOT_SAFE,
    CarryCard,
    Entry,
    card_languages,
    card_lines,
    carry_card,
    who_answers_lines,
)
from screening.show.html import carry_card_page
from screening.show.services_data import card_data
from tests.support.building import directories, hong_kong
from tests.support.services import TODAY, directory, service
from tests.support.thorough import one_in

NEEDS: tuple[Need, ...] = get_args(Need)
TAGALOG: dict[str, Answer] = {"languages": ("tl",)}
PEOPLE: list[dict[str, Answer]] = [
    {"gender": gender, "age": age, "situation": (situation,), "languages": (language,)}
    for gender, age, situation, language in product(
        ("woman", "man"), ("adult", "unsure"), ("domestic-work", "fishing", "commercial-sex"), ("tl", "yue")
    )
]


def card(
    place: Directory, *needs: Need, person: dict[str, Answer] | None = None, now: datetime = TODAY.utc
) -> CarryCard:
    return carry_card(match_services(needs or NEEDS, person or {}, place, moment_in(place, now)), person or {})


def named(name: str, **more: Any) -> dict[str, Any]:
    return service(name, everyday={"en": name.title()}, names={"en": "x"}, **more)


def contact(number: str, kind: str = "telephone", evidence: str = "official", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "number": number, "evidence": evidence, **more}


@pytest.mark.parametrize("place", directories())
def test_no_card_gives_itself_away_and_none_is_long(place: str) -> None:
    # By default each trait and each language comes up, but not each person in each language.
    for person, language in one_in(7, [*product(PEOPLE, (None, "en", "zh-Hant"))]):
        by_need = match_services(NEEDS, person, directories()[place], moment_in(directories()[place], TODAY.utc))
        made = carry_card(by_need, person, language)

        assert len(made.entries) <= MOST, person
        body = re.sub(r"<style>.*?</style>", "", carry_card_page(made, ENGLISH), flags=re.DOTALL)
        assert gives_away(body) is None, person
        assert not any(gives_away(ENGLISH.render(line.text)) for line in card_lines(made)), person


def test_there_is_a_card_for_everybody_in_hong_kong() -> None:
    for person in PEOPLE:
        assert len(card(hong_kong(), person=person).entries) == MOST


def test_of_each_need_the_best_comes_first_and_no_number_twice() -> None:
    place = directory(
        named("first-bed", contacts=[contact("11")]),
        named("second-bed", contacts=[contact("22")]),
        named("advice", contacts=[contact("33")], offers=["legal-advice"]),
        named("both", contacts=[contact("11")], offers=["legal-advice"]),
    )

    assert [entry.number for entry in card(place, "shelter", "legal-advice").entries] == ["11", "33", "22"]


def test_needs_take_turns_and_after_the_fourth_number_there_is_no_more() -> None:
    place = directory(
        *(named(f"bed-{number}", contacts=[contact(f"1{number}")]) for number in range(3)),
        *(
            named(f"law-{number}", contacts=[contact(f"2{number}")], offers=["legal-advice"], only=["seafarers"])
            for number in range(2)
        ),
        named("talk", contacts=[contact("30")], offers=["crisis-line"]),
    )

    # Who has to be asked comes after all others, whatever the need.
    entries = card(place, "legal-advice", "shelter", "crisis-line").entries
    assert [entry.number for entry in entries] == ["10", "30", "11", "12"]
    assert [entry.number for entry in card(place, "legal-advice", "crisis-line").entries] == ["30", "20", "21"]
    assert card(place, "police").entries == ()
    assert carry_card((), {}).entries == ()


def test_a_number_goes_by_the_name_under_which_it_comes_first() -> None:
    place = directory(named("first", contacts=[contact("11")]), named("second", contacts=[contact("11")]))

    assert [entry.name for entry in card(place, "shelter").entries] == ["First"]


def test_the_screener_is_told_who_really_answers_and_where_the_police_do() -> None:
    place = directory(
        service("a", everyday={"en": "Sunday club"}, names={"en": "Refuge", "zh-Hant": "庇護"}),
        service(
            "b", everyday={"en": "Aunt May"}, names={"en": "Station"}, informs_police="yes", contacts=[contact("2")]
        ),
        service("c", names={"en": "Not on the card"}, contacts=[contact("3")]),
    )
    person: dict[str, Answer] = {"police": "yes"}
    lines = who_answers_lines(match_services(("shelter",), person, place, TODAY), person)

    assert [(line.kind, ENGLISH.render(line.text)) for line in lines] == [
        ("detail", "Sunday club: Refuge 庇護"),
        ("detail", "Aunt May: Station - POLICE answer or are told"),
    ]


def test_who_has_to_be_asked_first_comes_last() -> None:
    place = directory(
        named("asked", contacts=[contact("11")], serves={"gender": ["woman"]}), named("ready", contacts=[contact("22")])
    )

    assert [entry.number for entry in card(place, "shelter").entries] == ["22", "11"]


@pytest.mark.parametrize(
    "kept_off",
    [
        {"everyday": {}},
        {"everyday": {"en": "Women's shelter"}},
        {"everyday": {"en": "Sunday club", "zh-Hant": "庇護中心"}},
        {"contacts": [contact("x@example.org", "email")]},
        {"contacts": [contact("11", evidence="article")]},
        {"contacts": [contact("11", evidence="unverified")]},
        {"contacts": [contact("11", spoken=[{"languages": ["th"]}])]},
        {"contacts": [contact("11", dial_from="outside")]},
        {"referral": {"by": ["organisation"]}},
        {"informs_police": "yes"},
        {"names": {"en": "Sunday Mission"}},
    ],
    ids=str,
)
def test_what_is_kept_off_the_card(kept_off: dict[str, Any]) -> None:
    place = directory(service("a", **{"everyday": {"en": "Sunday club"}, **kept_off}))

    assert card(place, "shelter", person={"languages": ("tl",)}).entries == ()


@pytest.mark.parametrize(("confirmed_on", "carried"), [("2026-11-01", ["11"]), ("2026-01-01", [])])
def test_a_number_that_somebody_has_called_may_be_carried_whatever_page_has_it(
    confirmed_on: str, carried: list[str]
) -> None:
    known = contact("11", evidence="article", confirmed_on=confirmed_on)
    place = directory(service("a", everyday={"en": "Sunday club"}, contacts=[known]))

    assert [entry.number for entry in card(place, "shelter").entries] == carried


def test_the_hours_are_those_of_the_persons_language() -> None:
    line = contact("11", "whatsapp", hours="24/7", spoken=[{"languages": ["tl"], "hours": "Mo-Su 08:00-22:00"}])
    place = directory(service("a", everyday={"en": "Sunday club", "zh-Hant": "家庭服務"}, contacts=[line]))

    assert card_data(card(place, "shelter", person={"languages": ("tl",)}), ENGLISH)["entries"] == [
        {"name": "Sunday club", "second_name": "家庭服務", "number": "WhatsApp 11", "hours": "daily 8:00-22:00"}
    ]
    assert [(line.kind, ENGLISH.render(line.text)) for line in card_lines(card(place, "shelter"))] == [
        ("title", "Useful numbers"),
        ("item", "Sunday club 家庭服務"),
        ("contact", "WhatsApp 11 (24 hours)"),
    ]


@pytest.mark.parametrize(
    ("hours", "spoken_hours", "shown"),
    [
        (None, None, "contact: 11"),
        ("24/7", None, "contact: 11 (24 hours)"),
        (None, "Mo-Su 08:00-22:00", "contact: 11 (daily 8:00-22:00)"),
    ],
)
def test_hours_stand_on_the_card_as_far_as_they_are_known(
    hours: str | None, spoken_hours: str | None, shown: str
) -> None:
    spoken = {"languages": ["tl"], **({"hours": spoken_hours} if spoken_hours else {})}
    place = directory(named("a", contacts=[contact("11", spoken=[spoken], **({"hours": hours} if hours else {}))]))
    lines = [f"{line.kind}: {ENGLISH.render(line.text)}" for line in card_lines(card(place, "shelter", person=TAGALOG))]

    assert lines == ["title: Useful numbers", "item: A", shown]


def test_those_who_inform_the_police_are_on_the_card_of_somebody_who_agrees_to_the_police() -> None:
    place = directory(named("a", informs_police="yes"))

    assert card(place, "shelter", person={"police": "no"}).entries == ()
    assert [entry.number for entry in card(place, "shelter", person={"police": "yes"}).entries] == ["1"]


def test_a_service_that_the_person_can_ask_among_others_is_on_the_card() -> None:
    place = directory(named("a", referral={"by": ["self", "organisation"]}))

    assert len(card(place, "shelter").entries) == 1


def test_whoever_is_abroad_gets_the_number_that_works_from_there() -> None:
    line = [contact("1868", dial_from="inside"), contact("+852 1868", dial_from="outside")]
    place = directory(named("a", contacts=line))

    assert card(place, "shelter", person={"abroad": "yes"}).entries[0].number == "+852 1868"
    assert card(place, "shelter").entries[0].number == "1868"


def test_whoever_is_abroad_gets_only_numbers_with_the_code_of_the_country() -> None:
    place = directory(
        named("a", contacts=[contact("18111")]),
        named("b", contacts=[contact("+852 2717 1771")]),
        named("c", contacts=[contact("+852 1", dial_from="inside")]),
        named("d", contacts=[contact("00852 2", dial_from="outside")]),
    )

    assert [entry.number for entry in card(place, "shelter", person={"abroad": "yes"}).entries] == ["+852 2717 1771"]
    for here in ("no", "unclear"):
        entries = card(place, "shelter", person={"abroad": here}).entries
        assert [entry.number for entry in entries] == ["18111", "+852 2717 1771", "+852 1"]


@pytest.mark.parametrize(("evidence", "kind"), [("second_hand", "telephone"), ("repository", "whatsapp")])
def test_a_number_that_somebody_has_seen_is_on_the_card(evidence: str, kind: str) -> None:
    assert len(card(directory(named("a", contacts=[contact("11", kind, evidence)])), "shelter").entries) == 1


def test_lines_for_one_language_each_are_on_the_card_only_where_the_persons_is_known() -> None:
    lines = [contact("11", spoken=[{"languages": ["tl"]}]), contact("22", spoken=[{"languages": ["id"]}])]
    split = directory(named("a", contacts=lines))
    with_centre = directory(named("a", contacts=[*lines, contact("33")]))

    assert card(split, "shelter").entries == ()
    assert card(with_centre, "shelter").entries[0].number == "33"
    assert card(split, "shelter", person={"languages": ("id",)}).entries[0].number == "22"


def test_of_several_numbers_the_card_has_the_one_to_try_first() -> None:
    lines = [contact("11", hours="Mo 09:00-10:00"), contact("22", hours="24/7")]

    assert card(directory(named("a", contacts=lines)), "shelter").entries[0].number == "22"


def test_names_are_in_one_language_where_that_is_asked_for() -> None:
    place = directory(
        service("a", everyday={"en": "Sunday club", "zh-Hant": "家庭服務"}),
        service("b", everyday={"en": "Aunt May"}, contacts=[contact("22")]),
    )
    by_need = match_services(("shelter",), {}, place, TODAY)

    names = [(entry.name, entry.second_name) for entry in carry_card(by_need, {}, "zh-Hant").entries]
    assert names == [("家庭服務", None), ("Aunt May", None)]
    assert card_languages(by_need, {}) == ("en", "zh-Hant")


def test_a_name_that_a_translator_gave_stands_where_the_service_has_none_of_its_own_in_this_language() -> None:
    place = directory(
        service("a", everyday={"en": "Sunday club", "zh-Hant": "家庭服務"}),
        service("b", everyday={"en": "Aunt May"}, contacts=[contact("22")]),
        service("c", everyday={"en": "Old friends"}, contacts=[contact("33")]),
    )
    by_need = match_services(("shelter",), {}, place, TODAY)
    theirs = {"b": "Bibi May", "nobody": "Klub"}

    entries = carry_card(by_need, {}, "id", (), theirs).entries

    assert [(entry.name, entry.languages) for entry in entries] == [
        ("Sunday club", ("en", None)),
        ("Bibi May", ("id", None)),
        ("Old friends", ("en", None)),
    ]
    told = [ENGLISH.render(line.text) for line in who_answers_lines(by_need, {}, "id", (), theirs)]
    assert told == ["Sunday club: a", "Bibi May: b", "Old friends: c"]


def test_a_name_of_a_translator_that_gives_away_who_answers_keeps_the_number_off_the_card() -> None:
    place = directory(service("a", everyday={"en": "Sunday club"}, names={"en": "x"}))
    by_need = match_services(("shelter",), {}, place, TODAY)

    assert carry_card(by_need, {}, "zh-Hant", (), {"a": "庇護中心"}).entries == ()


def test_in_a_language_that_runs_from_the_right_nothing_stands_beside_a_number() -> None:
    lines = [contact("+852 5936 3780", "whatsapp", hours="24/7")]
    place = directory(service("a", everyday={"en": "Sunday club"}, names={"en": "x"}, contacts=lines))
    by_need = match_services(("shelter",), {}, place, TODAY)

    assert [(line.kind, ENGLISH.render(line.text)) for line in card_lines(carry_card(by_need, {}, "ur"))] == [
        ("title", "Useful numbers"),
        ("item", "Sunday club"),
        ("contact", "+852 5936 3780"),
        ("detail", "WhatsApp"),
        ("detail", "24 hours"),
    ]


def test_a_number_that_is_left_off_is_nowhere_on_the_card_and_no_other_takes_its_place() -> None:
    by_need = match_services(NEEDS, {}, hong_kong(), TODAY)
    whole = carry_card(by_need, {})
    left_off = whole.entries[0].dials

    smaller = carry_card(by_need, {}, None, {left_off})

    assert smaller.entries == whole.entries[1:]
    assert left_off not in carry_card_page(smaller, ENGLISH)
    assert len(list(who_answers_lines(by_need, {}, None, {left_off}))) == len(whole.entries) - 1


def test_what_a_name_says_is_text_on_the_page_and_no_markup() -> None:
    page = carry_card_page(CarryCard("Numbers", (Entry("<b>A&B</b>", None, "1", None),)), ENGLISH)

    assert "&lt;b&gt;A&amp;B&lt;/b&gt;" in page


def test_before_the_card_the_screener_is_told_to_ask_and_to_call() -> None:
    assert any("ask where the person will keep it" in text for text in map(ENGLISH.render, BEFORE))
    assert any("Call each number yourself" in text for text in map(ENGLISH.render, BEFORE))
    assert ENGLISH.render(NOT_SAFE[0]).startswith("Give nothing to carry")
