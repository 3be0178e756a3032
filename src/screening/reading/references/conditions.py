"""References in conditions, and what a gate may look at where it stands."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import Any, assert_never

from screening.language.messages import Listing, Message, gettext, ngettext, quoted
from screening.reading.problem import DidYouMean, Problem
from screening.reading.references.guidance_texts import in_guidance_texts
from screening.reading.references.names import Names, duplicates, unknown
from screening.reading.shape import File
from screening.reading.type_kinds import UNREADABLE
from screening.sets.answers import NOT_DEFINITE
from screening.sets.childhood import CHILDHOOD
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.grammar import form_of
from screening.sets.conditions.types import (
    AnswerIs,
    Counts,
    FlagRaised,
    GateLeaf,
    LevelLeaf,
    LevelReached,
    Supported,
)
from screening.sets.conditions.walk import located
from screening.sets.data_path import DataPath
from screening.sets.guidance import Pathway
from screening.sets.questions import Section


def in_gates(names: Names) -> Iterator[Problem]:
    starts: dict[str, int] = {}
    for number, placed in enumerate(names.questions):
        starts.setdefault(placed.file.value.id, number)
    done: set[str] = set()
    for placed in names.questions:
        file, path, question = placed.file, placed.path, placed.question
        if file.value.id not in done:
            done.add(file.value.id)
            for leaf, at in located(file.value.when, ("when",)):
                yield from _in_gate_leaf(file, at, leaf, starts[file.value.id], names)
        for leaf, at in located(question.when, (*path, "when")):
            yield from _in_gate_leaf(file, at, leaf, names.order[question.id], names)


def _in_gate_leaf(file: File[Section], path: DataPath, leaf: GateLeaf, before: int, names: Names) -> Iterator[Problem]:
    match leaf:
        case AnswerIs(item, listed):
            yield from _in_answer_leaf(file, path, leaf, names)
            yield from _in_age_gate(file, path, item, listed)
            if item in CIRCUMSTANCES and CIRCUMSTANCES[item].wish:
                message = gettext("the wish {item} is asked last, so no gate may look at it", item=quoted(item))
                yield file.problem((*path, form_of(leaf).word), message, gettext("Use it in guidance instead."))
            elif item not in CIRCUMSTANCES and names.order.get(item, -1) >= before:
                message = gettext("this looks at {item}, which is not asked before it", item=quoted(item))
                yield file.problem(
                    (*path, form_of(leaf).word), message, gettext("A gate may name only earlier questions.")
                )
            elif item in names.after_the_turn:
                message = gettext("{item} is what the screener saw, so no gate may look at it", item=quoted(item))
                yield file.problem(
                    (*path, form_of(leaf).word), message, gettext("Use it in guidance, or ask it of everybody.")
                )
        case FlagRaised(flag):
            yield from _in_flag_leaf(file, path, flag, names)
            raisers = names.raisers.get(flag, ())
            earlier = bisect_left(raisers, before, key=names.order.__getitem__)
            if earlier < len(raisers):
                message = _raised_later(quoted(raisers[earlier]), len(raisers) - earlier - 1, quoted(flag))
                yield file.problem((*path, "flag"), message, gettext("A gate may look only at what comes earlier."))
            elif any(raiser in names.after_the_turn for raiser in raisers):
                message = gettext(
                    "{flag} is raised by what the screener saw, so no gate may look at it", flag=quoted(flag)
                )
                yield file.problem((*path, "flag"), message, gettext("Use it in guidance, or ask it of everybody."))
        case _:
            assert_never(leaf)


def _raised_later(question: str, more: int, flag: str) -> Message:
    """That one question, and perhaps more, can raise a flag only later."""
    if not more:
        return gettext("{question} can raise {flag} and is not asked before this", question=question, flag=flag)
    return ngettext(
        "{question} (and {count} more) can raise {flag} and is not asked before this",
        "{question} (and {count} more) can raise {flag} and is not asked before this",
        more,
        question=question,
        flag=flag,
    )


def _in_age_gate(file: File[Section], path: DataPath, item: str, listed: tuple[str, ...]) -> Iterator[Problem]:
    # A gate on `adult` could leave a child with fewer questions, and so with less, than an adult (law 7).
    allowed = CHILDHOOD.get(item)
    for index, value in enumerate(listed):
        if allowed is not None and value not in allowed:
            message = gettext(
                "a gate on {item} may not list {value}: a child would be asked less than an adult",
                item=quoted(item),
                value=quoted(value),
            )
            yield file.problem(
                (*path, "is", index),
                message,
                gettext("List only {allowed}.", allowed=Listing(tuple(allowed), "and_and")),
            )


def _in_answer_leaf(file: File[Any], path: DataPath, leaf: AnswerIs, names: Names) -> Iterator[Problem]:
    if leaf.item in CIRCUMSTANCES:
        values = CIRCUMSTANCES[leaf.item].values
        answers = [*values, *NOT_DEFINITE]
        for index, value in enumerate(leaf.listed if values else ()):
            yield from _unknown_answer(file, (*path, "is", index), leaf.item, value, answers)
        return
    if not names.sections_readable:
        return
    yield from unknown(file, (*path, form_of(leaf).word), "question", leaf.item, names.by_id)
    question = names.by_id.get(leaf.item)
    if question is None:
        return
    known, alone = names.choices(question)
    for index, value in enumerate(leaf.listed):
        at: DataPath = (*path, "is", index)
        if value in alone:
            message = gettext("no condition may list {value}, which excludes other answers", value=quoted(value))
            yield file.problem(at, message, gettext("List the answers that say something."))
        elif value not in NOT_DEFINITE:
            yield from _unknown_answer(file, at, leaf.item, value, known)


def _unknown_answer(
    file: File[Any], path: DataPath, item: str, answer: str, known: Collection[str]
) -> Iterator[Problem]:
    if answer != UNREADABLE and answer not in known:
        message = gettext("{question} has no answer {answer}", question=quoted(item), answer=quoted(answer))
        yield file.problem(path, message, DidYouMean(answer, known))


def _in_flag_leaf(file: File[Any], path: DataPath, flag: str, names: Names) -> Iterator[Problem]:
    if names.flags_readable:
        yield from unknown(file, (*path, "flag"), "flag", flag, names.all_flags)


def in_level_leaf(file: File[Any], path: DataPath, leaf: LevelLeaf, names: Names) -> Iterator[Problem]:
    if not names.dimensions_readable:
        return
    match leaf:
        case Supported(name):
            yield from unknown(file, path, "element_or_dimension", name, names.countable)
        case Counts(counted):
            for index, name in enumerate(counted):
                yield from unknown(file, (*path, "in", index), "element_or_dimension", name, names.countable)
        case _:
            assert_never(leaf)


def in_guidance(file: File[tuple[Pathway, ...]], names: Names) -> Iterator[Problem]:
    yield from duplicates(((file, (i, "id"), pathway.id) for i, pathway in enumerate(file.value)), "pathway")
    for index, pathway in enumerate(file.value):
        yield from in_guidance_texts(file, (index,), pathway)
        for leaf, path in located(pathway.when, (index, "when")):
            match leaf:
                case AnswerIs():
                    yield from _in_answer_leaf(file, path, leaf, names)
                case FlagRaised(flag):
                    yield from _in_flag_leaf(file, path, flag, names)
                case LevelReached():
                    pass
                case Supported() | Counts():
                    yield from in_level_leaf(file, path, leaf, names)
                case _:
                    assert_never(leaf)
