"""The one door out: nothing else writes, and nothing that is written can speak to the terminal."""

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import screening
from screening.language.catalog import ENGLISH
from screening.show.characters import Control
from screening.show.lines import Line
from screening.show.terminal import print_lines
from screening.terminal.outlet import Closed, Outlet, put, tell
from tests.support.hidden import EVERY_ONE, SPEAKS, hidden_in

SOURCE = Path(screening.__file__).parent
# The door itself; the room of the terminal; lines with their colours, which are written as the program's own; and files
# outside of a screening.
MAY_WRITE = ("terminal/", "show/terminal.py", "writing/files.py", "writing/results.py")
WRITES = {"print", "write", "writelines", "echo", "secho", "buffer", "displayhook", "excepthook"}


def names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id


@pytest.mark.slow
def test_no_other_module_writes_to_a_stream() -> None:
    found = {
        str(path.relative_to(SOURCE)): WRITES & set(names(ast.parse(path.read_text(encoding="utf-8"))))
        for path in SOURCE.rglob("*.py")
    }
    # These read bytes from stdin, or name what a stream of bytes is read from; none writes any.
    assert found.pop("commands/score.py") == {"buffer"}
    assert found.pop("commands/workshop_collect.py") == {"buffer"}
    assert found.pop("reading/streams.py") == {"buffer"}
    # typer collects the help as a text, and puts it out.
    assert found.pop("commands/command_kinds.py") == {"write"}

    assert {name: used for name, used in found.items() if used and not name.startswith(MAY_WRITE)} == {}


class Opened:
    """An outlet into memory."""

    def __init__(self) -> None:
        self.bytes = io.BytesIO()
        self.outlet = Outlet(self.bytes, encoding="utf-8", errors="replace", newline="\n")

    @property
    def text(self) -> str:
        self.outlet.flush()
        return self.bytes.getvalue().decode()


def test_what_anybody_writes_is_made_visible() -> None:
    opened = Opened()

    opened.outlet.write("".join(EVERY_ONE))
    opened.outlet.writelines([SPEAKS, "\x1b[31m"])
    print(SPEAKS, file=opened.outlet, flush=True)

    assert not hidden_in(opened.text)
    assert "\\x1b[31m" in opened.text


def test_only_what_the_program_itself_says_to_the_terminal_passes() -> None:
    opened = Opened()

    opened.outlet.write(Control("\x1b[2J"))

    assert opened.text == "\x1b[2J"


def test_coloured_lines_pass_and_the_texts_in_them_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Opened()
    monkeypatch.setattr(opened.outlet, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)

    print_lines([Line("lead", "a\x1b[8mb")], opened.outlet, ENGLISH, 80)

    assert "\x1b[1ma\\x1b[8mb\x1b[0m" in opened.text


def test_a_text_is_put_visible_wherever_it_goes(capsys: pytest.CaptureFixture[str]) -> None:
    output = io.StringIO()

    put("a\x1b\nb\n", output)
    put("c\x1b\n")

    assert (output.getvalue(), capsys.readouterr().out) == ("a\\x1b\nb\n", "c\\x1b\n")


def test_what_is_put_is_never_the_programs_own_word_to_the_terminal() -> None:
    opened = Opened()

    put(Control("\x1b[2J"), opened.outlet)

    assert opened.text == "\\x1b[2J"


def test_a_message_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell(f"there is no {SPEAKS}")

    err = capsys.readouterr().err
    assert not hidden_in(err)
    assert err.count("\n") == 1


class _Failing(io.BytesIO):
    """A stream into which nothing can be written."""

    error: OSError

    def write(self, _: object) -> int:
        raise self.error


@pytest.mark.parametrize("buffered", [True, False], ids=["at the end", "at once"])
def test_a_broken_pipe_is_no_error_that_a_library_takes_for_its_own(buffered: bool) -> None:
    outlet = Outlet(failing := _Failing(), encoding="utf-8", write_through=not buffered)
    failing.error = BrokenPipeError(32, "Broken pipe")

    def let_out() -> None:
        outlet.write("a\n")
        outlet.flush()

    with pytest.raises(Closed):
        let_out()
    outlet.detach()


def test_what_typer_tries_out_on_a_stream_is_not_taken_for_writing() -> None:
    outlet = Outlet(failing := _Failing(), encoding="utf-8", write_through=True)
    failing.error = OSError(28, "No space left on device")

    assert outlet.write("") == 0
    with pytest.raises((TypeError, AttributeError)):
        outlet.write(b"")  # type: ignore[arg-type]
    outlet.detach()


def test_where_stderr_cannot_be_written_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    outlet = Outlet(failing := _Failing(), encoding="utf-8", write_through=True)
    failing.error = OSError(28, "No space left on device")
    monkeypatch.setattr(sys, "stderr", outlet)

    tell("there is no such set")
    outlet.detach()
