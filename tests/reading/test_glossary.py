"""What reading a glossary promises: every mistake at its place, in all files together, and a sound one as it stands."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from screening.reading.glossary import built_in_glossary, is_glossary, read_glossary
from screening.reading.problem import Unsound
from screening.reading.schemas import json_schema
from screening.reading.set_catalog import data_folder
from screening.reading.yaml_text import read_yaml
from tests.support.folders import MARK
from tests.support.mutations import mutated
from tests.support.problems import said
from tests.support.thorough import examples

SOUND = """\
title: Work
terms:
  - names: {en: [wages, pay], zh-Hant: [工資]}
    seen: {zh-Hant: {工資: [A page]}}
  - names: {en: [rest day]}
    everyday: true
    note: N
"""


def write(folder: Path, old: str = "", new: str = "") -> tuple[Path, int, int]:
    """The sound glossary with one fault, and where the mark in the fault stood."""
    assert old in SOUND
    before, _, after = SOUND.replace(old, new, 1).partition(MARK)
    path = folder / "work.yaml"
    path.write_text(before + after, encoding="utf-8")
    return path, before.count("\n") + 1, len(before) - before.rfind("\n")


def test_a_sound_glossary_is_read(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path)

    (theme,) = read_glossary([path]).themes

    assert (theme.title, [term.title for term in theme.terms]) == ("Work", ["wages", "rest day"])
    assert theme.terms[0].translated == {"zh-Hant": ("工資",)}
    assert theme.terms[0].pages("zh-Hant", "工資") == ("A page",)
    assert [theme.terms[0].evidence(*name) for name in (("zh-Hant", "工資"), ("zh-Hant", "薪金"), ("id", "upah"))] == [
        "seen",
        "own_judgement",
        "own_judgement",
    ]


FAULTS: dict[str, tuple[str, str, str, str]] = {
    "a term twice": ("[rest day]", "[rest day, @Wages]", "there is already a term 'Wages', in ", "duplicate-id"),
    "a name twice": ("[wages, pay]", "[wages, @WAGES]", "the name 'WAGES' appears here a second time", "duplicate-id"),
    "no English": (
        "- names: {en: [rest day]}",
        "- @names: {zh-Hant: [A]}",
        "this term has no English name",
        "reference",
    ),
    "no name": ("[工資]", "@[]", "there is no name here. Write one", "reference"),
    "no letter": ("[rest day]", "[@...]", "'...' has no letter", "reference"),
    "an empty name": ("[rest day]", "[@'']", "the text is empty", "shape"),
    "seen without a name": (
        "seen: {zh-Hant:",
        "seen: {@zh-Hans:",
        "this term has no name in 'zh-Hans' that could have been seen. Did you mean 'zh-Hant'?",
        "reference",
    ),
    "seen by another name": (
        "{工資: [A page]}",
        "{@工錢: [A page]}",
        "this term is not called '工錢'. Known: 工資.",
        "reference",
    ),
    "seen on no page": (
        "{工資: [A page]}",
        "{工資: @[]}",
        "there is no page here. Name one, or leave the name out here: it is then your own judgement.",
        "reference",
    ),
    "no language": ("en: [rest day]", "en: [rest day], @Chinese: [A]", "'Chinese' does not have the form", "shape"),
    "a text for a list": ("en: [rest day]", "en: @rest day", "a list is expected here, but this is text", "shape"),
    "a misspelt key": (
        "everyday",
        "@evryday",
        "the key 'evryday' is not known here. Did you mean 'everyday'?",
        "shape",
    ),
    "no terms": ("terms:", "@trms:", "the key 'trms' is not known here. Did you mean 'terms'?", "shape"),
    "no YAML": ("{en: [rest day]}", "{en: [rest day}@", "this is not YAML", "yaml"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_once_at_its_place(fault: str, tmp_path: Path) -> None:
    old, new, says, code = FAULTS[fault]
    path, line, column = write(tmp_path, old, new)

    (problem,) = read_glossary([path]).problems

    assert says in str(problem)
    assert problem.code == code
    assert problem.line == line
    assert fault == "no YAML" or problem.column == column


def test_a_glossary_with_a_problem_is_not_used(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path, "[wages, pay]", "[]")

    with pytest.raises(Unsound, match="there is no name here"):
        _ = read_glossary([path]).themes


def test_one_term_in_two_files_is_told_with_both_places(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path)
    other = tmp_path / "other.yaml"
    other.write_text("title: Other\nterms:\n  - names: {en: [hours, 'Rest-day']}\n")

    (problem,) = read_glossary([path, other]).problems

    assert str(problem) == (f"{other}:3:25: there is already a term 'Rest-day', in {path}:5. Merge the two.")


def test_in_another_language_two_terms_may_have_one_name(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path, "[rest day]", "[rest day], zh-Hant: [工資]")

    assert read_glossary([path]).problems == ()


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _, _ = write(tmp_path)
    monkeypatch.chdir(tmp_path)

    glossary = read_glossary([path, Path(path.name)])

    assert (len(glossary.files), list(glossary.problems)) == (1, [])


def test_a_file_that_cannot_be_opened_hides_no_other(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path, "[wages, pay]", "[]")

    gone, empty = read_glossary([tmp_path / "gone.yaml", path]).problems

    assert (gone.code, said(empty.message)) == ("file", "there is no name here")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (SOUND, True),
        ("terms: []", True),
        ("title: T", True),
        ("place: hk", False),
        ("[terms]", False),
        ("", False),
        ("terms: [", False),
    ],
)
def test_a_file_is_one_of_a_glossary_by_its_keys(text: str, is_one: bool) -> None:
    assert is_glossary(read_yaml(text.encode(), "any.yaml")) is is_one


def test_the_built_in_glossary_is_sound_and_no_file_of_it_is_left_out() -> None:
    glossary = built_in_glossary()

    assert glossary.problems == ()
    assert len(glossary.files) == len(list(data_folder("glossary").glob("*.yaml")))
    assert all(is_glossary(file.text) for file in glossary.files)


@pytest.mark.parametrize(
    ("change", "valid"),
    [
        ({}, True),
        ({"names": {"en": ["a"], "zh-Hant": ["b"], "id": ["c"]}}, True),
        ({"names": {"Chinese": ["a"]}}, False),
        ({"names": ["a"]}, False),
        ({"everyday": "yes"}, False),
        ({"seen": {"zh-Hant": ["A page"]}}, False),
        ({"sources": []}, False),
    ],
    ids=str,
)
def test_the_schema_tells_right_from_wrong(change: dict[str, Any], valid: bool) -> None:
    data = read_yaml(SOUND.encode(), "work.yaml").data
    data["terms"][0] |= change

    assert Draft202012Validator(json_schema("glossary")).is_valid(data) is valid


_DATA = read_yaml(SOUND.encode(), "work.yaml").data


@examples(150)
@given(changed=mutated(_DATA))
def test_whatever_stands_in_a_glossary_never_raises(changed: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "mutated-glossary.yaml"
    path.write_text(json.dumps(changed), encoding="utf-8")

    problems = read_glossary([path]).problems

    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
