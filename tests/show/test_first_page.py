"""The first page of a result: short, and nothing on it is claimed with more certainty than on the others."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.directory import Service
from screening.referral.freshness import doubts
from screening.referral.matching import match_services
from screening.result.advise import Guidance
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet
from screening.sets.needs import Need
from screening.sets.record import Record
from screening.sets.vignette import Vignette
from screening.show.contacts import name_of
from screening.show.first_page import NUMBERS, STEPS, first_page_lines
from screening.show.lines import Line
from screening.show.report import lead_lines, result_lines
from screening.show.rows import wrap_lines
from screening.show.whom_to_call import NO_DIRECTORY
from tests.show.test_report import NOW, result
from tests.support import services
from tests.support.building import build_directory, hong_kong
from tests.support.thorough import one_in

# One that is played with two sets is enough with one of them.
BY_ID = {vignette.id: (name, vignette) for name in set_ids() for vignette in find_set(name).vignettes}
VIGNETTES = one_in(24, list(BY_ID.values()))
every_vignette = pytest.mark.parametrize(
    ("name", "vignette"), VIGNETTES, ids=[f"{name}/{vignette.id}" for name, vignette in VIGNETTES]
)


@cache
def read(name: str) -> tuple[IndicatorSet, Assessor, RecordReader]:
    indicator_set = find_set(name)
    return indicator_set, Assessor(indicator_set), RecordReader(indicator_set)


def played(name: str, vignette: Vignette) -> Result:
    """The result of a vignette in Hong Kong."""
    _, _, reader = read(name)
    circumstances = {**vignette.circumstances, "place": "hk"}
    return result(reader.answers(vignette.answers), reader.circumstances(circumstances), name)


def numbers(lines: list[Line]) -> list[str]:
    """What is listed below `Call`."""
    start = next(index for index, line in enumerate(lines) if ENGLISH.render(line.text) == "Call")
    return [ENGLISH.render(line.text) for line in lines[start + 1 :]]


def contacts(case: Result) -> Iterator[tuple[Service, bool]]:
    """Every service that is offered, and whether it has to be asked first."""
    for need_services in case.advice.by_need:
        for match in need_services.matches:
            yield match.service, bool(match.ask_first)


def called_in(listed: list[str]) -> list[str]:
    """The numbers after the emergency's, without what the sign means."""
    legends = ("onfirmed by you: ", "may have changed")
    return [text for text in listed[1:] if not any(each in text for each in legends)]


@every_vignette
def test_it_says_the_sentence_what_to_do_and_whom_to_call(name: str, vignette: Vignette) -> None:
    case = played(name, vignette)
    lines = list(first_page_lines(case))
    lead = list(lead_lines(case.indicator_set, case.assessment))

    assert lines[: len(lead)] == lead
    assert [ENGLISH.render(line.text) for line in lines if line.kind == "heading"] == ["Do now", "Call"]
    assert 1 <= sum(line.kind == "do" for line in lines) <= STEPS == 3


@every_vignette
def test_the_emergency_number_comes_first_and_at_most_three_more_and_the_one_always_shown_none_twice(
    name: str, vignette: Vignette
) -> None:
    case = played(name, vignette)
    listed = numbers(list(first_page_lines(case)))

    assert listed[0].startswith("In danger now: ")
    assert ": 999 - " in listed[0]
    with_emergency = [listed[0], *called_in(listed)]
    is_always_shown = any(each.need == "anti-trafficking" for each in case.advice.by_need)
    assert ("IOM" in with_emergency[-1]) is is_always_shown
    assert len(with_emergency) <= 1 + NUMBERS + is_always_shown <= 5
    assert listed[len(with_emergency) :] in ([], [listed[-1]])
    called = [re.search(r"\+?[0-9][0-9 ]+[0-9]", text) for text in with_emergency]
    assert len({match.group() if match else "" for match in called}) == len(with_emergency)


@every_vignette
def test_every_number_in_doubt_has_the_sign_and_none_needs_asking_first(name: str, vignette: Vignette) -> None:
    case = played(name, vignette)
    ready = [service for service, ask_first in contacts(case) if not ask_first]
    for text in called_in(numbers(list(first_page_lines(case)))):
        service = next(each for each in ready if text.endswith(name_of(each.names)))
        contact = next(each for each in service.contacts if text.startswith(f"{each.number} "))

        assert ("[not sure]" in text.split(" - ")[0]) is bool(doubts(contact, service, case.advice.today))
        assert service.confirmed_on is None


@every_vignette
def test_all_of_it_comes_again_in_full(name: str, vignette: Vignette) -> None:
    case = played(name, vignette)
    in_full = "\n".join(ENGLISH.render(line.text) for line in result_lines(case))
    for line in first_page_lines(case):
        if line.kind in {"lead", "text", "do"}:
            assert ENGLISH.render(line.text) in in_full


@every_vignette
def test_it_fits_on_a_small_screen(name: str, vignette: Vignette) -> None:
    assert len(list(wrap_lines(first_page_lines(played(name, vignette)), 78, ENGLISH))) <= 21


@every_vignette
def test_it_gives_no_verdict(name: str, vignette: Vignette) -> None:
    text = "\n".join(ENGLISH.render(line.text) for line in first_page_lines(played(name, vignette)))

    assert "victim" not in text.lower()


def test_what_is_urgent_comes_before_what_can_wait() -> None:
    case = result({"danger-now": "yes", "papers": "kept"}, {"place": "hk", "age": "adult"})
    flag = next(flag for flag in case.advice.flags if flag.id == "danger_now")
    steps = [line.text for line in first_page_lines(case) if line.kind == "do"]

    assert steps[:2] == list(flag.do[:2])


# --- what a directory could hold -------------------------------------------------------------------------------------


def service(name: str, number: str, need: str = "shelter", **more: Any) -> dict[str, Any]:
    """A service with one number."""
    contact = {"kind": "telephone", "number": number, "evidence": more.pop("evidence", "official")}
    shown = {"source": "x", "page_date": "2026-01"}
    return {"id": name, "names": {"en": name.title()}, "offers": [need], "contacts": [contact], **shown, **more}


def called(*services: dict[str, Any], **wishes: Any) -> list[str]:
    """The numbers besides the emergency's, for somebody who needs somewhere to stay, and advice on the law."""
    directory = build_directory(
        {
            "place": "xx",
            "names": {"en": "X"},
            "as_of": "2026-11-22",
            "time_zone": "Asia/Hong_Kong",
            "emergency": {
                "number": "999",
                "names": {"en": "Police"},
                "evidence": "official",
                "source": "x",
                "page_date": "2026",
            },
            "services": list(services),
        }
    )
    indicator_set = find_set("palermo")
    record = Record(
        {
            "papers": "kept",
            "still-there": "yes",
            "no-pay": "yes",
            "place": directory.place,
            "age": "adult",
            "gender": "woman",
            **wishes,
        },
    )
    case = evaluate(indicator_set, record, {directory.place: directory}, NOW)
    return called_in(numbers(list(first_page_lines(case))))


def advised(
    *listed: dict[str, Any],
    needs: tuple[Need, ...] = (),
    flags: tuple[Guidance, ...] = (),
    pathways: tuple[Guidance, ...] = (),
    **circumstances: Answer,
) -> list[str]:
    """The first page for these, without its sentence: each line with its kind."""
    place = services.directory(*listed)
    by_need = match_services(needs, circumstances, place, services.TODAY)
    bare = evaluate(find_set("palermo"), Record(), {}, NOW)
    advice = replace(
        bare.advice, flags=flags, pathways=pathways, directory=place, by_need=by_need, circumstances=circumstances
    )
    lines = list(first_page_lines(replace(bare, advice=advice)))
    told = [
        f"{line.kind}: {ENGLISH.render(line.text)}"
        for line in lines[len(list(lead_lines(bare.indicator_set, bare.assessment))) :]
    ]
    return told[:2] + called_in(told[1:]) if told[:1] == CALL[:1] else told


CALL = ["heading: Call", "item: In danger now: 999 - x"]


def urgent(*do: str) -> Guidance:
    return Guidance("flag", "A flag", do)


def later(*do: str) -> Guidance:
    return Guidance("way", "A way", do)


@pytest.mark.parametrize(
    ("flags", "pathways", "steps"),
    [
        ((), (), None),
        ((urgent("a", "b", "c"),), (later("d", "e"), later("f")), ["a", "b", "d"]),
        ((urgent("a"), urgent("b", "c")), (later("d"),), ["a", "b", "c"]),
        ((urgent("a"), urgent("a", "b")), (later("b"), later("d")), ["a", "b", "d"]),
        ((), (later("a", "b"), later("c")), ["a", "c"]),
    ],
    ids=["nothing", "two-of-each-flag", "flags-first", "each-once", "first-of-each-pathway"],
)
def test_the_first_steps_are_what_is_urgent_then_the_first_of_each_pathway(
    flags: tuple[Guidance, ...], pathways: tuple[Guidance, ...], steps: list[str] | None
) -> None:
    told = ["heading: Do now", *(f"do: {step}" for step in steps)] if steps is not None else []

    assert advised(flags=flags, pathways=pathways) == [*told, *CALL]


@pytest.mark.parametrize(
    ("needs", "named"),
    [
        (("shelter",), "A safe place to stay"),
        # 48 characters with what stands between them.
        (("shelter", "consulate"), "A safe place to stay; The person's own consulate"),
        (("shelter", "interpretation"), "A safe place to stay"),
        (("interpretation", "shelter"), "Interpretation by telephone"),
        (("shelter", "legal-advice", "medical"), "A safe place to stay; Legal advice"),
    ],
)
def test_a_number_says_what_it_is_for_in_two_needs_at_most_and_one_where_they_are_long(
    needs: tuple[Need, ...], named: str
) -> None:
    home = services.service("home", offers=list(needs), informs_police="yes")

    assert advised(home, needs=needs) == [
        *CALL,
        f"item: 1 - {named}: home - POLICE answer or are told",
    ]


def test_three_numbers_are_named_in_the_order_of_the_needs_and_the_best_of_each() -> None:
    needs: tuple[Need, ...] = ("medical", "shelter", "legal-advice", "asylum-advice")
    numbers = [{"kind": "telephone", "number": number, "evidence": "official"} for number in "12349"]
    listed = [services.service(need, offers=[need], contacts=[numbers[at]]) for at, need in enumerate(needs)]
    second = services.service("second", offers=["medical"], contacts=[numbers[-1]])

    assert [line.split(" - ")[0] for line in advised(*listed, second, needs=needs)] == [
        "heading: Call",
        "item: In danger now: 999",
        "item: 1",
        "item: 2",
        "item: 3",
    ]


ALWAYS = {"show": {"always_for": ["anti-trafficking"]}, "offers": ["anti-trafficking"]}


def numbered(number: str, evidence: str = "official") -> list[dict[str, Any]]:
    return [{"kind": "telephone", "number": number, "evidence": evidence}]


def test_what_is_always_shown_stands_after_the_best_however_little_is_known_of_it_and_with_its_sign() -> None:
    line = services.service("line", contacts=numbered("8", "article"), page_date="2017", **ALWAYS)
    best = [services.service(need, offers=[need], contacts=numbered(need[0])) for need in ("medical", "shelter")]
    other = services.service("general", offers=["anti-trafficking"], contacts=numbered("9"))

    page = advised(line, other, *best, needs=("anti-trafficking", "medical", "shelter"))

    assert [entry.split(" - ")[0] for entry in page[2:]] == ["item: 9", "item: m", "item: s", "item: 8 [not sure]"]
    assert page[-1].endswith(" - Help after exploitation: line")


def test_the_sign_of_what_is_always_shown_is_explained() -> None:
    line = services.service("line", contacts=numbered("8", "article"), **ALWAYS)
    place = services.directory(line)
    bare = evaluate(find_set("palermo"), Record(), {}, NOW)
    by_need = match_services(["anti-trafficking"], {}, place, services.TODAY)
    advice = replace(bare.advice, directory=place, by_need=by_need)

    last = list(first_page_lines(replace(bare, advice=advice)))[-1]

    assert ENGLISH.render(last.text).startswith("[not sure]: ")


@pytest.mark.parametrize(
    ("needs", "more", "circumstances"),
    [
        (("shelter",), {}, {}),
        (("anti-trafficking",), {"serves": {"gender": ["woman"]}}, {"gender": "man"}),
        (("anti-trafficking",), {"informs_police": "yes"}, {"police": "no"}),
        (("anti-trafficking",), {"contacts": numbered("8", "unverified")}, {}),
    ],
    ids=["not-needed", "not-for-this-person", "tells-the-police", "seen-nowhere"],
)
def test_what_is_always_shown_is_not_where_it_may_not_be(
    needs: tuple[Need, ...], more: dict[str, Any], circumstances: dict[str, Answer]
) -> None:
    line = services.service("line", **{"contacts": numbered("8", "article"), **ALWAYS, **more})

    assert advised(line, needs=needs, flags=(), pathways=(), **circumstances) == CALL


def test_what_is_always_shown_is_named_once() -> None:
    assert len(advised(services.service("line", **ALWAYS), needs=("anti-trafficking",))) == len(CALL) + 1


def test_what_is_urgent_has_its_line_already() -> None:
    assert advised(services.service("ambulance", offers=["emergency"]), needs=("emergency",)) == CALL


def test_a_number_that_nobody_answers_now_says_when_somebody_does() -> None:
    # It is a Sunday evening.
    contact = {"kind": "telephone", "number": "1", "evidence": "official", "hours": "Mo-Fr 09:00-17:00"}

    assert advised(services.service("home", contacts=[contact]), needs=("shelter",))[-1] == (
        "item: 1 (CLOSED NOW, opens Mon 9:00 unless that is a public holiday) - A safe place to stay: home"
    )


def test_whoever_is_abroad_is_told_where_the_emergency_number_works() -> None:
    assert advised(abroad="yes")[1].startswith("item: In danger now: call the emergency number of the place where")


def test_who_has_to_be_asked_first_is_not_on_the_first_page() -> None:
    barrier = {
        "kind": "needs_identity_card",
        "value": "yes",
        "evidence": "article",
        "source": "x",
        "page_date": "2017",
    }
    asks = service("asks", "1", barriers=[barrier])

    assert called(asks) == []
    assert called(asks, service("takes", "2"))[0].startswith("2 - A safe place to stay: Takes")


def test_who_does_not_want_the_police_is_led_to_nobody_who_tells_them_even_in_an_emergency() -> None:
    tells = service("tells", "1", informs_police="yes")
    tells["offers"] = ["shelter", "emergency"]

    assert len(called(tells)) == 1
    assert called(tells, police="no") == []
    assert called(tells, service("keeps", "2"), police="no")[0].startswith("2 - A safe place to stay: Keeps")


def test_a_number_that_serves_two_needs_is_named_once() -> None:
    both = service("both", "1")
    both["offers"] = ["shelter", "legal-advice"]

    assert called(both)[0].startswith("1 - A safe place to stay; Legal advice: Both")
    # Who is best for both needs leaves room for others.
    assert len(called(both, service("lawyer", "2", "legal-advice"))) == 1


def test_the_emergency_number_is_not_named_again() -> None:
    assert called(service("police", "999")) == []


def test_who_cannot_be_reached_is_not_named() -> None:
    nobody = service("nobody", "1")
    nobody["contacts"] = []

    assert called(nobody) == []


@pytest.mark.parametrize(
    ("more", "known"),
    [
        ({}, "1"),
        ({"page_date": "unknown"}, "1 [not sure]"),
        ({"page_date": "2019"}, "1 [not sure]"),
        ({"confirmed_on": "2026-11-03"}, "1 [confirmed on 2026-11-03]"),
        ({"evidence": "second_hand"}, "1"),
        ({"evidence": "repository"}, "1 [not sure]"),
    ],
    ids=str,
)
def test_how_well_a_number_is_known_is_said_in_short(more: dict[str, Any], known: str) -> None:
    assert called(service("home", "1", **more)) == [f"{known} - A safe place to stay: Home"]


@pytest.mark.parametrize("evidence", ["article", "unverified"])
def test_a_number_that_rests_on_an_article_or_on_memory_is_not_on_the_first_page(evidence: str) -> None:
    assert called(service("home", "1", evidence=evidence)) == []


@pytest.mark.parametrize("evidence", ["article", "unverified"])
def test_a_number_that_somebody_has_called_is_on_the_first_page_whatever_page_has_it(evidence: str) -> None:
    called_now, long_ago = service("now", "1", evidence=evidence), service("ago", "2", evidence=evidence)

    assert called({**called_now, "confirmed_on": "2026-11-03"}, {**long_ago, "confirmed_on": "2026-01-03"}) == [
        "1 [confirmed on 2026-11-03] - A safe place to stay: Now"
    ]


def test_the_number_that_is_named_is_judged_by_its_own_evidence_and_date() -> None:
    mixed = service("home", "1", evidence="repository")
    mixed["contacts"][0]["page_date"] = "2015"
    mixed["contacts"].append({"kind": "email", "number": "a@b.hk", "evidence": "official"})
    (named,) = called(mixed)

    assert named == "1 [not sure] - A safe place to stay: Home"


def test_without_a_directory_it_says_so() -> None:
    bare = evaluate(find_set("palermo"), Record(), {}, NOW)

    assert list(first_page_lines(bare))[-1] == Line("text", NO_DIRECTORY)
    assert numbers(list(first_page_lines(bare))) == [ENGLISH.render(NO_DIRECTORY)]


def test_hong_kong_has_services_for_this_page() -> None:
    assert hong_kong() is not None
    assert len(numbers(list(first_page_lines(result({"papers": "kept"}, {"place": "hk", "age": "adult"}))))) > 1
