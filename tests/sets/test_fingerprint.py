"""The hashes of a set tell apart what can be recorded and what it means, and nothing more."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple, assert_never, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from screening.reading.sets import find_set, read_set
from screening.sets import circumstances, fields, model, needs, vignette
from screening.sets.circumstances import CIRCUMSTANCES, CircumstanceKind
from screening.sets.conditions import types as conditions
from screening.sets.conditions.types import Gate, LevelCondition, LevelRule, PathwayCondition
from screening.sets.fingerprint import canonical_json, fingerprint, hash_closed_lists, hash_layout, hash_meaning
from screening.sets.guidance import Pathway
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question, Section
from tests.support.building import DIMENSIONS, LEVELS, RULES, build_set
from tests.support.conditions import GATES, LEVEL_CONDITIONS, PATHWAY_CONDITIONS, swapped
from tests.support.folders import SOUND, write
from tests.support.mutations import paths
from tests.support.thorough import examples, one_in

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
        "agreement_if_kept": "Do you agree that it is written down?",
        "not_now": ["Come again."],
        "closing_card": ["Thank them."],
        "circumstances": [
            {"id": "age", "ask": "How old?", "record": "The age", "listen": "Doubt.", "why": "A child."},
            {"id": "gender", "record": "Which services", "labels": {"woman": "Women", "man": "Men"}},
            {"id": "abroad", "record": "Whether it is abroad"},
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
        {
            "id": "held",
            "states": "Is held",
            "brief": "Held",
            "dimension": "coercion",
            "strength": "strong",
            "weight": 2,
        },
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
                    "ask_next": "And now?",
                    "ask_next_self": "And yours now?",
                    "declined": "Wants a lawyer first",
                    "declined_self": "I want a lawyer first",
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
            "tonight": "Find a bed.",
            "never": "Promise.",
            "needs": ["shelter"],
        },
        {"id": "open", "title": "Always", "do": ["Listen."]},
    ],
}
BUILT = build_set(WHOLE)


class Hashes(NamedTuple):
    """Of one set."""

    meaning: str
    layout: str


def hashes(indicator_set: IndicatorSet) -> Hashes:
    return Hashes(hash_meaning(indicator_set), hash_layout(indicator_set))


PLAIN = hashes(BUILT)

BUILT_IN = ["palermo", "first-contact", "child", "self-check"]

Where = tuple[str | int, ...]

_PUT_IN_WORDS = {"record", "states", "label", "labels", "declined"}
_ASKED_OR_ADVISED = {
    *("title", "about", "card", "agreement", "agreement_if_kept", "not_now", "closing_card", "elements"),
    *("say_first", "ask", "ask_self", "ask_next", "ask_next_self", "label_self", "declined_self", "listen", "why"),
    *("do", "do_not", "brief", "tonight", "never"),
}


def at(data: Any, where: Where) -> Any:
    for step in where:
        data = data[step]
    return data


def changed(where: Where, change: Callable[[Any, Any], None]) -> Hashes:
    """The hashes after a change, which is told what holds the thing there, and its key."""
    data = deepcopy(WHOLE)
    change(at(data, where[:-1]), where[-1])
    return hashes(build_set(data))


def meaning_alone_is_another(after: Hashes) -> bool:
    return after.meaning != PLAIN.meaning and after.layout == PLAIN.layout


def both_are_others(after: Hashes) -> bool:
    return after.meaning != PLAIN.meaning and after.layout != PLAIN.layout


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

    assert meaning_alone_is_another(changed(where, swap))


@pytest.mark.parametrize("where", places(lambda where, part: isinstance(part, str) and under(where, _PUT_IN_WORDS)))
def test_every_statement_that_is_recorded_counts(where: Where) -> None:
    assert meaning_alone_is_another(changed(where, reword))


@pytest.mark.parametrize(
    "where",
    places(
        lambda where, _: (
            where[-1] in {"when", "shows", "raises", "always", "weight"}
            or (where[-2] in {"guidance", "bands"} and where[-1] == 1)
        )
    ),
)
def test_what_is_taken_out_of_what_follows_counts_for_the_meaning_alone(where: Where) -> None:
    assert meaning_alone_is_another(changed(where, take_out))


@pytest.mark.parametrize(
    "where",
    places(
        lambda where, _: (
            where[-1] == "alone"
            or (where[-2] == "options" and where[-1] != 1)
            or where[-2:] in {("circumstances", 1), ("questions", 1)}
        )
    ),
)
def test_what_can_no_longer_be_recorded_counts_for_both(where: Where) -> None:
    assert both_are_others(changed(where, take_out))


def turn(holder: Any, key: Any) -> None:
    holder[key] = holder[key][::-1]


@pytest.mark.parametrize(
    "where",
    places(
        lambda where, part: (
            isinstance(part, list) and len(part) > 1 and where[-1] in {"options", "questions", "circumstances"}
        )
    ),
)
def test_the_order_of_what_can_be_recorded_counts_for_both(where: Where) -> None:
    assert both_are_others(changed(where, turn))


def test_the_order_of_what_is_urgent_counts_for_the_meaning_alone() -> None:
    assert meaning_alone_is_another(changed(("set", "flags"), turn))


@pytest.mark.parametrize(
    ("where", "other"),
    [
        (("set", "id"), "other"),
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
        (("sections", 1, "questions", 0, "kind"), "known"),
        (("sections", 1, "questions", 0, "when", "all", 0, "is"), ["own", "kept"]),
    ],
    ids=str,
)
def test_a_rule_or_a_kind_that_is_another_counts_for_the_meaning_alone(where: Where, other: Any) -> None:
    def put(holder: Any, key: Any) -> None:
        holder[key] = other

    assert meaning_alone_is_another(changed(where, put))


@pytest.mark.parametrize(
    ("where", "other"),
    [
        (("sections", 0, "questions", 1, "choose"), "one"),
        (("sections", 0, "questions", 1, "id"), "whom"),
        (("sections", 0, "questions", 1, "options", 1, "id"), "family"),
        (("sections", 0, "questions", 1, "options", 1, "alone"), True),
        (("set", "sections", 1, "stage"), "closing"),
    ],
    ids=str,
)
def test_another_id_choice_or_place_counts_for_the_meaning(where: Where, other: Any) -> None:
    def put(holder: Any, key: Any) -> None:
        holder[key] = other

    after = changed(where, put)

    assert after.meaning != PLAIN.meaning
    # In a later stage the last section still comes last.
    assert (after.layout != PLAIN.layout) is (where[-1] != "stage")


# --- what does not ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", places(lambda where, part: isinstance(part, str) and under(where, _ASKED_OR_ADVISED)))
def test_how_it_is_asked_explained_or_advised_does_not_count(where: Where) -> None:
    assert changed(where, reword) == PLAIN


@pytest.mark.parametrize(
    "where", places(lambda where, _: where[-1] in {"needs", "covers", "source", "do_not", "listen", "why"})
)
def test_help_that_is_taken_out_does_not_count(where: Where) -> None:
    assert changed(where, take_out) == PLAIN


def test_the_order_in_which_indicators_are_listed_does_not_count() -> None:
    assert changed(("indicators",), turn) == PLAIN


def test_a_whole_number_is_the_same_with_a_point() -> None:
    def put(score: float) -> Hashes:
        data = deepcopy(WHOLE)
        data["set"]["levels"]["some_concern"] = {"in": ["means"], "score": score}
        return hashes(build_set(data))

    assert put(2) == put(2.0) != put(2.5)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")], ids=str)
def test_what_no_json_can_say_has_no_form(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_json([{"score": number}])


def test_a_translation_does_not_count(tmp_path: Path) -> None:
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    po += 'msgctxt "question.papers.record"\nmsgid "Papers"\nmsgstr "證件"\n'
    plain = read_set(write(tmp_path / "plain", SOUND))
    translated = read_set(write(tmp_path / "translated", {**SOUND, "locale/zh-Hant.po": po}))

    assert hashes(translated.set) == hashes(plain.set)


@pytest.fixture
def renamed() -> Iterator[Callable[[], None]]:
    """Gives every type of the model another name when it is called, and takes it back after the test."""
    types = [
        each
        for module in (fields, model, vignette, circumstances, needs, conditions)
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
    before = hashes(indicator_set), hash_closed_lists()

    renamed()

    assert repr(indicator_set).startswith("Renamed")
    assert "RenamedPathwayCondition(" in repr(indicator_set)
    assert (hashes(indicator_set), hash_closed_lists()) == before


# --- over random conditions, and over the built-in sets --------------------------------------------------------------


def put_everywhere(indicator_set: IndicatorSet, condition: Gate | LevelCondition | PathwayCondition) -> list[str]:
    """The meanings with the condition wherever it may stand: a section and a question; each level; a pathway."""
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
    return [hash_meaning(each) for each in places]


@examples(60)
@given(st.one_of(GATES, LEVEL_CONDITIONS, PATHWAY_CONDITIONS))
def test_a_junction_that_is_swapped_counts_wherever_it_stands(
    condition: Gate | LevelCondition | PathwayCondition,
) -> None:
    plain = put_everywhere(BUILT, condition)

    assert len(set(plain)) == len(plain)
    for other in swapped(condition):
        for before, after in zip(plain, put_everywhere(BUILT, other), strict=True):
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
    meanings = [hash_meaning(each) for each in (indicator_set, *every_swap(indicator_set))]

    assert len(set(meanings)) == len(meanings)
    assert {hash_layout(each) for each in every_swap(indicator_set)} <= {hash_layout(indicator_set)}


def with_questions(indicator_set: IndicatorSet, *others: Question) -> IndicatorSet:
    """The set with these questions in place of those with their ids."""
    by_id = {question.id: question for question in others}
    sections = (
        replace(section, questions=tuple(by_id.get(each.id, each) for each in section.questions))
        for section in indicator_set.sections
    )
    return replace(indicator_set, sections=tuple(sections))


def questions_of(indicator_set: IndicatorSet) -> list[Question]:
    return [question for _, _, question in indicator_set.questions()]


def exchanged(indicator_set: IndicatorSet, key: str) -> Iterator[tuple[Question, Question, IndicatorSet]]:
    """Every two questions that differ in this, and the set in which they have changed it with each other."""
    for one, other in combinations(questions_of(indicator_set), 2):
        its, others = getattr(one, key), getattr(other, key)
        if its != others:
            yield one, other, with_questions(indicator_set, replace(one, **{key: others}), replace(other, **{key: its}))


@pytest.mark.slow
@pytest.mark.parametrize("key", ["when", "record", "shows", "raises", "always"])
def test_two_questions_that_change_gates_statements_or_effects_count_for_the_meaning_alone(key: str) -> None:
    found = False
    for indicator_set in map(find_set, BUILT_IN):
        plain = hashes(indicator_set)
        for one, other, changed_set in one_in(20, [*exchanged(indicator_set, key)]):
            after = hashes(changed_set)
            assert after.meaning != plain.meaning, (one.id, other.id)
            assert after.layout == plain.layout
            found = True
    assert found


@pytest.mark.slow
def test_two_questions_that_change_their_options_count_for_both() -> None:
    indicator_set = find_set("palermo")
    plain = hashes(indicator_set)

    for one, other, changed_set in one_in(20, [*exchanged(indicator_set, "options")]):
        after = hashes(changed_set)
        assert after.meaning != plain.meaning
        same = [each.id for each in one.choices] == [each.id for each in other.choices]
        assert same or after.layout != plain.layout


def options_swapped(question: Question) -> Iterator[Question]:
    """The question once for every two of its options, which have changed places."""
    for first, second in combinations(range(len(question.options)), 2):
        options = [*question.options]
        options[first], options[second] = options[second], options[first]
        yield replace(question, options=tuple(options))


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILT_IN)
def test_two_options_that_change_places_count_for_both(name: str) -> None:
    indicator_set = find_set(name)
    plain = hashes(indicator_set)

    for question in one_in(15, [other for each in questions_of(indicator_set) for other in options_swapped(each)]):
        after = hashes(with_questions(indicator_set, question))
        assert after.meaning != plain.meaning
        assert after.layout != plain.layout


STATEMENTS = [
    where
    for where in paths(WHOLE)
    if len(where) > 1 and isinstance(at(WHOLE, where), str) and under(where, _PUT_IN_WORDS)
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(one, other, id=" / ".join(".".join(map(str, where)) for where in (one, other)))
        for one, other in one_in(3, [*combinations(STATEMENTS, 2)])
    ],
)
def test_two_statements_that_change_places_count_for_the_meaning_alone(one: Where, other: Where) -> None:
    assert at(WHOLE, one) != at(WHOLE, other)
    data = deepcopy(WHOLE)
    at(data, one[:-1])[one[-1]], at(data, other[:-1])[other[-1]] = at(WHOLE, other), at(WHOLE, one)

    assert meaning_alone_is_another(hashes(build_set(data)))


# --- the program's part ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        CircumstanceKind(("man", "woman", "other")),
        CircumstanceKind(("woman", "man")),
        CircumstanceKind(("woman", "man", "other"), several=True),
        CircumstanceKind(("woman", "man", "other"), undecided="other"),
    ],
    ids=["order", "one less", "several", "undecided"],
)
@pytest.mark.parametrize("asked", [True, False], ids=["asked", "not asked"])
def test_another_closed_list_counts_for_every_layout_and_no_meaning(
    asked: bool, other: CircumstanceKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = BUILT.about if asked else replace(BUILT.about, circumstances=())
    indicator_set = replace(BUILT, about=about)
    before, lists = hashes(indicator_set), hash_closed_lists()

    monkeypatch.setitem(cast("dict[str, CircumstanceKind]", CIRCUMSTANCES), "gender", other)

    assert hash_closed_lists() != lists
    assert hash_layout(indicator_set) != before.layout
    assert hash_meaning(indicator_set) == before.meaning


def test_the_closed_lists_do_not_change_unnoticed() -> None:
    """A change here voids every code on paper. A code has the first five bits, so that they should be others too."""
    assert hash_closed_lists() == "d22e9c4863ab24e9648cbff2f68cf6b1a7f7fd0a944de73664ac2cb3c814025a"


def test_the_fingerprint_is_the_beginning_of_the_meaning() -> None:
    assert fingerprint(BUILT) == hash_meaning(BUILT)[:12]
    assert len({len(each) for each in (*PLAIN, hash_closed_lists())}) == 1
