"""A small set, and rooms of a few people whose numbers can be worked out by hand."""

from collections.abc import Mapping
from typing import Final

from screening.practice.report import report
from screening.practice.room import RoomReport, Sheet
from screening.sets.answers import Answer, Answers
from screening.sets.model import IndicatorSet
from tests.support.building import asked, indicator, small_set

# Somebody whose papers are kept, who is watched and not paid: one strong and one medium means, and one strong purpose.
KEY: Final[Mapping[str, Answer]] = {
    "age": "adult",
    "under_18_when_it_began": "no",
    "holds": ("papers", "watched"),
    "works": "yes",
    "paid": "never",
    "hurt": "no",
}
# Somebody to whom nothing of it happened, and whom nobody asked whether they are hurt.
NOTHING: Final[Mapping[str, Answer]] = {
    "age": "adult",
    "under_18_when_it_began": "no",
    "holds": ("none",),
    "works": "no",
}


def works_set(*circumstances: dict[str, str]) -> IndicatorSet:
    """Three questions and a list; what is paid is asked only of those who work.

    Args:
        circumstances: those that it asks for, besides ages.
    """
    return small_set(
        [
            {
                "id": "holds",
                "ask": "holds?",
                "record": "holds",
                "choose": "several",
                "options": [
                    {"id": "papers", "label": "x", "shows": ["papers-kept"]},
                    {"id": "watched", "label": "x", "shows": ["watched"]},
                    {"id": "none", "label": "x", "alone": True},
                ],
            },
            asked("works", counts=False),
            {
                "id": "paid",
                "ask": "paid?",
                "record": "paid",
                "when": {"question": "works", "is": ["yes"]},
                "options": [
                    {"id": "well", "label": "x"},
                    {"id": "little", "label": "x", "shows": ["little-pay"]},
                    {"id": "never", "label": "x", "shows": ["no-pay"]},
                ],
            },
            asked("hurt", shows=["hurt"], raises=["medical"]),
        ],
        [
            indicator("papers-kept", "coercion", "strong"),
            indicator("watched", "coercion", "medium"),
            indicator("no-pay", "forced_work", "strong"),
            indicator("little-pay", "conditions_of_work", "medium"),
            indicator("hurt", "coercion", {"child": "strong"}),
        ],
        circumstances=[
            {"id": "age", "ask": "age?", "record": "age"},
            {"id": "under_18_when_it_began", "ask": "began?", "record": "began"},
            *circumstances,
        ],
        flags=[{"id": "medical", "title": "x", "do": ["x"]}],
    )


def room(case: str, *sheets: Answers) -> list[Sheet]:
    """A sheet of a case for each seat; seats are called by letters."""
    return [Sheet(chr(ord("a") + seat), case, answers) for seat, answers in enumerate(sheets)]


def reported(*sheets: Answers, key: Answers = KEY) -> RoomReport:
    """The report of one case."""
    return report(works_set(), {"case": key}, room("case", *sheets), seed=1)
