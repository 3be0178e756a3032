"""`test` and `check` with an agency's own vignettes in a folder of their own."""

import json
from pathlib import Path

import pytest

from tests.support.folders import SOUND, write
from tests.support.program import Finished, program

OWN = SOUND["vignettes/case.yaml"].replace("id: case", "id: ours")
EXTENDING = 'id: mine\nversion: "1"\ntitle: Mine\nextends: sound\n'


FOLDERS = {"sound", "cases", "mine", "."}


def run(around: Path, *arguments: str) -> Finished:
    """The program, with the folders of a test by their names."""
    given = [str(around / each) if each in FOLDERS else each for each in arguments]
    finished = program(*given)
    return Finished(finished.code, finished.out.replace(f"{around}/", ""), finished.err.replace(f"{around}/", ""))


@pytest.fixture
def around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a set, and beside it one with a vignette of its own."""
    monkeypatch.delenv("SCREENING_PATH", raising=False)
    write(tmp_path / "sound", SOUND)
    write(tmp_path / "cases", {"ours.yaml": OWN})
    return tmp_path


def test_own_vignettes_alone_are_played_against_the_named_set(around: Path) -> None:
    finished = run(around, "test", "--vignettes", "cases", "--set", "sound")

    assert (finished.code, finished.out) == (0, "passed sound/ours\n1 passed, 0 failed\n")


def test_a_key_to_which_the_set_does_not_come_fails(around: Path) -> None:
    (around / "cases" / "ours.yaml").write_text(OWN.replace("level: some_concern", "level: none_recorded"))

    tested = run(around, "test", "--vignettes", "cases", "--set", "sound")
    checked = run(around, "check", "--vignettes", "cases", "--set", "sound")

    told = "level: the key says none_recorded, but the result is some_concern"
    assert tested.code == 1
    assert tested.out == f"FAILED sound/ours\n    {told}\n0 passed, 1 failed\n"
    assert checked.code == 1
    assert f"cases/ours.yaml:6:1: {told}. Correct the key, the answers or the set. [vignettes]\n" in checked.out


def test_the_sets_at_the_paths_are_played_with_their_own_and_no_others(around: Path) -> None:
    finished = run(around, "test", "sound", "--vignettes", "cases", "--set", "sound")

    assert finished.out == "passed sound/case\npassed sound/ours\n2 passed, 0 failed\n"


def test_without_a_named_set_it_is_the_full_one(around: Path) -> None:
    (around / "cases" / "ours.yaml").write_text(
        "id: ours\ntitle: Ours\nstory: Nothing is told.\nexpect: {level: too_little_known}\nteaches: To ask.\n"
    )

    assert run(around, "test", "--vignettes", "cases").out == "passed palermo/ours\n1 passed, 0 failed\n"


def test_a_key_is_exact_also_in_a_set_that_asks_more_than_the_one_it_extends(around: Path) -> None:
    """Only what the extended set's author wrote is compared as 'at least'; these are written for the extending one."""
    section = "id: main\nquestions:\n  - {id: more, ask: More?, record: More, shows: [held]}\n"
    write(around / "mine", {"set.yaml": EXTENDING, "sections/main.yaml": section})
    (around / "cases" / "ours.yaml").write_text(OWN.replace("level: some_concern", "level: none_recorded"))

    finished = run(around, "test", "--vignettes", "cases", "--set", "mine", "--indicators", ".")

    assert finished.code == 1
    assert "level: the key says none_recorded, but the result is some_concern" in finished.out


def test_what_cannot_be_read_is_told_with_its_place_by_both(around: Path) -> None:
    (around / "cases" / "ours.yaml").write_text(OWN.replace("papers: kept", "papers: keept"))

    tested = run(around, "test", "--vignettes", "cases", "--set", "sound")
    checked = run(around, "check", "--vignettes", "cases", "--set", "sound", "--format", "json")

    assert (tested.code, tested.out) == (2, "")
    assert tested.err == "cases/ours.yaml:5:19: 'papers' has no answer 'keept'. Did you mean 'kept'?\n"
    (problem,) = json.loads(checked.out)["problems"]
    assert (checked.code, problem["line"], problem["column"]) == (1, 5, 19)


def test_check_tells_only_of_the_vignettes_and_counts_them(around: Path) -> None:
    """The set itself is somebody else's, and is checked by its own path."""
    (around / "sound" / "vignettes" / "case.yaml").write_text(
        SOUND["vignettes/case.yaml"].replace("level: some_concern", "level: none_recorded")
    )

    finished = run(around, "check", "--vignettes", "cases", "--set", "sound")

    assert (finished.code, finished.out) == (0, "1 checked, 0 problems\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("test",), "there is nothing to test. Give the folder of a set, or your own vignettes: "),
        (("check",), "there is nothing to check. Give a path, such as our-house or our-services.yaml."),
        (("test", "sound", "--set", "sound"), "--set is the set of your own vignettes. Say with --vignettes "),
        (("test", "cases"), "there is no set at cases. Give a folder with set.yaml, or a folder of such folders. "),
        (("check", "cases"), "cases/ours.yaml is a vignette, and is checked with its set. Write: screening check "),
    ],
    ids=["nothing to test", "nothing to check", "a set alone", "no set", "vignettes as a path"],
)
def test_what_is_missing_on_the_command_line_is_bad_input(arguments: tuple[str, ...], says: str, around: Path) -> None:
    finished = run(around, *arguments)

    assert (finished.code, finished.out) == (2, "")
    assert finished.err.startswith(f"screening: {says}")
    assert finished.err.count("\n") == 1
