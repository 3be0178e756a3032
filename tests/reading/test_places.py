"""What is known of a directory before it is read is what it says, and it is read only when it is needed."""

import pytest

from screening.directory import ANYWHERE
from screening.reading import places as room
from screening.reading.places import HOME, Directories, places


def test_the_place_where_it_is_used_most_comes_first_and_what_holds_anywhere_last() -> None:
    directories = Directories()

    assert list(directories) == [*places(), ANYWHERE]
    assert places()[0] == HOME
    assert places()[1:] == sorted(places()[1:])
    assert len(directories) == len(places()) + 1


def test_names_and_districts_are_those_of_the_whole_directory() -> None:
    unread, read = Directories(), Directories()
    whole = {code: read[code] for code in read}

    assert unread.names() == {code: each.names["en"] for code, each in whole.items() if code != ANYWHERE}
    assert unread.with_districts() == [code for code, each in whole.items() if each.districts]


def test_to_choose_a_place_no_directory_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "read_directory", lambda path: pytest.fail(f"{path} was read"))
    directories = Directories()

    assert directories.names()[HOME] == "Hong Kong"
    assert directories.with_districts() == [HOME]


def test_a_directory_is_read_once() -> None:
    directories = Directories()

    assert directories[HOME] is directories[HOME]


@pytest.mark.parametrize("place", ["xx", "", "HK", "../referrals/hk", "hk.yaml"])
def test_a_place_without_a_directory_has_none(place: str) -> None:
    assert Directories().get(place) is None
