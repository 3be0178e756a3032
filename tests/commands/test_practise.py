"""`screening practise`: which cases, where it is kept, and what is refused before anybody has begun."""

import json
import stat
from pathlib import Path

import pytest

from tests.support.practising import practice
from tests.support.program import Finished, program

# Nobody is asked anything: the story, the card, the agreement, and then what there is.
AT_ONCE_OVER = "\n\ny\nf\n\nr\n"


def in_one_line(text: str) -> str:
    return " ".join(text.split())


def practised(*arguments: str, given: str = AT_ONCE_OVER) -> Finished:
    return program("practise", "--plain", *arguments, given=given)


def test_without_a_terminal_the_interview_goes_to_stderr_and_how_it_went_to_stdout() -> None:
    finished = practised("never-alone")

    assert finished.code == 0
    assert "A woman is in the queue of a clinic" in finished.err
    assert "You reached" not in finished.err
    assert "You reached: too little known. The key has: some concern." in in_one_line(finished.out)
    assert "Practice code" in finished.out


def test_several_cases_end_with_all_of_them_in_short() -> None:
    finished = practised("never-alone", "her-own-business", given=2 * AT_ONCE_OVER)

    assert finished.code == 0
    assert "You reached the level of the key in" in finished.out
    assert "case 2 of 2" in finished.err


def test_an_input_that_ends_too_early_is_told() -> None:
    finished = practised("never-alone", given="\n")

    assert finished.code == 2
    assert "the input ended before the practice did." in in_one_line(finished.err)
    assert finished.out == ""


# --- which cases -----------------------------------------------------------------------------------------------------


def test_the_list_has_every_case_by_how_hard_it_is_and_nothing_of_their_keys() -> None:
    out = program("practise", "--list").out

    assert out.index("Easy: ") < out.index("Medium: ") < out.index("Hard: ")
    assert "quiet-kitchen: The quiet kitchen" in out
    assert "concern" not in out


def test_the_list_can_be_of_one_set_and_one_difficulty() -> None:
    out = program("practise", "--list", "--set", "first-contact", "--level", "hard").out

    assert "Hard: " in out
    assert "Easy: " not in out
    assert "quiet-kitchen" not in out


def test_the_same_seed_brings_the_same_cases() -> None:
    def sheets(seed: str) -> str:
        return program("practise", "--script", "--cases", "2", "--seed", seed).out

    one, again, *others = map(sheets, ("7", "7", "0", "1"))

    assert one == again
    assert len({one, *others}) > 1
    assert one.count("To play in a pair: ") == 2


def test_one_case_is_left_to_chance_as_hard_as_it_is_wanted() -> None:
    listed = program("practise", "--list", "--level", "easy").out
    out = program("practise", "--random", "--level", "easy", "--script").out
    title = next(line for line in out.splitlines() if "To play in a pair: " in line).partition(": ")[2]

    assert title in listed


def test_from_the_list_one_is_chosen() -> None:
    finished = practised("--set", "first-contact", given="3\n" + AT_ONCE_OVER)

    assert "Which case would you like to practise on?" in finished.err
    assert finished.code == 0
    assert "What this case teaches" in finished.out


def test_own_vignettes_are_practised_on_as_those_of_the_set(tmp_path: Path) -> None:
    story = Path("indicators/first-contact/vignettes/never-alone.yaml").read_text(encoding="utf-8")
    (tmp_path / "ours.yaml").write_text(story.replace("id: never-alone", "id: ours"), encoding="utf-8")
    where = ("--vignettes", str(tmp_path), "--set", "first-contact")

    assert "ours: Never out alone" in program("practise", "--list", *where).out
    assert "never-alone:" not in program("practise", "--list", *where).out
    assert practised("ours", *where).code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["quite-kitchen"], "there is no vignette 'quite-kitchen'. Did you mean 'quiet-kitchen'?"),
        (["quiet-kitchen", "--random"], "cases are named, and left to chance as well."),
        (["quiet-kitchen", "--level", "easy"], "cases are named, and left to chance as well."),
        (["--cases", "0"], "an exercise has one case at least."),
        (["--cases", "9", "--set", "first-contact"], "there are only 7 such cases."),
        (["--script"], "no case is named."),
        (["quiet-kitchen", "--place", "nowhere"], "there is no directory for 'nowhere'."),
        (["quiet-kitchen", "--save", "result.pdf"], "result.pdf does not end in .json or .md"),
        (["quiet-kitchen", "--save", "/nowhere/a.md"], "There is no such folder, and none is made."),
        (["quiet-kitchen", "--save", "README.md"], "There is something of that name already."),
    ],
)
def test_what_cannot_be_is_refused_before_anybody_has_begun(arguments: list[str], said: str) -> None:
    finished = practised(*arguments)

    assert finished.code == 2
    assert said in in_one_line(finished.err)
    assert "Practice: " not in finished.err


# --- what is kept ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["kept.json", "kept.md", "kept.MARKDOWN"])
def test_on_request_one_file_is_kept_for_its_owner_alone(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    finished = practised("never-alone", "--save", str(path))

    assert finished.code == 0
    assert f"the results are saved: {path}" in in_one_line(finished.err)
    assert [*tmp_path.iterdir()] == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text(encoding="utf-8")
    if name.endswith("json"):
        (case,) = json.loads(text)["cases"]
        assert case["level"] == {"reached": "too_little_known", "key": "some_concern"}
    else:
        assert text.startswith("# Practice\n")


def test_without_a_request_nothing_is_kept_and_where_no_case_was_finished_neither(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    finished = practised("never-alone", "--save", str(path), given="\np\ne\n")

    assert finished.code == 0
    assert "no case was practised to its end, so nothing is saved." in in_one_line(finished.err)
    assert not path.exists()


def test_for_a_room_the_end_shows_the_codes_alone_and_nothing_of_the_key() -> None:
    finished = practised("never-alone", "her-own-business", "--code-only", given=2 * AT_ONCE_OVER)

    assert finished.code == 0
    assert finished.out.count("1 to 4   P3") == 2
    assert "Copy the code" in finished.out
    for told in ("key has", "What this case teaches", "concern", "missed"):
        assert told not in finished.out + finished.err
    refused = practised("never-alone", "--code-only", "--save", "kept.md")
    assert (refused.code, "Give one of them." in refused.err) == (2, True)


# --- codes -----------------------------------------------------------------------------------------------------------


def test_no_screening_goes_on_from_a_practice_code_and_it_says_so() -> None:
    _, (attempt,) = practice("never-alone")
    err = program("resume", "--plain", given=f"{attempt.code}\n").err

    assert "This is a practice code, of an invented case. Type the code of a real screening." in in_one_line(err)
