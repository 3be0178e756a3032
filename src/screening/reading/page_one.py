"""The services that a first page shows most often, worked out over the invented cases and never over anybody's use."""

from screening.reading.files import read_file
from screening.reading.set_catalog import data_folder


def shown_most(place: str) -> tuple[str, ...]:
    """The ids of services of a place, those that the vignettes' first pages show most often first.

    Args:
        place: its code. Of a place that is not built in, nothing is known.
    """
    return tuple(read_file(data_folder("desk") / "page_one.yaml").data.get(place, ()))
