"""The program in a real pseudo-terminal, line by line."""

import contextlib
import os
import re
import select
import time
from pathlib import Path

import pytest

ptyprocess = pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from tests.support.program import PROGRAM  # noqa: E402

WAIT = 20.0


class Terminal:
    """A program at a terminal of 80 by 24."""

    def __init__(self, *arguments: str, command: list[str] | None = None, **environment: str) -> None:
        env = {**os.environ, "TERM": "xterm-256color", **environment}
        self.process = ptyprocess.PtyProcess.spawn(command or [*PROGRAM, *arguments], dimensions=(24, 80), env=env)
        self.seen = ""
        self.position = 0

    def until(self, text: str) -> None:
        """Read on until this text has come after what was waited for before."""
        deadline = time.monotonic() + WAIT
        while text not in self.seen[self.position :]:
            assert time.monotonic() < deadline, f"never came: {text!r}; came: {self.seen[self.position :]!r}"
            self.read()
        self.position = self.seen.index(text, self.position) + len(text)

    def read(self) -> None:
        """Whatever came in the meantime; waits a little for it."""
        if select.select([self.process.fd], [], [], 0.2)[0]:
            self.seen += self.process.read(4096).decode(errors="replace")

    def type(self, text: str) -> None:
        self.process.write(text.encode())

    def end(self) -> int:
        """Read the rest; the exit code."""
        deadline = time.monotonic() + WAIT
        with contextlib.suppress(EOFError):
            while True:
                assert time.monotonic() < deadline, f"never ended; came: {self.seen!r}"
                self.read()
        self.process.wait()
        status: int = self.process.exitstatus
        return status


PROMPTS = [
    ("Mark: The place", "1\r"),
    ("[Enter]", "\r"),
    ("May I begin?", "y\r"),
    ("next hours?", "y\r"),
    ("Act on this first", "\r"),
    ("Do you need a doctor", "n\r"),
]


def test_a_short_screening_at_the_terminal() -> None:
    terminal = Terminal("run")
    for prompt, typed in PROMPTS:
        terminal.until(prompt)
        terminal.type(typed)
    terminal.until("such thoughts lately")
    terminal.type("f\r")
    terminal.until("Turn the screen to yourself.")
    assert "Too little is known" not in terminal.seen
    terminal.type("\r")

    assert terminal.end() == 0
    assert "Too little is known" in terminal.seen
    assert "社會福利署熱線" in terminal.seen


@pytest.mark.parametrize("number", range(len(PROMPTS)))
def test_ctrl_c_at_every_prompt_clears_the_screen_and_exits_at_once(number: int) -> None:
    terminal = Terminal("run")
    for prompt, typed in PROMPTS[:number]:
        terminal.until(prompt)
        terminal.type(typed)
    terminal.until(PROMPTS[number][0])
    terminal.until("> ")
    terminal.type("\x03")

    assert terminal.end() == 130
    assert terminal.seen.endswith("\x1b[2J\x1b[3J\x1b[H")
    assert "Traceback" not in terminal.seen


def test_ctrl_d_is_a_quick_exit_too() -> None:
    terminal = Terminal("run")
    terminal.until("> ")
    terminal.type("\x04")

    assert terminal.end() == 130
    assert terminal.seen.endswith("\x1b[2J\x1b[3J\x1b[H")


def test_no_colour_and_no_escape_codes_when_told_so() -> None:
    terminal = Terminal("run", NO_COLOR="1")
    terminal.until("> ")

    assert not re.search(r"\x1b\[(3|4|9|10)[0-9](;|m)", terminal.seen)
    terminal.type("\x03")
    terminal.end()


def test_a_dumb_terminal_gets_no_control_codes_at_all() -> None:
    terminal = Terminal("run", TERM="dumb")
    terminal.until("> ")
    terminal.type("\x03")

    assert terminal.end() == 130
    assert "\x1b" not in terminal.seen


def test_a_redirected_stdout_holds_only_the_result(tmp_path: Path) -> None:
    result = tmp_path / "result.md"
    command = ["sh", "-c", f'exec "$@" --format markdown > {result}', "sh", *PROGRAM, "run"]
    terminal = Terminal(command=command)
    terminal.until("> ")
    terminal.type("f\r")
    terminal.until("[Enter shows the result] >")
    terminal.type("\r")

    assert terminal.end() == 0
    assert result.read_text().startswith("# Result\n\n**Too little is known.")
    assert "Too little is known" not in terminal.seen


def test_without_a_command_a_screening_begins() -> None:
    terminal = Terminal()
    terminal.until("Screening for trafficking in persons")
    terminal.type("\x03")

    assert terminal.end() == 130
