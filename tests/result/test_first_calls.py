"""Whom the first page of a result names to call."""

from typing import Any

import pytest

from screening.language.messages import Text
from screening.reading.sets import find_set
from screening.referral.matching import first_to_try, match_services
from screening.result.advise import Guidance
from screening.result.evaluate import evaluate
from screening.result.first_calls import NUMBERS, Call, calls, others_to_try, row_of
from screening.result.first_page import Act, acts
from screening.sets.answers import Answer
from screening.sets.needs import Need
from screening.sets.record import Record
from tests.result.test_first_page import advice, guidance
from tests.show.test_report import NOW
from tests.support import services

EMERGENCY = services.directory().emergency.number
ALWAYS: dict[str, Any] = {"show": {"always_for": ["anti-trafficking"]}, "offers": ["anti-trafficking"]}
# It is a Sunday evening.
CLOSED, OPEN = "Mo-Fr 09:00-17:00", "24/7"


def numbered(number: str, hours: str | None = None, evidence: str = "official") -> list[dict[str, Any]]:
    contact = {"kind": "telephone", "number": number, "evidence": evidence}
    return [contact | ({"hours": hours} if hours is not None else {})]


def service(name: str, *offers: str, number: str | None = None, hours: str | None = None, **more: Any) -> Any:
    """A service with one number, called by its name where nothing else is said."""
    contacts = numbered(number or f"5{len(name)}{ord(name[0])}", hours, more.pop("evidence", "official"))
    return services.service(name, offers=list(offers or ("shelter",)), contacts=contacts, **more)


def called(*listed: dict[str, Any], **given: Any) -> list[str]:
    """The ids of the services to call first, and `danger` for the emergency number; then those besides, after a plus."""
    found = calls(advice(*listed, **given))
    first = [call.match.service.id if call.match is not None else "danger" for call in found.first]
    return [*first, *(f"+{call.match.service.id}" for call in found.besides if call.match is not None)]


# Somebody who can be called.
MATCH = match_services(["shelter"], {}, services.directory(service("any")), services.TODAY)[0].matches[0]


def test_the_number_for_danger_is_last_where_nothing_is_urgent_and_first_where_something_is() -> None:
    urgent = guidance("danger", 1, needs=("emergency",))

    assert called(service("home"), needs=["shelter"]) == ["home", "danger"]
    assert called(service("home"), needs=["shelter"], flags=[urgent]) == ["danger", "home"]
    assert called() == ["danger"]


def test_those_who_protect_a_child_come_before_the_number_for_danger_and_nobody_else_does() -> None:
    child, danger = guidance("child", 1, needs=("child-protection",)), guidance("danger", 2, needs=("emergency",))
    listed = (service("those", "child-protection"), service("home"))

    assert called(*listed, flags=[child, danger], needs=["shelter"]) == ["those", "danger", "home"]
    assert called(*listed, flags=[child], needs=["shelter"]) == ["those", "danger", "home"]
    assert called(*listed, needs=["shelter", "child-protection"]) == ["home", "those", "danger"]


def test_needs_come_in_the_order_of_flags_and_pathways_by_priority() -> None:
    listed = [service(name, need) for name, need in (("a", "shelter"), ("b", "medical"), ("c", "legal-advice"))]
    flags = [guidance("late", 7, needs=("shelter",)), guidance("soon", 3, needs=("medical",))]
    pathways = [guidance("way", 11, needs=("legal-advice",))]

    assert called(*listed, flags=flags, pathways=pathways) == ["b", "a", "c", "danger"]


def test_there_are_four_numbers_at_most_and_those_besides() -> None:
    needs: tuple[Need, ...] = ("medical", "shelter", "legal-advice", "asylum-advice", "anti-trafficking")
    listed = [service(need, need, number=f"5{at}") for at, need in enumerate(needs)]
    line = services.service("line", contacts=numbered("8", evidence="article"), **ALWAYS)

    found = called(*listed, line, needs=needs)

    assert found == ["medical", "shelter", "legal-advice", "danger", "+line"]
    assert len(found) - 1 == NUMBERS == 4


def test_one_service_that_is_best_for_two_needs_is_named_once_with_both() -> None:
    both = service("both", "shelter", "legal-advice")
    found = calls(advice(both, service("lawyer", "legal-advice"), needs=["shelter", "legal-advice"]))

    assert [call.needs for call in found.first] == [("shelter", "legal-advice"), ()]


def test_what_the_number_for_danger_is_best_for_stands_beside_it() -> None:
    found = calls(advice(service("doctor", "medical", number=EMERGENCY), needs=["medical"]))

    assert [(call.needs, call.match) for call in found.first] == [(("medical",), None)]


@pytest.mark.parametrize("hours", [OPEN, None])
def test_nobody_who_is_closed_is_named_while_another_may_answer(hours: str | None) -> None:
    closed, other = service("closed", hours=CLOSED), service("other", hours=hours)

    assert called(closed, other, needs=["shelter"]) == ["other", "danger"]


def test_who_is_closed_is_named_where_nobody_else_is() -> None:
    assert called(service("closed", hours=CLOSED), needs=["shelter"]) == ["closed", "danger"]


def act_for(*needs: Need, text: Text = "Call: {call}.") -> Guidance:
    return guidance("act", 11, tonight=(text,), needs=needs)


def test_an_act_names_the_number_for_the_first_of_its_needs_that_has_one() -> None:
    listed = [service("home", "shelter"), service("work", "labour-advice")]
    given = advice(*listed, pathways=[act_for("medical", "labour-advice", "shelter")])
    (act,) = [each for each in acts(given) if each.names_a_call]
    row = row_of(act, calls(given))

    assert row is not None
    assert (row[0], row[1].match and row[1].match.service.id) == ("labour-advice", "work")
    assert row_of(act_of(act_for("medical")), calls(given)) is None


def act_of(block: Guidance) -> Act:
    return Act(block.tonight[0], block.needs)


def test_what_an_act_names_has_a_row_before_what_no_act_names() -> None:
    needs: tuple[Need, ...] = ("medical", "shelter", "legal-advice")
    listed = [service(need, need, number=f"5{at}") for at, need in enumerate((*needs, "sex-worker-support"))]
    last = guidance("last", 12, tonight=("Offer: {call}.",), needs=("sex-worker-support",))

    assert called(*listed, pathways=[guidance("first", 11, needs=needs), last]) == [
        "medical",
        "shelter",
        "sex-worker-support",
        "danger",
    ]


def test_who_could_meet_what_another_row_is_for_is_left_out_before_others() -> None:
    listed = [service("home", "shelter"), service("work", "labour-advice", "shelter", hours=CLOSED)]
    listed += [service("law", "legal-advice"), service("rights", "sex-worker-support")]
    first = guidance("first", 11, needs=("shelter", "labour-advice", "legal-advice"))
    last = guidance("last", 12, tonight=("Offer: {call}.",), needs=("sex-worker-support",))

    assert called(*listed, pathways=[first, last]) == ["home", "law", "rights", "danger"]


def test_what_stands_before_a_number_is_in_one_order_and_a_child_alone() -> None:
    assert Call(("shelter", "anti-trafficking", "legal-advice"), MATCH).named == ("anti-trafficking", "shelter")
    assert Call(("social-welfare", "child-protection"), MATCH, of_child=True).named == ("child-protection",)
    # Somebody else is called for a child there, and for this adult.
    assert Call(("anti-trafficking", "child-protection"), MATCH).named == ("child-protection", "anti-trafficking")
    assert Call(("medical",), None).named == ("emergency", "medical")


BARRIER = {"kind": "needs_identity_card", "value": "yes", "evidence": "article", "source": "x", "page_date": "2017"}


def test_who_has_to_be_asked_first_is_named_only_where_everybody_else_is_closed() -> None:
    asks = service("asks", hours=OPEN, barriers=[BARRIER])

    assert called(asks, service("free"), needs=["shelter"]) == ["free", "danger"]
    assert called(asks, service("closed", hours=CLOSED), needs=["shelter"]) == ["asks", "danger"]
    found = calls(advice(asks, service("closed", hours=CLOSED), needs=["shelter"]))
    assert [call.ask_first for call in found.first] == [True, False]


def test_where_everybody_has_to_be_asked_first_one_of_them_is_named_as_long_as_there_is_room() -> None:
    room = service("room", "shelter", barriers=[BARRIER])
    others = [service("pay", "labour-advice"), service("law", "legal-advice"), service("doctor", "medical")]

    found = calls(advice(room, *others[:2], needs=["shelter", "labour-advice", "legal-advice"]))

    assert [call.match.service.id for call in found.first[:-1] if call.match is not None] == ["pay", "law", "room"]
    assert [call.ask_first for call in found.first] == [False, False, True, False]
    assert "room" not in called(room, *others, needs=["shelter", "labour-advice", "legal-advice", "medical"])


def test_who_wants_no_police_is_led_to_nobody_who_tells_them() -> None:
    tells = service("tells", informs_police="yes")
    line = services.service("line", contacts=numbered("8"), informs_police="yes", **ALWAYS)

    needs: list[Need] = ["shelter", "anti-trafficking"]
    assert called(tells, line, needs=needs, police="yes") == ["tells", "danger", "+line"]
    assert called(tells, line, needs=needs, police="no") == ["danger"]
    # Of an adult who was not asked, or did not say, it is taken as no. For a child it is child protection that decides.
    assert called(tells, line, needs=needs) == called(tells, line, needs=needs, police="unclear") == ["danger"]
    assert called(tells, line, needs=needs, flags=[guidance("child")]) == ["tells", "danger", "+line"]


def test_whoever_needs_an_ambulance_has_its_number_whoever_answers_it_and_whatever_is_known_of_it() -> None:
    of_the_police = service("emergency", "medical", number=EMERGENCY, informs_police="yes")
    doctor = [guidance("medical", 1, needs=("medical",))]

    found = calls(advice(of_the_police, flags=doctor, police="no"))
    assert [(call.needs, call.match) for call in found.first] == [(("medical",), None)]
    assert called(service("ambulance", "medical", evidence="unverified"), flags=doctor) == ["ambulance", "danger"]


def test_what_an_act_calls_for_stands_before_the_number_that_it_names() -> None:
    everything = service("all", "shelter", "medical", "anti-trafficking")
    acting = guidance("act", 12, tonight=("Call: {call}.",), needs=("anti-trafficking",))
    found = calls(advice(everything, pathways=[guidance("first", 11, needs=("shelter", "legal-advice")), acting]))

    assert found.first[0].named == ("anti-trafficking", "shelter")


@pytest.mark.parametrize("evidence", ["article", "unverified"])
def test_a_number_from_an_article_or_from_memory_is_not_among_the_first(evidence: str) -> None:
    assert called(service("home", evidence=evidence), needs=["shelter"]) == ["danger"]
    confirmed = service("home", evidence=evidence, confirmed_on="2026-11-03")
    assert called(confirmed, needs=["shelter"]) == ["home", "danger"]


@pytest.mark.parametrize(
    ("needs", "more", "circumstances"),
    [
        (["shelter"], {}, {}),
        (["anti-trafficking"], {"serves": {"gender": ["woman"]}}, {"gender": "man"}),
        (["anti-trafficking"], {"contacts": numbered("8", evidence="unverified")}, {}),
    ],
    ids=["not-needed", "not-for-this-person", "seen-nowhere"],
)
def test_what_is_always_shown_is_not_where_it_may_not_be(
    needs: list[Need], more: dict[str, Any], circumstances: dict[str, Answer]
) -> None:
    line = services.service("line", **{"contacts": numbered("8", evidence="article"), **ALWAYS, **more})

    assert called(line, needs=needs, **circumstances) == ["danger"]


def test_what_is_always_shown_is_never_one_of_the_first() -> None:
    assert called(services.service("line", **ALWAYS), needs=["anti-trafficking"]) == ["danger", "+line"]


def test_who_else_can_be_called_is_nobody_with_the_number_for_danger_which_is_named_already() -> None:
    listed = [service("first", "medical", number=EMERGENCY), service("then", "medical"), service("last", "medical")]
    given = advice(*listed, needs=["medical"])

    assert [match.service.id for match in others_to_try(given, calls(given), 3)] == ["then", "last"]


def test_other_ways_to_call_are_told_too() -> None:
    both = [*numbered("8"), {"kind": "whatsapp", "number": "9", "evidence": "official"}]
    both += [{"kind": "email", "number": "a@b.hk", "evidence": "official"}]
    (call,) = calls(advice(services.service("line", contacts=both, **ALWAYS), needs=["anti-trafficking"])).besides

    assert [contact.number for contact in call.also] == ["9"]
    assert call.match is not None
    assert first_to_try(call.match).contact.number == "8"


def test_without_a_directory_there_is_nobody() -> None:
    found = calls(evaluate(find_set("palermo"), Record(), {}, NOW).advice)

    assert (found.first, found.besides) == ((), ())
