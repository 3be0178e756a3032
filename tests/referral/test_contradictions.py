"""What a service says of itself that cannot all be so is found, and nothing that can."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from screening.referral.contradictions import contradictions
from screening.referral.hours import never_both
from screening.referral.opening import opening
from screening.referral.service import Service
from tests.support.building import directories
from tests.support.hours import readable_hours
from tests.support.problems import said
from tests.support.services import directory, service
from tests.support.thorough import examples

OUTSIDE, INSIDE = (
    {"kind": "telephone", "number": "1", "evidence": "official", "dial_from": where} for where in ("outside", "inside")
)
CARD = {"kind": "needs_identity_card", "evidence": "official", "source": "S", "page_date": "2026"}
SPEAKS = {"kind": "telephone", "number": "1", "evidence": "official", "hours": "Mo-Fr 09:00-17:00"}


def made(**more: Any) -> Service:
    return directory(service("a", **more), districts={"north": "North"}).services[0]


CONTRADICTORY: dict[str, tuple[dict[str, Any], tuple[str | int, ...], str]] = {
    "child protection for adults only": (
        {"offers": ["shelter", "child-protection"], "serves": {"ages": ["adult"]}},
        ("offers", 1),
        "the service offers 'child-protection' and takes adults only",
    ),
    "children who are taken and asked about": (
        {"serves": {"ages": ["child"], "children_ask_first": True}},
        ("serves", "children_ask_first"),
        "the service takes children, and they are asked about first",
    ),
    "always shown for what it does not offer": (
        {"show": {"always_for": ["shelter", "medical"]}},
        ("show", "always_for", 1),
        "the service is always shown for 'medical', and does not offer it",
    ),
    "for residents abroad who are not abroad": (
        {"offers": ["residents-abroad"], "serves": {"abroad": False}},
        ("offers", 0),
        "the service offers 'residents-abroad' and takes nobody who is abroad",
    ),
    "police that do not tell the police": (
        {"offers": ["police"], "informs_police": "no"},
        ("offers", 0),
        "the service offers 'police', and informs_police is 'no'",
    ),
    "police of whom nobody says that they are": (
        {"offers": ["police"]},
        ("offers", 0),
        "the service offers 'police', and informs_police is 'unknown'",
    ),
    "protection from a state, by a state": (
        {"offers": ["asylum-advice"], "represents": "Nowhere"},
        ("offers", 0),
        "the service offers 'asylum-advice' and belongs to a state ('Nowhere')",
    ),
    "a district of the place for people who are abroad": (
        {"serves": {"abroad": True}, "districts": ["north"]},
        ("districts",),
        "the service takes only people abroad, and only those of some districts here",
    ),
    "only from outside for people inside": (
        {"serves": {"abroad": False}, "contacts": [OUTSIDE]},
        ("serves", "abroad"),
        "the service takes nobody who is abroad, and can be called only from outside the place",
    ),
    "only from inside for people outside": (
        {"serves": {"abroad": True}, "contacts": [INSIDE]},
        ("serves", "abroad"),
        "the service takes only people abroad, and can be called only from inside the place",
    ),
    "a barrier with two values": (
        {"barriers": [{**CARD, "value": "yes"}, {**CARD, "value": "no"}]},
        ("barriers", 1, "kind"),
        "the barrier 'needs_identity_card' is there twice",
    ),
    "languages when nobody answers": (
        {"contacts": [{**SPEAKS, "spoken": [{"languages": ["en"]}, {"languages": ["ne"], "hours": "Sa 09:00-12:00"}]}]},
        ("contacts", 0, "spoken", 1, "hours"),
        "these languages are spoken only when nobody answers ('Mo-Fr 09:00-17:00')",
    ),
}


@pytest.mark.parametrize(("more", "path", "says"), CONTRADICTORY.values(), ids=CONTRADICTORY)
def test_a_contradiction_is_found_where_it_stands(more: dict[str, Any], path: tuple[str | int, ...], says: str) -> None:
    (found,) = contradictions(made(**more))

    assert (found.path, said(found.message)) == (path, says)


@pytest.mark.parametrize(
    "more",
    [
        {"offers": ["child-protection"], "serves": {"ages": ["child", "adult"]}},
        {"offers": ["residents-abroad"], "serves": {"abroad": True}, "contacts": [OUTSIDE, INSIDE]},
        {"offers": ["police-complaint"], "informs_police": "no"},
        {"offers": ["police"], "informs_police": "yes"},
        {"offers": ["consulate"], "represents": "Nowhere"},
        {"barriers": [{**CARD, "value": "no"}, {**CARD, "kind": "needs_legal_stay", "value": "yes"}]},
        {"contacts": [{**SPEAKS, "spoken": [{"languages": ["ne"], "hours": "Fr-Sa 16:00-20:00"}]}]},
    ],
    ids=str,
)
def test_what_can_be_so_is_no_contradiction(more: dict[str, Any]) -> None:
    assert list(contradictions(made(**more))) == []


def test_no_built_in_service_contradicts_itself() -> None:
    services = [each for place in directories().values() for each in place.services]

    assert [(each.id, list(contradictions(each))) for each in services if [*contradictions(each)]] == []


@pytest.mark.parametrize(
    ("hours", "others", "never"),
    [
        ("Mo-Fr 09:00-17:00", "Sa-Su 09:00-17:00", True),
        ("Mo-Fr 09:00-17:00", "Fr-Sa 16:59-20:00", False),
        ("Mo 09:00-12:00", "Mo 12:00-13:00", True),
        ("Mo 22:00-02:00", "Tu 01:00-03:00", False),
        ("Su 22:00-02:00", "Mo 01:00-03:00", False),
        ("24/7", "Su 23:59-24:00", False),
        ("Mo 09:00-12:00; PH 09:00-12:00", "Tu 09:00-12:00; PH 09:00-12:00", True),
    ],
)
def test_two_hours_that_never_hold_together(hours: str, others: str, never: bool) -> None:
    assert never_both(hours, others) is never_both(others, hours) is never


@pytest.mark.slow
@examples(60)
@given(hours=readable_hours(), others=readable_hours())
def test_where_hours_never_hold_together_there_is_no_moment_at_which_both_do(hours: str, others: str) -> None:
    monday = datetime(2026, 11, 23)
    moments = [monday + timedelta(minutes=30 * half) for half in range(7 * 48)]

    together = [at for at in moments if all((now := opening(each, at)) and now.open for each in (hours, others))]

    assert not (together and never_both(hours, others))
