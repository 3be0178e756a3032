"""A fingerprint tells apart what makes answers mean something else, and nothing more."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from screening.reading.sets import find_set, read_set
from screening.sets import model
from screening.sets.conditions import types as conditions
from screening.sets.conditions.types import Gate, LevelCondition, LevelRule, PathwayCondition
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet, Pathway, Section
from tests.support.building import DIMENSIONS, LEVELS, RULES, build_set
from tests.support.conditions import GATES, LEVEL_CONDITIONS, PATHWAY_CONDITIONS, swapped
from tests.support.folders import SOUND, write
from tests.support.mutations import paths
from tests.support.thorough import examples

CHILD = {"circumstance": "age", "is": ["child", "unsure"]}
KEPT = {"question": "papers", "is": ["kept"]}
FREE = {"question": "free", "is": ["no"]}

# Everything that a set may hold, and a junction in every gate, level and pathway.
WHOLE: dict[str, Any] = {
    "set": {
        "id": "whole",
        "version": "1",
        "title": "A whole set",
        "about": "What it is for.",
        "card": ["Sit down."],
        "agreement": "Do you agree?",
        "not_now": ["Come again."],
        "closing_card": ["Thank them."],
        "circumstances": [
            {"id": "age", "ask": "How old?", "record": "The age", "listen": "Doubt.", "why": "A child."},
            {"id": "gender", "record": "Which services", "labels": {"woman": "Women", "man": "Men"}},
        ],
        "sections": [{"id": "first", "stage": "questions"}, {"id": "second", "stage": "questions"}],
        "elements": {"act": "What was done"},
        "dimensions": DIMENSIONS,
        "rules": RULES,
        "levels": {**LEVELS, "some_concern": {"any": ["means", {"all": ["act", {"in": ["purpose"], "total": 1}]}]}},
        "bands": [
            {"id": "low", "title": "Low", "score": 0, "level": "none_recorded"},
            {"id": "high", "title": "High", "score": 2.5, "level": "some_concern"},
        ],
        "flags": [
            {"id": "hurt", "title": "Hurt", "do": ["Call."], "do_not": ["Wait."], "needs": ["medical"]},
            {"id": "lost", "title": "Lost", "do": ["Look."]},
        ],
        "sources": {"ilo": {"title": "ILO", "year": "2009"}},
    },
    "indicators": [
        {"id": "held", "states": "Is held", "dimension": "coercion", "strength": "strong", "weight": 2},
        {
            "id": "owes",
            "states": "Owes",
            "dimension": "deception",
            "strength": {"adult": "weak", "child": "medium"},
            "weight": 0.5,
            "covers": ["x"],
            "source": {"ref": "ilo", "grade": "A"},
        },
    ],
    "sections": [
        {
            "id": "first",
            "title": "First",
            "questions": [
                {
                    "id": "papers",
                    "say_first": "Now of papers.",
                    "ask": "Papers?",
                    "ask_self": "Your papers?",
                    "listen": "Who has them?",
                    "why": "Papers bind.",
                    "record": "Where the papers are",
                    "options": [
                        {"id": "own", "label": "With them", "label_self": "With me"},
                        {"id": "kept", "label": "Kept", "label_self": "Taken", "shows": ["held"], "raises": ["hurt"]},
                        {"id": "gone", "label": "Gone", "raises": ["lost"]},
                    ],
                },
                {
                    "id": "with",
                    "ask": "With whom?",
                    "record": "With whom",
                    "choose": "several",
                    "options": [
                        {"id": "boss", "label": "The employer", "shows": ["held", "owes"]},
                        {"id": "friends", "label": "Friends"},
                        {"id": "none", "label": "Nobody", "alone": True},
                    ],
                },
                {"id": "free", "ask": "Free?", "record": "Free to go", "always": True, "shows": ["owes"]},
            ],
        },
        {
            "id": "second",
            "title": "Second",
            "when": {"any": [CHILD, {"all": [KEPT, FREE]}]},
            "questions": [
                {"id": "later", "ask": "Later?", "record": "Later", "when": {"all": [KEPT, {"any": [FREE, CHILD]}]}},
            ],
        },
    ],
    "guidance": [
        {
            "id": "help",
            "title": "Help",
            "when": {"all": [{"any": [{"level": "some_concern"}, {"flag": "hurt"}]}, KEPT]},
            "do": ["Help."],
            "do_not": ["Promise."],
            "needs": ["shelter"],
        },
        {"id": "open", "title": "Always", "do": ["Listen."]},
    ],
}
PLAIN = fingerprint(build_set(WHOLE))

BUILT_IN = ["palermo", "first-contact", "child", "self-check"]

Where = tuple[str | int, ...]

_PUT_IN_WORDS = {"record", "states", "label", "labels"}
_ASKED_OR_ADVISED = {
    *("title", "about", "card", "agreement", "not_now", "closing_card", "elements"),
    *("say_first", "ask", "ask_self", "label_self", "listen", "why", "do", "do_not"),
}


def at(data: Any, where: Where) -> Any:
    for step in where:
        data = data[step]
    return data


def changed(where: Where, change: Callable[[Any, Any], None]) -> str:
    """The fingerprint after a change, which is told what holds the thing at this place, and its key there."""
    data = deepcopy(WHOLE)
    change(at(data, where[:-1]), where[-1])
    return fingerprint(build_set(data))


def reword(holder: Any, key: Any) -> None:
    holder[key] += " Or so."


def take_out(holder: Any, key: Any) -> None:
    del holder[key]


def places(fits: Callable[[Where, Any], bool]) -> list[Any]:
    found = [where for where in paths(WHOLE) if len(where) > 1 and fits(where, at(WHOLE, where))]
    assert found
    return [pytest.param(where, id=".".join(map(str, where))) for where in found]


def under(where: Where, keys: set[str]) -> bool:
    """Whether a key of the set itself, of an item or of a list there is one of these."""
    return where[-1] in keys or where[-2] in keys


# --- what counts -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", places(lambda where, _: where[-1] in {"all", "any"} and "rules" not in where))
def test_all_in_place_of_any_counts_everywhere(where: Where) -> None:
    def swap(holder: Any, key: Any) -> None:
        holder["any" if key == "all" else "all"] = holder.pop(key)

    assert changed(where, swap) != PLAIN


@pytest.mark.parametrize("where", places(lambda where, part: isinstance(part, str) and under(where, _PUT_IN_WORDS)))
def test_every_statement_that_is_recorded_counts(where: Where) -> None:
    assert changed(where, reword) != PLAIN


@pytest.mark.parametrize(
    "where",
    places(
        lambda where, _: (
            where[-1] in {"when", "shows", "raises", "alone", "always", "weight"}
            or (where[-2] == "options" and where[-1] != 1)
            or where[-2:] == ("circumstances", 1)
            or (where[-2] in {"guidance", "bands"} and where[-1] == 1)
        )
    ),
)
def test_what_is_taken_out_counts(where: Where) -> None:
    assert changed(where, take_out) != PLAIN


@pytest.mark.parametrize(
    "where",
    places(
        lambda where, part: isinstance(part, list) and len(part) > 1 and where[-1] in {"options", "questions", "flags"}
    ),
)
def test_the_order_of_what_can_be_answered_and_raised_counts(where: Where) -> None:
    def turn(holder: Any, key: Any) -> None:
        holder[key] = holder[key][::-1]

    assert changed(where, turn) != PLAIN


@pytest.mark.parametrize(
    ("where", "other"),
    [
        (("set", "id"), "other"),
        (("set", "sections", 0, "stage"), "safety"),
        (("set", "dimensions", "coercion", "rule"), "any"),
        (("set", "dimensions", "coercion", "element"), "act"),
        (("set", "rules", "any"), [{"total": 2}]),
        (("set", "rules", "any"), [{"strong": 1}]),
        (("set", "bands", 1, "score"), 3),
        (("set", "bands", 1, "level"), "clear_concern"),
        (("set", "levels", "some_concern"), "means"),
        (("indicators", 0, "strength"), "weak"),
        (("indicators", 0, "dimension"), "deception"),
        (("indicators", 1, "strength", "child"), "strong"),
        (("sections", 0, "questions", 1, "choose"), "one"),
        (("sections", 1, "questions", 0, "kind"), "known"),
        (("sections", 1, "questions", 0, "when", "all", 0, "is"), ["own", "kept"]),
    ],
    ids=str,
)
def test_a_rule_or_a_kind_that_is_another_counts(where: Where, other: Any) -> None:
    def put(holder: Any, key: Any) -> None:
        holder[key] = other

    assert changed(where, put) != PLAIN


# --- what does not ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", places(lambda where, part: isinstance(part, str) and under(where, _ASKED_OR_ADVISED)))
def test_how_it_is_asked_explained_or_advised_does_not_count(where: Where) -> None:
    assert changed(where, reword) == PLAIN


@pytest.mark.parametrize(
    "where", places(lambda where, _: where[-1] in {"needs", "covers", "source", "do_not", "listen", "why"})
)
def test_help_that_is_taken_out_does_not_count(where: Where) -> None:
    assert changed(where, take_out) == PLAIN


def test_a_whole_number_is_the_same_with_a_point() -> None:
    def put(score: float) -> str:
        data = deepcopy(WHOLE)
        data["set"]["levels"]["some_concern"] = {"in": ["means"], "score": score}
        return fingerprint(build_set(data))

    assert put(2) == put(2.0) != put(2.5)


def test_a_translation_does_not_count(tmp_path: Path) -> None:
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgctxt "question.papers.record"\nmsgid "Papers"\nmsgstr "證件"\n'
    plain = read_set(write(tmp_path / "plain", SOUND))
    translated = read_set(write(tmp_path / "translated", {**SOUND, "locale/zh-Hant.po": po}))

    assert fingerprint(translated.set) == fingerprint(plain.set)


@pytest.fixture
def renamed() -> Iterator[Callable[[], None]]:
    """Gives every type of the model another name when it is called, and takes it back after the test."""
    types = [
        each
        for module in (model, conditions)
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__ == module.__name__
    ]
    names = [(each.__name__, each.__qualname__) for each in types]

    def rename() -> None:
        for each in types:
            each.__name__ = each.__qualname__ = f"Renamed{each.__name__}"

    yield rename
    for each, (name, qualified) in zip(types, names, strict=True):
        each.__name__, each.__qualname__ = name, qualified


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_names_of_our_types_do_not_count(name: str, renamed: Callable[[], None]) -> None:
    indicator_set = find_set(name)
    before = fingerprint(indicator_set)

    renamed()

    assert repr(indicator_set).startswith("Renamed")
    assert "RenamedPathwayCondition(" in repr(indicator_set)
    assert fingerprint(indicator_set) == before


# --- over random conditions, and over the built-in sets --------------------------------------------------------------


def put_everywhere(indicator_set: IndicatorSet, condition: Gate | LevelCondition | PathwayCondition) -> list[str]:
    """The fingerprints with the condition wherever it may stand: a section and a question; each level; a pathway."""
    about, (first, *more) = indicator_set.about, indicator_set.sections
    question, *others = first.questions
    match condition:
        case Gate():
            gated = replace(first, questions=(replace(question, when=condition), *others))
            sections = [(replace(first, when=condition), *more), (gated, *more)]
            places = [replace(indicator_set, sections=each) for each in sections]
        case LevelCondition():
            rules = [LevelRule(condition, None), LevelRule(None, condition), LevelRule(condition, condition)]
            places = [
                replace(indicator_set, about=replace(about, levels=replace(about.levels, **{level: rule})))
                for level in ("clear_concern", "some_concern")
                for rule in rules
            ]
        case PathwayCondition():
            places = [replace(indicator_set, guidance=(replace(indicator_set.guidance[0], when=condition),))]
        case _:
            assert_never(condition)
    return [fingerprint(each) for each in places]


@examples(60)
@given(st.one_of(GATES, LEVEL_CONDITIONS, PATHWAY_CONDITIONS))
def test_a_junction_that_is_swapped_counts_wherever_it_stands(
    condition: Gate | LevelCondition | PathwayCondition,
) -> None:
    here = build_set(WHOLE)
    plain = put_everywhere(here, condition)

    assert len(set(plain)) == len(plain)
    for other in swapped(condition):
        for before, after in zip(plain, put_everywhere(here, other), strict=True):
            assert after != before


def variants(holder: Struct, key: str) -> Iterator[Any]:
    return (replace(holder, **{key: other}) for other in swapped(getattr(holder, key)))


def every_swap(indicator_set: IndicatorSet) -> Iterator[IndicatorSet]:
    """The set once for each junction of each gate, level and pathway, with that one swapped."""

    def among(parts: tuple[Any, ...], change: Callable[[Any], Iterator[Any]]) -> Iterator[tuple[Any, ...]]:
        for index, part in enumerate(parts):
            for other in change(part):
                yield (*parts[:index], other, *parts[index + 1 :])

    def section(part: Section) -> Iterator[Section]:
        yield from variants(part, "when")
        for questions in among(part.questions, lambda question: variants(question, "when")):
            yield replace(part, questions=questions)

    def pathway(part: Pathway) -> Iterator[Pathway]:
        return variants(part, "when")

    about = indicator_set.about
    for sections in among(indicator_set.sections, section):
        yield replace(indicator_set, sections=sections)
    for guidance in among(indicator_set.guidance, pathway):
        yield replace(indicator_set, guidance=guidance)
    for level in ("clear_concern", "some_concern"):
        rule = getattr(about.levels, level)
        if rule is not None:
            others = [LevelRule(adult, rule.child) for adult in swapped(rule.adult)]
            others += [LevelRule(rule.adult, child) for child in swapped(rule.child)]
            for other in others:
                yield replace(indicator_set, about=replace(about, levels=replace(about.levels, **{level: other})))


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_junction_of_a_built_in_set_counts(name: str) -> None:
    indicator_set = find_set(name)
    prints = [fingerprint(each) for each in (indicator_set, *every_swap(indicator_set))]

    assert len(set(prints)) == len(prints)


def test_it_is_short_and_stable() -> None:
    assert fingerprint(find_set("palermo")) == fingerprint(find_set("palermo"))
    assert len(PLAIN) == 12
