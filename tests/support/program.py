"""Running the program as its user does: as a process of its own."""

import subprocess
import sys
from dataclasses import dataclass

PROGRAM = [sys.executable, "-c", "from screening.cli import main; main()"]


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
