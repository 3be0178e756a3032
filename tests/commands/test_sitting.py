"""The talks of one run, strung together: what the finder of services is given to say."""

import io
from typing import TextIO

import pytest

from screening.commands.sitting import Sitting
from screening.show.lines import Line
from screening.terminal.screen import Talk
from tests.terminal.talking import after, said

OF_CHILDREN = "Cap. 650"


class NoFace:
    """Shows nothing: these talks are led without one."""

    opening: tuple[Line, ...] = ()

    @property
    def output(self) -> TextIO:
        return io.StringIO()

    def run(self, talk: Talk) -> None:
        raise AssertionError("nothing is to be shown")


def found(age: str) -> str:
    """The services for a bed in Hong Kong for somebody of this age, of whom nothing else is said."""
    talk = Sitting(NoFace()).find_service()
    assert after(talk, "hk", ("shelter",), age) is talk
    while not talk.screen().last:
        assert after(talk, "SKIP") is talk
    return said(talk.screen().lines)


@pytest.mark.parametrize("age", ["SKIP", "unsure", "declined", "child"])
def test_the_finder_tells_the_law_on_children_wherever_it_may_be_a_child(age: str) -> None:
    assert OF_CHILDREN in found(age)


def test_the_finder_does_not_tell_the_law_on_children_of_an_adult() -> None:
    assert OF_CHILDREN not in found("adult")
