"""`new vignette`, line by line: from a story to a file that `test` and `check` take."""

from pathlib import Path

import pytest

from screening.reading.shape import shape
from screening.reading.yaml_text import read_yaml
from screening.sets.vignette import Vignette
from tests.support.folders import SOUND, write
from tests.support.program import Finished, program

STORY = "Somebody keeps the papers of a man of 30.\nHe sleeps at the boss's house."
TEACHES = "One fact is enough here."
# Title, id (as suggested) and story.
BEGINS = ("The papers", "", *STORY.split("\n"), ".")
# In the order of the interview: age, papers, with, tonight, after (only where papers are kept), and looks.
ANSWERED = ("adult", "kept", "mark", "boss", "not_asked", "no", "y", "s")
ENDS = ("yes", *TEACHES.split("\n"), ".")


@pytest.fixture
def around(tmp_path: Path) -> Path:
    """A folder with a set, and beside it one for cases."""
    more = SOUND["sections/main.yaml"].replace("{id: boss, label: B}", "{id: boss, label: B}, {id: agent, label: A}")
    write(tmp_path / "sound", {**SOUND, "sections/main.yaml": more})
    (tmp_path / "cases").mkdir()
    return tmp_path


def new(around: Path, *typed: str, options: tuple[str, ...] = (), name: str | None = None) -> Finished:
    named = [name] if name is not None else []
    return program(
        *("new", "vignette", *named, "--set", str(around / "sound"), "--in", str(around / "cases"), *options),
        given="".join(f"{line}\n" for line in typed),
    )


def played(around: Path, command: str = "test") -> Finished:
    return program(command, "--vignettes", str(around / "cases"), "--set", str(around / "sound"))


def written(around: Path, name: str = "the-papers") -> Vignette:
    text = (around / "cases" / f"{name}.yaml").read_bytes()
    file = shape(read_yaml(text, name), Vignette)
    assert list(file.problems) == []
    found: Vignette = file.value
    return found


def nothing_written(around: Path) -> bool:
    return list((around / "cases").iterdir()) == []


def test_what_is_written_is_the_story_with_what_it_tells_and_what_that_comes_to(around: Path) -> None:
    finished = new(around, *BEGINS, *ANSWERED, *ENDS)

    assert (finished.code, finished.err) == (0, "")
    vignette = written(around)
    assert (vignette.id, vignette.title, vignette.teaches) == ("the-papers", "The papers", TEACHES)
    assert vignette.story.split() == STORY.split()
    assert vignette.circumstances == {"age": "adult"}
    assert vignette.answers == {"papers": "kept", "with": ("boss", "not_asked"), "tonight": "no", "after": "yes"}
    assert vignette.expect.level == "some_concern"
    assert vignette.expect.dimensions == {"control": "supported"}
    assert (vignette.expect.flags, vignette.expect.pathways) == ((), ("help",))


def test_it_passes_the_test_and_the_check_that_it_names(around: Path) -> None:
    out = new(around, *BEGINS, *ANSWERED, *ENDS).out

    commands = [line.split("    ")[0].split() for line in out.splitlines() if line.startswith("  screening ")]
    assert [command[1] for command in commands] == ["test", "check", "practise"]
    finished = [program(*command[1:]) for command in commands[:2]]
    assert [each.code for each in finished] == [0, 0]
    assert "Somebody keeps the papers of a man of 30." in program(*commands[2][1:], "--script").out
    assert finished[0].out == "passed sound/the-papers\n1 passed, 0 failed\n"
    assert finished[1].out == "1 checked, 0 problems\n"


def test_one_for_a_set_of_its_own_can_lie_in_the_set(tmp_path: Path) -> None:
    program("new", "our-house", "--in", str(tmp_path))
    house = tmp_path / "our-house"
    typed = ("Nothing told", "", "Nobody says anything.", ".", "more", "end", "yes", "To ask again.", ".")
    options = ("--set", str(house), "--in", str(house / "vignettes"))

    out = program("new", "vignette", *options, given="".join(f"{line}\n" for line in typed)).out

    commands = [line.split("    ")[0].split() for line in out.splitlines() if line.startswith("  screening ")]
    assert [program(*command[1:]).code for command in commands[:2]] == [0, 0]
    assert program(*commands[2][1:], "--script").code == 0
    assert "passed our-house/nothing-told" in program("test", str(house)).out
    assert program("check", str(house)).code == 0


def test_it_says_in_plain_words_what_the_answers_come_to_and_why(around: Path) -> None:
    out = new(around, *BEGINS, *ANSWERED, *ENDS).out

    assert "SOME CONCERN: Some of what was recorded may point to trafficking." in out
    assert "Control - medium: Is held." in out
    assert "At the end, advice: Help." in out
    assert "What the story leaves open cannot change the level." in out


def test_a_question_whose_gate_is_closed_or_waits_is_not_asked(around: Path) -> None:
    own = ("adult", "own", "s", "no", "s")
    open_ = ("adult", "s", "s", "no", "s")

    for answered in (own, open_):
        out = new(around, *BEGINS, *answered, *ENDS).out
        assert "After?" not in out
        (around / "cases" / "the-papers.yaml").unlink()


def test_a_key_that_the_author_keeps_makes_the_test_fail_and_says_so_in_the_file(around: Path) -> None:
    finished = new(around, *BEGINS, *ANSWERED, "no", "clear_concern", "keep", *ENDS[1:])

    assert finished.code == 0
    assert "Is held (medium)" in finished.out
    assert "Papers: K" in finished.out
    assert "It fails in 'screening test', as you wanted." in finished.out
    text = (around / "cases" / "the-papers.yaml").read_text(encoding="utf-8")
    assert "# The author of this case expects clear_concern, and the set comes to some_concern." in text
    assert written(around).expect.level == "clear_concern"
    failed = played(around)
    assert failed.code == 1
    assert "level: the key says clear_concern, but the result is some_concern" in failed.out


def test_an_answer_can_be_changed_and_what_it_opens_is_asked(around: Path) -> None:
    own = ("adult", "own", "s", "no", "s")
    # No, another level; change an answer: of the second part, its first; kept, and then the question that opens.
    changed = ("no", "some_concern", "change", "main", "papers", "kept", "y")

    finished = new(around, *BEGINS, *own, *changed, *ENDS)

    assert finished.code == 0
    assert written(around).answers == {"papers": "kept", "tonight": "no", "after": "yes"}
    assert written(around).expect.level == "some_concern"
    assert played(around).code == 0


def test_an_answer_whose_question_is_closed_later_is_not_written(around: Path) -> None:
    changed = ("change", "main", "papers", "own")

    assert new(around, *BEGINS, *ANSWERED, *changed, *ENDS).code == 0
    assert "after" not in written(around).answers
    assert played(around).code == 0


def test_an_answer_can_be_taken_back_and_one_kept(around: Path) -> None:
    changed = ("change", "main", "tonight", "skip", "change", "main", "papers", "keep")

    assert new(around, *BEGINS, *ANSWERED, *changed, *ENDS).code == 0
    assert written(around).answers == {"papers": "kept", "with": ("boss", "not_asked"), "after": "yes"}


def test_one_can_go_back_leave_a_section_open_and_end(around: Path) -> None:
    back = ("adult", "more", "back", "keep", "kept", "more", "section", "m", "e")

    assert new(around, *BEGINS, *back, *ENDS).code == 0
    assert written(around).circumstances == {"age": "adult"}
    assert written(around).answers == {"papers": "kept"}


def test_the_story_can_be_read_again_at_a_question(around: Path) -> None:
    out = new(around, *BEGINS, "more", "story", *ANSWERED, *ENDS).out

    assert out.count("Somebody keeps the papers of a man of 30.") == 1


def test_what_a_story_may_not_have_is_told_before_the_questions(around: Path) -> None:
    real = ("The papers", "", "Mrs Example keeps the papers.", ".")

    anew = new(around, *real, "again", *BEGINS[2:], *ANSWERED, *ENDS)
    (around / "cases" / "the-papers.yaml").unlink()
    kept = new(around, *real, "keep", *ANSWERED, *ENDS)

    assert "'Mrs Example' could be the name of somebody real." in anew.out
    assert anew.code == kept.code == 0
    assert "'Mrs Example' could be the name of somebody real." in played(around, "check").out


def test_a_title_that_gives_the_case_away_is_asked_again(around: Path) -> None:
    finished = new(around, "A victim", *BEGINS, *ANSWERED, *ENDS)

    assert finished.code == 0
    assert "'victim' gives away what the case comes to. Say what happened." in finished.out
    assert written(around).title == "The papers"


def test_where_no_set_is_named_it_is_chosen_with_the_full_one_first(around: Path) -> None:
    typed = ("1", "Nothing told", "", "Nobody says anything.", ".", "m", "e", "y", "To ask again.", ".")

    finished = program("new", "vignette", "--in", str(around / "cases"), given="".join(f"{line}\n" for line in typed))

    assert finished.code == 0
    assert "  1  palermo: Screening for trafficking" in finished.out
    assert program("test", "--vignettes", str(around / "cases"), "--set", "palermo").code == 0


def test_the_story_may_come_from_a_file(around: Path) -> None:
    (around / "story.txt").write_text(f"\ufeff{STORY}\n", encoding="utf-8")
    options = ("--story", str(around / "story.txt"))

    finished = new(around, *BEGINS[:1], *ANSWERED, *ENDS, options=options, name="late-bus")

    assert finished.code == 0
    assert written(around, "late-bus").story.split() == STORY.split()


@pytest.mark.parametrize("most", range(len(BEGINS) + len(ANSWERED) + len(ENDS)))
def test_input_that_ends_too_early_writes_nothing(most: int, around: Path) -> None:
    if most % 3:
        # Each third place where it may end is tried.
        return
    finished = new(around, *(*BEGINS, *ANSWERED, *ENDS)[:most])

    assert finished.code == 2
    assert finished.err == (
        "screening: the input ended before the case was whole, and nothing was written. Begin again.\n"
    )
    assert nothing_written(around)


def test_what_is_no_answer_is_asked_again_and_an_empty_line_is_none(around: Path) -> None:
    answered = ("", "adlt", "adult", "7", "kept", "mark", "", "9", "none boss", "2,1", "no", "y", "s")

    assert new(around, *BEGINS, *answered, *ENDS).code == 0
    assert written(around).answers["with"] == ("boss", "agent")


def test_a_name_that_is_taken_is_refused_and_asked_again(around: Path) -> None:
    (around / "cases" / "other.yaml").write_text(SOUND["vignettes/case.yaml"].replace("id: case", "id: mine"))

    given = new(around, name="case")
    named = new(around, "The papers", "other", "mine", "Not one", "the-papers", *BEGINS[2:], *ANSWERED, *ENDS)

    assert (given.code, given.err) == (2, "screening: there is already a vignette 'case'. Choose another name.\n")
    assert named.code == 0
    assert "other.yaml already exists" in named.out
    assert "there is already a vignette 'mine'. Choose another name." in named.out
    assert "'Not one' cannot be the name" in named.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("vignette", "late", "--in", "nowhere"), "there is no folder nowhere, which --in names."),
        (("vignette", "Late Bus"), "'Late Bus' cannot be the name"),
        (("vignette", "late", "--set", "palermoo"), "there is no such set"),
        (("vignette", "late", "--story", "nowhere.txt"), "this cannot be read"),
        (("vignette", "late", "--extends", "palermo"), "--extends and --adds-to are not about a vignette."),
        (("our-house", "--story", "a.txt"), "--set and --story are about a vignette."),
    ],
    ids=["no folder", "no name", "no set", "no story", "of a set", "not of a set"],
)
def test_what_cannot_be_is_bad_input(arguments: tuple[str, ...], says: str) -> None:
    finished = program("new", *arguments)

    assert (finished.code, finished.err.count("\n")) == (2, 1)
    assert says in finished.err


@pytest.mark.parametrize(
    ("rest", "answer"),
    [
        ("o", ("boss", "not_asked")),
        ("n", ("boss",)),
        ("u", ("boss", "unclear")),
        ("d", ("boss", "declined")),
    ],
)
def test_how_the_rest_of_a_list_stands_is_kept(rest: str, answer: tuple[str, ...], around: Path) -> None:
    answered = ("adult", "kept", "mark", "boss", rest, "more", "end")

    assert new(around, *BEGINS, *answered, *ENDS).code == 0
    assert written(around).answers["with"] == answer
    assert played(around).code == 0
