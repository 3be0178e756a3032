"""The closed lists of words, and their order."""

from screening.sets.vocabulary import RANK


def test_too_little_known_ranks_with_nothing_recorded() -> None:
    assert RANK["too_little_known"] == RANK["none_recorded"] < RANK["some_concern"] < RANK["clear_concern"]
