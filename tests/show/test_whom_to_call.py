"""Whom to call, in words."""

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.matching import match_services
from screening.sets.answers import Answer
from screening.show.contacts import short_contact
from screening.show.whom_to_call import SAY_NOTHING_TO, freshness, service_lines, what_to_say
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


@pytest.mark.parametrize(
    ("circumstances", "said"),
    [
        (
            {"gender": "woman", "age": "adult", "languages": ("tl", "id")},
            "woman or girl; 18 or over; speaks Tagalog, Bahasa Indonesia",
        ),
        ({"age": "unsure", "with_children": "yes", "abroad": "yes"}, "not sure; has children with them; is abroad"),
        (
            {"gender": "declined", "age": "unclear", "languages": "unclear", "with_children": "yes"},
            "has children with them",
        ),
    ],
    ids=["known", "age-not-sure", "undecided"],
)
def test_what_is_said_of_the_person_is_what_is_known_of_them(circumstances: dict[str, Answer], said: str) -> None:
    assert f"and only this about the person: {said}. Say no name yet." in ENGLISH.render(what_to_say(circumstances))


def test_of_whom_nothing_is_known_nothing_is_said() -> None:
    nothing: dict[str, Answer] = {"gender": "declined", "age": "unclear", "languages": "declined"}

    assert "Say what is needed. Say no name yet." in ENGLISH.render(what_to_say(nothing))


@pytest.mark.parametrize(
    ("circumstances", "is_said"),
    [({}, True), ({"may_call": "yes"}, True), ({"may_call": "no"}, False)],
    ids=["not-asked", "may-call", "may-call-nobody"],
)
def test_what_to_keep_from_an_authority_is_said_only_where_somebody_may_be_called(
    circumstances: dict[str, Answer], is_said: bool
) -> None:
    place = directory(service("station", offers=["police"]))
    offers = match_services(("police",), circumstances, place, TODAY)
    lines = [line.text for line in service_lines(place, offers, TODAY.today, circumstances)]

    assert any("station" in line for line in map(ENGLISH.render, lines))
    assert (SAY_NOTHING_TO in lines) is is_said
