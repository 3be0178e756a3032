"""What a session puts together: from a clock, from directories, and for whom."""

from datetime import datetime

import pytest

from screening.commands import numbers_now, session
from screening.language.catalog import ENGLISH
from screening.referral.directory import Directory
from screening.show.lines import Line
from tests.support.clocks import BEFORE, MIDNIGHT, closing_at_midnight, running
from tests.support.walks import Nobody
from tests.terminal.talking import after, said

OF_CHILDREN = "Cap. 650"


def found(age: str = "SKIP") -> tuple[Line, ...]:
    """The services for a bed in Hong Kong for somebody of this age, of whom nothing else is said."""
    finder = session.Session(Nobody(), ENGLISH).find_service()
    assert after(finder, "hk", "shelter") is finder
    while not (screen := finder.screen()).last:
        asks_for_age = "How old" in said(screen.question)
        assert after(finder, age if asks_for_age else "SKIP") is finder
    return (*screen.lines, *screen.more)


@pytest.mark.parametrize("age", ["SKIP", "unsure", "declined", "child"])
def test_the_finder_tells_the_law_on_children_wherever_it_may_be_a_child(age: str) -> None:
    assert OF_CHILDREN in said(found(age))


def test_the_finder_does_not_tell_the_law_on_children_of_an_adult() -> None:
    assert OF_CHILDREN not in said(found("adult"))


class OnePlace(dict[str, Directory]):
    """The directories of one place."""

    home = "hk"


def found_at(monkeypatch: pytest.MonkeyPatch, *times: datetime) -> tuple[Line, ...]:
    """The services that are found while the clock shows these times, one after another."""
    monkeypatch.setattr(session, "Directories", lambda *_: OnePlace({"hk": closing_at_midnight()}))
    monkeypatch.setattr(numbers_now, "now", running(*times))
    return found()


def test_what_is_found_goes_by_one_reading_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after_it = found_at(monkeypatch, BEFORE), found_at(monkeypatch, MIDNIGHT)

    assert before != after_it
    # The screen was asked for once before, to see whether it is the last: both are whole.
    assert found_at(monkeypatch, BEFORE, MIDNIGHT, BEFORE, MIDNIGHT) in (before, after_it)
