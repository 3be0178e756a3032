"""A temporary folder in which everything stands that is read, and the program's streams."""

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import TextIO
from unittest.mock import patch

import typer.main
from msgspec import Struct

from screening.cli import main
from screening.commands import menu, resume, run
from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import Text
from screening.reading.places import Directories
from screening.reading.set_catalog import read_catalog, set_ids
from screening.reading.sets import find_set, read_set
from screening.sets.model import IndicatorSet
from screening.terminal.plain import PlainFrontend
from screening.terminal.screen import Dialog
from screening.terminal.session_context import place_names
from tests.fuzz.bases import Base, bases
from tests.fuzz.given import Given, Oddity
from tests.fuzz.typed import codes_of


class Workplace:
    """All bases in a folder, each in one of its own, and what is read of them once."""

    def __init__(self, root: Path) -> None:
        """Args: root: an empty folder."""
        self.root = root
        self.here = root / "here"
        self.here.mkdir()
        self._whole: dict[str, Base] = dict(bases())
        for base in self._whole.values():
            for path, content in base.files.items():
                _write(self.folder(base.name) / path, content)
        self.catalog = read_catalog([root / "set"])
        self.small_directory = root / "directory" / "somewhere" / "xx.yaml"
        self.directories = Directories([self.small_directory])

    def folder(self, base: str) -> Path:
        """Where a base stands."""
        return self.root / self._whole[base].stands_in / base

    @cached_property
    def small_sets(self) -> list[IndicatorSet]:
        """Those that are read quickly and have no fault."""
        names = ["any-yes", "by-age", "by-dimension", "numbers", "rating", "sum-scored", "our-set", "kitchen"]
        return [read_set(self.folder(name), self.catalog).set for name in names]

    @cached_property
    def all_sets(self) -> list[IndicatorSet]:
        """The small ones and the built-in ones."""
        return [*self.small_sets, *(find_set(name) for name in set_ids())]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Answer codes of all of them."""
        return codes_of(self.all_sets)

    @cached_property
    def places(self) -> Mapping[str, Text]:
        """The names of the places, to choose from."""
        return place_names(self.directories)

    @contextmanager
    def holding(self, given: Given) -> Iterator[Path]:
        """The folder of what is given, for as long as it stands there."""
        folder = self.folder(given.base)
        try:
            for path, content in given.files.items():
                put(folder / path, content)
            yield folder
        finally:
            for path in given.files:
                _remove(folder / path)
                whole = self._whole[given.base].files.get(path)
                if whole is not None:
                    _write(folder / path, whole)

    def tidy(self) -> None:
        """Take away what was written into the folder in which commands are run."""
        for path in self.here.iterdir():
            _remove(path)


def put(path: Path, content: bytes | Oddity) -> None:
    """Let something stand at a path, perhaps no file at all."""
    _remove(path)
    if isinstance(content, bytes):
        _write(path, content)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case "folder":
            path.mkdir()
        case "dangling link":
            path.symlink_to("nowhere")
        case "link to itself":
            path.symlink_to(path.name)
        case "pipe":
            os.mkfifo(path)
        case "null device":
            path.symlink_to("/dev/null")
        case "endless device":
            path.symlink_to("/dev/zero")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


# --- the command line ------------------------------------------------------------------------------------------------


class Ran(Struct, frozen=True):
    """What a command line left behind."""

    code: int
    out: bytes
    err: bytes


class TypedFrontend:
    """Shows dialogs line by line to nobody, and is typed at from what was piped in, as `--plain` is."""

    opening = ()

    def __init__(self, output: TextIO, lines: Iterator[str]) -> None:
        """Args: output: where it is shown; lines: what is typed."""
        self.output = output
        self._lines = lines

    def run(self, dialog: Dialog, meanwhile: Iterable[None] = ()) -> None:
        """Talk until it is over.

        Raises:
            EOFError: nothing more is typed.
        """
        for _ in meanwhile:
            pass
        PlainFrontend(self.output, self._respond, ENGLISH).run(dialog)

    def _respond(self, prompt: str) -> str:
        self.output.write(prompt)
        line = next(self._lines, None)
        if line is None:
            raise EOFError
        return line


def typed_lines(typed: bytes) -> Iterator[str]:
    """What a terminal would hand over, line by line."""
    return iter(typed.decode(errors="surrogateescape").split("\n"))


@contextmanager
def _opened_frontend(catalog: Catalog, *, line_by_line: bool) -> Iterator[TypedFrontend]:
    """In place of a frontend at the terminal: none of these may be opened here."""
    del catalog, line_by_line
    yield TypedFrontend(sys.stderr, typed_lines(sys.stdin.buffer.read()))


# Making the commands of what is written about them takes longer than most of them take.
_commands = cache(typer.main.get_command)


@contextmanager
def _here_and_not_at_a_terminal() -> Iterator[None]:
    """No frontend is opened at a terminal, and the commands are made once."""
    with ExitStack() as patches:
        for module in (menu, resume, run):
            patches.enter_context(patch.object(module, "open_frontend", _opened_frontend))
        patches.enter_context(patch.object(typer.main, "get_command", _commands))
        yield


@contextmanager
def _environment(variables: Mapping[str, str], here: Path) -> Iterator[None]:
    names = {*variables, "SCREENING_SERVICES", "SCREENING_PATH", "SCREENING_PLACE"}
    before, folder = {name: os.environ.pop(name) for name in names if name in os.environ}, Path.cwd()
    os.environ.update(variables)
    os.chdir(here)
    try:
        yield
    finally:
        os.chdir(folder)
        for name in names:
            os.environ.pop(name, None)
        os.environ.update(before)


def run_command(arguments: Sequence[str], typed: bytes, variables: Mapping[str, str], here: Path) -> Ran:
    """Run the program within this process, as its user starts it but for the terminal.

    Args:
        arguments: what is typed after the program's name.
        typed: what is piped in.
        variables: of the environment.
        here: where it is run.
    """
    out, err = io.BytesIO(), io.BytesIO()
    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    sys.argv = ["screening", *arguments]
    sys.stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(typed)), encoding="utf-8", errors="surrogateescape")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8", write_through=True)
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8", write_through=True)
    code = 0
    try:
        with _here_and_not_at_a_terminal(), _environment(variables, here):
            main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        # Before the streams are let go: one that nobody holds any more closes what it wrote to.
        said = out.getvalue(), err.getvalue()
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
    return Ran(code, *said)
