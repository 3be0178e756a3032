"""Every entry of the published lists is asked for, or it is said why not; and the document says what holds today."""

from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from tests.sets.coverage import PART, coverage, table
from tests.sets.method_page import METHOD

FOUND = coverage()


def test_every_entry_is_shown_by_some_answer_or_it_is_said_why_not() -> None:
    by_an_answer = {entry for entry in FOUND.entries if any(shown for _, _, shown in FOUND.shown.get(entry, []))}

    assert [entry for entry in FOUND.entries if (entry in by_an_answer) is (entry in FOUND.not_asked)] == []


def test_every_entry_about_children_is_shown_by_an_answer_of_the_set_for_them_or_it_is_said_why_not() -> None:
    (for_children,) = [each for each in map(find_set, set_ids()) if "child" in each.about.roles]
    by_an_answer = {
        entry
        for entry, told in FOUND.shown.items()
        if any(shown for name, _, shown in told if name == for_children.about.id)
    }
    about_children = [entry for entry in FOUND.entries if entry.startswith(("CL-", "UC-"))]

    assert [each for each in about_children if (each in by_an_answer) is (each in FOUND.not_asked_of_a_child)] == []
    assert set(FOUND.not_asked_of_a_child) <= set(about_children)


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
