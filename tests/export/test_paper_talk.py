"""What the talk and the cards on paper promise to somebody with a pencil, whatever the set."""

import re

import pytest
from msgspec.structs import replace

from screening.export.paper_form import paper_form
from screening.export.paper_lines import PaperForm, PaperLine
from screening.export.paper_markdown import paper_markdown
from screening.export.paper_page import paper_page
from screening.reading.catalogs import catalog_of
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.sets.circumstances import CIRCUMSTANCES
from screening.show.side_by_side import Side
from tests.export.test_paper_form import every_set, form_of, in_two_languages


def lines_of(form: PaperForm) -> list[PaperLine]:
    return [line for part in form.parts for entry in part.entries for line in entry.lines]


def said(form: PaperForm, kind: str | None = None) -> list[str]:
    return [line.words[0].text for line in lines_of(form) if line.words and kind in {None, line.kind}]


@every_set
def test_a_child_is_asked_nothing_more_and_what_is_known_may_be_ticked(name: str) -> None:
    form = form_of(name)
    stops = any(question.ask is not None for _, _, question in find_set(name).questions())
    at_once = [text for text in said(form, "at_once") if "see card K1" in text]

    assert at_once
    assert all(("ask nothing more" in text) == stops for text in at_once)
    told = " ".join(said(form))
    assert ("A child, or perhaps a child: ask nothing more, see card K1." in told) == stops
    assert ("Later tick only what you know already, and score that." in told) == stops
    assert ("Not for a child, or perhaps a child: card K1 says what to do." in told) == (
        stops and bool(find_set(name).about.closing_card)
    )
    # Before everything else that is said of the questions, on a line of its own.
    how = [line.words[0].text for line in form.parts[0].entries[-1].lines]
    assert (how[0] == "A child, or perhaps a child: ask nothing more, see card K1.") == stops
    assert "First do what the cards say that are due, whatever the level." in told


@every_set
def test_what_is_said_aloud_is_bold_and_nothing_else_at_a_question(name: str) -> None:
    form = form_of(name)
    bold = set(re.findall(r"(?m)^\*\*(.*)\*\*$", paper_markdown(form).replace("\\", "")))

    for part in form.parts:
        for entry in part.entries:
            if any(line.kind == "answers" for line in entry.lines):
                for line in entry.lines:
                    told = f"{line.code} {line.words[0].text}".strip() if line.words else ""
                    assert (told in bold) == (line.kind in {"before", "ask", "then"}), line
    alone = find_set(name).about.audience == "person"
    aloud = [text for text in said(form) if text.startswith("From here on say aloud only the sentences in bold.")]
    assert len(aloud) == (find_set(name).about.agreement is not None and not alone)


@every_set
def test_each_wish_says_below_its_boxes_what_it_changes(name: str) -> None:
    for part in form_of(name).parts:
        for entry in part.entries:
            record = [line.words[0].text for line in entry.lines if line.kind == "mark"]
            after = [line.kind for line in entry.lines].index("answers") + 1 if record else 0
            wishes = {
                wording.record
                for wording in find_set(name).about.circumstances
                if CIRCUMSTANCES[wording.id].wish and wording.record is not None
            }
            if record and any(record[0].endswith(f": {each}") for each in wishes):
                assert [line.kind for line in entry.lines[after:]] == ["text"]


def test_where_nothing_is_read_out_that_is_said_once_and_no_child_is_asked_less() -> None:
    told = said(form_of("child"))

    assert sum("Nothing on this form is read out" in text for text in told) == 1
    assert not any(text.startswith("Not read out") for text in told)


@every_set
def test_what_is_crossed_out_begins_with_the_number_in_front_of_the_eye(name: str) -> None:
    entries = [entry for part in form_of(name).parts for entry in part.entries]

    for entry in entries:
        told = [line for line in entry.lines if line.kind == "skip"]
        numbered = [line for line in entry.lines if line.code.isdecimal()]
        if told:
            assert told[0] is numbered[0]
            assert f"cross out {told[0].code} " in told[0].words[0].text


@every_set
def test_each_question_says_how_many_boxes_are_ticked(name: str) -> None:
    for part in form_of(name).parts:
        for entry in part.entries:
            boxes = [box for line in entry.lines if line.kind == "answers" for box in line.boxes]
            marks = [line.words[0].text for line in entry.lines if line.kind == "mark"]
            if boxes:
                wanted = "Tick all that apply: " if any(box.kind == "whole" for box in boxes) else "Tick one: "
                assert len(marks) == 1
                assert wanted in marks[0]


@every_set
def test_what_ends_a_list_comes_last_and_in_one_order_everywhere(name: str) -> None:
    order = ("answer", "alone", "whole", "unclear", "declined")
    codes = {"whole": "E", "unclear": "U", "declined": "D"}

    for line in lines_of(form_of(name)):
        kinds = [box.kind for box in line.boxes]
        assert kinds == sorted(kinds, key=order.index)
        assert all(box.code.endswith(codes[box.kind]) for box in line.boxes if box.kind in codes)


@every_set
def test_no_heading_comes_twice(name: str) -> None:
    headings = [part.heading[0].text for part in form_of(name).parts]

    assert len(headings) == len(set(headings))


@every_set
def test_what_nothing_looks_at_says_what_it_is_for_and_may_be_passed_over(name: str) -> None:
    written = find_set(name)
    told = said(form_of(name))
    numbers = [text.split(": ")[1].split(".")[0] for text in told if text.startswith("Only to choose whom to call: ")]
    looked_at = [text for text in told if " is ticked" in text]

    named = [number for each in numbers for number in re.split(r", | and ", each)]
    assert all(not re.search(rf"\b{number}[a-zA-Z]", text) for number in named for text in looked_at)
    if any(wording.id == "gender" for wording in written.about.circumstances):
        assert named
    wishes = [wording.id for wording in written.about.circumstances if CIRCUMSTANCES[wording.id].wish]
    assert sum("Nothing here is scored." in text for text in told) == bool(wishes)


@every_set
def test_paper_names_no_keys(name: str) -> None:
    told = " ".join(said(form_of(name)))

    assert re.findall(r"\b(?:press|with|key) [b-hj-z?]\b", told) == []
    assert "skip it with" not in told


@pytest.mark.parametrize(("tags", "named"), [(("zh-Hant", "id"), 2), (("en", "th"), 1)], ids=["both", "the second"])
def test_words_that_nobody_has_reviewed_are_marked_once_at_the_head(tags: tuple[str, str], named: int) -> None:
    form = in_two_languages("first-contact", *tags)
    source = paper_markdown(form)

    assert not any(words.unreviewed for line in lines_of(form) for words in (*line.words, *line.where))
    assert not any(words.unreviewed for line in lines_of(form) for cell in line.cells for words in cell)
    assert not any(words.unreviewed for line in lines_of(form) for box in line.boxes for words in box.words)
    assert not any(words.unreviewed for part in form.parts for words in part.heading)
    first = form.legend[0][0].text
    assert first.startswith("~ ")
    assert re.split("\uff1a|:", first)[0].count(", ") + re.split("\uff1a|:", first)[0].count("\u3001") == named - 1
    assert source.count("~ ") <= len(tags)


def test_where_some_words_are_reviewed_the_others_are_marked_where_they_stand() -> None:
    written = find_set("first-contact", replace(read_catalog(), language="zh-Hant"))
    assert written.wording is not None
    reviewed = "question.danger-now.ask"
    mixed = replace(written, wording=replace(written.wording, unreviewed=written.wording.unreviewed - {reviewed}))
    form = paper_form(Side(mixed, catalog_of("zh-Hant")))
    asked = [line for line in lines_of(form) if line.kind == "ask"]

    assert {words.unreviewed for line in asked for words in line.words} == {True, False}


def test_in_two_languages_yes_and_no_stand_in_one_row_and_so_does_what_ends_a_list() -> None:
    tags = ("zh-Hant", "id")
    source = paper_page(in_two_languages("first-contact", *tags), catalog_of(tags[0]))
    rows = [set(re.findall(r'<bdi dir="ltr">(\d+[A-Za-z]+)</bdi>', row)) for row in source.split("</tr>")]

    assert {"1Y", "1N", "1U", "1D"} in rows
    assert {"6E", "6U", "6D"} in rows
    assert {"6a"} in rows
