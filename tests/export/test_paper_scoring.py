"""What whoever scores a form may take in a wrong way is said so that it cannot be."""

import re
from functools import cache

import pytest

from screening.export.paper_form import paper_form
from screening.export.paper_lines import PaperForm, PaperLine
from screening.export.paper_markdown import paper_markdown
from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.show.side_by_side import Side

every_set = pytest.mark.parametrize("name", set_ids())


@cache
def form_of(name: str) -> PaperForm:
    return paper_form(Side(find_set(name), ENGLISH))


def lines_of(name: str) -> list[PaperLine]:
    return [line for part in form_of(name).parts for entry in part.entries for line in entry.lines]


@every_set
def test_each_fact_stands_once_with_all_its_boxes_so_that_it_is_not_counted_twice(name: str) -> None:
    facts = [line.code for line in lines_of(name) if line.kind == "fact"]

    assert facts
    assert all(facts)
    assert len(facts) == len(set(facts))


@every_set
def test_no_level_is_named_that_the_form_does_not_have(name: str) -> None:
    source = paper_markdown(form_of(name))
    boxes = {line.code for line in lines_of(name) if line.kind == "check"}

    assert set(re.findall(r"\bL[1-4]\b", source)) <= boxes


@every_set
def test_each_of_several_rules_begins_a_line_with_what_joins_it(name: str) -> None:
    told = [line.where or line.words for line in lines_of(name) if line.kind in {"check", "tally"}]
    texts = [sides[0].text for sides in told if sides]

    joined = [re.findall(r"; (.)(or|and) ", text, re.DOTALL) for text in texts]
    assert [text for text in texts if re.search(r" or more(?:,|;(?! \n))", text)] == []
    assert all(begins == "\n" for found in joined for begins, _ in found)


@every_set
def test_no_code_of_the_scoring_is_read_as_a_box_or_as_a_number(name: str) -> None:
    codes = {line.code.rstrip("*") for line in lines_of(name) if line.kind in {"fact", "tally", "check"}}

    # D stands behind the number of a question for "does not want to say", and a capital I looks like 1.
    assert [code for code in codes if code.startswith(("D", "I"))] == []


def test_whoever_is_or_may_be_a_child_has_the_card_and_no_other_way_at_a_level() -> None:
    source = paper_markdown(form_of("palermo"))

    assert "Under 18, or perhaps: do what card K1 says." in source
    assert "Unless card K1 is due: was 1, 2, 4 to 6 or 38 to 44 not asked?" in source
    # On the line of each step: a heading above them is missed.
    assert source.count("only if A1 is ticked: if") == 3


def test_what_is_ticked_is_written_down_once_before_a_long_list() -> None:
    room = [line.words[0].text for line in lines_of("palermo") if line.kind == "room"]

    assert len(room) == 1
    assert "Leave out those with N, U, D, E and Z" in room[0]
    assert not [line for line in lines_of("first-contact") if line.kind == "room"]
