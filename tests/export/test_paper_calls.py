"""Whom a form says to call: on each card, in its first lines, and on its last pages."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache

import pytest

from screening.export.paper_calls import Numbers, needs_of
from screening.export.paper_form import paper_form
from screening.export.paper_lines import PaperEntry, PaperForm, PaperLine, PaperPart
from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.catalog import ENGLISH
from screening.language.messages import Text
from screening.reading.places import load_directories
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.anywhere import ANYWHERE
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.sets.answers import Answer
from screening.sets.childhood import CHILD_FLAG
from screening.show.lines import Line
from screening.show.side_by_side import Side
from screening.terminal.flag_card import flag_screen
from screening.terminal.session_context import SessionContext
from tests.support.thorough import one_in

NOW = datetime(2026, 11, 30, 4, tzinfo=UTC)
DIRECTORIES = load_directories()
PLACES = sorted(code for code in DIRECTORIES if code != ANYWHERE)
DOTS = "......"
# A number is told by what it dials: on paper it has the code of its country, and on a screen perhaps not.
DIALLING = ENGLISH.marking(lambda number: f"<{number.link}>")
every_set = pytest.mark.parametrize("name", set_ids())


@cache
def form_in(name: str, place: str | None) -> PaperForm:
    indicator_set = find_set(name)
    numbers = None
    if place is not None:
        directory = DIRECTORIES[place]
        moment = moment_in(directory, NOW)
        numbers = Numbers(directory, match_services(needs_of(indicator_set), {}, directory, moment), moment)
    return paper_form(Side(indicator_set, DIALLING), numbers=numbers)


def cards(form: PaperForm) -> dict[str, PaperEntry]:
    """The cards by their codes."""
    firsts = ((entry, entry.lines[0].code) for part in form.parts for entry in part.entries)
    return {code: entry for entry, code in firsts if re.fullmatch(r"K\d+", code)}


def calls_of(entry: PaperEntry) -> list[str]:
    return [line.words[0].text for line in entry.lines if line.kind == "call"]


def dialled(texts: Iterable[str]) -> set[str]:
    return {number for text in texts for number in re.findall("<(.+?)>", text)}


def on_screen(name: str, place: str, flag: str, answers: dict[str, Answer]) -> set[str]:
    """What the card on a screen dials."""
    context = SessionContext(DIRECTORIES, {}, lambda: 0, lambda: NOW)
    interview = Interview(find_set(name))
    state = State(answers={"place": place, **answers})
    screen = flag_screen(interview, state, Step("flag", flag), context, frozenset())
    return dialled(text for line in screen.lines for text in _rendered(line))


def _rendered(line: Line) -> Iterator[str]:
    texts: list[Text] = [line.text, *line.cells]
    return (DIALLING.render(text) for text in texts)


def flags(name: str) -> list[str]:
    found = [flag.id for flag in find_set(name).about.flags]
    return found if CHILD_FLAG in found else [CHILD_FLAG, *found]


@every_set
def test_a_card_names_no_number_that_the_same_card_on_a_screen_does_not_name(name: str) -> None:
    for place in one_in(3, PLACES):
        named = cards(form_in(name, place))
        for flag, entry in zip(flags(name), named.values(), strict=True):
            ages: list[dict[str, Answer]] = [{}]
            if flag == CHILD_FLAG:
                ages = [{"age": age} for age in ("child", "unsure", "declined")]
            for answers in ages:
                extra = dialled(calls_of(entry)) - on_screen(name, place, flag, answers)
                assert extra == set(), (place, flag, answers)


@every_set
def test_each_card_with_somebody_to_call_names_a_number(name: str) -> None:
    for place in one_in(3, PLACES):
        for code, entry in cards(form_in(name, place)).items():
            assert dialled(calls_of(entry)), (place, code)


@every_set
def test_without_a_place_there_is_room_to_write_each_number(name: str) -> None:
    form = form_in(name, None)
    needed = {flag.id: flag.needs for flag in find_set(name).about.flags}

    for flag, entry in zip(flags(name), cards(form).values(), strict=True):
        told = calls_of(entry)
        assert all(DOTS in text for text in told)
        assert flag not in needed or len(told) == len(needed[flag])
    assert DOTS in form.parts[0].entries[0].lines[0].words[0].text


@every_set
def test_the_number_for_danger_is_the_first_line_of_the_form_and_says_who_answers(name: str) -> None:
    for place in one_in(3, PLACES):
        directory = DIRECTORIES[place]
        first = form_in(name, place).parts[0].entries[0].lines[0]

        told = first.words[0].text
        assert first.kind == "call"
        assert told.startswith("In danger now: ")
        assert dialled([told]) == {f"tel:{re.sub('[^0-9+]', '', directory.emergency.number)}"}
        assert ("POLICE" in told) == (directory.emergency.informs_police == "yes")


@every_set
def test_the_form_and_its_cards_say_for_which_place_they_are(name: str) -> None:
    for place in one_in(3, PLACES):
        form = form_in(name, place)
        told = f"The numbers here are only for {DIRECTORIES[place].name}. Elsewhere, call those of that place."
        above = next(part for part in form.parts if any(line.code == "K1" for line in _lines(part))).entries[0]

        assert form.parts[0].entries[0].lines[1].words[0].text == told
        assert any(told in line.words[0].text for line in above.lines)
        # A sign is explained before it is read.
        signed = any("[not sure]" in text for entry in cards(form).values() for text in calls_of(entry))
        assert not signed or any("[not sure]: that number" in line.words[0].text for line in above.lines)


@every_set
def test_when_the_police_may_be_told_stands_wherever_somebody_is_called(name: str) -> None:
    asks = any(wording.id == "police" for wording in find_set(name).about.circumstances)
    for place in (None, *one_in(3, PLACES)):
        form = form_in(name, place)
        told = [line.words[0].text for part in form.parts for line in _lines(part) if line.words]
        rules = [text for text in told if "POLICE: only " in text]

        assert len(rules) == 2
        assert all(("Y is ticked, in an emergency" in text) == asks for text in rules)


@every_set
def test_who_comes_first_on_a_card_comes_first_on_the_last_pages(name: str) -> None:
    for place in one_in(3, PLACES):
        form = form_in(name, place)
        first = {
            entry.lines[0].code: dialled(line.words[0].text for line in entry.lines[1:2])
            for entry in form.parts[-1].entries
            if re.fullmatch(r"H\d+", entry.lines[0].code)
        }
        asked_nothing = {
            code: numbers
            for code, numbers in first.items()
            for entry in form.parts[-1].entries
            if entry.lines[0].code == code and "ask them" not in entry.lines[1].words[0].text
        }
        for entry in cards(form).values():
            for text in calls_of(entry):
                for code in re.findall(r"\((H\d+)\)", text):
                    assert code not in asked_nothing or dialled([text]) == asked_nothing[code], (place, text)


def test_a_card_says_which_number_brings_an_ambulance() -> None:
    for place in one_in(3, PLACES):
        form = form_in("first-contact", place)
        listed = any(line.code and "Medical help" in line.words[0].text for line in _lines(form.parts[-1]))
        for code, entry in cards(form).items():
            in_danger = [text for text in calls_of(entry) if text.startswith("Emergency (")]
            told = [text for text in in_danger if "for an ambulance" in text]
            assert told == (in_danger if listed else []), (place, code)


def test_whom_alone_a_service_takes_is_said_and_is_not_to_be_asked() -> None:
    told = [line.words[0].text for line in _lines(form_in("palermo", "hk").parts[-1]) if line.kind == "number"]

    assert any("only women or girls" in text for text in told)
    assert not any("men or women" in text for text in told)
    # What is asked of the service is told from what is asked of the person.
    assert not any(re.search(r"[-;] ask: ", text) for text in told)


@every_set
def test_a_number_beside_a_question_is_one_of_its_card(name: str) -> None:
    for place in one_in(3, PLACES):
        form = form_in(name, place)
        of_card = {code: dialled(calls_of(entry)) for code, entry in cards(form).items()}
        at_once = [line.words[0].text for part in form.parts for line in _lines(part) if line.kind == "at_once"]
        for text in at_once:
            card = re.search(r"see card (K\d+)\.", text)
            assert card is None or dialled([text]) <= of_card[card[1]], (place, text)
        assert any(dialled([text]) for text in at_once), place


def _lines(part: PaperPart) -> Iterator[PaperLine]:
    return (line for entry in part.entries for line in entry.lines)


@every_set
def test_each_code_that_is_named_stands_beside_a_group_on_the_last_pages(name: str) -> None:
    for place in (None, *one_in(3, PLACES)):
        form = form_in(name, place)
        *before, last = form.parts
        named = {
            code
            for part in before
            for line in _lines(part)
            for words in line.words
            for code in re.findall(r"\((H\d+)\)", words.text)
        }
        there = {line.code for line in _lines(last) if line.code}
        if place is None:
            there = {code for line in _lines(last) for code in re.findall(r"\((H\d+)\)", line.words[0].text)}
        assert named <= there, place
        assert named


@every_set
def test_a_line_of_a_card_names_a_place_on_the_last_pages_once(name: str) -> None:
    for place in one_in(3, PLACES):
        for code, entry in cards(form_in(name, place)).items():
            for text in calls_of(entry):
                named = re.findall(r"\((H\d+)\)", text)
                assert len(named) == len(set(named)), (place, code)
