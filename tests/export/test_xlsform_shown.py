"""How a form looks on a telephone: what apps make of Markdown, numbers that are dialled by a touch, and cards."""

import pytest

from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken, plainly
from screening.language.catalog import ENGLISH
from screening.language.messages import Dialled, gettext
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from tests.export.test_xlsform import rows_of
from tests.support.building import asked, hong_kong, small_set

SAID = "label::English (en)"


def spoken(indicator_set: IndicatorSet, *, place: bool = False) -> Spoken:
    """English, with the numbers of a place or without."""
    return Spoken(indicator_set, ENGLISH, {}, hong_kong() if place else None)


@pytest.mark.parametrize("begun", ["- a", "+ a", "1. a", "12) a", "> a", "---", "===", "~~~", "    a"])
def test_no_line_of_a_text_becomes_a_list_a_heading_or_code(begun: str) -> None:
    shown = plainly(f"one\n{begun}")

    assert "\u2060" in shown
    assert shown.replace("\u2060", "") == f"one\n{begun}"


@pytest.mark.parametrize("text", ["1.5 hours", "999", "a - b", "+852 2345 6789", "-5"])
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert plainly(text) == text


def test_a_sign_before_which_no_app_takes_a_stroke_is_named() -> None:
    assert plainly("`a` &amp; &#35; AT&T") == "&#96;a&#96; &amp;amp; &amp;\\#35; AT&T"


def test_a_number_is_dialled_by_a_touch_and_is_not_broken() -> None:
    said = spoken(small_set([asked("q")], [])).say(
        gettext("{a} or {b}", a=Dialled("2345 6789", "tel:+85223456789"), b=Dialled("9876 5432", "https://wa.me/1"))
    )

    assert said == "[2345\u00a06789](tel:+85223456789) or 9876\u00a05432"


def test_why_something_is_asked_stands_apart_from_what_to_listen_for() -> None:
    both = {**asked("both"), "listen": "A pause.", "why": "It tells."}
    rows = rows_of(xlsform([spoken(small_set([both, {**asked("why"), "why": "It tells."}], []))]))
    said = {row["name"]: row["hint::English (en)"] + row["guidance_hint::English (en)"] for row in rows}

    assert said["both"] == "A pause.\u2060\n\nIt tells."
    assert said["why"] == "It tells."


def card_of(needs: list[str], *, place: bool) -> str:
    """What a card says that a question raises."""
    flag = {"id": "danger", "title": "Danger", "do": ["Go."], "needs": needs}
    rows = rows_of(xlsform([spoken(small_set([asked("q", raises=["danger"])], [], flags=[flag]), place=place)]))
    return rows[[row["name"] for row in rows].index("q") + 1][SAID]


def test_a_card_says_that_it_is_read_at_once_and_first_whom_to_call() -> None:
    title, *numbers, to_do = card_of(["emergency"], place=True).split("\n\n")

    assert (title, to_do) == ("**AT ONCE: Danger**", "- Go.")
    assert numbers[0].startswith("[999](tel:999), ")


def test_a_card_names_nobody_who_depends_on_what_is_not_asked_yet() -> None:
    assert card_of(["shelter", "legal-advice"], place=True) == "**AT ONCE: Danger**\n\n- Go."
    assert card_of(["emergency"], place=False) == "**AT ONCE: Danger**\n\n- Go."


def test_a_number_that_two_needs_share_stands_on_a_card_once() -> None:
    once = card_of(["emergency", "medical"], place=True)

    assert once.count("[999]") == 1


def test_the_last_part_says_of_no_card_that_it_is_to_be_read_at_once() -> None:
    rows = rows_of(xlsform([spoken(find_set("palermo").written, place=True)]))
    result = [row["name"] for row in rows].index("sr__result")

    assert [row for row in rows[result:] if "AT ONCE" in row[SAID]] == []
