"""Whether everything in a set that is named is there, and stands where the grammar lets it stand.

What is checked here would make the engine wrong or stop it; a set with such a problem is not used. What makes a set
unwise is the business of `lint`. Names that could not be read are passed over: their own problem is told already.
"""

from collections.abc import Iterator

from screening.reading.problem import Problem
from screening.reading.records import RecordReader
from screening.reading.references.conditions import in_gates, in_guidance
from screening.reading.references.indicators import in_indicators
from screening.reading.references.names import Names, duplicates
from screening.reading.references.number_bands import in_number_bands
from screening.reading.references.questions import in_questions, in_sections
from screening.reading.references.ratings import in_ratings
from screening.reading.references.set_file import in_set_file
from screening.reading.references.vignettes import in_vignette
from screening.reading.shape import File
from screening.sets.guidance import Pathway
from screening.sets.model import Indicator, SetFile
from screening.sets.questions import Section
from screening.sets.vignette import Vignette


def reference_problems(
    about: File[SetFile],
    indicators: File[tuple[Indicator, ...]] | None,
    sections: tuple[File[Section], ...],
    guidance: File[tuple[Pathway, ...]] | None,
    vignettes: tuple[File[Vignette], ...],
) -> Iterator[Problem]:
    """All problems of reference in the files of one set, in no particular order."""
    names = Names(about, indicators, sections, guidance)
    yield from in_set_file(about, names)
    yield from in_sections(about, sections, names)
    yield from in_questions(names)
    yield from in_ratings(names)
    yield from in_number_bands(names)
    yield from in_gates(names)
    if indicators is not None:
        yield from in_indicators(indicators, names)
    if guidance is not None:
        yield from in_guidance(guidance, names)
    reader = RecordReader(names.by_id.values())
    for file in vignettes:
        yield from in_vignette(file, names, reader)
    yield from duplicates(((file, ("id",), file.value.id) for file in vignettes), "vignette")
