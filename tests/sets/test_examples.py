"""The format expresses other instruments than our own: each example is scored as its rule says, restated here.

The restatements know nothing of the program. They are a few lines of plain Python with the numbers written out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.assess import Assessment, Assessor
from screening.lint import set_findings
from screening.lint.vignettes import differences
from screening.reading.records import RecordReader
from screening.reading.sets import read_set
from screening.sets.answers import Answer, Answers
from screening.sets.vocabulary import RANK
from tests.support.program import program
from tests.support.thorough import examples

FOLDER = Path(__file__).parent / "examples"
# Level, sum and band; sets without bands have no sum.
Outcome = tuple[str, float | None, str | None]
UNKNOWN = (None, "unclear", "declined")
# How what was not ticked may stand, and what can only be ticked alone.
RESTS = ("unclear", "declined", "not_asked")
NONE = ("none",)


def ticks(*ids: str) -> tuple[Answer, ...]:
    """What can be ticked, from nothing to everything."""
    some = [each for size in range(1, len(ids) + 1) for each in combinations(ids, size)]
    return (NONE, *some)


@dataclass(frozen=True)
class Example:
    """One kind of instrument.

    Attributes:
        definite: question to its definite answers; the first says least, the last says most.
        rule: a complete record, and its circumstances, to what it has to come to.
        circumstances: circumstance to its values, where the instrument asks for any.
        gates: question to the answer behind which others are asked. While it is unknown they are asked too, and count.
    """

    definite: Mapping[str, tuple[Answer, ...]]
    rule: Callable[[Answers, Answers], Outcome]
    circumstances: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gates: Mapping[str, Answer] = field(default_factory=dict)


def yes_no(*names: str) -> dict[str, tuple[Answer, ...]]:
    """Questions that are answered with yes or no."""
    return dict.fromkeys(names, ("no", "yes"))


# --- the rules, restated ---------------------------------------------------------------------------------------------


def a_sum_with_bands(answers: Answers, _: Answers) -> Outcome:
    weights = {"gate": 3, "wages": 1, "beds": 1.5, "boots": 2, "speaker": 1, "papers": 4}
    score = sum(weight for name, weight in weights.items() if answers[name] == "yes")
    if score >= 8.5:
        return "clear_concern", score, "act"
    return ("some_concern", score, "watch") if score >= 4 else ("none_recorded", score, "quiet")


def any_of_six(answers: Answers, _: Answers) -> Outcome:
    return "some_concern" if "yes" in answers.values() else "none_recorded", None, None


def weights_with_one_cut_off(answers: Answers, _: Answers) -> Outcome:
    weights = {
        "same-person": 2,
        "bed-paid": 1,
        "papers-kept": 3,
        "calls": 1,
        "locked-before": 5,
        "untreated": 2,
        "works-unpaid": 1.5,
    }
    score = sum(weight for name, weight in weights.items() if answers[name] == "yes")
    return ("some_concern", score, "above") if score >= 5 else ("none_recorded", score, "below")


def eight_ratings_with_one_cut_off(answers: Answers, _: Answers) -> Outcome:
    score = sum(int(str(rating)) for rating in answers.values())
    return ("some_concern", score, "high") if score >= 6 else ("none_recorded", score, "low")


def ratings_with_two_cut_offs(answers: Answers, _: Answers) -> Outcome:
    score = sum(int(str(rating)) for rating in answers.values())
    if score >= 7:
        return "clear_concern", score, "high"
    return ("some_concern", score, "middle") if score >= 3 else ("none_recorded", score, "low")


def bands_of_numbers(answers: Answers, _: Answers) -> Outcome:
    weights = {"hours": {"up-to-8": 0, "up-to-12": 1, "over-12": 3}, "owed": {"none": 0, "some": 1, "much": 2}}
    score = sum(each[str(answers[name])] for name, each in weights.items())
    if score >= 4:
        return "clear_concern", score, "today"
    return ("some_concern", score, "again") if score >= 2 else ("none_recorded", score, "below")


def strengths_by_dimension(answers: Answers, _: Answers) -> Outcome:
    said = {*answers["hired"], *answers["held"], *(name for name, answer in answers.items() if answer == "yes")}

    def supported(strong: str, medium: set[str], weak: str) -> bool:
        mediums, weaks = len(medium & said), weak in said
        if strong in said:
            return mediums > 0 or weaks
        return mediums == 2 and weaks

    hiring = supported("trade", {"fee", "contract"}, "address")
    holding = supported("passport", {"fine", "counted"}, "telephone")
    labour = supported("hours", {"helmet", "tokens"}, "food")
    if (hiring or holding) and labour:
        return "clear_concern", None, None
    return "some_concern" if hiring or holding or labour else "none_recorded", None, None


def facts_and_a_block_behind_a_gate(answers: Answers, _: Answers) -> Outcome:
    facts = len({*answers["happens"]} - {"none"})
    if answers["lodging"] == "yes":
        facts += (answers["door"] == "yes") + (answers["elsewhere"] == "yes")
    return ("clear_concern" if facts >= 2 else "some_concern" if facts else "none_recorded"), None, None


def one_of_each_group(answers: Answers, _: Answers) -> Outcome:
    first = "yes" in (answers["chosen"], answers["more"], answers["quit"])
    second = "yes" in (answers["blows"], answers["wages"], answers["papers"])
    return "some_concern" if first and second else "none_recorded", None, None


def four_facts_in_spanish(answers: Answers, _: Answers) -> Outcome:
    facts = [answers[name] == "yes" for name in ("documentos", "pago", "negarse")]
    count = sum(facts) + (answers["deuda"] == "atada")
    return ("clear_concern" if count >= 2 else "some_concern" if count else "none_recorded"), None, None


def cut_offs_by_age(answers: Answers, circumstances: Answers) -> Outcome:
    weights = {"late": 1, "break": 2, "sleeping": 3, "wage": 3}
    score = sum(weight for name, weight in weights.items() if answers[name] == "yes")
    grown_up = circumstances["age"] == "adult" and circumstances["under_18_when_it_began"] == "no"
    some, clear = (3, 7) if grown_up else (1, 4)
    if score >= clear:
        return "clear_concern", None, None
    return "some_concern" if score >= some else "none_recorded", None, None


EXAMPLES: Mapping[str, Example] = {
    "sum-scored": Example(yes_no("gate", "wages", "beds", "boots", "speaker", "papers"), a_sum_with_bands),
    "any-yes": Example(yes_no("papers", "out", "wages", "debt", "fear", "sleep"), any_of_six),
    "cut-off": Example(
        yes_no("same-person", "bed-paid", "papers-kept", "calls", "locked-before", "untreated", "works-unpaid"),
        weights_with_one_cut_off,
    ),
    "rated-form": Example(
        dict.fromkeys(
            ("ticket", "passport", "address", "contract", "fee", "spoken-for", "telephone", "threat"), ("0", "1", "2")
        ),
        eight_ratings_with_one_cut_off,
    ),
    "gated": Example(
        {"happens": ticks("fined", "fee", "threat"), **yes_no("lodging", "door", "elsewhere")},
        facts_and_a_block_behind_a_gate,
        gates={"lodging": "yes"},
    ),
    "one-of-each": Example(yes_no("chosen", "more", "quit", "blows", "wages", "papers"), one_of_each_group),
    "in-spanish": Example(
        {
            **yes_no("peligro", "documentos"),
            "deuda": ("ninguna", "libre", "atada"),
            **yes_no("pago", "negarse"),
        },
        four_facts_in_spanish,
    ),
    "rating": Example(
        dict.fromkeys(("rest", "food", "calls", "pay", "shore", "blows"), ("0", "1", "2")),
        ratings_with_two_cut_offs,
    ),
    "numbers": Example(
        {
            "hours": ("up-to-8", "up-to-12", "over-12"),
            "owed": ("none", "some", "much"),
            "met": ("market", "clinic", "elsewhere"),
        },
        bands_of_numbers,
    ),
    "by-dimension": Example(
        {
            "hired": ticks("trade", "fee", "contract", "address"),
            "held": ticks("passport", "fine", "counted", "telephone"),
            **yes_no("hours", "helmet", "tokens", "food"),
        },
        strengths_by_dimension,
    ),
    "by-age": Example(
        yes_no("late", "break", "sleeping", "wage"),
        cut_offs_by_age,
        # The first is judged most lightly, the last most strictly.
        {"age": ("adult", "child", "unsure"), "under_18_when_it_began": ("no", "yes")},
    ),
}
# It asks all of palermo: tests/sets/test_extending_example.py says what it has to come to.
EXTENDING = "extending"
ASSESSORS = {name: Assessor(read_set(FOLDER / name).set) for name in EXAMPLES}
ADULT = {"age": "adult", "under_18_when_it_began": "no"}


def outcome(assessment: Assessment) -> Outcome:
    """What the program says."""
    band = assessment.band.id if assessment.band is not None else None
    return assessment.level, assessment.score, band


# --- they are sound --------------------------------------------------------------------------------------------------


def test_every_folder_is_an_example_and_the_other_way_round() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == {*EXAMPLES, EXTENDING}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_read_without_problems_and_nothing_in_it_is_unwise(name: str) -> None:
    files = read_set(FOLDER / name)

    assert files.problems == ()
    assert list(set_findings(files)) == []
    assert files.set.about.title.startswith(("Invented: ", "Inventado: "))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_restatement_asks_just_what_the_example_asks(name: str) -> None:
    questions = {question.id: question for _, _, question in read_set(FOLDER / name).set.questions()}

    assert set(questions) == set(EXAMPLES[name].definite)
    for asked, definite in EXAMPLES[name].definite.items():
        ids = {option.id for option in questions[asked].choices}
        assert {part for each in definite for part in (each if isinstance(each, tuple) else (each,))} == ids


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_vignettes_of_an_example_come_to_their_keys(name: str) -> None:
    indicator_set = read_set(FOLDER / name).set
    reader = RecordReader(indicator_set)

    assert indicator_set.vignettes
    for vignette in indicator_set.vignettes:
        record = reader.record(vignette.answers, vignette.circumstances)
        assessment = ASSESSORS[name].assess(record.answers)
        assert differences(vignette, indicator_set, assessment) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        ("any-yes/tea", "Talk to a specialist today."),
        ("any-yes/cough", "None of the six was answered with yes."),
        ("cut-off/van", "At or above the cut-off of the night count. The day team talks with the guest."),
        ("cut-off/four-and-a-half", "Below the cut-off of the night count."),
        ("rated-form/six", "Six points or more were given."),
        ("rated-form/half-a-file", "TOO LITTLE KNOWN: Score so far, 4."),
        ("one-of-each/both", "Both halves are marked. Ask the team leader today."),
        ("one-of-each/one-half", "Not both halves are marked."),
        ("in-spanish/cosecha", "Hable hoy con la persona encargada de los casos de trata."),
    ],
)
def test_what_an_example_says_of_itself_stands_first_in_its_result(case: str, sentence: str) -> None:
    played = program("demo", case, "--all", "--indicators", str(FOLDER / case.split("/", maxsplit=1)[0]))

    assert played.code == 0
    told = " ".join(played.out.rsplit("\nResult\n\n", 1)[1].split())
    assert sentence in told.split(" Because: ")[0]


# --- they are scored as their rules say ------------------------------------------------------------------------------


def said(name: str, most: Mapping[str, Any], **circumstances: str) -> Outcome:
    """What the program says of a record in which everything else is answered with what says least."""
    answers = {**{asked: definite[0] for asked, definite in EXAMPLES[name].definite.items()}, **most}
    return outcome(ASSESSORS[name].assess({**answers, **circumstances}))


@pytest.mark.parametrize(
    ("yes", "expected"),
    [
        ((), ("none_recorded", 0, "quiet")),
        (("papers",), ("some_concern", 4, "watch")),
        (("gate",), ("none_recorded", 3, "quiet")),
        (("gate", "wages"), ("some_concern", 4, "watch")),
        (("beds", "boots"), ("none_recorded", 3.5, "quiet")),
        (("gate", "papers", "wages"), ("some_concern", 8, "watch")),
        (("gate", "papers", "beds"), ("clear_concern", 8.5, "act")),
        (("gate", "wages", "beds", "boots", "speaker", "papers"), ("clear_concern", 12.5, "act")),
    ],
    ids=str,
)
def test_a_sum_falls_into_its_band(yes: tuple[str, ...], expected: Outcome) -> None:
    assert said("sum-scored", dict.fromkeys(yes, "yes")) == expected


@pytest.mark.parametrize(
    "yes", [("papers",), ("out",), ("wages",), ("debt",), ("fear",), ("sleep",), ("papers", "out", "sleep")], ids=str
)
def test_any_one_of_six_is_enough(yes: tuple[str, ...]) -> None:
    assert said("any-yes", dict.fromkeys(yes, "yes")) == ("some_concern", None, None)
    assert said("any-yes", {}) == ("none_recorded", None, None)


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ({}, ("none_recorded", 0, "low")),
        ({"rest": "2"}, ("none_recorded", 2, "low")),
        ({"rest": "2", "food": "1"}, ("some_concern", 3, "middle")),
        ({"rest": "1", "food": "1", "calls": "1"}, ("some_concern", 3, "middle")),
        ({"rest": "2", "food": "2", "calls": "2"}, ("some_concern", 6, "middle")),
        ({"rest": "2", "food": "2", "calls": "2", "pay": "1"}, ("clear_concern", 7, "high")),
        (dict.fromkeys(("rest", "food", "calls", "pay", "shore", "blows"), "2"), ("clear_concern", 12, "high")),
    ],
    ids=str,
)
def test_ratings_are_added_and_cut_off(ratings: dict[str, str], expected: Outcome) -> None:
    assert said("rating", ratings) == expected


@pytest.mark.parametrize(
    ("yes", "score", "band"),
    [
        (("same-person", "bed-paid", "works-unpaid"), 4.5, "below"),
        (("same-person", "papers-kept"), 5, "above"),
        (("locked-before",), 5, "above"),
        (("same-person", "bed-paid", "calls", "works-unpaid"), 5.5, "above"),
    ],
    ids=str,
)
def test_weights_are_added_up_to_one_cut_off(yes: tuple[str, ...], score: float, band: str) -> None:
    level = "some_concern" if band == "above" else "none_recorded"

    assert said("cut-off", dict.fromkeys(yes, "yes")) == (level, score, band)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"happens": ("fined",)}, "some_concern"),
        ({"happens": ("fined", "fee")}, "clear_concern"),
        ({"lodging": "yes"}, "none_recorded"),
        ({"lodging": "yes", "door": "yes"}, "some_concern"),
        ({"lodging": "yes", "door": "yes", "elsewhere": "yes"}, "clear_concern"),
        ({"lodging": "yes", "door": "yes", "happens": ("threat",)}, "clear_concern"),
    ],
    ids=str,
)
def test_a_block_behind_a_gate_counts_with_the_rest(answers: dict[str, Any], expected: str) -> None:
    assert said("gated", answers)[0] == expected


def test_three_of_one_group_are_not_one_of_each() -> None:
    assert said("one-of-each", dict.fromkeys(("chosen", "more", "quit"), "yes"))[0] == "none_recorded"
    assert said("one-of-each", dict.fromkeys(("blows", "wages", "papers"), "yes"))[0] == "none_recorded"
    assert said("one-of-each", {"quit": "yes", "blows": "yes"})[0] == "some_concern"


@pytest.mark.parametrize(
    ("hired", "supported"),
    [
        (("trade",), False),
        (("trade", "address"), True),
        (("trade", "fee"), True),
        (("fee", "contract"), False),
        (("fee", "contract", "address"), True),
        (("fee", "address"), False),
        (("address",), False),
    ],
    ids=str,
)
def test_strong_medium_and_weak_are_counted_in_one_dimension(hired: tuple[str, ...], *, supported: bool) -> None:
    level = said("by-dimension", {"hired": hired})[0]

    assert level == ("some_concern" if supported else "none_recorded")


def test_a_dimension_of_each_element_makes_it_clear() -> None:
    labour = {"hours": "yes", "food": "yes"}

    assert said("by-dimension", {"hired": ("trade", "fee"), **labour})[0] == "clear_concern"
    assert said("by-dimension", {"hired": ("trade",), "held": ("passport",), **labour})[0] == "some_concern"


@pytest.mark.parametrize(
    ("yes", "for_an_adult", "for_a_child"),
    [
        ((), "none_recorded", "none_recorded"),
        (("late",), "none_recorded", "some_concern"),
        (("break",), "none_recorded", "some_concern"),
        (("sleeping",), "some_concern", "some_concern"),
        (("late", "sleeping"), "some_concern", "clear_concern"),
        (("sleeping", "wage"), "some_concern", "clear_concern"),
        (("late", "sleeping", "wage"), "clear_concern", "clear_concern"),
    ],
    ids=str,
)
def test_the_cut_offs_are_lower_for_a_child(yes: tuple[str, ...], for_an_adult: str, for_a_child: str) -> None:
    answers = dict.fromkeys(yes, "yes")

    assert said("by-age", answers, **ADULT)[0] == for_an_adult
    assert said("by-age", answers, age="child")[0] == for_a_child
    assert said("by-age", answers, age="unsure")[0] == for_a_child
    assert said("by-age", answers, age="adult", under_18_when_it_began="yes")[0] == for_a_child


@given(data=st.data())
@pytest.mark.parametrize("name", EXAMPLES)
@examples(300)
def test_over_complete_records_the_program_and_the_restatement_agree(name: str, data: st.DataObject) -> None:
    example = EXAMPLES[name]
    answers = data.draw(choices_from(example.definite))
    circumstances = data.draw(choices_from(example.circumstances))
    assessment = ASSESSORS[name].assess({**answers, **circumstances})

    assert outcome(assessment) == example.rule(answers, circumstances)
    assert assessment.settled


@given(data=st.data())
@pytest.mark.parametrize("name", EXAMPLES)
@examples(300)
def test_where_answers_are_missing_the_bounds_are_the_restatement_at_its_least_and_most(
    name: str, data: st.DataObject
) -> None:
    example = EXAMPLES[name]
    gaps = {asked: (*definite, *told_in_part(definite), *UNKNOWN) for asked, definite in example.definite.items()}
    recorded = data.draw(choices_from(gaps))
    circumstances = data.draw(choices_from({asked: (*values, None) for asked, values in example.circumstances.items()}))
    assessment = ASSESSORS[name].assess({**known(recorded), **known(circumstances)})

    least, most = (
        example.rule(
            filled(open_at(example.gates, recorded), example.definite, end),
            filled(circumstances, example.circumstances, end),
        )
        for end in (0, -1)
    )
    assert assessment.bounds == (least[0], most[0])
    assert (assessment.score, assessment.band.id if assessment.band is not None else None) == least[1:]
    more_is_possible = RANK[assessment.bounds[0]] == 0 < RANK[assessment.bounds[1]]
    assert assessment.level == ("too_little_known" if more_is_possible else least[0])


def choices_from(values: Mapping[str, tuple[Any, ...]]) -> st.SearchStrategy[dict[str, Any]]:
    """One value for each name."""
    return st.fixed_dictionaries({name: st.sampled_from(each) for name, each in values.items()})


def told_in_part(definite: tuple[Answer, ...]) -> list[Answer]:
    """Ticks of which the rest is not known."""
    some = [each for each in definite if isinstance(each, tuple) and each != NONE]
    return [(*each, rest) for each in some for rest in RESTS]


def known(recorded: Mapping[str, Any]) -> dict[str, Any]:
    """Without what was not asked."""
    return {name: value for name, value in recorded.items() if value is not None}


def open_at(gates: Mapping[str, Answer], recorded: Mapping[str, Any]) -> dict[str, Any]:
    """With every gate of which nothing is known open."""
    return {name: gates.get(name, value) if value in UNKNOWN else value for name, value in recorded.items()}


def filled(recorded: Mapping[str, Any], definite: Mapping[str, tuple[Any, ...]], end: int) -> dict[str, Any]:
    """What is unknown, answered with what says least (0) or most (-1)."""
    return {name: _filled(value, definite[name], end) for name, value in recorded.items()}


def _filled(value: Any, definite: tuple[Any, ...], end: int) -> Any:
    if isinstance(value, tuple) and value[-1] in RESTS:
        return definite[-1] if end else value[:-1]
    return definite[end] if value in UNKNOWN else value
