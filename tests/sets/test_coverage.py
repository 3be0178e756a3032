"""Every entry of the published lists is asked for, or it is said why not; and the document says what holds today."""

from tests.sets.coverage import PART, coverage, table
from tests.sets.method_page import METHOD

FOUND = coverage()


def test_every_entry_is_shown_by_some_answer_or_it_is_said_why_not() -> None:
    by_an_answer = {entry for entry in FOUND.entries if any(shown for _, _, shown in FOUND.shown.get(entry, []))}

    assert [entry for entry in FOUND.entries if (entry in by_an_answer) is (entry in FOUND.not_asked)] == []


def test_nothing_else_is_said_to_be_covered_or_left_out() -> None:
    assert set(FOUND.shown) <= set(FOUND.entries)
    assert set(FOUND.not_asked) <= set(FOUND.entries)
    assert len(FOUND.entries) == len(set(FOUND.entries))


def test_the_lists_have_as_many_entries_as_were_counted() -> None:
    counts = {entries[0].split("-")[0]: len(entries) for entries in (each["entries"] for each in FOUND.lists)}

    # 67 and 65 are counted in the work in which the lists were seen, eleven in the ILO's booklet.
    assert (counts["AL"], counts["CL"], counts["FL"]) == (67, 65, 11)


def test_the_document_says_what_holds_today() -> None:
    page = METHOD.read_text(encoding="utf-8")

    assert page == PART.written(page, table(FOUND))
