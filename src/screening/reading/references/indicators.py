"""References in `indicators.yaml`."""

from collections.abc import Iterator
from typing import Any

from screening.language.messages import gettext, quoted
from screening.reading.problem import Problem
from screening.reading.references.names import Names, duplicates, unknown
from screening.reading.shape import File
from screening.sets.data_path import DataPath
from screening.sets.fields import SourceNote
from screening.sets.model import Indicator


def in_indicators(file: File[tuple[Indicator, ...]], names: Names) -> Iterator[Problem]:
    yield from duplicates(((file, (i, "id"), each.id) for i, each in enumerate(file.value)), "indicator")
    for index, indicator in enumerate(file.value):
        if names.dimensions_readable:
            path: DataPath = (index, "dimension")
            yield from unknown(file, path, "dimension", indicator.dimension, names.about.dimensions)
        if indicator.strength is None and indicator.weight is None and not file.is_tainted((index,)):
            message = gettext(
                "the indicator {indicator} has neither a strength nor a weight, so it never counts",
                indicator=quoted(indicator.id),
            )
            yield file.problem((index,), message, gettext("Add a strength."))
        for key in ("source", "strength_source"):
            yield from in_source(file, (index, key), getattr(indicator, key), names)


def in_source(file: File[Any], path: DataPath, note: SourceNote | None, names: Names) -> Iterator[Problem]:
    if note is None or not names.sources_readable:
        return
    if note.ref is not None:
        yield from unknown(file, (*path, "ref"), "source", note.ref, names.about.sources)
    elif note.grade != "project" and not file.is_tainted(path):
        yield file.problem(
            path,
            gettext("grade {grade} needs a source", grade=note.grade),
            gettext("Add ref, or write grade: project."),
        )
