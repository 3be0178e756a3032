"""Who is named, in which order, with what to ask first, and who is left out and why."""

from typing import Any

import pytest

from screening.matching import Offer, Reason, match_services
from screening.model import Answer
from tests.support.services import TODAY, directory, service, told


def barrier(kind: str, value: str = "yes", evidence: str = "official") -> dict[str, Any]:
    return {"kind": kind, "value": value, "evidence": evidence, "source": "x", "page_date": "2017"}


def shelters(circumstances: dict[str, Answer], *services: dict[str, Any]) -> Offer:
    """The offer for the need of a shelter."""
    return match_services(["shelter"], circumstances, directory(*services), TODAY)[0]


@pytest.mark.parametrize(
    ("serves", "circumstances", "expected"),
    [
        ({"gender": ["woman"]}, {"gender": "woman"}, "a"),
        ({"gender": ["woman"]}, {"gender": "man"}, "-a"),
        ({"gender": ["woman"]}, {"gender": "other"}, "a?"),
        ({"gender": ["woman"]}, {"gender": "unclear"}, "a?"),
        ({"gender": ["woman"]}, {"gender": "declined"}, "a?"),
        ({"gender": ["woman"]}, {}, "a?"),
        ({"ages": ["child"]}, {"age": "child"}, "a"),
        ({"ages": ["child"]}, {"age": "adult"}, "-a"),
        ({"ages": ["adult"]}, {"age": "child"}, "-a"),
        ({"ages": ["adult"]}, {"age": "unsure"}, "a?"),
        ({"situations": ["domestic-work"]}, {"situation": ("domestic-work", "medical")}, "a"),
        ({"situations": ["domestic-work"]}, {"situation": ("fishing",)}, "-a"),
        ({"situations": ["domestic-work"]}, {"situation": ("fishing", "other")}, "a?"),
        ({"with_children": False}, {"with_children": "yes"}, "-a"),
        ({"with_children": False}, {"with_children": "no"}, "a"),
        ({"with_children": False}, {}, "a?"),
        ({"with_children": True}, {}, "a"),
        ({"abroad": True}, {"abroad": "yes"}, "a"),
        ({"abroad": True}, {"abroad": "no"}, "-a"),
        ({"abroad": True}, {}, "a?"),
        ({"abroad": False}, {"abroad": "yes"}, "-a"),
        ({"abroad": False}, {"abroad": "no"}, "a"),
        ({"abroad": False}, {}, "a"),
        ({}, {"gender": "man", "age": "child", "abroad": "yes"}, "a"),
    ],
    ids=str,
)
def test_only_a_definite_mismatch_excludes(serves: Any, circumstances: dict[str, Answer], expected: str) -> None:
    assert told(shelters(circumstances, service("a", serves=serves))) == [expected]


@pytest.mark.parametrize(
    ("value", "evidence", "identity_card", "expected"),
    [
        ("yes", "official", "no", "-a"),
        ("yes", "second_hand", "no", "-a"),
        ("yes", "repository", "no", "a?"),
        ("yes", "article", "no", "a?"),
        ("yes", "unverified", "no", "a?"),
        ("yes", "official", "yes", "a"),
        ("yes", "official", "unclear", "a?"),
        ("yes", "official", "declined", "a?"),
        ("yes", "official", None, "a?"),
        ("unknown", "official", "no", "a?"),
        ("unknown", "official", "yes", "a"),
        ("no", "official", "no", "a"),
    ],
)
def test_a_barrier_excludes_only_on_good_evidence(
    value: str, evidence: str, identity_card: str | None, expected: str
) -> None:
    circumstances: dict[str, Answer] = {} if identity_card is None else {"identity_card": identity_card}
    barred = service("a", barriers=[barrier("needs_identity_card", value, evidence)])

    assert told(shelters(circumstances, barred)) == [expected]


@pytest.mark.parametrize(
    ("serves", "circumstances", "reason"),
    [
        ({"gender": ["woman"]}, {"gender": "man"}, Reason("gender", True, "man", ("woman",))),
        ({"gender": ["woman"]}, {"gender": "declined"}, Reason("gender", False, "declined", ("woman",))),
        ({"gender": ["woman", "man"]}, {}, Reason("gender", False, None, ("woman", "man"))),
        ({"ages": ["adult"]}, {"age": "child"}, Reason("age", True, "child", ("adult",))),
        (
            {"situations": ["fishing"]},
            {"situation": ("medical", "other")},
            Reason("situation", False, ("medical", "other"), ("fishing",)),
        ),
        ({"with_children": False}, {"with_children": "yes"}, Reason("with_children", True, "yes", ("no",))),
        ({"with_children": False}, {"with_children": "unclear"}, Reason("with_children", False, "unclear", ("no",))),
        ({"with_children": False}, {}, Reason("with_children", False, None, ("no",))),
        ({"abroad": True}, {"abroad": "no"}, Reason("abroad", True, "no", ("yes",))),
        ({"abroad": True}, {"abroad": "declined"}, Reason("abroad", False, "declined", ("yes",))),
        ({"abroad": True}, {}, Reason("abroad", False, None, ("yes",))),
        ({"abroad": False}, {"abroad": "yes"}, Reason("abroad", True, "yes", ("no",))),
    ],
    ids=str,
)
def test_a_reason_says_what_was_recorded_and_what_the_service_takes(
    serves: Any, circumstances: dict[str, Answer], reason: Reason
) -> None:
    offer = shelters(circumstances, service("a", serves=serves))

    # A certain one stands with those left out, one to be asked about with those to call.
    named = offer.left_out[0].reasons if reason.certain else offer.matches[0].ask_first
    assert named == (reason,)


@pytest.mark.parametrize(("identity_card", "certain"), [("no", True), ("declined", False), (None, False)])
def test_a_reason_that_is_a_barrier_says_where_the_barrier_was_read(identity_card: str | None, certain: bool) -> None:
    circumstances: dict[str, Answer] = {} if identity_card is None else {"identity_card": identity_card}
    barred = service("a", barriers=[barrier("needs_identity_card", evidence="second_hand")])

    offer = shelters(circumstances, barred)

    found = directory(barred).services[0].barriers[0]
    named = offer.left_out[0].reasons if certain else offer.matches[0].ask_first
    assert named == (Reason("needs_identity_card", certain, identity_card, barrier=found),)


def test_who_is_left_out_is_told_what_excludes_and_not_what_could_have_been_asked() -> None:
    offer = shelters({"gender": "man"}, service("a", serves={"gender": ["woman"], "ages": ["adult"]}))

    assert [reason.kind for reason in offer.left_out[0].reasons] == ["gender"]


def test_a_barrier_of_legal_stay_looks_at_the_stay() -> None:
    barred = service("a", barriers=[barrier("needs_legal_stay")])

    assert told(shelters({"may_stay": "no", "identity_card": "yes"}, barred)) == ["-a"]
    assert told(shelters({"may_stay": "yes", "identity_card": "no"}, barred)) == ["a"]


def test_district_is_matched() -> None:
    unit = service("a", districts=["east"])
    places = directory(unit, districts={"east": "East", "west": "West"})

    assert told(match_services(["shelter"], {"district": "east"}, places, TODAY)[0]) == ["a"]
    assert told(match_services(["shelter"], {"district": "west"}, places, TODAY)[0]) == ["-a"]
    assert told(match_services(["shelter"], {}, places, TODAY)[0]) == ["a?"]


def test_a_service_without_a_contact_is_left_out_and_says_so() -> None:
    offer = shelters({}, service("a", contacts=[], notes=["No number was seen."]))

    assert offer.left_out[0].reasons == (Reason("no_contact", certain=True),)
    (reason,) = offer.left_out[0].reasons
    assert (reason.recorded, reason.wanted, reason.barrier) == (None, (), None)


def test_first_those_without_a_question_then_by_evidence_then_by_file() -> None:
    services = [
        service("asked", serves={"gender": ["woman"]}),
        service("article", evidence="article"),
        service("second", evidence="second_hand"),
        service("first-official"),
        service("second-official"),
    ]

    assert told(shelters({}, *services)) == ["first-official", "second-official", "second", "article", "asked?"]


def test_who_does_not_want_the_police_is_sent_to_those_who_do_not_inform_them() -> None:
    services = [
        service("informs", informs_police="yes"),
        service("unknown"),
        service("silent", informs_police="no", evidence="article"),
    ]

    assert told(shelters({"police": "no"}, *services)) == ["silent", "unknown", "informs"]
    assert told(shelters({"police": "yes"}, *services)) == ["informs", "unknown", "silent"]
    assert told(shelters({}, *services)) == ["informs", "unknown", "silent"]
