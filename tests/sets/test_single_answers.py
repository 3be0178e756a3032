"""No single answer alone takes an adult to clear concern, unless the page of the method names it."""

import pytest

from screening.engine.assess import Assessor
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import ticks_of
from screening.sets.vocabulary import RANK
from tests.sets.method_page import METHOD
from tests.sets.single_answers import NAMED, PART, SingleAnswer, enough_alone, table

pytestmark = pytest.mark.slow


def test_every_answer_that_is_enough_alone_is_named_and_no_other() -> None:
    assert set(enough_alone()) == set(NAMED)


def test_the_document_names_them() -> None:
    page = METHOD.read_text(encoding="utf-8")

    assert page == PART.written(page, table())


@pytest.mark.parametrize("answer", NAMED, ids=lambda answer: f"{answer.set_id}/{answer.question}/{answer.option}")
def test_each_that_is_named_has_a_case_and_a_near_miss(answer: SingleAnswer) -> None:
    indicator_set = find_set(answer.set_id)
    vignettes = {vignette.id: vignette for vignette in indicator_set.vignettes}
    case, near_miss = (vignettes[name] for name in (NAMED[answer].case, NAMED[answer].near_miss))
    reader = RecordReader(indicator_set)
    answers = {each.id: reader.record(each.answers, each.circumstances).answers for each in (case, near_miss)}
    levels = {name: Assessor(indicator_set).assess(told).level for name, told in answers.items()}

    assert answer.option in ticks_of(answers[case.id].get(answer.question))
    assert levels[case.id] == "clear_concern"
    assert RANK[levels[near_miss.id]] < RANK["clear_concern"]
