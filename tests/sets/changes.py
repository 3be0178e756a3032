"""A set in which one thing is otherwise: something is left out of it, or a rule is easier to meet.

Left out is what one answer shows, one alternative of a rule that is in use, or one of a level. Easier is a rule with one
of its counts lower by one, and a level that asks for one thing less, or for a count lower by one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

from msgspec.structs import replace

from screening.sets.conditions.grammar import COUNTS
from screening.sets.conditions.types import All, AnyOf, Counts, LevelCondition, LevelLeaf, LevelRule, Tree
from screening.sets.conditions.write import as_text, as_written
from screening.sets.model import Alternative, IndicatorSet
from screening.sets.questions import Option, Question

LevelTree: TypeAlias = Tree[LevelLeaf]
Rule: TypeAlias = tuple[Alternative, ...]
Counted = TypeVar("Counted", Alternative, Counts)
_LEVELS: Final = ("clear_concern", "some_concern")
_AGES: Final = ("adult", "child")


@dataclass(frozen=True)
class Change:
    """A set in which one thing is otherwise.

    Attributes:
        what: it is, as it is told.
        changed: the set.
        answer: the question and the option that it is about; None for a rule or a level.
    """

    what: str
    changed: IndicatorSet
    answer: tuple[str, str] | None = None


def left_out(indicator_set: IndicatorSet) -> Iterator[Change]:
    """Each set that has one thing less: something that an answer shows, an alternative of a rule or of a level."""
    yield from _without_what_is_shown(indicator_set)
    yield from _with_each_rule(indicator_set, _fewer_alternatives)
    yield from _with_each_level(indicator_set, _fewer)


def easier(indicator_set: IndicatorSet) -> Iterator[Change]:
    """Each set in which a count of a rule or of a level is one lower, or a level asks for one thing less."""
    yield from _with_each_rule(indicator_set, _lower_alternatives)
    yield from _with_each_level(indicator_set, _easier)


# --- what an answer shows --------------------------------------------------------------------------------------------


def _without_what_is_shown(indicator_set: IndicatorSet) -> Iterator[Change]:
    for _, _, question in indicator_set.questions():
        for option in question.choices:
            for shown in option.shows:
                changed = _with_question(indicator_set, _silent(question, option, shown))
                yield Change(f"{question.id}, {option.id}: does not show {shown}", changed, (question.id, option.id))


def _silent(question: Question, option: Option, shown: str) -> Question:
    if not question.options:
        return replace(question, shows=_except(question.shows, shown))
    quiet = replace(option, shows=_except(option.shows, shown))
    return replace(question, options=tuple(quiet if each.id == option.id else each for each in question.options))


def _except(names: Iterable[str], name: str) -> tuple[str, ...]:
    return tuple(each for each in names if each != name)


def _with_question(indicator_set: IndicatorSet, question: Question) -> IndicatorSet:
    sections = tuple(
        replace(section, questions=tuple(question if each.id == question.id else each for each in section.questions))
        for section in indicator_set.sections
    )
    return replace(indicator_set, sections=sections)


# --- rules -----------------------------------------------------------------------------------------------------------


def _with_each_rule(
    indicator_set: IndicatorSet, change: Callable[[Rule], Iterator[tuple[Rule, str]]]
) -> Iterator[Change]:
    about = indicator_set.about
    for name in sorted({dimension.rule for dimension in about.dimensions.values()}):
        for changed, what in change(about.rules[name]):
            rules = {**about.rules, name: changed}
            yield Change(f"rule {name}: {what}", replace(indicator_set, about=replace(about, rules=rules)))


def _fewer_alternatives(rule: Rule) -> Iterator[tuple[Rule, str]]:
    for index, alternative in enumerate(rule):
        yield (*rule[:index], *rule[index + 1 :]), f"without {as_text(as_written(alternative))}"


def _lower_alternatives(rule: Rule) -> Iterator[tuple[Rule, str]]:
    for index, alternative in enumerate(rule):
        for lower in _lower(alternative):
            what = f"{as_text(as_written(lower))} for {as_text(as_written(alternative))}"
            yield (*rule[:index], lower, *rule[index + 1 :]), what


# --- levels ----------------------------------------------------------------------------------------------------------


def _with_each_level(
    indicator_set: IndicatorSet, change: Callable[[LevelTree], Iterator[tuple[LevelTree, str]]]
) -> Iterator[Change]:
    about = indicator_set.about
    for level in _LEVELS:
        rule: LevelRule | None = getattr(about.levels, level)
        conditions = {age: getattr(rule, age, None) for age in _AGES}
        for age, condition in conditions.items():
            for tree, what in change(condition.tree) if condition is not None else ():
                changed = LevelRule(**{**conditions, age: LevelCondition(tree)})
                levels = replace(about.levels, **{level: changed})
                yield Change(
                    f"level {level}, {age}: {what}", replace(indicator_set, about=replace(about, levels=levels))
                )


def _fewer(tree: LevelTree) -> Iterator[tuple[LevelTree, str]]:
    """A condition without one of its alternatives, wherever they stand in it; one that has none can go whole."""
    if not isinstance(tree, AnyOf):
        yield AnyOf(()), f"without {_written(tree)}"
    yield from _fewer_inside(tree)


def _fewer_inside(tree: LevelTree) -> Iterator[tuple[LevelTree, str]]:
    match tree:
        case AnyOf(of):
            for index, part in enumerate(of):
                yield AnyOf((*of[:index], *of[index + 1 :])), f"without {_written(part)}"
            yield from _in_each_part(tree, _fewer_inside)
        case All():
            yield from _in_each_part(tree, _fewer_inside)
        case Counts(names) if len(names) > 1:
            for name in names:
                yield replace(tree, names=_except(names, name)), f"without {name} in {_written(tree)}"


def _easier(tree: LevelTree) -> Iterator[tuple[LevelTree, str]]:
    match tree:
        case AnyOf():
            yield from _in_each_part(tree, _easier)
        case All(of):
            for index, part in enumerate(of):
                fewer: All[LevelLeaf] = All((*of[:index], *of[index + 1 :]))
                yield fewer, f"without {_written(part)} in {_written(tree)}"
            yield from _in_each_part(tree, _easier)
        case Counts():
            for lower in _lower(tree):
                yield lower, f"{_written(lower)} for {_written(tree)}"


def _in_each_part(
    tree: All[LevelLeaf] | AnyOf[LevelLeaf], change: Callable[[LevelTree], Iterator[tuple[LevelTree, str]]]
) -> Iterator[tuple[LevelTree, str]]:
    for index, part in enumerate(tree.of):
        for changed, what in change(part):
            yield type(tree)((*tree.of[:index], changed, *tree.of[index + 1 :])), what


def _written(tree: LevelTree) -> str:
    return as_text(as_written(LevelCondition(tree)))


# --- counts ----------------------------------------------------------------------------------------------------------


def _lower(counts: Counted) -> Iterator[Counted]:
    """The same with one of its counts lower by one; a single count of one is left, for nothing at all would meet it."""
    named = {name: getattr(counts, name) for name in COUNTS if getattr(counts, name) is not None}
    for name, number in named.items():
        if number > 1 or len(named) > 1:
            yield replace(counts, **{name: number - 1 or None})
