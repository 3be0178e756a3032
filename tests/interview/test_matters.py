"""What is asked of somebody's circumstances, and what is not."""

from collections.abc import Collection
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.machine import Interview
from screening.interview.state import State
from screening.reading.sets import find_set
from screening.referral.directory import Directory
from screening.referral.looked_at import ServicesLookedAt
from screening.result.evaluate import evaluate
from screening.sets.answers import Answer, Answers
from screening.sets.needs import Need
from screening.sets.record import Record
from tests.interview.interviews import still_due
from tests.interview.random_interviews import many, some_answers, still_asked
from tests.support.building import asked, directories, indicator, small_set
from tests.support.services import TODAY

ALL = [
    {"id": name, "ask": "x", "record": "x"} for name in ("place", "age", "under_18_when_it_began", "gender", "may_stay")
]


class Looking:
    """Services of which some, for these needs, look at the gender."""

    def __init__(self, *needs: Need) -> None:
        self._needs = needs

    def look_at(self, circumstance: str, needs: Collection[Need], recorded: Answers) -> bool:
        del recorded
        return circumstance == "gender" and not set(self._needs).isdisjoint(needs)


def asked_of(answers: dict[str, Answer], services: Any, *, circumstances: Any = ALL, **more: Any) -> set[str]:
    """The circumstances that are asked after these answers."""
    questions = more.pop("questions", [asked("one", shows=["a"])])
    indicators = more.pop("indicators", [indicator("a", "coercion")])
    interview = Interview(small_set(questions, indicators, circumstances=circumstances, **more), services)
    state = interview.take_over(answers, ["child", "danger"])
    return {step.id for step in still_due(interview, state)} & {each["id"] for each in circumstances}


ADULT: dict[str, Answer] = {"place": "hk", "age": "adult", "under_18_when_it_began": "no"}


def bed(when: Any = None) -> dict[str, Any]:
    return {"id": "bed", "title": "x", "do": ["x"], "needs": ["shelter"], **({"when": when} if when else {})}


def test_only_what_some_service_looks_at_is_asked_for_what_may_be_needed() -> None:
    assert asked_of(ADULT, Looking("shelter"), guidance=[bed()]) == {"gender"}
    assert asked_of(ADULT, Looking("legal-advice"), guidance=[bed()]) == set()
    assert asked_of(ADULT, Looking("shelter")) == set()


def test_where_nobody_knows_whom_to_call_everything_is_asked() -> None:
    assert asked_of(ADULT, None) == {"gender", "may_stay"}


@pytest.mark.parametrize(("answer", "is_asked"), [("yes", True), ("unclear", True), ("declined", True), ("no", False)])
def test_what_a_flag_needs_counts_while_the_flag_can_be_raised(answer: str, is_asked: bool) -> None:
    flags = [{"id": "danger", "title": "x", "do": ["x"], "needs": ["shelter"]}]
    urgent = {"urgent": [asked("unsafe", raises=["danger"])]}
    known = {**ADULT, "unsafe": answer}

    assert ("gender" in asked_of(known, Looking("shelter"), flags=flags, stages=urgent)) is is_asked


@pytest.mark.parametrize(("age", "is_asked"), [("child", True), ("unsure", True), ("declined", True), ("adult", False)])
def test_what_a_child_needs_counts_for_a_child(age: str, is_asked: bool) -> None:
    assert ("gender" in asked_of({"place": "hk", "age": age}, Looking("child-protection"))) is is_asked


@pytest.mark.parametrize(
    ("when", "is_asked"),
    [
        ({"circumstance": "age", "is": ["adult"]}, True),
        ({"circumstance": "age", "is": ["child"]}, False),
        ({"flag": "child"}, False),
        ({"level": "some_concern"}, True),
        ({"in": ["means"], "total": 1}, True),
        ("means", True),
        ({"question": "one", "is": ["yes"]}, True),
        ({"all": [{"circumstance": "age", "is": ["child"]}, {"question": "one", "is": ["yes"]}]}, False),
        ({"any": [{"circumstance": "age", "is": ["child"]}, {"question": "one", "is": ["yes"]}]}, True),
        # Nobody is asked that, so it cannot open anything.
        ({"circumstance": "situation", "is": ["fishing"]}, False),
    ],
    ids=str,
)
def test_what_guidance_needs_counts_while_it_can_open(when: Any, is_asked: bool) -> None:
    assert ("gender" in asked_of(ADULT, Looking("shelter"), guidance=[bed(when)])) is is_asked


def test_what_opens_a_question_or_guidance_is_asked_whoever_is_called() -> None:
    gated = [asked("one", when={"circumstance": "gender", "is": ["woman"]})]
    guidance = [bed({"circumstance": "may_stay", "is": ["no"]})]

    assert "gender" in asked_of(ADULT, Looking(), questions=gated)
    assert "may_stay" in asked_of(ADULT, Looking(), guidance=guidance)


def test_when_it_began_is_asked_only_where_the_rules_go_by_it() -> None:
    adult: dict[str, Answer] = {"place": "hk", "age": "adult"}
    by_age = [indicator("a", "coercion", strength={"adult": "weak", "child": "strong"})]
    same = [indicator("a", "coercion", strength="strong")]
    levels = {"some_concern": {"in": ["means"], "total": 1}}

    assert "under_18_when_it_began" in asked_of(adult, Looking(), indicators=by_age, levels=levels)
    assert "under_18_when_it_began" not in asked_of(adult, Looking(), indicators=same, levels=levels)
    assert "under_18_when_it_began" not in asked_of({**adult, "age": "child"}, Looking(), indicators=by_age)


def test_wishes_the_place_and_the_age_are_always_asked() -> None:
    circumstances = [{"id": name, "record": "x"} for name in ("place", "age", "wants", "may_call", "police")]

    assert asked_of({}, Looking(), circumstances=circumstances) == {"place", "age", "wants", "may_call", "police"}


def test_a_correction_of_the_place_brings_what_matters_there() -> None:
    interview = Interview(find_set("palermo"), ServicesLookedAt(directories()))
    elsewhere = interview.take_over({"place": "ph", "age": "adult"})
    here = interview.take_over({"place": "hk", "age": "adult"})

    assert "identity_card" not in {step.id for step in still_due_after_agreement(interview, elsewhere)}
    assert "identity_card" in {step.id for step in still_due_after_agreement(interview, here)}


def still_due_after_agreement(interview: Interview, state: State) -> list[Any]:
    while interview.current(state).kind != "agreement":
        state = interview.go_on(state)
    return still_due(interview, interview.answer(state, "yes"))


PLACES = directories()


@many
@given(st.sampled_from(["palermo", "first-contact", "child"]), st.sampled_from(list(PLACES)), st.data())
def test_what_was_not_asked_changes_nobody_who_is_called(name: str, place: str, data: st.DataObject) -> None:
    """Whoever is asked everything, and whoever is asked only what matters, are sent to the same."""
    every, few = Interview(find_set(name)), Interview(find_set(name), ServicesLookedAt(PLACES))
    answers = {**some_answers(every, data), "place": place, "age": data.draw(st.sampled_from(["adult", "child"]))}
    _, of_all = still_asked(every, State(), answers)
    _, of_few = still_asked(few, State(), answers)

    assert few.assessment(of_few) == every.assessment(of_all)
    all_called, few_called = (called(each, state) for each, state in ((every, of_all), (few, of_few)))
    assert few_called == all_called


def called(interview: Interview, state: State) -> list[Any]:
    advice = evaluate(interview.set, Record(interview.in_force(state)), PLACES, TODAY).advice
    return [(each.need, [(match.service.id, match.ask_first) for match in each.matches]) for each in advice.by_need]


def test_the_directory_is_looked_at_and_not_matched(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise AssertionError("nothing is matched before it is needed")

    monkeypatch.setattr("screening.referral.matching.match_services", fail)
    hong_kong: dict[str, Directory] = {"hk": PLACES["hk"]}

    assert ServicesLookedAt(hong_kong).look_at("gender", {"shelter"}, {"place": "hk"})
