"""What reading a directory promises: every mistake at its place, and a sound one as it stands."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.reading.directories import read_directory
from screening.reading.problem import Unsound
from screening.reading.yaml_text import read_yaml
from tests.support.folders import MARK
from tests.support.mutations import mutated
from tests.support.problems import said
from tests.support.thorough import examples

SOUND = """\
place: xx
names: {en: Nowhere}
as_of: "2026-01-31"
time_zone: Asia/Hong_Kong
emergency: {number: "999", names: {en: Emergency}, evidence: official, source: S, page_date: "2026"}
districts: {north: North, south: South}
services:
  - id: house
    names: {en: House}
    offers: [shelter]
    serves: {gender: [woman], situations: [fishing]}
    districts: [north]
    contacts: [{kind: telephone, number: "123", evidence: official}]
    source: S
    page_date: "2026"
"""


def write(folder: Path, old: str = "", new: str = "") -> tuple[Path, int, int]:
    """The sound directory with one fault, and where the mark in the fault stood."""
    assert old in SOUND
    before, _, after = SOUND.replace(old, new, 1).partition(MARK)
    path = folder / "xx.yaml"
    path.write_text(before + after, encoding="utf-8")
    return path, before.count("\n") + 1, len(before) - before.rfind("\n")


def test_a_sound_directory_is_read(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path)

    directory = read_directory(path).directory

    assert (directory.place, directory.services[0].id) == ("xx", "house")
    assert directory.services[0].contacts[0].hours is None


CONTACTS = '    contacts: [{kind: telephone, number: "123", evidence: official}]\n'
DUTY = "{id: report, title: T, text: [X], evidence: official, source: S, page_date: unknown}"
LAST = '    page_date: "2026"\n'
REST = 'names: {en: N}, offers: [shelter], source: S, page_date: "2026"'
FAULTS: dict[str, tuple[str, str, str]] = {
    "no time zone": ("Asia/Hong_Kong", "@Asia/Hongkong2", "there is no time zone 'Asia/Hongkong2'. Write one such as"),
    "a folder of time zones": ("Asia/Hong_Kong", "@Asia", "there is no time zone 'Asia'"),
    "a path for a time zone": ("Asia/Hong_Kong", "@../../etc/passwd", "there is no time zone '../../etc/passwd'"),
    "a long time zone": ("Asia/Hong_Kong", f"@{'x' * 5000}", "there is no time zone 'xxx"),
    "no day": ('"2026-01-31"', '@"2026-02-30"', "there is no such date as '2026-02-30'. Write one such as"),
    "a service twice": (
        LAST,
        f"{LAST}  - {{id: @house, {REST}, contacts: [], notes: [N]}}\n",
        "there is already a service 'house'",
    ),
    "an unknown district": ("[north]", "[north, @nort]", "there is no district 'nort'. Did you mean 'north'?"),
    "hours that would be lost": (
        'number: "123"',
        'hours: @"Mo-Fr 09:00-12:00; Fr 14:00-16:00", number: "123"',
        "the hours have two rules for Fr, of which only the last would count. Write each day once, and a whole day",
    ),
    "a language's hours that would be lost": (
        'number: "123"',
        'spoken: [{languages: [en], hours: @"Mo-Su 20:00-20:00; PH off"}], number: "123"',
        "the hours have a time that ends when it begins (20:00-20:00).",
    ),
    "an unknown situation": ("[fishing]", "[@fishng]", "there is no situation 'fishng'. Did you mean 'fishing'?"),
    "a service that cannot be reached": (
        LAST,
        f"{LAST}  - @{{id: mute, {REST}, contacts: []}}\n",
        "the service 'mute' has no contact, and says nothing about how to reach it. Add a contact or a note.",
    ),
    "an unknown need": (
        "[shelter]",
        "[@sheltr]",
        "'sheltr' is not one of the words allowed here. Did you mean 'shelter'?",
    ),
    "a place in capitals": (
        "place: xx",
        "place: @XX",
        "'XX' does not have the form that is expected here. Write a place's code",
    ),
    "a number that is none": (
        'number: "123"',
        "number: @123",
        "text is expected here, but this is a whole number (123).",
    ),
    "a misspelt key": (
        "    districts:",
        "    @distrcts:",
        "the key 'distrcts' is not known here. Did you mean 'districts'?",
    ),
    "districts in a list": (
        "{north: North, south: South}",
        "@[north, south]",
        "a mapping is expected here, but this is a list. Write an id and a name for each, in a line of its own, such as",
    ),
    "a service for nobody": ("gender: [woman]", "gender: @[]", "the list is empty."),
    "a service for no need": ("[shelter]", "@[]", "the list is empty."),
    "a service without a name": ("{en: House}", "@{}", "the mapping is empty."),
    "two districts with one name": (
        "south: South",
        "south: @north",
        "the district 'north' has the name 'north' too. Give each district a name of its own.",
    ),
    "a duty twice": (
        "services:\n",
        f"duties: [{DUTY}, {DUTY.replace('id: ', 'id: @')}]\nservices:\n",
        "there is already a duty 'report'. Give it another id.",
    ),
    "the id of the emergency number": ("id: house", "id: @emergency", "the id 'emergency' is that of the emergency"),
    "an emergency number of a police that does not tell the police": (
        "names: {en: Emergency},",
        "names: {en: Emergency}, offers: @[police],",
        "the service offers 'police', and informs_police is 'unknown'. Write informs_police: \"yes\". This",
    ),
    "an emergency number with hours that would be lost": (
        "names: {en: Emergency},",
        'names: {en: Emergency}, hours: @"Mo-Fr 09:00-12:00; Fr 14:00-16:00",',
        "the hours have two rules for Fr",
    ),
    "a service that contradicts itself": (
        "offers: [shelter]",
        "offers: [shelter, @police]",
        "the service offers 'police', and informs_police is 'unknown'.",
    ),
    "no contacts at all": (
        LAST,
        f"{LAST}  - @{{id: mute, {REST}}}\n",
        "the key 'contacts' is missing here. Add 'contacts'.",
    ),
}


@pytest.mark.parametrize(("old", "new", "says"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_the_one_problem_of_the_directory_at_its_place(
    old: str, new: str, says: str, tmp_path: Path
) -> None:
    path, line, column = write(tmp_path, old, new)

    problems = read_directory(path).problems

    assert len(problems) == 1, problems
    assert str(problems[0]).startswith(f"{path}:{line}:{column}: {says}")


@pytest.mark.parametrize("way", ["notes: [Go there]", "ask_first: [Ask the desk]"])
def test_a_service_without_a_contact_may_say_how_to_reach_it(way: str, tmp_path: Path) -> None:
    path, _, _ = write(tmp_path, CONTACTS, f"    contacts: []\n    {way}\n")

    assert read_directory(path).problems == ()


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path, "districts: [north]", "districts: [nort]\n    notes: [5]")
    path.write_text(path.read_text().replace("Asia/Hong_Kong", "Mars").replace("[fishing]", "[fishng]"))

    assert [problem.line for problem in read_directory(path).problems] == [4, 11, 12, 13]


def test_a_directory_that_cannot_be_read_has_that_one_problem(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path, "place: xx", "place: [")

    (problem,) = read_directory(path).problems

    assert "this is not YAML" in said(problem.message)


def test_a_directory_with_problems_is_not_used(tmp_path: Path) -> None:
    path, _, _ = write(tmp_path, "Asia/Hong_Kong", "Mars")

    with pytest.raises(Unsound, match="there is no time zone 'Mars'"):
        _ = read_directory(path).directory


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unsound, match=r"nowhere\.yaml:1:1: this cannot be read: .*\. Check the path\."):
        read_directory(tmp_path / "nowhere.yaml")


_DATA = read_yaml(SOUND.encode(), "xx.yaml").data


@examples(150)
@given(changed=mutated(_DATA), zone=st.none() | st.text(max_size=12))
def test_whatever_stands_in_a_directory_never_raises(
    changed: Any, zone: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if isinstance(changed, dict) and zone is not None:
        changed = {**changed, "time_zone": zone}
    path = tmp_path_factory.getbasetemp() / "mutated.yaml"
    path.write_text(json.dumps(changed), encoding="utf-8")

    problems = read_directory(path).problems

    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
