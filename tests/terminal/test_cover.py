"""How long a cover lasts."""

from types import SimpleNamespace

import pytest

from screening.terminal import cover
from screening.terminal.cover import CLOCKS, FORGET_AFTER_MINUTES, Cover


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.minutes = 1000.0

    def __call__(self) -> float:
        return self.minutes * 60


@pytest.fixture
def clocks() -> list[Clock]:
    return [Clock(), Clock()]


@pytest.mark.parametrize(("minutes", "is_over"), [(0.0, False), (9.9, False), (10.1, True), (600.0, True)])
def test_a_cover_is_over_after_ten_minutes(clocks: list[Clock], minutes: float, is_over: bool) -> None:
    hidden = Cover(clocks)
    for clock in clocks:
        clock.minutes += minutes

    assert hidden.is_over is is_over
    assert FORGET_AFTER_MINUTES == 10


@pytest.mark.parametrize("goes_on", [0, 1])
def test_it_is_over_when_either_clock_says_so(clocks: list[Clock], goes_on: int) -> None:
    hidden = Cover(clocks)
    clocks[goes_on].minutes += 10.1

    assert hidden.is_over


@pytest.mark.parametrize("set_back", [0, 1])
def test_a_clock_that_is_set_back_prolongs_nothing(clocks: list[Clock], set_back: int) -> None:
    hidden = Cover(clocks)
    clocks[set_back].minutes -= 600
    assert not hidden.is_over

    clocks[1 - set_back].minutes += 10.1
    assert hidden.is_over


def test_each_cover_has_its_own_time(clocks: list[Clock]) -> None:
    first = Cover(clocks)
    clocks[0].minutes += 10.1

    assert first.is_over
    assert not Cover(clocks).is_over


def test_the_clocks_are_real_and_go_on() -> None:
    for clock in CLOCKS:
        before = clock()
        assert 0 < before <= clock()
    assert not Cover().is_over


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"CLOCK_BOOTTIME": 7, "CLOCK_MONOTONIC": 1}, 7),
        ({"CLOCK_MONOTONIC": 6}, 6),
        ({}, 0),
    ],
    ids=["Linux", "macOS", "Windows"],
)
def test_the_first_clock_counts_sleep_on_every_system(
    known: dict[str, int], told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clocks = SimpleNamespace(**known, clock_gettime=float, monotonic=lambda: 0.0)
    monkeypatch.setattr(cover, "time", clocks)

    assert CLOCKS[0]() == told
