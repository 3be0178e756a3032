"""What the installed program asks of the system in a screening: nothing that could leave a trace."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened, and processes looked at, as on Linux", allow_module_level=True)

from screening.interview.answer_code import encode
from screening.reading.sets import find_set
from tests.support import strace
from tests.support.installed import Folders, Installed, install
from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.practising import practice
from tests.support.terminal import KEYS
from tests.support.thorough import THOROUGH, one_in
from tests.support.walks import Walker, walk

QUICK_EXIT = 130
PALERMO = walk("palermo")
FIRST_CONTACT = walk("first-contact", {"danger-now": "yes"})
CODE = encode(find_set("palermo"), {"danger-now": "yes", "needs-doctor": "no", "place": "hk", "age": "adult"})
FRONTENDS = {"full": (), "plain": ("--plain",)}
FACE = pytest.mark.parametrize("frontend", FRONTENDS)
# A whole screening is traced in both by default, the rest in the one that does more.
ONE_FACE = pytest.mark.parametrize("frontend", one_in(2, list(FRONTENDS)))

# Whatever way a screening goes, it goes through the same code; and none of it can so much as name what writes, which
# import-linter looks at.
EVERY_WAY = pytest.mark.skipif(not THOROUGH, reason="by default, one whole screening in each face is traced")

Started = Callable[..., Walker]


@pytest.fixture(scope="session", autouse=True)
def _tracing() -> None:
    """Where tests are run for everybody, nothing may be left out."""
    reason = strace.why_not()
    if reason and os.environ.get("CI"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The program, compiled at its installation."""
    return install(tmp_path_factory.mktemp("compiled"), compiled=True)


@pytest.fixture(scope="session")
def not_compiled(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The program, installed as it is."""
    return install(tmp_path_factory.mktemp("not-compiled"), compiled=False)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Empty folders."""
    return Folders(tmp_path)


@pytest.fixture
def calls_file(tmp_path: Path) -> Path:
    """Where the calls are written down."""
    return tmp_path / "calls"


@pytest.fixture
def started(compiled: Installed, folders: Folders, calls_file: Path) -> Started:
    """Starts the compiled program; its calls are written down."""
    return lambda *arguments, frontend="full": start(compiled, folders, calls_file, *arguments, frontend=frontend)


def start(installed: Installed, folders: Folders, calls_file: Path, *arguments: str, frontend: str) -> Walker:
    """Start an installed program; its calls are written down."""
    command = strace.traced(installed.command(*arguments, *FRONTENDS[frontend]), calls_file)
    terminal = KeptTerminal(command=command, environment=folders.environment, folder=folders.here)
    return Walker(terminal, plain=frontend == "plain", patient=True)


def assert_nothing_was_left(walker: Walker, calls_file: Path, folders: Folders, code: int = 0) -> None:
    """It ended as it should; and it opened, sent and started nothing."""
    assert walker.terminal.end() == code, walker.terminal.text()
    made = strace.calls(calls_file)
    assert len(made) > 100
    assert not [str(call) for call in strace.changes(made)]
    assert not folders.left()
    assert b"\x1b]" not in walker.terminal.raw, "a title or the clipboard was set"


# --- the program -----------------------------------------------------------------------------------------------------


@FACE
def test_a_whole_screening_leaves_nothing(frontend: str, started: Started, calls_file: Path, folders: Folders) -> None:
    # The long one line by line, too, is traced in CI alone.
    name = "first-contact" if frontend == "plain" and not THOROUGH else "palermo"
    stops = {"first-contact": FIRST_CONTACT, "palermo": PALERMO}[name]
    walker = started("run", name, frontend=frontend)
    walker.past(stops[:-1])
    walker.at(stops[-1].sign)
    if frontend == "plain":
        walker.give("", "")
    else:
        walker.at("Page 1 of")
        of = re.search(r"Page 1 of (\d+)", walker.terminal.text())
        assert of
        for page in range(2, int(of[1]) + 1):
            walker.give("\r", "")
            walker.at(f"Page {page} of")
        walker.give("ee", "")

    assert_nothing_was_left(walker, calls_file, folders)


@EVERY_WAY
@ONE_FACE
def test_a_practice_leaves_nothing_either_unless_a_file_was_named(
    frontend: str, started: Started, calls_file: Path, folders: Folders
) -> None:
    stops, _ = practice("never-alone")
    walker = started("practise", "never-alone", "--place", "hk", frontend=frontend)
    for stop in stops[:-1]:
        walker.at(stop.sign)
        walker.give(stop.keys, stop.line)
    walker.at(stops[-1].sign, ends=b"")
    walker.give("ee", "")

    assert_nothing_was_left(walker, calls_file, folders)


@ONE_FACE
def test_a_quick_exit_leaves_nothing(frontend: str, started: Started, calls_file: Path, folders: Folders) -> None:
    walker = started("run", frontend=frontend)
    walker.past(PALERMO[:8])
    walker.at(PALERMO[8].sign)
    walker.terminal.send(KEYS["ctrl-c"])

    assert_nothing_was_left(walker, calls_file, folders, QUICK_EXIT)
    assert walker.terminal.raw.endswith(CLEARED)


@ONE_FACE
def test_a_cover_a_pause_and_a_way_back_leave_nothing(
    frontend: str, started: Started, calls_file: Path, folders: Folders
) -> None:
    walker = started("run", "first-contact", frontend=frontend)
    walker.past(FIRST_CONTACT[:6])
    walker.at(FIRST_CONTACT[6].sign)
    # strace keeps the signal away that Ctrl-Z is line by line.
    for key in ("x", *([KEYS["ctrl-z"]] if frontend == "full" else [])):
        walker.hide(key)
        walker.terminal.settle(0.5)
        walker.terminal.send("r\r")
        walker.at(FIRST_CONTACT[6].sign)
    walker.give("?", "?")
    walker.at("Why we ask:")
    if frontend == "full":
        walker.give("\r", "")
        walker.at(FIRST_CONTACT[6].sign)
    walker.give("p", "p")
    walker.at("Answer code")
    walker.give("g", "g")
    walker.past(FIRST_CONTACT[6:-1])
    walker.at(FIRST_CONTACT[-1].sign)
    walker.give("p", "p")
    walker.at("Back to the result")
    walker.give("g", "g")
    walker.at(FIRST_CONTACT[-1].sign)
    walker.give("ee", "")

    assert_nothing_was_left(walker, calls_file, folders)


@EVERY_WAY
@ONE_FACE
def test_going_on_with_a_code_leaves_nothing(
    frontend: str, started: Started, calls_file: Path, folders: Folders
) -> None:
    walker = started("resume", frontend=frontend)
    walker.at("Type the answer code.")
    walker.give(f"{CODE}\r", CODE)
    walker.at("Before you begin")
    walker.give("\r", "")
    walker.at("answers carried over")
    walker.give("\r", "")
    walker.at(PALERMO[2].sign)
    walker.give("f", "f")
    walker.at("Turn the screen to yourself.")
    walker.give("\r", "")
    walker.at("All answers once more")
    walker.give("r", "r")
    walker.at("Result, for you alone")
    walker.give("ee", "")

    assert_nothing_was_left(walker, calls_file, folders)


# --- the one file that somebody asks for ------------------------------------------------------------------------------


SAVING = (("o", "Does the person agree?"), ("y", "What do you want to take along?"), ("2", "Type where to save it."))


def to_the_entry(walker: Walker) -> None:
    """Through a screening, to where it is asked under which name its result is to be saved."""
    walker.past(FIRST_CONTACT[:-1])
    walker.at(FIRST_CONTACT[-1].sign)
    for key, sign in SAVING:
        walker.give(key, key)
        walker.at(sign)


@pytest.mark.skipif(not THOROUGH, reason="that nothing is left is seen in tests/e2e/test_saving.py, too")
@ONE_FACE
def test_whoever_changes_their_mind_at_the_last_moment_has_written_nothing(
    frontend: str, started: Started, calls_file: Path, folders: Folders
) -> None:
    walker = started("run", "first-contact", frontend=frontend)
    to_the_entry(walker)
    walker.give("\r", "")
    walker.at("o saves or prints" if frontend == "plain" else FIRST_CONTACT[-1].sign)
    walker.give("ee", "")

    assert_nothing_was_left(walker, calls_file, folders)


@ONE_FACE
def test_saving_opens_one_file_and_no_other_and_not_before_it_was_said_where(
    frontend: str, started: Started, calls_file: Path, folders: Folders
) -> None:
    walker = started("run", "first-contact", frontend=frontend)
    to_the_entry(walker)
    assert not [str(call) for call in strace.changes(strace.calls(calls_file))]
    assert not folders.left()

    walker.give(".\r", ".")
    walker.at("delete the file")
    walker.give("\r", "")
    walker.at("o saves or prints" if frontend == "plain" else FIRST_CONTACT[-1].sign)
    walker.give("ee", "")

    assert walker.terminal.end() == 0
    saved = folders.here / "result.html"
    opened, *others = strace.changes(strace.calls(calls_file))
    assert opened.name in {"open", "openat"}
    assert [Path(path).name for path in strace.paths(opened)] == [saved.name]
    assert all(flag in str(opened) for flag in ("O_EXCL", "O_NOFOLLOW", "0600"))
    assert {call.name for call in others} <= {"fchmod", "write"}
    assert all(str(saved) in str(call) for call in others)
    assert [path.name for path in folders.left()] == [saved.name]
    assert saved.stat().st_mode & 0o777 == 0o600


@EVERY_WAY
@ONE_FACE
def test_finding_a_service_from_the_menu_leaves_nothing(
    frontend: str, started: Started, calls_file: Path, folders: Folders
) -> None:
    walker = started(frontend=frontend)
    walker.at("What would you like to do?")
    walker.give("5", "5")
    walker.at("Which place?")
    walker.give("\r", "1")
    walker.at("What is needed?")
    walker.give(f"{KEYS['down']}\r", "1")
    walker.at("Whom to call: Hong Kong")
    walker.give("f", "f")
    if frontend == "full":
        walker.at("m details")
    else:
        walker.at("Enter leads to the menu")
    walker.give("ee", "")
    walker.at("What would you like to do?")
    walker.give("9", "9")

    assert_nothing_was_left(walker, calls_file, folders)


@ONE_FACE
@pytest.mark.parametrize("choices", one_in(2, [("8", "3", "e", "9"), ("9",)]), ids="".join)
def test_the_menu_leaves_nothing(
    choices: tuple[str, ...], frontend: str, started: Started, calls_file: Path, folders: Folders
) -> None:
    walker = started(frontend=frontend)
    walker.at("What would you like to do?")
    for choice in choices:
        walker.give(choice, choice)
        if choice == "8":
            walker.at("See an example")
        elif choice == "3":
            walker.at("An invented case")
        elif choice == "e":
            walker.at("What would you like to do?")

    assert_nothing_was_left(walker, calls_file, folders)


# --- where nothing was compiled --------------------------------------------------------------------------------------


@ONE_FACE
def test_only_the_first_module_is_ever_compiled_and_it_holds_nothing_of_a_screening(
    frontend: str, not_compiled: Installed, folders: Folders, calls_file: Path
) -> None:
    not_compiled.forget_compiled()
    walker = start(not_compiled, folders, calls_file, "run", "first-contact", frontend=frontend)
    walker.past(FIRST_CONTACT)

    assert walker.terminal.end() == 0
    kept = not_compiled.package / "__pycache__"
    for call in strace.changes(strace.calls(calls_file)):
        paths = strace.paths(call)
        assert paths, str(call)
        assert all(
            path == str(kept) or re.match(rf"{re.escape(str(kept))}/__init__\.cpython-", path) for path in paths
        ), str(call)
    files = list(not_compiled.package.rglob("*.pyc"))
    assert [path.parent for path in files] == [kept]
    assert re.fullmatch(r"__init__\.cpython-\d+\.pyc", files[0].name)
    assert not folders.left()


# --- that it would be seen -------------------------------------------------------------------------------------------


# What is done, and the call that tells it.
TRACES = [
    ("open(FILE, 'w')", "open"),
    ("open(FILE, 'a')", "open"),
    ("open(__file__, 'r+') if os.path.exists('/nowhere') else os.open(FILE, os.O_RDWR | os.O_CREAT)", "open"),
    ("os.mkdir(FILE)", "mkdir"),
    ("os.symlink('/nowhere', FILE)", "symlink"),
    ("os.mkfifo(FILE)", "mknod"),
    ("os.utime('.')", "utime"),
    ("socket.socket()", "socket"),
    ("socket.create_connection(('127.0.0.1', 9), timeout=1)", "connect"),
    ("socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b'a', FILE)", "sendto"),
    ("os.fork() or os._exit(0)", "clone"),
    ("subprocess.run(['true'])", "execve"),
    ("os.memfd_create('answers')", "memfd_create"),
    ("threading.Thread(target=open, args=(FILE, 'w')).start()", "open"),
]


@pytest.mark.parametrize(("does", "seen_as"), one_in(14, TRACES))
def test_what_leaves_a_trace_is_seen(does: str, seen_as: str, compiled: Installed, tmp_path: Path) -> None:
    output = tmp_path / "calls"
    program = (
        "import contextlib, os, socket, subprocess, threading\n"
        f"FILE = {str(tmp_path / 'left')!r}\n"
        f"with contextlib.suppress(OSError):\n    {does}\n"
        "from screening.cli import main\nmain()"
    )
    terminal = KeptTerminal(command=strace.traced([str(compiled.python), "-c", program, "run"], output))
    terminal.arrive(PALERMO[0].sign)
    terminal.send(KEYS["ctrl-c"])

    assert terminal.end() == QUICK_EXIT
    assert any(call.name.startswith(seen_as) for call in strace.changes(strace.calls(output)))


def test_a_call_that_is_told_in_two_lines_is_put_together(tmp_path: Path) -> None:
    output = tmp_path / "calls"
    output.write_text(
        '10 execve("/bin/a", ["a"], 0x7f /* 3 vars */) = 0\n'
        '10 openat(AT_FDCWD</tmp>, "/tmp/a (b)", O_RDONLY|O_CLOEXEC <unfinished ...>\n'
        '11 openat(AT_FDCWD</tmp>, "/tmp/c", O_WRONLY|O_CREAT, 0666 <unfinished ...>\n'
        "10 <... openat resumed>) = 3</tmp/a (b)>\n"
        "--- no line ---\n".replace("--- no line ---", "10 --- SIGHUP {si_signo=SIGHUP} ---")
        + "11 <... openat resumed>) = -1 EROFS (Read-only file system)\n"
        '11 write(3</tmp/c>, "= 5 <unfinished ...>", 21 <unfinished ...>\n'
        "10 exit_group(0) = ?\n"
        "10 +++ exited with 0 +++\n"
    )

    assert [call.name for call in strace.calls(output)] == ["execve", "openat", "openat", "exit_group", "write"]
    assert [call.name for call in strace.changes(strace.calls(output))] == ["openat", "write"]
    assert strace.paths(strace.changes(strace.calls(output))[0]) == ["/tmp/c"]
