"""Whoever it is, at whatever hour: somebody is named who will take them, and nobody who will not."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from typing import get_args

import pytest
from msgspec.structs import replace

from screening.reading.sets import find_set
from screening.referral.anywhere import ANYWHERE
from screening.referral.contact_now import is_sure
from screening.referral.directory import Directory
from screening.referral.emergency import EMERGENCY
from screening.referral.matching import NeedServices, first_to_try, match_services
from screening.referral.moment import moment_in
from screening.referral.reasons import protects_children
from screening.referral.service import BARRIERS, Service
from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.needs import Need
from screening.show.reasons import reason_text
from tests.support.building import directories, hong_kong
from tests.support.services import TODAY, told
from tests.support.thorough import one_in

NEEDS: tuple[Need, ...] = get_args(Need)
# What nobody may be left without. Somebody held abroad is helped from there, by the line for residents.
VITAL: tuple[Need, ...] = (
    *("emergency", "medical", "crisis-line", "child-protection", "anti-trafficking", "shelter", "social-welfare"),
    *("labour-advice", "legal-advice", "asylum-advice", "debt-advice", "scam-advice", "interpretation"),
)
SITUATIONS: list[Answer | None] = [None, ("other",), *((value,) for value in CIRCUMSTANCES["situation"].values)]
# Monday morning and lunch, Wednesday evening and night, Saturday afternoon, Sunday noon; Christmas, the new year of the
# moon, a day that only some offices keep, and the night before a holiday.
HOURS = [
    datetime.fromisoformat(f"{moment}+08:00")
    for moment in (
        *("2026-11-23T10:00", "2026-11-23T13:30", "2026-11-25T19:00", "2026-11-26T03:00"),
        *("2026-11-28T15:00", "2026-11-29T12:00", "2026-12-25T10:00"),
        *("2027-02-06T11:00", "2026-12-22T14:00", "2026-12-24T23:30"),
    )
]
VALUES: dict[str, list[Answer | None]] = {
    "gender": ["woman", "man", "other", "declined", None],
    "age": ["child", "adult", "unsure", None],
    "identity_card": ["yes", "no", "unclear", None],
    "may_stay": ["yes", "no", None],
    "situation": SITUATIONS,
    "police": ["yes", "no", None],
    "abroad": ["yes", "no", None],
    "with_children": ["yes", None],
    "languages": [("tl",), None],
}
COMBINED = list(product(*VALUES.values()))
# A number that has nothing in common with how many values there are, so that every pair of values comes up.
SOME = [
    {name: value for name, value in zip(VALUES, values, strict=True) if value is not None}
    for values in one_in(7, COMBINED[:: 1 + len(COMBINED) // 5_000])
]


def excluded(service: Service, person: dict[str, Answer], need: Need) -> bool:
    """Whether what is recorded definitely stands against a service; written down a second time, from the rules."""
    serves = service.serves

    def misses(name: str, taken: tuple[str, ...]) -> bool:
        recorded = person.get(name)
        values = set(recorded if isinstance(recorded, tuple) else [] if recorded is None else [recorded])
        open_ended = values & {"unclear", "declined", "other", "unsure"}
        return bool(taken) and bool(values) and not open_ended and not values & set(taken)

    child = person.get("age") == "child"
    ages = misses("age", serves.ages) and not (child and serves.children_ask_first)
    if misses("gender", serves.gender) or ages or misses("situation", serves.situations):
        return True
    # For a bed a child is sent to child protection, or to those who say that they take children.
    open_to_all = not serves.ages and not serves.children_ask_first and not protects_children(service)
    if child and need == "shelter" and open_to_all:
        return True
    if serves.with_children is False and person.get("with_children") == "yes":
        return True
    if serves.abroad is not None and person.get("abroad") == ("no" if serves.abroad else "yes"):
        return True
    return any(
        barrier.value == "yes"
        and barrier.evidence in {"official", "second_hand"}
        and person.get(BARRIERS[barrier.kind][0]) == "no"
        for barrier in service.barriers
    )


def meets(service: Service, person: dict[str, Answer], need: Need) -> bool:
    """Whether it is for a need; child protection finds a bed for a child. Declining to say the age is doubt about it."""
    perhaps_a_child = person.get("age") in {"child", "unsure", "declined"}
    return need in service.offers or (need == "shelter" and perhaps_a_child and protects_children(service))


def offers_for(person: dict[str, Answer], place: Directory, now: datetime = TODAY.utc) -> dict[Need, NeedServices]:
    return {
        need_services.need: need_services
        for need_services in match_services(NEEDS, person, place, moment_in(place, now))
    }


def test_nobody_is_left_alone_nobody_is_sent_to_a_closed_door_and_every_exclusion_has_its_reason() -> None:
    place = hong_kong()
    for number, person in enumerate(SOME):
        offers = offers_for(person, place, HOURS[number % len(HOURS)])
        for need, need_services in offers.items():
            named = [match.service.id for match in need_services.matches]
            left_out = {each.service.id: each for each in need_services.left_out}
            meeting = [each.id for each in place.services if meets(each, person, need)]
            assert sorted([*named, *left_out]) == sorted(meeting)
            assert not any(excluded(match.service, person, need) for match in need_services.matches), (person, need)
            for each in left_out.values():
                assert not each.service.contacts or excluded(each.service, person, need), (person, need, each.service)
                assert all(reason.certain and reason_text(reason) for reason in each.reasons)
            assert all(reason_text(reason) for match in need_services.matches for reason in match.ask_first)
            assert named or need_services.generally, (person, need)
        if person.get("abroad") == "yes":
            assert offers["residents-abroad"].matches, person
        else:
            assert all(offers[need].matches for need in VITAL), (person, [n for n in VITAL if not offers[n].matches])


UNTIL = "2027-03-01"


def with_days(place: Directory, **days: Callable[[Service], bool]) -> Directory:
    """A place in which some services said that they are closed, or full, until a day."""

    def said(service: Service) -> Service:
        return replace(service, **{kind: UNTIL for kind, chosen in days.items() if chosen(service)})

    return replace(place, services=tuple(said(service) for service in place.services))


def has_room(service: Service) -> bool:
    return "shelter" in service.offers


@pytest.mark.parametrize("hour", HOURS[::3], ids=str)
def test_where_every_house_is_full_the_department_that_finds_one_is_still_named_and_each_says_until_when(
    hour: datetime,
) -> None:
    full = with_days(hong_kong(), full_until=lambda each: has_room(each) and each.id != "social-welfare-department")
    for person in (person for person in SOME[::9] if person.get("abroad") != "yes"):
        shelters = offers_for(person, full, hour)["shelter"]

        assert shelters.matches[0].service.id == "social-welfare-department", person
        # Whoever has no room of their own finds one for a child.
        assert all(not has_room(match.service) for match in shelters.matches[1:]), person
        reasons = {each.service.id: {reason.kind for reason in each.reasons} for each in shelters.left_out}
        assert all("full_until" in kinds for name, kinds in reasons.items() if has_room(by_id(name))), person
        assert all(reason_text(reason) for each in shelters.left_out for reason in each.reasons)


@pytest.mark.parametrize("number", range(0, len(SOME), max(1, len(SOME) // 24)))
def test_whichever_services_are_closed_or_full_nobody_is_named_who_is_and_somebody_or_something_to_do_is(
    number: int,
) -> None:
    choose, person = Random(number), SOME[number]
    closed, full = ({each.id for each in hong_kong().services if choose.random() < 0.4} for _ in range(2))
    place = with_days(hong_kong(), closed_until=lambda each: each.id in closed, full_until=lambda each: each.id in full)
    for need, need_services in offers_for(person, place, HOURS[number % len(HOURS)]).items():
        named = {match.service.id for match in need_services.matches}
        assert not named & closed, (person, need)
        assert need != "shelter" or not named & full, person
        assert named or need_services.generally, (person, need)
        assert all(each.reasons for each in need_services.left_out)


def test_a_day_that_has_come_says_nothing_any_more() -> None:
    place = with_days(hong_kong(), closed_until=lambda _: True, full_until=lambda _: True)
    person: dict[str, Answer] = {"gender": "woman", "age": "adult"}

    before, after = (
        told(offers_for(person, place, datetime.fromisoformat(f"{day}T12:00+08:00"))["shelter"])
        for day in ("2027-02-28", UNTIL)
    )

    assert all(name.startswith("-") for name in before)
    assert after == told(offers_for(person, hong_kong(), datetime.fromisoformat(f"{UNTIL}T12:00+08:00"))["shelter"])


def by_id(name: str) -> Service:
    return next(each for each in hong_kong().services if each.id == name)


def test_at_every_hour_of_the_week_somebody_answers_who_can_find_a_bed() -> None:
    begin = datetime(2026, 11, 23, tzinfo=UTC)
    for hour in range(7 * 24):
        for gender in ("woman", "man", "other"):
            need_services = offers_for({"gender": gender, "age": "adult"}, hong_kong(), begin + timedelta(hours=hour))[
                "shelter"
            ]
            first = first_to_try(need_services.matches[0])
            assert first.opening is not None
            assert first.opening.open
            assert not need_services.matches[0].ask_first


@pytest.mark.parametrize("place", [code for code in directories() if code not in {ANYWHERE, "hk"}])
def test_in_every_other_place_every_need_has_a_service_or_what_to_do(place: str) -> None:
    for person in SOME[::40]:
        for need, need_services in offers_for(person, directories()[place]).items():
            assert need_services.matches or need_services.generally, (person, need)
            sent = [match.service for match in need_services.matches if excluded(match.service, person, need)]
            # A child is asked for rather than left without a bed, where nobody protects children.
            assert not sent or (need == "shelter" and all(match.ask_first for match in need_services.matches))


@pytest.mark.parametrize("gender", ["woman", "man", "other"])
@pytest.mark.parametrize("age", ["adult", "unsure"])
def test_without_an_identity_card_and_leave_to_stay_there_is_a_bed_to_ask_for(gender: str, age: str) -> None:
    person: dict[str, Answer] = {"gender": gender, "age": age, "identity_card": "no", "may_stay": "no"}

    named = [match.service.id for match in offers_for(person, hong_kong())["shelter"].matches]

    assert "social-welfare-department" in named
    assert "cease-crisis-centre" in named
    assert "harmony-house-shelter" not in named


def test_residents_who_are_held_abroad_get_1868_and_people_here_do_not() -> None:
    abroad = offers_for({"abroad": "yes"}, hong_kong())["residents-abroad"]
    here = offers_for({"abroad": "no"}, hong_kong())["residents-abroad"]

    assert [contact.number for contact in abroad.matches[0].service.contacts][:2] == ["1868", "+852 1868"]
    assert told(here) == ["-immigration-residents-abroad"]


@pytest.mark.parametrize(
    ("moment", "first", "answers"),
    [("2026-11-25T12:00+08:00", "labour-department-domestic-helpers", True), ("2026-11-25T23:00+08:00", None, False)],
)
def test_a_domestic_worker_gets_a_line_in_the_hours_of_her_language(
    moment: str, first: str | None, answers: bool
) -> None:
    person: dict[str, Answer] = {
        "gender": "woman",
        "age": "adult",
        "situation": ("domestic-work",),
        "languages": ("tl",),
    }

    need_services = offers_for(person, hong_kong(), datetime.fromisoformat(moment))["labour-advice"]

    if first is not None:
        assert need_services.matches[0].service.id == first
    line = next(match for match in need_services.matches if match.service.id == "labour-department-domestic-helpers")
    contact_now = first_to_try(line)
    assert contact_now.opening is not None
    assert contact_now.opening.open
    assert [(way.languages, way.opening and way.opening.open) for way in contact_now.fits] == [(("tl",), answers)]


@pytest.mark.parametrize(
    "office", [each for each in hong_kong().services if each.represents and each.contacts], ids=lambda each: each.id
)
def test_nobody_who_seeks_protection_is_sent_to_their_own_state(office: Service) -> None:
    seeking, unknown, not_seeking = (
        match_services(office.offers[:1], {}, hong_kong(), TODAY, answer)[0] for answer in ("yes", None, "no")
    )

    assert f"-{office.id}" in told(seeking)
    assert f"{office.id}?" in told(unknown)
    assert office.id in told(not_seeking)


def test_organisations_of_sex_workers_are_offered_for_rights_and_health_and_nothing_else() -> None:
    theirs = [each for each in hong_kong().services if "sex-worker-support" in each.offers]

    assert {each.id for each in theirs} == {
        *("action-for-reach-out", "jjj-association", "midnight-blue", "teens-key", "zi-teng"),
    }
    for each in theirs:
        assert each.offers == ("sex-worker-support",)
        assert any("not a trafficking service" in note for note in each.notes)


def test_conflicts_between_pages_are_told_as_conflicts() -> None:
    told_of = {contact.conflict for each in hong_kong().services for contact in each.contacts if contact.conflict}

    assert any("9451 4678" in conflict for conflict in told_of)
    assert any("6773 0466" in conflict for conflict in told_of)


def test_of_those_to_call_po_leung_kuk_comes_last_for_a_woman_without_an_identity_card_and_in_its_place_with_one() -> (
    None
):
    woman: dict[str, Answer] = {"gender": "woman", "age": "adult", "situation": ("domestic-work",), "may_stay": "yes"}

    without = match_services(["shelter"], {**woman, "identity_card": "no"}, hong_kong(), TODAY)[0]
    with_one = told(match_services(["shelter"], {**woman, "identity_card": "yes"}, hong_kong(), TODAY)[0])

    to_call = [match.service.id for match in without.matches if is_sure(first_to_try(match))]
    assert to_call[-2:] == ["pathfinders", "po-leung-kuk-refuge"]
    assert "po-leung-kuk-refuge" in with_one
    # Who takes only some is asked all the same.
    assert [name for name in with_one if name.endswith("?")] == ["pathfinders?"]


@pytest.mark.parametrize("gender", ["woman", "man", "other"])
def test_a_child_is_sent_to_nobody_who_takes_adults_only_and_always_to_somebody(gender: str) -> None:
    child: dict[str, Answer] = {"gender": gender, "age": "child", "situation": ("commercial-sex",)}
    shelters = offers_for(child, hong_kong())["shelter"]
    named = {match.service.id for match in shelters.matches}

    units = {each.id for each in hong_kong().services if "child-protection" in each.offers}
    # Of these two, their own pages name girls, or no lowest age: to be asked.
    girls = {"serene-court", "harmony-house-shelter"} if gender != "man" else set()
    assert named == units | girls
    assert shelters.matches[0].service.id == "social-welfare-department"
    assert {match.service.id for match in shelters.matches if match.ask_first} >= girls
    assert {"-action-for-reach-out", "-zi-teng"} <= set(told(offers_for(child, hong_kong())["sex-worker-support"]))


@pytest.mark.parametrize("age", ["child", "unsure", "declined"])
@pytest.mark.parametrize("place", [code for code in directories() if code != ANYWHERE])
def test_in_every_place_a_bed_for_a_child_is_found_by_those_who_protect_children_or_take_them(
    place: str, age: str
) -> None:
    directory = directories()[place]
    shelters = offers_for({"age": age}, directory)["shelter"]

    protecting = any(protects_children(each) and each.contacts for each in directory.services)
    assert shelters.matches or shelters.generally
    for match in shelters.matches:
        serves = match.service.serves
        takes = protects_children(match.service) or "child" in serves.ages
        # Where nobody protects children, and where the age is in doubt, others are asked.
        assert takes or (match.ask_first and (serves.children_ask_first or age != "child" or not protecting))
    # A page on the web comes before no number, whoever has it.
    called = [match for match in shelters.matches if is_sure(first_to_try(match))]
    if any(protects_children(match.service) for match in called):
        assert protects_children(called[0].service)


@pytest.mark.parametrize("hour", range(0, 24, 3))
def test_a_page_on_the_web_never_comes_before_a_number_to_call(hour: int) -> None:
    offers = offers_for({}, hong_kong(), datetime(2026, 11, 23, hour, tzinfo=UTC))

    assert set(offers) == set(NEEDS)
    for need, need_services in offers.items():
        sure = [is_sure(first_to_try(match)) for match in need_services.matches]
        assert sure == sorted(sure, reverse=True), need


def test_men_are_never_left_without_a_shelter() -> None:
    man: dict[str, Answer] = {"gender": "man", "age": "adult", "identity_card": "no", "may_stay": "no"}
    need_services = match_services(["shelter"], man, hong_kong(), TODAY)[0]

    assert "caritas-mens-hostel?" in told(need_services)
    assert not any(match.service.serves.gender == ("woman",) for match in need_services.matches)


def test_the_iom_line_stands_beside_a_fallback_that_was_seen_on_an_official_page() -> None:
    need_services = match_services(["anti-trafficking"], {}, hong_kong(), TODAY)[0]
    evidence = {match.service.id: first_to_try(match).contact.evidence for match in need_services.matches}

    assert evidence["iom-hong-kong"] == "article"
    assert "official" in evidence.values()


@pytest.mark.parametrize("name", ["palermo", "first-contact"])
def test_every_need_of_the_built_in_guidance_is_offered_in_hong_kong(name: str) -> None:
    indicator_set = find_set(name)
    offered = {need for each in hong_kong().services if each.contacts for need in each.offers}

    wanted = {need for pathway in indicator_set.guidance for need in pathway.needs}
    wanted |= {need for flag in indicator_set.about.flags for need in flag.needs}

    assert wanted <= offered


@pytest.mark.parametrize("place", [code for code in directories() if code != ANYWHERE])
def test_in_every_place_the_emergency_number_is_found_by_need_and_is_written_once(place: str) -> None:
    directory = directories()[place]
    (emergency,) = match_services([EMERGENCY], {}, directory, TODAY)
    (intl,) = match_services([EMERGENCY], {}, directories()[ANYWHERE], TODAY)

    numbers = [contact.number for each in directory.services for contact in each.contacts]
    assert EMERGENCY in [match.service.id for match in emergency.matches]
    assert numbers.count(directory.emergency.number) == 1
    assert (intl.matches, bool(intl.generally)) == ((), True)
