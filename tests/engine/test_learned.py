"""A table fills itself, and does not grow without end."""

import pytest

from screening.engine import learned
from screening.engine.learned import Learned, LearnedAnswers


def test_what_is_looked_up_again_is_not_worked_out_again() -> None:
    worked_out: list[str] = []

    def length(key: str) -> int:
        worked_out.append(key)
        return len(key)

    table = Learned(length)

    assert [table["one"], table["three"], table["one"]] == [3, 5, 3]
    assert worked_out == ["one", "three"]


def test_a_full_table_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "MOST_KNOWN", 2)
    table = Learned(len)

    assert [table[word] for word in ("a", "bb", "ccc", "a")] == [1, 2, 3, 1]
    assert len(table) == 2


def test_of_answers_only_text_is_remembered() -> None:
    table = LearnedAnswers(repr)

    assert [table[value] for value in (1, True, 1.0, (1,), (True,))] == ["1", "True", "1.0", "(1,)", "(True,)"]
    assert [table[value] for value in ("yes", ("a", "b"), None)] == ["'yes'", "('a', 'b')", "None"]
    assert set(table) == {"yes", ("a", "b"), None}


def test_the_same_ticks_in_another_order_are_not_worked_out_again() -> None:
    worked_out: list[tuple[str, ...]] = []

    def size(ticks: tuple[str, ...]) -> int:
        worked_out.append(ticks)
        return len(ticks)

    table = LearnedAnswers(size)

    assert [table[ticks] for ticks in (("b", "a"), ("a", "b"), ("b", "a", "declined"), ("a", "b", "declined"))] == [
        2,
        2,
        3,
        3,
    ]
    assert worked_out == [("a", "b"), ("a", "b", "declined")]


@pytest.mark.parametrize(
    "wrong", [("declined", "debt"), ("declined", "unclear"), ("declined", "a", "b"), ("not_asked", "declined")]
)
def test_a_rest_in_the_place_of_a_tick_is_not_put_in_order(wrong: tuple[str, ...]) -> None:
    table: LearnedAnswers[tuple[str, ...]] = LearnedAnswers(lambda ticks: ticks)
    for right in (tuple(sorted(wrong)), tuple(reversed(wrong))):
        table[right] = right

    assert table[wrong] == wrong
