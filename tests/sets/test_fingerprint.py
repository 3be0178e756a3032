"""A fingerprint tells apart what makes answers mean something else, and nothing more."""

from typing import Any

import pytest

from screening.reading.library import find_set
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from tests.support.building import asked, indicator, small_set


def a_set(questions: list[dict[str, Any]] | None = None, strength: str = "strong", **more: Any) -> IndicatorSet:
    default = [asked("one", shows=["a"]), asked("two", when={"question": "one", "is": ["yes"]})]
    return small_set(questions or default, [indicator("a", "coercion", strength)], **more)


PLAIN = fingerprint(a_set())


def test_wording_does_not_count() -> None:
    reworded = [asked("one", shows=["a"], listen="x", why="y"), asked("two", when={"question": "one", "is": ["yes"]})]
    reworded[0]["ask"] = "Something else?"

    assert fingerprint(a_set(reworded, title="Another title")) == PLAIN


@pytest.mark.parametrize(
    "changed",
    [
        a_set([asked("two"), asked("one", shows=["a"])]),
        a_set([asked("one", shows=["a"]), asked("two", when={"question": "one", "is": ["no", "yes"]})]),
        a_set([asked("one", shows=["a"]), asked("two", always=True, when={"question": "one", "is": ["yes"]})]),
        a_set(strength="weak"),
        a_set(levels={"some_concern": "means"}),
        a_set(circumstances=[{"id": "age", "record": "x"}]),
    ],
    ids=["order", "gate", "always", "strength", "levels", "circumstances"],
)
def test_what_changes_the_meaning_of_answers_counts(changed: IndicatorSet) -> None:
    assert fingerprint(changed) != PLAIN


def test_it_is_short_and_stable() -> None:
    assert fingerprint(find_set("palermo")) == fingerprint(find_set("palermo"))
    assert len(PLAIN) == 12
