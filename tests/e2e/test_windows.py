"""What leaving and hiding are on Windows, as far as that can be tried elsewhere.

The program runs at a real terminal, without the modules and signals that Windows does not have, and with stand-ins for
those that only Windows has. The full screen cannot be tried so: prompt_toolkit paints it through Windows itself there.
"""

import os
import signal
import sys

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened as on Linux", allow_module_level=True)

from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.terminal import KEYS, PAUSE
from tests.support.walks import Walker, walk

QUICK_EXIT = 130
WALK = walk("first-contact")
# The number of a signal that nobody else uses stands for Ctrl-Break.
CTRL_BREAK = signal.SIGUSR1
WINDOWS = f"""
import os, select, signal, subprocess, sys, types
for name in ("termios", "fcntl", "tty", "pty", "resource", "grp", "pwd", "readline"):
    sys.modules[name] = None
for name in ("SIGHUP", "SIGQUIT", "SIGTSTP", "SIGALRM", "SIGWINCH", "SIGCHLD", "alarm", "setitimer"):
    delattr(signal, name)
signal.SIGBREAK = {int(CTRL_BREAK)}

import ctypes
class Kernel:
    understands = False
    def GetConsoleMode(self, handle, mode):
        mode._obj.value = 3 + 4 * self.understands
        return 1
    def SetConsoleMode(self, handle, mode):
        if handle.value == 1:
            self.understands = bool(mode & 4)
        return 1
ctypes.windll = types.SimpleNamespace(kernel32=Kernel())

msvcrt = types.ModuleType("msvcrt")
msvcrt.get_osfhandle = lambda descriptor: descriptor
msvcrt.kbhit = lambda: bool(select.select([0], [], [], 0)[0])
msvcrt.getwch = lambda: os.read(0, 1).decode()
import importlib.machinery
msvcrt.__spec__ = importlib.machinery.ModuleSpec("msvcrt", None)
sys.modules["msvcrt"] = msvcrt

from screening.__main__ import main
main()
"""


def at_a_question() -> Walker:
    """Somebody at a question, line by line; nothing says what kind of terminal it is."""
    command = [sys.executable, "-c", WINDOWS, "run", "first-contact", "--plain"]
    walker = Walker(KeptTerminal(command=command, environment={"TERM": ""}), plain=True)
    for stop in WALK[:4]:
        walker.at(stop.sign)
        walker.terminal.settle(PAUSE)
        walker.give(stop.keys, stop.line)
    walker.at(WALK[4].sign)
    return walker


def test_x_hides_everything_and_r_brings_the_question_back() -> None:
    walker = at_a_question()
    walker.hide()

    assert walker.terminal.text() == "Ready.\n"
    assert not walker.terminal.scrollback().strip()
    walker.terminal.settle(PAUSE)
    walker.terminal.send("r\r")
    walker.at(WALK[4].sign)


@pytest.mark.parametrize("way", ["Ctrl-C", "Ctrl-Break", "x x", "too early"])
def test_everything_is_cleared_when_it_is_left(way: str) -> None:
    walker = at_a_question()
    match way:
        case "Ctrl-C":
            walker.terminal.send(KEYS["ctrl-c"])
        case "Ctrl-Break":
            os.kill(walker.terminal.pid, CTRL_BREAK)
        case "x x":
            walker.hide()
            walker.terminal.settle(PAUSE)
            walker.terminal.send("x\r")
        case _:
            walker.terminal.send("n\rx\rx\r")

    assert walker.terminal.end() == QUICK_EXIT
    assert walker.terminal.raw.endswith(CLEARED)
    assert walker.terminal.is_blank


def test_what_was_typed_too_early_is_no_answer() -> None:
    walker = at_a_question()
    walker.terminal.send("n\rn\r")
    walker.at(WALK[5].sign)
    walker.terminal.settle(PAUSE)

    assert WALK[6].sign not in walker.terminal.text()
