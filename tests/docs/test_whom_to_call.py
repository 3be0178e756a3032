"""The manual of the directories: its example is read and used, and its commands and words are there."""

import re
import shlex
from pathlib import Path

import pytest

from screening.reading.directories import OwnFile, read_services
from screening.referral.directory import Directory, Duty
from screening.referral.service import Contact, Service
from tests.support.program import program

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "whom-to-call.md"
TEXT = MANUAL.read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = next(text for name, text in _BLOCK.findall(TEXT) if name == "yaml")
COMMANDS = [
    line.split("#")[0].split(">")[0].strip()
    for name, text in _BLOCK.findall(TEXT)
    if name == "sh"
    for line in text.splitlines()
]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The example as a file."""
    path = tmp_path / "our-services.yaml"
    path.write_text(EXAMPLE.replace("+1 202 555 0147", "18147"), encoding="utf-8")
    return path


def test_the_example_is_sound(own: Path) -> None:
    file = read_services(own)

    assert isinstance(file, OwnFile)
    assert file.own.services[0].everyday == {"en": "Aunty Mei"}
    assert program("check", str(own)).out == "1 checked, 0 problems\n"


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.startswith("screening services")])
def test_its_commands_work(command: str) -> None:
    more = ["--safe-to-carry", "yes"] if "services card" in command else []
    finished = program(*shlex.split(command)[1:], *more)

    assert (finished.code, bool(finished.out)) == (0, True)


def test_the_commands_with_the_own_file_work(own: Path) -> None:
    named = [each for each in COMMANDS if "our-services.yaml" in each]
    assert named == ["screening check our-services.yaml", "screening --services our-services.yaml"]

    assert "Harbour House" in program("--services", str(own), "services", "--need", "shelter").out


def test_every_key_that_it_explains_is_one() -> None:
    explained = {
        key for row in re.findall(r"^\| (`[^|]*`) \|", TEXT, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)
    }
    known = {name for kind in (Service, Contact, Directory, Duty) for name in kind.__struct_fields__}

    assert explained <= known
    assert {"offers", "serves", "barriers", "hours", "everyday", "confirmed_on"} <= explained
