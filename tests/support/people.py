"""Four people whom a screener met, whose screenings, numbers and pages are looked at again and again."""

from collections.abc import Mapping

from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.sets.answers import Answer

# A vignette with the same story, and what is known besides.
PEOPLE: Mapping[str, tuple[str, Mapping[str, Answer]]] = {
    "domestic worker": ("quiet-kitchen", {}),
    "boy of 16": ("sixteen-hours", {"situation": ("other",)}),
    "man on a fishing boat": ("long-line", {"police": "no", "identity_card": "no"}),
    "adult who sells sex by choice": ("own-terms", {}),
}


def answers_of(name: str, reader: RecordReader) -> dict[str, Answer]:
    """What is recorded of one of them, in Hong Kong."""
    vignette_id, more = PEOPLE[name]
    vignette = next(each for each in find_set("palermo").vignettes if each.id == vignette_id)
    circumstances = reader.circumstances({**vignette.circumstances, "place": "hk", **more})
    return {**reader.answers(vignette.answers), **circumstances}
