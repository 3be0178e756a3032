"""Every way out of a screening, at every prompt: the terminal as it was before, and nothing of the talk on it."""

import os
import re
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened, and processes looked at, as on Linux", allow_module_level=True)

from screening.interview.answer_code import encode
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.terminal.plain import HIDDEN
from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.program import PROGRAM
from tests.support.terminal import KEYS, PAUSE, WAIT, Terminal
from tests.support.thorough import THOROUGH, one_in
from tests.support.walks import NOT_QUIET, Stop, Walker, further, walk

QUICK_EXIT = 130
# With a child, in danger: the cards of both are on the way.
PALERMO = walk("palermo")
FIRST_CONTACT = walk("first-contact", {"danger-now": "yes"})
SCREENINGS = {"palermo": PALERMO, "first-contact": FIRST_CONTACT}
WALKED = 6
FRONTENDS = {"full": (), "plain": ("--plain",)}


# --- the ways out ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Way:
    """A way out: by keys, by signals, or by closing the terminal. Two of a kind hide the screen in between."""

    name: str
    key: str = ""
    signal: str = ""
    twice: bool = False

    def __str__(self) -> str:
        """The test's name."""
        return self.name

    def take(self, walker: Walker, *, hidden: bool = False, pause: float = 0.0) -> None:
        """Go it, with a pause between two keys; where the screen is hidden already, the second half of it."""
        if self.twice and not hidden:
            self._once(walker)
            walker.until_hidden()
            time.sleep(pause)
        self._once(walker)

    def _once(self, walker: Walker) -> None:
        if self.signal:
            os.kill(walker.terminal.pid, getattr(signal, self.signal))
        elif self.key:
            walker.terminal.send(f"{self.key}\r" if walker.plain and self.key.isprintable() else self.key)
        else:
            walker.terminal.close()


BY_LETTER = Way("x-x", key="x", twice=True)
CTRL_C = Way("ctrl-c", key=KEYS["ctrl-c"])
CTRL_Z = Way("ctrl-z-ctrl-z", key=KEYS["ctrl-z"], twice=True)
SIGTERM = Way("SIGTERM", signal="SIGTERM")
CLOSED = Way("terminal-closed")
WAYS = (
    CTRL_C,
    Way("ctrl-backslash", key=KEYS["ctrl-backslash"]),
    Way("ctrl-d", key=KEYS["ctrl-d"]),
    BY_LETTER,
    CTRL_Z,
    Way("SIGINT", signal="SIGINT"),
    SIGTERM,
    Way("SIGHUP", signal="SIGHUP"),
    Way("SIGQUIT", signal="SIGQUIT"),
    Way("SIGTSTP-SIGTSTP", signal="SIGTSTP", twice=True),
    CLOSED,
)


def last_of(mode: str, raw: bytes) -> str:
    """Whether a mode of the terminal was switched on (h) or off (l) last; empty where it was left alone."""
    switched = re.findall(rb"\x1b\[\?" + mode.encode() + rb"([hl])", raw)
    return switched[-1].decode() if switched else ""


def assert_restored(terminal: KeptTerminal) -> None:
    """The terminal is set as it was before."""
    assert terminal.modes_after == terminal.modes_before
    assert terminal.modes_after[3] & termios.ECHO
    assert terminal.modes_after[3] & termios.ICANON
    assert last_of("1049", terminal.raw) in {"", "l"}, "on the other screen"
    assert last_of("2004", terminal.raw) in {"", "l"}, "bracketed paste"
    assert last_of("25", terminal.raw) in {"", "h"}, "no cursor"
    assert last_of("7", terminal.raw) in {"", "h"}, "no autowrap"
    assert last_of("1", terminal.raw) in {"", "l"}, "application cursor keys"
    assert not re.search(rb"\x1b\[\?(9|100[0-6]|1015)h", terminal.raw), "mouse"


def assert_left(terminal: KeptTerminal, *, plain: bool) -> None:
    """The program has ended at once, and left nothing."""
    assert terminal.end() == QUICK_EXIT
    assert b"Traceback" not in terminal.raw
    if not terminal.modes_after:
        return  # it was closed
    assert_restored(terminal)
    assert terminal.raw.endswith(CLEARED)
    assert terminal.is_blank, terminal.text() + terminal.scrollback()
    assert (terminal.display.cursor.x, terminal.display.cursor.y) == (0, 0)
    assert (b"\x1b[?1049h" in terminal.raw) is not plain


# --- at every prompt -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """One prompt and one way out of it."""

    set_name: str
    frontend: str
    number: int
    way: Way

    def __str__(self) -> str:
        """The test's name."""
        return f"{self.set_name}-{self.frontend}-{self.number}-{SCREENINGS[self.set_name][self.number].name}-{self.way.name}"


def prompts(set_name: str, frontend: str) -> range:
    """The numbers of the prompts. Line by line, the result is printed and nothing is waited for."""
    return range(len(SCREENINGS[set_name]) - (1 if frontend == "plain" else 0))


def every_prompt() -> list[Case]:
    """Every prompt of two screenings, in both frontends, each by another way than the one before."""
    return [
        Case(set_name, frontend, number, WAYS[(number + shift) % len(WAYS)])
        for shift, (set_name, frontend) in enumerate((name, frontend) for name in SCREENINGS for frontend in FRONTENDS)
        for number in prompts(set_name, frontend)
    ]


def every_way_at_every_prompt() -> list[Case]:
    """Everything, for the shorter of the screenings."""
    return [
        Case("first-contact", frontend, number, way)
        for frontend in FRONTENDS
        for number in prompts("first-contact", frontend)
        for way in WAYS
    ]


# By default so many that both sets, both frontends and every way out come up.
CASES = one_in(16, every_prompt())
if THOROUGH:
    CASES = list(dict.fromkeys([*CASES, *every_way_at_every_prompt()]))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_prompt_can_be_left_at_once(case: Case) -> None:
    plain, stops = case.frontend == "plain", SCREENINGS[case.set_name]
    # Of the long one, the last few screens are enough: the beginning of the way is painted soon enough elsewhere.
    skipped = max(0, case.number - WALKED) if case.set_name == "palermo" and not plain else 0
    before = NOT_QUIET + (further(stops[:skipped]) if skipped else "")
    terminal = KeptTerminal("run", case.set_name, *FRONTENDS[case.frontend], before=before)
    walker = Walker(terminal, plain=plain)
    walker.past(stops[skipped : case.number])
    walker.at(stops[case.number].sign)

    case.way.take(walker)

    assert_left(terminal, plain=plain)


# --- at every kind of prompt -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Move:
    """A screen by its sign, and what is given there."""

    sign: str
    keys: str
    line: str


@dataclass(frozen=True)
class Place:
    """Somewhere that the program waits.

    Attributes:
        name: how the test is called.
        arguments: what the program is started with.
        behind: the screens that lie behind from the start.
        moves: how one gets there from the first screen.
        sign: what stands there.
        frontends: in which frontends it waits there.
        takes_letters: whether a line of text is typed there, so that x is a letter of it.
        hidden: whether the screen is hidden there.
    """

    name: str
    arguments: tuple[str, ...]
    sign: str = ""
    behind: tuple[Stop, ...] = ()
    moves: tuple[Move, ...] = ()
    frontends: tuple[str, ...] = tuple(FRONTENDS)
    takes_letters: bool = False
    hidden: bool = False

    def reached(self, frontend: str) -> Walker:
        """Somebody who has got there."""
        before = NOT_QUIET + (further(self.behind) if self.behind else "")
        walker = Walker(KeptTerminal(*self.arguments, *FRONTENDS[frontend], before=before), plain=frontend == "plain")
        for move in self.moves:
            walker.at(move.sign)
            walker.give(move.keys, move.line)
        if self.hidden:
            walker.until_hidden()
        else:
            walker.at(self.sign)
        return walker


def at_kind(kind: str, stops: Sequence[Stop] = tuple(PALERMO), set_name: str = "palermo") -> Place:
    """The first screen of a kind on a walk."""
    number = [stop.kind for stop in stops].index(kind)
    return Place(kind, ("run", set_name), stops[number].sign, tuple(stops[:number]))


def beside(name: str, place: Place, keys: str, sign: str, **differs: bool) -> Place:
    """Where one gets from a place by a key."""
    moves = (*place.moves, Move(place.sign, keys, keys))
    return Place(name, place.arguments, sign, place.behind, moves, frontends=place.frontends, **differs)


CODE = encode(find_set("palermo"), {"danger-now": "yes", "needs-doctor": "no", "place": "hk", "age": "adult"})
MENU = Place("menu", (), "What would you like to do?")
QUESTION = at_kind("question")
SEVERAL = at_kind("several-question")
RESULT = at_kind("result")
RESUME = Place("code entry", ("resume",), "Type the answer code.", takes_letters=True)
ENTERED = Move(RESUME.sign, f"{CODE}\r", CODE)
FINDER = (
    Move(MENU.sign, "5", "5"),
    Move("Which place?", "\r", "1"),
    Move("What is needed?", f"{KEYS['down']}\r", "1"),
)
NUMBERS = Move("Whom to call: Hong Kong", "f", "f")
FOUND = Place("find a service: found", (), "m details", moves=(*FINDER, NUMBERS), frontends=("full",))
REFUSED = tuple(walk("first-contact", {"agreement": "not_now"})[:-1])
NOT_NOW = Place("not now", ("run", "first-contact"), "Not now", REFUSED, frontends=("full",))
SAVING = Place("saving", RESULT.arguments, "Does the person agree?", RESULT.behind, (Move(RESULT.sign, "o", "o"),))
TO_SAVE = beside("what to save", SAVING, "y", "What do you want to take along?")
PAUSED = beside("pause", QUESTION, "p", "Go on with the screening")

PLACES = (
    *(
        at_kind(kind)
        for kind in (
            "opening",
            "circumstance",
            "card",
            "agreement",
            "child card",
            "several-circumstance",
            "offer",
            "turn",
            "review",
        )
    ),
    at_kind("flag", FIRST_CONTACT, "first-contact"),
    QUESTION,
    SEVERAL,
    RESULT,
    beside("result page 2", replace(RESULT, frontends=("full",)), "\r", "Page 2 of"),
    beside("code after the result", RESULT, "p", "Back to the result"),
    SAVING,
    TO_SAVE,
    beside("where to save", TO_SAVE, "1", "Type where to save it.", takes_letters=True),
    beside("help", QUESTION, "?", "Why we ask:"),
    PAUSED,
    beside("under cover", QUESTION, "x", "", hidden=True),
    beside("under cover in a pause", PAUSED, "x", "", hidden=True),
    NOT_NOW,
    MENU,
    Place("find a service: place", (), "Which place?", moves=FINDER[:1]),
    Place("find a service: needs", (), "What is needed?", moves=FINDER[:2]),
    Place("find a service: numbers", (), "Whom to call: Hong Kong", moves=FINDER),
    FOUND,
    RESUME,
    Place(
        "code to mend",
        ("resume",),
        "Type it all again",
        moves=(Move(RESUME.sign, "ABCDE-FGHJK\r", "ABCDE-FGHJK"),),
        takes_letters=True,
    ),
    Place("going on", ("resume",), "answers carried over", moves=(ENTERED, Move("Before you begin", "\r", ""))),
)


@dataclass(frozen=True)
class Exit:
    """A place, in a frontend, and a way out of it."""

    place: Place
    frontend: str
    way: Way

    def __str__(self) -> str:
        """The test's name."""
        return f"{self.place.name}-{self.frontend}-{self.way.name}"


EXITS = [
    Exit(place, frontend, way)
    for place in PLACES
    for frontend in place.frontends
    for way in WAYS
    if not (place.takes_letters and way is BY_LETTER)
]


# By default so many that every place, every way out and both frontends come up.
@pytest.mark.parametrize("each", one_in(17, EXITS), ids=str)
def test_every_kind_of_prompt_can_be_left_in_every_way(each: Exit) -> None:
    walker = each.place.reached(each.frontend)

    each.way.take(walker, hidden=each.place.hidden)

    assert_left(walker.terminal, plain=walker.plain)


@pytest.mark.parametrize(("frontend", "way"), one_in(3, [*product(FRONTENDS, WAYS)]), ids=str)
def test_every_way_out_works_when_the_screen_is_hidden_by_ctrl_z(frontend: str, way: Way) -> None:
    walker = QUESTION.reached(frontend)
    walker.hide(KEYS["ctrl-z"])

    way.take(walker, hidden=True)

    assert_left(walker.terminal, plain=walker.plain)


@pytest.mark.parametrize("key", ["x", KEYS["ctrl-z"]], ids=["x", "ctrl-z"])
def test_a_key_held_down_for_fright_hides_the_screen_and_forgets_nothing(key: str) -> None:
    terminal = KeptTerminal("run")
    terminal.arrive(PALERMO[0].sign)

    terminal.send(key * 5)
    terminal.settle(0.1)

    assert terminal.runs
    assert terminal.is_blank
    terminal.send("r\r")
    terminal.arrive(PALERMO[0].sign)
    terminal.send(KEYS["ctrl-c"])
    assert_left(terminal, plain=False)


def test_line_by_line_both_lines_may_come_one_right_after_the_other() -> None:
    walker = QUESTION.reached("plain")
    walker.terminal.send("x\rx\r")

    assert_left(walker.terminal, plain=True)


# Where a terminal goes, the signal that tells it comes late, or not at all.
NOT_TOLD = """
import signal
def handle(number, handler, real=signal.signal):
    return real(number, signal.SIG_IGN if number == signal.SIGHUP else handler)
signal.signal = handle
"""


@pytest.mark.parametrize("frontend", FRONTENDS)
def test_a_terminal_that_goes_without_a_signal_ends_the_program_too(frontend: str) -> None:
    walker = Walker(KeptTerminal("run", *FRONTENDS[frontend], before=NOT_TOLD), plain=frontend == "plain")
    walker.at(PALERMO[0].sign)

    walker.terminal.close()

    assert walker.terminal.end() == QUICK_EXIT


def test_a_terminal_may_go_while_something_is_written_to_it() -> None:
    terminal = KeptTerminal("run", "--plain", before=NOT_QUIET + NOT_TOLD)
    walker = Walker(terminal, plain=True)
    walker.past(PALERMO[:4])
    walker.at(PALERMO[4].sign)
    write_more_than_it_takes(terminal)

    terminal.close()

    assert terminal.end() == QUICK_EXIT


def write_more_than_it_takes(terminal: KeptTerminal) -> None:
    """Have the program write, line by line, until it has to wait for somebody to read it."""
    begun = time.monotonic()
    while time.monotonic() - begun < 1:
        terminal.send("?\r")
        time.sleep(0.001)


# --- with the real start of the program ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "frontend"), one_in(3, [(way, list(FRONTENDS)[number % 2]) for number, way in enumerate(WAYS)]), ids=str
)
def test_the_program_as_it_is_started_can_be_left_in_every_way(way: Way, frontend: str) -> None:
    terminal = KeptTerminal(*FRONTENDS[frontend], command=[*PROGRAM, "run", *FRONTENDS[frontend]])
    walker = Walker(terminal, plain=frontend == "plain")
    walker.at(PALERMO[0].sign)

    way.take(walker, pause=PAUSE)

    assert_left(terminal, plain=walker.plain)


@pytest.mark.parametrize("frontend", FRONTENDS)
def test_the_program_ends_by_itself_when_its_own_terminal_is_closed(frontend: str) -> None:
    terminal = Terminal("run", *FRONTENDS[frontend])
    terminal.until(PALERMO[0].sign)

    # Nothing stands between it and its terminal: it is the leader of the session.
    terminal.process.fileobj.close()

    deadline = time.monotonic() + WAIT
    while terminal.process.isalive():
        assert time.monotonic() < deadline, "it is still there"
        time.sleep(0.01)
    assert terminal.process.exitstatus == QUICK_EXIT


# --- the cover -------------------------------------------------------------------------------------------------------

# Everything but the way back; the last of it is one that was not meant.
WRONG_KEYS = f"q1yuds?bpf \r\r{KEYS['down']}{KEYS['up']}{KEYS['pagedown']}\x1brq\r"
WRONG_LINES = ("q", "1", "y", "s", "?", "b", "p", "f", "", "rr", "e")


@pytest.mark.parametrize("set_name", one_in(2, list(SCREENINGS)[::-1]))
def test_a_cover_hides_every_screen_and_gives_it_back_as_it_was(set_name: str) -> None:
    terminal = KeptTerminal("run", set_name, before=NOT_QUIET)
    walker = Walker(terminal, plain=False)
    for stop in SCREENINGS[set_name]:
        walker.at(stop.sign)
        if stop.marks:
            terminal.send(stop.marks)
            terminal.arrive("[x]")
        terminal.arrive("Ctrl-C end")
        terminal.settle(0.01)
        before = looks(terminal)

        walker.hide()
        assert not terminal.echoes
        terminal.send(WRONG_KEYS)
        terminal.settle(0.1)
        assert terminal.is_blank, f"{stop.name}: {terminal.text()}"
        terminal.send("r\r")
        terminal.arrive("Ctrl-C end")
        terminal.settle(0.01)

        assert looks(terminal) == before, stop.name
        terminal.send("\r" if stop.marks else stop.keys)
    assert terminal.end() == 0


def looks(terminal: KeptTerminal) -> tuple[list[str], int, int, bool]:
    """The screen, with where the cursor is."""
    cursor = terminal.display.cursor
    return terminal.lines(), cursor.x, cursor.y, cursor.hidden


@pytest.mark.parametrize("set_name", one_in(2, list(SCREENINGS)[::-1]))
def test_line_by_line_a_cover_clears_everything_and_gives_back_the_screen(set_name: str) -> None:
    terminal = KeptTerminal("run", set_name, "--plain", before=NOT_QUIET)
    walker = Walker(terminal, plain=True)
    stops = SCREENINGS[set_name]
    for number, stop in enumerate(stops):
        walker.at(stop.sign)
        walker.hide()
        assert terminal.text() == f"{ENGLISH.render(HIDDEN)}\n"
        assert not terminal.scrollback().strip()
        for line in WRONG_LINES:
            terminal.send(f"{line}\r")
        terminal.settle()
        assert terminal.text() == f"{ENGLISH.render(HIDDEN)}\n", stop.name
        assert not terminal.echoes
        assert not terminal.scrollback().strip()
        terminal.send("r\r")
        walker.at(stop.sign)

        shown = "".join((terminal.scrollback() + terminal.text()).split())
        own = ["".join(ENGLISH.render(line.text).split()) for line in stop.screen.lines]
        assert all(text in shown for text in own), stop.name
        for each in stops[:number]:
            sign = "".join(each.sign.split())
            assert any(sign in text for text in own) or sign not in shown, f"{each.name} at {stop.name}"
        walker.give(stop.keys, stop.line)
    assert terminal.end() == 0


def soon_forgets(minutes: float) -> str:
    """Python after which a cover lasts only so long."""
    return f"{NOT_QUIET}import screening.terminal.cover\nscreening.terminal.cover.FORGET_AFTER_MINUTES = {minutes}\n"


@pytest.mark.parametrize("key", ["x", "\x1a"], ids=["x", "ctrl-z"])
@pytest.mark.parametrize("frontend", FRONTENDS)
def test_a_cover_that_lasts_too_long_forgets_everything(frontend: str, key: str) -> None:
    terminal = KeptTerminal("run", *FRONTENDS[frontend], before=soon_forgets(0.01))
    walker = Walker(terminal, plain=frontend == "plain")
    walker.past(PALERMO[:4])
    walker.at(PALERMO[4].sign)
    walker.hide(key)

    assert_left(terminal, plain=walker.plain)


@pytest.mark.parametrize(
    ("frontend", "stopped"),
    [("full", False), ("full", True), ("plain", True)],
    ids=["full", "full-when-the-machine-slept", "plain-when-the-machine-slept"],
)
def test_who_comes_back_too_late_finds_nothing(frontend: str, *, stopped: bool) -> None:
    terminal = KeptTerminal("run", *FRONTENDS[frontend], before=soon_forgets(0.003))
    walker = Walker(terminal, plain=frontend == "plain")
    walker.past(PALERMO[:4])
    walker.at(PALERMO[4].sign)
    walker.hide()
    hidden = len(terminal.raw)

    if stopped:
        os.kill(terminal.pid, signal.SIGSTOP)
    time.sleep(0.3)
    terminal.send("r\r")
    if stopped:
        os.kill(terminal.pid, signal.SIGCONT)

    assert_left(terminal, plain=walker.plain)
    assert PALERMO[4].sign.encode() not in terminal.raw[hidden:]


# --- where something is in the way -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", one_in(2, ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP"]))
def test_a_program_that_waits_for_piped_input_ends_at_once(name: str) -> None:
    running = subprocess.Popen(
        [*PROGRAM, "run"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    with running:
        assert running.stdin is not None
        assert running.stderr is not None
        running.stdin.write(b"\n1\n")
        running.stdin.flush()
        said = b""
        while PALERMO[2].sign.encode() not in said:
            said += os.read(running.stderr.fileno(), 65536)
        running.send_signal(getattr(signal, name))
        out, rest = running.communicate(timeout=WAIT)

    assert running.returncode == QUICK_EXIT
    assert b"Traceback" not in said + rest
    assert not out


WHILE_STOPPED = [
    *(("", way) for way in WAYS if not way.twice and way is not CLOSED),
    # It is in the middle of writing, and does not read.
    *(("1\r?\r", way) for way in (CTRL_C, SIGTERM)),
]


@pytest.mark.parametrize(
    ("frontend", "typed", "way"),
    one_in(4, [(frontend, *each) for frontend in FRONTENDS for each in WHILE_STOPPED]),
    ids=str,
)
def test_a_terminal_that_was_stopped_with_ctrl_s_is_no_obstacle(frontend: str, typed: str, way: Way) -> None:
    terminal = KeptTerminal("run", *FRONTENDS[frontend], before=NOT_QUIET)
    walker = Walker(terminal, plain=frontend == "plain")
    walker.past(PALERMO[:1])
    walker.at(PALERMO[1].sign)
    terminal.send("\x13")
    if typed:
        terminal.send(typed)
        time.sleep(0.2)

    begun = time.monotonic()
    way.take(walker)

    assert_left(terminal, plain=walker.plain)
    assert time.monotonic() - begun < 5


def test_line_by_line_the_screen_is_hidden_even_after_ctrl_s() -> None:
    walker = QUESTION.reached("plain")
    terminal = walker.terminal
    terminal.send("\x13")
    terminal.send("x\r")
    walker.until_hidden()

    assert terminal.text() == f"{ENGLISH.render(HIDDEN)}\n"
    terminal.send("r\r")
    walker.at(QUESTION.sign)
    assert terminal.modes[0] & termios.IXON
    terminal.send(KEYS["ctrl-c"])
    assert_left(terminal, plain=True)


# A fault that takes a moment, in which somebody goes on typing.
SLOW_FAULT = """
import time
import screening.terminal.full
def press(*_):
    time.sleep(0.5)
    raise RuntimeError
screening.terminal.full.press = press
"""


def test_what_is_typed_while_it_ends_does_not_reach_the_shell() -> None:
    terminal = KeptTerminal("run", before=NOT_QUIET + SLOW_FAULT)
    terminal.arrive(PALERMO[0].sign)
    terminal.send("\r")
    time.sleep(0.2)
    terminal.send("y\rn\r")

    assert terminal.wait(reading=True) == 3
    assert terminal.unread == 0


def test_a_program_that_nobody_listens_to_any_more_can_be_left() -> None:
    terminal = KeptTerminal("run", "--plain", before=NOT_QUIET)
    walker = Walker(terminal, plain=True)
    walker.past(PALERMO[:4])
    walker.at(PALERMO[4].sign)
    write_more_than_it_takes(terminal)

    SIGTERM.take(walker)

    assert terminal.wait() == QUICK_EXIT
    assert_left(terminal, plain=True)


# --- the normal end, and faults --------------------------------------------------------------------------------------


@pytest.mark.parametrize("set_name", one_in(2, list(SCREENINGS)[::-1]))
def test_a_result_that_was_read_is_cleared_at_the_end(set_name: str) -> None:
    terminal = KeptTerminal("run", set_name, before=NOT_QUIET)
    Walker(terminal, plain=False).past(SCREENINGS[set_name])

    assert terminal.end() == 0
    assert_restored(terminal)
    assert terminal.raw.endswith(CLEARED)
    assert terminal.is_blank
    assert last_of("1049", terminal.raw) == "l"


def test_line_by_line_a_result_that_was_read_is_cleared_too_and_the_terminal_is_as_before() -> None:
    terminal = KeptTerminal("run", "first-contact", "--plain", before=NOT_QUIET)
    Walker(terminal, plain=True).past(FIRST_CONTACT)

    assert terminal.end() == 0
    assert_restored(terminal)
    assert b"\x1b[?1049" not in terminal.raw
    assert FIRST_CONTACT[-1].sign.encode() in terminal.raw
    assert terminal.raw.endswith(CLEARED)
    assert terminal.is_blank


@pytest.mark.parametrize(
    ("place", "key"),
    [(MENU, "9"), (NOT_NOW, "ee"), (PAUSED, "e")],
    ids=lambda each: each.name if isinstance(each, Place) else "",
)
def test_every_other_end_clears_the_screen_too(place: Place, key: str) -> None:
    terminal = place.reached("full").terminal
    terminal.send(key)

    assert terminal.end() == 0
    assert_restored(terminal)
    assert terminal.raw.endswith(CLEARED)
    assert terminal.is_blank


def test_after_a_quick_exit_from_the_menu_no_example_is_played() -> None:
    walker = MENU.reached("full")
    walker.terminal.send("x")
    walker.until_hidden()
    walker.terminal.send("8")
    walker.terminal.send("3")
    walker.terminal.send("x")

    assert_left(walker.terminal, plain=False)
