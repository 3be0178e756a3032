"""Every built-in set keeps the laws, whatever was answered. For any other set, `tests/engine/test_assess.py` says it."""

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from screening.engine.assess import Assessment, Assessor
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answer, Answers
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.questions import Question
from screening.sets.vocabulary import RANK
from tests.support.any_answers import any_answers, completed
from tests.support.growing import grown_answer
from tests.support.thorough import examples

pytestmark = pytest.mark.slow

NAMES = set_ids()
SETS = {name: find_set(name) for name in NAMES}
ASSESSORS = {name: Assessor(each) for name, each in SETS.items()}
# A record with many answers is clear concern with or without one more.
FEW = 7
VAGUE = {"unclear", "declined"}
ADULT: Answers = {"age": "adult", "under_18_when_it_began": "no"}
CHILDREN: list[Answers] = [
    {"age": "child"},
    {"age": "unsure"},
    {"age": "declined"},
    {"age": "adult", "under_18_when_it_began": "yes"},
    {"age": "adult", "under_18_when_it_began": "unclear"},
    {"age": "adult", "under_18_when_it_began": "declined"},
]
situations = st.lists(st.sampled_from(CIRCUMSTANCES["situation"].values), max_size=3, unique=True).map(tuple)
ages = st.sampled_from([ADULT, *CHILDREN])


def questions(name: str) -> list[Question]:
    return [question for _, _, question in SETS[name].questions()]


def people(situation: tuple[str, ...], age: Answers) -> dict[str, Answer]:
    """The circumstances that gates and rules look at."""
    return {**age, **({"situation": situation} if situation else {})}


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data(), situation=situations, age=ages)
@examples(200)
def test_one_more_tick_never_lowers_a_level_nor_closes_a_pathway(
    name: str, data: st.DataObject, situation: tuple[str, ...], age: Answers
) -> None:
    answers = {**data.draw(any_answers(questions(name), most=FEW)), **people(situation, age)}
    before = ASSESSORS[name].assess(answers)
    asked = [question.id for question in questions(name) if question.id not in before.closed]
    more = data.draw(st.sampled_from(asked))
    grown = grown_answer(SETS[name], more, answers.get(more), data)
    assume(grown is not None)
    assert grown is not None

    after = ASSESSORS[name].assess({**answers, more: grown})

    assert RANK[after.bounds[0]] >= RANK[before.bounds[0]]
    # An "unclear" is replaced, and not added to: it may itself be what opened a pathway.
    assert answers.get(more) in VAGUE or set(before.pathways) <= set(after.pathways)
    assert set(before.flags) <= set(after.flags)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data(), situation=situations)
@examples(200)
def test_on_the_same_facts_the_result_of_a_child_is_never_lower(
    name: str, data: st.DataObject, situation: tuple[str, ...]
) -> None:
    answers = data.draw(any_answers(questions(name), most=FEW))
    adult = ASSESSORS[name].assess({**answers, **people(situation, ADULT)})

    for age in CHILDREN:
        child = ASSESSORS[name].assess({**answers, **people(situation, age)})
        assert RANK[child.bounds[0]] >= RANK[adult.bounds[0]], age
        assert RANK[child.bounds[1]] >= RANK[adult.bounds[1]], age
        assert _supported(adult) <= _supported(child), age


def _supported(assessment: Assessment) -> set[str]:
    return {name for name, support in assessment.dimensions.items() if support == "supported"}


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data(), situation=situations, age=ages, chance=st.integers(0, 1_000_000).map(Random))
@examples(200)
def test_however_what_is_unknown_turns_out_the_level_stays_within_the_bounds(
    name: str, data: st.DataObject, situation: tuple[str, ...], age: Answers, chance: Random
) -> None:
    answers = data.draw(any_answers(questions(name), most=FEW))
    recorded = ASSESSORS[name].assess({**answers, **people(situation, age)})
    decided = {**people(situation or (chance.choice(CIRCUMSTANCES["situation"].values),), age)}
    complete = completed(SETS[name], {k: v for k, v in answers.items() if k not in recorded.closed}, decided, chance)

    reached = ASSESSORS[name].assess(complete)

    # A completion closes no question that has an answer.
    assume(not set(reached.closed) & (set(answers) - set(recorded.closed)))
    low, high = (RANK[bound] for bound in recorded.bounds)
    assert low <= RANK[reached.bounds[0]] <= RANK[reached.bounds[1]] <= high
    assert set(reached.pathways) <= {*recorded.pathways, *recorded.may_open}
