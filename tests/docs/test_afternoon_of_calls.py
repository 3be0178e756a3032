"""The page for an agency's desk says what the program offers, and its commands work."""

import re
import shlex
from pathlib import Path

import pytest

from screening.language.catalog import ENGLISH
from screening.show.call_sheet import FOUND_NAME
from tests.support.program import program

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "afternoon-of-calls.md").read_text(encoding="utf-8")
OWN = Path(__file__).resolve().parents[1] / "reading" / "own" / "harbour-house.yaml"
COMMANDS = [line.partition(" > ")[0] for line in re.findall(r"^screening .*$", TEXT, re.MULTILINE)]


def test_everything_that_can_be_found_is_told_with_what_it_changes() -> None:
    told = re.findall(r"^\| ([^|]*) \| [^|]+ \|$", TEXT, re.MULTILINE)

    assert [ENGLISH.render(name) for name in FOUND_NAME.values()] == told[1:-1]


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_work_as_far_as_nobody_has_to_sit_at_a_terminal(command: str) -> None:
    finished = program(*shlex.split(command.replace("our-services.yaml", str(OWN)))[1:])

    leads = command.startswith("screening services confirm --services")
    assert (finished.code, bool(finished.out)) == ((2, False) if leads else (0, True))
