"""What a program asks of the system, as strace tells it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.support.thorough import THOROUGH

# By class; a question mark stands before what not every strace knows.
_TRACED = ",".join(
    [
        "%file",
        "%network",
        "%process",
        "%ipc",
        *(
            f"?{name}"
            for name in (
                "write",
                "writev",
                "pwrite64",
                "pwritev",
                "pwritev2",
                "sendfile",
                "copy_file_range",
                "splice",
                "tee",
                "vmsplice",
                "ftruncate",
                "fallocate",
                "memfd_create",
                "memfd_secret",
                "open_by_handle_at",
                "io_uring_setup",
                "io_setup",
                "mq_open",
                "add_key",
                "keyctl",
                "fchmod",
                "fchown",
                "fsetxattr",
            )
        ),
    ]
)
_LINE = re.compile(r"(?P<pid>\d+) +(?P<rest>.*)")
_CALL = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\)\s+= (?P<result>.*)")
_UNFINISHED = re.compile(r"(?P<begun>\w+\(.*?),? *<unfinished \.\.\.>")
_RESUMED = re.compile(r"<\.\.\. \w+ resumed>(?P<rest>.*)")
# A call that never came back: the process ended in it.
_NO_RESULT = re.compile(r"(?P<name>\w+)\((?P<arguments>.*?)\)?\s*(=\s*\?.*)?")
_OPEN_FILE = re.compile(r"\d+<(/[^>]*)>")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')

_OPENS = frozenset({"open", "openat", "openat2", "creat", "open_by_handle_at"})
_FOR_WRITING = re.compile(r"\bO_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)\b")
_READS = frozenset(
    {
        "access",
        "chdir",
        "faccessat",
        "faccessat2",
        "fchdir",
        "fstat",
        "fstatfs",
        "getcwd",
        "getxattr",
        "lgetxattr",
        "listxattr",
        "llistxattr",
        "lstat",
        "name_to_handle_at",
        "newfstatat",
        "readlink",
        "readlinkat",
        "stat",
        "statfs",
        "statx",
    }
)
_WRITES = frozenset({"write", "writev", "pwrite64", "pwritev", "pwritev2"})
# The event loop wakes itself up over a pair of sockets that have no name.
_PAIR = frozenset({"getsockname", "recvfrom", "getsockopt", "setsockopt", "shutdown"})
_ITS_OWN = frozenset({"exit", "exit_group", "kill", "tkill", "tgkill"})
_STARTS = frozenset({"fork", "vfork", "clone", "clone3", "execveat"})
_TERMINAL = re.compile(r"/dev/(tty|null|ptmx|pts/\d+)")
_WRITTEN_TO = re.compile(r"\d+<(?:/dev/(?:tty|null|ptmx|pts/\d+)(?:<char \d+:\d+>)?|(?:socket|UNIX[^:]*|pipe):.*?)>,")


@dataclass(frozen=True)
class Call:
    """One call, with what came of it."""

    pid: int
    name: str
    arguments: str
    result: str

    def __str__(self) -> str:
        """As strace writes it."""
        return f"{self.name}({self.arguments}) = {self.result}"


@cache
def why_not() -> str:
    """Why nothing can be traced here; empty where it can."""
    if sys.platform != "linux":
        return "there is strace on Linux only"
    if shutil.which("strace") is None:
        return "strace is not installed"
    tried = subprocess.run(["strace", "-q", "-o", "/dev/null", "true"], capture_output=True, check=False, timeout=60)
    return "" if tried.returncode == 0 else f"tracing is not allowed: {tried.stderr.decode().strip()}"


def traced(command: Iterable[str], output: Path) -> list[str]:
    """The command that runs a command and writes down its calls."""
    strace = shutil.which("strace")
    assert strace is not None
    return [
        strace,
        *_only_what_is_traced(),
        "-f",
        "-q",
        "-y",
        "-s",
        "200",
        "-e",
        f"trace={_TRACED}",
        "-o",
        str(output),
        *command,
    ]


@cache
def _only_what_is_traced() -> tuple[str, ...]:
    """What has a program stop at the calls alone that are written down; where everything is tried, it stops at all."""
    option = ("--seccomp-bpf",)
    command = ["strace", *option, "-f", "-q", "-o", "/dev/null", "true"]
    can = not THOROUGH and subprocess.run(command, capture_output=True, check=False, timeout=60)
    return option if can and can.returncode == 0 and not can.stderr else ()


def calls(output: Path) -> list[Call]:
    """All calls that were written down, in the order in which they began to be told."""
    return list(_parsed(output.read_text(errors="replace").splitlines()))


def _parsed(lines: Iterable[str]) -> Iterator[Call]:
    begun: dict[int, str] = {}
    for line in lines:
        found = _LINE.fullmatch(line)
        assert found, f"not understood: {line!r}"
        pid, rest = int(found["pid"]), found["rest"]
        if rest.startswith(("---", "+++")):
            continue
        resumed = _RESUMED.fullmatch(rest)
        if resumed:
            rest = begun.pop(pid) + resumed["rest"]
        unfinished = _UNFINISHED.fullmatch(rest)
        if unfinished:
            begun[pid] = unfinished["begun"]
            continue
        yield _call(pid, rest)
    for pid, rest in begun.items():
        yield _call(pid, rest)


def _call(pid: int, text: str) -> Call:
    found = _CALL.fullmatch(text)
    if found:
        return Call(pid, found["name"], found["arguments"], found["result"])
    found = _NO_RESULT.fullmatch(text)
    assert found, f"not understood: {text!r}"
    return Call(pid, found["name"], found["arguments"], "?")


def changes(made: Iterable[Call]) -> list[Call]:
    """The calls that may have left something outside of the process, or have told it to somebody.

    Files opened for writing, other than terminals; names that were made, moved or taken away; connections; programs
    and processes started; and whatever is not known to be harmless.
    """
    first, *others = made
    assert first.name == "execve", f"it did not begin with the program: {first}"
    return [call for call in others if not _harmless(call)]


def paths(call: Call) -> list[str]:
    """The paths that a call names; of one that names an open file, the file's."""
    named = _STRING.findall(call.arguments) if call.name not in _WRITES else []
    return named or _OPEN_FILE.findall(call.arguments)[:1]


def _harmless(call: Call) -> bool:
    if call.name in _OPENS:
        writes = call.name == "creat" or _FOR_WRITING.search(call.arguments)
        return not writes or all(_TERMINAL.fullmatch(path) for path in paths(call))
    if call.name in _WRITES:
        return _WRITTEN_TO.match(call.arguments) is not None
    if call.name == "sendto":
        return call.arguments.endswith("NULL, 0")
    if call.name == "socketpair":
        return call.arguments.startswith("AF_UNIX")
    if call.name in _STARTS:
        return "CLONE_THREAD" in call.arguments
    return call.name in _READS | _PAIR | _ITS_OWN
