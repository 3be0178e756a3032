"""The pages as a browser shows and prints them: for everybody to read, and on the paper that they are meant for."""

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from screening.commands.saving import documents
from screening.language.catalog import ENGLISH
from screening.reading.catalogs import catalog_of
from screening.reading.records import RecordReader
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.referral.call_sheet import to_try
from screening.referral.matching import match_services
from screening.result.evaluate import evaluate
from screening.show.call_sheet import call_sheet
from screening.show.card import carry_card
from screening.show.handout import handout
from screening.show.html import call_sheet_page, carry_card_page, handout_page, referral_page
from screening.show.interpreter_page import interpreter_page
from screening.show.interpreter_sheet import InterpreterSheet, interpreter_sheet
from screening.show.referral_summary import referral_summary
from screening.show.side_by_side import Side
from tests.referrals.test_first_pages import result_of
from tests.support.browser import DARK, paper, violations, width_on_a_phone
from tests.support.building import hong_kong
from tests.support.people import PEOPLE, answers_of
from tests.support.services import TODAY
from tests.support.thorough import one_in

pytestmark = pytest.mark.slow
AT_NIGHT = "2026-11-27T02:00"


@cache
def saved(name: str) -> dict[str, str]:
    """The pages that can be saved of the result of one of four people, by the names of their files."""
    written = documents(result_of(name, AT_NIGHT), answers_of(name, RecordReader(find_set("palermo"))), ENGLISH)
    return {document.name: document.text() for document in written if document.name.endswith(".html")}


def referral(name: str, vignette: str) -> str:
    """The summary of an invented case for the next agency."""
    indicator_set = find_set(name)
    case = next(each for each in indicator_set.vignettes if each.id == vignette)
    record = RecordReader(indicator_set).record(case.answers, case.circumstances)
    made = evaluate(indicator_set, record, {"hk": hong_kong()}, TODAY)
    return referral_page(referral_summary(made, record.answers), ENGLISH)


@cache
def interpreted(name: str) -> InterpreterSheet:
    """The sheet of a set in Chinese and Indonesian."""
    sides = (Side(find_set(name, replace(read_catalog(), language=tag)), catalog_of(tag)) for tag in ("zh-Hant", "id"))
    return interpreter_sheet(*sides)


@cache
def pages() -> dict[str, str]:
    """A page of every kind that is printed."""
    place = hong_kong()
    offers = match_services(["shelter", "labour-advice", "crisis-line", "medical"], {}, place, TODAY)
    return {
        **saved("domestic worker"),
        "first-page.html of a child": saved("boy of 16")["first-page.html"],
        "a card": carry_card_page(carry_card(offers, {}), ENGLISH),
        "a referral summary": referral("child", "presents"),
        "a call sheet": call_sheet_page(call_sheet(place, to_try(place, (), (), TODAY.today)), ENGLISH),
        "an interpreter's sheet": interpreter_page(interpreted("first-contact"), ENGLISH),
        "a handout": handout_page(handout(("palermo", each) for each in find_set("palermo").vignettes[:2]), ENGLISH),
    }


KINDS = [
    *("first-page.html", "referral.html", "a card"),
    *("first-page.html of a child", "result.html", "a referral summary", "a call sheet", "a handout"),
    "an interpreter's sheet",
]


def test_every_page_that_can_be_saved_is_looked_at() -> None:
    assert pages().keys() == set(KINDS)


@pytest.mark.parametrize("options", one_in(2, [(), (DARK,)]), ids=lambda options: "dark" if options else "light")
@pytest.mark.parametrize("kind", one_in(3, KINDS))
def test_nobody_is_kept_from_reading_a_page(kind: str, options: tuple[str, ...], tmp_path: Path) -> None:
    assert violations(pages()[kind], tmp_path, *options) == []


@pytest.mark.parametrize("kind", one_in(9, KINDS))
def test_a_page_fits_on_a_telephone(kind: str, tmp_path: Path) -> None:
    assert width_on_a_phone(pages()[kind], tmp_path) <= 375


@pytest.mark.parametrize("name", one_in(4, list(PEOPLE)))
def test_page_one_is_one_side_of_paper(name: str, tmp_path: Path) -> None:
    assert paper(saved(name)["first-page.html"], tmp_path) == 1


@pytest.mark.parametrize(("name", "sides"), one_in(2, [("first-contact", 3), ("palermo", 6)]))
def test_an_interpreters_sheet_is_a_few_sides_of_paper(name: str, sides: int, tmp_path: Path) -> None:
    assert paper(interpreter_page(interpreted(name), ENGLISH), tmp_path) <= sides


@pytest.mark.parametrize(("name", "vignette"), one_in(2, [("child", "presents"), ("palermo", "quiet-kitchen")]))
def test_a_summary_for_the_next_agency_is_two_sides_of_paper_at_most(name: str, vignette: str, tmp_path: Path) -> None:
    assert paper(referral(name, vignette), tmp_path) <= 2
