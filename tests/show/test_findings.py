"""How findings look as text, as JSON, and to a workflow of GitHub."""

import json
from typing import get_args

import pytest

from screening.language.catalog import ENGLISH
from screening.language.messages import Message, gettext
from screening.reading.problem import MAX_SHOWN, Problem, Problems
from screening.show.findings import FindingsFormat, findings_text, problem_lines
from tests.support.hidden import SPEAKS, WHOLE, hidden_in
from tests.support.problems import said

FOUND = [
    Problem("a/set.yaml", 3, 5, Message("'x' is wrong"), Message("Correct it."), "too-long"),
    Problem("b,c:d%.yaml", 1, 1, Message("100% wrong, really: it is\nso\r"), Message("Do it."), "yaml"),
]


def test_text_is_a_line_each_with_place_and_code_and_a_count() -> None:
    assert findings_text(Problems(FOUND[:1]), 4, "text", ENGLISH) == (
        "a/set.yaml:3:5: 'x' is wrong. Correct it. [too-long]\n4 checked, 1 problem\n"
    )


def test_where_nothing_is_found_text_says_so() -> None:
    assert findings_text(Problems(), 4, "text", ENGLISH) == "4 checked, 0 problems\n"


def test_json_is_a_list_of_objects_and_a_count() -> None:
    data = json.loads(findings_text(Problems(FOUND), 4, "json", ENGLISH))

    assert (data["checked"], data["count"]) == (4, 2)
    assert data["problems"][0] == {
        "file": "a/set.yaml",
        "line": 3,
        "column": 5,
        "code": "too-long",
        "message": "'x' is wrong",
        "hint": "Correct it.",
        "warning": False,
    }
    assert data["problems"][1]["message"] == said(FOUND[1].message)


def test_json_can_be_read_by_people_too() -> None:
    found = Problems([Problem("f", 1, 2, Message("家"), Message("Do it."))])

    assert findings_text(found, 1, "json", ENGLISH).splitlines()[:2] == ["{", '  "checked": 1,']
    assert '      "message": "家",' in findings_text(found, 1, "json", ENGLISH).splitlines()


def test_github_gets_a_command_a_line_with_everything_escaped() -> None:
    assert findings_text(Problems(FOUND), 4, "github", ENGLISH).splitlines() == [
        "::error file=a/set.yaml,line=3,col=5,title=too-long::'x' is wrong. Correct it.",
        "::error file=b%2Cc%3Ad%25.yaml,line=1,col=1,title=yaml::100%25 wrong, really: it is%0Aso%0D. Do it.",
        "4 checked, 2 problems",
    ]


@pytest.mark.parametrize("format_", get_args(FindingsFormat))
def test_nothing_in_a_finding_speaks_turns_or_hides_and_it_stays_a_line(format_: FindingsFormat) -> None:
    # What is too long is shortened, so all that can be tried stands in several.
    whats = [WHOLE[start : start + 300] for start in range(0, len(WHOLE), 300)]
    problems = [
        Problem(f"{SPEAKS}.yaml", line, 1, gettext("{what}", what=what), gettext("{speaks}", speaks=SPEAKS))
        for line, what in enumerate(whats, 1)
    ]

    text = findings_text(Problems(problems), 1, format_, ENGLISH)

    assert not hidden_in(text)
    if format_ == "json":
        told = json.loads(text)["problems"]
        assert [each["message"] for each in told] == whats
        assert {(each["file"], each["hint"]) for each in told} == {(f"{SPEAKS}.yaml", SPEAKS)}
    else:
        assert text.count("\n") == 1 + len(problems)
        assert "\t" not in text


def test_of_a_long_text_only_the_ends_are_told() -> None:
    message = gettext("a{one}{two}b", one="x" * MAX_SHOWN, two="y" * MAX_SHOWN)

    (line,) = problem_lines(Problems([Problem("f", 1, 1, message, Message("Do it."))]), ENGLISH)

    half = MAX_SHOWN // 2 - 1
    assert line == f"f:1:1: a{'x' * half}[...]{'y' * half}b. Do it."


def test_how_many_more_there_are_is_told_below() -> None:
    problems = Problems(Problem("f", line, 1, Message("wrong"), Message("Do it.")) for line in range(202))

    assert problem_lines(problems, ENGLISH)[-1] == "and 2 more problems"


def warned(line: int) -> Problem:
    return Problem("f", line, 2, Message("odd"), Message("Look."), "odd", warning=True)


def test_what_only_warns_is_told_as_that_in_every_format_and_counted_apart() -> None:
    found = Problems([FOUND[0], warned(1), warned(2)])

    assert findings_text(found, 4, "text", ENGLISH).splitlines() == [
        "a/set.yaml:3:5: 'x' is wrong. Correct it. [too-long]",
        "f:1:2: warning: odd. Look. [odd]",
        "f:2:2: warning: odd. Look. [odd]",
        "4 checked, 1 problem, 2 warnings",
    ]
    assert findings_text(found, 4, "github", ENGLISH).splitlines()[1:] == [
        "::warning file=f,line=1,col=2,title=odd::odd. Look.",
        "::warning file=f,line=2,col=2,title=odd::odd. Look.",
        "4 checked, 1 problem, 2 warnings",
    ]
    data = json.loads(findings_text(found, 4, "json", ENGLISH))
    assert (data["checked"], data["count"], data["warnings"], data["more"]) == (4, 1, 2, 0)
    assert [each["warning"] for each in data["problems"]] == [False, True, True]
    assert problem_lines(found, ENGLISH)[1] == "f:1:2: warning: odd. Look."
    assert findings_text(Problems([warned(1)]), 1, "text", ENGLISH).endswith("1 checked, 0 problems, 1 warning\n")


def test_in_every_format_it_is_told_how_many_more_there_are() -> None:
    found = Problems(Problem("f", line, 1, Message("wrong"), Message("Do it.")) for line in range(201))

    assert findings_text(found, 1, "text", ENGLISH).splitlines()[-2:] == [
        "and 1 more problem",
        "1 checked, 201 problems",
    ]
    assert findings_text(found, 1, "github", ENGLISH).splitlines()[-2:] == [
        "::notice::and 1 more problem",
        "1 checked, 201 problems",
    ]
    data = json.loads(findings_text(found, 1, "json", ENGLISH))
    assert (data["more"], data["count"], len(data["problems"])) == (1, 201, 200)
