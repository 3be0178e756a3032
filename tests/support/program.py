"""Running the program as its user does: as a process of its own."""

import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime

PROGRAM = [sys.executable, "-c", "from screening.__main__ import main; main()"]
# On a day that stays the same, for a result says which pages are old by now.
THE_DAY = datetime(2026, 11, 22, tzinfo=UTC)
ON_A_DAY = [
    sys.executable,
    "-c",
    f"""
import datetime
from screening.commands import clock
clock.now = lambda: {THE_DAY!r}
from screening.__main__ import main
main()
""",
]
# The same, and a key counts at once, for where typing ahead is not what is tested.
AT_ONCE = [sys.executable, "-c", f"from screening.terminal import full\nfull.QUIET_SECONDS = 0{ON_A_DAY[-1]}"]


@dataclass(frozen=True)
class Finished:
    """What a run left behind."""

    code: int
    out: str
    err: str


def program(*arguments: str, given: str = "", environment: dict[str, str] | None = None) -> Finished:
    """Run the program without a terminal, with this on stdin."""
    finished = subprocess.run(
        [*PROGRAM, *arguments],
        input=given.encode(),
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    return Finished(finished.returncode, finished.stdout.decode(), finished.stderr.decode())
