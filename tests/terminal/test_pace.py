"""A key that came too early is no answer, and does not begin the time anew; a key that is held down never is one."""

import pytest

from screening.terminal.pace import Pace

QUIET = 0.3


def answered(times: list[float], keys: str | None = None, shown_at_each_answer: bool = True) -> int:
    """How many of these keys count, where each that does brings another screen at once."""
    pace, count = Pace(), 0
    for number, now in enumerate(times):
        if not pace.is_too_fast(keys[number] if keys else "n", now, QUIET):
            count += 1
            if shown_at_each_answer:
                pace.begins(now)
    return count


def test_a_screen_takes_no_answer_before_it_could_be_read() -> None:
    pace = Pace()
    pace.begins(10.0)

    assert pace.is_too_fast("n", 10.2, QUIET)
    assert not pace.is_too_fast("n", 10.35, QUIET)


def test_ten_keys_in_short_order_give_an_answer_at_every_screen_that_could_be_read() -> None:
    assert answered([10 + 0.22 * number for number in range(10)]) == 5


@pytest.mark.parametrize("apart", [0.02, 0.03, 0.05, 0.1])
def test_a_key_that_is_held_down_answers_once_however_long_it_is_held(apart: float) -> None:
    assert answered([10 + apart * number for number in range(200)]) == 1


def test_what_is_held_down_answers_nothing_even_where_the_screen_stays() -> None:
    assert answered([10 + 0.03 * number for number in range(50)], shown_at_each_answer=False) == 1


def test_two_keys_by_turns_are_not_one_that_is_held() -> None:
    assert answered([10, 10.05, 10.1, 10.15], keys="1212", shown_at_each_answer=False) == 4


def test_without_a_quiet_time_every_key_counts() -> None:
    pace = Pace()
    pace.begins(10.0)

    assert not any(pace.is_too_fast("n", 10.0, 0) for _ in range(5))
