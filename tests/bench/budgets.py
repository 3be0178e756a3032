"""The speed budgets as ratios, each measured in one run on one machine, where noise hits both sides alike.

Run it by hand: python -m tests.bench.budgets. It prints; it is no test, for a busy machine must not turn a build red.
"""

import compileall
import contextlib
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import Figure

import screening
from screening.commands.score import put_lines
from screening.language.catalog import ENGLISH
from screening.reading.arriving import arriving
from screening.reading.sets import find_set, read_set
from screening.sets.model import IndicatorSet
from screening.show.scoring import Scoring
from screening.terminal.outlet import Outlet

PYTHON = sys.executable
PROGRAM = "from screening.__main__ import main; main()"


def seconds(call: Callable[[], object], rounds: int) -> float:
    """The fastest of some rounds: the one that the rest of the machine disturbed least."""
    best = float("inf")
    for _ in range(rounds):
        begin = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - begin)
    return best


def interleaved(rounds: int, *calls: Callable[[], object]) -> list[float]:
    """The fastest of some rounds for each of several calls, by turns: what the machine does meanwhile hits all alike."""
    times = [[seconds(call, 1) for call in calls] for _ in range(rounds)]
    return [min(taken) for taken in zip(*times, strict=True)]


def process(*arguments: str, **environment: str) -> Callable[[], object]:
    env = {**os.environ, **environment}
    return lambda: subprocess.run(
        [PYTHON, *arguments], capture_output=True, check=True, stdin=subprocess.DEVNULL, env=env
    )


def installed(folder: Path) -> Path:
    """The program as an installer leaves it: compiled, which a checkout never is, for it writes no compiled files."""
    top = Path(screening.__file__).parents[2]
    shutil.copytree(top / "src" / "screening", folder / "screening")
    for name in ("indicators", "referrals", "glossary"):
        shutil.copytree(top / name, folder / "screening" / "data" / name)
    compileall.compile_dir(folder, quiet=1)
    return folder


def start_up() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        path = str(installed(Path(folder)))
        options = ("--version", "--help")
        starts = (process("-c", PROGRAM, option, PYTHONPATH=path) for option in options)
        base, *times = interleaved(25, process("-c", "import typer"), *starts)
    for option, taken in zip(options, times, strict=True):
        yield Figure(f"screening {option}", taken / base, "x import typer", 1.2)


def scoring(records: int = 50_000) -> Iterator[Figure]:
    palermo = find_set("palermo")
    lines = list(dict.fromkeys(_record(number, palermo) for number in range(records)))
    whole = b"".join(line + b"\n" for line in lines)
    once = Scoring(palermo, ENGLISH)

    def as_json() -> None:
        for line in lines:
            json.dumps(json.loads(line))

    def again() -> None:
        _written(once, whole, palermo)

    def score() -> None:
        # A new one each time, so that it begins without having seen anything.
        nonlocal once
        once = Scoring(palermo, ENGLISH)
        again()

    stdlib, ours, known = interleaved(5, as_json, score, again)
    yield Figure("score", ours / stdlib, "x json.loads + json.dumps", 1.5)
    yield Figure("score, of what was seen before", known / stdlib, "x json.loads + json.dumps")
    new = Scoring(palermo, ENGLISH)
    _written(new, whole, palermo)
    unit = f"% of {len(lines):,} different records"
    yield Figure("score, put together from what was known", 100 * new.patterns.hits / len(lines), unit, digits=1)
    answers = sum(len(json.loads(line)["answers"]) for line in lines) / len(lines)
    yield Figure("score, answers a record", answers, "", digits=1)


def _written(scoring: Scoring, whole: bytes, indicator_set: IndicatorSet) -> None:
    """All that `score` does with a file: from the bytes that are read to those that are written."""
    with Path(os.devnull).open("wb") as nowhere, contextlib.redirect_stdout(Outlet(nowhere, encoding="utf-8")):
        put_lines(scoring.lines(arriving(io.BytesIO(whole), "bench", indicator_set).records))
        sys.stdout.flush()


def _record(number: int, palermo: IndicatorSet) -> bytes:
    choose = random.Random(number)
    answers: dict[str, object] = {}
    for _, _, question in palermo.questions():
        together = [option.id for option in question.choices if not option.alone]
        chance = choose.random()
        if chance < 0.27:
            continue
        if chance < 0.35:
            answers[question.id] = choose.choice(["unclear", "declined"])
        elif question.several:
            rest = ["declined"] if chance > 0.95 else []
            answers[question.id] = [*choose.sample(together, min(len(together), choose.choice([1, 2, 2, 3]))), *rest]
        else:
            answers[question.id] = choose.choice(together)
    circumstances = {
        "age": choose.choice(["adult", "adult", "child", "unsure"]),
        "under_18_when_it_began": choose.choice(["no", "yes"]),
        "situation": choose.sample(["domestic-work", "other-work", "commercial-sex", "fishing"], 1),
        "place": choose.choice(["hk", "gb"]),
    }
    return json.dumps({"id": str(number), "circumstances": circumstances, "answers": answers}).encode()


def reading() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        times = [seconds(lambda size=size: read_set(_large_set(Path(folder), size)), 2) for size in (1_000, 10_000)]  # type: ignore[misc]
    yield Figure("reading 10,000 indicators", times[1] / times[0], "x reading 1,000", 11, digits=1)


def _large_set(folder: Path, size: int) -> Path:
    target = folder / str(size)
    if target.is_dir():
        return target
    (target / "sections").mkdir(parents=True)
    (target / "set.yaml").write_text(
        "id: large\nversion: '1'\ntitle: Large\nsections: [{id: main, stage: questions}]\n"
        "dimensions: {d: {element: means, rule: any, title: D}}\nrules: {any: [{total: 1}]}\n"
        "levels: {some_concern: means}\n"
    )
    indicators = "".join(
        f"- id: i-{number}\n  states: Number {number}\n  dimension: d\n  strength: weak\n" for number in range(size)
    )
    (target / "indicators.yaml").write_text(indicators)
    questions = "".join(f"  - {{id: q-{number}, ask: Q?, record: R, shows: [i-{number}]}}\n" for number in range(size))
    (target / "sections" / "main.yaml").write_text(f"id: main\nquestions:\n{questions}")
    return target


def figures() -> Iterator[Figure]:
    """All of them, each as soon as it is measured."""
    yield from start_up()
    yield from scoring()
    yield from reading()


if __name__ == "__main__":
    for figure in figures():
        print(figure, flush=True)
