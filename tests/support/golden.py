"""Whole screens, compared with files that a person can open and read.

Where `UPDATE_GOLDEN` is set, the files are written instead. Look at what changed in them.
"""

import difflib
import os
import re
from functools import partial
from pathlib import Path
from types import TracebackType

from tests.support.kept_terminal import at_once
from tests.support.terminal import KEYS

SIZES = ("80x24", "120x40")
FOLDER = Path(__file__).parents[1] / "e2e" / "golden"
UPDATE = "UPDATE_GOLDEN"
# How long a screen must stand still to be written.
_STANDS = 0.15
# How long nothing comes while a screen is being painted.
_PAINTS = 0.02
# What stands instead of a screen that does not fit.
_NO_ROOM = "Window too small"
_HEAD = "=== "


class Story:
    """The program in a terminal, and the golden file of what it shows, screen after screen."""

    def __init__(self, name: str, size: str, *arguments: str) -> None:
        """Start the program.

        Args:
            name: of the golden file.
            size: columns and rows, such as `80x24`.
            arguments: of the program.
        """
        columns, rows = (int(number) for number in size.split("x"))
        self.terminal = at_once(*arguments, rows=rows, columns=columns)
        self._rows = rows
        self._blank = "\n" * rows
        self._rule = "-" * columns
        self._path = FOLDER / size / f"{name}.txt"
        self._update = bool(os.environ.get(UPDATE))
        self._golden = [] if self._update else self._read()
        self._seen: list[tuple[str, str]] = []

    def __enter__(self) -> "Story":
        """The first screen is compared."""
        self.look("at the beginning")
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        """The program does not outlive the test; the file has no screens beyond those that came."""
        self.terminal.kill()
        if kind is not None:
            return
        if self._update:
            self._write()
        left = [after for after, _ in self._golden[len(self._seen) :]]
        assert not left or self._update, f"{self._path} has more screens: {left}. {_how_to_update()}"

    def press(self, *keys: str) -> None:
        """Press keys one right after another, by their names or as characters; then compare the screen."""
        assert not self.terminal.ended, f"the program has ended before {keys}"
        self.terminal.send("".join(_typed(key) for key in keys))
        self.look(f"after: {', '.join(keys)}")

    def play(self, *turns: str) -> None:
        """Press what stands in each turn, its keys with a blank between, and compare the screen after each."""
        for turn in turns:
            self.press(*turn.split())

    def pass_by(self, *keys: str) -> None:
        """Press keys, each at a screen of its own, without comparing what comes."""
        for key in keys:
            before = self.screen()
            self.terminal.send(_typed(key))
            assert self.terminal.soon(partial(self._left, before)), f"nothing came after {key}:\n{before}"
            while self.terminal.read(_PAINTS):
                pass

    def skip_to(self, text: str) -> None:
        """Skip questions, and leave what is no question, until the screen shows this; then compare it."""
        while text not in self.screen():
            self.pass_by("s" if "s skip" in self.screen() else "enter")
        self.look(f"after skipping to: {text}")

    def back_to(self, text: str) -> None:
        """Go back until the screen shows this; then compare it."""
        while text not in self.screen():
            self.pass_by("b")
        self.look(f"after going back to: {text}")

    def to_last_page(self, key: str) -> None:
        """Turn the pages with a key until there are no more of them."""
        while (page := self.page()) and page[0] < page[1]:
            self.press(key)

    def read_on(self, key: str) -> None:
        """Turn the pages with a key, and leave the last one with it."""
        self.to_last_page(key)
        self.press(key)

    def page(self) -> tuple[int, int] | None:
        """The page on the screen, and of how many; None where there is only one."""
        found = re.search(r"Page (\d+) of (\d+)", self.terminal.text())
        return (int(found[1]), int(found[2])) if found else None

    def type(self, text: str) -> None:
        """Type text and Enter; then compare the screen."""
        self.terminal.send(text)
        self.look(f"after typing: {text}")
        self.press("enter")

    def ends(self) -> None:
        """The program has ended well, and left nothing on the terminal."""
        assert self.terminal.end() == 0
        assert self.terminal.text() == "\n"
        assert not self.terminal.scrollback().strip()

    def screen(self) -> str:
        """What is on the screen, row by row."""
        return "\n".join(self.terminal.lines()) + "\n"

    def look(self, after: str) -> None:
        """Compare the screen that now comes.

        Args:
            after: what was done for it.
        """
        if self._update:
            self._stand_still()
            assert _NO_ROOM not in self.screen(), f"there is no room for the screen {after!r}"
            self._seen.append((after, self.screen()))
            return
        number = len(self._seen)
        assert number < len(self._golden), f"{self._path} has no screen {after!r}. {_how_to_update()}"
        wanted_after, wanted = self._golden[number]
        assert after == wanted_after, f"screen {number + 1} of {self._path}. {_how_to_update()}"
        assert self.terminal.soon(lambda: self.screen() == wanted), self._differs(after, wanted)
        self._seen.append((after, wanted))

    def _left(self, screen: str) -> bool:
        return self.screen() not in {screen, self._blank}

    def _stand_still(self) -> None:
        """Wait for another screen, or until none will come; and until it is painted."""
        before = self._seen[-1][1] if self._seen else self._blank
        self.terminal.soon(lambda: self.screen() != before)
        while self.terminal.read(_STANDS):
            pass

    def _differs(self, after: str, wanted: str) -> str:
        rows = difflib.unified_diff(
            wanted.splitlines(), self.screen().splitlines(), "golden", "on the screen", lineterm="", n=self._rows
        )
        return "\n".join([f"screen {len(self._seen) + 1} of {self._path}, {after}:", *rows, _how_to_update()])

    def _read(self) -> list[tuple[str, str]]:
        assert self._path.is_file(), f"there is no {self._path}. {_how_to_update()}"
        parts = self._path.read_text(encoding="utf-8").split(f"{self._rule}\n")
        assert not parts[-1], f"{self._path} does not end with a rule. {_how_to_update()}"
        heads = [part.partition("\n") for part in parts[:-1]]
        return [(head.removeprefix(_HEAD), screen) for head, _, screen in heads]

    def _write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        parts = [f"{_HEAD}{after}\n{screen}{self._rule}\n" for after, screen in self._seen]
        self._path.write_text("".join(parts), encoding="utf-8")


def _typed(key: str) -> str:
    """What a key sends; a character sends itself."""
    assert key in KEYS or len(key) == 1, f"there is no key {key!r}"
    return KEYS.get(key, key)


def _how_to_update() -> str:
    return f"If this is as it should be: {UPDATE}=1 pytest tests/e2e"
