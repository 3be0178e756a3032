"""A process that takes inputs one after another, and says before each which it is: `python -m tests.fuzz.worker FOLDER`."""

import faulthandler
import os
import resource
import sys
from pathlib import Path

import msgspec

from tests.fuzz.bases import bases
from tests.fuzz.given import Given
from tests.fuzz.targets import TARGETS
from tests.fuzz.watching import MEMORY, WAITS, Failure, Seen, observe, observe_number, peak
from tests.fuzz.workplace import Workplace

# What a process may ask for at all, so that a fault takes no other's memory.
_BOUND = 3 * 1024**3


class Task(msgspec.Struct, frozen=True):
    """Inputs of one target: the numbers from `start` to before `stop`."""

    target: str
    seed: int
    start: int
    stop: int


class Word(msgspec.Struct, frozen=True):
    """What a worker says: that it begins with an input, or what came of it, with the peak of its memory so far."""

    number: int
    seen: Seen | None = None
    peak: int = 0


def main(folder: Path) -> None:
    """Take tasks from stdin, a line each, until it ends.

    Args:
        folder: an empty one, in which everything is written. Whoever starts this takes it away.
    """
    words = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    decode, encode = msgspec.json.Decoder(Task).decode, msgspec.json.Encoder().encode
    workplace = Workplace(folder)
    _warm_up(workplace)
    resource.setrlimit(resource.RLIMIT_AS, (_BOUND, _BOUND))
    # What was read once, at the beginning, is not what an input takes.
    rested = peak()
    for line in sys.stdin.buffer:
        task = decode(line)
        for number in range(task.start, task.stop):
            words.write(encode(Word(number)) + b"\n")
            # For what never comes back from C.
            faulthandler.dump_traceback_later(2 * WAITS, exit=True)
            seen = observe_number(task.target, task.seed, number, workplace)
            faulthandler.cancel_dump_traceback_later()
            higher = peak() - rested
            if higher > MEMORY:
                told = f"{higher / 1024**2:.0f} MB above its beginning"
                failure = Failure(f"over 200 MB of memory in {task.target}", "over 200 MB", told)
                seen = msgspec.structs.replace(seen, failures=(*seen.failures, failure))
            words.write(encode(Word(number, seen, higher)) + b"\n")
            if higher > MEMORY:
                # A peak never falls again: the next input needs another process.
                return


def _warm_up(workplace: Workplace) -> None:
    """Import and read what is imported and read once, by files that nobody changed."""
    for target, base in (
        *(("set", "our-set"), ("set", "palermo-copy"), ("directory", "somewhere"), ("directory", "place-hk")),
        *(("own-services", "harbour-house"), ("glossary", "words")),
    ):
        for chosen in range(5):
            observe(
                TARGETS[target].feed,
                Given(base, bases()[base].files if target != "set" else {}, chosen=chosen),
                workplace,
            )
    for arguments in (["--help"], ["services"], ["demo"], ["show", "palermo", "--format=json"], ["glossary"], ["sets"]):
        observe(TARGETS["command"].feed, Given("our-set", arguments=tuple(arguments)), workplace)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
