"""What is done while the first screen is read."""

import gc
from collections.abc import Callable, Iterator

import pytest

from screening.terminal.meanwhile import Meanwhile


@pytest.fixture(autouse=True)
def garbage_as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_each_turn_does_one_part_so_that_keys_are_heard_in_between() -> None:
    done: list[int] = []
    turns: list[Callable[[], None]] = []

    def parts() -> Iterator[None]:
        for number in range(3):
            done.append(number)
            yield

    meanwhile = Meanwhile(parts())
    assert not done
    meanwhile.begin(turns.append)
    for number in range(3):
        assert done == list(range(number + 1))
        turns.pop()()
    assert not turns


def test_a_screen_that_is_painted_again_begins_nothing_anew() -> None:
    turns: list[Callable[[], None]] = []
    meanwhile = Meanwhile(iter([None, None]))

    meanwhile.begin(turns.append)
    meanwhile.begin(turns.append)

    assert len(turns) == 1


def test_garbage_is_looked_for_as_ever_once_it_is_all_done() -> None:
    gc.set_threshold(100_000)
    turns: list[Callable[[], None]] = []

    Meanwhile(iter([None])).begin(turns.append)
    assert gc.get_threshold()[0] == 100_000
    turns.pop()()

    assert gc.get_threshold() == (700, 10, 10)
