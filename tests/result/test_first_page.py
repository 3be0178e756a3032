"""What the first page of a result is made of: facts, acts, and one never."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.engine.explain import explain
from screening.language.messages import Text, gettext
from screening.reading.sets import find_set
from screening.referral.matching import match_services
from screening.result.advise import Advice, Guidance
from screening.result.evaluate import evaluate
from screening.result.first_page import ACTS, FACTS, Act, Never, acts, facts, never
from screening.sets.answers import Answer
from screening.sets.needs import Need
from screening.sets.record import Record
from screening.sets.vocabulary import STRENGTHS
from tests.show.test_report import NOW
from tests.support import services


def guidance(name: str = "flag", priority: int | None = None, **more: Any) -> Guidance:
    return Guidance(name, name.title(), more.pop("do", ()), priority=priority, **more)


def advice(
    *listed: dict[str, Any],
    flags: Sequence[Guidance] = (),
    pathways: Sequence[Guidance] = (),
    needs: Sequence[Need] = (),
    **circumstances: Answer,
) -> Any:
    """Advice for these, in a place with these services; what is needed is needed by a pathway."""
    place = services.directory(*listed)
    pathways = (*pathways, guidance("way", needs=tuple(needs)))
    named = [need for block in (*flags, *pathways) for need in block.needs]
    by_need = match_services(dict.fromkeys(named), circumstances, place, services.TODAY)
    bare = evaluate(find_set("palermo"), Record(), {}, NOW).advice
    return replace(
        bare,
        flags=tuple(flags),
        pathways=pathways,
        directory=place,
        by_need=by_need,
        circumstances=circumstances,
    )


# --- facts -----------------------------------------------------------------------------------------------------------


def facts_of(answers: dict[str, Answer], **circumstances: Answer) -> tuple[list[str], int]:
    indicator_set = find_set("palermo")
    record = {**answers, **circumstances}
    assessment = Assessor(indicator_set).assess(record)
    found = facts(explain(indicator_set, assessment, record), assessment)
    return [each.indicator.id for each in found.named], found.more


PURPOSE: dict[str, Answer] = {
    "long-hours": "yes",
    "pay": ("nothing",),
    "conditions": ("lodging", "danger", "illness"),
    "stop-work": "penalty",
}
MEANS: dict[str, Answer] = {"papers": "kept", "hurt": "yes", "go-out": "not-out", "hold-used": ("pay",)}


def test_where_nothing_counts_there_is_no_fact() -> None:
    assert facts_of({}) == ([], 0)


def test_five_are_named_of_means_and_of_purpose_both_and_the_others_are_counted() -> None:
    named, more = facts_of({**PURPOSE, "papers": "kept"})

    assert len(named) == FACTS == 5
    assert "papers-kept" in named
    assert "excessive-hours" in named
    assert more == 2


def test_whatever_there_is_of_purpose_is_named_however_strong_the_means() -> None:
    indicators = {each.id: each.strength_for(child=False) for each in find_set("palermo").indicators}
    means: dict[str, Answer] = {**MEANS, "promised": ("job",), "start-force": ("violence",)}
    named, more = facts_of({**means, "conditions": ("school",)})

    assert [indicators[name] for name in facts_of(means)[0]] == ["strong"] * FACTS
    assert indicators["kept-from-school"] == "weak"
    assert "kept-from-school" in named
    assert more > 0


def test_the_strongest_comes_first() -> None:
    indicators = {each.id: each for each in find_set("palermo").indicators}
    named, _ = facts_of({**PURPOSE, **MEANS})
    strengths = [STRENGTHS.index(indicators[name].strength_for(child=False) or "weak") for name in named]

    assert strengths == sorted(strengths)


def test_what_was_told_comes_before_what_was_seen() -> None:
    told, seen = "confined", "found-confined"
    indicators = {each.id: each.strength_for(child=False) for each in find_set("palermo").indicators}
    named, _ = facts_of({"found-as": ("locked-in",), "go-out": "not-out"})

    assert indicators[told] == indicators[seen]
    assert named == [told, seen]


def test_that_somebody_was_brought_is_a_fact_for_a_child_alone() -> None:
    brought: dict[str, Answer] = {"how-began": ("taken",)}

    assert facts_of(brought, age="adult") == ([], 0)
    assert facts_of(brought, age="child") == (["moved-by-others"], 0)


# --- acts and nevers -------------------------------------------------------------------------------------------------


def said(given: Advice) -> tuple[Text, ...]:
    return tuple(act.text for act in acts(given))


def test_acts_of_flags_come_first_and_each_by_its_priority() -> None:
    flags = [guidance("b", 2, tonight=("second",)), guidance("a", 1, tonight=("first",))]
    pathways = [guidance("d", tonight=("last",)), guidance("c", 11, tonight=("third",))]

    assert said(advice(flags=flags, pathways=pathways)) == ("first", "second", "third", "last")


def test_one_act_that_serves_two_is_said_once_where_it_is_most_urgent() -> None:
    flags = [guidance("a", 1, tonight=("call",)), guidance("b", 2, tonight=("wait",))]
    pathways = [guidance("c", 11, tonight=("call",)), guidance("d", 12, tonight=("ask",))]

    assert said(advice(flags=flags, pathways=pathways)) == ("call", "wait", "ask")


def test_where_a_set_names_no_act_the_first_thing_to_do_is_it_and_likewise_the_never() -> None:
    flags = [guidance("a", 1, do=("look", "wait"), do_not=("run", "shout"))]
    pathways = [guidance("b", do=("ask",), tonight=("call",), do_not=("x",))]

    assert said(advice(flags=flags, pathways=pathways)) == ("look", "call")
    assert never(advice(flags=flags, pathways=pathways)) == Never(("run",))


def test_there_are_five_acts_at_most_and_all_of_what_is_urgent_in_any_case() -> None:
    def blocks(name: str, number: int) -> list[Guidance]:
        return [guidance(f"{name}{each}", each, tonight=(f"{name}{each}",)) for each in range(number)]

    assert said(advice(flags=blocks("f", 3), pathways=blocks("p", 4))) == ("f0", "f1", "f2", "p0", "p1")
    assert len(said(advice(flags=blocks("f", 7), pathways=blocks("p", 4)))) == 7
    assert ACTS == 5


def test_the_one_never_is_that_of_what_comes_first() -> None:
    flags = [guidance("b", 2, never=("no",)), guidance("a", 1)]
    pathways = [guidance("c", 11, never=("not that",))]

    assert never(advice(flags=flags, pathways=pathways)) == Never(("no",))
    assert never(advice(pathways=pathways)) == Never(("not that",))
    assert never(advice()) == Never()


def test_who_must_not_hear_of_it_is_named_by_all_that_was_opened_each_once_and_in_one_order() -> None:
    flags = [guidance("a", 1, never=("no",), keep_from=("family",))]
    pathways = [guidance("b", 11, keep_from=("consul", "employer")), guidance("c", 12, keep_from=("family",))]

    assert never(advice(flags=flags, pathways=pathways)) == Never(("no",), ("employer", "family", "consul"))


def test_where_that_comes_first_nothing_else_is_said() -> None:
    pathways = [guidance("b", 11, keep_from=("family",), do_not=("x",)), guidance("c", 12, never=("not that",))]

    assert never(advice(pathways=pathways)) == Never((), ("family",))


@pytest.mark.parametrize(
    ("text", "does"),
    [("Call: {call}.", True), ("Call them.", False), (gettext("If an adult: {text}", text="Call: {call}."), True)],
)
def test_an_act_names_a_number_also_where_it_is_for_one_age(text: Text, *, does: bool) -> None:
    assert Act(text).names_a_call is does


def test_a_consulate_that_somebody_fears_is_not_called_because_they_ask() -> None:
    pathways = [guidance("a", 11, keep_from=("consul-unasked",)), guidance("b", 12, keep_from=("consul",))]

    assert never(advice(pathways=pathways)).keep_from == ("consul",)
    assert never(advice(pathways=pathways[:1])).keep_from == ("consul-unasked",)
