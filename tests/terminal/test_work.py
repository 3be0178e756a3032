"""Something that is worked on while somebody listens to the keyboard."""

import threading

import pytest

from screening.terminal.work import Work


def test_what_came_of_it_is_there_when_it_is_over() -> None:
    work = Work(lambda: 7)

    assert work.is_over(10)
    assert work.made == 7


def test_it_is_not_over_as_long_as_it_lasts() -> None:
    may_end = threading.Event()
    work = Work(may_end.wait)

    assert not work.is_over(0.01)
    may_end.set()
    assert work.is_over(10)


def test_a_fault_in_it_is_raised_where_its_outcome_is_wanted() -> None:
    def fail() -> None:
        raise KeyError("asked")

    work = Work(fail)

    assert work.is_over(10)
    with pytest.raises(KeyError, match="asked"):
        _ = work.made


def test_its_end_is_told() -> None:
    told = threading.Event()

    Work(lambda: None, told.set)

    assert told.wait(10)
