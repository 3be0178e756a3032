"""What the parts of an indicator set come to."""

import pytest

from screening.sets.model import ByAge, Indicator, Option, Question
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


def test_a_yes_no_question_is_short_for_two_options() -> None:
    question = Question(id="q", ask="Q?", record="R", shows=("a",), raises=("f",))

    assert [(option.id, option.shows, option.raises) for option in question.choices] == [
        ("yes", ("a",), ("f",)),
        ("no", (), ()),
    ]


def test_what_a_question_could_show_is_each_named_once() -> None:
    options = (Option(id="x", label="X", shows=("a", "b")), Option(id="y", label="Y", shows=("b",), raises=("f",)))
    question = Question(id="q", record="R", options=options)

    assert (question.could_show, question.could_raise) == (("a", "b"), ("f",))
