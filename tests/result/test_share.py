"""What can be shared of counts: nothing of few people, and nothing from which that could be worked out."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest

from screening.result.share import Shared, Tally, shared
from tests.support.thorough import one_in


def split(number: int, parts: int) -> Iterator[tuple[int, ...]]:
    """Every way to share out a number."""
    if parts == 1:
        yield (number,)
        return
    for first in range(number + 1):
        for rest in split(number - first, parts - 1):
            yield (first, *rest)


def worked_out(everything: list[Tally], least: int) -> list[Any]:
    """What is withheld and has one value only in all the files that are told of alike."""
    alike: dict[Any, list[tuple[Tally, Shared]]] = defaultdict(list)
    for tally in everything:
        told = shared(tally, least)
        key = (told.records, tuple(told.levels.items()), tuple(told.indicators.items()), tuple(told.pairs.items()))
        alike[key].append((tally, told))
    found = []
    for files in alike.values():
        told = files[0][1]
        cells: list[tuple[str, Any]] = [("levels", name) for name, number in told.levels.items() if number is None]
        cells += [("indicators", name) for name, number in told.indicators.items() if number is None]
        cells += [("pairs", pair) for pair in combinations(told.indicators, 2) if pair not in told.pairs]
        for table, name in cells:
            if len({getattr(tally, table).get(name, 0) for tally, _ in files}) == 1:
                found.append((told, table, name))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("levels", "records", "least"), [(2, 10, 3), (3, 12, 3), (4, 20, 4), (4, 30, 5), (4, 40, 10)])
def test_no_level_that_is_withheld_can_be_worked_out_from_the_others(levels: int, records: int, least: int) -> None:
    names = [f"level-{number}" for number in range(levels)]
    files = [Tally(records, dict(zip(names, each, strict=True)), {}) for each in split(records, levels)]

    assert worked_out(files, least) == []


INDICATORS = [(1, 12, 3), (2, 14, 3), (2, 22, 4), (3, 9, 2), (3, 11, 3)]


@pytest.mark.slow
@pytest.mark.parametrize(("indicators", "records", "least"), one_in(2, INDICATORS))
def test_no_indicator_or_pair_that_is_withheld_can_be_worked_out(indicators: int, records: int, least: int) -> None:
    names = [f"i-{number}" for number in range(indicators)]
    held = [[name for name, has in zip(names, each, strict=True) if has] for each in product([0, 1], repeat=indicators)]
    files = []
    for each in split(records, len(held)):
        # Two levels of which neither is few, whatever the indicators are.
        tally = Tally(records, {"some": records // 2, "none": records - records // 2}, dict.fromkeys(names, 0))
        for number, present in zip(each, held, strict=True):
            for name in present:
                tally.indicators[name] += number
            for pair in combinations(present, 2):
                tally.pairs[pair] = tally.pairs.get(pair, 0) + number
        files.append(tally)

    assert worked_out(files, least) == []


def tally(records: int, levels: tuple[int, int, int], **indicators: int) -> Tally:
    """Counts without pairs."""
    return Tally(records, dict(zip(("a", "b", "c"), levels, strict=True)), {**indicators})


def test_of_fewer_than_ten_records_nothing_is_told() -> None:
    told = shared(tally(9, (9, 0, 0), i=9))

    assert (told.records, set(told.levels.values()), set(told.indicators.values())) == (None, {None}, {None})


def test_counts_of_ten_and_more_are_told_as_they_are() -> None:
    told = shared(tally(100, (10, 60, 30), i=10, j=90))

    assert (told.levels, told.indicators) == ({"a": 10, "b": 60, "c": 30}, {"i": 10, "j": 90})


def test_one_level_that_is_withheld_takes_a_second_with_it() -> None:
    assert shared(tally(100, (60, 37, 3))).levels == {"a": None, "b": 37, "c": None}


def test_two_that_have_too_few_together_take_a_third_with_them() -> None:
    assert shared(tally(100, (91, 5, 4))).levels == {"a": None, "b": None, "c": None}


def test_what_nearly_everybody_has_is_withheld_too() -> None:
    told = shared(tally(100, (50, 50, 0), i=95, j=50, k=50)).indicators

    assert told == {"i": None, "j": None, "k": 50}


def test_a_pair_is_told_where_none_of_its_four_counts_is_small() -> None:
    counts = {"i": 40, "j": 40}

    def told(both: int) -> bool:
        return bool(shared(Tally(100, {"a": 50, "b": 50}, counts, {("i", "j"): both})).pairs)

    assert [both for both in range(41) if told(both)] == list(range(10, 31))


def test_records_are_counted() -> None:
    counted = Tally(0, {"a": 0, "b": 0}, {"i": 0, "j": 0, "k": 0})
    counted.add("a", ("i", "k"))
    counted.add("a", ("i", "j", "k"))

    assert counted == Tally(
        2, {"a": 2, "b": 0}, {"i": 2, "j": 1, "k": 2}, {("i", "k"): 2, ("i", "j"): 1, ("j", "k"): 1}
    )
