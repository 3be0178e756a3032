"""What was ticked, and how everything else stands."""

import pytest

from screening.sets.answers import Answer, Rest, rest_of, ticks_of, with_rest


@pytest.mark.parametrize(
    ("answer", "ticks", "rest"),
    [
        (None, (), "not_asked"),
        ("yes", ("yes",), None),
        ("unclear", (), "unclear"),
        ("declined", (), "declined"),
        (("debt",), ("debt",), None),
        (("debt", "family"), ("debt", "family"), None),
        (("debt", "unclear"), ("debt",), "unclear"),
        (("debt", "family", "declined"), ("debt", "family"), "declined"),
        (("debt", "not_asked"), ("debt",), "not_asked"),
        ((), (), None),
    ],
    ids=str,
)
def test_an_answer_is_what_was_chosen_and_how_the_rest_stands(
    answer: Answer | None, ticks: tuple[str, ...], rest: Rest | None
) -> None:
    assert (ticks_of(answer), rest_of(answer)) == (ticks, rest)


@pytest.mark.parametrize("rest", [None, "unclear", "declined", "not_asked"])
def test_ticks_and_a_rest_make_an_answer_that_holds_both(rest: Rest | None) -> None:
    answer = with_rest(["debt", "family"], rest)

    assert (ticks_of(answer), rest_of(answer)) == (("debt", "family"), rest)


def test_without_a_tick_an_answer_is_what_the_rest_is() -> None:
    assert [with_rest((), rest) for rest in (None, "unclear", "declined", "not_asked")] == [
        None,
        "unclear",
        "declined",
        None,
    ]
