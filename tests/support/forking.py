"""Starts the program again and again, forked from one process that has imported everything already.

Run as a script, with the number of a socket. Every message on it is an order in JSON, with file descriptors: a terminal,
or stdin, stdout and stderr; and the leash, over which the one who ordered is told the process id and the end.

Between a terminal and the program stands the leader of the session, as a shell does otherwise. So the program can be
stopped and continued, and the terminal is still there, as the program left it, after the program's end.
"""

import atexit
import contextlib
import functools
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

CLOSE = b"close"
_LONGEST_ORDER = 1_000_000
_MOST_DESCRIPTORS = 4
_IMPORTED = (
    "ctypes",
    "prompt_toolkit.input.vt100",
    "prompt_toolkit.key_binding.bindings.search",
    "resource",
    "termios",
    # What the program imports late, so that nobody waits for what they do not use.
    "babel.lists",
    "jinja2",
    "holidays",
    "phonenumbers",
    "rich.console",
    "rich.text",
)


@functools.cache
def orders() -> socket.socket:
    """The way to the process that all programs are forked from; started when it is needed first."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    server = subprocess.Popen(
        [sys.executable, str(Path(__file__)), str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    theirs.close()

    def stop() -> None:
        ours.close()
        server.wait()

    atexit.register(stop)
    return ours


def _serve(orders: socket.socket) -> None:
    _import_all()
    _read_all()
    _make_commands()
    # To fork takes as long as many a program: so nobody stands between this process and one without a terminal.
    leashes: dict[int, int] = {}
    ended, wake = os.pipe()
    os.set_blocking(ended, False)
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake)
    while True:
        watched: list[socket.socket | int] = [orders, ended, *leashes.values()]
        ready = select.select(watched, [], [])[0]
        for pid, leash in leashes.items():
            if leash in ready:
                # Nobody waits for it any more.
                os.kill(pid, signal.SIGKILL)
        if ended in ready:
            os.read(ended, _LONGEST_ORDER)
            _tell_the_ended(leashes)
        if orders not in ready:
            continue
        message, descriptors, _, _ = socket.recv_fds(orders, _LONGEST_ORDER, _MOST_DESCRIPTORS)
        if not message:
            return
        *streams, leash = descriptors
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for descriptor in (orders.detach(), ended, wake, *leashes.values()):
                os.close(descriptor)
            (_lead if len(streams) == 1 else _run)(json.loads(message), streams, leash)
        for descriptor in streams:
            os.close(descriptor)
        if len(streams) == 1:
            # The leader tells for itself.
            os.close(leash)
        else:
            leashes[pid] = leash


def _import_all() -> None:
    screening = importlib.import_module("screening")
    ours = [each.name for each in pkgutil.walk_packages(screening.__path__, "screening.")]
    for name in (*_IMPORTED, *ours):
        importlib.import_module(name)


def _tell_the_ended(leashes: dict[int, int]) -> None:
    """Tell of each program how it ended. Leaders too are waited for: what they took counts as the tests'."""
    with contextlib.suppress(ChildProcessError):
        while (waited := os.waitpid(-1, os.WNOHANG))[0]:
            leash = leashes.pop(waited[0], None)
            if leash is not None:
                with contextlib.suppress(OSError):
                    os.write(leash, json.dumps({"code": os.waitstatus_to_exitcode(waited[1])}).encode())
                os.close(leash)


def _read_all() -> None:
    """Have the sets and directories read already when a program begins: they are the same for all."""
    built_in = importlib.import_module("tests.support.built_in")
    built_in.read_once()
    built_in.wrap_once()
    sets = importlib.import_module("screening.reading.sets")
    catalog = importlib.import_module("screening.reading.set_catalog")
    places = importlib.import_module("screening.reading.places")
    for set_name in catalog.set_ids():
        for vignettes in (True, False):
            sets.find_set(set_name, vignettes=vignettes)
    directories = places.Directories()
    for place in directories:
        _ = directories[place]
    # Whoever asks for the holidays of one country has the library load the calendars of all.
    importlib.import_module("holidays").list_supported_countries(include_aliases=False)


def _make_commands() -> None:
    """Have the commands made already of what is written about them, too."""
    typer: Any = importlib.import_module("typer.main")
    typer.get_command = functools.cache(typer.get_command)
    typer.get_command(importlib.import_module("screening.cli").app)
    gc.freeze()


def _lead(order: dict[str, Any], streams: list[int], leash: int) -> NoReturn:
    """Be the leader of a session: start the program in the foreground, and tell how it ended."""
    for each in (signal.SIGHUP, signal.SIGTTOU, signal.SIGPIPE):
        signal.signal(each, signal.SIG_IGN)
    os.login_tty(*streams)
    wait_to_go, go = os.pipe()
    runs, ends = os.pipe()
    pid = os.fork()
    if pid == 0:
        for descriptor in (leash, go, runs):
            os.close(descriptor)
        os.read(wait_to_go, 1)
        os.close(wait_to_go)
        os.set_inheritable(ends, True)
        _be_the_program(order)
    os.close(ends)
    os.setpgid(pid, pid)
    os.tcsetpgrp(0, pid)
    # A terminal that is closed tells the leader alone; shells tell what they have started.
    signal.signal(signal.SIGHUP, lambda *_: os.kill(pid, signal.SIGHUP))
    os.write(leash, json.dumps({"pid": pid}).encode())
    os.write(go, b"g")
    if leash in select.select([runs, leash], [], [])[0]:
        # Nobody waits for it any more.
        os.kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    with contextlib.suppress(OSError):
        os.write(leash, json.dumps({"code": os.waitstatus_to_exitcode(status)}).encode())
        if os.read(leash, len(CLOSE)) == CLOSE:
            for descriptor in (0, 1, 2):
                os.close(descriptor)
            os.read(leash, 1)
    os._exit(0)


def _run(order: dict[str, Any], streams: list[int], leash: int) -> NoReturn:
    """Be the program, without a terminal."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    for descriptor in (*streams, leash):
        os.close(descriptor)
    _be_the_program(order)


def _be_the_program(order: dict[str, Any]) -> NoReturn:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for each in (signal.SIGHUP, signal.SIGTTOU):
        signal.signal(each, signal.SIG_DFL)
    os.chdir(order["folder"])
    if order.get("errors") is not None:
        errors = os.open(order["errors"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(errors, 2)
        os.close(errors)
    if order.get("command") is not None:
        os.execve(order["command"][0], order["command"], order["environment"])
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv = ["screening", *order["arguments"]]
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        stream = os.fdopen(number, mode, buffering=-1 if mode == "r" else 1, encoding="utf-8")
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    code: Any = 0
    try:
        exec(order.get("before", ""), {"__name__": "before"})
        importlib.import_module("screening.cli").main()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
        code = 1
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    sys.path[0] = str(Path.cwd())
    _serve(socket.socket(fileno=int(sys.argv[1])))
