"""What an author is told of a vignette: all that counts, with the answers that show it, and no more than a screen."""

from datetime import UTC, datetime
from functools import cache

import pytest

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.referral.moment import moment_in
from screening.result.evaluate import Result, evaluate
from screening.show.facts import fact_text
from screening.show.room import pages_of
from screening.show.vignette_key import comes_to_lines, counting_lines

NOW = moment_in(None, datetime(2026, 11, 27, 14, 0, tzinfo=UTC))
NAMES = ["quiet-kitchen", "kind-madam", "strict-house", "says-nothing", "fifteen", "two-stories", "training-bond"]


@cache
def result_of(name: str) -> Result:
    indicator_set = find_set("palermo")
    vignette = next(each for each in indicator_set.vignettes if each.id == name)
    record = RecordReader(indicator_set).record(vignette.answers, vignette.circumstances)
    return evaluate(indicator_set, record, {}, NOW, Assessor(indicator_set))


def told(name: str) -> str:
    return " ".join(ENGLISH.render(line.text) for line in comes_to_lines(result_of(name)))


def test_the_level_the_elements_the_cards_and_the_advice_are_told_in_words() -> None:
    text = told("quiet-kitchen")

    assert "CLEAR CONCERN: What was recorded points clearly to possible trafficking." in text
    assert "Purpose: exploitation, done or intended - supported" in text
    assert "At once, a card: " in text
    assert "At the end, advice: " in text
    assert "What the story leaves open cannot change the level." in text


def test_what_could_still_come_is_told_where_something_could() -> None:
    assert "What the story leaves open could still bring it to: clear concern." in told("two-stories")


@pytest.mark.parametrize("name", NAMES)
def test_it_takes_two_small_screens_at_most(name: str) -> None:
    assert pages_of(comes_to_lines(result_of(name))) <= 2


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_that_counts_is_named_below_an_answer_that_shows_it(name: str) -> None:
    result = result_of(name)
    lines = [*counting_lines(result, lambda question: f"answer to {question}")]
    details = " ".join(ENGLISH.render(line.text) for line in lines if line.kind == "detail")
    present = [
        each
        for dimensions in result.explanation.elements.values()
        for dimension in dimensions
        for each in dimension.present
    ]

    assert all(ENGLISH.render(fact_text(each)) in details for each in present)
    shown_by = {f"answer to {question.id}" for each in present for question in each.shown_by}
    assert {line.text for line in lines if line.kind == "item"} == shown_by


def test_where_nothing_counts_that_is_said_with_what_could() -> None:
    lines = [ENGLISH.render(line.text) for line in counting_lines(result_of("says-nothing"), str)]

    assert lines[0] == "Nothing that was answered counts."
    assert lines[1].startswith("Left open, and would count if it were so: ")
