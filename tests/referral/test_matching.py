"""Who is named, in which order, with what to ask first, and who is left out and why."""

from datetime import datetime
from typing import Any

import pytest

from screening.referral.anywhere import ANYWHERE
from screening.referral.matching import first_to_try, match_services
from screening.referral.moment import moment_in
from screening.referral.reasons import Reason
from screening.sets.answers import Answer
from screening.sets.needs import Need
from tests.support.services import CLOSED, OPEN, TODAY, directory, phone, service, shelters, told


def barrier(kind: str, value: str = "yes", evidence: str = "official") -> dict[str, Any]:
    return {"kind": kind, "value": value, "evidence": evidence, "source": "x", "page_date": "2017"}


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
        # Doubt counts as childhood.
        ({"ages": ["child"]}, {"age": "unsure"}, "a"),
        ({"ages": ["child"]}, {"age": "declined"}, "a"),
        ({"ages": ["child"]}, {}, "a?"),
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
        ({}, {"gender": "man", "age": "adult", "abroad": "yes"}, "a"),
    ],
    ids=str,
)
def test_only_a_definite_mismatch_excludes(serves: Any, circumstances: dict[str, Answer], expected: str) -> None:
    assert told(shelters(circumstances, service("a", serves=serves))) == [expected]


PROTECTS = {"offers": ["child-protection"]}


@pytest.mark.parametrize(
    ("serves", "age", "expected"),
    [
        ({}, "child", ["unit", "-a"]),
        ({"ages": ["adult"]}, "child", ["unit", "-a"]),
        ({"ages": ["child"]}, "child", ["a", "unit"]),
        ({"ages": ["adult", "child"]}, "child", ["a", "unit"]),
        ({"ages": ["adult"], "children_ask_first": True}, "child", ["unit", "a?"]),
        ({"children_ask_first": True}, "child", ["unit", "a?"]),
        # Doubt counts as childhood, and shuts nobody out.
        ({}, "unsure", ["unit", "a?"]),
        ({}, "declined", ["unit", "a?"]),
        ({"ages": ["adult"]}, "unsure", ["unit", "a?"]),
        ({}, "adult", ["a"]),
        ({"ages": ["adult"], "children_ask_first": True}, "adult", ["a"]),
        ({}, None, ["a"]),
    ],
    ids=str,
)
def test_a_child_who_needs_a_bed_is_sent_to_child_protection_and_to_whoever_says_that_they_take_children(
    serves: Any, age: str | None, expected: list[str]
) -> None:
    circumstances: dict[str, Answer] = {} if age is None else {"age": age}

    assert told(shelters(circumstances, service("a", serves=serves), service("unit", **PROTECTS))) == expected


def test_where_nobody_protects_children_a_child_is_asked_for_rather_than_left_without_a_bed() -> None:
    adults = service("adults", serves={"ages": ["adult"]})

    assert told(shelters({"age": "child"}, service("a"), adults)) == ["a?", "-adults"]
    assert told(shelters({"age": "child"}, service("a"), adults, service("unit", contacts=[], **PROTECTS)))[0] == "a?"


@pytest.mark.parametrize("need", ["legal-advice", "migrant-worker-help"])
def test_for_advice_a_child_may_ask_anybody(need: Need) -> None:
    place = directory(service("a", offers=[need]), service("unit", **PROTECTS))

    assert told(match_services([need], {"age": "child"}, place, TODAY)[0]) == ["a"]


def test_what_is_not_known_of_children_says_so() -> None:
    child, unsure = (shelters({"age": age}, service("a"), service("unit", **PROTECTS)) for age in ("child", "unsure"))

    assert child.left_out[0].reasons == (Reason("child", True, "child"),)
    assert unsure.matches[1].ask_first == (Reason("child", False, "unsure"),)


@pytest.mark.parametrize(
    ("hour", "situation", "expected"),
    [
        (12, ("domestic-work",), ["theirs", "open", "official"]),
        (12, ("domestic-work", "medical"), ["theirs", "open", "official"]),
        (12, "declined", ["open", "theirs?", "official"]),
        # An office whose hours nobody has seen is not counted on at night.
        (2, ("domestic-work",), ["open", "theirs", "official"]),
    ],
    ids=str,
)
def test_a_service_for_the_persons_own_group_comes_before_a_general_one(
    hour: int, situation: Answer, expected: list[str]
) -> None:
    services = [
        service("official"),
        service("open", contacts=[phone(**OPEN)]),
        service("theirs", serves={"situations": ["domestic-work"]}, evidence="repository"),
    ]
    place = directory(*services)
    moment = moment_in(place, datetime.fromisoformat(f"2026-11-24T{hour:02}:00+08:00"))

    found = told(match_services(["shelter"], {"situation": situation}, place, moment)[0])

    assert [name for name in found if not name.endswith("?")] == [name for name in expected if not name.endswith("?")]
    assert set(found) == set(expected)


def test_the_persons_own_group_does_not_come_before_their_wish_about_the_police_or_before_who_need_not_be_asked() -> (
    None
):
    theirs = {"situations": ["fishing"]}
    services = [
        service("tells", serves=theirs, informs_police="yes"),
        service("asked", serves={**theirs, "gender": ["woman"]}),
        service("unknown", serves=theirs),
        service("silent", informs_police="no"),
    ]
    person: dict[str, Answer] = {"situation": ("fishing",), "police": "no"}

    assert told(shelters(person, *services)) == ["silent", "unknown", "asked?", "tells?"]


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
    need_services = shelters(circumstances, service("a", serves=serves))

    # A certain one stands with those left out, one to be asked about with those to call.
    named = need_services.left_out[0].reasons if reason.certain else need_services.matches[0].ask_first
    assert named == (reason,)


@pytest.mark.parametrize(("identity_card", "certain"), [("no", True), ("declined", False), (None, False)])
def test_a_reason_that_is_a_barrier_says_where_the_barrier_was_read(identity_card: str | None, certain: bool) -> None:
    circumstances: dict[str, Answer] = {} if identity_card is None else {"identity_card": identity_card}
    barred = service("a", barriers=[barrier("needs_identity_card", evidence="second_hand")])

    need_services = shelters(circumstances, barred)

    found = directory(barred).services[0].barriers[0]
    named = need_services.left_out[0].reasons if certain else need_services.matches[0].ask_first
    assert named == (Reason("needs_identity_card", certain, identity_card, barrier=found),)


def test_who_is_left_out_is_told_what_excludes_and_not_what_could_have_been_asked() -> None:
    need_services = shelters({"gender": "man"}, service("a", serves={"gender": ["woman"], "ages": ["adult"]}))

    assert [reason.kind for reason in need_services.left_out[0].reasons] == ["gender"]


def test_a_barrier_of_legal_stay_looks_at_the_stay() -> None:
    barred = service("a", barriers=[barrier("needs_legal_stay")])

    assert told(shelters({"may_stay": "no", "identity_card": "yes"}, barred)) == ["-a"]
    assert told(shelters({"may_stay": "yes", "identity_card": "no"}, barred)) == ["a"]


@pytest.mark.parametrize(
    ("represents", "seeks_protection", "expected"),
    [
        ("Utopia", "yes", "-a"),
        ("Utopia", "no", "a"),
        ("Utopia", "unclear", "a?"),
        ("Utopia", None, "a?"),
        (None, "yes", "a"),
    ],
)
def test_nobody_is_sent_to_the_authorities_of_a_state_from_which_they_may_need_protection(
    represents: str | None, seeks_protection: str | None, expected: str
) -> None:
    place = directory(service("a", represents=represents))

    (need_services,) = match_services(["shelter"], {}, place, TODAY, seeks_protection)

    assert told(need_services) == [expected]
    reasons = [reason for each in need_services.left_out for reason in each.reasons]
    reasons += [reason for each in need_services.matches for reason in each.ask_first]
    certain = seeks_protection == "yes"
    assert reasons == ([] if expected == "a" else [Reason("represents", certain, seeks_protection, ("Utopia",))])


def test_only_what_offers_it_is_named_for_a_need() -> None:
    assert told(shelters({}, service("doctor", offers=["medical"]), service("a"))) == ["a"]


@pytest.mark.parametrize(
    ("place", "services", "generally"),
    [
        ("xx", [], ("Ask around.",)),
        ("xx", [service("a", contacts=[])], ("Ask around.",)),
        ("xx", [service("a")], ()),
        (ANYWHERE, [service("a")], ("Ask around.",)),
    ],
)
def test_what_to_do_without_anybody_is_said_where_nobody_is_named_or_no_place_is_known(
    place: str, services: list[dict[str, Any]], generally: tuple[str, ...]
) -> None:
    anywhere = [{"needs": ["shelter"], "do": ["Ask around."]}]

    (need_services,) = match_services(["shelter"], {}, directory(*services, place=place, anywhere=anywhere), TODAY)

    assert need_services.generally == generally


def test_district_is_matched() -> None:
    unit = service("a", districts=["east"])
    places = directory(unit, districts={"east": "East", "west": "West"})

    assert told(match_services(["shelter"], {"district": "east"}, places, TODAY)[0]) == ["a"]
    assert told(match_services(["shelter"], {"district": "west"}, places, TODAY)[0]) == ["-a"]
    assert told(match_services(["shelter"], {}, places, TODAY)[0]) == ["a?"]


def test_a_service_without_a_contact_is_left_out_and_says_so() -> None:
    need_services = shelters({}, service("a", contacts=[], notes=["No number was seen."]))

    assert need_services.left_out[0].reasons == (Reason("no_contact", certain=True),)
    (reason,) = need_services.left_out[0].reasons
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


@pytest.mark.parametrize(
    ("confirmed_on", "order"),
    [
        ("2026-11-01", ["called", "official", "second"]),
        # Long ago, or on a day that has not come.
        ("2026-01-01", ["official", "second", "called"]),
        ("2026-12-01", ["official", "second", "called"]),
    ],
)
@pytest.mark.parametrize("evidence", ["article", "unverified"])
def test_what_somebody_has_called_is_as_well_known_as_what_its_own_page_says(
    evidence: str, confirmed_on: str, order: list[str]
) -> None:
    called = service("called", evidence=evidence, confirmed_on=confirmed_on)

    assert told(shelters({}, called, service("second", evidence="second_hand"), service("official"))) == order


def test_who_does_not_want_the_police_is_sent_to_those_who_do_not_inform_them() -> None:
    services = [
        service("informs", informs_police="yes"),
        service("unknown"),
        service("silent", informs_police="no", evidence="article"),
    ]

    assert told(shelters({"police": "no"}, *services)) == ["silent", "unknown", "informs?"]
    assert told(shelters({"police": "yes"}, *services)) == ["informs", "unknown", "silent"]
    assert told(shelters({}, *services)) == ["informs", "unknown", "silent"]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"only": ["women who are pregnant"]}, Reason("only", False, None, ("women who are pregnant",))),
        (
            {"referral": {"by": ["police", "organisation"]}},
            Reason("referral", False, None, ("police", "organisation")),
        ),
        ({"informs_police": "yes"}, Reason("police", False, "no")),
    ],
    ids=str,
)
def test_what_no_circumstance_says_has_to_be_asked_first(more: dict[str, Any], reason: Reason) -> None:
    need_services = shelters({"police": "no"}, service("asked", **more), service("ready"))

    assert told(need_services) == ["ready", "asked?"]
    assert need_services.matches[1].ask_first == (reason,)


def test_who_can_ask_for_themselves_among_others_asks_nobody_first() -> None:
    assert told(shelters({}, service("a", referral={"by": ["organisation", "self"]}))) == ["a"]


def test_in_an_emergency_nobody_is_asked_about_the_police() -> None:
    line = service("a", offers=["emergency"], informs_police="yes")

    assert told(match_services(["emergency"], {"police": "no"}, directory(line), TODAY)[0]) == ["a"]


def test_those_who_inform_the_police_come_after_everybody_for_who_does_not_want_the_police() -> None:
    services = [
        service("informs", informs_police="yes", contacts=[phone(**OPEN)]),
        service("asked", serves={"gender": ["woman"]}),
        service("closed", contacts=[phone(**CLOSED)]),
        service("page", contacts=[phone("x.org", "website")]),
    ]

    assert told(shelters({"police": "no"}, *services)) == ["asked?", "closed", "page", "informs?"]


def test_who_answers_now_and_has_to_be_asked_comes_before_who_is_closed_and_both_before_a_page() -> None:
    services = [
        service("page", contacts=[phone("x.org", "website")]),
        service("guessed", contacts=[phone(evidence="unverified")]),
        service("closed", contacts=[phone(**CLOSED)]),
        service("asked", serves={"gender": ["woman"]}, contacts=[phone(evidence="repository", **OPEN)]),
    ]

    assert told(shelters({}, *services)) == ["asked?", "closed", "guessed", "page"]


def test_an_agencys_own_come_first_among_those_who_answer() -> None:
    theirs = [service("open", contacts=[phone(**OPEN)]), service("closed", contacts=[phone(**CLOSED)])]
    ours = [
        service("ours-asked", serves={"gender": ["woman"]}, listed_by="Our house", evidence="repository"),
        service("ours-closed", listed_by="Our house", contacts=[phone(**CLOSED)]),
    ]

    assert told(shelters({}, *theirs, *ours)) == ["ours-asked?", "open", "ours-closed", "closed"]


def test_what_an_agency_does_not_want_to_be_named_is_left_out_and_says_by_whom() -> None:
    need_services = shelters({}, service("a", withheld_by="Our house"))

    assert need_services.matches == ()
    assert need_services.left_out[0].reasons == (Reason("withheld", certain=True, wanted=("Our house",)),)


@pytest.mark.parametrize(
    ("languages", "first"),
    [(None, "centre"), (("tl",), "tagalog"), (("id",), "bahasa"), (("th",), "centre"), ("declined", "centre")],
)
def test_of_lines_for_one_language_each_that_of_the_person_is_first_and_else_one_for_all(
    languages: Answer | None, first: str
) -> None:
    lines = [
        phone("tagalog", spoken=[{"languages": ["tl"]}], **OPEN),
        phone("bahasa", spoken=[{"languages": ["id"]}], **OPEN),
        phone("centre", evidence="repository", **CLOSED),
    ]
    circumstances: dict[str, Answer] = {} if languages is None else {"languages": languages}

    (match,) = shelters(circumstances, service("a", contacts=lines)).matches

    assert first_to_try(match).contact.number == first


@pytest.mark.parametrize(
    ("contacts", "first"),
    [
        ([phone("page", "website"), phone("x", evidence="article")], "x"),
        ([phone("guess", evidence="unverified"), phone("x", evidence="article", **CLOSED)], "x"),
        ([phone("guess", evidence="unverified"), phone("page", "website")], "guess"),
        ([phone("chat", "whatsapp"), phone("x", evidence="repository")], "x"),
        ([phone("closed", **CLOSED), phone("x", evidence="article")], "x"),
        ([phone("perhaps", evidence="article"), phone("x", evidence="repository")], "x"),
        ([phone("x", spoken=[{"languages": ["en", "es"]}], **OPEN), phone("relay")], "x"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_contact_to_try_first(contacts: list[dict[str, Any]], first: str) -> None:
    (match,) = shelters({}, service("a", contacts=contacts)).matches

    assert first_to_try(match).contact.number == first


@pytest.mark.parametrize(
    ("contacts", "languages", "wanted"),
    [
        ([["en", "yue"], ["yue", "id"]], ("tl", "th"), ("en", "yue", "id")),
        ([["en"]], ("tl", "other"), ("en",)),
        ([["en"], ["tl"]], ("tl",), None),
        ([["en"], []], ("tl",), None),
        ([["en"]], "declined", None),
        ([["en"]], None, None),
    ],
)
def test_who_is_only_known_to_speak_other_languages_is_asked_first(
    contacts: list[list[str]], languages: Answer | None, wanted: tuple[str, ...] | None
) -> None:
    lines = [phone(spoken=[{"languages": codes}] if codes else []) for codes in contacts]
    circumstances: dict[str, Answer] = {} if languages is None else {"languages": languages}

    (match,) = shelters(circumstances, service("a", contacts=lines)).matches

    assert match.ask_first == (() if wanted is None else (Reason("languages", False, languages, wanted),))


def test_who_answers_in_the_persons_language_now_is_first_and_who_does_so_later_comes_before_who_is_closed() -> None:
    tagalog, later = [{"languages": ["tl"]}], [{"languages": ["tl"], **CLOSED}]
    services = [
        service("closed", contacts=[phone(spoken=tagalog, **CLOSED)]),
        service("later-asked", serves={"gender": ["woman"]}, contacts=[phone(spoken=later, **OPEN)]),
        service("later", contacts=[phone(spoken=later, **OPEN)]),
        service("now", contacts=[phone(spoken=tagalog, evidence="article", **OPEN)]),
    ]

    assert told(shelters({"languages": ("tl",)}, *services)) == ["now", "later", "later-asked?", "closed"]
