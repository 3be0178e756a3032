"""What reading a set promises: every file of the folder, every mistake at its line, and no set with a mistake in it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from screening.cli import app
from screening.language.messages import Message
from screening.lint import set_findings
from screening.reading import files as reading_files
from screening.reading.bounds import MAX_BYTES
from screening.reading.problem import Problem, Unsound
from screening.reading.set_catalog import data_folder, set_folders
from screening.reading.sets import read_set
from tests.support.folders import SOUND, write
from tests.support.problems import said

BROKEN = Path(__file__).parent / "broken"
BUILT_IN = set_folders(data_folder("indicators"))

# The mistakes of the set in `broken`, as they are printed: what is unwise, and what keeps the set from being used.
UNWISE = [("indicators.yaml", 4, 36, "'papers-kept' is medium for a child and strong for an adult")]
UNUSABLE = [
    ("guidance.yaml", 6, 10, "there is no 'not' in conditions"),
    ("indicators.yaml", 7, 14, "there is no dimension 'contrl'"),
    ("sections/control.yaml", 13, 13, "there is no indicator 'confind'"),
    (
        "sections/control.yaml",
        18,
        11,
        "a gate on 'age' may not list 'adult': a child would be asked less than an adult",
    ),
    (
        "sections/control.yaml",
        22,
        9,
        f"there is already a question 'needs-doctor' in {BROKEN / 'sections/danger.yaml'}",
    ),
    ("sections/danger.yaml", 8, 13, "true or false is expected here, but this is text"),
    ("set.yaml", 5, 1, "the key 'adience' is not known here"),
    ("set.yaml", 20, 1, "the key 'title' appears here a second time (first in line 4)"),
    (
        "vignettes/one-thing.yaml",
        3,
        65,
        "the character U+202E is not allowed (it controls the terminal or the direction of text)",
    ),
]
Place = tuple[str, int, int, str]


def placed(problems: list[Problem]) -> list[Place]:
    """The problems with their files as they are named within `broken`."""
    return [
        (Path(problem.file).relative_to(BROKEN).as_posix(), problem.line, problem.column, said(problem.message))
        for problem in sorted(problems)
    ]


# --- the set with ten mistakes ---------------------------------------------------------------------------------------


def test_reading_tells_every_mistake_that_keeps_a_set_from_being_used() -> None:
    assert placed(list(read_set(BROKEN).problems)) == UNUSABLE


def test_reading_and_checking_tell_exactly_the_ten_mistakes() -> None:
    files = read_set(BROKEN)

    found = placed([*files.problems, *set_findings(files)])

    assert found == sorted([*UNUSABLE, *UNWISE])
    assert len(found) == 10


def test_checking_prints_each_mistake_at_its_line_and_ends_with_one() -> None:
    result = CliRunner().invoke(app, ["check", str(BROKEN)])

    *lines, last = result.stdout.splitlines()
    expected = [
        f"{BROKEN / file}:{line}:{column}: {what}. " for file, line, column, what in sorted([*UNUSABLE, *UNWISE])
    ]
    assert [line.startswith(start) for line, start in zip(lines, expected, strict=True)] == [True] * 10
    assert last == "1 checked, 10 problems"
    assert (result.exit_code, result.stderr) == (1, "")


def test_a_set_with_mistakes_is_never_run() -> None:
    result = CliRunner().invoke(app, ["run", str(BROKEN)])

    lines = result.stderr.splitlines()
    # Vignettes are not read for a screening.
    unusable = [each for each in UNUSABLE if not each[0].startswith("vignettes")]
    expected = [f"{BROKEN / file}:{line}:{column}: {what}. " for file, line, column, what in unusable]
    assert [line.startswith(start) for line, start in zip(lines, expected, strict=True)] == [True] * len(unusable)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_forbidden_character_never_reaches_the_screen() -> None:
    result = CliRunner().invoke(app, ["check", str(BROKEN)])

    assert all(line.isprintable() for line in result.stdout.splitlines())


# --- sound sets ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", BUILT_IN, ids=lambda folder: folder.name)
def test_a_built_in_set_is_sound(folder: Path) -> None:
    assert read_set(folder).problems == ()


def test_a_sound_set_has_all_its_files(tmp_path: Path) -> None:
    sound = read_set(write(tmp_path, SOUND)).set

    assert sound.about.id == "sound"
    assert [indicator.id for indicator in sound.indicators] == ["held", "afraid"]
    assert [section.id for section in sound.sections] == ["looks", "main"]
    assert [pathway.id for pathway in sound.guidance] == ["help", "open"]
    assert [vignette.id for vignette in sound.vignettes] == ["case"]


def test_questions_come_by_stage_and_then_as_the_set_lists_its_sections(tmp_path: Path) -> None:
    # It lists what was seen first.
    questions = read_set(write(tmp_path, SOUND)).questions()

    assert [(stage, question.id) for stage, _, _, question in questions] == [
        ("questions", "papers"),
        ("questions", "with"),
        ("questions", "tonight"),
        ("questions", "after"),
        ("seen", "look"),
    ]


def test_every_question_has_its_place_in_its_file(tmp_path: Path) -> None:
    questions = read_set(write(tmp_path, SOUND)).questions()

    problems = [file.problem(path, Message(question.id), Message("")) for _, file, path, question in questions]

    assert [(Path(problem.file).name, problem.line, said(problem.message)) for problem in problems] == [
        ("main.yaml", 3, "papers"),
        ("main.yaml", 4, "with"),
        ("main.yaml", 5, "tonight"),
        ("main.yaml", 6, "after"),
        ("looks.yaml", 3, "look"),
    ]


def test_only_set_yaml_has_to_be_there(tmp_path: Path) -> None:
    write(tmp_path, {"set.yaml": "{id: bare, version: '1', title: Bare, sections: []}"})

    bare = read_set(tmp_path).set

    assert (bare.indicators, bare.sections, bare.guidance, bare.vignettes) == ((), (), (), ())


def test_both_endings_of_yaml_are_read_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, {**SOUND, "vignettes/b.yml": SOUND["vignettes/case.yaml"].replace("id: case", "id: b")})
    write(tmp_path, {"vignettes/c.yaml~": "[", "vignettes/README.md": "[", "vignettes/d/x.yaml": "["})

    assert [vignette.id for vignette in read_set(tmp_path).set.vignettes] == ["b", "case"]


# --- what cannot be read ---------------------------------------------------------------------------------------------


def test_a_folder_without_set_yaml_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(Unsound, match=r"set\.yaml:1:1: this cannot be read: there is no such file\. Check the path\."):
        read_set(tmp_path)


def test_a_set_with_problems_is_not_used_and_says_all_of_them(tmp_path: Path) -> None:
    files = read_set(write(tmp_path, {**SOUND, "guidance.yaml": "[", "indicators.yaml": "["}))

    with pytest.raises(Unsound) as caught:
        _ = files.set

    assert [Path(problem.file).name for problem in caught.value.problems] == ["guidance.yaml", "indicators.yaml"]


def test_a_file_that_cannot_be_parsed_does_not_hide_what_is_wrong_elsewhere(tmp_path: Path) -> None:
    main = SOUND["sections/main.yaml"].replace("record: Papers", "recrd: Papers")

    problems = read_set(write(tmp_path, {**SOUND, "indicators.yaml": "[", "sections/main.yaml": main})).problems

    assert [Path(problem.file).name for problem in problems] == ["indicators.yaml", "main.yaml"]


def test_the_number_of_files_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_files, "MAX_FILES", 1)

    with pytest.raises(Unsound, match="there are more than 1 files"):
        read_set(write(tmp_path, SOUND))


def test_a_file_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    with (tmp_path / "guidance.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)

    (problem,) = read_set(tmp_path).problems

    assert said(problem.message) == f"this file, with those before it, is larger than {MAX_BYTES // 1024 // 1024} MiB"
