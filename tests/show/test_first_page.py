"""The first page of a result: it fits, everything on it is there that has to be, and nothing stands on it twice."""

import re
from collections import Counter
from datetime import datetime
from functools import cache
from operator import itemgetter
from typing import Any

import pytest
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.reading.places import Directories, places
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.contact_now import is_sure
from screening.referral.freshness import doubts
from screening.referral.matching import Match, first_to_try
from screening.referral.moment import moment_in
from screening.result.evaluate import Result, evaluate
from screening.result.first_calls import calls, without_a_call
from screening.result.first_page import facts
from screening.sets.childhood import CHILD_FLAG
from screening.sets.model import IndicatorSet
from screening.sets.needs import NEEDS
from screening.sets.record import Record
from screening.sets.vignette import Vignette
from screening.sets.vocabulary import RANK
from screening.show import first_page
from screening.show.call_rows import forms_of_name
from screening.show.contacts import number_of
from screening.show.first_page import HEIGHT, WIDTH, first_page_lines
from screening.show.lines import Line
from screening.show.report import result_lines
from screening.show.rows import wrap_lines
from screening.show.whom_to_call import NO_DIRECTORY
from tests.show.test_report import NOW, result
from tests.support.thorough import one_in

# One that is played with two sets is enough with one of them.
BY_ID = {vignette.id: (name, vignette) for name in set_ids() for vignette in find_set(name).vignettes}
# A night, a morning, an evening, a Sunday and a public holiday in Hong Kong.
MOMENTS = ("2026-11-26T02:00", "2026-11-26T10:00", "2026-11-26T19:00", "2026-11-29T11:00", "2026-12-25T11:00")
VIGNETTES = list(BY_ID.values())
MANY = one_in(8, VIGNETTES, itemgetter(0))
many_vignettes = pytest.mark.parametrize(
    ("name", "vignette"), MANY, ids=[f"{name}/{vignette.id}" for name, vignette in MANY]
)
SOME = one_in(3, MANY, itemgetter(0))
some_vignettes = pytest.mark.parametrize(
    ("name", "vignette"), SOME, ids=[f"{name}/{vignette.id}" for name, vignette in SOME]
)


@cache
def read(name: str) -> tuple[IndicatorSet, Assessor, RecordReader]:
    indicator_set = find_set(name)
    return indicator_set, Assessor(indicator_set), RecordReader(indicator_set)


@cache
def directories() -> Directories:
    return Directories()


def played(name: str, vignette: Vignette, at: str = MOMENTS[0], place: str = "hk") -> Result:
    """The result of a vignette in a place, at a time by the clock of Hong Kong."""
    indicator_set, assessor, reader = read(name)
    record = reader.record(vignette.answers, {**vignette.circumstances, "place": place})
    moment = moment_in(None, datetime.fromisoformat(f"{at}+08:00"))
    return evaluate(indicator_set, record, directories(), moment, assessor)


def rows_of(lines: list[Line], width: int = WIDTH) -> list[str]:
    """The rows of a page without blank ones."""
    return [row.text for row in wrap_lines(lines, width, ENGLISH) if row.kind is not None]


def said(lines: list[Line]) -> str:
    """All that stands on a page, with what its blocks begin with."""
    return "\n".join(f"{ENGLISH.render(line.label or '')}: {ENGLISH.render(line.text)}" for line in lines)


def of_kind(lines: list[Line], kind: str) -> list[str]:
    return [ENGLISH.render(line.text) for line in lines if line.kind == kind]


def cells(lines: list[Line]) -> list[tuple[str, ...]]:
    """What for, number, sign, hours and name of each number."""
    shown = [list(map(ENGLISH.render, line.cells)) for line in lines if line.kind == "call" and line.cells]
    return [(*each[:4], each[5]) for each in shown]


# --- every vignette --------------------------------------------------------------------------------------------------


def is_sound(case: Result) -> None:
    """It fits, and has all that it must have."""
    lines = first_page_lines(case)
    advice, rows = case.advice, rows_of(lines)
    kinds = Counter(line.kind for line in lines)

    assert len(rows) <= HEIGHT == 19, "\n".join(rows)
    assert 1 <= kinds["act"] <= 5
    assert kinds["never"] == 1
    # Where somebody is asked, whether the police may be told is always said.
    urgent = any(flag.brief for flag in advice.flags)
    says = bool(advice.wishes or case.indicator_set.asks or urgent)
    unknown = [*case.explanation.not_asked, *case.explanation.unclear, *case.explanation.declined]
    left_open = bool(unknown) and RANK[case.assessment.level] < RANK["clear_concern"]
    assert kinds["told"] == says + left_open + bool(facts(case.explanation, case.assessment).named)
    found = calls(advice)
    # Of a page that would be too long, the last of the numbers are left out.
    of_child = CHILD_FLAG in {flag.id for flag in advice.flags}
    unlisted = [each for each in without_a_call(advice, found) if of_child and NEEDS[each.need].first_for_child]
    numbers = kinds["call"] - len(unlisted)
    assert 1 + len(found.besides) <= numbers <= len(found.first) + len(found.besides) <= 4 + len(found.besides)
    assert numbers == len(found.first) + len(found.besides) or len(rows) >= HEIGHT - 2
    # Whoever is there for a child or a doctor stands there however full the page is; or it says that nobody does.
    shown = {row[1] for row in cells(lines)}
    assert advice.directory is not None
    there = [call.match for call in found.first if call.cannot_wait and call.match is not None]
    assert {number_of(first_to_try(each).contact, advice.directory.place.upper()) for each in there} <= shown
    # All acts of what is urgent.
    assert {act for flag in advice.flags for act in flag.tonight} <= {line.text for line in lines if line.kind == "act"}
    # Each in one row, whatever number it names, and that number is on the page or said to be elsewhere.
    assert all(row.begins for row in wrap_lines(lines, WIDTH, ENGLISH) if row.kind == "act")
    assert [act for act in of_kind(lines, "act") if not names_its_row(act, cells(lines))] == []
    text = said(lines)
    assert bool(re.search(r"POLICE: said NO( \(tell|, |\n|$)", text)) is (advice.wishes.get("police") == "no")
    assert ("NO SAFE TELEPHONE" in text) is (advice.wishes.get("safe_to_reach") == "no")
    # What a service calls itself is its own business.
    of_the_program = said([line for line in lines if line.kind != "call"])
    assert "victim" not in of_the_program.lower()
    assert (CHILD_FLAG in case.assessment.flags) is ("A CHILD: call child protection now" in text)


def names_its_row(act: str, numbers: list[tuple[str, ...]]) -> bool:
    """Whether the number that an act names has a row on the page."""
    assert "{" not in act
    dials = re.search(r"[0-9]{3}", act) is not None
    return not dials or any(act.endswith(f" {number}.") for _, number, *_ in numbers)


def nothing_twice(lines: list[Line]) -> list[str]:
    pieces = [ENGLISH.render(cell) for line in lines if line.kind == "told" for cell in line.cells]
    pieces += [*of_kind(lines, "act"), *of_kind(lines, "never"), *of_kind(lines, "badge")]
    pieces += [number for _, number, *_ in cells(lines)]
    return [piece for piece, times in Counter(pieces).items() if piece and times > 1]


@pytest.mark.slow
@many_vignettes
def test_it_fits_at_every_hour_and_has_all_that_it_must_have(name: str, vignette: Vignette) -> None:
    # Each at one of the hours, and some at all of them.
    number = VIGNETTES.index((name, vignette))
    moments = MOMENTS if (name, vignette) in SOME else (MOMENTS[number % len(MOMENTS)],)
    for moment in moments:
        case = played(name, vignette, moment)

        is_sound(case)
        assert nothing_twice(first_page_lines(case)) == []


@pytest.mark.slow
@some_vignettes
def test_it_fits_in_every_place(name: str, vignette: Vignette) -> None:
    for place in one_in(3, places()):
        case = played(name, vignette, place=place)

        is_sound(case)
        assert nothing_twice(first_page_lines(case)) == []


@pytest.mark.slow
@some_vignettes
def test_no_number_is_closed_while_another_that_serves_the_need_answers(name: str, vignette: Vignette) -> None:
    for moment in MOMENTS:
        advice = played(name, vignette, moment).advice
        by_need = {each.need: each.matches for each in advice.by_need}
        for call in calls(advice).first:
            if call.match is not None and is_open(call.match) is False:
                others = [match for need in call.needs for match in by_need[need]]
                assert [match.service.id for match in others if may_be_named(match, advice) and is_open(match)] == []


def is_open(match: Match) -> bool | None:
    opening = first_to_try(match).opening
    return opening.open if opening is not None else None


def may_be_named(match: Match, advice: Any) -> bool:
    contact_now = first_to_try(match)
    told = advice.circumstances.get("police") == "no" and match.service.informs_police == "yes"
    return is_sure(contact_now) and contact_now.known_as != "article" and not told


@pytest.mark.slow
@some_vignettes
def test_the_sign_stands_at_every_number_in_doubt_and_is_explained(name: str, vignette: Vignette) -> None:
    case = played(name, vignette)
    lines = first_page_lines(case)
    matches = [call.match for call in (*calls(case.advice).first, *calls(case.advice).besides)]
    in_doubt = {
        ENGLISH.render(number_of(contact, "HK")): bool(doubts(contact, match.service, case.advice.today))
        for match in matches
        if match is not None
        for contact in [first_to_try(match).contact]
    }
    shown = {number: sign == "?" for _, number, sign, *_ in cells(lines)}

    assert {number: in_doubt.get(number, False) for number in shown} == shown
    assert any("[not sure]: " in text for text in of_kind(lines, "legend")) is any(shown.values())


def test_help_after_exploitation_has_the_line_of_the_iom_beside_the_four() -> None:
    lines = first_page_lines(played(*BY_ID["quiet-kitchen"]))

    assert cells(lines)[-1] == (
        "Trafficking",
        "2332 2441",
        "?",
        "hours not known",
        "IOM, UN migration 國際移民組織, WhatsApp 9481 9030 ?",
    )
    assert len(cells(lines)) == 5


@pytest.mark.slow
@some_vignettes
def test_a_low_result_proves_nothing_and_sends_nobody_away(name: str, vignette: Vignette) -> None:
    case = played(name, vignette)
    sentence = of_kind(first_page_lines(case), "badge")[-1]

    is_low = RANK[case.assessment.level] == 0
    assert ("proves nothing" in sentence or "no reason to send anybody away" in sentence) is is_low


# --- what it begins with ---------------------------------------------------------------------------------------------


def badges(case: Result) -> list[str]:
    return [ENGLISH.render(line.label or "") for line in first_page_lines(case) if line.kind == "badge"]


def test_a_level_stands_in_capitals_with_one_sentence() -> None:
    lines = first_page_lines(result({"papers": "kept"}, {"place": "hk", "age": "adult"}))

    assert (ENGLISH.render(lines[0].label or ""), lines[0].kind) == ("SOME CONCERN", "badge")
    assert ENGLISH.render(lines[0].text) == "Some of it may point to trafficking. Refer, or talk again."


@pytest.mark.parametrize(
    ("age", "first"),
    [
        ("child", "A CHILD: call child protection now"),
        ("unsure", "PERHAPS A CHILD: call child protection now"),
        ("declined", "PERHAPS A CHILD: call child protection now"),
        ("adult", "SOME CONCERN"),
    ],
)
def test_a_child_comes_before_the_level(age: str, first: str) -> None:
    found = badges(result({"papers": "kept"}, {"place": "hk", "age": age}))

    assert found[0] == first
    assert found[-1] == "SOME CONCERN"


def test_what_was_only_observed_says_so_first() -> None:
    case = result({"looks": ("fearful",)}, {"place": "hk"})

    assert of_kind(first_page_lines(case), "badge")[-1].startswith("Observed only: appearance proves little.")


# --- because, and what the person says -------------------------------------------------------------------------------


def block(case: Result, label: str) -> list[str]:
    """What stands in a block."""
    (line,) = [line for line in first_page_lines(case) if line.label and ENGLISH.render(line.label) == label]
    return list(map(ENGLISH.render, line.cells))


def test_of_a_low_result_it_says_how_much_was_not_found_out() -> None:
    case = result({"papers": "unclear", "hurt": "declined"}, {"place": "hk", "age": "adult"})
    not_asked = len(case.explanation.not_asked)

    assert block(case, "Unknown") == [f"{not_asked + 2} questions: {not_asked} not asked, 1 unclear, 1 not said"]


def test_a_clear_concern_is_said_by_its_facts_alone() -> None:
    assert not any("not asked" in fact for fact in block(played(*BY_ID["quiet-kitchen"]), "Because"))


@pytest.mark.parametrize(
    ("age", "wishes", "told"),
    [
        ("adult", {}, ["POLICE: not asked, so NO"]),
        ("adult", {"police": "declined"}, ["POLICE: not said, so NO"]),
        (
            "adult",
            {"wants": "leave", "may_call": "yes", "police": "no", "safe_to_reach": "no"},
            ["wants to get away", "you may call for them", "POLICE: said NO", "NO SAFE TELEPHONE: never ring"],
        ),
        (
            "child",
            {"wants": "stay", "may_call": "no", "police": "no", "safe_to_reach": "yes"},
            [
                "wants to stay for now",
                "does not want you to call: say why you must",
                "POLICE: said NO (tell child protection)",
                "can be reached safely",
            ],
        ),
    ],
)
def test_wishes_are_told_as_they_were_recorded(age: str, wishes: dict[str, str], told: list[str]) -> None:
    assert block(result({}, {"place": "hk", "age": age, **wishes}), "Says") == told


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "hours"),
    [
        ("2026-11-26T10:00", "open to 13:00"),
        ("2026-11-26T02:00", "opens 8:45"),
        ("2026-11-29T11:00", "opens Mon 8:45"),
        ("2026-12-25T11:00", "opens Mon 8:45"),
    ],
)
def test_a_number_says_whether_somebody_answers_now(at: str, hours: str) -> None:
    name, vignette = BY_ID["sixteen-hours"]
    place = directories()["hk"]
    office = next(each for each in place.services if each.id.startswith("child-protection-"))
    alone = replace(place, services=(replace(office, districts=(), offers=("child-protection",)),))
    indicator_set, assessor, reader = read(name)
    record = reader.record(vignette.answers, {**vignette.circumstances, "place": "hk"})
    moment = moment_in(None, datetime.fromisoformat(f"{at}+08:00"))

    found = cells(first_page_lines(evaluate(indicator_set, record, {"hk": alone}, moment, assessor)))

    assert [cell[3] for cell in found if cell[0].startswith("Child")] == [hours]


def test_numbers_stand_as_they_are_dialled_in_the_place() -> None:
    numbers = [number for _, number, *_ in cells(first_page_lines(played(*BY_ID["long-line"])))]

    assert "2343 2255" in numbers
    assert "+44 20 7323 2737" in numbers


@pytest.mark.parametrize(
    ("names", "cut", "forms"),
    [
        ({"en": "House"}, False, ["House"]),
        ({"en": "House", "zh-Hant": "屋"}, False, ["House 屋"]),
        (
            {"en": "House (of all), for women", "zh-Hant": "屋\uff08女\uff09"},
            False,
            ["House (of all), for women 屋\uff08女\uff09", "House, for women 屋", "House 屋"],
        ),
        (
            {"en": "A House of Hope", "zh-Hant": "屋"},
            True,
            ["A House of Hope 屋", "A House of… 屋", "A House… 屋", "A House of Hope", "A House of…", "A House…"],
        ),
        (
            {"id": "Rumah, besar", "en": "House", "zh-Hant": "屋"},
            True,
            [
                *("Rumah, besar / House 屋", "Rumah / House 屋", "Rumah, besar / House", "Rumah / House"),
                *("Rumah, besar", "Rumah"),
            ],
        ),
    ],
)
def test_a_name_is_shortened_at_words(names: dict[str, str], cut: bool, forms: list[str]) -> None:
    assert forms_of_name(names, cut=cut) == forms


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({}, "only if a life is in danger - POLICE come"),
        ({"police": "no"}, "only if a life is in danger - POLICE come"),
        ({"police": "yes"}, "Emergency (police, fire, ambulance) 緊急求助電話 - POLICE"),
        ({"age": "child"}, "Emergency (police, fire, ambulance) 緊急求助電話 - POLICE"),
    ],
)
def test_the_number_for_danger_says_when_it_may_be_called_though_there_be_no_police(
    wishes: dict[str, str], said: str
) -> None:
    lines = first_page_lines(result({}, {"place": "hk", "age": "adult", **wishes}))

    assert [name for need, _, _, _, name in cells(lines) if need == "Danger"] == [said]


def test_of_a_child_nobody_is_told_until_child_protection_agrees() -> None:
    nevers = of_kind(first_page_lines(result({}, {"place": "hk", "age": "child"})), "never")

    assert nevers[0].endswith(
        "Until child protection agrees, do not contact: employer, family, anybody who came along, consulate."
    )


def test_where_whom_to_call_takes_too_much_room_fewer_facts_are_named_and_the_rest_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def because() -> tuple[int, int]:
        line = next(line for line in first_page_lines(played(*BY_ID["quiet-kitchen"])) if line.kind == "told")
        *named, more = map(ENGLISH.render, line.cells)
        return len(named), int(more.split()[1])

    whole = because()
    monkeypatch.setattr(first_page, "HEIGHT", 12)

    assert whole[0] == 5
    assert because()[0] < whole[0]
    assert sum(because()) == sum(whole)


def test_an_act_names_its_row_and_where_there_is_none_what_for() -> None:
    lines = first_page_lines(played(*BY_ID["quiet-kitchen"]))
    indicator_set, assessor, reader = read("palermo")
    vignette = BY_ID["quiet-kitchen"][1]
    nowhere = evaluate(indicator_set, reader.record(vignette.answers, vignette.circumstances), {}, NOW, assessor)

    assert "If they agree, call with them: Trafficking 2343 2255." in of_kind(lines, "act")
    assert "If they agree, call with them: Help after exploitation." in of_kind(first_page_lines(nowhere), "act")


def test_an_adult_is_not_sent_to_child_protection_for_their_own_sake() -> None:
    found = of_kind(first_page_lines(played(*BY_ID["orchard-debt"])), "act")

    assert "If they agree, call with them: Trafficking 2343 2255." in found


def test_whoever_is_abroad_is_told_where_the_emergency_number_works() -> None:
    lines = first_page_lines(result({}, {"place": "hk", "age": "adult", "abroad": "yes"}))

    assert [name for need, _, _, _, name in cells(lines) if need == "Danger"] == ["only for people in Hong Kong"]


def test_without_a_directory_it_says_so_and_what_to_do() -> None:
    bare = evaluate(find_set("palermo"), Record(), {}, NOW)

    assert of_kind(first_page_lines(bare), "call") == [ENGLISH.render(NO_DIRECTORY)]


def test_where_no_place_is_known_it_says_that_the_numbers_are_general() -> None:
    lines = first_page_lines(played(*BY_ID["quiet-kitchen"], place="zz"))

    assert of_kind(lines, "call")[0] == "There is no directory for this place. These numbers are general."
    assert len(rows_of(lines)) <= HEIGHT


# --- the whole result ------------------------------------------------------------------------------------------------


def test_it_leads_the_whole_result() -> None:
    case = played(*BY_ID["quiet-kitchen"])
    first, whole = first_page_lines(case), list(result_lines(case))

    assert whole[1 : len(first) + 1] == first
    assert whole[len(first) + 1].kind == "heading"
