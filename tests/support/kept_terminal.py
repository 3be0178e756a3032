"""A terminal that is still there when the program at it has ended, and that is opened fast."""

import fcntl
import json
import os
import select
import socket
import sys
import termios
import time
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyte

from screening.terminal.terminal_guard import CLEAR
from tests.support import forking
from tests.support.program import AT_ONCE, BEFORE_AT_ONCE
from tests.support.terminal import STILL, WAIT, Display, Terminal
from tests.support.thorough import THOROUGH

CLEARED = CLEAR.encode()
_LOCAL_MODES = 3


class _Keyboard:
    """What `Terminal` needs of a process."""

    def __init__(self, descriptor: int) -> None:
        self.fd = descriptor

    def setwinsize(self, rows: int, columns: int) -> None:
        termios.tcsetwinsize(self.fd, (rows, columns))

    def write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self.fd, data) :]


class KeptTerminal(Terminal):
    """A terminal with the program, or another one, in the foreground of a session that outlives it.

    Attributes:
        pid: of the program.
        modes_before, modes_after: how the terminal is set before the program has begun, and after its end.
    """

    def __init__(
        self,
        *arguments: str,
        rows: int = 24,
        columns: int = 80,
        command: list[str] | None = None,
        environment: Mapping[str, str] | None = None,
        before: str = "",
        folder: Path | None = None,
        errors: Path | None = None,
    ) -> None:
        """Start the program.

        Args:
            arguments: of the program.
            rows: the terminal's height.
            columns: its width.
            command: another program, started as a program of its own instead of forked.
            environment: what differs from this process's own; an empty value takes a variable away.
            before: Python that is carried out before the program begins.
            folder: where it is started; here, where nothing is said.
            errors: the file that stderr goes to instead of the terminal.
        """
        self._master = self._slave = self._leash = -1
        wanted = {**os.environ, "TERM": "xterm-256color", **(environment or {})}
        self._master, self._slave = os.openpty()
        termios.tcsetwinsize(self._slave, (rows, columns))
        self.modes_before = termios.tcgetattr(self._slave)
        self.modes_after: list[Any] = []
        self._code: int | None = None
        order = {
            "arguments": arguments,
            "command": command,
            "environment": {name: value for name, value in wanted.items() if value},
            "before": before,
            "folder": str(folder or Path.cwd()),
            "errors": None if errors is None else str(errors),
        }
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            socket.send_fds(forking.orders(), [json.dumps(order).encode()], [self._slave, theirs.fileno()])
        self._leash = ours.detach()
        self.process = _Keyboard(self._master)
        self.display = Display(columns, rows, history=10_000, ratio=0.5)
        self._stream = pyte.ByteStream(self.display)
        self.raw = b""
        self.ended = False
        self.pid = int(self._told()["pid"])

    def __del__(self) -> None:
        """Let go of everything; a program that still runs is ended."""
        for descriptor in (self._master, self._slave, self._leash):
            if descriptor >= 0:
                os.close(descriptor)

    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(os.read(self._leash, 1000) or b"{}")
        return told

    # --- looking ---

    @property
    def runs(self) -> bool:
        """Whether the program has not ended yet."""
        return self._code is None and not select.select([self._leash], [], [], 0.0)[0]

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing on the screen and nothing above it."""
        return not self.text().strip() and not self.scrollback().strip()

    @property
    def modes(self) -> list[Any]:
        """How the terminal is set now."""
        return termios.tcgetattr(self._slave)

    @property
    def echoes(self) -> bool:
        """Whether what is typed is shown."""
        return bool(self.modes[_LOCAL_MODES] & termios.ECHO)

    @property
    def unread(self) -> int:
        """How many characters were typed and not read: a shell would read them next."""
        count = array("i", [0])
        fcntl.ioctl(self._slave, termios.FIONREAD, count)
        return count[0]

    def arrive(self, *texts: str) -> None:
        """Wait until the screen shows all of these; it may still be being painted."""
        deadline = time.monotonic() + WAIT
        while not all(text in self.text() for text in texts):
            assert time.monotonic() < deadline, f"never came: {texts}; on the screen:\n{self.text()}"
            assert self.runs, f"ended before {texts}; on the screen:\n{self.text()}"
            self.read(0.05)

    def settle(self, seconds: float = STILL) -> None:
        """Take in what is still being painted, until for so long nothing came."""
        while self.read(seconds):
            pass

    # --- doing ---

    def close(self) -> None:
        """Close the terminal, as its window is closed."""
        os.close(self._slave)
        os.close(self._master)
        self._slave = self._master = -1
        self.ended = True

    def kill(self) -> None:
        """End the program, whatever it does."""
        os.close(self._leash)
        self._leash = -1

    def wait(self, *, reading: bool = False) -> int:
        """Wait for the end of the program; what it writes is left alone, unless it is to be taken in.

        Returns:
            Its exit code; for one that was ended by a signal, the signal's number as a negative number.
        """
        deadline = time.monotonic() + WAIT
        while self._code is None:
            assert time.monotonic() < deadline, f"never ended; on the screen:\n{self.text()}"
            select.select([self._leash, *([self._master] if reading else [])], [], [], 0.2)
            if reading:
                self.read(0.0)
            if select.select([self._leash], [], [], 0.0)[0]:
                self._code = int(self._told()["code"])
        return self._code

    def end(self) -> int:
        """Wait for the end of the program, and take in all that it still wrote; its exit code, as above."""
        code = self.wait(reading=self._master >= 0)
        if self._slave >= 0:
            self.modes_after = self.modes
            os.close(self._slave)
            self._slave = -1
            # With nobody left at its other side, the terminal ends when all was read.
            os.write(self._leash, forking.CLOSE)
            while not self.ended:
                self.read()
        return code


def opened(
    *arguments: str, rows: int = 24, columns: int = 80, environment: Mapping[str, str] | None = None
) -> Terminal:
    """The program at a terminal, where its start is not what is tried; the arguments are those of `Terminal`.

    While somebody waits it is forked. Where everything is tried, it is started as its user starts it.
    """
    kind = Terminal if THOROUGH or sys.platform != "linux" else KeptTerminal
    return kind(*arguments, rows=rows, columns=columns, environment=environment)


def at_once(
    *arguments: str, rows: int = 24, columns: int = 80, environment: Mapping[str, str] | None = None
) -> Terminal:
    """The same on the day that stays the same, where a key counts at once."""
    if THOROUGH or sys.platform != "linux":
        return Terminal(rows=rows, columns=columns, command=[*AT_ONCE, *arguments], environment=environment)
    return KeptTerminal(*arguments, rows=rows, columns=columns, environment=environment, before=BEFORE_AT_ONCE)
