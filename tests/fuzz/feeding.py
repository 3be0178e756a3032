"""What is done with what is given: the rooms that take it, and all that comes behind them while it is still sound.

Only what a public docstring says that it raises is caught here. Everything else is a fault.
"""

import contextlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

from screening.glossary.terms import find
from screening.interview.answer_code import CodeMistake, Decoded, decode, groups_of
from screening.interview.machine import Interview
from screening.reading.directories import OwnFile, misfits, read_services
from screening.reading.glossary import read_glossary
from screening.reading.places import Directories
from screening.reading.problem import Unsound
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import read_set
from screening.reading.streams import as_utf8
from screening.referral.directory import Directory
from screening.referral.own_services import with_own
from screening.show.answer_code import group_lines
from screening.show.data import encode as as_json
from screening.show.glossary import glossary_data, glossary_lines
from screening.show.lines import Line
from screening.terminal.code_entry import CodeEntry
from screening.terminal.conversation import Conversation
from screening.terminal.screen import Dialog
from screening.terminal.taken_over import going_on_screen
from tests.fuzz import behind, hostile
from tests.fuzz.command_lines import COMMANDS
from tests.fuzz.given import Broken, Fed, Given, Printed, PrintedAs, printed
from tests.fuzz.workplace import Ran, TypedFrontend, Workplace, run_command, typed_lines

_FINDINGS: Final = ("text", "json", "github")


def _said(name: str, ran: Ran, printed_as: PrintedAs = "text") -> tuple[Printed, Printed]:
    """What a command said, after it ended as a command may."""
    if ran.code == 3:
        raise Broken(f"exit code 3: {_between_brackets(ran.err)}")
    if ran.code not in {0, 1, 2}:
        raise Broken(f"exit code {ran.code}")
    if b"Traceback (most recent call last)" in ran.err:
        raise Broken("a traceback on stderr")
    if ran.code == 2 and not ran.err:
        raise Broken("exit code 2 without a word")
    return Printed(f"{name}, stdout", ran.out, printed_as), Printed(f"{name}, stderr", ran.err)


def _between_brackets(said: bytes) -> str:
    return said.decode(errors="replace").partition("(")[2].partition(")")[0]


def _check(path: Path, choose: Random, workplace: Workplace, *options: str) -> tuple[int, tuple[Printed, ...]]:
    """Check what stands at a path, told in one of the formats."""
    format_ = choose.choice(_FINDINGS)
    with_places = [str(workplace.small_directory)] if choose.random() < 0.3 else []
    arguments = ["check", str(path), *with_places, "--format", format_, "--today", "2026-11-28", *options]
    ran = run_command(arguments, b"", {}, workplace.here)
    json_or_not: PrintedAs = "json" if format_ == "json" and ran.code != 2 else "text"
    return ran.code, _said(f"check as {format_}", ran, json_or_not)


# --- files -----------------------------------------------------------------------------------------------------------


def feed_set(given: Given, workplace: Workplace) -> Fed:
    """Check and read a set, and use it where it is sound."""
    choose = Random(given.chosen)
    # The one that it extends stands among the user's own.
    options = ["--indicators", str(workplace.folder("our-set"))] if given.base == "kitchen" else []
    with workplace.holding(given) as folder:
        code, told = _check(folder, choose, workplace, *options)
        for command in ("show", "test", "run"):
            if choose.random() < 0.06:
                ran = run_command([command, str(folder), *options], b"\ny\ny\n\nn\nf\n", {}, workplace.here)
                told += _said(command, ran)
        try:
            if choose.random() < 0.1:
                # As the user's own folder of sets, where it is found by the id that it has now.
                read_catalog([folder])
            files = read_set(folder, workplace.catalog, vignettes=choose.random() < 0.8)
            indicator_set = files.set
        except Unsound:
            return Fed(told=code != 0, printed=told)
    return Fed(sound=True, told=code != 0, printed=(*told, *behind.of_set(indicator_set, choose, workplace)))


def feed_checked(given: Given, workplace: Workplace) -> Fed:
    """Check what was changed, and nothing else."""
    (name,) = given.files
    with workplace.holding(given) as folder:
        path = folder if (folder / "set.yaml").is_file() else folder / name
        code, told = _check(path, Random(given.chosen), workplace)
    return Fed(sound=code == 0, told=code != 0, printed=told)


def feed_services(given: Given, workplace: Workplace) -> Fed:
    """Check and read a directory or an agency's own file, and look for services in it."""
    choose = Random(given.chosen)
    (name,) = given.files
    with workplace.holding(given) as folder:
        path = folder / name
        code, told = _check(path, choose, workplace)
        try:
            file = read_services(path)
            directory = _with_own(file, workplace) if isinstance(file, OwnFile) else file.directory
            if choose.random() < 0.1:
                # The way of --services, which adds what can be done anywhere.
                directory = Directories([path]).get(file.place) or directory
        except Unsound:
            return Fed(told=code != 0, printed=told)
    return Fed(sound=True, told=code != 0, printed=(*told, *behind.of_directory(directory, choose)))


def _with_own(file: OwnFile, workplace: Workplace) -> Directory:
    """The directory that own services are added to.

    Raises:
        Unsound: they have problems, or do not fit.
    """
    own = file.own
    directory = workplace.directories.get(own.adds_to)
    problems = list(misfits(file, directory))
    if problems or directory is None:
        raise Unsound(problems)
    return with_own(directory, own)


def feed_glossary(given: Given, workplace: Workplace) -> Fed:
    """Check and read a file of a glossary, show it, and look for terms in it."""
    choose = Random(given.chosen)
    (name,) = given.files
    with workplace.holding(given) as folder:
        code, told = _check(folder / name, choose, workplace)
        files = read_glossary([folder / name])
    if files.problems:
        return Fed(told=code != 0, printed=told)
    themes = files.themes
    terms = [term for theme in themes for term in theme.terms]
    names = [name for term in terms for of_language in term.names.values() for name in of_language]
    found = find(terms, choose.choice([*names, hostile.text(choose)]))
    data = printed("a glossary as JSON", as_json(glossary_data(themes, found)), "json")
    shown = behind.shown("a glossary", list(glossary_lines(themes)), choose)
    return Fed(sound=True, told=code != 0, printed=(*told, data, *shown))


# --- records and codes -----------------------------------------------------------------------------------------------


def feed_record(given: Given, workplace: Workplace) -> Fed:
    """Understand a record, and make its result."""
    indicator_set = workplace.small_sets[given.chosen]
    reader = RecordReader(indicator_set)
    data: dict[str, dict[str, Any]] = json.loads(given.typed)
    try:
        record = reader.record(data["answers"], data["circumstances"])
    except Misrecorded:
        return Fed(told=True)
    made = behind.of_record(indicator_set, record, Random(len(given.typed)), workplace)
    return Fed(sound=True, printed=tuple(made))


_SCORED: Final = ("any-yes", "by-age", "by-dimension", "numbers", "rating", "sum-scored", "our-set", "kitchen")


def feed_score(given: Given, workplace: Workplace) -> Fed:
    """Score lines: one comes out for each that goes in and is not blank, in order."""
    folder = workplace.folder(_SCORED[given.chosen])
    outside = ["--indicators", str(workplace.root / "set")] if folder.name == "kitchen" else []
    ran = run_command(["score", str(folder), "--from", "jsonl", *outside], given.typed, {}, workplace.here)
    streams = _said("score", ran, "json lines")
    given_lines = [line for line in as_utf8(io.BytesIO(given.typed)).read().split(b"\n") if line.strip()]
    out = ran.out.split(b"\n")
    if out.pop():
        raise Broken("score: the last line has no end")
    if len(out) != len(given_lines):
        raise Broken(f"score: {'more' if len(out) > len(given_lines) else 'fewer'} lines come out than go in")
    results = [json.loads(line) for line in out]
    for line, result in zip(given_lines, results, strict=True):
        if "error" not in result and result.get("id") != json.loads(line).get("id"):
            raise Broken("score: a result has the id of another line")
    errors = sum("error" in result for result in results)
    if (ran.code == 1) is not bool(errors):
        raise Broken("score: the exit code does not say whether there were errors")
    return Fed(sound=len(results) > errors, told=bool(errors), printed=streams)


def feed_code(given: Given, workplace: Workplace) -> Fed:
    """Read an answer code."""
    text = given.typed.decode()
    try:
        decoded = decode(text, workplace.all_sets)
    except CodeMistake as mistake:
        groups = groups_of(text)
        if any(not 1 <= group <= len(groups) for group in mistake.groups):
            raise Broken("a mistake names a group that is not there") from None
        said = [Line("lead", str(mistake)), *group_lines(groups)]
        return Fed(told=True, printed=tuple(behind.shown("a mistake in a code", said, Random(len(text)))))
    return Fed(sound=True, printed=(printed("a code's set", decoded.indicator_set.about.id),))


def feed_resume(given: Given, workplace: Workplace) -> Fed:
    """Type an answer code, and go on with its screening; now and then by the command, which reads all sets for it."""
    if given.chosen % 50 == 0:
        _said("resume", run_command(["resume"], given.typed, {}, workplace.here))
    choose = Random(given.chosen)
    begun = False

    def begin(decoded: Decoded) -> Dialog:
        nonlocal begun
        begun = True
        interview = Interview(decoded.indicator_set)
        state = interview.resume(interview.fitting(decoded.answers))
        return Conversation(
            interview, behind.context(choose, workplace), begins=state, before=[going_on_screen(interview, state)]
        )

    output = io.StringIO()
    with contextlib.suppress(EOFError):
        TypedFrontend(output, typed_lines(given.typed)).run(CodeEntry(workplace.all_sets, begin))
    return Fed(sound=begun, told=not begun, printed=(printed("resume", output.getvalue()),))


# --- the command line ------------------------------------------------------------------------------------------------

_WITHOUT_JSON: Final = {"--help", "-h", "--version"}


def feed_command(given: Given, workplace: Workplace) -> Fed:
    """Run a command line."""
    with workplace.holding(given) as folder:
        arguments = [_placed(each, folder) for each in given.arguments]
        variables = {name: _placed(value, folder) for name, value in given.environment.items()}
        try:
            ran = run_command(arguments, given.typed, variables, workplace.here)
        finally:
            workplace.tidy()
    name = next((each for each in given.arguments if each in COMMANDS), "screening")
    streams = _said(name, ran, "json" if _is_json(given.arguments, ran) else "text")
    return Fed(sound=ran.code == 0, told=ran.code != 0, printed=streams)


def _placed(said: str, folder: Path) -> str:
    """An argument with the folder where it is meant."""
    return said.replace("@", str(folder)) if said.startswith("@") else said


def _is_json(arguments: tuple[str, ...], ran: Ran) -> bool:
    """Whether what was printed has to be JSON: the last format that was named counts."""
    if not ran.out or ran.code == 2 or not _WITHOUT_JSON.isdisjoint(arguments):
        return False
    pairs = zip(arguments, (*arguments[1:], ""), strict=True)
    formats = [value for name, value in pairs if name == "--format"]
    formats += [each.removeprefix("--format=") for each in arguments if each.startswith("--format=")]
    return bool(formats) and formats[-1] == "json"


Feed = Callable[[Given, Workplace], Fed]
