"""A result is page one and at most six pages of a small screen; what is left out of them is looked up behind."""

from collections.abc import Iterable, Mapping
from functools import cache

import pytest

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.language.messages import Text
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.emergency import EMERGENCY
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answer, Answers
from screening.sets.model import IndicatorSet
from screening.sets.record import Record
from screening.show.contacts import listed, name_of
from screening.show.lines import Line
from screening.show.report import PAGES, ResultPart, result_parts
from screening.show.room import pages_of
from tests.show.test_report import NOW
from tests.support.building import hong_kong
from tests.support.people import PEOPLE, answers_of
from tests.support.thorough import one_in

# It goes through the content, which a quick look leaves out.
pytestmark = pytest.mark.slow
TO_READ: tuple[ResultPart, ...] = ("steps", "numbers", "law", "why")
CASES = [(name, vignette) for name in set_ids() for vignette in find_set(name).vignettes]
Parts = Mapping[ResultPart, tuple[Line, ...]]
every_vignette = pytest.mark.parametrize(
    "number",
    one_in(24, range(len(CASES)), lambda number: CASES[number][0]),
    ids=lambda number: f"{CASES[number][0]}/{CASES[number][1].id}",
)


@cache
def read(name: str) -> tuple[IndicatorSet, Assessor, RecordReader]:
    indicator_set = find_set(name)
    return indicator_set, Assessor(indicator_set), RecordReader(indicator_set)


def of(name: str, answers: Answers) -> Result:
    indicator_set, assessor, _ = read(name)
    return evaluate(indicator_set, Record({**answers, "place": "hk"}), {"hk": hong_kong()}, NOW, assessor)


@cache
def played(number: int) -> tuple[Result, Parts]:
    """What a vignette comes to, and how it is said; several tests look at it."""
    name, vignette = CASES[number]
    reader = read(name)[2]
    case = of(name, {**reader.answers(vignette.answers), **reader.circumstances(vignette.circumstances)})
    return case, result_parts(case)


def with_many_facts(name: str, answers: Answers) -> Answers:
    """The same person, and of every question three things that count are ticked."""
    many: dict[str, Answer] = {}
    for _, _, question in read(name)[0].questions():
        counting = tuple(option.id for option in question.choices if option.shows or option.raises)
        if counting:
            many[question.id] = counting[:3] if question.choose == "several" and len(counting) > 1 else counting[0]
    return {**answers, **many}


def sets_for(name: str) -> list[str]:
    """A child is asked with the full set, and filled in with the set for children."""
    child = answers_of(name, read("palermo")[2])["age"] == "child"
    return ["palermo", "child"] if child else ["palermo"]


def pages_to_read(parts: Parts) -> int:
    return sum(pages_of(parts.get(name, ())) for name in TO_READ)


def words(lines: Iterable[Line]) -> str:
    return "\n".join(ENGLISH.render(line.text) for line in lines)


@pytest.mark.parametrize(("person", "name"), [(person, name) for person in PEOPLE for name in sets_for(person)])
def test_the_people_whom_a_screener_met_have_six_pages_also_with_many_facts(person: str, name: str) -> None:
    known = answers_of(person, read("palermo")[2])

    assert pages_to_read(result_parts(of(name, known))) <= PAGES
    assert pages_to_read(result_parts(of(name, with_many_facts(name, known)))) <= PAGES


@every_vignette
def test_every_vignette_has_six_pages_at_most(number: int) -> None:
    assert pages_to_read(played(number)[1]) <= PAGES


@every_vignette
def test_each_part_begins_with_its_heading_and_says_something(number: int) -> None:
    for lines in played(number)[1].values():
        assert lines[0].kind == "heading"
        assert len(lines) > 1


@every_vignette
def test_no_service_duty_or_step_is_lost(number: int) -> None:
    case, parts = played(number)
    advice = case.advice
    numbers, more = words(parts["numbers"]), words(parts["more"])
    everything = "\n".join(words(lines) for lines in parts.values())

    for need_services in advice.by_need:
        for match in need_services.matches:
            assert ENGLISH.render(listed(match.service)) in more
            assert any(each.number in numbers for each in match.service.contacts) or "with the details" in numbers
        for left_out in need_services.left_out:
            if not all(reason.kind == "district" for reason in left_out.reasons):
                assert name_of(left_out.service.names) in more
    for duty in advice.duties:
        assert "law" not in parts or duty.title in words(parts["law"])
        assert all(text in more for text in duty.said())
    for guidance in (*advice.flags, *advice.pathways):
        assert all(_is_said(text, everything) for text in (*guidance.do, *guidance.do_not))


@every_vignette
def test_no_step_and_no_service_is_told_twice_on_the_pages_to_read(number: int) -> None:
    parts = played(number)[1]
    steps = [ENGLISH.render(line.text) for line in parts.get("steps", ()) if line.kind in {"do", "avoid"}]
    numbers = [ENGLISH.render(line.text) for line in parts["numbers"] if line.kind == "number"]

    assert len(steps) == len(set(steps))
    assert len(numbers) == len(set(numbers))
    assert EMERGENCY not in numbers


def _is_said(text: Text, everything: str) -> bool:
    return ENGLISH.render(text).rstrip(".") in everything
