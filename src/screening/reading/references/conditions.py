"""References in conditions, and which leaves may stand where: in gates, in pathways."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from screening.reading.grammar import DataPath, located
from screening.reading.problem import Problem
from screening.reading.references.names import Names, duplicates, unknown
from screening.reading.shape import File
from screening.sets.model import (
    CIRCUMSTANCES,
    NOT_DEFINITE,
    CircumstanceIs,
    Condition,
    Counts,
    FlagRaised,
    LevelReached,
    Pathway,
    QuestionIs,
    Section,
    Supported,
)


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


def _in_gate_leaf(file: File[Section], path: DataPath, leaf: Condition, before: int, names: Names) -> Iterator[Problem]:
    match leaf:
        case QuestionIs(question, _):
            if question in names.order and names.order[question] >= before:
                what = f"this looks at {question!r}, which is not asked before it"
                yield file.problem((*path, "question"), what, "A gate may name only earlier questions.")
            yield from _in_question_leaf(file, path, leaf, names)
        case CircumstanceIs(circumstance, listed):
            yield from _in_circumstance_leaf(file, path, leaf)
            yield from _in_age_gate(file, path, circumstance, listed)
            if circumstance in CIRCUMSTANCES and CIRCUMSTANCES[circumstance].wish:
                what = f"the wish {circumstance!r} is asked last, so no gate may look at it"
                yield file.problem((*path, "circumstance"), what, "Use it in guidance instead.")
        case FlagRaised(flag):
            yield from _in_flag_leaf(file, path, flag, names)
            raisers = names.raisers.get(flag, ())
            earlier = bisect_left(raisers, before, key=names.order.__getitem__)
            if earlier < len(raisers):
                others = f" (and {len(raisers) - earlier - 1} more)" if len(raisers) - earlier > 1 else ""
                what = f"{raisers[earlier]!r}{others} can raise {flag!r} and is not asked before this"
                yield file.problem((*path, "flag"), what, "A gate may look only at what comes earlier.")
        case _:
            mend = "Use question, circumstance or flag."
            yield file.problem(path, "a gate may not look at how the answers are assessed", mend)


def _in_age_gate(file: File[Section], path: DataPath, circumstance: str, listed: tuple[str, ...]) -> Iterator[Problem]:
    # A gate on `adult` could leave a child with fewer questions, and so with less, than an adult (law 7).
    allowed = {"age": ("child", "unsure"), "under_18_when_it_began": ("yes", "unclear")}.get(circumstance)
    for index, value in enumerate(listed):
        if allowed is not None and value not in allowed:
            what = f"a gate on {circumstance!r} may not list {value!r}: a child would be asked less than an adult"
            yield file.problem((*path, "is", index), what, f"List only {' and '.join(allowed)}.")


def _in_question_leaf(file: File[Any], path: DataPath, leaf: QuestionIs, names: Names) -> Iterator[Problem]:
    if not names.sections_readable:
        return
    yield from unknown(file, (*path, "question"), "question", leaf.question, names.by_id)
    question = names.by_id.get(leaf.question)
    if question is None:
        return
    known, alone = names.choices(question)
    for index, value in enumerate(leaf.listed):
        at: DataPath = (*path, "is", index)
        if value in alone:
            what = f"no condition may list {value!r}, which excludes other answers"
            yield file.problem(at, what, "List the answers that say something.")
        elif value not in NOT_DEFINITE:
            yield from unknown(file, at, f"answer to {leaf.question!r}", value, known)


def _in_circumstance_leaf(file: File[Any], path: DataPath, leaf: CircumstanceIs) -> Iterator[Problem]:
    yield from unknown(file, (*path, "circumstance"), "circumstance", leaf.circumstance, CIRCUMSTANCES)
    kind = CIRCUMSTANCES.get(leaf.circumstance)
    if kind is not None and kind.values:
        known = [*kind.values, *NOT_DEFINITE]
        for index, value in enumerate(leaf.listed):
            yield from unknown(file, (*path, "is", index), f"answer to {leaf.circumstance!r}", value, known)


def _in_flag_leaf(file: File[Any], path: DataPath, flag: str, names: Names) -> Iterator[Problem]:
    if names.flags_readable:
        yield from unknown(file, (*path, "flag"), "flag", flag, names.all_flags)


def in_count_leaf(file: File[Any], path: DataPath, leaf: Condition, names: Names) -> Iterator[Problem]:
    if not names.dimensions_readable:
        return
    if isinstance(leaf, Supported):
        yield from unknown(file, path, "element or dimension", leaf.name, names.countable)
    elif isinstance(leaf, Counts):
        for index, name in enumerate(leaf.names):
            yield from unknown(file, (*path, "in", index), "element or dimension", name, names.countable)


def in_guidance(file: File[tuple[Pathway, ...]], names: Names) -> Iterator[Problem]:
    yield from duplicates(((file, (i, "id"), pathway.id) for i, pathway in enumerate(file.value)), "pathway")
    for index, pathway in enumerate(file.value):
        for leaf, path in located(pathway.when, (index, "when")):
            match leaf:
                case QuestionIs():
                    yield from _in_question_leaf(file, path, leaf, names)
                case CircumstanceIs():
                    yield from _in_circumstance_leaf(file, path, leaf)
                case FlagRaised(flag):
                    yield from _in_flag_leaf(file, path, flag, names)
                case LevelReached():
                    pass
                case _:
                    yield from in_count_leaf(file, path, leaf, names)
