"""Options that are bands of a number: each number has one band, or it is told where not."""

from typing import Any

import pytest

from screening.reading.references import reference_problems
from screening.sets.model import SetFile
from screening.sets.questions import Section
from tests.support.building import file_of
from tests.support.problems import said

Band = tuple[float | None, float | None]


def problems(bands: list[Band], **more: Any) -> list[str]:
    """What is said of a question with these bands."""
    options = [
        {"id": f"b{number}", "label": "L"}
        | ({"from": least} if least is not None else {})
        | ({"below": below} if below is not None else {})
        for number, (least, below) in enumerate(bands)
    ]
    question = {"id": "hours", "ask": "Hours?", "record": "Hours", "options": options, **more}
    about = {"id": "x", "version": "1", "title": "T", "sections": [{"id": "main", "stage": "questions"}]}
    files = (
        file_of(about, SetFile, "set.yaml"),
        file_of({"id": "main", "questions": [question]}, Section, "main.yaml"),
    )
    assert [list(file.problems) for file in files] == [[], []]
    return [said(each.message) for each in reference_problems(files[0], None, (files[1],), None, ())]


@pytest.mark.parametrize(
    ("bands", "told"),
    [
        ([(None, 8), (8, 12), (12, None)], []),
        ([(0, 8), (8, None), (None, None)], []),
        ([(None, 8), (9, None)], ["there is a gap between 'b0' and 'b1': what is 8?"]),
        ([(None, 8), (7, None)], ["'b1' overlaps 'b0'"]),
        ([(8, None), (12, None)], ["'b1' overlaps 'b0'"]),
        ([(None, 8), (None, 12)], ["'b1' overlaps 'b0'"]),
        ([(8, None), (None, 8)], ["'b1' overlaps 'b0'"]),
        ([(None, 8), (8, 8), (8, None)], ["'b1' ends before it begins"]),
        ([(None, 0.5), (0.5, None)], []),
    ],
    ids=str,
)
def test_bands_are_in_order_without_gap_or_overlap(bands: list[Band], told: list[str]) -> None:
    assert problems(bands) == told


def test_a_number_lies_in_one_band() -> None:
    assert problems([(None, 8), (8, None)], choose="several") == [
        "a number lies in one band, so several cannot be chosen"
    ]


def test_what_counts_nothing_shows_and_raises_nothing() -> None:
    options = [{"id": "a", "label": "A", "weight": 1}, {"id": "b", "label": "B"}]

    assert "'hours' counts nothing, and shows or raises something" in problems([], options=options, counts=False)
