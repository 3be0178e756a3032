"""Nothing is said of a practice in English alone: what is no message is in the words of the set, or of the case."""

from collections.abc import Iterable

import pytest

from screening.practice.attempt import Attempt
from screening.sets.answers import Answer
from screening.show.lines import Line
from screening.show.practice_cases import Listed, case_lines, case_name
from screening.show.practice_feedback import feedback_lines
from screening.show.practice_script import script_lines
from screening.show.practice_summary import report_lines, summary_lines
from tests.language.test_bracketed_results import words_of_place, words_of_set
from tests.support.languages import MARKED, not_in_template, not_of_messages
from tests.support.practising import cases, practice

CASE = "quiet-kitchen"
OTHERWISE: list[dict[str, Answer | None]] = [
    {},
    {"papers": "own", "hold-used": ("debt", "unclear"), "stop-work": None, "still-there": "no", "hurt": "yes"},
    {"brought-for": ("nothing",), "start-used": "declined", "pay": "unclear", "wants": "stay"},
]


def attempt(otherwise: dict[str, Answer | None]) -> Attempt:
    (made,) = practice(CASE, otherwise=otherwise)[1]
    return made


def strangers(lines: Iterable[Line], made: Attempt) -> set[str]:
    """What is said that is neither a message nor in anybody's words."""
    vignette = made.vignette
    known = {vignette.id, vignette.title, vignette.story.strip(), vignette.teaches, made.code}
    known |= words_of_set(made.indicator_set) | words_of_place("hk")
    said = {
        each
        for line in lines
        for text in (line.text, line.label or "", *line.cells)
        for each in not_of_messages(MARKED.render(text))
    }
    groups = set(made.code.split("-"))
    return {
        each
        for each in said - known
        if any(map(str.isalpha, each)) and not any(group in each.split() for group in groups)
    }


@pytest.mark.parametrize("otherwise", OTHERWISE, ids=["as the key", "missed and assumed", "open"])
def test_what_is_told_after_a_practice_is_in_messages(otherwise: dict[str, Answer | None]) -> None:
    made = attempt(otherwise)
    lines = [*feedback_lines(made), *summary_lines([made, made]), *report_lines([made])]

    assert strangers(lines, made) == set()
    assert [message for line in lines for message in not_in_template(line.text)] == []


def test_so_is_the_sheet_for_who_plays_the_person_and_the_list_of_cases() -> None:
    made = attempt({})
    (case,) = cases(CASE)
    listed = Listed(case.vignette.id, case.vignette.title, "hard")
    lines = [
        *script_lines(case.indicator_set, case.vignette, case.key),
        *case_lines([listed]),
        Line("text", case_name(listed)),
    ]

    assert strangers(lines, made) == set()
    assert [message for line in lines for message in not_in_template(line.text)] == []
