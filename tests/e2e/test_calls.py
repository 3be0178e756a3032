"""An afternoon at the telephone, in a real pseudo-terminal: every outcome, a machine that fails, and nothing lost."""

import json
import os
import re
import signal
from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.reading.directories import OwnFile, read_services
from screening.referral.calls import Call
from tests.commands.desk import services
from tests.support.kept_terminal import opened
from tests.support.terminal import Terminal
from tests.support.thorough import THOROUGH

AT = "2026-11-27T14:00"
TODAY, LATER = "2026-11-27", "2026-12-04"
# By default a short afternoon with every outcome that it has time for.
CALLS = 30 if THOROUGH else 7
ANSWERS: Mapping[str, str] = {
    "full": "Full until a day",
    "right": "Right",
    "another-number": "Another number",
    "no-answer": "Nobody answered",
    "closed": "Closed until a day",
    "gone": "No longer exists",
}
NEXT = "1) Not now: the next number"
_ASKED = re.compile(r"^\d+ of \d+: .*\n(?:.*\n)*? {4}(?:WhatsApp |SMS )?\+?[0-9][0-9 ]+\n", re.MULTILINE)
_NUMBER = re.compile(r"^ {4}(?:WhatsApp |SMS )?(\+?[0-9][0-9 ]+)$", re.MULTILINE)


def at_the_desk(path: Path, *options: str) -> Terminal:
    # Where no terminal answers, each prompt would wait a second to be told where the cursor is.
    quick = {"PROMPT_TOOLKIT_NO_CPR": "1"}
    return opened("services", "confirm", "--services", str(path), "--at", AT, *options, rows=60, environment=quick)


def asked(terminal: Terminal) -> str:
    """The number that is to be called, once it can be answered what was found."""
    terminal.until_true(lambda: bool(waiting(terminal)), "a question about a number")
    found = _NUMBER.search(waiting(terminal))
    assert found is not None
    return found[1]


def waiting(terminal: Terminal) -> str:
    """The service and the number that are asked about now; nothing while something else is on the screen."""
    text = terminal.text()
    heading = [found.start() for found in re.finditer(r"^\d+ of \d+: ", text, re.MULTILINE)]
    if not heading or f"» {NEXT}" not in text[heading[-1] :]:
        return ""
    found = _ASKED.search(text, heading[-1])
    return found[0] if found is not None else ""


def offered(terminal: Terminal) -> Mapping[str, str]:
    """What may be answered now: the outcomes, with the key for each."""
    labels = {label: found for found, label in ANSWERS.items()}
    shown = terminal.text().rpartition("What did you find?")[2]
    keys = re.findall(r"([0-9])\) (.*)$", shown, re.MULTILINE)
    return {labels[label.strip()]: key for key, label in keys if label.strip() in labels}


def answer(terminal: Terminal, number: str, key: str, found: str, position: int) -> dict[str, str]:
    """Answer one question about a number; what has to stand in the file after it."""
    before = waiting(terminal)
    call = {"number": number, "called_on": TODAY, "found": found}
    terminal.send(f"{key}\r")
    if found == "another-number":
        terminal.until("Which number is right?")
        call["now"] = f"+852 2345 67{position:02}"
        terminal.send(f"{call['now']}\r")
    if found in {"closed", "full"}:
        terminal.until("On which day is it open, or has it room, again?")
        call["until"] = LATER
        terminal.send(f"{LATER}\r")
    terminal.until_true(lambda: waiting(terminal) not in {"", before}, "what follows")
    return call


def kept(path: Path) -> list[Call]:
    file = read_services(path)
    assert isinstance(file, OwnFile)
    return [*file.own.calls]


def beds(path: Path, at: str = AT) -> Any:
    (listed,) = json.loads(
        services("list", "--need", "shelter", "--at", at, "--services", str(path), "--format", "json").out
    )["services"]
    return listed


def test_an_afternoon_of_calls_that_is_cut_off_and_gone_on_with_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "our-services.yaml"
    outcomes = cycle(ANSWERS)
    made: list[dict[str, str]] = []
    terminal = at_the_desk(path, "--need", "shelter", "--need", "labour-advice", "--need", "legal-advice")
    terminal.until("What is your agency called")
    terminal.send("Harbour House\r")
    while len(made) < CALLS:
        number, keys = asked(terminal), offered(terminal)
        if len(made) == CALLS // 2 and not terminal.ended:
            # In the middle of an answer, when the day is half typed.
            before = path.read_bytes()
            terminal.send(f"{keys['closed']}\r")
            terminal.until("On which day is it open, or has it room, again?")
            terminal.send("2026-1")
            os.kill(terminal.pid, signal.SIGKILL)
            assert terminal.end() == -signal.SIGKILL
            assert path.read_bytes() == before
            terminal = at_the_desk(path)
            assert asked(terminal) not in {each["number"] for each in made}
            number, keys = asked(terminal), offered(terminal)
        found = next(each for each in outcomes if each in keys)
        made.append(answer(terminal, number, keys[found], found, len(made)))
    terminal.send("\x03")

    assert terminal.end() == 130
    assert "Every answer so far is in" in terminal.text()
    assert [
        {name: value for name in ("number", "called_on", "found", "now", "until") if (value := getattr(call, name))}
        for call in kept(path)
    ] == made
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o077 == 0


def test_what_was_found_matters_at_once_for_a_bed_and_ends_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "our-services.yaml"
    terminal = at_the_desk(path, "--need", "shelter", "--agency", "Harbour House")
    found: dict[str, str] = {}
    while len(found) < 4:
        number, keys = asked(terminal), offered(terminal)
        wanted = next((each for each in ("full", "right", "another-number", "gone") if each not in found), "")
        if wanted in keys and "full" in keys:
            found[wanted] = number
            answer(terminal, number, keys[wanted], wanted, 1)
        else:
            answer(terminal, number, "1", "", 0)
    key = re.findall(r"([0-9])\) Stop here", terminal.text())[-1]
    terminal.send(f"{key}\r")
    assert terminal.end() == 0
    assert "See what has changed: screening services list --services" in terminal.text()

    now, later = beds(path), beds(path, f"{LATER}T14:00")
    numbers = {contact["number"]: contact for each in now["services"] for contact in each["contacts"]}
    left_out = [reason for each in now["left_out"] for reason in each["reasons"] if "full" in json.dumps(reason)]
    assert (found["full"] in numbers, len(left_out)) == (False, 1)
    assert found["full"] in json.dumps(later["services"])
    assert (found["another-number"] in numbers, "+852 2345 6701" in numbers, found["gone"] in numbers) == (
        False,
        True,
        False,
    )
    said = " ".join(services("list", "--need", "shelter", "--at", AT, "--services", str(path)).out.split())
    assert f"it said that it is full until {LATER}" in said
    assert f"[confirmed on {TODAY}]" in said


def test_a_trap_and_what_is_no_number_are_refused_while_they_are_typed(tmp_path: Path) -> None:
    path = tmp_path / "our-services.yaml"
    terminal = at_the_desk(path, "--need", "shelter", "--agency", "Harbour House")
    asked(terminal)
    terminal.send(f"{offered(terminal)['another-number']}\r")
    terminal.until("Which number is right?")
    terminal.send("12\r")
    terminal.until("'12' is not a telephone number.")
    terminal.send("\b\b5190 8909\r")
    terminal.until("is a trap: An old WhatsApp number")
    terminal.send("\x03")

    assert terminal.end() == 130
    assert kept(path) == []


def test_whoever_leaves_before_the_first_call_leaves_no_file_behind(tmp_path: Path) -> None:
    path = tmp_path / "our-services.yaml"
    terminal = at_the_desk(path)
    terminal.until("What is your agency called")
    terminal.send("\x03")

    assert terminal.end() == 130
    assert "Nothing was written." in terminal.text()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ((), "name the one file of your own that the answers are written into"),
        (("--services", "/nowhere/own.yaml"), "there is no folder '/nowhere'. Check the path."),
        (("--services", "referrals/gb.yaml"), "referrals/gb.yaml is a whole directory."),
        (("--services", "tests/reading/own/harbour-house.yaml", "--place", "gb"), "adds to hk. Give --place hk, or"),
    ],
)
def test_a_file_that_cannot_be_written_into_is_told_at_once(options: tuple[str, ...], error: str) -> None:
    terminal = opened("services", "confirm", *options, columns=200)

    assert terminal.end() == 2
    assert error in terminal.text()
