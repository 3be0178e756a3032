"""`python -m tests.fuzz`: hundreds of thousands of inputs, each of which can be made again."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from tests.fuzz.given import Given
from tests.fuzz.report import failures_text, table
from tests.fuzz.run import run, tasks
from tests.fuzz.shrinking import shrunk
from tests.fuzz.targets import TARGETS, make, shares
from tests.fuzz.watching import observe
from tests.fuzz.workplace import Workplace


def _options(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000, help="how many inputs, shared out by weight")
    parser.add_argument("--seed", type=int, default=0, help="other inputs for every number")
    parser.add_argument("--workers", type=int, default=2, help="how many processes at once")
    parser.add_argument("--only", choices=TARGETS, action="append", help="this target alone; may be given again")
    parser.add_argument("--at", type=int, help="this one input of --only, in this process, with what it is")
    parser.add_argument("--shrink", action="store_true", help="with --at: look for a smaller one that fails alike")
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """Fuzz, and print what came of it.

    Returns:
        1 where anything did not hold or the run was cut short, else 0.
    """
    options = _options(given)
    targets = {name: TARGETS[name] for name in options.only or TARGETS}
    if options.at is not None:
        return max(_one(target, options.seed, options.at, shrink=options.shrink) for target in targets)
    wanted = shares(options.inputs, targets)
    begin = last = time.monotonic()

    def progress(taken: int) -> None:
        nonlocal last
        if time.monotonic() - last >= 10:
            last = time.monotonic()
            print(f"{taken:,} of {sum(wanted.values()):,} after {last - begin:.0f} s", file=sys.stderr, flush=True)

    tally = run(tasks(wanted, options.seed), options.workers, progress)
    print(f"{tally.inputs:,} inputs, seed {options.seed}, {time.monotonic() - begin:.0f} s")
    print(table(tally))
    print(failures_text(tally, options.seed))
    return 1 if tally.kinds or tally.inputs < sum(wanted.values()) else 0


def _one(target: str, seed: int, number: int, *, shrink: bool) -> int:
    """Take one input and print it and what came of it."""
    with tempfile.TemporaryDirectory(prefix="screening-fuzz-") as folder:
        workplace, feed = Workplace(Path(folder)), TARGETS[target].feed
        one = make(target, seed, number, workplace)
        seen = observe(feed, one, workplace)
        if shrink and seen.failures:
            one = shrunk(feed, one, seen.failures[0].kind, workplace)
            seen = observe(feed, one, workplace)
        print(_described(one))
        print(f"{target} {number}: sound {seen.sound}, told {seen.told}, {seen.milliseconds:.1f} ms")
        for failure in seen.failures:
            print(f"FAILED {failure.kind}\n{failure.told}")
    return 1 if seen.failures else 0


def _described(given: Given) -> str:
    """An input, such that nothing of it reaches the terminal raw."""
    fields = msgspec.structs.asdict(given)
    return "\n".join(f"{name}: {value!a}" for name, value in fields.items() if value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
