"""What a place without a directory, or whose directory lists nobody, gets."""

from typing import get_args

import pytest

from screening.referral.anywhere import ANYWHERE, directory_of, with_anywhere
from screening.sets.needs import Need
from tests.support.building import directories, hong_kong
from tests.support.services import directory

NEEDS: tuple[Need, ...] = get_args(Need)


def test_what_holds_anywhere_is_said_where_a_place_says_nothing_itself() -> None:
    anywhere = directory(anywhere=[{"needs": ["shelter", "police"], "do": ["Ask around."]}])
    place = directory(anywhere=[{"needs": ["shelter"], "do": ["Ask the town hall."]}])

    both = with_anywhere(place, anywhere)

    assert both.generally("shelter") == ("Ask the town hall.",)
    assert both.generally("police") == ("Ask around.",)
    assert both.generally("medical") == ()


@pytest.mark.parametrize("recorded", ["somewhere", "other", "unclear", "declined", None])
def test_a_place_without_a_directory_gets_what_holds_anywhere(recorded: str | None) -> None:
    circumstances = {} if recorded is None else {"place": recorded}

    found = directory_of(circumstances, directories())

    assert found is directories()[ANYWHERE]


def test_a_place_with_a_directory_gets_its_own_and_nobody_gets_one_where_there_is_none() -> None:
    assert directory_of({"place": "hk"}, directories()) is hong_kong()
    assert directory_of({"place": "hk"}, {}) is None


@pytest.mark.parametrize("place", directories())
def test_for_every_need_every_place_names_somebody_or_says_what_to_do(place: str) -> None:
    built_in = directories()[place]
    offered = {need for each in built_in.services if each.contacts for need in each.offers}

    assert [need for need in NEEDS if need not in offered and not built_in.generally(need)] == []
