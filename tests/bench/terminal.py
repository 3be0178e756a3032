"""The budgets of the terminal: the first screen, and the next question after a key.

Run it by hand: python -m tests.bench.terminal. It prints; it is no test, for a busy machine must not turn a build red.
Everything is measured at a real pseudo-terminal, from outside the program.
"""

import os
import select
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import ptyprocess
from tests.bench.budgets import installed, process, seconds
from tests.bench.figures import Figure

from screening.reading.set_catalog import data_folder

LIBRARIES = "import typer, questionary, yaml, msgspec, rich.console"
# As the program is, but a key counts at once: a person would wait, and the waiting is not what is measured.
PROGRAM = (
    "from screening.terminal import full; full.QUIET_SECONDS = 0; "
    "import sys; from screening.__main__ import main; sys.argv = ['screening', *sys.argv[1:]]; main()"
)
STILL, PATIENCE = 0.03, 5.0
# The terminal's other screen, on which everything is painted: it is asked for together with the first one. What comes
# before it is no screen, and a key then is one that was pressed too early.
FIRST, SAME_LOOK = b"\x1b[?1049h", b"\x1b[0m"


def spawn(*arguments: str, script: str = PROGRAM, **environment: str) -> ptyprocess.PtyProcess:
    """The program at a terminal of its own."""
    command = [sys.executable, "-c", script, *arguments]
    env = {**os.environ, "TERM": "xterm-256color", **environment}
    return ptyprocess.PtyProcess.spawn(command, dimensions=(24, 80), env=env)


def painted(terminal: ptyprocess.PtyProcess, begin: float, sign: bytes = b"") -> float:
    """Seconds from the beginning to the last output before the screen is still.

    Args:
        terminal: the program.
        begin: when it was.
        sign: what has to have come for it to be the screen that is waited for.

    Raises:
        RuntimeError: nothing came that changes the screen: the program waits for something else.
    """
    last, seen, wait = begin, b"", PATIENCE
    while select.select([terminal.fd], [], [], wait)[0]:
        piece = os.read(terminal.fd, 65536)
        seen += piece
        # Once a second it is painted anew, whether anything is new or not.
        if piece.replace(SAME_LOOK, b"") and sign in seen:
            last, wait = time.perf_counter(), STILL
    if last == begin:
        raise RuntimeError(f"no new screen: {seen!r}")
    return last - begin


def first_screen() -> Iterator[Figure]:
    """From the start of the program to its first screen, against importing the libraries alone."""
    imports = process("-c", LIBRARIES)
    with tempfile.TemporaryDirectory() as folder:
        path = str(installed(Path(folder)))
        # By turns: what the machine does meanwhile hits both alike.
        times = [(seconds(imports, 1), _first_screen(path)) for _ in range(15)]
    base, best = (min(taken) for taken in zip(*times, strict=True))
    yield Figure("the first screen", best / base, "x importing the libraries", 1.15)
    yield Figure("the first screen, by the clock", best * 1000, "ms", digits=0)


def first_screen_in_another_language() -> Iterator[Figure]:
    """From the start of the program to its first screen in another language, and with the person's, against English."""
    files = sorted(data_folder("indicators").glob("palermo/locale/*.po"), key=lambda each: each.stat().st_size)
    if len(files) < 2:
        return
    order = ("--language", files[-1].stem, "--with", files[-2].stem)
    with tempfile.TemporaryDirectory() as folder:
        path = str(installed(Path(folder)))
        times = [(_first_screen(path), _first_screen(path, *order)) for _ in range(15)]
    base, best = (min(taken) for taken in zip(*times, strict=True))
    yield Figure("the first screen in two other languages", best / base, "x in English", 1.15)


def _first_screen(path: str, *options: str) -> float:
    begin = time.perf_counter()
    terminal = spawn("run", *options, script="from screening.__main__ import main; main()", PYTHONPATH=path)
    taken = painted(terminal, begin, FIRST)
    terminal.close(force=True)
    return taken


def next_question() -> Iterator[Figure]:
    """From a key to the next question, in a set and in one that is 100 times larger."""
    small = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for questions in (25, 2_500):
            times = sorted(_answer_all(_set_of(Path(folder), questions), 300))
            what = f"a key to the next question of {questions:,}"
            slowest = times[int(len(times) * 0.99)] * 1000
            # The larger set may take half as long again as the smaller one.
            budget = round(1.5 * small) if small else 30
            small = small or slowest
            yield Figure(f"{what}, 99 of 100", slowest, "ms", budget, digits=0)
            yield Figure(f"{what}, median", times[len(times) // 2] * 1000, "ms", digits=0)


def _answer_all(folder: Path, most: int) -> list[float]:
    times: list[float] = []
    while len(times) < most:
        terminal = spawn("run", str(folder))
        painted(terminal, time.perf_counter(), FIRST)
        terminal.write(b"\r")
        painted(terminal, time.perf_counter())
        # One in four is a yes: a gate opens, or an indicator is shown.
        for number in range(min(most, 24 if folder.name == "25" else most)):
            terminal.write(b"y" if number % 4 == 0 else b"n")
            times.append(painted(terminal, time.perf_counter()))
        terminal.close(force=True)
    return times


def _set_of(parent: Path, questions: int) -> Path:
    """A set with so many questions: five in a section, of which every fifth hangs on the one before."""
    folder = parent / str(questions)
    (folder / "sections").mkdir(parents=True)
    sections = range(questions // 5)
    listed = ", ".join(f"{{id: s-{number}, stage: safety}}" for number in sections)
    (folder / "set.yaml").write_text(
        f"id: large\nversion: '1'\ntitle: Large\nsections: [{listed}]\n"
        "dimensions: {d: {element: means, rule: delphi, title: D}}\n"
        "rules: {delphi: [{strong: 2}, {strong: 1, total: 2}]}\nlevels: {some_concern: means}\n"
    )
    indicators = (
        f"- id: i-{number}\n  states: Number {number}\n  dimension: d\n  strength: weak\n"
        for number in range(questions)
    )
    (folder / "indicators.yaml").write_text("".join(indicators))
    for section in sections:
        rows = [f"id: s-{section}\ntitle: Section {section}\nquestions:\n"]
        for number in range(section * 5, section * 5 + 5):
            gate = f", when: {{question: q-{number - 1}, is: [yes, no]}}" if number % 5 == 4 else ""
            ask = f"What about number {number}?"
            rows.append(f"  - {{id: q-{number}, ask: '{ask}', record: It is so, shows: [i-{number}]{gate}}}\n")
        (folder / "sections" / f"s-{section}.yaml").write_text("".join(rows))
    return folder


def figures() -> Iterator[Figure]:
    """All of them, each as soon as it is measured."""
    yield from first_screen()
    yield from first_screen_in_another_language()
    yield from next_question()


if __name__ == "__main__":
    for figure in figures():
        print(figure, flush=True)
