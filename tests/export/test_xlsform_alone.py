"""A form that the person fills in alone: what they read is theirs, and all else comes when the screen is back."""

from itertools import dropwhile, takewhile
from pathlib import Path
from typing import Any

import pytest

from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken
from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answers
from screening.sets.items import items_of
from screening.sets.model import IndicatorSet
from tests.export.test_xlsform import rows_of
from tests.support.building import asked, hong_kong, indicator, small_set
from tests.support.odk import fill, in_english, needs_odk, xform

SAID = "label::English (en)"
FLAG = {"id": "danger", "title": "Danger", "do": ["Go."]}
SAFETY = {"id": "first", "title": "First", "stage": "safety"}
ALONE = [name for name in set_ids() if find_set(name).about.audience == "person"]


def rows_for(indicator_set: IndicatorSet) -> list[dict[str, str]]:
    """The survey, in English, with the numbers of a place."""
    return rows_of(xlsform([Spoken(indicator_set, ENGLISH, {}, hong_kong())]))


def alone_set(**wording: Any) -> IndicatorSet:
    """A set for the person, with one question."""
    question = {**asked("q", shows=["shown"], raises=["danger"]), "ask_self": "Is it so?", **wording}
    return small_set([question], [indicator("shown", "coercion")], flags=[FLAG], audience="person")


@pytest.mark.parametrize("name", ALONE)
def test_whoever_answers_alone_reads_their_own_words_and_no_note_for_somebody_else(name: str) -> None:
    indicator_set = find_set(name).written
    items = items_of(indicator_set)
    rows = dropwhile(lambda row: row["name"] != "sr__agreement", rows_for(indicator_set))
    theirs = list(takewhile(lambda row: row["name"] != "sr__back", rows))

    assert len(theirs) > 10
    for row in theirs:
        item = items.get(row["name"].casefold())
        # What is to be done where they do not want to begin is all that the screener reads here, with the screen.
        if row["type"] == "note":
            assert "sr__back_" in row["relevant"] or "'not_now'" in row["relevant"]
        assert row["hint::English (en)"] + row["guidance_hint::English (en)"] == ""
        assert item is None or item.ask_self is not None
        assert not row[SAID].startswith("Mark")


def test_what_stands_in_no_list_says_so_in_the_persons_own_words() -> None:
    several = alone_set(
        choose="several", options=[{"id": "a", "label": "A"}, {"id": "b", "label": "B"}], shows=[], raises=[]
    )
    sheets = xlsform([Spoken(several, ENGLISH)])

    (question,) = (row for row in rows_of(sheets) if row["name"] == "q")
    listed = question["type"].split(" ")[1]
    assert question[SAID].endswith("(one or more)")
    assert [row[SAID] for row in rows_of(sheets, "choices") if row["list_name"] == listed] == [
        "A",
        "B",
        "I am not sure",
        "I do not want to say",
        "I left out the rest",
    ]


def test_a_card_that_can_wait_stands_only_in_the_last_part() -> None:
    rows = rows_for(alone_set())

    cards = [row["relevant"] for row in rows if "Danger" in row[SAID]]
    names = [row["name"] for row in rows]
    assert len(cards) == 1
    assert (
        names.index("sr__back") < names.index("sr__result") < [row[SAID] for row in rows].index("**Danger**\n\n- Go.")
    )


@pytest.mark.parametrize("name", ALONE)
def test_what_cannot_wait_asks_for_the_screen_and_shows_its_card_when_it_is_back(name: str) -> None:
    rows = rows_for(find_set(name).written)
    backs = [number for number, row in enumerate(rows) if row["name"].startswith("sr__back_")]

    assert len(backs) > 3
    for number in backs:
        card = rows[number + 1]
        assert rows[number][SAID] == "**Please give the screen back now.**"
        assert "AT ONCE" in card[SAID]
        assert f"${{{rows[number]['name']}}} = 'yes'" in card["relevant"]


@pytest.mark.parametrize("name", ALONE)
def test_what_the_screener_knows_is_asked_when_the_screen_is_back(name: str) -> None:
    names = [row["name"] for row in rows_for(find_set(name).written)]

    assert names.index("age") < names.index("sr__back") < names.index("gender") < names.index("sr__result")


@pytest.mark.slow
@pytest.mark.parametrize("name", ALONE)
def test_no_result_is_seen_before_the_screen_is_back(name: str, tmp_path: Path) -> None:
    needs_odk()
    record: Answers = {"sr__agreement": "yes", "danger-now": "yes", "age": "adult"}

    records: list[Answers] = [record, {**record, "sr__back_danger-now": "yes"}, {**record, "sr__back": "yes"}]
    alone, urgent, back = (form.notes for form in fill(xform(in_english(find_set(name))), records, tmp_path))

    seen = {"card": "AT ONCE: Danger now", "result": "You need not send this", "number": "Whom to call"}
    shown = [{what for what, words in seen.items() if words in "\n".join(notes)} for notes in (alone, urgent, back)]
    assert shown == [set(), {"card"}, {"result", "number"}]
