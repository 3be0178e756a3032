"""The report of a room in words: first what a trainer says in one breath, and what nobody may read into a number."""

from typing import Any

import pytest
from msgspec.structs import replace

from screening.language.catalog import ENGLISH
from screening.practice.room import NoAlpha, Sheet
from screening.practice.rounds import compare
from screening.sets.answers import Answer
from screening.show.lines import Line
from screening.show.workshop_measures import alpha_lines, decimal
from screening.show.workshop_report import Workshop, workshop_parts
from tests.practice.small_room import KEY, NOTHING
from tests.support.simulated_room import AMBIGUOUS, full_set
from tests.support.workshops import of_sheets, shown, simulated, small

HALF_TOLD: dict[str, Answer] = {**KEY, "holds": ("papers", "unclear")}
OTHER: dict[str, Answer] = {**KEY, "holds": ("papers",), "paid": "little"}


def said(workshop: Workshop) -> str:
    return shown(workshop=workshop)


def headings(workshop: Workshop) -> list[str]:
    return [
        ENGLISH.render(part.text)
        for part in workshop_parts(workshop)
        if isinstance(part, Line) and part.kind in {"title", "heading"}
    ]


def test_first_comes_what_is_said_in_one_breath() -> None:
    lines = said(small(KEY, KEY, KEY, NOTHING, NOTHING, NOTHING)).splitlines()

    assert lines[:6] == [
        "What the room made of it",
        "Practice. The cases are invented, and nobody in them exists.",
        "A case: 6 people screened it.",
        "The key refers the person (clear concern). 3 of 6 did so too.",
        "3 of them would have missed the person: these results refer nobody.",
        "These questions divided the room most:",
    ]
    assert len(lines[6:9]) == 3


def test_the_parts_come_in_their_order_and_the_measures_last() -> None:
    assert headings(small(KEY, OTHER)) == [
        "What the room made of it",
        "People and questions",
        "Levels",
        "What divided the room",
        "Measures, and what they mean",
        "For the authors of the set",
    ]


@pytest.mark.parametrize(
    ("key", "sheets", "sentence"),
    [
        (KEY, [KEY] * 5, "The key refers the person (clear concern), and all of them did so too."),
        (KEY, [KEY] * 5, "Nobody in this room would have missed the person."),
        (KEY, [KEY] * 4 + [NOTHING], "1 of them would have missed the person: this result refers nobody."),
        (NOTHING, [NOTHING] * 5, "Nobody in this room referred for nothing."),
        (NOTHING, [NOTHING] * 4 + [KEY], "1 of 5 referred for nothing."),
    ],
)
def test_missed_and_referred_for_nothing_are_named_apart(key: Any, sheets: Any, sentence: str) -> None:
    assert f"{sentence}\n" in said(small(*sheets, key=key))


def test_a_small_room_says_so_and_has_neither_a_percentage_nor_an_interval() -> None:
    few, enough = said(small(KEY, OTHER, NOTHING)), said(small(*[KEY] * 5, OTHER))

    assert "This is a small room: what 3 people did says little about others." in few
    assert "%" not in few.split("Krippendorff")[0]
    assert "small room" not in enough
    assert "Sensitivity | 6 of 6 (100 %) | 61 % to 100 %" in enough


def test_each_answer_says_how_many_gave_it_and_what_it_led_to() -> None:
    text = said(small(KEY, KEY, {**NOTHING, "works": "yes", "paid": "well"}))

    assert "The key: never\n" not in text
    assert "paid\nPairs of people who differ: 2 of 3. The key: x." in text
    assert "x: 2 people (all clear concern)" in text
    assert "works\nPairs of people who differ" not in text


def test_what_all_came_to_is_said_once() -> None:
    text = said(small(KEY, KEY, {**KEY, "hurt": "unclear"}))

    assert text.count("Whatever people answered, all of them came to clear concern.") == 1
    assert "No: 2 people\n" in text
    assert "Unclear: 1 person\n" in text


def test_a_half_told_list_is_counted_as_what_it_is() -> None:
    text = said(small(KEY, KEY, HALF_TOLD, OTHER))

    # Somebody who left the rest unclear did not say no to it.
    assert (
        "x (the key: ticked): ticked 2 (all clear concern); not ticked 1 (some concern); unclear 1 (clear concern)\n"
        in (text)
    )
    assert "2 other options, left open by some: unclear 1 (clear concern)\n" in text


def test_flags_that_were_missed_are_counted() -> None:
    key: dict[str, Answer] = {**KEY, "hurt": "yes"}

    assert "x: 2 of 3 missed it\n" in said(small(key, KEY, KEY, key=key))
    assert "Everybody had every flag that the key raises.\n" in said(small(key, key, key=key))
    assert "The key raises no flag.\n" in said(small(KEY, KEY))


def test_a_room_that_agrees_in_all_has_nothing_that_divides_it() -> None:
    text = said(small(KEY, KEY, KEY))

    assert "No question divided the room.\n" in text
    assert "What divided the room" not in text
    assert "No disagreement about a single answer moved a level.\n" in text


def test_circumstances_divide_nobody_but_the_age() -> None:
    child: dict[str, Answer] = {**KEY, "age": "child"}
    by_place = [Sheet(str(seat), "case", {**KEY, "place": place}) for seat, place in enumerate(("hk", "gb", "hk"))]

    assert "These questions divided the room most:\nage\n" in said(small(KEY, KEY, child))
    assert "No question divided the room.\n" in said(of_sheets(by_place))


def test_the_question_that_was_made_ambiguous_comes_first_and_authors_get_both_readings() -> None:
    workshop = simulated()
    question = next(each.record for _, _, each in full_set().questions() if each.id == AMBIGUOUS)
    lines = said(workshop).splitlines()

    assert lines[lines.index("These questions divided the room most:") + 1] == question
    told = lines[lines.index("For the authors of the set") :]
    assert told[2] == f"{question} [{AMBIGUOUS}]"
    assert [told[4].split(":")[0], told[5].split(":")[0]] == ["No", "Yes"]
    assert told[6].startswith("Level by the first or the second reading: ")


def test_authors_are_told_only_where_it_is_asked_for() -> None:
    assert "For the authors of the set" not in said(replace(simulated(), for_authors=False))


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("few_cases", "at least 3 cases"),
        ("few_people", "that 5 people or more screened"),
        ("no_variation", "all marks are the same"),
        ("not_installed", "python -m pip install krippendorff"),
    ],
)
def test_where_there_is_no_alpha_it_is_said_why(why: Any, words: str) -> None:
    (line,) = alpha_lines(NoAlpha(why))

    assert words in ENGLISH.render(line.text)


def test_an_alpha_says_what_it_means_and_what_chance_would_give() -> None:
    text = said(simulated())

    assert "Krippendorff's alpha: 0." in text
    assert "It does not say whether they are right" in text
    assert "People who answer these cases at random would come out near" in text
    assert "For other cases the interval is too narrow." in text


@pytest.mark.parametrize(("value", "written"), [(0.816, "0.82"), (1.0, "1.00"), (-0.004, "0.00"), (-0.3, "-0.30")])
def test_a_value_has_two_digits_and_nought_has_no_sign(value: float, written: str) -> None:
    assert decimal(value) == written


def test_two_rounds_are_compared_case_by_case_and_said_to_prove_nothing() -> None:
    text = said(simulated(before=18))

    assert "People | 18 | 20\n" in text
    assert "Rooms are compared, and not people." in text
    assert text.index("Before and after\n") < text.index("People and questions")


def test_rounds_without_a_case_in_common_compare_nothing() -> None:
    first, second = simulated("all-as-agreed"), simulated("uniform-job")
    text = said(replace(second, rounds=compare(first.report, second.report)))

    assert "The two rounds have no case in common, so there is nothing to compare." in text
    assert "Only in the first round: All as agreed." in text
