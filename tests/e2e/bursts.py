"""Bursts of keys at any prompt of a whole screening: answers typed too early, and among them a key that must be heard.

Run as a module, it tries as many as are wanted and tells how many were lost: `python -m tests.e2e.bursts --bursts 2000`.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.terminal import KEYS, WAIT
from tests.support.walks import NOT_QUIET, Stop, Walker, further, walk

QUICK_EXIT = 130
LEAVE = ("ctrl-c", "ctrl-backslash", "ctrl-d")
COVER = ("x", "ctrl-z")
# Whatever might be typed for an answer, or by mistake; but not what brings a hidden screen back, or ends a result.
FULL_KEYS = (*"yynn12345sbfpud?hqw", "enter", "enter", "space", "down", "up", "right", "pagedown", "escape", "tab", "Y")
PLAIN_LINES = (*"yynn12345sbfpud?hqw", "", "1 2", "yes", "nonsense", "\u65e5")
MOST_KEYS = 8
# Nothing that the program ever says.
_ECHO = re.compile(r"[yn12345sbfpud?hqwYxoe\s\u65e5^@_\\\[6~A-CZ-]*")
_FRONTENDS = {"full": (), "plain": ("--plain",)}


@dataclass(frozen=True)
class Burst:
    """Some keys at one prompt, in parts, with pauses between them.

    Attributes:
        set_name, frontend, number: the prompt, by its number in the walk through a set.
        key: the key among them that must be heard.
        parts: what is sent, in order, and how many seconds later.
    """

    set_name: str
    frontend: str
    number: int
    key: str
    parts: tuple[tuple[str, float], ...]

    def __str__(self) -> str:
        """How it is told when it was lost."""
        return (
            f"{self.set_name} {self.frontend} at {_walk(self.set_name)[self.number].name}: {self.key} in {self.parts}"
        )


@cache
def _walk(set_name: str) -> Sequence[Stop]:
    return walk(set_name, {"danger-now": "yes"} if set_name == "first-contact" else None)


def prompts() -> list[tuple[str, str, int]]:
    """Every prompt of two whole screenings, in both frontends. Line by line, nothing is waited for at the result."""
    return [
        (set_name, frontend, number)
        for set_name in ("first-contact", "palermo")
        for frontend in _FRONTENDS
        for number in range(len(_walk(set_name)) - (frontend == "plain"))
    ]


def make_burst(prompt: tuple[str, str, int], seed: int) -> Burst:
    """A random burst at a prompt."""
    chance = random.Random(f"{prompt} {seed}")
    set_name, frontend, number = prompt
    typed = chance.choices(FULL_KEYS if frontend == "full" else PLAIN_LINES, k=chance.randrange(MOST_KEYS))
    key = chance.choice((*LEAVE, *COVER))
    typed.insert(chance.randrange(len(typed) + 1), key)
    ends = "\r" if frontend == "plain" else ""
    # Line by line, what is a letter or a word is typed with Enter.
    text = "".join(KEYS.get(each, f"{each}{ends}") for each in typed)
    cuts = sorted(chance.randrange(len(text) + 1) for _ in range(chance.randrange(3)))
    parts = [text[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    pauses = [chance.choice((0.0, 0.0, 0.001, 0.005, 0.02, 0.08)) for _ in parts]
    return Burst(set_name, frontend, number, key, tuple(zip(parts, pauses, strict=True)))


def what_was_lost(burst: Burst) -> str:
    """Try a burst.

    Returns:
        What happened instead, where its key was not heard; nothing where it was.
    """
    stops = _walk(burst.set_name)
    terminal = KeptTerminal(
        "run", burst.set_name, *_FRONTENDS[burst.frontend], before=NOT_QUIET + further(stops[: burst.number])
    )
    Walker(terminal, plain=burst.frontend == "plain").at(stops[burst.number].sign)
    for part, pause in burst.parts:
        if terminal.runs:
            terminal.send(part)
        time.sleep(pause)
    if burst.key in LEAVE:
        return _unless_left(terminal)
    return _unless_hidden(terminal)


def _unless_left(terminal: KeptTerminal) -> str:
    deadline = time.monotonic() + WAIT / 4
    while terminal.runs and time.monotonic() < deadline:
        terminal.read(0.02)
    if terminal.runs:
        return f"it still runs:\n{terminal.text()}"
    return "" if terminal.end() == QUICK_EXIT and _is_clear(terminal) else f"it ended, but not so:\n{terminal.text()}"


def _is_clear(terminal: KeptTerminal) -> bool:
    """Whether nothing is left of it. What is typed after its end is shown by the terminal, as a shell's would."""
    before, _, echoed = terminal.raw.rpartition(CLEARED)
    return bool(before) and _ECHO.fullmatch(echoed.decode()) is not None


def _unless_hidden(terminal: KeptTerminal) -> str:
    """Line by line, one word says that the program is there."""
    deadline = time.monotonic() + WAIT / 4
    while terminal.runs and time.monotonic() < deadline:
        if terminal.text().strip() in {"", "Ready."} and not terminal.scrollback().strip() and terminal.raw:
            terminal.settle(0.15)
            if terminal.text().strip() in {"", "Ready."}:
                return ""
        terminal.read(0.02)
    if terminal.runs:
        return f"it is not hidden:\n{terminal.text()}"
    # A key that hides is one that ends, where the screen is hidden already.
    return "" if terminal.end() == QUICK_EXIT and _is_clear(terminal) else f"it ended, but not so:\n{terminal.text()}"


def _try(seed: int) -> tuple[Burst, str]:
    every = prompts()
    burst = make_burst(every[seed % len(every)], seed)
    return burst, what_was_lost(burst)


def main() -> int:
    """Try bursts, and print how many were tried and lost."""
    parser = argparse.ArgumentParser(description="Bursts of keys at every prompt of whole screenings.")
    parser.add_argument("--bursts", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    given = parser.parse_args()
    tried: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    with ProcessPoolExecutor(2) as pool:
        for burst, what in pool.map(_try, range(given.first, given.first + given.bursts), chunksize=20):
            tried[f"{burst.frontend} {burst.key}"] += 1
            if what:
                lost[f"{burst.frontend} {burst.key}"] += 1
                print(f"{burst}\n{what}", file=sys.stderr)
    for name, number in sorted(tried.items()):
        print(f"{name:24}{number:6} tried {lost[name]:6} lost")
    print(f"{len(prompts())} prompts, {tried.total()} bursts, {lost.total()} lost")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
