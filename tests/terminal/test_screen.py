"""Which values are an answer at a screen, and what is only read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.terminal.screen import GO_ON, Choice, Input, Screen, TextDialog
from tests.terminal.talking import many, screens

NAMED = (Choice("1", "a", "A"), Choice("2", "b", "B"), Choice("3", "none", "None", alone=True))
UNDECIDED = (Choice("u", "unclear", "Unclear", undecided=True), Choice("d", "declined", "Declined", undecided=True))
ONE = Screen(choices=(*NAMED, *UNDECIDED))
SEVERAL = Screen(choices=(*NAMED, *UNDECIDED), several=True)


@pytest.mark.parametrize(
    ("screen", "values", "answer"),
    [
        (ONE, ("a",), "a"),
        (ONE, ("a", "a"), "a"),
        (ONE, ("none",), "none"),
        (ONE, ("unclear",), "unclear"),
        (SEVERAL, ("a",), ("a",)),
        (SEVERAL, ("b", "a"), ("a", "b")),
        (SEVERAL, ("b", "b"), ("b",)),
        (SEVERAL, ("none",), ("none",)),
        (SEVERAL, ("declined",), "declined"),
        (SEVERAL, ("unclear", "b", "a"), ("a", "b", "unclear")),
        (SEVERAL, ("a", "not_asked"), ("a", "not_asked")),
    ],
)
def test_values_become_an_answer_several_in_the_order_of_the_screen(
    screen: Screen, values: tuple[str, ...], answer: object
) -> None:
    assert screen.answer(values) == Input("choose", answer)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("screen", "values"),
    [
        (ONE, ()),
        (ONE, ("a", "b")),
        (ONE, ("other",)),
        (ONE, ("a", "other")),
        (SEVERAL, ()),
        (SEVERAL, ("",)),
        (SEVERAL, ("a", "other")),
        (SEVERAL, ("a", "none")),
        (SEVERAL, ("none", "unclear")),
        (SEVERAL, ("none", "not_asked")),
        (SEVERAL, ("not_asked",)),
        (SEVERAL, ("not_asked", "a")),
        (SEVERAL, ("a", "unclear", "not_asked")),
        (SEVERAL, ("a", "unclear", "declined")),
        (ONE, ("a", "unclear")),
        (ONE, ("a", "not_asked")),
        (SEVERAL, ("unclear", "declined")),
        (Screen(), ("a",)),
    ],
)
def test_what_is_no_answer_here_becomes_none(screen: Screen, values: tuple[str, ...]) -> None:
    assert screen.answer(values) is None


@many
@given(screens(), st.data())
def test_an_answer_is_made_of_the_values_that_were_given_and_says_them_all(screen: Screen, data: st.DataObject) -> None:
    values = [choice.value for choice in screen.choices]
    given_values = tuple(data.draw(st.lists(st.sampled_from([*values, "other"]), max_size=4)))
    answered = screen.answer(given_values)

    if answered is not None:
        ticks = answered.value if isinstance(answered.value, tuple) else (answered.value,)
        assert set(ticks) == set(given_values)
        assert len(ticks) == len(set(ticks))


def test_what_is_only_read_is_over_after_it() -> None:
    reading = TextDialog(Screen("Stopped", last=True))

    assert reading.screen().heading == "Stopped"
    assert reading.take(GO_ON) is None
