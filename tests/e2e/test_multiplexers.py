"""Nothing of a talk is left in what GNU screen and tmux keep of their windows, after it was left or has ended."""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened as on Linux", allow_module_level=True)

from tests.support.program import PROGRAM
from tests.support.terminal import KEYS, WAIT
from tests.support.thorough import one_in
from tests.support.walks import NOT_QUIET, Stop, further, walk

WALK = walk("first-contact", {"danger-now": "yes"})
QUESTION = next(number for number, stop in enumerate(WALK) if stop.name == "danger-now")
RESULT = len(WALK) - 1
PROMPTS = ("$", "#")
SHELL = {"PS1": "$ ", "TERM": "xterm-256color", "HOME": "/nonexistent", "ENV": ""}


class Multiplexer(ABC):
    """A terminal inside another program, with a shell in it, and a history."""

    name: str

    def __init__(self, folder: Path) -> None:
        """Args: folder: an empty folder."""
        self.folder = folder
        self.environment = {**os.environ, **SHELL, "SCREENDIR": str(folder / "screens"), "TMUX_TMPDIR": str(folder)}
        (folder / "screens").mkdir(mode=0o700)

    def command(self, *words: str) -> str:
        """Run a command of it."""
        run = subprocess.run(words, env=self.environment, check=True, capture_output=True, timeout=WAIT)
        return run.stdout.decode(errors="replace")

    @abstractmethod
    def start(self) -> None:
        """Open the terminal."""

    @abstractmethod
    def send(self, keys: str) -> None:
        """Type."""

    @abstractmethod
    def kept(self) -> str:
        """Everything that is on the screen and in the history."""

    @abstractmethod
    def stop(self) -> None:
        """Close it."""

    def until(self, condition: Callable[[str], bool], what: str) -> str:
        """Wait until what is kept is so."""
        deadline = time.monotonic() + WAIT
        while not condition(kept := self.kept()):
            assert time.monotonic() < deadline, f"never came: {what}; kept is:\n{kept}"
            time.sleep(0.05)
        return kept


class Screen(Multiplexer):
    """GNU screen, as it is set up where nobody sets it up otherwise."""

    name = "screen"
    more = ""

    def start(self) -> None:
        """Open it, with a long history."""
        (self.folder / "rc").write_text(f"startup_message off\ndefscrollback 5000\n{self.more}")
        self.command("screen", "-c", str(self.folder / "rc"), "-dmS", "kept", "sh")
        deadline = time.monotonic() + WAIT
        while time.monotonic() < deadline:
            # It comes back before anybody listens to it.
            with contextlib.suppress(subprocess.CalledProcessError):
                self.kept()
                return
            time.sleep(0.05)

    def send(self, keys: str) -> None:
        """Type; a caret begins a control character there."""
        self.command("screen", "-S", "kept", "-X", "stuff", keys.replace("\\", "\\\\").replace("^", "\\^"))

    def kept(self) -> str:
        """The hardcopy with its history."""
        copy = self.folder / "copy"
        copy.unlink(missing_ok=True)
        self.command("screen", "-S", "kept", "-X", "hardcopy", "-h", str(copy))
        deadline = time.monotonic() + WAIT
        while not copy.exists():
            assert time.monotonic() < deadline
            time.sleep(0.02)
        return copy.read_text(errors="replace")

    def stop(self) -> None:
        """End it."""
        self.command("screen", "-S", "kept", "-X", "quit")


class ScreenWithOther(Screen):
    """GNU screen with the other screen that full-screen programs paint on."""

    more = "altscreen on\n"


class Tmux(Multiplexer):
    """tmux."""

    name = "tmux"

    def start(self) -> None:
        """Open it."""
        self.command("tmux", "-f", "/dev/null", "new-session", "-d", "-s", "kept", "-x", "80", "-y", "24", "sh")

    def send(self, keys: str) -> None:
        """Type."""
        self.command("tmux", "send-keys", "-t", "kept", "-l", "--", keys)

    def kept(self) -> str:
        """The pane with its history."""
        return self.command("tmux", "capture-pane", "-t", "kept", "-p", "-S", "-")

    def stop(self) -> None:
        """End it."""
        self.command("tmux", "kill-server")


@pytest.fixture(params=one_in(2, [Screen, ScreenWithOther, Tmux]), ids=lambda kind: kind.__name__)
def terminal(request: pytest.FixtureRequest) -> Iterator[Multiplexer]:
    """Each of them, with a shell that waits."""
    kind: type[Multiplexer] = request.param
    if shutil.which(kind.name) is None:
        reason = f"{kind.name} is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    # The path of a socket has to be short.
    with tempfile.TemporaryDirectory() as folder:
        multiplexer = kind(Path(folder))
        multiplexer.start()
        try:
            multiplexer.until(lambda kept: kept.strip() in PROMPTS, "the shell")
            yield multiplexer
        finally:
            multiplexer.stop()


def began(terminal: Multiplexer, behind: Sequence[Stop], sign: str, *arguments: str) -> None:
    """Start a screening that has got to a prompt."""
    script = terminal.folder / "go"
    code = f"{NOT_QUIET}{further(behind)}\n{PROGRAM[-1]}"
    script.write_text(f"{sys.executable} -c {shlex.quote(code)} run first-contact {' '.join(arguments)}\n")
    terminal.send(f". {script}\r")
    terminal.until(lambda kept: sign in " ".join(kept.split()), sign)


def nothing_is_left(terminal: Multiplexer) -> None:
    """The shell is back, and nothing of the talk is anywhere."""
    kept = terminal.until(lambda kept: kept.strip().endswith(PROMPTS), "the shell after it")
    left = [line for line in kept.splitlines() if line.strip() not in {"", *PROMPTS} and "/go" not in line]
    assert not left


@pytest.mark.parametrize("frontend", ["full", "plain"])
def test_after_a_quick_exit(terminal: Multiplexer, frontend: str) -> None:
    flags = ("--plain",) if frontend == "plain" else ()
    # Line by line, so much is said before that much of it is scrolled off.
    began(
        terminal,
        WALK[:QUESTION] if frontend == "full" else (),
        WALK[QUESTION if frontend == "full" else 0].sign,
        *flags,
    )
    for stop in WALK[:QUESTION] if frontend == "plain" else ():
        terminal.until(lambda kept, stop=stop: stop.sign in " ".join(kept.split()), stop.sign)  # type: ignore[misc]
        time.sleep(0.1)
        terminal.send(f"{stop.line}\r")
    terminal.send(KEYS["ctrl-c"])

    nothing_is_left(terminal)


def test_after_a_pause_that_ends_the_talk(terminal: Multiplexer) -> None:
    began(terminal, WALK[:QUESTION], WALK[QUESTION].sign, "--plain")
    for line, sign in (("p", "Answer code"), ("e", "")):
        time.sleep(0.1)
        terminal.send(f"{line}\r")
        terminal.until(lambda kept, sign=sign: sign in kept, sign)  # type: ignore[misc]

    nothing_is_left(terminal)


def test_after_a_result_was_read(terminal: Multiplexer) -> None:
    began(terminal, WALK[:RESULT], WALK[RESULT].sign)
    for key in ("\r", "\r", "e", "e"):
        time.sleep(0.2)
        terminal.send(key)

    nothing_is_left(terminal)


@pytest.mark.parametrize("frontend", ["full", "plain"])
def test_while_the_screen_is_hidden(terminal: Multiplexer, frontend: str) -> None:
    began(terminal, WALK[:QUESTION], WALK[QUESTION].sign, *(("--plain",) if frontend == "plain" else ()))
    time.sleep(0.1)
    terminal.send("x\r" if frontend == "plain" else "x")

    terminal.until(lambda kept: {line.strip() for line in kept.splitlines() if "/go" not in line} <= {"", "Ready."}, "")
