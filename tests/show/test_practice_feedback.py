"""What is told after a practice: how near the key somebody came, and why, in kind words."""

import json

import pytest

from screening.language.catalog import ENGLISH
from screening.practice.attempt import Attempt
from screening.sets.answers import Answer
from screening.show.markdown import markdown
from screening.show.practice_data import exercise_data
from screening.show.practice_feedback import feedback_lines, feedback_parts, first_lines
from screening.show.practice_page_one import page_one_lines
from screening.show.practice_summary import report_lines, summary_lines
from tests.support.practising import practice
from tests.terminal.talking import said

KITCHEN = "quiet-kitchen"


def attempt(name: str = KITCHEN, **otherwise: Answer) -> Attempt:
    return practice(name, otherwise={each.replace("_", "-"): answer for each, answer in otherwise.items()})[1][0]


def first(made: Attempt) -> str:
    return said(first_lines(made))


def all_of(made: Attempt) -> str:
    return said(feedback_lines(made))


def test_who_recorded_what_the_key_has_is_told_so_and_what_the_case_teaches() -> None:
    made = attempt()

    assert first(made).startswith("You reached what the key has: clear concern.")
    assert "You opened every way to help that the key opens, and no other." in first(made)
    assert "Of 17 facts that the story tells you recorded 17." in first(made)
    assert made.vignette.teaches in first(made)
    assert {*feedback_parts(made)} == {"open", "seen", "page_one", "code"}
    assert "It said what it should have said." in all_of(made)


def test_what_was_missed_is_named_with_the_question_that_would_have_told() -> None:
    told = said(feedback_parts(attempt(papers="unclear"))["missed"])

    assert "Who keeps the papers: Somebody has them, and the person cannot get them" in told
    assert "You recorded it as unclear." in told
    assert "This question would have told: Who keeps your papers, such as a passport?" in told


@pytest.mark.parametrize(
    ("answer", "said_of_it"),
    [
        ("own", "You recorded: Nobody keeps them from the person, or only an authority does."),
        ("declined", "You recorded that the person does not want to say."),
        ("unclear", "You recorded it as unclear."),
    ],
)
def test_unknown_and_otherwise_are_told_apart(answer: str, said_of_it: str) -> None:
    assert said_of_it in all_of(attempt(papers=answer))


def test_under_referral_is_named_and_kindly() -> None:
    told = first(attempt("never-alone", go_out="no", say_no="no", work=("none",), papers="no"))

    assert "You reached: no means and no exploitation recorded. The key has: some concern." in told
    assert "Under-referral. Not opened, and the key opens it: help for a person who may have been trafficked" in told
    assert "here it costs nobody anything" in told
    assert "This question would have told: " in told
    assert "Over-referral" not in told


def test_over_referral_is_named_and_kindly() -> None:
    made = attempt("own-terms", papers="kept", hurt="yes")
    told = all_of(made)

    assert "Over-referral. Opened, and the key does not open it: help for a person who may have been" in told
    assert "with good intentions" in told
    assert "You assumed 2 that it does not tell." in told
    assert "Somebody there hit or hurt the person\nThe story says that it is not so." in told


def test_a_flag_that_was_not_raised_is_named_by_its_title() -> None:
    assert "Goes back tonight to where it happens" in first(attempt(still_there="no"))


def test_no_for_what_the_story_leaves_open_is_told() -> None:
    told = all_of(attempt(brought_for=("nothing",), start_used=("nothing",)))

    assert "2 questions that it leaves open you answered with no." in told
    assert "You answered with no what the story leaves open" in told
    assert "What others wanted of the person there: the person does not want to say" in told
    assert "What somebody pushed the person with: unclear" in told


def test_an_age_that_was_missed_is_told_first_and_with_what_follows_from_it() -> None:
    made = attempt("fifteen", age="adult")
    told = said(feedback_parts(made)["missed"])

    assert told.startswith("Missed: the story tells it, and you did not record it\nThe person's age now: Under 18")
    assert "You recorded: 18 or over. This decides which rules apply." in told
    assert "A child, or perhaps a child" in first(made)


def test_doubt_about_an_age_that_the_story_tells_is_an_assumption() -> None:
    told = said(feedback_parts(attempt(age="unsure"))["assumed"])

    assert "The person's age now: 18 or over" in told
    assert "You recorded: Not sure." in told


def test_of_page_one_only_what_differs_is_shown() -> None:
    lines = said(page_one_lines(attempt(still_there="no")))

    assert "It should have said: goes back tonight" in lines
    assert "It should have said: Ask what they want tonight." in lines
    assert "CLEAR CONCERN" not in lines
    assert "2343 2255" not in lines


def test_an_exercise_in_short_has_each_case_with_its_code() -> None:
    _, attempts = practice("never-alone", "one-thing", otherwise={"go-out": "no", "work": ("none",)})
    told = said(summary_lines(attempts))

    assert "of 2 cases." in told
    assert all(each.code in told and each.vignette.title in told for each in attempts)
    assert "Facts seen: " in told


def test_what_is_kept_as_markdown_says_first_that_it_is_practice() -> None:
    text = markdown(report_lines([attempt()]), ENGLISH)

    assert text.startswith("# Practice\n\nPractice on invented cases. Nothing here is about anybody.\n")
    assert "# The quiet kitchen (palermo/quiet-kitchen)" in text


def test_what_is_kept_as_data_says_first_that_it_is_practice() -> None:
    made = attempt(papers="own")
    data = json.loads(exercise_data([made]))

    assert [*data] == ["practice", "cases"]
    assert data["practice"] is True
    (case,) = data["cases"]
    assert (case["case"], case["set"]["id"], case["code"]) == (KITCHEN, "palermo", made.code)
    assert case["missed"] == [
        {
            "fact": ["papers", "kept"],
            "recorded": "otherwise",
            "recorded_elsewhere": False,
            "told_by": ["papers"],
            "level": "clear_concern",
        }
    ]
    assert case["answers"]["papers"] == "own"
