"""`screening score`: JSON Lines of de-identified records in, assessments out."""

import re
import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from screening.commands.exit_codes import DONE, PROBLEMS_FOUND
from screening.commands.set_catalog import open_catalog
from screening.engine.assess import Assessor
from screening.language.catalog import Catalog
from screening.language.messages import Text, gettext
from screening.reading.problem import sentences, shortened
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from screening.show.characters import visible_in_json
from screening.show.data import assessment_data
from screening.terminal.outlet import put

MAX_LINE = 1024 * 1024
# In how many lines a word that was meant is looked for, which takes much longer than to assess one.
MOST_GUESSES = 1_000
# How deep the decoder can go depends on the version of Python.
_MAX_DEPTH = 30
_TEXT_OR_PLAIN = re.compile(rb'"(?:[^"\\]++|\\.)*+\\?(?:"|\Z)|[^]["{}]++', re.DOTALL)


class _TooDeep(Exception):
    """A line that no record is nested like."""


class InputLine(msgspec.Struct, forbid_unknown_fields=True):
    """One record."""

    id: str | int
    circumstances: dict[str, Any] = {}
    answers: dict[str, Any] = {}


def score(set_name: str, language: Catalog, folders: Sequence[Path] = ()) -> int:
    """Assess the records on stdin, a line each, in order; a bad line becomes an error in its place.

    Args:
        set_name: the id of a set, built in or of the folders, or the path of one.
        language: that of what is wrong with a line.
        folders: where sets are found besides.

    Raises:
        Unsound: the set cannot be used.
        BadInput: there is no such folder.
    """
    indicator_set = find_set(set_name, open_catalog(folders))
    failed = False
    encode = msgspec.json.Encoder().encode
    for result in scored(lines_of(sys.stdin.buffer), indicator_set, language):
        failed = failed or "error" in result
        put(visible_in_json(encode(result).decode()) + "\n")
    return PROBLEMS_FOUND if failed else DONE


def scored(lines: Iterable[bytes | None], indicator_set: IndicatorSet, language: Catalog) -> Iterator[dict[str, Any]]:
    """The assessment of each line, or its error. Holds one line at a time.

    Of many records the assessment alone is wanted: what `result.evaluate` begins with, without explanation and advice.

    Args:
        lines: the lines, None for one that is too long.
        indicator_set: the set that they were recorded with.
        language: that of what is wrong with a line.
    """
    assess = Assessor(indicator_set).assess
    reader = RecordReader(indicator_set)
    decode = msgspec.json.Decoder(InputLine).decode
    guesses = MOST_GUESSES
    for line in lines:
        if line is None:
            too_long = gettext("the line is longer than {most} bytes. Give one record per line.", most=str(MAX_LINE))
            yield {"id": None, "error": language.render(too_long)}
            continue
        record = None
        try:
            record = decode(_flat_enough(line))
            assessment = assess(reader.record(record.answers, record.circumstances).answers)
        except (msgspec.DecodeError, Misrecorded, UnicodeDecodeError, _TooDeep) as error:
            guesses -= isinstance(error, Misrecorded)
            told = _told(error, guess=guesses >= 0)
            yield {
                "id": record.id if record is not None else _id_of(line),
                "error": shortened(language.render(told)),
            }
        else:
            yield {"id": record.id, **assessment_data(assessment)}


def lines_of(stream: BinaryIO, most: int = MAX_LINE) -> Iterator[bytes | None]:
    """The stream's lines that are not blank, in order, without its mark of byte order.

    Args:
        stream: where they come from.
        most: how many bytes a line may have; of a longer one no more is ever held, and None stands in its place.
    """
    mark = BOM_UTF8
    # One byte more than a line may have, for its end, which does not count.
    while piece := stream.readline(most + 1):
        line = piece.removeprefix(mark)
        mark, blank, too_long = b"", not line.strip(), False
        while len(piece) > most and not piece.endswith(b"\n"):
            piece = stream.readline(most + 1)
            blank, too_long = blank and not piece.strip(), True
        if not blank:
            yield None if too_long else line


def _told(error: Exception, *, guess: bool) -> Text:
    """What is wrong with a line, without what stands in it; with a guess at what was meant, which takes long."""
    match error:
        case _TooDeep():
            return gettext("the line is nested too deeply. Answers are texts and lists of texts.")
        case Misrecorded() if not guess:
            return gettext("{problem}.", problem=error.message)
        case Misrecorded():
            return sentences(error.message, error.hint)
        case _:
            return str(error)


def _flat_enough(line: bytes) -> bytes:
    """The line, where it is not nested too deep.

    Raises:
        _TooDeep: it is.
    """
    if line.count(b"[") + line.count(b"{") > _MAX_DEPTH:
        depth = 0
        for bracket in _TEXT_OR_PLAIN.sub(b"", line):
            depth += 1 if bracket in b"[{" else -1
            if depth > _MAX_DEPTH:
                raise _TooDeep
    return line


def _id_of(line: bytes) -> str | int | None:
    """The id of a line that is no record, where it can still be told."""
    try:
        data = msgspec.json.decode(_flat_enough(line))
    except (msgspec.DecodeError, UnicodeDecodeError, _TooDeep):
        return None
    name = data.get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str | int) and not isinstance(name, bool) else None
