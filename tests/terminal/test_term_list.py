"""The glossary on the screen: a list in which a term is found, and each term with all that is known of it."""

import pytest

from screening.glossary.terms import Term, Theme
from screening.language.catalog import ENGLISH
from screening.terminal.screen import Screen, TextDialog
from screening.terminal.term_list import TermList
from screening.terminal.typed_input import understand
from tests.terminal.talking import after, said

MENU = TextDialog(Screen("Menu"))
DEBT = Term(
    names={"en": ("debt bondage", "bonded labour"), "zh-Hant": ("債務質役",), "id": ("jeratan utang", "utang")},
    note="Work for a debt.",
)
THEMES = [
    Theme(title="Work", terms=(DEBT, Term(names={"en": ("wages",), "zh-Hant": ("工資",)}))),
    Theme(title="Law", terms=(Term(names={"en": ("court",), "zh-Hant": ("法院", "法庭")}),)),
]


def a_list(reader: str = "en", language: str = "zh-Hant") -> TermList:
    return TermList(THEMES, MENU, reader, language)


@pytest.mark.parametrize(
    ("reader", "language", "shown"),
    [
        ("en", "zh-Hant", ["debt bondage: 債務質役", "wages: 工資", "court: 法院"]),
        ("en", "id", ["debt bondage: jeratan utang", "wages", "court"]),
        ("zh-Hant", "id", ["debt bondage: 債務質役, jeratan utang", "wages: 工資", "court: 法院"]),
        ("zh-Hant", "zh-Hant", ["debt bondage: 債務質役", "wages: 工資", "court: 法院"]),
        ("de", "id", ["debt bondage: jeratan utang", "wages", "court"]),
    ],
    ids=["the only one", "not every term has a name", "behind the reader's own", "the reader's own", "no name in it"],
)
def test_each_term_stands_in_the_list_with_the_name_to_use_in_that_language(
    reader: str, language: str, shown: list[str]
) -> None:
    labels = [ENGLISH.render(choice.label) for choice in a_list(reader, language).screen().choices]

    assert labels == shown


def test_what_is_chosen_is_shown_in_the_language_first_for_which_one_came() -> None:
    shown = after(a_list(language="id"), "debt bondage")

    assert shown is not None
    told = said(shown.screen().lines)
    assert told.index("jeratan utang / utang") < told.index("債務質役")


def test_a_theme_is_set_apart_from_the_one_before_it() -> None:
    assert [choice.apart for choice in a_list().screen().choices] == [True, False, True]


def test_a_term_is_found_by_a_part_of_any_of_these_names() -> None:
    assert a_list().screen().filters


def test_what_is_chosen_is_shown_with_all_its_names_and_how_they_are_known() -> None:
    shown = after(a_list(), "debt bondage")

    assert shown is not None
    told = said(shown.screen().lines)
    for words in ("debt bondage / bonded labour", "債務質役", "own judgement", "Work for a debt."):
        assert words in told


def test_from_a_term_one_comes_back_to_where_one_was_in_the_list_and_from_there_out() -> None:
    dialog = a_list()

    for way in ("ON", "BACK"):
        back = after(dialog, "court", way)
        assert back is dialog
        assert (back.screen().suggested, len(back.screen().choices)) == ("court", 3)
    assert after(dialog, "BACK") is MENU


def test_line_by_line_a_term_is_typed() -> None:
    given = understand(a_list().screen(), "Debt Bondage")

    assert given is not None
    assert given.value == "debt bondage"
