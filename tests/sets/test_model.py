"""What the parts of an indicator set come to."""

import pytest

from screening.sets.model import ByAge, Indicator
from screening.sets.vocabulary import Strength


@pytest.mark.parametrize(
    ("strength", "adult", "child"),
    [
        ("medium", "medium", "medium"),
        (ByAge(adult="medium", child="strong"), "medium", "strong"),
        (ByAge(child="weak"), None, "weak"),
        (ByAge(adult="strong"), "strong", "strong"),
        (ByAge(adult="strong", child="weak"), "strong", "strong"),
        (None, None, None),
    ],
    ids=str,
)
def test_a_child_is_never_counted_less_than_an_adult(
    strength: Strength | ByAge | None, adult: Strength | None, child: Strength | None
) -> None:
    indicator = Indicator(id="a", states="A", dimension="d", strength=strength)

    assert (indicator.strength_for(False), indicator.strength_for(True)) == (adult, child)
