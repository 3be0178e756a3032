"""How long a cover lasts."""

import pytest

from screening.terminal import cover
from screening.terminal.cover import FORGET_AFTER_MINUTES, Cover


def test_a_cover_is_over_after_ten_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(cover, "_seconds", lambda: now)
    hidden = Cover()

    for minutes, is_over in ((0.0, False), (9.9, False), (10.1, True), (600.0, True)):
        now = 1000.0 + minutes * 60
        assert hidden.is_over is is_over
    assert FORGET_AFTER_MINUTES == 10


def test_each_cover_has_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(cover, "_seconds", lambda: now)
    first = Cover()
    now = 601.0

    assert first.is_over
    assert not Cover().is_over


def test_the_clock_never_goes_back() -> None:
    before = cover._seconds()

    assert cover._seconds() >= before
