"""Who is named, in which order, with what to ask first, and who is left out and why."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from screening.advise import Offer, Reason, advise, evidence_of, is_old, match_services, may_be_wrong
from screening.assess import Assessor
from screening.directory import Directory
from screening.model import Answer
from tests.support.building import asked, build_directory, small_set

TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def service(name: str, **more: Any) -> dict[str, Any]:
    """A shelter that anybody may call."""
    contact = {"kind": "telephone", "number": "1", "evidence": more.pop("evidence", "official")}
    return {
        "id": name,
        "names": {"en": name},
        "offers": ["shelter"],
        "contacts": [contact],
        "source": "x",
        "page_date": "2026",
        **more,
    }


def barrier(kind: str, value: str = "yes", evidence: str = "official") -> dict[str, Any]:
    return {"kind": kind, "value": value, "evidence": evidence, "source": "x", "page_date": "2017"}


def directory(*services: dict[str, Any], **more: Any) -> Directory:
    return build_directory(
        {
            "place": "xx",
            "names": {"en": "X"},
            "as_of": "2026-11-22",
            "time_zone": "Asia/Hong_Kong",
            "emergency": {
                "number": "999",
                "names": {"en": "x"},
                "evidence": "official",
                "source": "x",
                "page_date": "2026",
            },
            "services": list(services),
            **more,
        }
    )


def shelters(circumstances: dict[str, Answer], *services: dict[str, Any]) -> Offer:
    """The offer for the need of a shelter."""
    return match_services(["shelter"], circumstances, directory(*services), TODAY)[0]


def told(offer: Offer) -> list[str]:
    """Services in order, those to be asked first with a question mark, those left out with a minus."""
    named = [f"{match.service.id}{'?' if match.ask_first else ''}" for match in offer.matches]
    return [*named, *(f"-{each.service.id}" for each in offer.left_out)]


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


def test_the_best_contact_decides_the_evidence() -> None:
    contacts = [
        {"kind": "telephone", "number": "1", "evidence": "article"},
        {"kind": "email", "number": "x", "evidence": "second_hand"},
    ]

    assert evidence_of(directory(service("a", contacts=contacts)).services[0]) == "second_hand"


def test_what_nobody_can_be_reached_at_is_unverified() -> None:
    assert evidence_of(directory(service("a", contacts=[])).services[0]) == "unverified"


@pytest.mark.parametrize(
    ("page_date", "confirmed_on", "old"),
    [
        ("2023-11-22", None, False),
        ("2023-11-21", None, True),
        ("2023-11", None, False),
        ("2023-10", None, True),
        ("2023", None, False),
        ("2022", None, True),
        ("unknown", None, True),
        ("2013", "2026-01-01", False),
    ],
)
def test_a_page_is_old_after_three_years(page_date: str, confirmed_on: str | None, old: bool) -> None:
    found = directory(service("a", page_date=page_date, confirmed_on=confirmed_on)).services[0]

    assert is_old(found, date(2026, 11, 22)) is old


@pytest.mark.parametrize(
    ("evidence", "page_date", "wrong"),
    [
        ("official", "2026", False),
        ("unverified", "2026", False),
        ("official", "2022", True),
        ("article", "2026", True),
        ("article", "2022", True),
    ],
)
def test_contacts_may_be_wrong_where_they_are_old_or_rest_on_an_article(
    evidence: str, page_date: str, wrong: bool
) -> None:
    found = directory(service("a", evidence=evidence, page_date=page_date)).services[0]

    assert may_be_wrong(found, date(2026, 11, 22)) is wrong


def test_advice_follows_flags_then_pathways_and_keeps_wishes_and_duties() -> None:
    indicator_set = small_set(
        [asked("alarm", raises=["alarm"])],
        [],
        flags=[{"id": "alarm", "title": "x", "do": ["x"], "needs": ["crisis-line"]}],
        guidance=[
            {"id": "one", "title": "x", "do": ["x"], "needs": ["shelter", "crisis-line"]},
            {"id": "two", "title": "x", "do": ["x"], "when": {"circumstance": "abroad", "is": ["yes"]}},
        ],
    )
    duties = [
        {"id": name, "title": name, "text": ["x"], "evidence": "official", "source": "x", "page_date": "2026", **more}
        for name, more in (("all", {}), ("child", {"child": True}))
    ]
    circumstances: dict[str, Answer] = {"age": "adult", "police": "no", "gender": "woman"}
    assessment = Assessor(indicator_set).assess({"alarm": "yes"}, circumstances)

    advice = advise(indicator_set, assessment, circumstances, directory(service("a"), duties=duties), TODAY)

    assert [flag.id for flag in advice.flags] == ["alarm"]
    assert [pathway.id for pathway in advice.pathways] == ["one"]
    assert [offer.need for offer in advice.offers] == ["crisis-line", "shelter"]
    assert advice.wishes == {"police": "no"}
    assert [duty.id for duty in advice.duties] == ["all"]


def test_a_child_gets_the_duties_towards_children_and_a_card_even_from_a_set_without_one() -> None:
    indicator_set = small_set([asked("q")], [])
    child: dict[str, Answer] = {"age": "unsure"}
    assessment = Assessor(indicator_set).assess({}, child)
    duty = {"id": "d", "title": "x", "text": ["x"], "child": True}
    place = directory(duties=[{**duty, "evidence": "official", "source": "x", "page_date": "2026"}])

    advice = advise(indicator_set, assessment, child, place, TODAY)

    assert [flag.id for flag in advice.flags] == ["child"]
    assert advice.offers[0].need == "child-protection"
    assert [duty.id for duty in advice.duties] == ["d"]


def test_advice_says_from_which_directory_it_is() -> None:
    indicator_set = small_set([asked("q")], [])
    place = directory(service("a"))

    assert advise(indicator_set, Assessor(indicator_set).assess({}, {}), {}, place, TODAY).directory is place


def test_today_is_the_day_of_the_place() -> None:
    indicator_set = small_set([asked("q")], [])
    late = datetime(2026, 11, 22, 20, tzinfo=UTC)

    advice = advise(indicator_set, Assessor(indicator_set).assess({}, {}), {}, directory(), late)

    assert advice.today == date(2026, 11, 23)


def test_without_a_directory_there_is_advice_and_no_services() -> None:
    indicator_set = small_set([asked("q")], [], guidance=[{"id": "p", "title": "x", "do": ["x"], "needs": ["shelter"]}])

    advice = advise(indicator_set, Assessor(indicator_set).assess({}, {}), {}, None, TODAY)

    assert (len(advice.pathways), advice.offers, advice.directory) == (1, (), None)
