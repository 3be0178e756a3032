"""`screening score`: de-identified records in, as JSON Lines or a table, and assessments out."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.set_catalog import open_catalog
from screening.engine.assess import Assessor
from screening.language.catalog import Catalog
from screening.language.messages import gettext, ngettext
from screening.reading.arriving import Arrived, Misread, RecordsFormat, arriving
from screening.reading.column_maps import read_column_map
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.sets import find_set
from screening.result.share import Tally, shared
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import RANK
from screening.show.characters import visible_in_json
from screening.show.scores import ScoreShown, as_csv
from screening.show.scoring import Scoring
from screening.show.share import share_data, share_rows
from screening.terminal.outlet import put, tell

# How much is written at once: every piece goes through the door by itself.
_PIECE = 32 * 1024

# After how many records it is looked whether to show how far it is.
_SHOWN_EVERY = 200


class ScoreOptions(msgspec.Struct, frozen=True):
    """How records come and what is made of them.

    Attributes:
        set_name: the id of a set, built in or of the folders, or the path of one.
        folders: where sets are found besides.
        from_: what the records are written as; without it, their beginning tells.
        map: a file that says what the columns of a table are called.
        format: what the assessments are written as; `htcds` is JSON Lines in the words of a standard for cases.
        share: whether counts are wanted that can be shared, in their place.
    """

    set_name: str
    folders: Sequence[Path] = ()
    from_: RecordsFormat | None = None
    map: Path | None = None
    format: Literal["jsonl", "csv", "htcds"] = "jsonl"
    share: bool = False


def score(options: ScoreOptions, language: Catalog) -> int:
    """Assess the records on stdin in order; a bad one becomes an error in its place.

    Args:
        options: how they come and what is made of them.
        language: that of what is wrong with a record.

    Raises:
        Unsound: the set, the map or the header of the table cannot be used.
        BadInput: there is no such folder, a map for what is no table, or counts in a format that has none.
    """
    if options.share and options.format == "htcds":
        raise BadInput(gettext("counts to share are of no single record, and htcds is a line for each. Leave one out."))
    indicator_set = find_set(options.set_name, open_catalog(options.folders))
    named = read_column_map(options.map, indicator_set) if options.map is not None else None
    records = arriving(sys.stdin.buffer, "stdin", indicator_set, options.from_, named)
    if named is not None and records.format != "csv":
        raise BadInput(gettext("a map is for the columns of a table, and these records are JSON Lines. Leave it out."))
    if records.remark is not None:
        tell(f"screening: {language.render(records.remark)}")
    arrived = _watched(records.records, language)
    if options.share:
        return _share(arrived, indicator_set, language, as_table=options.format == "csv")
    scoring = Scoring(indicator_set, language)
    if options.format == "htcds":
        put_lines(scoring.cases(arrived))
    elif options.format == "csv":
        put_lines(_rows(scoring.lines(arrived), ScoreShown(indicator_set)))
    else:
        put_lines(scoring.lines(arrived))
    return PROBLEMS_FOUND if scoring.errors else DONE


def put_lines(lines: Iterable[bytes]) -> None:
    """Write lines, many at once.

    Args:
        lines: each with a new line at its end.
    """
    held: list[bytes] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= _PIECE:
            put(b"".join(held).decode())
            held, size = [], 0
    if held:
        put(b"".join(held).decode())


def _watched(records: Iterator[Arrived], language: Catalog) -> Iterator[Arrived]:
    """The records; how many have come is shown meanwhile to whoever waits at a terminal."""
    if not (sys.stderr.isatty() and not sys.stdout.isatty()):
        return records
    # Imported here: nobody watches as a rule.
    from screening.terminal.progress import progress

    def passing() -> Iterator[Arrived]:
        with progress(lambda count: language.render(ngettext("{count} record", "{count} records", count))) as show:
            for number, record in enumerate(records, 1):
                if number % _SHOWN_EVERY == 0:
                    show(number)
                yield record

    return passing()


def _share(records: Iterable[Arrived], indicator_set: IndicatorSet, language: Catalog, *, as_table: bool) -> int:
    """Count the records, and say what can be shared of that."""
    assess, read = Assessor(indicator_set).assess, RecordReader(indicator_set).record
    indicators = dict.fromkeys((indicator.id for indicator in indicator_set.indicators), 0)
    tally = Tally(0, dict.fromkeys(RANK, 0), indicators)
    wrong = 0
    for record in records:
        try:
            if isinstance(record, Misread):
                wrong += 1
            else:
                assessment = assess(read(record.answers, record.circumstances).answers)
                tally.add(assessment.level, assessment.present)
        except Misrecorded:
            wrong += 1
    counts = shared(tally)
    if as_table:
        put(as_csv(share_rows(indicator_set, counts)))
    else:
        put(visible_in_json(msgspec.json.encode(share_data(indicator_set, counts)).decode()) + "\n")
    if wrong:
        told = ngettext(
            "{count} record cannot be read and is not counted. Without --share it is told why.",
            "{count} records cannot be read and are not counted. Without --share it is told why.",
            wrong,
        )
        tell(f"screening: {language.render(told)}")
    return PROBLEMS_FOUND if wrong else DONE


def _rows(lines: Iterable[bytes], shown: ScoreShown) -> Iterator[bytes]:
    """The same as rows of a table."""
    yield as_csv([shown.columns]).encode()
    for line in lines:
        yield as_csv([shown.row(msgspec.json.decode(line))]).encode()
