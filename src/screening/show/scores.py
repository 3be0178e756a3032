"""What `score` says of each record, for other programs and for spreadsheets. No text about anyone is in it."""

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any

from screening.engine.assess import Assessment
from screening.sets.answers import DECLINED, UNCLEAR, Answers, rest_of, ticks_of
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import ELEMENTS
from screening.show.data import assessment_data

# What a spreadsheet takes for a formula, unless it is a number.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")


class ScoreShown:
    """How the assessments of one set are shown."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: the set that the records were made with."""
        about = indicator_set.about
        self._set = {"id": about.id, "version": about.version, "fingerprint": fingerprint(indicator_set)}
        self._dimensions = tuple(about.dimensions)
        self._questions = frozenset(question.id for _, _, question in indicator_set.questions())
        self._has_bands = bool(about.bands)

    def data(self, id_: str | int, assessment: Assessment, answers: Answers) -> dict[str, Any]:
        """What comes of a record.

        Args:
            id_: that of the record.
            assessment: of its answers.
            answers: what was recorded, those among them that are set aside.
        """
        closed = frozenset(assessment.closed)
        band = assessment.band
        return {
            "id": id_,
            "set": self._set,
            **assessment_data(assessment),
            **({"score": assessment.score, "band": band.id} if band is not None else {}),
            "set_aside": [question for question in assessment.closed if question in answers],
            "unknown": {
                "not_asked": assessment.open,
                **_unknown(answers[name] for name in answers if name in self._questions - closed),
            },
        }

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
            data: as `data` and `error_data` give it.
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


def error_data(id_: str | int | None, line: int, error: str) -> dict[str, Any]:
    """That nothing came of what stands where a record should.

    Args:
        id_: that of the record, where it can be told.
        line: where it begins.
        error: what is wrong with it.
    """
    return {"id": id_, "line": line, "error": error}


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


def _unknown(answers: Iterable[Any]) -> dict[str, int]:
    """How many answers leave something open: all of it unclear or declined, or what was not ticked."""
    counts = {UNCLEAR: 0, DECLINED: 0, "in_part": 0}
    for answer in answers:
        rest = rest_of(answer)
        if rest is not None:
            counts["in_part" if ticks_of(answer) else rest] += 1
    return counts
