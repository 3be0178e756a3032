"""Scales and ratings in files: answers that questions have in common, ids that are numbers, and what is wrong with them."""

from pathlib import Path

import pytest

from screening.reading.records import Misrecorded, read_record
from screening.reading.set_catalog import SetCatalog
from screening.reading.set_files import SetFiles
from screening.reading.sets import read_set
from screening.sets.fingerprint import fingerprint, hash_layout
from screening.sets.model import IndicatorSet
from screening.sets.ratings import RatedIndicator
from screening.sets.texts import texts
from tests.support.folders import write
from tests.support.problems import said

ABOUT = """\
id: rated
version: "1"
title: Rated
sections: [{id: main, stage: questions}]
scales:
  concern: {possible: 1, clear: 2}
  often: [{id: never, label: Never}, {id: often, label: Often, strength: strong}]
dimensions: {work: {rule: some, title: Work, source: {grade: project}}}
rules: {some: [{score: 3}]}
bands: [{id: 0, title: Low, score: 0, level: none_recorded}, {id: 1, title: High, score: 3, level: some_concern}]
"""
SECTION = """\
id: main
questions:
  - {id: pay, kind: known, record: Pay, scale: concern}
  - {id: rest, kind: known, record: Rest, rate: {short: 1, none: 3}}
  - {id: hit, kind: known, record: Blows, scale: often}
"""
CASE = """\
id: case
title: A case
story: Somebody is paid late.
answers: {pay: 2, rest: 0, hit: never}
expect: {level: none_recorded}
teaches: Two is not three.
"""


def files(folder: Path, section: str = SECTION, about: str = ABOUT, **more: str) -> SetFiles:
    extra = {f"{name}.yaml": text for name, text in more.items()}
    return read_set(
        write(folder, {"set.yaml": about, "sections/main.yaml": section, "vignettes/case.yaml": CASE, **extra})
    )


def ids(indicator_set: IndicatorSet) -> dict[str, list[tuple[str, str]]]:
    return {
        question.id: [(option.id, option.label) for option in question.choices]
        for _, _, question in indicator_set.questions()
    }


def test_questions_have_the_answers_of_the_scale_that_they_name(tmp_path: Path) -> None:
    assert ids(files(tmp_path).set) == {
        "pay": [("0", "None of this"), ("1", "possible"), ("2", "clear")],
        "rest": [("0", "None of this"), ("1", "short"), ("3", "none")],
        "hit": [("never", "Never"), ("often", "Often")],
    }


def test_what_is_rated_is_an_indicator_with_the_id_of_its_question(tmp_path: Path) -> None:
    indicators = files(tmp_path).set.indicators

    assert [(each.id, each.states, each.dimension, each.weight, each.strength) for each in indicators] == [
        ("pay", "Pay", "work", 2, None),
        ("rest", "Rest", "work", 3, None),
        ("hit", "Blows", "work", None, "strong"),
    ]
    assert all(isinstance(each, RatedIndicator) and each.source is not None for each in indicators)


def test_a_rating_may_be_written_as_the_number_that_it_is(tmp_path: Path) -> None:
    rated = files(tmp_path).set

    assert rated.vignettes[0].answers == {"pay": "2", "rest": "0", "hit": "never"}
    assert [read_record(rated, {"pay": written}).answers for written in (2, "2", 2.0, "2.0")] == [{"pay": "2"}] * 4
    assert [band.id for band in rated.about.bands] == ["0", "1"]
    for written in (3, 1.5, True, "2.5", -1, [2]):
        with pytest.raises(Misrecorded):
            read_record(rated, {"pay": written})


def test_a_gate_may_name_marks_by_their_numbers(tmp_path: Path) -> None:
    gated = SECTION + "  - {id: more, kind: known, record: More, when: {question: pay, is: [1, 2]}}\n"

    assert files(tmp_path, gated).problems == ()


def test_a_scale_is_translated_once(tmp_path: Path) -> None:
    ids_of_texts = [name for name in texts(files(tmp_path).set) if name.startswith(("scale.", "option.", "indicator."))]

    assert ids_of_texts == [
        "scale.concern.1.label",
        "scale.concern.2.label",
        "scale.often.never.label",
        "scale.often.often.label",
        "option.rest.1.label",
        "option.rest.3.label",
    ]


@pytest.mark.parametrize(
    ("before", "after", "layout_stays"),
    [
        ("{possible: 1, clear: 2}", "{possible: 1, clear: 3}", False),
        ("{possible: 1, clear: 2}", "{possible: 1, certain: 2}", True),
        ("strength: strong", "strength: weak", True),
    ],
)
def test_what_a_mark_says_and_counts_is_part_of_what_an_answer_means(
    tmp_path: Path, before: str, after: str, *, layout_stays: bool
) -> None:
    one = files(tmp_path / "one").set
    other = read_set(
        write(tmp_path / "other", {"set.yaml": ABOUT.replace(before, after), "sections/main.yaml": SECTION})
    ).set

    assert fingerprint(one) != fingerprint(other)
    assert (hash_layout(one) == hash_layout(other)) is layout_stays


def test_the_same_answers_mean_the_same_on_a_scale_and_written_out(tmp_path: Path) -> None:
    written_out = SECTION.replace("scale: concern", "rate: {possible: 1, clear: 2}")

    assert fingerprint(files(tmp_path / "a").set) == fingerprint(files(tmp_path / "b", written_out).set)


@pytest.mark.parametrize(
    ("change", "where", "what"),
    [
        (("scale: concern", "scale: concerns"), "main.yaml:3:48", "there is no scale 'concerns'"),
        (("scale: concern", "scale: concern, rate: {a: 1}"), "main.yaml:3:48", "'rate' is on a question with a scale"),
        (("rate: {short: 1, none: 3}", "rate: {short: 1, none: 1}"), "main.yaml:4:66", "'none' and 'short' have"),
        (("record: Rest,", "record: Rest, choose: several,"), "main.yaml:4:51", "a rating is one mark"),
        (("record: Rest,", "record: Rest, dimension: wrk,"), "main.yaml:4:54", "there is no dimension 'wrk'"),
        (("record: Rest,", "record: Rest, shows: [x],"), "main.yaml:4:43", "'shows' is on a question with options"),
        (
            ("record: Rest,", "record: Rest, source: {ref: ilo, grade: A},"),
            "main.yaml:4:57",
            "there is no source 'ilo'",
        ),
        (
            ("rate: {short: 1, none: 3}", "source: {grade: project}"),
            "main.yaml:4:43",
            "'source' is on 'rest', which is",
        ),
        (
            ("kind: known, record: Blows", "kind: impression, record: Blows"),
            "main.yaml:5:5",
            "the impression 'hit' counts",
        ),
    ],
    ids=str,
)
def test_what_is_wrong_with_a_rating_is_told_at_its_place(
    tmp_path: Path, change: tuple[str, str], where: str, what: str
) -> None:
    seen = SECTION.replace(*change)
    assert seen != SECTION
    about = ABOUT.replace("stage: questions", "stage: seen") if "impression" in change[1] else ABOUT

    problems = files(tmp_path, seen, about).problems

    told = [(str(problem).split(": ")[0].rsplit("/", 1)[-1], said(problem.message)) for problem in problems]
    assert [place for place, message in told if message.startswith(what)] == [where], told


def test_a_rating_says_where_it_counts_unless_there_is_one_dimension_only(tmp_path: Path) -> None:
    two = ABOUT.replace("dimensions: {", "dimensions: {other: {rule: some, title: O}, ")

    told = [said(problem.message) for problem in files(tmp_path, SECTION, two).problems]

    assert told == [f"'{name}' does not say where it counts" for name in ("pay", "rest", "hit")]


def test_no_other_indicator_has_the_id_of_a_rating(tmp_path: Path) -> None:
    own = "- {id: pay, states: Pay, dimension: work, weight: 1}\n"

    (problem,) = files(tmp_path, indicators=own).problems

    assert said(problem.message).startswith("'pay' is a rating, which is an indicator itself")


def test_what_is_wrong_within_a_scale_is_told_where_the_scale_stands(tmp_path: Path) -> None:
    twice = ABOUT.replace("{possible: 1, clear: 2}", "{possible: 1, clear: 1}")

    problem = files(tmp_path, SECTION, twice).problems[0]

    assert str(problem).split(": ")[0].endswith("set.yaml:6:33")


def test_ids_of_other_things_begin_with_a_letter(tmp_path: Path) -> None:
    problem = files(tmp_path, SECTION.replace("id: rest", "id: 1rest")).problems[0]

    assert said(problem.message) == "'1rest' does not have the form that is expected here"


def test_a_set_without_the_card_for_a_child_has_to_say_itself_what_to_do(tmp_path: Path) -> None:
    without = f"{ABOUT}child_card: false\n"
    worded = f"{without}flags: [{{id: child, title: A child, do: [Call.]}}]\n"

    assert [said(each.message) for each in files(tmp_path / "a", SECTION, without).problems] == [
        "without the card for a child, the set has to say itself what to do for one"
    ]
    assert files(tmp_path / "b", SECTION, worded).problems == ()


EXTENDING = """\
id: mine
version: "1"
title: Mine
extends: rated
"""


@pytest.mark.parametrize(
    ("about", "section", "expected"),
    [
        ("", "", {"pay": ["0", "1", "2"], "rest": ["0", "1", "3"], "hit": ["never", "often"]}),
        (
            "scales: {concern: {clear: 5}}\n",
            "",
            {"pay": ["0", "5"], "rest": ["0", "1", "3"], "hit": ["never", "often"]},
        ),
        (
            "scales: {often: [{id: 7, label: Daily, strength: weak}]}\n",
            "",
            {"pay": ["0", "1", "2"], "rest": ["0", "1", "3"], "hit": ["7"]},
        ),
        (
            "",
            "id: main\nquestions: [{id: rest, rate: {a little: 4}}]\n",
            {"pay": ["0", "1", "2"], "rest": ["0", "4"], "hit": ["never", "often"]},
        ),
        (
            "",
            "id: main\nquestions: [{id: pay, scale: often}]\n",
            {"pay": ["never", "often"], "rest": ["0", "1", "3"], "hit": ["never", "often"]},
        ),
        (
            "",
            "id: main\nquestions: [{id: pay, scale: null, rate: {late: 1}}]\n",
            {"pay": ["0", "1"], "rest": ["0", "1", "3"], "hit": ["never", "often"]},
        ),
    ],
    ids=["nothing", "a scale", "a list", "a rating", "another scale", "its own"],
)
def test_a_rating_and_a_scale_are_replaced_whole_where_a_set_extends_another(
    tmp_path: Path, about: str, section: str, expected: dict[str, list[str]]
) -> None:
    base = write(tmp_path / "rated", {"set.yaml": ABOUT, "sections/main.yaml": SECTION})
    own = {"set.yaml": EXTENDING + about, **({"sections/main.yaml": section} if section else {})}
    mine = read_set(write(tmp_path / "mine", own), SetCatalog({"rated": base}, frozenset())).set

    assert {name: [mark for mark, _ in marks] for name, marks in ids(mine).items()} == expected
    assert {each.id for each in mine.indicators} == set(expected)


def test_marks_are_laid_over_by_their_numbers(tmp_path: Path) -> None:
    options = "options: [{id: 0, label: No}, {id: 1, label: Some, weight: 1}, {id: 2, label: Much, weight: 2}]"
    base = SECTION.replace("rate: {short: 1, none: 3}", options)
    changed = "id: main\nquestions: [{id: rest, options: [{id: 1, label: A little}]}]\n"
    folder = write(tmp_path / "rated", {"set.yaml": ABOUT, "sections/main.yaml": base})
    own = write(tmp_path / "mine", {"set.yaml": EXTENDING, "sections/main.yaml": changed})

    mine = read_set(own, SetCatalog({"rated": folder}, frozenset())).set

    assert ids(mine)["rest"] == [("0", "No"), ("1", "A little"), ("2", "Much")]


def test_what_an_extension_says_of_itself_comes_before_what_the_other_says(tmp_path: Path) -> None:
    headlines = "headlines: {some_concern: {says: Talk again., name: talk again}, none_recorded: {says: Below.}}\n"
    folder = write(tmp_path / "rated", {"set.yaml": f"{ABOUT}language: es\n{headlines}", "sections/main.yaml": SECTION})
    about = EXTENDING + "settles: false\nheadlines: {some_concern: {says: Call us.}}\n"

    mine = read_set(write(tmp_path / "mine", {"set.yaml": about}), SetCatalog({"rated": folder}, frozenset())).set.about

    assert (mine.language, mine.settles) == ("es", False)
    assert {level: (each.says, each.name) for level, each in mine.headlines.items()} == {
        "some_concern": ("Call us.", "talk again"),
        "none_recorded": ("Below.", None),
    }


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("rate: concern", "To name a scale of set.yaml, write scale: concern."),
        ("options: concern", "To name a scale of set.yaml, write scale: concern."),
        ("rate: [1, 2]", "Write what each mark says and its number, as in {possible: 1, clear: 2}."),
        (
            "rate: {1: possible}",
            "Write what the mark says first and then its number, as in {possible: 1, clear: 2}. "
            "A mark with a strength is an option with 'strength'.",
        ),
        (
            "options: [{id: a, label: A, to: 8}]",
            "A band of a number ends with 'below': it takes all numbers below that one.",
        ),
        ("options: [{id: a, label: A, score: 8}]", "What an option counts is its 'weight', or its 'strength'."),
    ],
)
def test_what_was_written_in_another_way_is_told_in_the_right_one(tmp_path: Path, written: str, hint: str) -> None:
    problems = files(tmp_path, SECTION.replace("scale: often", written)).problems

    assert hint in [said(problem.hint) for problem in problems]
