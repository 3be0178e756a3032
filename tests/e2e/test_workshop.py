"""A workshop of two hours, played by script: handouts, twenty people, codes that are read out, and two rounds."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.interview.answer_code import encode
from screening.practice.room import is_referred
from screening.sets.answers import Answer
from tests.support.kept_terminal import KeptTerminal
from tests.support.practice_codes import mistyped
from tests.support.practising import cases, practice
from tests.support.program import BEFORE_AT_ONCE, program
from tests.support.terminal import Terminal
from tests.support.thorough import THOROUGH
from tests.support.walks import Walker

pytestmark = pytest.mark.skipif(not THOROUGH, reason="it takes a minute: each part of it is also tried by itself")

CASE = "never-alone"
# What the officer at the clinic takes for granted: that she may go out, and that the work is fine.
TAKEN_FOR_GRANTED: dict[str, Answer] = {"go-out": "no", "work": ("none",)}
QUICK = {"PROMPT_TOOLKIT_NO_CPR": "1"}
_GROUPS = re.compile(r"^ +\d+(?: to \d+)? +((?:[0-9A-Z]{5}(?:  )?)+)$", re.MULTILINE)
# How each of the others differs from the key: no two screen it in the same way.
WAYS: Sequence[dict[str, Answer | None]] = [
    {},
    {"go-out": "no"},
    {"go-out": "unclear"},
    {"go-out": None},
    {"go-out": "declined"},
    {"work": ("none",)},
    {"work": ("none",), "go-out": "no"},
    {"papers": "yes"},
    {"papers": "unclear"},
    {"papers": "declined"},
    {"say-no": "no"},
    {"say-no": "no", "go-out": "no"},
    {"say-no": "yes"},
    {"say-no": None},
    {"still-there": "no"},
    {"still-there": None},
    {"danger-now": "unclear"},
    {"work": None, "go-out": "no"},
]


def code_of(differently: dict[str, Answer | None]) -> str:
    (case,) = cases(CASE)
    answers = {name: answer for name, answer in {**case.key, **differently}.items() if answer is not None}
    return encode(case.indicator_set, answers, case=CASE)


def practised(otherwise: dict[str, Answer] | None, *, plain: bool) -> str:
    """Screen the case at a terminal, and copy the code from the screen at its end."""
    stops, (attempt,) = practice(CASE, otherwise=otherwise)
    faces = ["--plain"] if plain else []
    terminal = KeptTerminal("practise", CASE, *faces, "--place", "hk", rows=60, before=BEFORE_AT_ONCE)
    walker = Walker(terminal, plain=plain)
    for stop in stops[:-1]:
        walker.at(stop.sign)
        walker.give(stop.keys, stop.line)
    if plain:
        assert terminal.end() == 0
    else:
        walker.at(stops[-1].sign, ends=b"")
        walker.give("c", "")
        walker.at("1 to 4")
    groups = [group for row in _GROUPS.findall(terminal.text()) for group in row.split()]
    if not plain:
        walker.give("ee", "")
        assert terminal.end() == 0
    assert "-".join(groups) == attempt.code
    return attempt.code


def say(terminal: Terminal, line: str, *signs: str) -> None:
    """Type what somebody reads out, and wait for what is said to it."""
    terminal.send(f"{line}\r")
    terminal.until(*signs)


def collected(path: Path, codes: Sequence[str], real: str) -> None:
    """Type what twenty people read out: two codes wrong at first, and one that has no business here."""
    terminal = KeptTerminal("workshop", "collect", "--set", "first-contact", "--save", str(path), environment=QUICK)
    terminal.until("Code:")
    title = cases(CASE)[0].vignette.title
    for seat, code in enumerate(codes, 1):
        taken = f"Seat {seat}: {title}. {seat} code"
        if seat == 4:
            say(terminal, f"{seat} {mistyped(code, 3)}", f"Seat {seat}, not kept.", "mistake in group 3")
            say(terminal, f"3 {code.split('-')[2]}", taken)
        elif seat == 11:
            say(terminal, f"{seat} {mistyped(code, 5)}", f"Seat {seat}, not kept.", "mistake in group 5")
            say(terminal, f"{seat} {code.lower()}", taken)
        else:
            if seat == 7:
                say(terminal, f"{seat} {real}", "Put it away")
                assert real[:11] not in terminal.text() + terminal.scrollback()
            say(terminal, f"{seat} {code}", taken)
    terminal.send("\r")
    assert terminal.end() == 0


def test_a_workshop_of_two_hours(tmp_path: Path) -> None:
    (case,) = cases(CASE)
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"

    handouts = program("workshop", "handout", CASE, "--set", "first-contact", "--format", "html").out
    assert case.vignette.title in handouts
    assert "nobody is in danger" in handouts
    assert case.vignette.teaches.split(".")[0] not in handouts

    codes = [practised(None, plain=False), practised(TAKEN_FOR_GRANTED, plain=True), *map(code_of, WAYS)]
    assert len(codes) == 20
    collected(first, codes, encode(case.indicator_set, case.key))
    assert [line.split(" ") for line in first.read_text().splitlines()] == [
        [str(seat), CASE, code] for seat, code in enumerate(codes, 1)
    ]

    told = program("workshop", "report", str(first))
    found = json.loads(program("workshop", "report", str(first), "--format", "json").out)
    assert (told.code, told.err) == (0, "")
    missed = sum(not is_referred(level) for level in found["cases"][0]["reached"])
    assert 0 < missed < 20
    assert f"{missed} of them would have missed the person" in " ".join(told.out.split())
    assert found["divided"][0]["question"] == "go-out"

    # After the talk nobody takes it for granted any more that she may go out.
    again = [code_of({name: answer for name, answer in way.items() if name != "go-out"}) for way in ({}, {}, *WAYS)]
    collected(second, again, encode(case.indicator_set, case.key))
    page = tmp_path / "report.html"
    saved = program("workshop", "report", str(second), "--before", str(first), "--format", "html", "--save", str(page))
    assert (saved.code, saved.err) == (0, "")
    assert "Before and after" in page.read_text()
    rounds = json.loads(program("workshop", "report", str(second), "--before", str(first), "--format", "json").out)
    before, after = rounds["rounds"]["cases"][0]["under_referred"]
    assert before == missed > after
