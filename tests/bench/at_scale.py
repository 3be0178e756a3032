"""How many records a second: alone, as two programs by GNU parallel, and by Spark on one core and on two.

`python -m tests.bench.at_scale` measures the commands and the job of docs/at-scale.md as they stand there, over 200,000
different records, from the start of each to its end. What is not installed is left out. It says besides whether Spark wrote what
`score` did.
"""

import os
import platform
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.budgets import installed
from tests.bench.figures import Figure
from tests.support.kobo import lines as invented
from tests.support.spark import INSTALLED, JOB, lines_of, submit

from screening.reading.sets import find_set

RECORDS = 200_000


def figures(number: int = RECORDS) -> Iterator[Figure]:
    """What each took."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        # As an installer leaves the program, which is compiled; a checkout never is.
        os.environ["PYTHONPATH"] = str(installed(folder / "program"))
        os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        with (folder / "records.jsonl").open("wb") as file:
            file.writelines(invented(find_set("palermo"), number))
        (folder / "archive.py").write_text(JOB, encoding="utf-8")
        yield from _one_machine(folder, number)
        if INSTALLED and shutil.which("java"):
            yield from _spark(folder, number)


def _one_machine(folder: Path, number: int) -> Iterator[Figure]:
    score = "screening score palermo"
    taken = _taken(partial(_shell, f"{score} < records.jsonl > results.jsonl", folder))
    yield _rate("score", number, taken)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    yield Figure("score, memory at most", peak, "MB", digits=0)
    size = (folder / "results.jsonl").stat().st_size / number
    yield Figure("score, a result", size, "bytes", digits=0)
    if shutil.which("parallel"):
        cut = "parallel -j 2 --pipe-part --block -1 --keep-order --tmpdir . -a records.jsonl"
        yield _rate("two at once by parallel", number, _taken(partial(_shell, f"{cut} {score} > /dev/null", folder)))


def _spark(folder: Path, number: int) -> Iterator[Figure]:
    (folder / "one.jsonl").write_text('{"id": "a"}\n', encoding="utf-8")
    yield Figure("Spark, to start and end", _taken(partial(_job, folder, 1, "one.jsonl", "one"))[0], "s", digits=1)
    for cores in (1, 2):
        target = f"results-{cores}"
        taken = _taken(partial(_job, folder, cores, "records.jsonl", target))
        yield _rate(f"Spark on {cores} core{'s' if cores > 1 else ''}", number, taken, waited_for=False)
        wanted = (folder / "results.jsonl").read_text(encoding="utf-8").splitlines()
        if sorted(lines_of(folder / target)) != sorted(wanted):
            raise AssertionError(f"Spark on {cores} did not write what score did")


def _job(folder: Path, cores: int, source: str, target: str) -> None:
    submit(folder, f"local[{cores}]", "archive.py", "palermo", source, target, spark_sql_files_maxPartitionBytes="16m")


def _rate(what: str, number: int, taken: tuple[float, float], *, waited_for: bool = True) -> Figure:
    clock, processor = taken
    # Spark does not wait for all that it started, and what is not waited for is not counted.
    counted = f", and {processor:.1f} s of processor time" if waited_for else ""
    return Figure(what, number / clock, f"records/s: {clock:.1f} s{counted}", digits=0)


def _taken(call: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and those of processors, in all programs that were started."""
    begin, before = time.perf_counter(), _of_processors()
    call()
    return time.perf_counter() - begin, _of_processors() - before


def _of_processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _shell(command: str, folder: Path) -> None:
    subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, check=True, stderr=subprocess.DEVNULL)


def machine() -> str:
    """What it was measured on."""
    info = Path("/proc/cpuinfo")
    models = [line.partition(":")[2].strip() for line in _lines(info) if line.startswith("model name")]
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    busy = f"{os.getloadavg()[0]:.1f} programs at work when it began"
    return f"{models[0] if models else platform.processor()}, {os.cpu_count()} cores, {system}; {busy}"


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


if __name__ == "__main__":
    print(machine(), flush=True)
    for figure in figures(int(sys.argv[1]) if sys.argv[1:] else RECORDS):
        print(figure, flush=True)
