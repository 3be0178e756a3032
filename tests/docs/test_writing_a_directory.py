"""The page on writing a directory: its example is a whole one that is read, checked and used, and its commands work."""

import re
import shlex
from pathlib import Path

import pytest

from screening.reading.directories import DirectoryFile, read_services
from tests.support.program import program

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "writing-a-directory.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
(EXAMPLE,) = (text for name, text in _BLOCK.findall(TEXT) if name == "yaml")
OF_FILMS = "+1 202 555 0"
COMMANDS = [
    line.split("#")[0].strip() for name, text in _BLOCK.findall(TEXT) if name == "sh" for line in text.splitlines()
]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example as a file, with numbers that could be somebody's."""
    path = tmp_path / "zz.yaml"
    path.write_text(EXAMPLE.replace(OF_FILMS, "18"), encoding="utf-8")
    return path


def test_the_example_is_a_whole_directory_without_a_problem(example: Path) -> None:
    file = read_services(example)
    checked = program("check", str(example), "--today", "2026-11-28")

    assert isinstance(file, DirectoryFile)
    assert file.directory.place == "zz"
    assert (checked.code, checked.out.splitlines()[-1].split(", ")[:2]) == (0, ["1 checked", "0 problems"])


def test_the_example_as_it_stands_is_sound_and_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "zz.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    checked, used = program("check", str(path)), program("services", "--services", str(path))

    assert (checked.code, checked.out.count("is kept for films: nobody has this number")) == (
        0,
        EXAMPLE.count(OF_FILMS) - 1,
    )
    assert (used.code, used.out) == (2, "")


def test_the_example_shows_what_a_directory_can_have(example: Path) -> None:
    directory = read_services(example).sound
    services = directory.services
    contacts = [contact for service in services for contact in service.contacts]

    assert any(contact.hours for contact in contacts)
    assert any(each.hours and each.interpreter for contact in contacts for each in contact.spoken)
    assert any(service.barriers for service in services)
    assert any(service.districts for service in services)
    assert any(service.only for service in services)
    assert {"unknown"} <= {service.page_date for service in services}
    assert isinstance(file := read_services(example), DirectoryFile)
    assert file.directory.traps
    assert {duty.child for duty in file.directory.duties} == {True, False}


def test_its_commands_work(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    begun = [each for each in COMMANDS if each.startswith("screening new directory")]
    used = [each.replace("np.yaml", example.name).replace("--place np", "--place zz") for each in COMMANDS]

    assert [program(*shlex.split(each)[1:]).code for each in begun] == [0, 0]
    assert (tmp_path / "np.yaml").is_file()
    for command in used:
        if command.startswith(("screening check", "screening services")):
            assert program(*shlex.split(command)[1:]).code == 0, command


def test_the_desk_finds_what_the_example_says(example: Path) -> None:
    def services(*options: str) -> str:
        return " ".join(program("services", "--services", str(example), *options).out.split())

    with_card = services("--need", "shelter", "--gender", "woman", "--at", "2026-11-25T10:00")
    assert "In danger now: 555 - Police emergency" in with_card
    assert "No local identity card is needed." in with_card
    assert "Lotus House कमल घर" in with_card.split("More")[0]
    assert "Lotus House कमल घर: it is for: woman or girl" in services("--need", "shelter", "--gender", "man")
    assert "border-desk" not in services("--need", "labour-advice", "--district", "lakeside")
    assert "18103" in services("--need", "labour-advice", "--district", "border")
    assert "555 - Police emergency" in services("--need", "police")
    assert "No number is listed here for this. Do this instead" in services("--need", "debt-advice")


def test_the_page_says_what_is_refused(example: Path) -> None:
    trap = program("check", str(_changed(example, '"18101"', '"18199"')))
    assert (trap.code, "is a trap: On old posters of Lotus House" in trap.out) == (1, True)
    assert (
        "informs_police is 'unknown'" in program("check", str(_changed(example, 'informs_police: "yes"\n', "\n"))).out
    )


def _changed(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    changed = path.with_name("changed.yaml")
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    return changed
