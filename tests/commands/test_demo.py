"""The example: screen by screen at a terminal, and elsewhere in short, with the first page of its result last."""

import pytest

from screening.commands.demo import Example
from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.terminal.screen import GO_ON, Dialog, Input, Screen
from tests.support.program import program
from tests.support.thorough import one_in
from tests.terminal.talking import everything_on

CASES = [f"{name}/{each.id}" for name in read_catalog().folders for each in find_set(name).vignettes]
MOST_LINES = 150


def set_of(case: str) -> str:
    """The set that a case is played with."""
    return case.split("/", maxsplit=1)[0]


def example(case: str) -> Example:
    """An example of a set."""
    name, vignette = case.split("/")
    indicator_set = find_set(name)
    return Example(indicator_set, next(each for each in indicator_set.vignettes if each.id == vignette))


def screens(dialog: Dialog) -> list[Screen]:
    """Every screen of a dialog that goes on."""
    going: Dialog | None = dialog
    found = []
    while going is not None:
        found.append(going.screen())
        going = going.take(GO_ON)
    return found


def test_without_a_terminal_it_is_told_in_short_and_the_first_page_comes_last() -> None:
    finished = program("demo")

    assert (finished.code, finished.err) == (0, "")
    out = finished.out
    parts = ("An invented case: ", "The talk in short", "CLEAR CONCERN: ", "Danger: 999", "It was invented.")
    assert [out.index(part) for part in parts] == sorted(out.index(part) for part in parts)
    assert "  - Agrees that the police are told - No" in out
    assert "Made with" not in out
    assert out.splitlines()[-1] == "It was invented. A real screening starts with: screening"


@pytest.mark.parametrize("case", one_in(60, CASES, set_of))
def test_told_in_short_every_case_is_short(case: str) -> None:
    finished = program("demo", case)

    assert (finished.code, finished.err) == (0, "")
    assert len(finished.out.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("case", one_in(60, CASES, set_of))
def test_screen_by_screen_it_is_the_talk_itself_with_the_story_first_and_the_result_last(case: str) -> None:
    met = screens(example(case).dialog())

    assert all(screen.played is not None for screen in met)
    assert not any(screen.keys or screen.entry for screen in met)
    assert "An invented case" in ENGLISH.render(met[0].heading)
    assert ENGLISH.render(met[-2].heading) == "Result, for you alone"
    assert met[-2].parts
    assert "It was invented." in everything_on(met[-1])
    assert [screen.last for screen in met] == [False] * (len(met) - 1) + [True]


def test_what_is_typed_is_marked_among_what_can_be_chosen() -> None:
    met = screens(example("palermo/quiet-kitchen").dialog())
    chosen = [screen for screen in met if screen.choices]

    assert len(chosen) > 30
    for screen in chosen:
        keys = {choice.key for choice in screen.choices if choice.value in screen.chosen}
        assert set((screen.played or "").split()) == keys or screen.played in {"s", "go on"}
    assert any(len(screen.chosen) > 1 for screen in chosen)


def test_with_a_child_it_says_that_one_would_stop() -> None:
    told = [everything_on(screen) for screen in screens(example("palermo/fifteen").dialog())]

    assert sum("With a child, stop here." in each for each in told) == 1


@pytest.mark.parametrize("passed", [0, 1, 12])
def test_it_can_be_ended_at_once_anywhere(passed: int) -> None:
    dialog: Dialog | None = example("palermo/quiet-kitchen").dialog()
    for _ in range(passed):
        assert dialog is not None
        dialog = dialog.take(GO_ON)

    assert dialog is not None
    assert dialog.take(Input("finish")) is None


def test_all_of_it_is_every_screen_and_the_whole_result() -> None:
    short, whole = program("demo").out, program("demo", "--all").out

    assert len(whole.splitlines()) > 3 * len(short.splitlines())
    assert "Made with" in whole
    assert "About this case" in whole
