"""The interpreter's sheet holds what is said to the person, in both languages, and nothing that only the screener reads."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from screening.interview.state import State
from screening.language.catalog import ENGLISH, Catalog
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set, read_set
from screening.sets.in_language import in_language
from screening.sets.items import items_of
from screening.sets.model import IndicatorSet
from screening.sets.texts import texts
from screening.sets.translation import Translation
from screening.show.interpreter_page import interpreter_markdown, interpreter_page
from screening.show.interpreter_sheet import Entry, InterpreterSheet, interpreter_sheet, keys_of, says_anything
from screening.show.side_by_side import Side
from screening.terminal.choices import choices_at
from screening.terminal.session_context import SessionContext
from tests.sets.test_texts import SMALL
from tests.support.building import asked, indicator, small_set
from tests.support.hidden import SPEAKS, hidden_in
from tests.support.languages import BRACKETED

EXAMPLES = Path(__file__).parents[1] / "sets" / "examples"
SETS = {
    **{name: find_set(name) for name in set_ids()},
    **{name: read_set(EXAMPLES / name).set for name in ("rated-form", "rating", "sum-scored", "one-of-each")},
}
TALKS = {name: each for name, each in SETS.items() if says_anything(each)}
CONTEXT = SessionContext({}, {}, lambda: 0, lambda: datetime(2026, 11, 29, tzinfo=UTC))
every_talk = pytest.mark.parametrize("written", TALKS.values(), ids=TALKS)


def by_id(written: IndicatorSet) -> IndicatorSet:
    """The set with each text as its own id, so that it can be seen which of them are on the sheet."""
    return in_language(written, Translation("xx", {name: f"<{name}>" for name in texts(written)}, frozenset(), ()))


def sheet_of(officer: IndicatorSet, person: IndicatorSet, spoken: Catalog = ENGLISH) -> InterpreterSheet:
    return interpreter_sheet(Side(officer, ENGLISH), Side(person, spoken))


def said(sheet: InterpreterSheet, side: int = 1) -> list[str]:
    """All that is on a side, in its order."""
    return [
        words.text
        for part in sheet.parts
        for words in (part.heading[side], *(row.sides[side] for entry in part.entries for row in entry.rows))
    ]


def ids_on(written: IndicatorSet) -> list[str]:
    """The ids of the set's texts that are on its sheet."""
    return [text[1:-1] for text in said(sheet_of(written, by_id(written))) if re.fullmatch(r"<[^ ]*>", text)]


@every_talk
def test_nothing_is_on_it_that_only_the_screener_reads(written: IndicatorSet) -> None:
    spoken = re.compile(
        r"set\.(agreement|closing_card\.\d+)|section\.[^.]+\.title|circumstance\.[^.]+\.(ask|labels\.[^.]+)"
        r"|question\.[^.]+\.(say_first|(ask|ask_next|declined)(_self)?)|(option|scale)\..+\.label(_self)?"
    )

    assert [each for each in ids_on(written) if not spoken.fullmatch(each)] == []


@every_talk
def test_each_question_that_is_asked_is_on_it_once_and_in_the_order_of_the_talk(written: IndicatorSet) -> None:
    on_it = [each.split(".")[1] for each in ids_on(written) if re.fullmatch(r"[a-z]+\.[^.]+\.ask(_self)?", each)]

    assert on_it == [item.id for item in items_of(written).values() if item.is_asked]


@every_talk
def test_what_is_said_before_a_question_and_what_is_asked_on_stand_around_it(written: IndicatorSet) -> None:
    on_it = ids_on(written)
    alone = written.about.audience == "person"
    own = "_self" if alone else ""

    for _, _, question in written.questions():
        if question.ask is None or question.kind == "known":
            continue
        then = question.ask_next_self if alone else question.ask_next
        fields = ("say_first", f"ask{own}", f"ask_next{own}")
        there = (question.say_first, question.ask, then)
        named = [f"question.{question.id}.{field}" for field, text in zip(fields, there, strict=True) if text]
        first = on_it.index(named[0])
        assert on_it[first : first + len(named)] == named


def test_of_an_open_question_the_answers_are_not_on_it_and_of_a_wish_they_are() -> None:
    on_it = ids_on(SETS["palermo"])

    assert [each for each in on_it if "option" in each] == []
    assert [each for each in on_it if ".labels." in each] == [f"circumstance.wants.labels.{each}" for each in WISHES]


WISHES = ("leave", "stay", "go_back")


def test_of_a_set_that_is_answered_alone_they_are_as_the_person_reads_them() -> None:
    on_it = ids_on(SETS["self-check"])

    assert "option.papers.own.label_self" in on_it
    assert "option.papers.own.label" not in on_it
    assert "option.papers.destroyed.label" in on_it
    assert "question.papers.ask_self" in on_it
    assert "question.papers.ask" not in on_it


@pytest.mark.parametrize("written", SETS.values(), ids=SETS)
def test_whoever_points_at_an_answer_points_at_its_key_on_the_screen(written: IndicatorSet) -> None:
    for item in items_of(written).values():
        if item.open_ended or {option.id for option in item.options} <= {"yes", "no"}:
            continue
        on_screen = {choice.key: choice.value for choice in choices_at(item, State(), CONTEXT) if not choice.undecided}
        assert {key: option.id for key, option in keys_of(item).items()} == on_screen


def test_a_set_of_which_nothing_is_said_needs_no_interpreter() -> None:
    assert [name for name, each in SETS.items() if not says_anything(each) and name in set_ids()] == ["child"]


@every_talk
def test_both_sides_have_the_same_numbers_and_each_number_stands_once(written: IndicatorSet) -> None:
    sheet = sheet_of(written, by_id(written))
    page = interpreter_page(sheet, ENGLISH)
    numbers = [entry.number for part in sheet.parts for entry in part.entries]

    assert len(set(numbers)) == len(numbers)
    assert all(page.count(f'<span class="number"><bdi dir="ltr">{number}</bdi>') == 2 for number in numbers)


def test_what_nobody_has_reviewed_and_what_is_not_translated_is_marked_on_its_side_and_explained() -> None:
    other = {name: f"Teks {name}" for name in texts(SMALL)}
    del other["question.free.ask"]
    person = in_language(SMALL, Translation("id", other, frozenset(["question.papers.ask"]), ("question.free.ask",)))
    sheet = sheet_of(SMALL, person)
    marks = {
        entry.number: tuple(entry.marks(side, sheet.languages[side]) for side in (0, 1))
        for part in sheet.parts
        for entry in part.entries
    }

    papers, free = "3.1", "3.2"
    assert [row.sides[1].text for row in _entry(sheet, papers).rows][:2] == [
        "Teks question.papers.say_first",
        "Teks question.papers.ask",
    ]
    assert (marks[papers], marks[free]) == (("", "~"), ("", "(en)"))
    assert _entry(sheet, free).rows[0].sides[0].text == _entry(sheet, free).rows[0].sides[1].text
    assert [each[0].text for each in sheet.legend] == [
        "~: no native speaker has reviewed these words. Say so if they are wrong.",
        "(en): these words are not translated yet.",
    ]


def _entry(sheet: InterpreterSheet, number: str) -> Entry:
    return next(entry for part in sheet.parts for entry in part.entries if entry.number == number)


def test_where_all_is_reviewed_and_translated_nothing_is_explained() -> None:
    # Of the program's own words too: what is rendered as it stands is English.
    other = in_language(SMALL, Translation("en-GB", dict.fromkeys(texts(SMALL), "Words"), frozenset(), ()))

    assert sheet_of(SMALL, other).legend == ()


def test_what_the_program_says_is_in_the_language_of_each_side() -> None:
    sheet = sheet_of(SMALL, in_language(SMALL, Translation("xx", {}, frozenset(), ())), BRACKETED)

    for part in (sheet.rules, sheet.pointing):
        for entry in part.entries:
            officer, person = (words.text for words in entry.rows[0].sides)
            assert person == f"[{officer}]"
    assert sheet.title[1].text == f"[{sheet.title[0].text}]"


def test_what_the_program_has_no_translation_of_is_english_on_both_sides_and_says_so() -> None:
    page = interpreter_page(sheet_of(SMALL, by_id(SMALL)), ENGLISH)

    assert '<td lang="en" dir="ltr">Stop when you are asked to stop.</td>\n<td lang="en" dir="ltr">' in page
    assert 'Rules for interpreters <span class="mark"><bdi dir="ltr">(en)</bdi></span>' in page


def test_nothing_on_it_says_what_the_talk_is_about_before_the_words_of_the_set_do() -> None:
    page = interpreter_page(sheet_of(SETS["palermo"], by_id(SETS["palermo"])), ENGLISH)

    assert "<title>For the interpreter</title>" in page
    assert "traffick" not in page.lower()


def test_each_text_says_its_language_and_from_where_it_is_read() -> None:
    urdu = in_language(SMALL, Translation("ur", {"question.papers.ask": "پاسپورٹ 18 کس کے پاس ہے؟"}, frozenset(), ()))

    page = interpreter_page(sheet_of(SMALL, urdu), ENGLISH)

    assert '<td lang="ur" dir="rtl">پاسپورٹ <bdi dir="ltr">18</bdi> کس کے پاس ہے؟</td>' in page
    assert '<th scope="col" lang="ur" dir="rtl">اردو</th>' in page


@every_talk
def test_the_same_bytes_come_twice(written: IndicatorSet) -> None:
    def printed() -> tuple[str, str]:
        sheet = sheet_of(written, by_id(written))
        return interpreter_page(sheet, ENGLISH), interpreter_markdown(sheet)

    assert printed() == printed()


@every_talk
def test_both_ways_to_show_it_say_the_same(written: IndicatorSet) -> None:
    sheet = sheet_of(written, by_id(written))
    plain = interpreter_markdown(sheet).replace("\\", "")

    assert [text for text in said(sheet, 0) + said(sheet, 1) if " ".join(text.split()) not in plain] == []
    assert sheet.made_with in plain


def test_what_a_file_says_is_text_and_hides_nothing() -> None:
    hostile = in_language(SMALL, Translation("xx", dict.fromkeys(texts(SMALL), f"<b>{SPEAKS}"), frozenset(), ()))
    sheet = sheet_of(SMALL, hostile)

    page, plain = interpreter_page(sheet, ENGLISH), interpreter_markdown(sheet)

    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert "<b>" not in plain.replace(r"\<b\>", "")
    assert not hidden_in(page + plain)


def test_an_answer_of_which_the_set_says_nothing_is_said_by_the_program() -> None:
    written = small_set(
        [asked("free", ask_self="Free?", shows=["held"])],
        [indicator("held", "coercion")],
        audience="person",
        circumstances=[{"id": "wants", "ask": "What next?", "record": "Wishes"}],
    )

    assert "To get away from it" in said(sheet_of(written, by_id(written)))
