"""What `score` says of each record, for other programs and for spreadsheets. No text about anyone is in it."""

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

import msgspec

from screening.engine.assess import Assessment
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import ELEMENTS, Support
from screening.show.characters import visible_in_json

# What a spreadsheet takes for a formula, unless it is a number.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


class ScoreShown:
    """How the assessments of one set are shown. Its methods show the parts of them, each once, in their order."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: the set that the records were made with."""
        about = indicator_set.about
        self._dimensions = tuple(about.dimensions)
        self._has_bands = bool(about.bands)
        self._set = {"id": about.id, "version": about.version, "fingerprint": fingerprint(indicator_set)}

    def levels(self, assessment: Assessment, settled: bool) -> bytes:
        """The set, the level and its bounds; the score and its band, where the set has bands; the elements."""
        score = {"score": assessment.score, "band": assessment.band.id} if assessment.band is not None else {}
        level = {"level": assessment.level, "bounds": assessment.bounds, **score, "settled": settled}
        shown = {"set": self._set, **level, "elements": assessment.elements}
        return b"," + _json(shown)[1:-1] + b',"dimensions":{'

    def dimensions(self, supports: tuple[tuple[str, Support], ...]) -> bytes:
        """Some dimensions that follow each other, as keys with values; a comma stands before all but the first."""
        before = b"" if supports[0][0] == self._dimensions[0] else b","
        return before + _json(dict(supports))[1:-1]

    def flags(self, names: tuple[str, ...]) -> bytes:
        """The end of the dimensions, and the flags that are raised."""
        return b"}," + _json({"flags": names})[1:-1]

    def pathways(self, opened: tuple[str, ...], may_open: tuple[str, ...]) -> bytes:
        """The pathways that are open, and those that may open."""
        return b"," + _json({"pathways": opened, "may_open": may_open})[1:-1]

    def closed(self, names: tuple[str, ...]) -> bytes:
        """The questions that do not apply."""
        return b"," + _json({"closed": names})[1:-1]

    def set_aside(self, names: tuple[str, ...]) -> bytes:
        """Those of them that were answered."""
        return b"," + _json({"set_aside": names})[1:-1]

    def counts(self, answered: int, open_: int) -> bytes:
        """How many questions are answered and how many are not, and the beginning of what is unknown."""
        return b"," + _json({"answered": answered, "open": open_, "unknown": {"not_asked": open_}})[1:-2]

    def unknown(self, unclear: int, declined: int, in_part: int) -> bytes:
        """The rest of what is unknown: the end of a line."""
        return b"," + _json({"unclear": unclear, "declined": declined, "in_part": in_part})[1:] + b"}\n"

    def line(self, id_: str | int, parts: Iterable[bytes]) -> bytes:
        """What comes of a record, as JSON, with a new line at its end.

        Args:
            id_: that of the record.
            parts: of its assessment, all of them in their order.
        """
        return b"".join([b'{"id":', _id(id_), *parts])

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
