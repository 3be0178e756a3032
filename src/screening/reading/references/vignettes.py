"""References in a vignette: answers, circumstances, and what its key names."""

from collections.abc import Callable, Iterator
from typing import Any

from screening.language.messages import gettext, quoted
from screening.reading.problem import Problem
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.references.names import Names, unknown
from screening.reading.shape import File
from screening.sets.answers import Answer
from screening.sets.data_path import DataPath
from screening.sets.vignette import Vignette


def in_vignette(file: File[Vignette], names: Names, reader: RecordReader) -> Iterator[Problem]:
    vignette = file.value
    for name, value in vignette.circumstances.items():
        yield from _in_record(file, ("circumstances", name), reader.circumstances, value)
    if names.sections_readable:
        for name, value in vignette.answers.items():
            yield from _in_record(file, ("answers", name), reader.answers, value)
    expect = vignette.expect
    if names.about_readable:
        for name in expect.dimensions:
            path: DataPath = ("expect", "dimensions", name)
            yield from unknown(file, path, "dimension", name, names.about.dimensions)
        for index, name in enumerate(expect.flags or ()):
            path = ("expect", "flags", index)
            yield from unknown(file, path, "flag", name, names.all_flags)
    if names.guidance_readable:
        for index, name in enumerate(expect.pathways or ()):
            path = ("expect", "pathways", index)
            yield from unknown(file, path, "pathway", name, names.pathways)
            if name in names.always_open:
                yield file.problem(
                    path,
                    gettext("{name} is always open", name=quoted(name)),
                    gettext("Leave it out of what is expected."),
                )


def _in_record(
    file: File[Vignette], path: tuple[str, str], read: Callable[[dict[str, Any]], object], value: Answer
) -> Iterator[Problem]:
    if file.is_tainted(path):
        return
    try:
        read({path[1]: value})
    except Misrecorded as error:
        yield file.problem(path, error.message, error.hint)
