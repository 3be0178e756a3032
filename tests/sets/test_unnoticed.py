"""What could be otherwise in a set is found, and whether a vignette notices it."""

import pytest
from msgspec.structs import replace

from screening.reading.set_catalog import set_ids
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Expect, Vignette
from tests.sets.changes import Change, easier, left_out
from tests.sets.unnoticed import WITHOUT_EFFECT, Vignettes, unnoticed
from tests.support.building import asked, indicator, small_set
from tests.support.thorough import one_in

SET = small_set(
    [
        asked("papers", shows=["kept"]),
        {
            "id": "pay",
            "ask": "Pay?",
            "record": "Pay",
            "choose": "several",
            "options": [
                {"id": "late", "label": "Late", "shows": ["late"]},
                {"id": "none", "label": "None", "shows": ["unpaid", "late"]},
                {"id": "fair", "label": "Fair", "alone": True},
            ],
        },
    ],
    [
        indicator("kept", "coercion"),
        indicator("late", "conditions_of_work", "weak"),
        indicator("unpaid", "forced_work"),
    ],
    levels={
        "clear_concern": {
            "adult": {
                "any": [
                    {"all": ["purpose", {"in": ["means", "purpose"], "strong": 2}]},
                    {"in": ["means"], "strong": 3, "total": 4},
                ]
            },
            "child": "purpose",
        },
    },
)


def whats(changes: list[Change]) -> list[str]:
    return [change.what for change in changes]


def told(what: str) -> Change:
    """The change that is told so."""
    (change,) = [each for each in [*left_out(SET), *easier(SET)] if each.what == what]
    return change


def vignette(answers: dict[str, str | tuple[str, ...]], expect: Expect, **circumstances: str) -> Vignette:
    return Vignette(
        id="case",
        title="A case",
        story="A story.",
        circumstances={"age": "adult", "under_18_when_it_began": "no", **circumstances},
        answers=answers,
        expect=expect,
        teaches="Something.",
    )


def with_vignettes(*vignettes: Vignette) -> IndicatorSet:
    return replace(SET, vignettes=vignettes)


def test_all_that_answers_show_is_left_out_once_each() -> None:
    assert [change.what for change in left_out(SET) if change.answer is not None] == [
        "papers, yes: does not show kept",
        "pay, late: does not show late",
        "pay, none: does not show unpaid",
        "pay, none: does not show late",
    ]


def test_alternatives_of_rules_in_use_and_of_levels_are_left_out() -> None:
    assert [change.what for change in left_out(SET) if change.answer is None] == [
        "rule any: without {total: 1}",
        "rule any_strong: without {strong: 1}",
        "rule any_strong: without {medium_or_strong: 2}",
        "rule delphi: without {strong: 2}",
        "rule delphi: without {strong: 1, total: 2}",
        "rule delphi: without {medium_or_strong: 3}",
        "rule delphi: without {medium_or_strong: 2, total: 3}",
        "level clear_concern, adult: without {all: [purpose, {in: [means, purpose], strong: 2}]}",
        "level clear_concern, adult: without {in: [means], strong: 3, total: 4}",
        "level clear_concern, adult: without means in {in: [means, purpose], strong: 2}",
        "level clear_concern, adult: without purpose in {in: [means, purpose], strong: 2}",
        "level clear_concern, child: without purpose",
    ]


def test_counts_of_rules_and_levels_are_made_easier_and_so_is_what_a_level_asks_for_as_well() -> None:
    eased = whats(list(easier(SET)))

    assert [what for what in eased if what.startswith("rule any")] == [
        "rule any_strong: {medium_or_strong: 1} for {medium_or_strong: 2}"
    ]
    assert "rule delphi: {total: 2} for {strong: 1, total: 2}" in eased
    assert "rule delphi: {strong: 1, total: 1} for {strong: 1, total: 2}" in eased
    assert [what for what in eased if what.startswith("level")] == [
        "level clear_concern, adult: without purpose in {all: [purpose, {in: [means, purpose], strong: 2}]}",
        "level clear_concern, adult: without {in: [means, purpose], strong: 2} in "
        "{all: [purpose, {in: [means, purpose], strong: 2}]}",
        "level clear_concern, adult: {in: [means, purpose], strong: 1} for {in: [means, purpose], strong: 2}",
        "level clear_concern, adult: {in: [means], strong: 2, total: 4} for {in: [means], strong: 3, total: 4}",
        "level clear_concern, adult: {in: [means], strong: 3, total: 3} for {in: [means], strong: 3, total: 4}",
    ]


def test_the_rest_of_a_set_in_which_one_thing_is_otherwise_is_as_it_was() -> None:
    for change in [*left_out(SET), *easier(SET)]:
        assert change.changed != SET, change.what
        same = {"sections": SET.sections} if change.answer else {"about": SET.about}
        assert replace(change.changed, **same) == SET, change.what


@pytest.mark.parametrize(
    ("expect", "noticed"),
    [(Expect(level="clear_concern"), True), (Expect(flags=()), False)],
    ids=["the key says what it comes to", "the key does not look at it"],
)
def test_a_vignette_notices_what_its_key_names(expect: Expect, noticed: bool) -> None:
    case = vignette({"papers": "yes", "pay": ("none",)}, expect)
    change = told("pay, none: does not show unpaid")

    assert list(Vignettes(with_vignettes(case)).unnoticed([change])) == ([] if noticed else [change])


def test_a_case_below_a_level_notices_that_the_level_is_easier() -> None:
    near_miss = vignette({"papers": "no", "pay": ("none",)}, Expect(level="none_recorded"))
    change = told("level clear_concern, adult: {in: [means, purpose], strong: 1} for {in: [means, purpose], strong: 2}")

    assert list(Vignettes(with_vignettes(near_miss)).unnoticed([change])) == []
    assert list(Vignettes(SET).unnoticed([change])) == [change]


def test_one_vignette_of_several_is_enough() -> None:
    cases = [
        vignette({"papers": "yes", "pay": ("fair",)}, Expect(level="none_recorded")),
        vignette({"papers": "no", "pay": ("none",)}, Expect(level="clear_concern"), age="child"),
    ]
    change = told("level clear_concern, child: without purpose")

    assert list(Vignettes(with_vignettes(*cases)).unnoticed([change])) == []


def test_a_vignette_that_does_not_come_to_its_key_anyway_shows_nothing() -> None:
    wrong = vignette({"papers": "yes"}, Expect(level="clear_concern"))
    change = told("papers, yes: does not show kept")

    assert list(Vignettes(with_vignettes(wrong)).unnoticed([change])) == [change]


# --- the built-in sets ---

NAMES = set_ids()


@pytest.mark.slow
@pytest.mark.parametrize("name", one_in(2, NAMES))
def test_a_vignette_notices_whatever_is_left_out_of_a_built_in_set_or_made_easier(name: str) -> None:
    assert [what for what in unnoticed(name) if what not in WITHOUT_EFFECT] == []


@pytest.mark.slow
def test_what_is_said_to_have_no_effect_has_none() -> None:
    assert set(WITHOUT_EFFECT) <= {what for name in NAMES for what in unnoticed(name)}
