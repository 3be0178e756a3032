"""`screening workshop collect` without a terminal: what is kept, and that nothing wrong lands in silence."""

from pathlib import Path

import pytest

from screening.interview.answer_code import encode
from tests.support.inside import run_inside
from tests.support.practice_codes import CASE, OTHER_CASE, full_set, mistyped, practice_code, real_code
from tests.support.program import Finished

FIRST, SECOND = practice_code(), practice_code(hurt=None)


def collect(monkeypatch: pytest.MonkeyPatch, *options: str, given: str = "") -> Finished:
    return run_inside(monkeypatch, "workshop", "collect", *options, given=given)


def test_codes_come_out_with_their_seats_and_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    other = practice_code(OTHER_CASE)

    told = collect(monkeypatch, given=f"1 {FIRST}\n2: {SECOND.lower().replace('-', ' ')}\n1 {other}\n")

    assert (told.code, told.err) == (0, "")
    assert told.out == f"1 {CASE} {FIRST}\n2 {CASE} {SECOND}\n1 {OTHER_CASE} {other}\n"


def test_what_was_collected_can_be_collected_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "codes.txt"
    path.write_text(f"1 {CASE} {FIRST}\n")

    assert collect(monkeypatch, str(path), "-", given=f"2 {SECOND}\n").out == f"1 {CASE} {FIRST}\n2 {CASE} {SECOND}\n"


def test_a_code_without_a_seat_gets_one_that_nobody_has(monkeypatch: pytest.MonkeyPatch) -> None:
    told = collect(monkeypatch, given=f"{FIRST}\n{SECOND}\n")

    assert [line.split()[0] for line in told.out.splitlines()] == ["x1", "x2"]


def test_two_helpers_whose_codes_have_no_seats_do_not_take_them_for_one_person(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "first-a.txt"
    path.write_text(f"x1 {CASE} {FIRST}\n")

    another = collect(monkeypatch, str(path), "-", given=f"x1 {CASE} {SECOND}\n")
    the_same = collect(monkeypatch, str(path), "-", given=f"x1 {CASE} {FIRST}\n")

    assert (another.code, another.out) == (0, f"x1 {CASE} {FIRST}\nx2 {CASE} {SECOND}\n")
    assert (the_same.code, the_same.out) == (1, f"x1 {CASE} {FIRST}\n")


def test_every_wrong_line_is_told_with_its_number_and_the_others_are_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "codes.txt"
    lines = [
        f"1 {FIRST}",
        f"2 {mistyped(SECOND, 4)}",
        f"Maria {SECOND}",
        f"4 {real_code()}",
        f"1 {SECOND}",
        f"6 {OTHER_CASE} {SECOND}",
        f"7 no-case {SECOND}",
        f"8 {SECOND[:-6]}",
        f"9 {SECOND}",
    ]
    path.write_text("\n".join(lines))

    told = collect(monkeypatch, str(path))

    assert told.code == 1
    assert told.out == f"1 {CASE} {FIRST}\n9 {CASE} {SECOND}\n"
    wrong = [line.removeprefix(f"{path}:") for line in told.err.splitlines()]
    assert [line.split(":")[0] for line in wrong] == ["2", "3", "4", "5", "6", "7", "8"]
    assert "Seat 2: There is a mistake in group 4." in wrong[0]
    assert "'Maria' is not the label of a seat." in wrong[1]
    assert "holds what a real person said. Put it away" in wrong[2]
    assert "Seat 1 has a code for 'quiet-kitchen' already" in wrong[3]
    assert "of a case that is not used here" in wrong[4]
    assert "There is no case 'no-case' here." in wrong[5]
    assert "A group is missing" in wrong[6]


@pytest.mark.parametrize("group", [1, 2, 9])
def test_a_mistyped_code_never_lands_and_its_group_is_named(monkeypatch: pytest.MonkeyPatch, group: int) -> None:
    told = collect(monkeypatch, given=f"12 {mistyped(FIRST, group)}\n")

    assert (told.code, told.out) == (1, "")
    assert told.err.startswith(f"stdin:1: Seat 12: There is a mistake in group {group}.")


def test_a_real_code_is_refused_as_one_even_where_it_is_mistyped(monkeypatch: pytest.MonkeyPatch) -> None:
    told = collect(monkeypatch, given=f"12 {mistyped(real_code())}\n")

    assert (told.code, told.out) == (1, "")
    assert "This is the code of a real screening" in told.err


def test_only_codes_of_the_cases_that_are_named_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    told = collect(monkeypatch, "--case", OTHER_CASE, given=f"1 {FIRST}\n1 {practice_code(OTHER_CASE)}\n")

    assert (told.code, len(told.out.splitlines())) == (1, 1)
    assert "stdin:1: Seat 1: This code is of a case that is not used here." in told.err


def test_they_are_saved_for_their_owner_alone_and_nothing_is_overwritten(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "codes.txt"

    first = collect(monkeypatch, "--save", str(path), given=f"1 {FIRST}\n")
    again = collect(monkeypatch, "--save", str(path), given=f"2 {FIRST}\n")

    assert (first.code, path.read_text()) == (0, f"1 {CASE} {FIRST}\n")
    assert first.out == f"1 code is in {path}.\nNext: screening workshop report {path}\n"
    assert path.stat().st_mode & 0o077 == 0
    assert (again.code, again.out) == (2, "")
    assert "already exists, and nothing is ever overwritten" in again.err


def test_where_nothing_can_be_kept_no_file_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = collect(monkeypatch, "--save", str(tmp_path / "codes.txt"), given="1 x\n")

    assert (told.code, list(tmp_path.iterdir())) == (1, [])


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = collect(monkeypatch, "--save", str(tmp_path / "no" / "codes.txt"), given=f"1 {FIRST}\n")

    assert told.code == 2
    assert "there is no folder" in told.err


def test_codes_of_an_agencys_own_cases_are_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    story = (
        "id: our-case\ntitle: 我們的個案\nstory: Tea.\nanswers: {danger-now: no}\n"
        "expect: {level: too_little_known}\nteaches: Tea.\n"
    )
    (tmp_path / "our-case.yaml").write_text(story, encoding="utf-8")
    code = encode(full_set(), {"danger-now": "no"}, case="our-case")
    without = collect(monkeypatch, given=f"1 {code}\n")
    with_them = collect(monkeypatch, "--vignettes", str(tmp_path), given=f"1 {code}\n")

    assert (without.code, with_them.code, with_them.out) == (1, 0, f"1 our-case {code}\n")


def test_where_there_is_no_code_at_all_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    told = collect(monkeypatch, given="# nothing yet\n\n")

    assert (told.code, told.out) == (2, "")
    assert "there is no code here" in told.err
