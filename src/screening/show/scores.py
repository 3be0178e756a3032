"""What `score` says of each record, for other programs and for spreadsheets. No text about anyone is in it."""

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

import msgspec

from screening.engine.assess import Assessment
from screening.engine.patterns import Pattern
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import ELEMENTS, Support
from screening.show.characters import visible_in_json

# What a spreadsheet takes for a formula, unless it is a number.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


class ScoreShown:
    """How the assessments of one set are shown. Its methods show the parts of them, each once."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: the set that the records were made with."""
        about = indicator_set.about
        self._dimensions = tuple(about.dimensions)
        self._has_bands = bool(about.bands)
        of_set = {"id": about.id, "version": about.version, "fingerprint": fingerprint(indicator_set)}
        self._set = b',"set":' + _json(of_set)

    def dimensions(self, supports: tuple[tuple[str, Support], ...]) -> bytes:
        """Some dimensions that follow each other, as keys with values; a comma stands before all but the first."""
        before = b"" if supports[0][0] == self._dimensions[0] else b","
        return before + _json(dict(supports))[1:-1]

    def levels(self, assessment: Assessment) -> bytes:
        """The level and its bounds; the score and its band, where the set has bands."""
        score = {"score": assessment.score, "band": assessment.band.id} if assessment.band is not None else {}
        return b"," + _json({"level": assessment.level, "bounds": assessment.bounds, **score})[1:-1]

    def elements(self, assessment: Assessment) -> bytes:
        """The elements, and the beginning of the dimensions."""
        return b',"elements":' + _json(assessment.elements) + b',"dimensions":{'

    def pathways(self, opened: tuple[str, ...], may_open: tuple[str, ...]) -> bytes:
        """The pathways that are open, and those that may open."""
        return b"," + _json({"pathways": opened, "may_open": may_open})[1:-1]

    def names(self, names: tuple[str, ...]) -> bytes:
        """Ids in a row."""
        return _json(names)

    def counts(self, answered: int, open_: int, unclear: int, declined: int, in_part: int) -> bytes:
        """How many questions are answered and how many are not, and what is unknown: the end of a line."""
        unknown = {"not_asked": open_, "unclear": unclear, "declined": declined, "in_part": in_part}
        return b"," + _json({"answered": answered, "open": open_, "unknown": unknown})[1:] + b"\n"

    def line(self, id_: str | int, pattern: Pattern[bytes]) -> bytes:
        """What comes of a record, as JSON, with a new line at its end.

        Args:
            id_: that of the record.
            pattern: of its answers.
        """
        parts = [
            b'{"id":',
            _id(id_),
            self._set,
            pattern.levels,
            b',"settled":true' if pattern.settled else b',"settled":false',
            pattern.elements,
            *[shown for _, shown in pattern.dimensions],
            b'},"flags":',
            pattern.flags,
            pattern.pathways,
            b',"closed":',
            pattern.closed,
            b',"set_aside":',
            pattern.set_aside,
            pattern.counts,
        ]
        return b"".join(parts)

    @property
    def columns(self) -> list[str]:
        """The header of a table of what comes of records."""
        return [
            *("id", "set", "version", "fingerprint", "level", "lower", "upper", "settled"),
            *(("score", "band") if self._has_bands else ()),
            *ELEMENTS,
            *(f"dimension/{name}" for name in self._dimensions),
            *("flags", "pathways", "may_open", "answered", "not_asked", "unclear", "declined", "in_part"),
            *("closed", "set_aside", "line", "error"),
        ]

    def row(self, data: Mapping[str, Any]) -> list[Any]:
        """What comes of a record, or why nothing does, as a row under `columns`.

        Args:
            data: as `line` and `error_line` give it, read.
        """
        flat = {name: value for name, value in data.items() if not isinstance(value, Mapping)}
        flat["id"] = harmless_in_spreadsheets(data["id"])
        if "error" in data:
            flat["error"] = harmless_in_spreadsheets(data["error"])
        else:
            about = data["set"]
            flat |= {"set": about["id"], "version": about["version"], "fingerprint": about["fingerprint"]}
            flat["lower"], flat["upper"] = data["bounds"]
            flat |= data["elements"] | data["unknown"]
            flat |= {f"dimension/{name}": support for name, support in data["dimensions"].items()}
        return [_cell(flat.get(column)) for column in self.columns]


def error_line(id_: str | int | None, line: int, error: str) -> bytes:
    """That nothing came of what stands where a record should, as JSON, with a new line at its end.

    Args:
        id_: that of the record, where it can be told.
        line: where it begins.
        error: what is wrong with it.
    """
    return _json({"id": id_, "line": line, "error": error}) + b"\n"


def as_csv(rows: Iterable[Iterable[Any]]) -> str:
    """Rows as text, with new lines at their ends."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def harmless_in_spreadsheets(value: Any) -> Any:
    """A text from somebody else, with an apostrophe before what a spreadsheet would carry out as a formula."""
    if isinstance(value, str) and _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return f"'{value}"
    return value


def _cell(value: Any) -> Any:
    match value:
        case bool():
            return "true" if value else "false"
        case tuple() | list():
            return " ".join(value)
        case _:
            return value


def _json(data: Any) -> bytes:
    return visible_in_json(msgspec.json.encode(data).decode()).encode()


def _id(id_: str | int) -> bytes:
    encoded = msgspec.json.encode(id_)
    # What is ASCII is escaped already, but for one character.
    return encoded if encoded.isascii() and b"\x7f" not in encoded else _json(id_)
