"""People who answer at random give every answer that there is, and know whom they talk to."""

from collections import Counter
from random import Random

from screening.practice.at_random import records_at_random
from screening.sets.items import items_of
from tests.practice.small_room import KEY, works_set


def test_each_answer_is_as_likely_as_another_and_each_option_as_likely_as_not() -> None:
    records = list(records_at_random(works_set(), KEY, 600, Random(1).random))
    paid = Counter(record["paid"] for record in records)
    holds = Counter(record["holds"] for record in records)

    assert paid.keys() == {"well", "little", "never"}
    assert holds.keys() == {(), ("papers",), ("watched",), ("papers", "watched")}
    assert all(abs(count - 200) < 50 for count in paid.values())
    assert all(abs(count - 150) < 50 for count in holds.values())


def test_they_know_whom_they_talk_to_and_say_nothing_that_the_set_does_not_take() -> None:
    items = items_of(works_set())
    for record in records_at_random(works_set(), KEY, 20, Random(2).random):
        assert (record["age"], record["under_18_when_it_began"]) == ("adult", "no")
        assert record.keys() == items.keys()
        assert all(items[name].takes(answer) or answer == () for name, answer in record.items())


def test_the_same_draws_make_the_same_records() -> None:
    first, again, other = (list(records_at_random(works_set(), KEY, 20, Random(seed).random)) for seed in (1, 1, 2))

    assert first == again != other
