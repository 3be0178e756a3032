"""Nothing is said of a result in English alone: what is no message is in the words of a set, a directory or a record."""

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from itertools import product
from operator import itemgetter
from typing import Any, get_args

import msgspec
import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.language.messages import gettext
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.directory import Directory
from screening.referral.freshness import to_confirm
from screening.referral.matching import NeedServices, match_services
from screening.referral.moment import moment_in
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answer
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from screening.sets.needs import Need
from screening.sets.record import Record
from screening.sets.texts import texts
from screening.sets.vignette import Vignette
from screening.show.call_rows import forms_of_name
from screening.show.card import card_lines, carry_card, who_answers_lines
from screening.show.contacts import listed_in_short, name_of, names_in_short
from screening.show.first_page import first_page_lines
from screening.show.freshness import stale_lines
from screening.show.html import carry_card_page, page
from screening.show.law import duty_lines
from screening.show.lines import Line
from screening.show.markdown import markdown
from screening.show.numbers import service_lines
from screening.show.report import result_lines
from screening.show.service_details import detail_lines
from screening.show.terminal import print_lines
from screening.show.whom_to_call import first_numbers_lines
from tests.support.building import directories, hong_kong
from tests.support.languages import MARKED, not_of_messages
from tests.support.random_sets import sets_with_records
from tests.support.thorough import examples, one_in

# A Sunday evening and a Wednesday noon in Hong Kong.
TIMES = (datetime(2026, 11, 22, 12, tzinfo=UTC), datetime(2026, 11, 25, 4, 30, tzinfo=UTC))
VIGNETTES = [(name, vignette) for name in set_ids() for vignette in find_set(name).vignettes]
SOME = one_in(90, VIGNETTES, itemgetter(0))
PEOPLE: Mapping[str, Mapping[str, Answer]] = {
    "nothing-known": {},
    "no-papers": {
        "gender": "woman",
        "age": "adult",
        "situation": ("domestic-work",),
        "languages": ("tl", "id"),
        "identity_card": "no",
        "may_stay": "no",
        "with_children": "yes",
        "police": "no",
    },
    "abroad": {"gender": "man", "age": "unsure", "situation": ("fishing", "other"), "abroad": "yes", "may_call": "no"},
    "child": {"gender": "other", "age": "child", "situation": ("commercial-sex",), "abroad": "no", "police": "yes"},
    "undecided": {"gender": "declined", "age": "unclear", "languages": ("unclear",), "police": "declined"},
}
# By default each person in the place that has most to say, and half of the other places with one of them.
in_places = pytest.mark.parametrize(
    ("place", "person"), dict.fromkeys([*product(["hk"], PEOPLE), *one_in(12, [*product(directories(), PEOPLE)])])
)
# What stands in a directory under these is shown as a message, or not at all.
_CODES = frozenset(
    {"id", "kind", "offers", "needs", "serves", "informs_police", "evidence", "by", "value", "languages", "dial_from"}
    | {"place", "time_zone", "traps", "not_listed", "also_called", "districts", "hours"}
)
# No translator is asked for them: other languages have them in Unicode's data.
_DAYS = frozenset({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"})
_MARKDOWN = MarkdownIt().enable("table")


# --- what a document says that no message says -----------------------------------------------------------------------


# A number that can be pressed is part of the text around it.
_WITHIN = ("bdi", "a")


class _Page(HTMLParser):
    """The texts of a page, without its looks."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = [""]
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _WITHIN:
            self._tag = tag
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _WITHIN:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        if self._tag != "style":
            self.texts[-1] += data


def texts_of_page(document: str) -> list[str]:
    parser = _Page()
    parser.feed(document)
    return [text.strip() for text in parser.texts if text.strip()]


def texts_of_markdown(document: str) -> list[str]:
    blocks = (block.children or [] for block in _MARKDOWN.parse(document) if block.type == "inline")
    return ["".join(each.content for each in block) for block in blocks]


def texts_of_rows(lines: Iterable[Line]) -> list[str]:
    output = io.StringIO()
    # So wide that no text is broken.
    print_lines(lines, output, MARKED, 100_000)
    return [row.strip().removeprefix("- ").removeprefix("x ") for row in output.getvalue().splitlines()]


def strangers(shown: Iterable[str], known: frozenset[str]) -> set[str]:
    """What has letters in it, stands in no message, and is said by no file."""
    said = {each for text in shown for each in not_of_messages(text)}
    return {each for each in said if any(map(str.isalpha, each)) and each not in known | _DAYS}


def strangers_in(lines: Iterable[Line], known: frozenset[str]) -> set[str]:
    """The same of lines, in every way in which they are shown."""
    lines = list(lines)
    titled = lines if lines[0].kind == "title" else [Line("title", gettext("Result")), *lines]
    shown = [*texts_of_rows(lines), *texts_of_markdown(markdown(lines, MARKED)), *texts_of_page(page(titled, MARKED))]
    return strangers(shown, known)


# --- what the files say ----------------------------------------------------------------------------------------------


def words_of_set(indicator_set: IndicatorSet) -> frozenset[str]:
    about = indicator_set.about
    named = {text for source in about.sources.values() for text in (source.title, source.short) if text is not None}
    extended = {indicator_set.extends.id} if indicator_set.extends is not None else set()
    # What stands in the middle of a sentence, and alone at the beginning of a page.
    names = {each.name[:1].upper() + each.name[1:] for each in about.headlines.values() if each.name}
    return frozenset({about.id, fingerprint(indicator_set), *extended, *named, *names, *texts(indicator_set).values()})


@cache
def words_of_place(place: str) -> frozenset[str]:
    directory = directories()[place]
    named = [directory.names, directory.emergency.names, *(service.names for service in directory.services)]
    everyday = (service.everyday for service in directory.services)
    # A name and the Chinese one are shown together.
    both = {*map(name_of, named), *(name_of(names) for names in everyday if names)}
    both |= {form for names in named for form in forms_of_name(names, cut=True)}
    short = {
        way
        for service in directory.services
        for name in names_in_short(service.names)
        for way in listed_in_short(replace(service, listed_by=None), [name])
        if isinstance(way, str)
    }
    return frozenset(
        {directory.place, *both, *short, *directory.districts.values(), *_said(msgspec.to_builtins(directory))}
    )


def _said(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield " ".join(data.split())
        case dict():
            for key, value in data.items():
                if key not in _CODES:
                    yield from _said(value)
        case list() | tuple():
            for value in data:
                yield from _said(value)


# --- results, services, cards ----------------------------------------------------------------------------------------


@cache
def read(name: str) -> tuple[IndicatorSet, Assessor, RecordReader, frozenset[str]]:
    indicator_set = find_set(name)
    return indicator_set, Assessor(indicator_set), RecordReader(indicator_set), words_of_set(indicator_set)


def played(name: str, vignette: Vignette, place: str | None, now: datetime) -> Result:
    """The result of a vignette in a place; in its own, if it has one, where none is named."""
    indicator_set, assessor, reader, _ = read(name)
    circumstances = {**vignette.circumstances, **({"place": place} if place is not None else {})}
    record = reader.record(vignette.answers, circumstances)
    return evaluate(indicator_set, record, directories(), moment_in(hong_kong(), now), assessor)


def known_to(case: Result, name: str) -> frozenset[str]:
    directory = case.advice.directory
    return read(name)[-1] | (words_of_place(directory.place) if directory is not None else frozenset())


@pytest.mark.slow
@pytest.mark.parametrize(("name", "vignette"), SOME, ids=[f"{name}/{each.id}" for name, each in SOME])
def test_a_result_says_nothing_but_messages_and_the_words_of_files(name: str, vignette: Vignette) -> None:
    for place, now in zip((None, "hk"), TIMES, strict=True):
        case = played(name, vignette, place, now)

        assert strangers_in(result_lines(case), known_to(case, name)) == set()
        assert strangers_in(first_page_lines(case), known_to(case, name)) == set()


def test_where_there_is_no_directory_a_result_says_nothing_else_either() -> None:
    name, vignette = VIGNETTES[0]
    indicator_set, assessor, reader, words = read(name)
    record = reader.record(vignette.answers, vignette.circumstances)
    case = evaluate(indicator_set, record, {}, moment_in(hong_kong(), TIMES[0]), assessor)

    assert case.advice.directory is None
    assert strangers_in([*result_lines(case), *first_page_lines(case)], words) == set()


@given(sets_with_records())
@examples(100)
def test_a_result_of_any_other_set_says_nothing_else(
    drawn: tuple[IndicatorSet, dict[str, Answer], dict[str, Answer]],
) -> None:
    """With what no built-in set leaves to the program, such as the card for a child."""
    indicator_set, answers, circumstances = drawn
    record = Record({**answers, **circumstances, "place": "hk"})
    case = evaluate(indicator_set, record, directories(), moment_in(hong_kong(), TIMES[0]))
    known = words_of_set(indicator_set) | words_of_place("hk")

    assert strangers_in([*result_lines(case), *first_page_lines(case)], known) == set()


def found(place: Directory, circumstances: Mapping[str, Answer], now: datetime) -> tuple[NeedServices, ...]:
    return match_services(get_args(Need), circumstances, place, moment_in(place, now), "yes")


@pytest.mark.slow
@in_places
def test_a_list_of_services_says_nothing_else(place: str, person: str) -> None:
    circumstances = PEOPLE[person]
    directory = directories()[place]
    today = moment_in(directory, TIMES[1]).today
    by_need = found(directory, circumstances, TIMES[1])
    duties = directory.duties
    lines = [
        *service_lines(directory, by_need, today, circumstances),
        *service_lines(directory, by_need, today, circumstances, 2),
        *detail_lines(directory, by_need, today),
        *first_numbers_lines(by_need, today),
        *duty_lines(duties[:1], duties[1:]),
    ]

    assert strangers_in(lines, words_of_place(directory.place)) == set()


@pytest.mark.slow
@in_places
def test_a_card_says_nothing_else(place: str, person: str) -> None:
    circumstances = PEOPLE[person]
    directory = directories()[place]
    by_need = found(directory, circumstances, TIMES[0])
    card = carry_card(by_need, circumstances)
    lines = [*card_lines(card), *who_answers_lines(by_need, circumstances)]

    assert strangers_in(lines, words_of_place(directory.place)) == set()
    assert strangers(texts_of_page(carry_card_page(card, MARKED)), words_of_place(directory.place)) == set()


@pytest.mark.parametrize("place", directories())
def test_a_list_of_what_is_stale_says_nothing_else(place: str) -> None:
    directory = directories()[place]
    today = moment_in(directory, TIMES[0]).today

    assert (
        strangers_in(stale_lines(directory, to_confirm(directory, today), today), words_of_place(directory.place))
        == set()
    )
    assert strangers_in(stale_lines(directory, [], today), words_of_place(directory.place)) == set()


# --- what these tests would find -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        Line("text", "Call this number."),
        Line("item", gettext("Call {name}.", name="the office")),
        Line("contact", gettext("{kind}: {number}", kind=gettext("{kind} number", kind="Telephone"), number="999")),
    ],
    ids=["a-plain-text", "a-plain-argument", "an-argument-of-an-argument"],
)
def test_a_text_that_is_no_message_would_be_found_wherever_it_stands(line: Line) -> None:
    known = words_of_place("hk")

    assert len(strangers_in([line], known)) == 1
    assert strangers(texts_of_rows([line]), known)
    assert strangers(texts_of_markdown(markdown([line], MARKED)), known)
    assert strangers(texts_of_page(page([Line("title", "1"), Line("item", "2"), line], MARKED)), known)
