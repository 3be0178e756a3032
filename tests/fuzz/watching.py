"""One input at a time, watched: what it takes, and whether what has to hold holds."""

import resource
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb, format_exception
from types import FrameType, TracebackType

from msgspec import Struct

from tests.fuzz.feeding import Feed
from tests.fuzz.given import Broken, Fed, Given, faults
from tests.fuzz.targets import TARGETS, make
from tests.fuzz.workplace import Workplace

# Of the processor's time for one input; what the machine does besides does not count.
SECONDS = 5.0
# By the clock, for what waits and does nothing.
WAITS = 30.0
# How much higher than at its beginning the peak of a process's memory may rise.
MEMORY = 200 * 1024 * 1024

_OURS = Path(__file__).resolve().parents[2] / "src" / "screening"


class Failure(Struct, frozen=True):
    """Something that does not hold.

    Attributes:
        kind: what, the same for all that fail alike.
        column: how the table counts it.
        told: more about this one.
    """

    kind: str
    column: str
    told: str = ""


class Seen(Struct, frozen=True):
    """One input and what came of it.

    Attributes:
        sound: it was taken.
        told: it was refused with words.
        failures: what does not hold.
        milliseconds: what it took of the processor's time.
        memory: by how many bytes it raised the peak of the process's memory.
    """

    sound: bool
    told: bool
    failures: tuple[Failure, ...]
    milliseconds: float
    memory: int


class Overtime(BaseException):
    """An input takes too long. No `except Exception` may keep it."""


class Stuck(Overtime):
    """An input waits for something that does not come."""


def _overtime(_: int, __: FrameType | None) -> None:
    raise Overtime(f"over {SECONDS:g} s of the processor's time")


def _stuck(_: int, __: FrameType | None) -> None:
    raise Stuck(f"nothing came in {WAITS:g} s")


@contextmanager
def _watched() -> Iterator[None]:
    """Ends what runs within after the time that it may take."""
    before = signal.signal(signal.SIGPROF, _overtime), signal.signal(signal.SIGALRM, _stuck)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    signal.setitimer(signal.ITIMER_REAL, WAITS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGPROF, before[0])
        signal.signal(signal.SIGALRM, before[1])


def peak() -> int:
    """The peak of this process's memory so far, in bytes (`ru_maxrss`)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def observe(feed: Feed, given: Given, workplace: Workplace) -> Seen:
    """Hand an input over, and see what comes of it."""
    fed, failures = Fed(), []
    memory, begin = peak(), time.process_time()
    try:
        with _watched():
            fed = feed(given, workplace)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        failures.append(_failure(error))
    seconds = time.process_time() - begin
    if seconds > SECONDS and not failures:
        failures.append(Failure("over 5 s", "over 5 s"))
    failures += [Failure(kind, "raw or no JSON") for kind in faults(fed)]
    return Seen(fed.sound, fed.told, tuple(failures), seconds * 1000, peak() - memory)


def observe_number(target: str, seed: int, number: int, workplace: Workplace) -> Seen:
    """Make an input again, and see what comes of it."""
    return observe(TARGETS[target].feed, make(target, seed, number, workplace), workplace)


def _failure(error: BaseException) -> Failure:
    file, line, function = _place(error.__traceback__)
    place, room = f"{file}:{line} in {function}", f"{file} in {function}"
    told = "".join(format_exception(error))[-4_000:]
    match error:
        case Stuck():
            return Failure(f"waits for ever in {room}", "over 5 s", told)
        case Overtime():
            return Failure(f"over 5 s in {room}", "over 5 s", told)
        case Broken():
            return Failure(str(error), "broken", told)
    return Failure(f"{type(error).__name__} at {place}", "uncaught", told)


def _place(traceback: TracebackType | None) -> tuple[str, int, str]:
    """The innermost file, line and function of the program's own code; of whatever code where there is none of it."""
    # The named functions, without those that were called by the clock.
    clock = {_overtime.__name__, _stuck.__name__}
    frames = [frame for frame in extract_tb(traceback) if not frame.name.startswith("<") and frame.name not in clock]
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_OURS)]
    last = (own or frames)[-1]
    file = Path(last.filename)
    return str(file.relative_to(_OURS)) if own else file.name, last.lineno or 0, last.name
