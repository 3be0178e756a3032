"""`screening workshop report`: what a room made of its cases, from the codes that were collected."""

import os
import sys
from collections.abc import Collection, Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import Final

from msgspec import Struct

from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.option_values import Format
from screening.commands.workshop_cases import CaseOptions, CodeRead
from screening.commands.workshop_collect import STDIN, CollectedCodes, must_be_free, read_files, write_new
from screening.interview.answer_code import CodedSet
from screening.language.messages import Listing, gettext
from screening.practice.report import report
from screening.practice.room import RoomReport, Sheet
from screening.practice.rounds import compare
from screening.reading.records import RecordReader
from screening.sets.answers import Answers
from screening.sets.model import IndicatorSet
from screening.show.characters import in_one_line
from screening.show.data import encode
from screening.show.workshop_data import workshop_data
from screening.show.workshop_report import Workshop, workshop_parts
from screening.show.workshop_text import markdown_parts, print_parts
from screening.terminal.outlet import put

# The same report comes of the same codes.
_SEED: Final = 1
_WIDTH_OF_FILES: Final = 100


class ReportOptions(Struct, frozen=True):
    """What is reported, and how.

    Attributes:
        cases: where the cases are looked for.
        before: files of the first round, where there were two.
        format_: how it is shown.
        for_authors: whether it is said as well which readings moved a level.
        save: the new file that it goes into; stdout where none is named.
        line_by_line: without columns, for who has it read out.
    """

    cases: CaseOptions
    before: Sequence[Path] = ()
    format_: Format = "terminal"
    for_authors: bool = False
    save: Path | None = None
    line_by_line: bool = False


def report_room(files: Sequence[Path], options: ReportOptions) -> int:
    """Report what a room made of its cases.

    Args:
        files: the codes that were collected; stdin where none is named.
        options: what is reported, and how.

    Returns:
        1 where some codes could not be read: each was told, and the report is of the others.

    Raises:
        BadInput: there are no codes, or codes of several sets; there is something where it is to be saved.
        Unsound: a file cannot be opened; there is no such set, or it has problems.
    """
    if options.save is not None:
        must_be_free(options.save)
    if not files and sys.stdin.isatty():
        raise BadInput(gettext("name the file with the codes. 'screening workshop collect --save codes.txt' makes it."))
    if [*files, *options.before].count(STDIN) > 1:
        raise BadInput(gettext("stdin can be read only once."))
    sets = [CodedSet(each) for each in options.cases.sets().values()]
    codes, wrong = _codes(files or [STDIN], sets, options)
    before, wrong_before = _codes(options.before, sets, options) if options.before else ((), 0)
    indicator_set = _set_of([*before, *codes])
    made = _report(indicator_set, codes)
    rounds = compare(_report(indicator_set, before), made) if options.before else None
    _give_out(Workshop(indicator_set, made, rounds, options.for_authors), options)
    return PROBLEMS_FOUND if wrong or wrong_before else DONE


def _codes(files: Sequence[Path], sets: Collection[CodedSet], options: ReportOptions) -> tuple[Sequence[CodeRead], int]:
    """The codes of one round, and how many lines could not be read.

    Raises:
        BadInput: there is none.
    """
    kept = CollectedCodes()
    wrong = sum(kept.take(lines, sets, options.cases) for lines in read_files(files))
    if not kept.codes:
        names = Listing(tuple("stdin" if path == STDIN else str(path) for path in files), "comma")
        raise BadInput(gettext("there is no code that can be used in {files}.", files=names))
    return kept.codes, wrong


def _set_of(codes: Iterable[CodeRead]) -> IndicatorSet:
    """The one set that all codes were made with.

    Raises:
        BadInput: there are several.
    """
    sets = {read.indicator_set.about.id: read.indicator_set for read in codes}
    if len(sets) > 1:
        raise BadInput(
            gettext(
                "these codes are of several sets: {sets}. A report is about one: name it with --set.",
                sets=Listing(tuple(sorted(sets)), "comma"),
            )
        )
    (indicator_set,) = sets.values()
    return indicator_set


def _report(indicator_set: IndicatorSet, codes: Sequence[CodeRead]) -> RoomReport:
    used = {read.case.id for read in codes}
    reader = RecordReader(indicator_set)
    keys: dict[str, Answers] = {
        each.id: reader.record(each.answers, each.circumstances).answers
        for each in indicator_set.vignettes
        if each.id in used
    }
    sheets = [Sheet(str(read.seat), read.case.id, read.answers) for read in codes]
    return report(indicator_set, keys, sheets, seed=_SEED)


def _give_out(workshop: Workshop, options: ReportOptions) -> None:
    language = options.cases.language
    line_by_line = options.line_by_line or bool(os.environ.get("ACCESSIBLE"))
    if options.save is None and options.format_ == "terminal":
        print_parts(workshop_parts(workshop), sys.stdout, language, line_by_line=line_by_line)
        return
    match options.format_:
        case "json":
            text = encode(workshop_data(workshop)) + "\n"
        case "html":
            # Imported here, as it alone needs the templates.
            from screening.show.workshop_html import workshop_page  # noqa: PLC0415

            text = workshop_page(workshop, language)
        case "markdown":
            text = markdown_parts(workshop_parts(workshop), language, _WIDTH_OF_FILES)
        case _:
            written = StringIO()
            print_parts(workshop_parts(workshop), written, language, line_by_line=line_by_line)
            text = written.getvalue()
    if options.save is None:
        put(text)
        return
    write_new(options.save, text)
    put(f"{language.render(gettext('The report is in {path}.', path=in_one_line(str(options.save))))}\n")
