"""What something rests on is named with how it was seen, never as better known than it is."""

import pytest

from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.fields import SourceNote
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import Grade
from screening.show.sources import rests_on, source_text
from tests.support.building import asked, indicator, small_set

SOURCES = {"ilo": {"title": "Indicators of forced labour", "short": "ILO 2012"}, "un": {"title": "A protocol"}}


def a_set(*indicators: dict[str, object]) -> IndicatorSet:
    """A set whose one question shows these indicators."""
    shows = [each["id"] for each in indicators]
    return small_set([asked("one", shows=shows), asked("two")], list(indicators), sources=SOURCES)


def noted(name: str, ref: str | None, grade: Grade) -> dict[str, object]:
    """An indicator with a source."""
    source = {"grade": grade} if ref is None else {"ref": ref, "grade": grade}
    return indicator(name, "coercion", source=source)


def questions(indicator_set: IndicatorSet) -> list[Item]:
    return [item for item in items_of(indicator_set).values() if item.counts]


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (SourceNote(ref="ilo", grade="A"), "ILO 2012"),
        (SourceNote(ref="ilo", grade="B"), "ILO 2012, as reproduced by others"),
        (SourceNote(ref="ilo", grade="C"), "ILO 2012, seen only in a derived work"),
        (SourceNote(ref="un", grade="A"), "A protocol"),
        (SourceNote(ref="elsewhere", grade="B"), "elsewhere, as reproduced by others"),
        (SourceNote(grade="project"), "the judgement of those who wrote this"),
    ],
)
def test_a_source_is_named_with_how_it_was_seen(note: SourceNote, text: str) -> None:
    assert ENGLISH.render(source_text(note, a_set())) == text


def test_a_question_rests_on_the_sources_of_what_it_can_show_each_once() -> None:
    indicator_set = a_set(noted("a", "ilo", "A"), noted("b", "un", "B"), noted("c", "ilo", "A"), noted("d", "ilo", "C"))

    called, sources = rests_on(questions(indicator_set)[0], indicator_set)

    assert sources is not None
    assert (ENGLISH.render(called), ENGLISH.render(sources)) == (
        "Source",
        "ILO 2012; A protocol, as reproduced by others; ILO 2012, seen only in a derived work",
    )


def test_the_projects_own_judgement_is_called_that() -> None:
    indicator_set = a_set(noted("a", None, "project"))

    _, sources = rests_on(questions(indicator_set)[0], indicator_set)

    assert sources is not None
    assert ENGLISH.render(sources) == "the judgement of those who wrote this"


def test_a_question_that_shows_nothing_with_a_source_rests_on_none() -> None:
    indicator_set = a_set(indicator("a", "coercion"))

    assert [rests_on(question, indicator_set)[1] for question in questions(indicator_set)] == [None, None]


def test_every_question_of_palermo_that_counts_says_what_it_rests_on() -> None:
    indicator_set = find_set("palermo")
    counting = [question for question in questions(indicator_set) if question.could_show]

    assert all(rests_on(question, indicator_set)[1] for question in counting)
