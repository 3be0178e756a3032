"""Running the program as its user does: as a process of its own."""

import json
import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile

from tests.support import forking
from tests.support.thorough import THOROUGH

PROGRAM = [sys.executable, "-c", "from screening.__main__ import main; main()"]
PATIENCE = 60
# On a day that stays the same, for a result says which pages are old by now.
THE_DAY = datetime(2026, 11, 22, tzinfo=UTC)
# And a key counts at once, for where typing ahead is not what is tested.
BEFORE_AT_ONCE = f"""
import datetime
from screening.commands import clock
from screening.terminal import full
full.QUIET_SECONDS = 0
class TheDay(datetime.datetime):
    @classmethod
    def now(cls, tz):
        return {THE_DAY!r}
# Not `clock.now`: whoever has imported that by its name already would go on reading the time of today.
clock.datetime = TheDay
"""
AT_ONCE = [sys.executable, "-c", f"{BEFORE_AT_ONCE}from screening.__main__ import main\nmain()"]


@dataclass(frozen=True)
class Finished:
    """What a run left behind."""

    code: int
    out: str
    err: str


def program(*arguments: str, given: str = "", environment: dict[str, str] | None = None, before: str = "") -> Finished:
    """Run the program without a terminal, with this on stdin; `before` is Python that is carried out before it begins.

    While somebody waits it is forked from a process that has imported everything already. Where everything is tried,
    and where the interpreter itself is told something, it is started as its user starts it.
    """
    wanted = dict(os.environ) if environment is None else environment
    of_python = {name for name, value in wanted.items() if name.startswith("PYTHON") and os.environ.get(name) != value}
    if THOROUGH or of_python or sys.platform != "linux":
        return _started(arguments, given.encode(), wanted, before)
    return _forked(arguments, given.encode(), wanted, before)


def _started(arguments: tuple[str, ...], given: bytes, environment: dict[str, str], before: str) -> Finished:
    finished = subprocess.run(
        [*PROGRAM[:-1], f"{before}\n{PROGRAM[-1]}", *arguments],
        input=given,
        capture_output=True,
        env=environment,
        timeout=PATIENCE,
        check=False,
    )
    return Finished(finished.returncode, finished.stdout.decode(), finished.stderr.decode())


def _forked(arguments: tuple[str, ...], given: bytes, environment: dict[str, str], before: str) -> Finished:
    order = {"arguments": arguments, "environment": environment, "folder": str(Path.cwd()), "before": before}
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr, ours:
        stdin.write(given)
        stdin.seek(0)
        streams = [stdin.fileno(), stdout.fileno(), stderr.fileno()]
        with theirs:
            socket.send_fds(forking.orders(), [json.dumps(order).encode()], [*streams, theirs.fileno()])
        ours.settimeout(PATIENCE)
        code = json.loads(ours.recv(1000))["code"]
        for stream in (stdout, stderr):
            stream.seek(0)
        return Finished(code, stdout.read().decode(), stderr.read().decode())
