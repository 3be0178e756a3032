"""`screening score`: JSON Lines of de-identified records in, assessments out."""

import sys
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from screening.assess import Assessor
from screening.commands.outcome import DONE, PROBLEMS_FOUND
from screening.commands.shelf import open_shelf
from screening.model import IndicatorSet
from screening.reading.library import find_set
from screening.reading.records import Misrecorded, RecordReader
from screening.show.data import assessment_data

_MAX_LINE = 1024 * 1024


class Line(msgspec.Struct, forbid_unknown_fields=True):
    """One record."""

    id: str | int
    circumstances: dict[str, Any] = {}
    answers: dict[str, Any] = {}


def score(set_name: str, folders: Sequence[Path] = ()) -> int:
    """Assess the records on stdin, a line each, in order; a bad line becomes an error in its place.

    Args:
        set_name: the id of a set, built in or of the folders, or the path of one.
        folders: where sets are found besides.

    Raises:
        Unsound: the set cannot be used.
        BadInput: there is no such folder.
    """
    indicator_set = find_set(set_name, open_shelf(folders))
    output = sys.stdout.buffer
    failed = False
    encode = msgspec.json.Encoder().encode
    for result in scored(_lines(sys.stdin.buffer), indicator_set):
        failed = failed or "error" in result
        output.write(encode(result) + b"\n")
    output.flush()
    return PROBLEMS_FOUND if failed else DONE


def scored(lines: Iterable[bytes], indicator_set: IndicatorSet) -> Iterator[dict[str, Any]]:
    """The assessment of each line that is not blank, or its error. Holds one line at a time."""
    assess = Assessor(indicator_set).assess
    reader = RecordReader(indicator_set)
    decode = msgspec.json.Decoder(Line).decode
    for line in lines:
        if not line.strip():
            continue
        record = None
        try:
            record = decode(line)
            assessment = assess(reader.answers(record.answers), reader.circumstances(record.circumstances))
        except (msgspec.DecodeError, Misrecorded, UnicodeDecodeError, RecursionError) as error:
            yield {"id": record.id if record is not None else _id_of(line), "error": _told(line, error)}
        else:
            yield {"id": record.id, **assessment_data(assessment)}


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The stream's lines, none longer than memory allows: one that is too long is cut, and so becomes an error."""
    mark = stream.peek(len(BOM_UTF8)) if isinstance(stream, BufferedReader) else b""
    if mark.startswith(BOM_UTF8):
        stream.read(len(BOM_UTF8))
    while line := stream.readline(_MAX_LINE):
        if not line.endswith(b"\n"):
            while (rest := stream.readline(_MAX_LINE)) and not rest.endswith(b"\n"):
                pass
        yield line


def _told(line: bytes, error: Exception) -> str:
    """What is wrong with a line, without what stands in it."""
    if len(line) >= _MAX_LINE:
        return f"the line is longer than {_MAX_LINE} bytes. Give one record a line."
    if isinstance(error, RecursionError):
        return "the line is nested too deep. Answers are texts and lists of texts."
    return str(error)


def _id_of(line: bytes) -> str | int | None:
    """The id of a line that is no record, where it can still be told."""
    try:
        data = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    name = data.get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str | int) and not isinstance(name, bool) else None
