"""How hard a case is follows from its key, and every case has it."""

from collections import Counter

import pytest

from screening.practice.difficulty import DIFFICULTIES, difficulty, reasons
from screening.reading.records import RecordReader
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.sets.answers import Answers
from tests.support.building import asked, indicator, small_set
from tests.support.thorough import one_in

SMALL = small_set(
    [asked("kept", shows=["kept"]), asked("beaten", shows=["beaten"]), asked("brought", shows=["brought"]),
     asked("hours", shows=["hours"]), asked("pay", shows=["pay"]), asked("forced", shows=["forced"])],
    [indicator("kept", "coercion"), indicator("beaten", "coercion"), indicator("brought", "recruited"),
     indicator("hours", "conditions_of_work"), indicator("pay", "conditions_of_work"), indicator("forced", "forced_work")],
)  # fmt: skip
NO = dict.fromkeys(("kept", "beaten", "brought", "hours", "pay", "forced"), "no")
EVERYTHING = {**dict.fromkeys(NO, "yes"), "age": "adult"}


@pytest.mark.parametrize(
    ("key", "why", "hard"),
    [
        ({**NO, "age": "adult"}, (), "easy"),
        (EVERYTHING, (), "easy"),
        ({**EVERYTHING, "hours": "unclear"}, ("open", "thread"), "hard"),
        ({**EVERYTHING, "brought": "declined"}, ("open",), "medium"),
        ({**NO, "age": "adult", "kept": "yes"}, ("border", "thread"), "hard"),
        ({**NO, "age": "adult", "kept": "yes", "beaten": "yes"}, ("border",), "medium"),
        ({**NO, "age": "adult", "kept": "yes", "forced": "yes"}, ("thread",), "medium"),
        ({**NO, "age": "adult", "brought": "yes"}, ("nothing",), "medium"),
        ({"age": "adult"}, ("border",), "medium"),
    ],
)
def test_a_case_is_as_hard_as_there_are_reasons(key: Answers, why: tuple[str, ...], hard: str) -> None:
    assert reasons(SMALL, key) == why
    assert difficulty(SMALL, key) == hard


def test_what_is_the_highest_level_of_a_set_is_no_border() -> None:
    short = small_set(
        [asked("kept", shows=["kept"]), asked("beaten", shows=["beaten"])],
        [indicator("kept", "coercion"), indicator("beaten", "coercion")],
        levels={"some_concern": {"in": ["means"], "total": 1}},
    )

    assert reasons(short, {"kept": "yes", "beaten": "yes", "age": "adult"}) == ()


@pytest.mark.parametrize("name", one_in(2, sorted(read_catalog().built_in)))
def test_every_case_of_a_set_has_one_and_no_kind_of_difficulty_is_missing(name: str) -> None:
    indicator_set = find_set(name)
    reader = RecordReader(indicator_set)
    found = Counter(
        difficulty(indicator_set, reader.record(each.answers, each.circumstances).answers)
        for each in indicator_set.vignettes
    )

    assert found.keys() == set(DIFFICULTIES)
