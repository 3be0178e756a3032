"""The one order of an interview."""

from typing import get_args

from screening.sets.items import items_of
from screening.sets.model import IndicatorSet, SectionStage, SetFile
from screening.sets.order import SAFETY, STAGES, QuestionStage, Stage, is_before
from screening.sets.questions import CircumstanceWording, Question, Section

_ASKED = ("police", "gender", "age", "place")
_SECTIONS: tuple[tuple[str, QuestionStage], ...] = (
    ("last", "closing"),
    ("two", "questions"),
    ("one", "questions"),
    ("then", "safety"),
    ("looks", "seen"),
    ("first", "urgent"),
)


def _set() -> IndicatorSet:
    about = SetFile(
        id="s",
        version="1",
        title="S",
        circumstances=tuple(CircumstanceWording(id=name, record="R") for name in _ASKED),
        sections=tuple(SectionStage(id=name, stage=stage) for name, stage in _SECTIONS),
    )
    sections = tuple(Section(id=name, questions=(Question(id=f"q-{name}", record="R"),)) for name, _ in _SECTIONS)
    return IndicatorSet(about=about, indicators=(), sections=tuple(reversed(sections)))


def test_every_stage_has_one_place_in_the_order() -> None:
    assert sorted(STAGES) == sorted(get_args(Stage))


def test_what_is_asked_comes_stage_by_stage_and_then_as_the_set_lists_it() -> None:
    assert list(items_of(_set())) == [
        *("place", "q-first", "age", "q-then", "gender", "q-two", "q-one", "q-last", "police", "q-looks"),
    ]


def test_questions_come_in_the_same_order_without_the_rest() -> None:
    asked = [question.id for _, _, question in _set().questions()]

    assert asked == ["q-first", "q-then", "q-two", "q-one", "q-last", "q-looks"]


def test_no_stage_comes_before_itself_or_before_an_earlier_one() -> None:
    assert all(is_before(one, other) is (STAGES.index(one) < STAGES.index(other)) for one in STAGES for other in STAGES)


def test_safety_comes_before_whatever_counts() -> None:
    counting = [stage for stage in get_args(QuestionStage) if stage not in SAFETY]

    assert all(is_before(safety, stage) for safety in SAFETY for stage in counting)
