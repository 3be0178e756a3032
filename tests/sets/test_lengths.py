"""No built-in set asks more of a person than they can bear, nor shows more answers than can be seen at once."""

import pytest

from screening.engine.gating import Gates
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES

MOST_QUESTIONS, MOST_OPTIONS = 30, 9
# Every gate on what somebody does is open for one who does it all.
EVERYTHING: dict[str, Answer] = {"age": "adult", "situation": CIRCUMSTANCES["situation"].values}


@pytest.mark.parametrize("name", set_ids())
@pytest.mark.parametrize("under_18", ["no", "yes"])
def test_an_adult_is_read_at_most_thirty_questions_whatever_they_answer(name: str, under_18: str) -> None:
    indicator_set = find_set(name)
    gates = Gates(indicator_set).test({**EVERYTHING, "under_18_when_it_began": under_18})

    read = [
        question.id
        for stage, _, question in indicator_set.questions()
        if stage in {"questions", "closing"} and question.kind == "asked" and gates.get(question.id) is not False
    ]

    assert len(read) <= MOST_QUESTIONS


@pytest.mark.parametrize("name", set_ids())
def test_no_question_has_more_than_nine_answers_to_choose_from(name: str) -> None:
    long = {question.id: len(question.choices) for _, _, question in find_set(name).questions()}

    assert {question: number for question, number in long.items() if number > MOST_OPTIONS} == {}
