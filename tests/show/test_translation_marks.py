"""A heading says how far somebody has reviewed the words below it."""

from gettext import NullTranslations

import pytest
from msgspec.structs import replace

from screening.language.catalog import ENGLISH, Catalog
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.sets import find_set
from screening.referral.moment import moment_in
from screening.result.evaluate import Result, evaluate
from screening.sets.record import Record
from screening.show.lines import Line
from screening.show.report import result_lines
from screening.show.result_data import result_data
from screening.show.translation_marks import is_unreviewed, over_a_result, said_by_the_program, with_marks
from tests.support.building import directories
from tests.support.program import THE_DAY

DRAFT = Catalog("id", NullTranslations(), unreviewed=True)
REVIEWED = Catalog("id", NullTranslations())


def result_in(language: str | None) -> Result:
    found = read_catalog()
    indicator_set = find_set("first-contact", SetCatalog(found.folders, found.built_in, language), vignettes=False)
    return evaluate(
        indicator_set, Record({"place": "hk", "danger-now": "yes"}), directories(), moment_in(None, THE_DAY)
    )


def reviewed(result: Result) -> Result:
    """The same, as if a native speaker had read all of it."""
    wording = result.indicator_set.wording
    assert wording is not None
    read = replace(result.indicator_set, wording=replace(wording, unreviewed=frozenset()))
    return replace(result, indicator_set=read)


@pytest.mark.parametrize(
    ("unreviewed", "written", "says"),
    [(False, None, "Pay"), (True, None, "Pay ~"), (False, "en", "Pay (en)"), (True, "en", "Pay ~ (en)")],
)
def test_a_heading_has_the_marks_that_it_needs(unreviewed: bool, written: str | None, says: str) -> None:
    assert ENGLISH.render(with_marks("Pay", unreviewed=unreviewed, written=written)) == says


def test_what_the_program_says_is_marked_once() -> None:
    assert DRAFT.render(said_by_the_program("Pay", DRAFT)) == "Pay ~"
    assert DRAFT.render(said_by_the_program("Pay ~ (en)", DRAFT)) == "Pay ~ (en)"
    assert said_by_the_program("", DRAFT) == ""
    assert said_by_the_program("Pay", REVIEWED) == said_by_the_program("Pay", ENGLISH) == "Pay"


def test_a_result_in_a_draft_says_so_above_it_and_in_its_data() -> None:
    result = result_in("id")
    first, second, *_ = result_lines(result, ENGLISH)

    assert is_unreviewed(result, ENGLISH)
    assert ENGLISH.render(first.text) == "Result ~"
    assert "no native speaker has reviewed" in ENGLISH.render(second.text)
    assert result_data(result, ENGLISH)["texts"] == {"language": "id", "reviewed": False}


def test_a_result_in_a_language_that_was_reviewed_has_no_mark() -> None:
    result = reviewed(result_in("id"))

    assert not is_unreviewed(result, REVIEWED)
    assert over_a_result("Result", result, REVIEWED) == "Result"
    assert result_data(result, REVIEWED)["texts"] == {"language": "id", "reviewed": True}


def test_a_result_as_it_was_written_says_nothing_of_it() -> None:
    result = result_in(None)
    first, second, *_ = result_lines(result, ENGLISH)

    assert first == Line("title", first.text)
    assert "native speaker" not in ENGLISH.render(second.text)
    assert "texts" not in result_data(result, ENGLISH)


def test_the_programs_draft_is_enough_for_a_mark() -> None:
    assert is_unreviewed(result_in(None), DRAFT)
