"""Every way in which what is unknown in a record could turn out: brute force, with its own reading of the gates.

Only which answers are set aside to begin with is taken from the engine.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import assert_never

from screening.engine.gating import Gates
from screening.sets.answers import RESTS, Answer, rest_of, ticks_of
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import All, AnswerIs, AnyOf, FlagRaised, Gate, GateLeaf, Tree
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question

DEFINITE = {"age": ("child", "adult"), "under_18_when_it_began": ("yes", "no"), "abroad": ("yes", "no")}
ABOUT_AGE = {"age", "under_18_when_it_began"}
VAGUE = {"unclear", "declined", "unsure"}


def completions(
    indicator_set: IndicatorSet, answers: dict[str, Answer], circumstances: dict[str, Answer]
) -> Iterator[dict[str, Answer]]:
    """Every completion: a definite answer to every open question that has none; recorded age stays as it is."""
    questions = [(section.when, question) for _, section, question in indicator_set.questions()]
    truths = Gates(indicator_set).test({**answers, **circumstances})
    counting = {name: answer for name, answer in answers.items() if truths.get(name) is not False}
    for full in _circumstances(dict(circumstances)):
        for complete in _questions(questions, counting, {}, full, indicator_set):
            yield {**complete, **full}


def _circumstances(given: dict[str, Answer]) -> Iterator[dict[str, Answer]]:
    for name, values in DEFINITE.items():
        if name not in given or (name not in ABOUT_AGE and given[name] in VAGUE):
            for value in values:
                yield from _circumstances({**given, name: value})
            return
    yield given


def _questions(
    questions: list[tuple[Gate | None, Question]],
    given: dict[str, Answer],
    done: dict[str, Answer],
    circumstances: dict[str, Answer],
    indicator_set: IndicatorSet,
) -> Iterator[dict[str, Answer]]:
    if not questions:
        yield done
        return
    (section_gate, question), *rest = questions
    answer = given.get(question.id)
    gates = [gate for gate in (section_gate, question.when) if gate is not None]
    if not all(_holds(gate.tree, done, circumstances, indicator_set) for gate in gates):
        if answer is not None and answer not in VAGUE:
            return  # it would close a question that has an answer
        yield from _questions(rest, given, done, circumstances, indicator_set)
        return
    if rest_of(answer) is None:
        assert answer is not None
        yield from _questions(rest, given, {**done, question.id: answer}, circumstances, indicator_set)
        return
    for definite in definite_answers(question):
        if not set(ticks_of(answer)) <= set(ticks_of(definite)):
            continue
        yield from _questions(rest, given, {**done, question.id: definite}, circumstances, indicator_set)


def definite_answers(question: Question) -> list[Answer]:
    """Everything that can definitely be answered."""
    ids = [option.id for option in question.choices]
    if not question.several:
        return list(ids)
    together = [option.id for option in question.choices if not option.alone]
    several: list[Answer] = [
        tuple(some) for size in range(1, len(together) + 1) for some in combinations(together, size)
    ]
    return [*several, *((option.id,) for option in question.choices if option.alone)]


def half_told_answers(question: Question) -> list[Answer]:
    """Everything that may be ticked of a list without being all there is to tell."""
    alone = {option.id for option in question.choices if option.alone}
    ticked = [answer for answer in definite_answers(question) if isinstance(answer, tuple) and alone.isdisjoint(answer)]
    return [(*ticks, rest) for ticks in ticked for rest in RESTS]


def _holds(
    gate: Tree[GateLeaf], answers: dict[str, Answer], circumstances: dict[str, Answer], indicator_set: IndicatorSet
) -> bool:
    match gate:
        case All(of):
            return all(_holds(part, answers, circumstances, indicator_set) for part in of)
        case AnyOf(of):
            return any(_holds(part, answers, circumstances, indicator_set) for part in of)
        case AnswerIs(item, listed) if item in CIRCUMSTANCES:
            value = circumstances[item]
            return value in listed or value in VAGUE
        case AnswerIs(item, listed):
            return bool(set(ticks_of(answers.get(item))) & set(listed))
        case FlagRaised("child"):
            return circumstances["age"] in {"child", "unsure", "declined"}
        case FlagRaised(flag):
            return any(
                flag in option.raises
                for _, _, question in indicator_set.questions()
                for option in question.choices
                if option.id in ticks_of(answers.get(question.id))
            )
        case _:
            assert_never(gate)
