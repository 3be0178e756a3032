"""`screening score`: de-identified records in, as JSON Lines or a table, and assessments out."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.set_catalog import open_catalog
from screening.engine.assess import Assessor
from screening.language.catalog import Catalog
from screening.language.messages import Text, gettext
from screening.reading.arriving import Arrived, Misread, RecordsFormat, arriving
from screening.reading.column_maps import read_column_map
from screening.reading.problem import sentences, shortened
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from screening.show.characters import visible_in_json
from screening.show.scores import ScoreShown, as_csv, error_data
from screening.terminal.outlet import put, tell

# In how many lines a word that was meant is looked for, which takes much longer than to assess one.
MOST_GUESSES = 1_000


class ScoreOptions(msgspec.Struct, frozen=True):
    """How records come and what is made of them.

    Attributes:
        set_name: the id of a set, built in or of the folders, or the path of one.
        folders: where sets are found besides.
        from_: what the records are written as; without it, their beginning tells.
        map: a file that says what the columns of a table are called.
        format: what the assessments are written as.
    """

    set_name: str
    folders: Sequence[Path] = ()
    from_: RecordsFormat | None = None
    map: Path | None = None
    format: Literal["jsonl", "csv"] = "jsonl"


def score(options: ScoreOptions, language: Catalog) -> int:
    """Assess the records on stdin in order; a bad one becomes an error in its place.

    Args:
        options: how they come and what is made of them.
        language: that of what is wrong with a record.

    Raises:
        Unsound: the set, the map or the header of the table cannot be used.
        BadInput: there is no such folder, or a map for what is no table.
    """
    indicator_set = find_set(options.set_name, open_catalog(options.folders))
    named = read_column_map(options.map, indicator_set) if options.map is not None else None
    records = arriving(sys.stdin.buffer, "stdin", indicator_set, options.from_, named)
    if named is not None and records.format != "csv":
        raise BadInput(gettext("a map is for the columns of a table, and these records are JSON Lines. Leave it out."))
    if records.remark is not None:
        tell(f"screening: {language.render(records.remark)}")
    failed = False
    shown = ScoreShown(indicator_set)
    encode = msgspec.json.Encoder().encode
    if options.format == "csv":
        put(as_csv([shown.columns]))
    for result in scored(records.records, indicator_set, language):
        failed = failed or "error" in result
        put(as_csv([shown.row(result)]) if options.format == "csv" else visible_in_json(encode(result).decode()) + "\n")
    return PROBLEMS_FOUND if failed else DONE


def scored(records: Iterable[Arrived], indicator_set: IndicatorSet, language: Catalog) -> Iterator[dict[str, Any]]:
    """The assessment of each record, or its error. Holds one record at a time.

    Of many records the assessment alone is wanted: what `result.evaluate` begins with, without explanation and advice.

    Args:
        records: as they arrive.
        indicator_set: the set that they were recorded with.
        language: that of what is wrong with a line.
    """
    assess = Assessor(indicator_set).assess
    reader = RecordReader(indicator_set)
    shown = ScoreShown(indicator_set)
    guesses = MOST_GUESSES
    for record in records:
        if isinstance(record, Misread):
            yield error_data(record.id, record.line, shortened(language.render(record.message)))
            continue
        try:
            answers = reader.record(record.answers, record.circumstances).answers
        except Misrecorded as error:
            guesses -= 1
            told = shortened(language.render(_told(error, guess=guesses >= 0)))
            yield error_data(record.id, record.line, told)
        else:
            yield shown.data(record.id, assess(answers), answers)


def _told(error: Misrecorded, *, guess: bool) -> Text:
    """What is wrong with a record, without what stands in it; with a guess at what was meant, which takes long."""
    return sentences(error.message, error.hint) if guess else gettext("{problem}.", problem=error.message)
