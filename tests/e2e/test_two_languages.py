"""Screenings in two languages at once, screen by screen: side by side, one alone, and handed over."""

from functools import cache

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.sets import find_set
from screening.sets.items import Item, items_of
from tests.support.golden import Story

AT_80 = "80x24"


@cache
def asked(set_name: str, tag: str, name: str) -> Item:
    catalog = read_catalog()
    return items_of(find_set(set_name, SetCatalog(catalog.folders, catalog.built_in, tag), vignettes=False))[name]


def skip_to(story: Story, text: str | None) -> None:
    """Skip questions until one is asked in the words of the person."""
    assert text is not None
    words = "".join(text.split())[:20]
    while words not in "".join(story.screen().split()):
        story.pass_by("s")
    story.look(f"after skipping to: {text}")


def test_an_officer_who_reads_chinese_and_somebody_who_reads_indonesian() -> None:
    order = ("run", "palermo", "--place", "hk", "--language", "zh-Hant", "--with", "id")
    with Story("chinese-indonesian", AT_80, *order) as story:
        story.play("enter", "enter")
        # Theirs alone, the officer's alone, and as it was.
        story.play("l", "l", "l", "y")
        skip_to(story, asked("palermo", "id", "promised").ask)
        # What has not all room in both; then the rest of the section alone, and the screen back.
        story.play("l", "l", "l", "h", "h", "1 enter", "f", "r")


def test_an_officer_who_reads_english_and_somebody_who_reads_thai() -> None:
    with Story("english-thai", AT_80, "run", "palermo", "--place", "hk", "--with", "th") as story:
        story.play("enter", "enter", "l", "y", "n")
        skip_to(story, asked("palermo", "th", "promised").ask)
        story.play("l", "l", "h", "h", "1 enter", "f", "r")


def test_self_check_is_in_the_language_of_whoever_answers_alone() -> None:
    with Story("self-check-filipino", AT_80, "run", "self-check", "--place", "hk", "--with", "fil") as story:
        story.pass_by("enter", "enter", "y")
        while "Hand the screen over" not in story.screen():
            story.pass_by("s")
        story.play("h", "n", "n")
        skip_to(story, asked("self-check", "fil", "promised").ask_self)
        story.play("1 enter", "?", "enter", "f", "r")


def test_their_language_is_proposed_as_soon_as_it_is_known_which_they_speak() -> None:
    with Story("proposed", AT_80, "run", "palermo", "--place", "hk") as story:
        story.pass_by("enter", "enter", "y")
        skip_to(story, asked("palermo", "en", "languages").ask)
        number = list(asked("palermo", "en", "languages").options)
        story.play(f"{1 + [option.id for option in number].index('id')} space enter", "1")
