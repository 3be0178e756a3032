"""Any answers to the questions of a set, few enough at a time that one more can still matter."""

from collections.abc import Iterable, Mapping
from random import Random

from hypothesis import strategies as st

from screening.engine.gating import Gates
from screening.sets.answers import RESTS, Answer, Answers, rest_of, ticks_of, with_rest
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question


def any_answer(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer that the question takes: definite, undecided, or told in part."""
    undecided = ["unclear", "declined"]
    if not question.several:
        return st.sampled_from([option.id for option in question.choices] + undecided)
    ticks = [option.id for option in question.choices if not option.alone]
    alone: list[Answer] = [(option.id,) for option in question.choices if option.alone]
    some = st.lists(st.sampled_from(ticks), min_size=1, unique=True)
    told = st.tuples(some, st.sampled_from([None, *RESTS])).map(lambda each: with_rest(*each) or "unclear")
    return st.one_of(told, st.sampled_from([*alone, *undecided]))


@st.composite
def any_answers(draw: st.DrawFn, questions: Iterable[Question], *, most: int) -> Answers:
    """Answers to some of the questions, and none to the others."""
    chosen = draw(st.lists(st.sampled_from(list(questions)), max_size=most, unique_by=lambda question: question.id))
    return {question.id: draw(any_answer(question)) for question in chosen}


def completed(indicator_set: IndicatorSet, answers: Answers, decided: Mapping[str, Answer], chance: Random) -> Answers:
    """One completion: a definite answer to every open question that has none, as chance will have it.

    Args:
        indicator_set: the set.
        answers: what was recorded; what is definite in it stays, in each list what was ticked.
        decided: the circumstances, all of them definite.
        chance: what it is left to.
    """
    gates = Gates(indicator_set)
    full: dict[str, Answer] = dict(decided)
    for _, _, question in indicator_set.questions():
        answer = answers.get(question.id)
        if rest_of(answer) is None and answer is not None:
            full[question.id] = answer
        elif gates.test(full).get(question.id) is not False:
            full[question.id] = _definite(question, ticks_of(answer), chance)
    return full


def _definite(question: Question, ticked: tuple[str, ...], chance: Random) -> Answer:
    if not question.several:
        return chance.choice([option.id for option in question.choices])
    ticks = [option.id for option in question.choices if not option.alone]
    alone = [option.id for option in question.choices if option.alone]
    if alone and not ticked and chance.random() < 0.5:
        return (chance.choice(alone),)
    more = {each for each in ticks if chance.random() < 0.3} or {chance.choice(ticks)}
    return tuple(each for each in ticks if each in more or each in ticked)
