"""A program at a real pseudo-terminal, with a terminal emulator that shows what is on its screen."""

import os
import select
import time
import unicodedata
from collections.abc import Callable, Mapping
from itertools import groupby

import ptyprocess
import pyte

from tests.support.program import PROGRAM
from tests.support.thorough import THOROUGH

WAIT = 20.0
# How long after the last output a screen counts as painted. Where every program really starts, beside others, one may
# be kept waiting in the middle of a screen; and what is pressed then is no answer to it.
STILL = 0.12 if THOROUGH else 0.05
# How long a screen has to stand still to be the wrong one.
WRONG = 3.0
# A little longer than the time in which a key is not yet taken for an answer.
PAUSE = 0.35
KEYS: Mapping[str, str] = {
    "enter": "\r",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pagedown": "\x1b[6~",
    "pageup": "\x1b[5~",
    "space": " ",
    "escape": "\x1b",
    "f1": "\x1bOP",
    "f5": "\x1b[15~",
    "tab": "\t",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
    "ctrl-z": "\x1a",
    "ctrl-backslash": "\x1c",
}


_DIM: Mapping[int, bool] = {0: False, 2: True, 22: False}


class Display(pyte.HistoryScreen):
    """A screen that puts every mark above or below a letter to it. pyte knows only some, and drops a text at others.

    Nor does it know of dim letters: here they are those that blink, for nothing else does.
    """

    def draw(self, data: str) -> None:
        """Put text where the cursor is."""
        for are_marks, characters in groupby(data, lambda each: unicodedata.category(each) == "Mn"):
            text = "".join(characters)
            if are_marks:
                row, before = self.buffer[self.cursor.y], self.cursor.x - 1
                column = before if row[before].data else before - 1
                row[column] = row[column]._replace(data=row[column].data + text)
            else:
                super().draw(text)

    def select_graphic_rendition(self, *attributes: int) -> None:
        """Take in how letters look from here on."""
        super().select_graphic_rendition(*attributes)
        # Behind these comes a colour in numbers.
        if not {38, 48} & set(attributes):
            for attribute in attributes or (0,):
                if attribute in _DIM:
                    self.cursor.attrs = self.cursor.attrs._replace(blink=_DIM[attribute])


class Terminal:
    """A terminal with a program in it. Everything is waited for; nothing sleeps for a fixed time but `press`."""

    def __init__(
        self,
        *arguments: str,
        rows: int = 24,
        columns: int = 80,
        command: list[str] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """Start the program.

        Args:
            arguments: of the program.
            rows: the terminal's height.
            columns: its width.
            command: another program.
            environment: what differs from this process's own; an empty value takes a variable away.
        """
        wanted = {**os.environ, "TERM": "xterm-256color", **(environment or {})}
        env = {name: value for name, value in wanted.items() if value}
        self.process = ptyprocess.PtyProcess.spawn(
            command or [*PROGRAM, *arguments], dimensions=(rows, columns), env=env
        )
        self.pid = int(self.process.pid)
        self.display = Display(columns, rows, history=10_000, ratio=0.5)
        self._stream = pyte.ByteStream(self.display)
        self.raw = b""
        self.ended = False

    # --- looking ---

    def lines(self) -> list[str]:
        """The rows of the screen, without blanks at their ends."""
        # The second cell of a wide character is empty. `display.display` stumbles over one that is painted over by half.
        columns, buffer = range(self.display.columns), self.display.buffer
        return ["".join(buffer[row][column].data for column in columns).rstrip() for row in range(self.display.lines)]

    def text(self) -> str:
        """The screen, without blank rows at its end."""
        return "\n".join(self.lines()).rstrip("\n") + "\n"

    def scrollback(self) -> str:
        """What was scrolled off the screen."""
        rows = list(self.display.history.top) + list(self.display.history.bottom)
        return "\n".join("".join(row[column].data for column in sorted(row)) for row in rows)

    def read(self, seconds: float = 0.2) -> bool:
        """Take in what comes within a time; whether anything came."""
        if self.ended or not select.select([self.process.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.process.fd, 65536)
        except OSError:
            data = b""
        if not data:
            self.ended = True
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def until(self, *texts: str) -> None:
        """Wait until the screen shows all of these, and is still."""
        self.until_true(lambda: all(text in self.text() for text in texts), f"{texts}")

    def until_true(self, condition: Callable[[], bool], what: str = "that") -> None:
        """Wait until something holds, and the screen is still."""
        deadline = time.monotonic() + WAIT
        while not condition():
            assert time.monotonic() < deadline, f"never came: {what}; on the screen:\n{self.text()}"
            assert not self.ended or condition(), f"ended before {what}; on the screen:\n{self.text()}"
            self.read()
        while self.read(STILL):
            pass

    def soon(self, condition: Callable[[], bool], wrong: float = WRONG) -> bool:
        """Whether something comes to hold, before the screen has stood still for so long that it will not any more."""
        before, since = self.text(), time.monotonic()
        while not condition() and not self.ended:
            # As long as the program starts, nothing at all is on the screen.
            if time.monotonic() - since > (wrong if before.strip() else WAIT):
                break
            if self.read() and self.text() != before:
                before, since = self.text(), time.monotonic()
        return condition()

    def shows(self, text: str) -> bool:
        """Whether the screen soon says this in whole words, wherever its rows end."""
        return self.soon(lambda: " ".join(text.split()) in " ".join(self.text().split()))

    # --- doing ---

    def send(self, text: str) -> None:
        """Type at once."""
        self.process.write(text.encode())

    def hit(self, *keys: str) -> None:
        """Press keys in one go, by their names or as characters; nothing is waited for."""
        self.send("".join(KEYS.get(key, key) for key in keys))

    def press(self, *keys: str, pause: float = PAUSE) -> None:
        """Press keys one after another, by their names or as characters, each when the screen is still.

        Args:
            keys: the keys.
            pause: seconds before each, so that it counts as meant for the screen that it is pressed at.
        """
        for key in keys:
            end = time.monotonic() + pause
            while time.monotonic() < end:
                self.read(max(0.0, end - time.monotonic()))
            self.send(KEYS.get(key, key))
            if not self.read(0.5):
                continue
            while self.read(STILL):
                pass

    def resize(self, columns: int, rows: int) -> None:
        """Make it smaller or larger, as by dragging its window."""
        self.process.setwinsize(rows, columns)
        self.display.resize(rows, columns)

    def kill(self) -> None:
        """End the program, whatever it does."""
        self.process.close(force=True)

    def end(self) -> int:
        """Wait for the end of the program.

        Returns:
            Its exit code; for one that was ended by a signal, the signal's number as a negative number.
        """
        deadline = time.monotonic() + WAIT
        while not self.ended:
            assert time.monotonic() < deadline, f"never ended; on the screen:\n{self.text()}"
            self.read()
        self.process.wait()
        if self.process.exitstatus is None:
            return -int(self.process.signalstatus)
        return int(self.process.exitstatus)
