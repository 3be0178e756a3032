"""In which language a card begins: the one in which the person reads along, or else one that they speak."""

import pytest

from screening.sets.answers import Answers
from screening.show.card_languages import CardLanguages, for_the_person

TAGS = ("fil", "id", "zh-Hant")


@pytest.mark.parametrize(
    ("chosen", "spoken", "begins"),
    [
        (None, ("id", "en"), "id"),
        (None, ("tl",), "fil"),
        (None, ("yue",), "zh-Hant"),
        (None, ("ne",), None),
        ("id", ("tl",), "id"),
        ("tl", (), "fil"),
        # They read along in it, and the program says nothing in it.
        ("ur", ("id",), None),
    ],
)
def test_it_is_what_they_read_before_what_they_speak(
    chosen: str | None, spoken: tuple[str, ...], begins: str | None
) -> None:
    circumstances: Answers = {"languages": spoken} if spoken else {}

    assert for_the_person(CardLanguages(TAGS, chosen=chosen), circumstances) == begins


def test_where_there_is_nothing_but_english_it_begins_in_no_other() -> None:
    assert for_the_person(CardLanguages(), {"languages": ("id",)}) is None
