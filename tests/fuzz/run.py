"""A whole run: inputs shared out among processes, and what came of them counted."""

import os
import select
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

import msgspec

from tests.fuzz.watching import WAITS, Failure, Seen
from tests.fuzz.worker import Task, Word

CHECKOUT = Path(__file__).resolve().parents[2]
WORKER = (sys.executable, "-m", "tests.fuzz.worker")
# A task is small enough that all processes end at about the same time.
_IN_A_TASK = 250
# After so many inputs a process is started anew.
_IN_A_PROCESS = 4_000


class Example(msgspec.Struct, frozen=True):
    """The first input that failed so, and what was told of it."""

    target: str
    number: int
    told: str


class Count(msgspec.Struct):
    """What is counted of a target."""

    inputs: int = 0
    sound: int = 0
    told: int = 0
    milliseconds: float = 0
    slowest: float = 0
    peak: int = 0
    columns: dict[str, int] = {}


class Kind(msgspec.Struct):
    """All failures of one kind: the first one, and how many inputs failed so."""

    example: Example
    times: int = 0


class Tally(msgspec.Struct):
    """What came of all inputs so far."""

    targets: dict[str, Count] = {}
    kinds: dict[str, Kind] = {}

    def add(self, target: str, number: int, seen: Seen, peak: int) -> None:
        """Count an input."""
        count = self.targets.setdefault(target, Count())
        count.inputs += 1
        count.sound += seen.sound
        count.told += seen.told
        count.milliseconds += seen.milliseconds
        count.slowest = max(count.slowest, seen.milliseconds)
        count.peak = max(count.peak, peak)
        for column in dict.fromkeys(failure.column for failure in seen.failures):
            count.columns[column] = count.columns.get(column, 0) + 1
        for failure in seen.failures:
            kind = self.kinds.setdefault(failure.kind, Kind(Example(target, number, failure.told)))
            kind.times += 1


def tasks(shares: Mapping[str, int], seed: int) -> list[Task]:
    """The inputs in small tasks, the targets one after another in turn."""
    found = [
        (start / share, Task(target, seed, start, min(start + _IN_A_TASK, share)))
        for target, share in shares.items()
        for start in range(0, share, _IN_A_TASK)
    ]
    return [task for _, task in sorted(found, key=lambda each: each[0])]


def run(todo: Sequence[Task], workers: int, progress: Callable[[int], None], worker: Sequence[str] = WORKER) -> Tally:
    """Take all inputs, in so many processes at once.

    Args:
        todo: the inputs.
        workers: how many processes.
        progress: told how many inputs were taken, after each.
        worker: what is started as a process, with the path of an empty folder behind it.
    """
    queue: SimpleQueue[Task] = SimpleQueue()
    for task in todo:
        queue.put(task)
    tally, lock = Tally(), threading.Lock()
    taken = 0

    def heard(task: Task, number: int, seen: Seen, peak: int) -> None:
        nonlocal taken
        with lock:
            tally.add(task.target, number, seen, peak)
            taken += 1
            progress(taken)

    faults: list[BaseException] = []

    def work() -> None:
        try:
            _work_off(queue, heard, worker)
        except BaseException as error:
            faults.append(error)

    threads = [threading.Thread(target=work, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]
    return tally


_Heard = Callable[[Task, int, Seen, int], None]


def _work_off(queue: "SimpleQueue[Task]", heard: _Heard, worker: Sequence[str]) -> None:
    """Start processes one after another until nothing is left to do."""
    left: Task | None = None
    while True:
        try:
            first = left or queue.get_nowait()
        except Empty:
            return
        with tempfile.TemporaryDirectory(prefix="screening-fuzz-", dir=_in_memory()) as folder:
            left = _one_process(first, queue, heard, Path(folder), worker)


def _one_process(
    first: Task, queue: "SimpleQueue[Task]", heard: _Heard, folder: Path, worker: Sequence[str]
) -> Task | None:
    """Let one process take some thousand inputs; what is left of a task where it ended before."""
    errors = folder / "stderr"
    inside = folder / "inside"
    inside.mkdir()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SCREENING_")}
    with (
        errors.open("wb") as stderr,
        subprocess.Popen(
            [*worker, str(inside)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            cwd=CHECKOUT,
            env=environment,
            # Without a terminal of its own it can open none.
            start_new_session=True,
        ) as process,
    ):
        try:
            task, taken = first, 0
            while True:
                done = _take(process, task, heard)
                if done < task.stop:
                    told = errors.read_bytes().decode(errors="replace")[-4_000:]
                    return _after_its_end(process, task, done, heard, told)
                taken += task.stop - task.start
                if taken >= _IN_A_PROCESS:
                    return None
                try:
                    task = queue.get_nowait()
                except Empty:
                    return None
        finally:
            process.kill()


def _take(process: "subprocess.Popen[bytes]", task: Task, heard: _Heard) -> int:
    """Hand a task to a process; the number of the first input of which nothing was heard."""
    assert process.stdin is not None
    done = task.start
    try:
        process.stdin.write(msgspec.json.encode(task) + b"\n")
        process.stdin.flush()
    except BrokenPipeError:
        return done
    for word in _words(process):
        if word.seen is not None:
            heard(task, word.number, word.seen, word.peak)
            done = word.number + 1
            if done == task.stop:
                break
    return done


def _words(process: "subprocess.Popen[bytes]") -> Iterator[Word]:
    """What a process says, until it ends or says nothing for too long."""
    assert process.stdout is not None
    decode = msgspec.json.Decoder(Word).decode
    heard = b""
    # Read past its buffer: `select` knows nothing of what lies in one.
    while select.select([process.stdout], [], [], 4 * WAITS)[0]:
        more = os.read(process.stdout.fileno(), 65_536)
        if not more:
            return
        *lines, heard = (heard + more).split(b"\n")
        yield from map(decode, lines)


def _after_its_end(process: "subprocess.Popen[bytes]", task: Task, done: int, heard: _Heard, told: str) -> Task | None:
    """What is left of a task whose process ended: after too much memory by itself, else by an input that is to blame."""
    process.kill()
    code = process.wait()
    if code == 1 and "Traceback (most recent call last)" in told:
        raise RuntimeError(f"a fault of the fuzzer itself, at {task.target} {done}:\n{told}")
    if code:
        failure = Failure(f"the process ended ({code}) in {task.target}", "uncaught", told)
        heard(task, done, Seen(False, False, (failure,), 0, 0), 0)
        done += 1
    return msgspec.structs.replace(task, start=done) if done < task.stop else None


def _in_memory() -> str | None:
    """Where files cost least, if there is such a place."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
