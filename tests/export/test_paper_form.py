"""What a form for paper promises, whatever the set: it is harmless, neutral, the same each time, and fits on paper."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from screening.export.paper_calls import Numbers, needs_of
from screening.export.paper_form import paper_form
from screening.export.paper_lines import PaperForm
from screening.export.paper_markdown import paper_markdown
from screening.export.paper_page import paper_page
from screening.language.catalog import ENGLISH
from screening.reading.catalogs import catalog_of
from screening.reading.set_catalog import read_catalog, set_ids
from screening.reading.sets import find_set
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from screening.sets.questions import Option
from screening.show.side_by_side import Side
from tests.support.browser import paper, violations, width_on_a_phone
from tests.support.building import hong_kong
from tests.support.hidden import SPEAKS, hidden_in
from tests.support.thorough import one_in

HOSTILE = (
    "</td></style><script>alert(1)</script>",
    "=HYPERLINK(1)",
    "{{ 7*7 }} {% raw %} '\" \\ `",
    f"a{SPEAKS}b",
    "\u202eabc\u2066",
    "| [x](javascript:1) **b** # <!-- &lt;",
    "long " * 60,
)
every_set = pytest.mark.parametrize("name", set_ids())


@cache
def form_of(name: str, place: str | None = None) -> PaperForm:
    return paper_form(Side(find_set(name), ENGLISH), numbers=None if place is None else numbers_for(find_set(name)))


def numbers_for(indicator_set: IndicatorSet) -> Numbers:
    place = hong_kong()
    moment = moment_in(place, datetime(2026, 11, 30, 4, tzinfo=UTC))
    return Numbers(place, match_services(needs_of(indicator_set), {}, place, moment), moment)


def in_two_languages(name: str, *tags: str) -> PaperForm:
    sides = (Side(find_set(name, replace(read_catalog(), language=tag)), catalog_of(tag)) for tag in tags)
    return paper_form(*sides)


def hostile() -> IndicatorSet:
    """A set whose texts try whatever a text can try, with a list of 200 answers."""
    written = find_set("first-contact")
    texts = iter(HOSTILE * 40)
    sections = tuple(
        replace(
            section,
            title=next(texts),
            questions=tuple(
                replace(
                    question,
                    record=next(texts),
                    ask=next(texts) if question.ask is not None else None,
                    options=tuple(Option(id=f"o-{number}", label=HOSTILE[number % 7]) for number in range(200))
                    if question.options
                    else (),
                )
                for question in section.questions
            ),
        )
        for section in written.sections
    )
    indicators = tuple(replace(each, states=next(texts)) for each in written.indicators)
    about = replace(
        written.about, version="1</style>\"'{}", title=HOSTILE[0], agreement=HOSTILE[0], agreement_if_kept=HOSTILE[5]
    )
    return replace(written, sections=sections, indicators=indicators, about=about)


def test_no_text_of_a_set_is_ever_markup_on_a_page() -> None:
    source = paper_page(paper_form(Side(hostile(), ENGLISH)), ENGLISH)

    # One style, which ends where ours does.
    assert source.count("</style>") == source.count("<style>") == 1
    assert "<script" not in source
    assert hidden_in(source) == set()
    assert re.findall("<[a-z0-9]+[^>]* on[a-z]+=", source) == []


def test_no_text_of_a_set_is_ever_markup_in_markdown() -> None:
    source = paper_markdown(paper_form(Side(hostile(), ENGLISH)))

    assert "<script" not in source.replace("\\<script", "")
    assert hidden_in(source) == set()
    assert "](javascript" not in source.replace("\\]", "")


def test_each_of_200_answers_has_a_box_with_a_code_of_its_own() -> None:
    form = paper_form(Side(hostile(), ENGLISH))
    codes = [box.code for part in form.parts for entry in part.entries for line in entry.lines for box in line.boxes]

    assert len(codes) == len(set(codes)) > 200
    assert {"6a", "6z", "6aa", "6gr"} <= set(codes)


@every_set
def test_the_same_form_is_the_same_bytes(name: str) -> None:
    def once() -> tuple[str, str]:
        form = paper_form(Side(find_set(name), ENGLISH), numbers=numbers_for(find_set(name)))
        return paper_page(form, ENGLISH), paper_markdown(form)

    assert once() == once()


@every_set
def test_a_form_has_no_room_for_who_somebody_is_and_a_neutral_title(name: str) -> None:
    form = form_of(name)

    assert form.title[0].text == "A form to fill in"
    shown = paper_page(form, ENGLISH)
    assert "Write no name, number, address or birth date on this form." in shown
    assert "<input" not in shown


@every_set
def test_what_the_screener_saw_begins_a_page_of_its_own_behind_the_talk(name: str) -> None:
    written = find_set(name)
    seen = {question.record for stage, _, question in written.questions() if stage == "seen"}
    form = form_of(name)
    places = [
        (place, part.new_page)
        for place, part in enumerate(form.parts)
        if any(
            text in line.words[0].text for entry in part.entries for line in entry.lines for text in seen if line.words
        )
    ]

    if seen:
        begins = places[0][0]
        assert form.parts[begins].new_page
        asked = [
            part
            for part in form.parts[begins:]
            if any(line.kind == "ask" for entry in part.entries for line in entry.lines)
        ]
        assert asked == []


@every_set
def test_the_set_its_version_and_the_page_stand_on_each_page(name: str) -> None:
    source = paper_page(form_of(name), ENGLISH)
    style = source.partition("<style>")[2].partition("</style>")[0]

    assert "@bottom-left" in style
    assert "counter(page)" in style
    assert "counter(pages)" in style
    assert fingerprint(find_set(name)) in style


def test_two_languages_say_in_which_each_text_is() -> None:
    source = paper_page(in_two_languages("first-contact", "zh-Hant", "ur"), catalog_of("zh-Hant"))

    assert 'lang="ur" dir="rtl"' in source
    assert 'lang="zh-Hant" dir="ltr"' in source


def test_codes_and_numbers_stand_apart_in_a_text_that_runs_from_the_right() -> None:
    urdu = find_set("first-contact", replace(read_catalog(), language="ur"))
    source = paper_page(paper_form(Side(urdu, catalog_of("ur")), numbers=numbers_for(urdu)), catalog_of("ur"))

    assert '<bdi dir="ltr">1Y</bdi>' in source
    assert re.search(r'<bdi dir="ltr">(?:<a [^>]*>)?\+852 ', source)


SIDES: Mapping[str, int] = {"first-contact": 6, "palermo": 20}


@pytest.mark.slow
@pytest.mark.parametrize("name", one_in(2, list(SIDES)))
def test_a_form_is_a_number_of_sides_that_can_be_carried(name: str, tmp_path: Path) -> None:
    assert paper(paper_page(form_of(name, "hk"), ENGLISH), tmp_path) <= SIDES[name]


@pytest.mark.slow
def test_nobody_is_kept_from_reading_it_on_a_screen(tmp_path: Path) -> None:
    source = paper_page(form_of("first-contact", "hk"), ENGLISH)

    assert violations(source, tmp_path) == []
    assert width_on_a_phone(source, tmp_path) <= 375


def test_whoever_reads_along_has_what_is_said_to_them_and_not_what_it_is_for() -> None:
    form = in_two_languages("first-contact", "zh-Hant", "id")
    lines = [line for part in form.parts for entry in part.entries for line in entry.lines]

    for line in lines:
        languages = {words.language for words in (*line.words, *line.where)}
        if line.kind in {"ask", "before", "then"}:
            assert languages == {"zh-Hant", "id"}, line
        else:
            assert "id" not in languages, line
    answers = {words.language for line in lines for box in line.boxes for words in box.words}
    assert answers == {"zh-Hant", "id"}


def test_the_legend_speaks_of_no_language_that_is_left_out_on_purpose() -> None:
    form = in_two_languages("first-contact", "zh-Hant", "id")

    assert not any("zh-Hant" in words.text for sides in form.legend for words in sides)
