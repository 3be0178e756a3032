"""`screening workshop report` through the real command line: simulated people, two rounds, and what is missing or wrong."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from screening.commands.exit_codes import NOBODY_READS
from screening.interview.answer_code import encode
from screening.reading.sets import find_set
from tests.support.inside import run_inside
from tests.support.practice_codes import mistyped, practice_code, real_code
from tests.support.program import PROGRAM, Finished, program
from tests.support.simulated_room import AMBIGUOUS, CASES, full_set, lines_of, simulated_sheets
from tests.support.thorough import one_in


@cache
def lines(people: int = 20, *, cases: tuple[str, ...] = CASES, worst: float = 0.1, seed: int = 20) -> str:
    return "\n".join(lines_of(simulated_sheets(cases, people=people, worst=worst, seed=seed))) + "\n"


def report(monkeypatch: pytest.MonkeyPatch, *options: str, given: str) -> Finished:
    return run_inside(monkeypatch, "workshop", "report", *options, given=given)


def data(monkeypatch: pytest.MonkeyPatch, *options: str, given: str) -> Any:
    told = report(monkeypatch, "--format", "json", *options, given=given)
    assert (told.code, told.err) == (0, "")
    return json.loads(told.out)


QUESTION = next(each.record for _, _, each in full_set().questions() if each.id == AMBIGUOUS)


def test_of_twenty_simulated_people_the_ambiguous_question_is_found_from_their_codes(tmp_path: Path) -> None:
    read_out, codes = tmp_path / "read-out.txt", tmp_path / "codes.txt"
    read_out.write_text(lines())

    collected = program("workshop", "collect", str(read_out), "--save", str(codes))
    told = program("workshop", "report", str(codes), "--for-authors")

    assert (collected.code, collected.err, told.code, told.err) == (0, "", 0, "")
    one_line = " ".join(told.out.split())
    assert f"These questions divided the room most: - {QUESTION}" in one_line
    assert f"{QUESTION} [{AMBIGUOUS}] Case: " in one_line.split("For the authors of the set")[1]
    assert "16 of 20 referred for nothing." in told.out


def test_the_data_names_the_same_question_first_and_say_that_it_is_practice(monkeypatch: pytest.MonkeyPatch) -> None:
    found = data(monkeypatch, "--for-authors", given=lines())

    assert (found["practice"], found["set"]["id"]) == (True, "palermo")
    assert found["divided"][0]["question"] == AMBIGUOUS
    assert found["moved"][0]["question"] == AMBIGUOUS
    assert [case["case"] for case in found["cases"]] == [each.id for each in full_set().vignettes if each.id in CASES]
    assert "moved" not in data(monkeypatch, given=lines())


def test_the_same_codes_make_the_same_report(monkeypatch: pytest.MonkeyPatch) -> None:
    few = lines(5, cases=CASES[:1])

    assert report(monkeypatch, given=few).out == report(monkeypatch, given=few).out


def test_two_rounds_are_compared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = tmp_path / "first.txt"
    first.write_text(lines(6, worst=0.3, seed=4))

    told = report(monkeypatch, "--before", str(first), given=lines(7))
    rounds = data(monkeypatch, "--before", str(first), given=lines(7))["rounds"]

    assert "Before and after\n" in told.out
    assert [case["seats"] for case in rounds["cases"]] == [[6, 7]] * len(CASES)


@pytest.mark.parametrize(
    ("format_", "begins"), [("markdown", "# What the room"), ("html", "<!doctype html>"), ("json", "{")]
)
def test_it_is_saved_for_its_owner_alone_and_never_over_another_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, format_: str, begins: str
) -> None:
    path = tmp_path / "report"
    options = ("--format", format_, "--save", str(path))

    first = report(monkeypatch, *options, given=lines(5, cases=CASES[:1]))
    again = report(monkeypatch, *options, given=lines(5, cases=CASES[:1]))

    assert (first.code, first.out) == (0, f"The report is in {path}.\n")
    assert path.read_text().startswith(begins)
    assert path.stat().st_mode & 0o077 == 0
    assert (again.code, again.out) == (2, "")
    assert "already exists" in again.err


def test_a_wrong_line_is_told_and_the_report_is_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    given = f"1 {practice_code()}\n2 {mistyped(practice_code())}\n3 {real_code()}\n"

    told = report(monkeypatch, given=given)

    assert told.code == 1
    assert "The quiet kitchen: 1 person screened it." in told.out
    assert [line.split(" ")[0] for line in told.err.splitlines()] == ["stdin:2:", "stdin:3:"]


def test_without_a_code_there_is_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    told = report(monkeypatch, given="\n")

    assert (told.code, told.out) == (2, "")
    assert "there is no code that can be used" in told.err


def test_codes_of_two_sets_are_refused_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    short = find_set("first-contact")
    other = encode(short, {"danger-now": "no"}, case=short.vignettes[0].id)

    told = report(monkeypatch, given=f"1 {practice_code()}\n2 {other}\n")

    assert told.code == 2
    assert "these codes are of several sets: first-contact, palermo." in told.err


def test_without_the_library_for_alpha_a_command_says_how_to_get_it_and_the_rest_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("screening.practice.room_alpha.is_installed", lambda: False)

    told = report(monkeypatch, given=lines())

    assert told.code == 0
    assert "python -m pip install krippendorff" in " ".join(told.out.split())
    assert "Sensitivity: All as agreed" in told.out


def test_stdin_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = report(monkeypatch, "-", "--before", "-", given=lines(5))

    assert (told.code, told.out) == (2, "")
    assert "stdin can be read only once" in told.err


def test_line_by_line_it_has_no_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    few = lines(5, cases=CASES[:1])
    by_option = report(monkeypatch, "--plain", given=few)
    by_variable = run_inside(monkeypatch, "workshop", "report", given=few, variables={"ACCESSIBLE": "1"})

    assert by_option.out == by_variable.out
    assert "Seat 2: another answer: 9" in by_option.out


def test_of_two_hundred_people_there_are_sums_and_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    told = report(monkeypatch, given=lines(200, cases=CASES[:1]))

    assert "200 people are too many for a row each." in told.out
    assert "\n200  " not in told.out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break as on POSIX systems")
@pytest.mark.parametrize("format_", one_in(2, ["terminal", "html"]))
def test_a_pipe_that_nobody_reads_ends_it_quietly(format_: str, tmp_path: Path) -> None:
    codes = tmp_path / "codes.txt"
    codes.write_text(lines(5))
    reading, writing = os.pipe()
    os.close(reading)

    command = [*PROGRAM, "workshop", "report", str(codes), "--format", format_]
    finished = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False)
    os.close(writing)

    assert (finished.returncode, finished.stderr) == (NOBODY_READS, b"")
