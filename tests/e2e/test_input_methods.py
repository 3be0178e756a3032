"""Under an input method: full-width keys are the same keys, and a whole word that arrives at once answers nothing."""

import sys
from itertools import product

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened as on Linux", allow_module_level=True)

from tests.support.kept_terminal import KeptTerminal
from tests.support.terminal import PAUSE
from tests.support.thorough import one_in
from tests.support.walks import Walker, further, walk

WALK = walk("first-contact", {"age": "adult"})
NAMES = [stop.name for stop in WALK]
AT, THEN = NAMES.index("danger-now"), NAMES.index("danger-now") + 1
FRONTENDS = ["full", "plain"]
SWITCH = "Switch the keyboard to English."


def standing(frontend: str) -> KeptTerminal:
    """The program with a yes/no question on its screen, which could be read for a while."""
    flag = ("--plain",) if frontend == "plain" else ()
    terminal = KeptTerminal("run", "first-contact", *flag, before=further(WALK[:AT]))
    Walker(terminal, plain=frontend == "plain").at(WALK[AT].sign)
    terminal.settle(PAUSE)
    return terminal


def typed(frontend: str, keys: str) -> str:
    return f"{keys}\r" if frontend == "plain" else keys


@pytest.mark.parametrize(("key", "frontend"), one_in(3, [*product(["\uff58", "\uff38"], FRONTENDS)]))
def test_a_full_width_x_hides_the_screen_and_the_way_back_is_known_too(frontend: str, key: str) -> None:
    terminal = standing(frontend)
    terminal.send(typed(frontend, key))

    assert terminal.soon(lambda: terminal.text().strip() in {"", "Ready."}), terminal.text()
    assert not terminal.scrollback().strip()
    terminal.settle(PAUSE)
    terminal.send("\uff52\r")
    assert terminal.soon(lambda: WALK[AT].sign in terminal.text()), terminal.text()


@pytest.mark.parametrize("frontend", FRONTENDS)
def test_a_second_full_width_x_forgets_everything(frontend: str) -> None:
    terminal = standing(frontend)
    for _ in range(2):
        terminal.send(typed(frontend, "\uff58"))
        terminal.settle(2 * PAUSE)

    assert terminal.end() == 130
    assert terminal.is_blank


@pytest.mark.parametrize(("key", "frontend"), one_in(3, [*product(["\uff1f", "\u061f"], FRONTENDS)]))
def test_help_is_there_under_any_keyboard(frontend: str, key: str) -> None:
    terminal = standing(frontend)
    terminal.send(typed(frontend, key))

    assert terminal.shows("Why we ask:"), terminal.text()


@pytest.mark.parametrize("frontend", FRONTENDS)
def test_a_full_width_letter_answers(frontend: str) -> None:
    terminal = standing(frontend)
    terminal.send(typed(frontend, "\uff4e"))

    assert terminal.soon(lambda: WALK[THEN].sign in terminal.text()), terminal.text()


@pytest.mark.parametrize(
    ("word", "frontend"),
    one_in(3, [*product(["不", "不是", "不n", "да n", "ㄋㄋㄋ", "没有yyy", "ไม่ใช่"], FRONTENDS)]),
)
def test_a_word_in_another_script_records_nothing_and_says_to_switch_the_keyboard(frontend: str, word: str) -> None:
    terminal = standing(frontend)
    terminal.send(typed(frontend, word))

    assert terminal.shows(SWITCH), terminal.text()
    terminal.settle(PAUSE)
    assert WALK[THEN].sign not in terminal.text()
    terminal.send(typed(frontend, "n"))
    assert terminal.soon(lambda: WALK[THEN].sign in terminal.text()), terminal.text()


@pytest.mark.parametrize("frontend", FRONTENDS)
def test_the_key_that_hides_is_heard_in_the_middle_of_a_composed_word(frontend: str) -> None:
    terminal = standing(frontend)
    terminal.send("不要\r\uff58\r" if frontend == "plain" else "不要ｘ")

    assert terminal.soon(lambda: terminal.text().strip() in {"", "Ready."}), terminal.text()
