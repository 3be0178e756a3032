"""A whole run: inputs shared out among processes, and what came of them counted."""

import contextlib
import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

import msgspec

from tests.fuzz.watching import WAITS, Failure, Seen
from tests.fuzz.worker import Task, Word

CHECKOUT = Path(__file__).resolve().parents[2]
# How long a Ctrl-C may go unheard, in seconds.
_TURN = 0.2
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

    @property
    def inputs(self) -> int:
        """How many there were."""
        return sum(count.inputs for count in self.targets.values())

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
    """Take all inputs, in so many processes at once. Ctrl-C ends them, and what was taken until then counts.

    Args:
        todo: the inputs.
        workers: how many processes.
        progress: told how many inputs were taken, after each.
        worker: what is started as a process, with the path of an empty folder behind it.
    """
    shift = _Shift(todo, progress, worker)
    threads = [threading.Thread(target=shift.work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    try:
        while any(thread.is_alive() for thread in threads):
            # In short turns: a signal that another thread gets wakes nobody who waits for one.
            time.sleep(_TURN)
    except KeyboardInterrupt:
        shift.end()
        for thread in threads:
            thread.join()
    if shift.faults:
        raise shift.faults[0]
    return shift.tally


class _Shift:
    """What the threads of a run share, each of which minds one process at a time."""

    def __init__(self, todo: Sequence[Task], progress: Callable[[int], None], worker: Sequence[str]) -> None:
        self._queue: SimpleQueue[Task] = SimpleQueue()
        for task in todo:
            self._queue.put(task)
        self._progress = progress
        self._worker = worker
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._processes: set[subprocess.Popen[bytes]] = set()
        self.tally = Tally()
        self.faults: list[BaseException] = []

    def work(self) -> None:
        """Start processes one after another until nothing is left to do."""
        try:
            left: Task | None = None
            while (first := left or self._next()) is not None:
                with tempfile.TemporaryDirectory(prefix="screening-fuzz-", dir=_in_memory()) as folder:
                    left = self._one_process(first, Path(folder))
        except BaseException as error:
            self.faults.append(error)

    def end(self) -> None:
        """End all processes."""
        self._ended.set()
        with self._lock:
            for process in self._processes:
                process.kill()

    def _next(self) -> Task | None:
        try:
            return None if self._ended.is_set() else self._queue.get_nowait()
        except Empty:
            return None

    def _heard(self, task: Task, number: int, seen: Seen, peak: int) -> None:
        with self._lock:
            self.tally.add(task.target, number, seen, peak)
            self._progress(self.tally.inputs)

    def _one_process(self, first: Task, folder: Path) -> Task | None:
        """Let one process take some thousand inputs; what is left of a task where it ended before."""
        errors, inside = folder / "stderr", folder / "inside"
        inside.mkdir()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("SCREENING_")}
        with (
            errors.open("wb") as stderr,
            subprocess.Popen(
                [*self._worker, str(inside)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                cwd=CHECKOUT,
                env=environment,
                # Without a terminal of its own it can open none.
                start_new_session=True,
            ) as process,
        ):
            with self._lock:
                self._processes.add(process)
            try:
                task: Task | None = first
                taken = 0
                while task is not None:
                    done = self._take(process, task)
                    if done < task.stop:
                        return self._after_its_end(process, task, done, errors)
                    taken += task.stop - task.start
                    task = self._next() if taken < _IN_A_PROCESS else None
                return None
            finally:
                process.kill()
                with self._lock:
                    self._processes.discard(process)

    def _take(self, process: "subprocess.Popen[bytes]", task: Task) -> int:
        """Hand a task to a process; the number of the first input of which nothing was heard."""
        assert process.stdin is not None
        done = task.start
        try:
            process.stdin.write(msgspec.json.encode(task) + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            # What was not taken is still to be written, and would be tried again when everything is closed.
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
            return done
        for word in _words(process):
            if word.seen is not None:
                self._heard(task, word.number, word.seen, word.peak)
                done = word.number + 1
                if done == task.stop:
                    break
        return done

    def _after_its_end(self, process: "subprocess.Popen[bytes]", task: Task, done: int, errors: Path) -> Task | None:
        """What is left of a task whose process ended.

        It ends by itself after too much memory; else by the input that it had.
        """
        process.kill()
        code = process.wait()
        if self._ended.is_set():
            return None
        told = errors.read_bytes().decode(errors="replace")[-4_000:]
        if code == 1 and "Traceback (most recent call last)" in told:
            raise RuntimeError(f"a fault of the fuzzer itself, at {task.target} {done}:\n{told}")
        if code:
            failure = Failure(f"the process ended ({code}) in {task.target}", "uncaught", told)
            self._heard(task, done, Seen(False, False, (failure,), 0, 0), 0)
            done += 1
        return msgspec.structs.replace(task, start=done) if done < task.stop else None


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


def _in_memory() -> str | None:
    """Where files cost least, if there is such a place."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
