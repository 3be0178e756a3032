"""A key that leaves or hides is heard in any burst of keys, at every prompt, and while a step is worked on."""

import sys
import time
from itertools import product

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened as on Linux", allow_module_level=True)

from tests.e2e.bursts import COVER, LEAVE, QUICK_EXIT, make_burst, prompts, what_was_lost
from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.terminal import KEYS
from tests.support.thorough import THOROUGH, one_in
from tests.support.walks import NOT_QUIET, Walker, further, walk

WALK = walk("first-contact", {"danger-now": "yes"})
STANDING = next(number for number, stop in enumerate(WALK) if stop.name == "danger-now")
# A step that takes long and never rests, so that nobody is heard by chance.
LONG_SECONDS = 6.0 if THOROUGH else 3.0
LONG_STEP = f"""
import time
from screening.terminal import full, plain
from screening.terminal.screen import next_screen
def long(*given):
    until = time.monotonic() + {LONG_SECONDS}
    while time.monotonic() < until:
        pass
    return next_screen(*given)
full.next_screen = plain.next_screen = long
"""


@pytest.mark.parametrize("prompt", one_in(18, prompts()), ids=lambda prompt: "-".join(map(str, prompt)))
def test_no_key_that_leaves_or_hides_is_lost_in_a_burst(prompt: tuple[str, str, int]) -> None:
    for seed in range(3 if THOROUGH else 1):
        burst = make_burst(prompt, seed)

        assert not what_was_lost(burst), str(burst)


def in_a_long_step(frontend: str) -> KeptTerminal:
    """A terminal at which a question was answered a moment ago, and the answer is worked on."""
    flag = ("--plain",) if frontend == "plain" else ()
    terminal = KeptTerminal("run", "first-contact", *flag, before=NOT_QUIET + further(WALK[:STANDING]) + LONG_STEP)
    walker = Walker(terminal, plain=frontend == "plain")
    walker.at(WALK[STANDING].sign)
    walker.give("y", "y")
    # Line by line, Ctrl-Z is heard before an answer that was typed just before it.
    time.sleep(0.3)
    return terminal


@pytest.mark.parametrize("frontend", ["full", "plain"])
@pytest.mark.parametrize("key", LEAVE)
def test_a_key_that_leaves_does_not_wait_until_a_step_is_done(frontend: str, key: str) -> None:
    terminal = in_a_long_step(frontend)
    terminal.send(KEYS[key])

    assert terminal.soon(lambda: not terminal.runs, wrong=LONG_SECONDS / 2)
    assert terminal.end() == QUICK_EXIT
    assert terminal.raw.endswith(CLEARED)
    assert terminal.is_blank


@pytest.mark.parametrize(("frontend", "key"), one_in(3, list(product(["full", "plain"], COVER))))
def test_a_key_that_hides_does_not_wait_until_a_step_is_done(frontend: str, key: str) -> None:
    terminal = in_a_long_step(frontend)
    terminal.send(f"{key}\r" if frontend == "plain" and key == "x" else KEYS.get(key, key))

    assert terminal.soon(lambda: terminal.text().strip() in {"", "Ready."}, wrong=LONG_SECONDS / 2)
    assert not terminal.scrollback().strip()
    # What was answered before is still there when the screen comes back.
    terminal.settle(0.5)
    terminal.send("r\r")
    assert terminal.soon(lambda: WALK[STANDING + 1].sign in terminal.text(), wrong=LONG_SECONDS + 2)


@pytest.mark.parametrize("typed", ["\uff58", "\uff38", "X", "\x1bx", "y\x1b\x1bx", "\x1b[200~never ended"])
def test_the_key_that_hides_is_known_in_full_width_in_capitals_and_after_an_escape(typed: str) -> None:
    terminal = KeptTerminal("run", "first-contact", before=NOT_QUIET)
    terminal.arrive(WALK[0].sign)
    terminal.send(typed)
    if "200~" in typed:
        terminal.settle(0.7)
        terminal.send("x")

    assert terminal.soon(lambda: terminal.is_blank), terminal.text()
