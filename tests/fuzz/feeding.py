"""What is done with what is given: the rooms that take it, and all that comes behind them while it is still sound.

Only what a public docstring says that it raises is caught here. Everything else is a fault.
"""

import contextlib
import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, Final, get_args

from screening.answer_code import Decoded, Mistake, decode, groups_of
from screening.directory import Directory, with_own
from screening.glossary import find
from screening.interview import Interview
from screening.lint import RULES, directory_findings, set_findings
from screening.lint.ignores import heeded
from screening.reading.comments import read_comments
from screening.reading.directories import OwnFile, misfits, read_services
from screening.reading.glossary import is_glossary, read_glossary
from screening.reading.places import Directories
from screening.reading.problem import Problem, Unsound
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.sets import read_set
from screening.reading.shelf import read_shelf
from screening.reading.translations import read_translations
from screening.show.answer_code import group_lines
from screening.show.data import encode as as_json
from screening.show.findings import FindingsFormat, findings_text
from screening.show.glossary import glossary_data, glossary_lines
from screening.show.lines import Line
from screening.terminal.code_entry import CodeEntry
from screening.terminal.conversation import Conversation
from screening.terminal.screen import Talk
from tests.fuzz import behind, hostile
from tests.fuzz.given import Broken, Fed, Given, Printed, printed
from tests.fuzz.workplace import Ran, TypedFace, Workplace, run_command, typed_lines

_DAY = date(2026, 11, 28)
_FINDINGS: Final[tuple[FindingsFormat, ...]] = get_args(FindingsFormat)


def _told(problems: Iterable[Problem]) -> Iterator[Printed]:
    """Problems in every way in which they are told."""
    listed = sorted(problems)
    for format_ in _FINDINGS:
        text = findings_text(listed, 1, format_)
        yield printed(f"check as {format_}", text, "json" if format_ == "json" else "text")


def _unsound(error: Unsound) -> Fed:
    return Fed(told=True, printed=(printed("an error", str(error)), *_told(error.problems)))


# --- files -----------------------------------------------------------------------------------------------------------


def feed_set(given: Given, workplace: Workplace) -> Fed:
    """Read, check and use a set."""
    choose = Random(given.chosen)
    with workplace.holding(given) as folder:
        try:
            if choose.random() < 0.1:
                # As the user's own folder of sets, where it is found by the id that it has now.
                read_shelf([folder])
            files = read_set(folder, workplace.shelf, vignettes=choose.random() < 0.8)
        except Unsound as error:
            return _unsound(error)
        checked_with = workplace.checked_with if choose.random() < 0.5 else ()
        told = [*_told([*files.problems, *set_findings(files, checked_with)])]
    if files.problems:
        return Fed(told=True, printed=tuple(told))
    return Fed(sound=True, printed=(*told, *behind.of_set(files.set, choose, workplace)))


def feed_translations(given: Given, workplace: Workplace) -> Fed:
    """Read the translations of a set, and now and then check the whole set with them."""
    with workplace.holding(given) as folder:
        files = read_translations(folder)
        if given.chosen % 10 == 0:
            feed_set(Given(given.base, given.files, chosen=given.chosen), workplace)
        comments = [comment for file in files for comment in read_comments(file.file)]
    problems = [problem for file in files for problem in file.problems]
    said = printed("comments", "\n".join(str(comment.line) for comment in comments))
    return Fed(sound=not problems, told=bool(problems), printed=(said, *_told(problems)))


def feed_comments(given: Given, workplace: Workplace) -> Fed:
    """Read the comments of a file, and heed them."""
    with workplace.holding(given) as folder:
        (path,) = given.files
        file = str(folder / path)
        comments = read_comments(file)
        lines = [each for comment in comments for each in comment.lines]
        codes = list(RULES)
        found = [Problem(file, line, 1, "it is so", "Mend it.", codes[line % len(codes)]) for line in [*lines, 1, 2, 3]]
        kept = list(heeded(found, [file], RULES, codes[::2]))
    return Fed(sound=bool(comments), told=len(kept) > len(found), printed=tuple(_told(kept)))


def feed_services(given: Given, workplace: Workplace) -> Fed:
    """Read and check a directory or an agency's own file, and look for services in it."""
    choose = Random(given.chosen)
    (name,) = given.files
    with workplace.holding(given) as folder:
        path = folder / name
        try:
            file = read_services(path)
            found = [*file.problems, *directory_findings(file, _DAY)]
            if file.problems:
                return Fed(told=True, printed=tuple(_told(found)))
            directory = _with_own(file, workplace) if isinstance(file, OwnFile) else file.directory
            if choose.random() < 0.1:
                # The way of --services, which adds what can be done anywhere.
                directory = Directories([path]).get(file.place) or directory
        except Unsound as error:
            return _unsound(error)
    return Fed(sound=True, printed=(*_told(found), *behind.of_directory(directory, choose)))


def _with_own(file: OwnFile, workplace: Workplace) -> Directory:
    """The directory that own services are added to.

    Raises:
        Unsound: they do not fit.
    """
    directory = workplace.directories.get(file.place)
    problems = list(misfits(file, directory))
    if problems or directory is None:
        raise Unsound(problems)
    return with_own(directory, file.own)


def feed_glossary(given: Given, workplace: Workplace) -> Fed:
    """Read and show a file of a glossary, and look for terms in it."""
    choose = Random(given.chosen)
    with workplace.holding(given) as folder:
        (name,) = given.files
        is_glossary(folder / name)
        files = read_glossary([folder / name])
    told = tuple(_told(files.problems))
    if files.problems:
        return Fed(told=True, printed=told)
    themes = files.themes
    terms = [term for theme in themes for term in theme.terms]
    names = [name for term in terms for of_language in term.names.values() for name in of_language]
    found = find(terms, choose.choice([*names, hostile.text(choose)]))
    data = printed("a glossary as JSON", as_json(glossary_data(themes, found)), "json")
    return Fed(sound=True, printed=(*told, data, *behind.shown("a glossary", list(glossary_lines(themes)), choose)))


# --- records and codes -----------------------------------------------------------------------------------------------


def feed_record(given: Given, workplace: Workplace) -> Fed:
    """Understand a record, and make its result."""
    indicator_set = workplace.small_sets[given.chosen]
    reader = RecordReader(indicator_set)
    data: dict[str, dict[str, Any]] = json.loads(given.typed)
    try:
        answers, circumstances = reader.answers(data["answers"]), reader.circumstances(data["circumstances"])
    except Misrecorded as error:
        return Fed(told=True, printed=(printed("what is wrong with a record", str(error)),))
    made = behind.of_record(indicator_set, answers, circumstances, Random(len(given.typed)), workplace)
    return Fed(sound=True, printed=tuple(made))


_SCORED: Final = ("any-yes", "by-age", "by-dimension", "rating", "sum-scored", "our-set", "kitchen")
_MARK: Final = b"\xef\xbb\xbf"


def feed_score(given: Given, workplace: Workplace) -> Fed:
    """Score lines: one comes out for each that goes in and is not blank, in order."""
    folder = workplace.folder(_SCORED[given.chosen])
    outside = ["--indicators", str(workplace.root / "set")] if folder.name == "kitchen" else []
    ran = run_command(["score", str(folder), *outside], given.typed, {}, workplace.here)
    _ended_well(ran)
    given_lines = [line for line in given.typed.removeprefix(_MARK).split(b"\n") if line.strip()]
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
    streams = (Printed("score", ran.out, "json lines"), Printed("score, stderr", ran.err))
    return Fed(sound=len(results) > errors, told=bool(errors), printed=streams)


def feed_code(given: Given, workplace: Workplace) -> Fed:
    """Read an answer code."""
    text = given.typed.decode()
    try:
        decoded = decode(text, workplace.all_sets)
    except Mistake as mistake:
        if any(not 1 <= group <= len(groups_of(text)) for group in mistake.groups):
            raise Broken("a mistake names a group that is not there") from None
        said = [Line("lead", str(mistake)), *group_lines(groups_of(text))]
        return Fed(told=True, printed=tuple(behind.shown("a mistake in a code", said, Random(len(text)))))
    return Fed(sound=True, printed=(printed("a code's set", decoded.indicator_set.about.id),))


def feed_resume(given: Given, workplace: Workplace) -> Fed:
    """Type an answer code, and go on with its screening."""
    choose = Random(given.chosen)
    begun = False

    def begin(decoded: Decoded) -> Talk:
        nonlocal begun
        begun = True
        interview = Interview(decoded.indicator_set)
        state = interview.resume(*interview.fitting(decoded))
        return Conversation(interview, behind.desk(choose, workplace), resumed=state)

    output = io.StringIO()
    with contextlib.suppress(EOFError):
        TypedFace(output, typed_lines(given.typed)).run(CodeEntry(workplace.all_sets, begin))
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
    _ended_well(ran)
    name = next((each for each in given.arguments if each.isalpha()), "screening")
    streams = (
        Printed(f"{name}, stdout", ran.out, "json" if _is_json(given.arguments, ran) else "text"),
        Printed(f"{name}, stderr", ran.err),
    )
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
    return bool(formats) and formats[-1] == "json" and "no" not in arguments


def _ended_well(ran: Ran) -> None:
    """A command says how it ended, and never ends in a fault of its own."""
    if ran.code == 3:
        told = ran.err.decode(errors="replace").partition("(")[2].partition(")")[0]
        raise Broken(f"exit code 3: {told}")
    if ran.code not in {0, 1, 2}:
        raise Broken(f"exit code {ran.code}")
    if b"Traceback (most recent call last)" in ran.err:
        raise Broken("a traceback on stderr")
    if ran.code == 2 and not ran.err:
        raise Broken("exit code 2 without a word")


Feed = Callable[[Given, Workplace], Fed]
