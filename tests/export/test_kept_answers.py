"""What asks for agreement is true where it is said: forms keep what the screen does not."""

import pytest
from msgspec.structs import replace

from screening.export.paper_form import paper_form
from screening.export.paper_markdown import paper_markdown
from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken
from screening.language.catalog import ENGLISH
from screening.reading.catalogs import catalog_of
from screening.reading.set_catalog import read_catalog, set_ids
from screening.reading.sets import find_set
from screening.sets.column_map import OWN
from screening.sets.model import IndicatorSet
from screening.show.side_by_side import Side
from tests.support.building import asked, indicator, small_set

ASKING = [name for name in set_ids() if find_set(name).about.agreement is not None]
# What is so on the screen, and on nothing else.
OF_THE_SCREEN = ("computer", "screen", "program", "keeps nothing", "unless I save")
FOR_THE_SCREENER = "Say yourself what becomes of these answers"


def small(agreement: str | None = None) -> IndicatorSet:
    questions = [asked("papers", shows=["held"])]
    return small_set(questions, [indicator("held", "coercion")], not_now=["Stop."], agreement=agreement)


def on_paper(indicator_set: IndicatorSet) -> str:
    return paper_markdown(paper_form(Side(indicator_set, ENGLISH)))


def on_telephones(indicator_set: IndicatorSet) -> list[dict[str, str]]:
    """The rows of the form, in their order."""
    head, *rows = xlsform([Spoken(indicator_set, ENGLISH)])["survey"]
    return [dict(zip(head, row, strict=True)) for row in rows]


def label(row: dict[str, str]) -> str:
    return next(text for column, text in row.items() if column.startswith("label"))


@pytest.mark.parametrize("name", ASKING)
def test_what_a_form_says_of_itself_is_written_for_forms(name: str) -> None:
    about = find_set(name).about
    kept = about.agreement_if_kept or ""

    assert [word for word in OF_THE_SCREEN if word in kept] == []
    assert "A court may ask for it." in kept
    for said in ("If you are under 18,", "if somebody is in danger,", "if the law leaves me no choice,", "a lawyer"):
        assert said in kept, said
    # Whoever is afraid listens no longer than before.
    assert len(kept.split()) <= 1.05 * len((about.agreement or "").split())


@pytest.mark.parametrize("name", ASKING)
def test_forms_ask_with_the_words_for_forms_and_not_with_those_for_the_screen(name: str) -> None:
    written = find_set(name)
    agreement, kept = written.about.agreement or "", written.about.agreement_if_kept or ""
    paper = " ".join(on_paper(written).replace("\\", "").split())
    (row,) = (row for row in on_telephones(written) if row["name"] == f"{OWN}agreement")
    telephone = label(row).replace("\\", "")

    for said in (paper, telephone):
        assert kept in said
        assert agreement not in said
        assert FOR_THE_SCREENER not in said


def test_where_a_set_has_no_words_for_forms_the_screener_is_told_before_to_say_what_is_kept() -> None:
    written = small("The computer keeps nothing. May I?")
    paper = on_paper(written)
    rows = on_telephones(written)
    place = next(number for number, row in enumerate(rows) if row["name"] == f"{OWN}agreement")

    assert 0 < paper.index(FOR_THE_SCREENER) < paper.index("The computer keeps nothing.")
    assert FOR_THE_SCREENER in label(rows[place - 1])
    assert rows[place - 1]["type"] == "note"


def test_a_set_that_asks_for_no_agreement_says_nothing_of_it() -> None:
    written = small()

    assert FOR_THE_SCREENER not in on_paper(written)
    assert not any(FOR_THE_SCREENER in label(row) or row["name"] == f"{OWN}agreement" for row in on_telephones(written))


@pytest.mark.parametrize("tag", ["zh-Hant", "id", "fil", "th", "vi", "zh-Hans"])
@pytest.mark.parametrize("name", ASKING)
def test_the_words_for_forms_are_there_in_each_language_that_has_those_for_the_screen(name: str, tag: str) -> None:
    in_tag = find_set(name, replace(read_catalog(), language=tag))
    paper = paper_markdown(paper_form(Side(in_tag, catalog_of(tag))))
    kept, english = in_tag.about.agreement_if_kept or "", find_set(name).about.agreement_if_kept or ""

    assert kept != english
    assert "".join(kept.split()) in "".join(paper.replace("\\", "").split())
