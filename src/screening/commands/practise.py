"""`screening practise`: the interview on invented cases, and then how it went."""

import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Literal

from msgspec import Struct

from screening.commands.exit_codes import DONE, BadInput
from screening.commands.practice_cases import Case, Wanted, at_random, cases_to_choose_from, named_cases
from screening.commands.practice_talk import Exercise, list_dialog, place_of_practice
from screening.commands.result_output import print_lines_as
from screening.commands.saving import hindrance, keep
from screening.commands.set_catalog import open_catalog, teller
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext
from screening.practice.attempt import Attempt
from screening.reading.places import Directories
from screening.reading.set_catalog import SetCatalog
from screening.show.practice_cases import case_lines
from screening.show.practice_data import exercise_data
from screening.show.practice_script import script_lines
from screening.show.practice_summary import codes_lines, report_lines
from screening.show.terminal import print_lines
from screening.terminal.frontends import Frontend, open_frontend
from screening.terminal.outlet import tell
from screening.terminal.screen import Dialog

SheetFormat = Literal["terminal", "markdown", "html"]
_ENDINGS = (".json", ".md", ".markdown")


class Practising(Struct, frozen=True):
    """What was said of an exercise besides its cases.

    Attributes:
        language: what the program says is said in it.
        folders: folders of sets besides the built-in ones.
        own: an agency's own services.
        place: where it is practised; that of each case where none is named.
        save: the file in which the results are to be kept; None where none is.
        code_only: nothing is told of how it went but the practice codes.
        set_language: the tag of the language in which sets are wanted; as they were written where none is named.
    """

    language: Catalog
    folders: Sequence[Path] = ()
    own: Sequence[Path] = ()
    place: str | None = None
    save: Path | None = None
    code_only: bool = False
    set_language: str | None = None


def practise(wanted: Wanted, options: Practising, *, line_by_line: bool = False) -> int:
    """Practise on cases: those that were named, some left to chance, or one that is chosen from a list.

    Args:
        wanted: which.
        options: how.
        line_by_line: rather than on the whole screen.

    Raises:
        BadInput: there is no such case, folder or place; the results cannot be saved there; the input ended too early.
        Unsound: a set, a vignette or a directory cannot be used.
    """
    if options.code_only and options.save is not None:
        raise BadInput(gettext("--save keeps what the key says, which --code-only leaves out. Give one of them."))
    _can_be_saved(options.save)
    catalog = open_catalog(options.folders, options.set_language)
    directories = Directories(options.own, options.set_language)
    place = place_of_practice(options.place, directories)
    chosen = _chosen(wanted, catalog, options.language)
    exercises: list[Exercise] = []

    def begin(cases: Sequence[Case]) -> Dialog:
        tells = sys.stdout.isatty()
        exercises.append(Exercise(cases, directories, place, tells=tells, code_only=options.code_only))
        return exercises[-1].begin()

    dialog = begin(chosen) if chosen else list_dialog(cases_to_choose_from(wanted, catalog), begin)
    with open_frontend(options.language, line_by_line=line_by_line) as frontend:
        _run(frontend, dialog)
    attempts = [attempt for exercise in exercises for attempt in exercise.attempts]
    if attempts and not sys.stdout.isatty():
        told = codes_lines(attempts) if options.code_only else report_lines(attempts)
        print_lines(told, sys.stdout, options.language)
    if options.save is not None:
        _save(attempts, options.save, options.language)
    return DONE


def list_cases(wanted: Wanted, options: Practising) -> int:
    """Print the cases that there are to practise on.

    Args:
        wanted: of which set, and how hard.
        options: where sets are found, and the language.

    Raises:
        BadInput: there is none, or no such folder.
        Unsound: the set or the own vignettes cannot be used.
    """
    cases = cases_to_choose_from(wanted, open_catalog(options.folders, options.set_language))
    print_lines(case_lines([case.listed for case in cases]), sys.stdout, options.language)
    return DONE


def print_scripts(wanted: Wanted, options: Practising, format_: SheetFormat = "terminal") -> int:
    """Print the sheet for the one who plays the person of a case in a pair.

    Args:
        wanted: which cases; named, or left to chance.
        options: where sets are found, and the language.
        format_: how it is shown.

    Raises:
        BadInput: no case is named, or there is no such case or folder.
        Unsound: the set or the own vignettes cannot be used.
    """
    catalog = open_catalog(options.folders, options.set_language)
    cases = _chosen(wanted, catalog, options.language)
    if not cases:
        raise BadInput(gettext("no case is named. Name one to be played, such as quiet-kitchen, or give --random."))
    lines = [line for case in cases for line in script_lines(case.indicator_set, case.vignette, case.key)]
    print_lines_as(lines, sys.stdout, format_, options.language)
    return DONE


def _chosen(wanted: Wanted, catalog: SetCatalog, language: Catalog) -> tuple[Case, ...]:
    """The cases that are certain before anybody is asked; none where one is to be chosen from a list.

    Raises:
        BadInput: cases are named, and left to chance as well.
    """
    if wanted.names:
        if wanted.count is not None or wanted.level is not None or wanted.seed is not None:
            message = gettext("cases are named, and left to chance as well. Name them, or say how many and how hard.")
            raise BadInput(message)
        return named_cases(wanted, catalog, teller(language))
    if wanted.count is None:
        return ()
    return at_random(cases_to_choose_from(wanted, catalog), wanted.count, wanted.seed)


def _run(frontend: Frontend, dialog: Dialog) -> None:
    try:
        frontend.run(dialog)
    except EOFError:
        message = gettext("the input ended before the practice did. Give a line for every question.")
        raise BadInput(message) from None


def _can_be_saved(path: Path | None) -> None:
    """Say before the exercise, and not after it, that its results could not be saved."""
    if path is None:
        return
    if path.suffix.lower() not in _ENDINGS:
        raise BadInput(gettext("{path} does not end in .json or .md, which says how it is written.", path=str(path)))
    in_the_way = hindrance(path)
    if in_the_way is not None:
        raise BadInput(in_the_way)


def _save(attempts: Sequence[Attempt], path: Path, language: Catalog) -> None:
    if not attempts:
        told = gettext("no case was practised to its end, so nothing is saved.")
        tell(f"screening: {language.render(told)}")
        return
    if path.suffix.lower() == ".json":
        text = exercise_data(attempts) + "\n"
    else:
        written = StringIO()
        print_lines_as(report_lines(attempts), written, "markdown", language)
        text = written.getvalue()
    kept = keep(str(path), path.name, text)
    if isinstance(kept, Message):
        raise BadInput(kept)
    told = gettext("the results are saved: {path}", path=kept.path)
    tell(f"screening: {language.render(told)}")
