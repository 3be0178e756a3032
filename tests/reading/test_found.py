"""Faults of reading and checking that were found once, each in its smallest example."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from screening.cli import app
from screening.reading import yaml_text
from screening.reading.directories import read_directory
from screening.reading.problem import Unsound, nearest
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.schemas import json_schema
from screening.reading.sets import find_set, read_set
from screening.reading.shape import shape
from screening.reading.yaml_text import read_yaml
from screening.sets.conditions.read import read_pathway_condition
from screening.sets.model import SetFile
from screening.sets.questions import Question
from tests.support.folders import SOUND, with_faults, write
from tests.support.problems import said

Fault = tuple[str, str, str]
SET, INDICATORS, LOOKS, MAIN = "set.yaml", "indicators.yaml", "sections/looks.yaml", "sections/main.yaml"
GUIDANCE, CASE = "guidance.yaml", "vignettes/case.yaml"
WHEN = "when: {in: [control], total: 1}"
DIRECTORY = """\
place: xx
names: {en: Nowhere}
as_of: "2026-01-31"
time_zone: Asia/Hong_Kong
emergency: {number: "999", names: {en: Emergency}, evidence: official, source: S, page_date: "2026"}
services:
  - {id: house, names: {en: House}, offers: [shelter], notes: [N], contacts: [], source: S, page_date: "2026"}
"""


def broken(folder: Path, *faults: Fault) -> list[str]:
    """The problems of the sound set with these faults."""
    files = dict(SOUND)
    for file, old, new in faults:
        assert old in files[file]
        files[file] = files[file].replace(old, new, 1) if old else files[file] + new
    return list(map(str, read_set(write(folder, files)).problems))


# --- checking a set must not end in a fault of ours ------------------------------------------------------------------


def test_checking_tells_of_an_option_unclear_and_does_not_break_on_it(tmp_path: Path) -> None:
    faults = with_faults(
        (MAIN, "{id: own, label: O}", "{id: @unclear, label: O}"),
        (GUIDANCE, WHEN, "when: {question: papers, is: [kept]}"),
    )

    result = CliRunner().invoke(app, ["check", str(write(tmp_path, faults.files))])

    assert "'unclear' can always be answered, so it is not an option" in result.stdout
    assert result.exit_code == 1


def test_a_name_too_long_for_a_path_is_no_set() -> None:
    with pytest.raises(Unsound, match="there is no such set"):
        find_set("x" * 5000)


# --- what is dangerous must be refused -------------------------------------------------------------------------------


def test_a_return_to_the_start_of_the_line_is_refused_in_a_text() -> None:
    (problem,) = read_yaml(rb'a: "Say yes.\rSay no. "', "file.yaml").problems

    assert (problem.line, problem.column) == (1, 4)


@pytest.mark.parametrize("written", [r"hk\e[2J", r"hk\u202e", r"hk\x9b"])
def test_a_terminal_escape_is_refused_in_a_key(written: str) -> None:
    (problem,) = read_yaml(f'a: 1\n"{written}": x\n'.encode(), "file.yaml").problems

    assert (problem.line, problem.column) == (2, 1)


@pytest.mark.parametrize("written", [r"\UFFFFFFFF", r"\U00110000", r"\ud800"])
def test_the_parser_written_in_python_refuses_what_is_no_character(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", yaml.SafeLoader)

    assert read_yaml(f'a: "{written}"'.encode(), "file.yaml").problems


# --- what does not fit must be told ----------------------------------------------------------------------------------


def test_an_id_does_not_end_in_a_new_line() -> None:
    assert shape(read_yaml(b"id: |\n  papers\nask: A\nrecord: R\n", "file.yaml"), Question).problems


@pytest.mark.parametrize("date", ["2026-13", "2026-02-30", "2026-00"])
@pytest.mark.parametrize("key", ["page_date", "confirmed_on"])
def test_a_day_that_is_none_is_told(key: str, date: str, tmp_path: Path) -> None:
    day = f"{date}-01" if key == "confirmed_on" and len(date) == 7 else date
    path = tmp_path / "xx.yaml"
    old = 'source: S, page_date: "2026"}\n'
    new = f'source: S, page_date: "{day}"}}\n' if key == "page_date" else f'{old[:-2]}, confirmed_on: "{day}"}}\n'
    path.write_text(DIRECTORY[: -len(old)] + new)

    assert len(read_directory(path).problems) == 1


@pytest.mark.parametrize(
    "condition",
    ["", {"in": [""], "total": 1}, {"question": "papers", "is": [""]}, {"circumstance": "place", "is": [""]}],
    ids=str,
)
def test_an_empty_name_is_a_mistake_in_a_condition(condition: Any) -> None:
    _, mistakes = read_pathway_condition(condition, nearest)

    assert len(mistakes) == 1
    assert not Draft202012Validator(json_schema("guidance")).is_valid(
        [{"id": "p", "title": "T", "do": ["D"], "when": condition}]
    )


def test_no_condition_asks_for_an_endless_score() -> None:
    assert read_pathway_condition({"in": ["means"], "score": float("inf")}, nearest)[1]


@pytest.mark.parametrize("word", ["unclear", "declined", "not_asked"])
def test_a_language_is_never_called_declined(word: str) -> None:
    with pytest.raises(Misrecorded):
        RecordReader([]).circumstances({"languages": [word, "en"]})


# --- the schema and reading must agree -------------------------------------------------------------------------------


def test_the_schema_knows_that_keys_of_elements_are_elements() -> None:
    data = {"id": "s", "version": "1", "title": "T", "sections": [], "elements": {"maens": "M"}}

    assert shape(read_yaml(yaml.safe_dump(data).encode(), "set.yaml"), SetFile).problems
    assert not Draft202012Validator(json_schema("set")).is_valid(data)


def test_a_score_of_nothing_is_the_same_with_and_without_a_point() -> None:
    whole, fraction = (read_pathway_condition({"in": ["means"], "score": score}, nearest)[1] for score in (0, 0.0))

    assert bool(whole) == bool(fraction)


# --- one mistake must be told once, at its place ---------------------------------------------------------------------

ONCE: dict[str, list[Fault]] = {
    "a number for an answer": [(CASE, "{papers: kept}", "{papers: 5}")],
    "a number among answers": [(CASE, "{papers: kept}", "{with: [5]}")],
    "a number for a circumstance": [(CASE, "{age: adult}", "{age: 17}")],
    "a misspelt kind": [(LOOKS, "kind: impression", "kind: impresion")],
    "a misspelt grade": [(INDICATORS, "strength: medium", "strength: medium, source: {grade: projct}")],
    "a misspelt count of a rule": [(SET, "one: [{total: 1}]", "one: [{total: 1}, {totl: 2}]")],
    "a rule of the wrong kind": [(SET, "one: [{total: 1}]", "one: [{total: 1}]\n  two: 5")],
    "indicators that are no list": [(INDICATORS, SOUND[INDICATORS], "held: {states: Is held}\n")],
    "misspelt words to ask with": [(MAIN, "id: papers, ask:", "id: papers, aks:")],
    "misspelt options": [(MAIN, "options: [{id: own", "optons: [{id: own")],
    "misspelt questions": [(MAIN, "questions:", "questons:")],
    "misspelt sections": [(SET, "sections:", "sectoins:")],
    "misspelt rules": [(SET, "rules:", "ruls:")],
    "a misspelt list of answers": [(MAIN, "is: [kept]", "iss: [kept]")],
    "a misspelt count of a condition": [(GUIDANCE, "total: 1", "totl: 1")],
    "a section listed twice": [(SET, "dimensions:", "  - {id: main, stage: closing}\ndimensions:")],
    "a question twice, and looked at by others": [(MAIN, "", "  - {id: papers, ask: A, record: R}\n")],
    "a pathway twice, once with a condition": [(GUIDANCE, "", "- {id: help, title: Again, do: [D]}\n")],
}


@pytest.mark.parametrize("faults", ONCE.values(), ids=ONCE)
def test_a_mistake_in_a_set_is_told_once(faults: list[Fault], tmp_path: Path) -> None:
    problems = broken(tmp_path, *faults)

    assert len(problems) == 1, "\n".join(problems)


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ('as_of: "2026-01-31"', 'as_of: "2026-01"', 1),
        ("notes: [N]", "notes: [N], districts: [5]", 1),
        ("notes: [N]", "notes: [N], serves: {situations: [5]}", 1),
        ("notes: [N], contacts: []", "contacts: 5", 1),
        (
            "  - {id: house,",
            "  - {id: 5, names: {en: A}, offers: [shelter], notes: [N], contacts: [], source: S, page_date: '2026'}\n  - {id: 6,",
            2,
        ),
    ],
    ids=[
        "half a day",
        "a number for a district",
        "a number for a situation",
        "a number for contacts",
        "numbers for ids",
    ],
)
def test_a_mistake_in_a_directory_is_told_once(old: str, new: str, number: int, tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    assert old in DIRECTORY
    path.write_text(DIRECTORY.replace(old, new))

    problems = read_directory(path).problems

    assert len(problems) == number, "\n".join(map(str, problems))


@pytest.mark.parametrize("word", ["not", "queston", "of"])
def test_a_word_that_does_not_belong_in_a_condition_is_told_at_the_word(word: str) -> None:
    content = f"id: q\nask: A\nrecord: R\nwhen:\n  {word}:\n    flag:\n      child\n"

    (problem,) = shape(read_yaml(content.encode(), "file.yaml"), Question).problems

    assert (problem.line, problem.column) == (5, 3)


# --- help must help --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["unclear", "declined"])
def test_a_word_refused_in_a_list_is_not_proposed_for_itself(word: str) -> None:
    with pytest.raises(Misrecorded) as caught:
        RecordReader([]).circumstances({"situation": [word, "fishing"]})

    assert f"Did you mean '{word}'?" not in said(caught.value.hint)


def test_names_that_could_not_be_read_are_not_listed_as_known(tmp_path: Path) -> None:
    problems = broken(tmp_path, (INDICATORS, SOUND[INDICATORS], "- 5\n"), (LOOKS, "[afraid]", "[]"))

    assert not any("Known: ." in problem for problem in problems), "\n".join(problems)


def test_a_file_of_an_unknown_name_in_a_set_is_told(tmp_path: Path) -> None:
    write(tmp_path, {**{file: text for file, text in SOUND.items() if file != CASE}, "guidnace.yaml": SOUND[GUIDANCE]})

    assert any("guidnace.yaml" in str(problem) for problem in read_set(tmp_path).problems)


def test_identical_questions_have_places_of_their_own(tmp_path: Path) -> None:
    more = "  - {id: twin, ask: A, record: R}\n"
    write(tmp_path, {**SOUND, MAIN: SOUND[MAIN] + more + more})

    paths = [path for _, _, path, question in read_set(tmp_path).questions() if question.id == "twin"]

    assert paths == [("questions", 4), ("questions", 5)]
