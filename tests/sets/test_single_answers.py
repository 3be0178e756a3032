"""No single answer alone takes an adult to clear concern, unless the page of the method names it."""

import pytest

from screening.engine.assess import Assessor
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import Answers, ticks_of
from screening.sets.vocabulary import RANK, Level
from tests.sets.method_page import METHOD
from tests.sets.single_answers import NAMED, PART, SingleAnswer, enough_alone, table

pytestmark = pytest.mark.slow


def test_every_answer_that_is_enough_alone_is_named_and_no_other() -> None:
    assert set(enough_alone()) == set(NAMED)


def test_the_document_names_them() -> None:
    page = METHOD.read_text(encoding="utf-8")

    assert page == PART.written(page, table())


def test_each_that_is_named_has_a_case_and_a_near_miss() -> None:
    for answer, named in NAMED.items():
        case, near_miss = (_played(answer, name) for name in (named.case, named.near_miss))

        assert answer.option in ticks_of(case[0].get(answer.question)), named.case
        assert case[1] == "clear_concern", named.case
        assert RANK[near_miss[1]] < RANK["clear_concern"], named.near_miss


def _played(answer: SingleAnswer, name: str) -> tuple[Answers, Level]:
    """What a vignette of the set answers, and the level that it comes to."""
    indicator_set = find_set(answer.set_id)
    (vignette,) = [each for each in indicator_set.vignettes if each.id == name]
    answers = RecordReader(indicator_set).record(vignette.answers, vignette.circumstances).answers
    return answers, Assessor(indicator_set).assess(answers).level
