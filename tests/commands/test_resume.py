"""`resume` with what is no code, and with a code of a set that has changed since."""

import re
from pathlib import Path

import pytest

from screening import __version__
from screening.interview.answer_code import encode
from screening.reading.sets import load_set
from screening.sets.answers import Answer
from tests.support.program import Finished, program
from tests.support.versions import STATEMENT_TODAY, write_version

RECORDED: dict[str, Answer] = {"age": "adult", "papers": "yes", "go-out": "no"}


def test_a_line_that_no_code_is_as_long_as_is_refused_in_one_line() -> None:
    finished = program("resume", "--plain", given="A" * 1024 * 1024 + "\n")

    assert "\nThis is too long for a code. Type only the groups that are on the paper.\n" in finished.err
    assert len(finished.out + finished.err) < 1_000


@pytest.fixture
def code(tmp_path: Path) -> str:
    """A code that was made with version 1."""
    return encode(load_set(str(write_version(tmp_path / "old", "1") / "our-house")), RECORDED)


def resumed(folder: Path, *typed: str) -> Finished:
    return program("resume", "--plain", "--indicators", str(folder), given="".join(f"{line}\n" for line in typed))


def in_one_line(finished: Finished) -> str:
    return " ".join(finished.err.split())


def test_a_changed_statement_is_named_with_both_versions_and_only_what_is_confirmed_counts(
    code: str, tmp_path: Path
) -> None:
    folder = write_version(tmp_path / "new", "2", STATEMENT_TODAY)
    said = in_one_line(resumed(folder, code, "", "", "k", "a", "k", "", "n", "y", "f", "", "r"))

    assert "The set our-house has changed since this code was made: it was version 1, and is version 2 now." in said
    assert f"Statement today: {STATEMENT_TODAY} Old answer: Yes" in said
    assert "2 answers carried over." in said
    assert "1 old answer is not recorded any more. It is asked again if it still applies." in said
    assert said.index("1 old answer is not") < said.index("Ask: Where are your papers?")
    assert re.search(r"Statement today: Cannot come and go freely Old answer: No", said)


def test_without_a_confirmation_nothing_is_recorded(code: str, tmp_path: Path) -> None:
    folder = write_version(tmp_path / "new", "2", STATEMENT_TODAY)
    said = in_one_line(resumed(folder, code, "", "", "a", "a", "a", ""))

    assert "0 answers" not in said
    assert "3 old answers are not recorded any more. Those that still apply are asked again." in said
    assert said.endswith(
        "The person's age 1 Under 18 2 18 or over u Not sure "
        "> screening: the input ended before the screening did. Give a line for every question."
    )


def test_a_version_that_was_not_raised_is_told_as_it_is(code: str, tmp_path: Path) -> None:
    said = in_one_line(resumed(write_version(tmp_path / "new", "1", STATEMENT_TODAY), code, ""))

    assert "The set our-house has changed since this code was made, though it is version 1 as it was then." in said


def test_other_questions_are_refused_with_both_versions(code: str, tmp_path: Path) -> None:
    more = "  - {id: hit, ask: Were you hit?, record: Was hit}\n"
    said = in_one_line(resumed(write_version(tmp_path / "new", "2", more=more), code))

    assert "it was version 1, and is version 2 now. It has other questions or answers now, or another order" in said
    assert "Statement today" not in said


def test_with_the_same_set_nothing_has_to_be_confirmed(code: str, tmp_path: Path) -> None:
    said = in_one_line(resumed(tmp_path / "old", code, ""))

    assert "3 answers carried over." in said
    assert "Statement today" not in said


def test_a_code_of_another_program_says_which_version_this_one_is() -> None:
    said = in_one_line(program("resume", "--plain", given="RW3TZ W80VB NN0DP T3007 2ZWD7\n"))

    assert "made by another version of the program" in said
    assert f"This is version {__version__} of the program." in said
