"""Which frontend a terminal gets, and how the plain one leaves it."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO, cast

import pytest

from screening.language.catalog import ENGLISH, Catalog
from screening.show.lines import Line
from screening.terminal import frontends, full, modes
from screening.terminal.cover import Cover
from screening.terminal.frontends import Frontend, PlainTerminal, open_frontend
from screening.terminal.opening import FULL_SCREEN, LINE_BY_LINE
from screening.terminal.plain import HIDDEN
from screening.terminal.screen import Choice, Screen, TextDialog
from screening.terminal.terminal_guard import TerminalGuard

QUESTION = Screen("A question", lines=(Line("lead", "Ask: what?"),), choices=(Choice("y", "yes", "Yes"),))


class Stream(io.StringIO):
    """A stream that is a terminal, or none."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal

    def fileno(self) -> int:
        return 99


class Left(Exception):
    """The program was left at once."""


class FakeTerminalGuard:
    """A way out that only says what it did."""

    def __init__(self, output: TextIO) -> None:
        self._output = output
        self.guards: Callable[[], None] | None = None

    def clear(self) -> None:
        self._output.write("<cleared>\n")

    def leave(self) -> None:
        raise Left

    @contextmanager
    def guarded(self, cover: Callable[[], None]) -> Iterator[None]:
        self.guards = cover
        yield


class FakeFull:
    """A full screen that paints nothing."""

    opening = ()

    def __init__(self, output: TextIO, terminal_guard: object, catalog: Catalog) -> None:
        self.output = output


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal of 80 by 24 at stdin and stdout; tests take away from it."""
    at(monkeypatch)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("ACCESSIBLE", raising=False)
    sized(monkeypatch, 80, 24)
    monkeypatch.setattr(full, "FullFrontend", FakeFull)
    monkeypatch.setattr(frontends, "forbid_core_dumps", lambda: None)
    monkeypatch.setattr(frontends, "TerminalGuard", FakeTerminalGuard)
    return monkeypatch


def at(monkeypatch: pytest.MonkeyPatch, *, stdin: bool = True, output: bool = True) -> None:
    """Whether stdin is a terminal, and where prompts go."""
    monkeypatch.setattr(sys, "stdin", Stream(is_terminal=stdin))

    @contextmanager
    def prompts() -> Iterator[TextIO]:
        yield Stream(is_terminal=output)

    monkeypatch.setattr(frontends, "prompts", prompts)


def sized(monkeypatch: pytest.MonkeyPatch, columns: int, rows: int) -> None:
    """How large the terminal says it is."""
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((columns, rows)))


def opened(*, line_by_line: bool = False) -> str:
    """The frontend that is opened: `full` or `plain`."""
    with open_frontend(ENGLISH, line_by_line=line_by_line) as frontend:
        return "full" if isinstance(frontend, FakeFull) else "plain"


# --- which frontend --------------------------------------------------------------------------------------------------


def test_a_terminal_gets_the_full_screen(terminal: pytest.MonkeyPatch) -> None:
    assert opened() == "full"


def test_whoever_asks_for_it_gets_it_line_by_line(terminal: pytest.MonkeyPatch) -> None:
    assert opened(line_by_line=True) == "plain"


@pytest.mark.parametrize(
    ("name", "value", "frontend"),
    [
        ("ACCESSIBLE", "1", "plain"),
        ("ACCESSIBLE", "true", "plain"),
        ("ACCESSIBLE", "", "full"),
        ("TERM", "dumb", "plain"),
        ("TERM", "", "plain"),
        ("TERM", "vt100", "full"),
    ],
)
def test_the_environment_asks_for_it_too(terminal: pytest.MonkeyPatch, name: str, value: str, frontend: str) -> None:
    terminal.setenv(name, value)

    assert opened() == frontend


def test_a_terminal_without_a_name_is_a_dumb_one(terminal: pytest.MonkeyPatch) -> None:
    terminal.delenv("TERM")

    assert opened() == "plain"


@pytest.mark.parametrize(("stdin", "output"), [(False, True), (True, False), (False, False)])
def test_what_is_no_terminal_on_both_sides_gets_it_line_by_line(
    terminal: pytest.MonkeyPatch, stdin: bool, output: bool
) -> None:
    at(terminal, stdin=stdin, output=output)

    assert opened() == "plain"


@pytest.mark.parametrize(
    ("columns", "rows", "frontend"),
    [
        (60, 20, "full"),
        (59, 20, "plain"),
        (60, 19, "plain"),
        (200, 60, "full"),
        # It does not know its size.
        (0, 0, "full"),
        (0, 24, "plain"),
    ],
)
def test_a_small_terminal_gets_it_line_by_line(
    terminal: pytest.MonkeyPatch, columns: int, rows: int, frontend: str
) -> None:
    sized(terminal, columns, rows)

    assert opened() == frontend


def breaks(*_: object) -> None:
    raise RuntimeError("no screen to paint on")


def test_where_the_full_screen_cannot_be_painted_on_windows_it_goes_line_by_line(terminal: pytest.MonkeyPatch) -> None:
    terminal.setattr(full, "FullFrontend", breaks)
    terminal.setattr(os, "name", "nt")

    assert opened() == "plain"


def test_elsewhere_a_fault_of_the_full_screen_is_not_hidden(terminal: pytest.MonkeyPatch) -> None:
    terminal.setattr(full, "FullFrontend", breaks)

    with pytest.raises(RuntimeError):
        opened()


def test_each_face_explains_itself_before_the_first_question(terminal: pytest.MonkeyPatch) -> None:
    for opening in (LINE_BY_LINE, FULL_SCREEN):
        text = " ".join(ENGLISH.render(line.text) for line in opening)

        assert "Ctrl-C" in text
        assert "x " in text
        assert "ten minutes" in text
        assert "tmux" in text


# --- line by line ----------------------------------------------------------------------------------------------------


class AtPlain:
    """Somebody at a plain terminal who types lines."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *typed: str, stdin: bool = True, ahead: tuple[bytes, ...] = ()
    ) -> None:
        at(monkeypatch, stdin=stdin)
        self.output = Stream(is_terminal=True)
        self.terminal_guard = FakeTerminalGuard(self.output)
        self.frontend = PlainTerminal(self.output, cast("TerminalGuard", self.terminal_guard), ENGLISH)
        self._typed = iter(typed)
        self._ahead = iter(ahead)
        monkeypatch.setattr(modes, "take_typed", self._take_typed)
        monkeypatch.setattr(frontends, "read_line", self._read_line)

    def _take_typed(self, _: TextIO) -> bytes:
        return next(self._ahead, b"")

    def _read_line(self, prompt: str, output: TextIO, each_turn: Callable[[], None] = lambda: None) -> str:
        output.write(prompt)
        line = next(self._typed, None)
        if line is None:
            raise EOFError
        if line == "^Z":
            assert self.terminal_guard.guards is not None
            self.terminal_guard.guards()
            line = ""
        each_turn()
        if line == "r ^Z":
            assert self.terminal_guard.guards is not None
            self.terminal_guard.guards()
        return line.removesuffix(" ^Z") + "\n"

    def run(self) -> str:
        """How it ended."""
        try:
            self.frontend.run(TextDialog(QUESTION))
        except (Left, EOFError) as error:
            return type(error).__name__
        return "over"


def test_the_plain_face_is_a_face() -> None:
    frontend: Frontend = PlainTerminal(io.StringIO(), cast("TerminalGuard", FakeTerminalGuard(io.StringIO())), ENGLISH)

    assert frontend.opening == LINE_BY_LINE


@pytest.mark.parametrize("ahead", [b"n\n", b"n\nn\n", b"n", b"f\nn", b"", "不".encode(), b"\xff\n"])
def test_what_was_typed_before_the_question_is_dropped(terminal: pytest.MonkeyPatch, ahead: bytes) -> None:
    somebody = AtPlain(terminal, "y", ahead=(ahead,))

    assert somebody.run() == "over"
    assert somebody.output.getvalue().count("Not understood") == 0


@pytest.mark.parametrize(
    "ahead", [b"x\n", b"n\nx\n", b"x\nn\n", b" X \nn", "\uff58\n".encode(), b"hide\n", b"n\nhide\ny"]
)
def test_what_was_typed_before_the_question_hides_the_screen_all_the_same(
    terminal: pytest.MonkeyPatch, ahead: bytes
) -> None:
    somebody = AtPlain(terminal, "r", "y", ahead=(ahead,))

    assert somebody.run() == "over"
    assert ENGLISH.render(HIDDEN) in somebody.output.getvalue()


def test_a_line_to_hide_that_is_ended_after_the_question_came_hides_too(terminal: pytest.MonkeyPatch) -> None:
    somebody = AtPlain(terminal, "", "r", "y", ahead=(b"n\nx",))

    assert somebody.run() == "over"
    assert ENGLISH.render(HIDDEN) in somebody.output.getvalue()


@pytest.mark.parametrize("ahead", [b"\x04", b"\x00", b"n\n\x03", b"x\nx\n", b"y\x1cx", b"x\nn\nx\n"])
def test_what_was_typed_before_the_question_ends_the_program_all_the_same(
    terminal: pytest.MonkeyPatch, ahead: bytes
) -> None:
    assert AtPlain(terminal, "y", ahead=(ahead,)).run() == "Left"


@pytest.mark.parametrize(("stdin", "end"), [(True, "Left"), (False, "EOFError")], ids=["terminal", "file"])
def test_the_end_of_input_leaves_a_terminal_at_once(terminal: pytest.MonkeyPatch, stdin: bool, end: str) -> None:
    assert AtPlain(terminal, stdin=stdin).run() == end


@pytest.mark.parametrize("hide", ["x", "^Z"])
def test_the_screen_is_cleared_when_it_is_hidden_and_again_when_it_is_shown(
    terminal: pytest.MonkeyPatch, hide: str
) -> None:
    somebody = AtPlain(terminal, hide, "", "r", "y")

    assert somebody.run() == "over"
    _, hidden, shown = somebody.output.getvalue().split("<cleared>\n")
    assert hidden == f"{ENGLISH.render(HIDDEN)}\n"
    assert "Ask: what?" in shown


@pytest.mark.parametrize("second", ["x", "^Z"])
def test_hiding_again_under_the_cover_leaves_at_once(terminal: pytest.MonkeyPatch, second: str) -> None:
    somebody = AtPlain(terminal, "x", second, "r", "y")

    assert somebody.run() == "Left"
    assert somebody.output.getvalue().endswith(f"{ENGLISH.render(HIDDEN)}\n")


def test_hiding_again_in_the_moment_of_coming_back_shows_nothing_and_is_no_fault(terminal: pytest.MonkeyPatch) -> None:
    somebody = AtPlain(terminal, "x", "r ^Z")

    assert somebody.run() == "Left"
    assert "Ask: what?" not in somebody.output.getvalue().split(ENGLISH.render(HIDDEN))[-1]


def test_a_cover_that_lasted_too_long_leaves_at_once(terminal: pytest.MonkeyPatch) -> None:
    terminal.setattr(Cover, "is_over", True)

    assert AtPlain(terminal, "x", "r", "y").run() == "Left"


def test_without_a_terminal_a_stop_signal_leaves_at_once(terminal: pytest.MonkeyPatch) -> None:
    assert AtPlain(terminal, "^Z", "y", stdin=False).run() == "Left"
