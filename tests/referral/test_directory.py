"""What the words of a directory promise: hours that can be understood, what is told where, and what gives a card away."""

import re
from typing import Any, get_args

import msgspec
import pytest

from screening.referral.directory import (
    ANYWHERE,
    BARRIERS,
    OpeningHours,
    OwnServices,
    Service,
    directory_of,
    gives_away,
    trapped,
    with_anywhere,
    with_own,
)
from screening.referral.opening import opening
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.needs import Need
from tests.support.building import directories, file_of, hong_kong
from tests.support.services import TODAY, directory, service

NEEDS: tuple[Need, ...] = get_args(Need)


@pytest.mark.parametrize(
    "hours",
    [
        "24/7",
        "Mo-Su 00:00-24:00",
        "Mo,We 09:00-12:00",
        "Fr 22:00-06:00",
        "Mo-Fr 09:00-12:00,13:00-18:00; Sa 09:00-12:00; PH off",
    ],
)
def test_hours_of_this_form_are_understood(hours: str) -> None:
    assert msgspec.convert(hours, OpeningHours) == hours
    assert opening(hours, TODAY.local) is not None


@pytest.mark.parametrize(
    "hours",
    ["", "office hours", "9-17", "Mo-Fr 9:00-17:00", "Mo-Fr 09:00-25:00", "PH off", "Mo 09:00", "24/7; Mo 09:00-10:00",
     "Mo-Fr 09:00-17:00;Sa 09:00-12:00", "Mo-Fr 09:00-17:00\n", "mo-fr 09:00-17:00"],
)  # fmt: skip
def test_hours_of_another_form_are_refused(hours: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(hours, OpeningHours)


# --- what is made of several ---


def own(**more: Any) -> OwnServices:
    file = file_of({"adds_to": "xx", "agency": "Our house", "as_of": "2026-11-25", **more}, OwnServices)
    assert not file.problems, file.problems
    assert isinstance(file.value, OwnServices)
    return file.value


def test_an_agencys_services_come_first_are_shown_as_its_own_and_take_the_place_of_those_with_their_id() -> None:
    before = directory(service("a", source="theirs"), service("b"), service("c"))

    after = with_own(before, own(services=[service("new"), service("a", source="ours")], leave_out=["c"]))

    assert [(each.id, each.listed_by) for each in after.services] == [
        ("new", "Our house"),
        ("a", "Our house"),
        ("b", None),
        ("c", None),
    ]
    assert after.services[1].source == "ours"
    assert [each.id for each in after.services if each.withheld_by == "Our house"] == ["c"]


def test_what_holds_anywhere_is_said_where_a_place_says_nothing_itself() -> None:
    anywhere = directory(anywhere=[{"needs": ["shelter", "police"], "do": ["Ask around."]}])
    place = directory(anywhere=[{"needs": ["shelter"], "do": ["Ask the town hall."]}])

    both = with_anywhere(place, anywhere)

    assert both.generally("shelter") == ("Ask the town hall.",)
    assert both.generally("police") == ("Ask around.",)
    assert both.generally("medical") == ()


@pytest.mark.parametrize("recorded", ["somewhere", "other", "unclear", "declined", None])
def test_a_place_without_a_directory_gets_what_holds_anywhere(recorded: str | None) -> None:
    circumstances = {} if recorded is None else {"place": recorded}

    found = directory_of(circumstances, directories())

    assert found is directories()[ANYWHERE]


def test_a_place_with_a_directory_gets_its_own_and_nobody_gets_one_where_there_is_none() -> None:
    assert directory_of({"place": "hk"}, directories()) is hong_kong()
    assert directory_of({"place": "hk"}, {}) is None


@pytest.mark.parametrize("place", directories())
def test_for_every_need_every_place_names_somebody_or_says_what_to_do(place: str) -> None:
    built_in = directories()[place]
    offered = {need for each in built_in.services if each.contacts for need in each.offers}

    assert [need for need in NEEDS if need not in offered and not built_in.generally(need)] == []


def test_barriers_look_at_circumstances_that_there_are() -> None:
    assert {circumstance for circumstance, _ in BARRIERS.values()} <= set(CIRCUMSTANCES)


@pytest.mark.parametrize(
    ("duty", "child", "told"),
    [
        ({}, False, True),
        ({"child": True}, False, False),
        ({"child": True}, True, True),
        ({"needs": ["medical", "shelter"]}, False, True),
        ({"needs": ["medical"]}, True, False),
        ({"needs": ["shelter"], "child": True}, False, False),
    ],
)
def test_a_law_is_told_of_where_it_matters(duty: dict[str, Any], child: bool, told: bool) -> None:
    law = {"id": "law", "title": "x", "text": ["x"], "evidence": "official", "source": "x", "page_date": "2026", **duty}

    assert bool(directory(duties=[law]).duties_for(["shelter", "police"], child=child)) is told


# --- traps and cards ---


def test_a_trap_is_found_in_numbers_and_names() -> None:
    place = directory(
        service("a", contacts=[{"kind": "sms", "number": "+852 5190 8909", "evidence": "official"}]),
        service("b", names={"en": "The Old House Ltd"}),
        traps=[{"what": "5190 8909", "why": "x"}, {"what": "old house", "why": "y"}],
    )

    found = [(each.path, each.trap.why) for every in place.services for each in trapped(every, place.traps)]

    assert found == [(("contacts", 0, "number"), "x"), (("names", "en"), "y")]


@pytest.mark.parametrize(
    ("what", "more", "path"),
    [
        (
            "5190 8909",
            {"contacts": [{"kind": "sms", "number": "\uff15\uff11\uff19\uff10-8909", "evidence": "official"}]},
            "number",
        ),
        ("5190 8909", {"contacts": [{"kind": "sms", "number": "51908909 x 2", "evidence": "official"}]}, "number"),
        ("992", {"contacts": [{"kind": "sms", "number": "+852 992", "evidence": "official"}]}, "number"),
        ("5190 8909", {"notes": ["Write to 5190-8909 at night."]}, "notes"),
        ("5190 8909", {"ask_first": ["First (5190) 8909."]}, "ask_first"),
        ("5190 8909", {"referral": {"how": ["Call 51908909."]}}, "how"),
        ("Old house", {"about": "Part of the OLD HOUSE."}, "about"),
        ("Old house", {"everyday": {"en": "Old house"}}, "everyday"),
    ],
    ids=str,
)
def test_a_trap_is_found_however_it_is_written_and_wherever_it_stands(
    what: str, more: dict[str, Any], path: str
) -> None:
    place = directory(service("a", **more), traps=[{"what": what, "why": "x"}])

    (found,) = trapped(place.services[0], place.traps)

    assert path in found.path


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("992", {"notes": ["Call 2199 2000 and not 992."]}),
        ("992", {"contacts": [{"kind": "sms", "number": "1992", "evidence": "official"}]}),
        ("5190 8909", {"notes": ["In 5190 cases of 8910."]}),
    ],
    ids=str,
)
def test_what_only_looks_like_a_trap_is_none(what: str, more: dict[str, Any]) -> None:
    place = directory(service("a", **more), traps=[{"what": what, "why": "x"}])

    assert list(trapped(place.services[0], place.traps)) == []


@pytest.mark.parametrize(
    "text",
    ["Anti-Trafficking Unit", "POLICE", "Women's shelter", "Legal help", "庇護中心", "警察", "Night hotline", "Embassy",
     "Rape line", "Safe house", "Counselling", "IOM", "Migrants' friends", "求助熱線", "贩卖", "人蛇", "领事馆"],
)  # fmt: skip
def test_what_gives_a_card_away_is_found(text: str) -> None:
    assert gives_away(text) is not None


@pytest.mark.parametrize("text", ["Work advice", "Family centre", "Sunday club", "家庭服務"])
def test_an_everyday_word_gives_nothing_away(text: str) -> None:
    assert gives_away(text) is None


def test_a_word_of_a_services_own_name_gives_it_away_and_a_word_of_any_household_does_not() -> None:
    assert gives_away("Caritas hostel", ["Caritas men's hostel"]) == "caritas"
    assert gives_away("Family house", ["Family House of Caritas"]) is None
    assert gives_away("Caritas hostel", ["House"]) is None


BUILT_IN: list[tuple[str, Service]] = [(code, each) for code, place in directories().items() for each in place.services]


@pytest.mark.parametrize(("place", "each"), BUILT_IN, ids=[f"{code}-{each.id}" for code, each in BUILT_IN])
def test_a_built_in_service_gives_no_address_in_the_street_and_its_card_nothing_away(place: str, each: Service) -> None:
    assert not any(gives_away(name, each.names.values()) for name in each.everyday.values())
    said = " ".join([each.about or "", *each.notes, *each.ask_first, *each.referral.how])
    # "12 Example Road", "12/F", "Flat B": whoever looks for the person could go there too.
    assert (
        re.search(r"\b\d+[A-Z]? [A-Z][a-z]+ (Road|Street|Lane|Avenue|Path)\b|\b\d+/F\b|\bFlat [A-Z0-9]", said) is None
    )
