"""Counts of many records, as they are shared: as JSON and as a table."""

from collections.abc import Iterator
from typing import Any

from screening.result.share import LEAST, Shared
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet

COLUMNS = ("set", "version", "fingerprint", "count_of", "id", "and", "records")
# In the place of a number, for an empty cell would be taken for none.
WITHHELD = "withheld"


def share_data(indicator_set: IndicatorSet, counts: Shared) -> dict[str, Any]:
    """Counts as data. Null: withheld; so is every pair that is not there.

    Args:
        indicator_set: the set that the records were made with.
        counts: what can be shared.
    """
    about = indicator_set.about
    return {
        "set": {"id": about.id, "version": about.version, "fingerprint": fingerprint(indicator_set)},
        "withheld_under": LEAST,
        "records": counts.records,
        "levels": counts.levels,
        "indicators": counts.indicators,
        "pairs": [{"indicators": pair, "records": number} for pair, number in counts.pairs.items()],
    }


def share_rows(indicator_set: IndicatorSet, counts: Shared) -> Iterator[list[Any]]:
    """Counts as rows, with their header.

    Args:
        indicator_set: the set that the records were made with.
        counts: what can be shared.
    """
    about = indicator_set.about
    of_set = [about.id, about.version, fingerprint(indicator_set)]
    yield [*COLUMNS]
    yield [*of_set, "records", "", "", _number(counts.records)]
    for level, number in counts.levels.items():
        yield [*of_set, "level", level, "", _number(number)]
    for indicator, number in counts.indicators.items():
        yield [*of_set, "indicator", indicator, "", _number(number)]
    for (first, second), both in counts.pairs.items():
        yield [*of_set, "pair", first, second, both]


def _number(number: int | None) -> int | str:
    return WITHHELD if number is None else number
