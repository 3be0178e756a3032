"""The program in a real pseudo-terminal, line by line."""

import re
from pathlib import Path

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.terminal.terminal_guard import CLEAR
from tests.support.kept_terminal import opened
from tests.support.program import PROGRAM
from tests.support.terminal import Terminal
from tests.support.thorough import one_in
from tests.support.walks import before, walk

CLEARED = CLEAR.encode()
STOPS = before("self-harm", walk("palermo", {"danger-now": "yes"}))
# What a screen is known by, and what is typed there.
PROMPTS = [("Line by line.", ""), *((stop.sign, stop.line) for stop in STOPS[1:])]
DANGER = next(number for number, stop in enumerate(STOPS) if stop.name == "danger-now")


def at(number: int, *arguments: str, **environment: str) -> Terminal:
    """A screening line by line that waits at one of the prompts."""
    terminal = opened("run", "--plain", *arguments, environment=environment)
    for sign, typed in PROMPTS[:number]:
        prompted(terminal, sign)
        terminal.send(f"{typed}\r")
    if number < len(PROMPTS):
        prompted(terminal, PROMPTS[number][0])
    return terminal


def prompted(terminal: Terminal, sign: str) -> None:
    """Wait until a screen has come and something can be typed."""
    terminal.until_true(lambda: sign in terminal.text() and terminal.raw.endswith(b"> "), sign)


def test_a_short_screening_at_the_terminal() -> None:
    terminal = at(len(PROMPTS))
    prompted(terminal, "Life feels too hard to go on")
    terminal.send("f\r")
    prompted(terminal, "Turn the screen to yourself.")
    terminal.send("\r")
    prompted(terminal, "Choose one to correct it, or show the result.")
    assert b"TOO LITTLE KNOWN" not in terminal.raw
    terminal.send("r\r")
    prompted(terminal, "o saves or prints")
    terminal.send("\r")

    assert terminal.end() == 0
    result = terminal.raw.decode()
    assert result.index("TOO LITTLE KNOWN") < result.rindex("社會福利署熱線")


@pytest.mark.parametrize("number", one_in(4, range(len(PROMPTS))))
def test_ctrl_c_at_every_prompt_clears_the_screen_and_exits_at_once(number: int) -> None:
    terminal = at(number)
    terminal.send("\x03")

    assert terminal.end() == 130
    assert terminal.raw.endswith(CLEARED)
    assert b"Traceback" not in terminal.raw


def test_ctrl_d_is_a_quick_exit_too() -> None:
    terminal = at(0)
    terminal.send("\x04")

    assert terminal.end() == 130
    assert terminal.raw.endswith(CLEARED)


def test_no_colour_and_no_escape_codes_when_told_so() -> None:
    terminal = at(1, NO_COLOR="1")

    assert not re.search(rb"\x1b\[(3|4|9|10)[0-9](;|m)", terminal.raw)
    terminal.send("\x03")
    terminal.end()


def test_a_dumb_terminal_gets_no_control_codes_at_all() -> None:
    terminal = at(1, TERM="dumb")
    terminal.send("\x03")

    assert terminal.end() == 130
    assert b"\x1b" not in terminal.raw


def test_a_redirected_stdout_holds_only_the_result(tmp_path: Path) -> None:
    result = tmp_path / "result.md"
    command = ["sh", "-c", f'exec "$@" --plain --format markdown > {result}', "sh", *PROGRAM, "run"]
    terminal = Terminal(command=command)
    for sign, typed in [(PROMPTS[0][0], ""), (PROMPTS[1][0], "f"), ("Turn the screen to yourself.", "")]:
        prompted(terminal, sign)
        terminal.send(f"{typed}\r")

    assert terminal.end() == 0
    assert result.read_text(encoding="utf-8").startswith("# Result\n\n**TOO LITTLE KNOWN**")
    assert b"TOO LITTLE KNOWN" not in terminal.raw


def test_without_a_command_there_is_a_menu() -> None:
    terminal = opened("--plain")
    prompted(terminal, "What would you like to do?")
    terminal.send("2\r")
    prompted(terminal, "Questions: first-contact")
    terminal.send("\x03")

    assert terminal.end() == 130


def test_a_pause_clears_the_screen_and_the_screening_goes_on_after_it() -> None:
    terminal = at(DANGER)
    terminal.send("p\r")
    prompted(terminal, "Answer code")
    assert CLEARED in terminal.raw
    assert PROMPTS[DANGER][0] not in terminal.text()
    terminal.send("g\r")
    prompted(terminal, PROMPTS[DANGER][0])
    terminal.send("\x03")

    assert terminal.end() == 130
