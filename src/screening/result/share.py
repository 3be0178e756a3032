"""Counts of many records that can be shared, for nothing is told of few people (pure).

A count of fewer than ten is withheld, and so is one of all but fewer than ten. What is withheld must not be worked out
from what is told, by somebody who knows these rules too. So:

- Of the levels, which add up to all records, never one alone is withheld, nor some that leave nothing open because
  they have so few together, or as many as few can be. Which is withheld besides goes by their order and never by a
  count, for that would tell something of it. It is the same for indicators.
- Of a pair, four counts can be worked out: both, the one alone, the other alone, and neither. It is told only where
  none of them is small.
"""

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from msgspec import Struct

LEAST = 10


class Tally(Struct):
    """Counts of records, as they are.

    Attributes:
        records: all of them.
        levels: of each level.
        indicators: of those in which each is present.
        pairs: of those in which two are, by their ids in order.
    """

    records: int
    levels: dict[str, int]
    indicators: dict[str, int]
    pairs: dict[tuple[str, str], int] = {}

    def add(self, level: str, present: Iterable[str]) -> None:
        """Count a record.

        Args:
            level: its level.
            present: the ids of its indicators, in the set's order.
        """
        names = tuple(present)
        self.records += 1
        self.levels[level] += 1
        for name in names:
            self.indicators[name] += 1
        for pair in combinations(names, 2):
            self.pairs[pair] = self.pairs.get(pair, 0) + 1


class Shared(Struct, frozen=True):
    """Counts that can be shared. None: withheld; a pair that is withheld is not there.

    Attributes:
        records: all of them.
        levels, indicators, pairs: as in `Tally`.
    """

    records: int | None
    levels: Mapping[str, int | None]
    indicators: Mapping[str, int | None]
    pairs: Mapping[tuple[str, str], int]


def shared(tally: Tally, least: int = LEAST) -> Shared:
    """What can be shared of counts.

    Args:
        tally: the counts.
        least: of how many people something may be told.
    """
    records = tally.records
    if records < least:
        return Shared(None, dict.fromkeys(tally.levels), dict.fromkeys(tally.indicators), {})
    levels = _without_few(tally.levels, records, least)
    indicators = _without_few(tally.indicators, records, least)
    if len(indicators) == 1 and None in levels.values():
        # It may be all that the level is.
        indicators = dict.fromkeys(indicators)
    told = {
        pair: number for pair, number in tally.pairs.items() if _can_be_told(number, pair, indicators, records, least)
    }
    return Shared(records, levels, indicators, told)


def _without_few(counts: Mapping[str, int], records: int, least: int) -> dict[str, int | None]:
    withheld = {name for name, number in counts.items() if not least <= number <= records - least}
    for name in counts:
        if not withheld or _is_open(withheld, sum(counts[each] for each in withheld), least):
            break
        withheld.add(name)
    return {name: None if name in withheld else number for name, number in counts.items()}


def _is_open(withheld: Collection[str], together: int, least: int) -> bool:
    """Whether what they have together leaves open what each of them has, also where all of them have few."""
    return len(withheld) > 1 and together >= least and together != len(withheld) * (least - 1)


def _can_be_told(
    both: int, pair: tuple[str, str], indicators: Mapping[str, int | None], records: int, least: int
) -> bool:
    first, second = (indicators[name] for name in pair)
    if first is None or second is None:
        return False
    return min(both, first - both, second - both, records - first - second + both) >= least
