"""What a folder of own vignettes is read as: judged like a set's own, each problem at its place."""

from pathlib import Path

import pytest

from screening.reading.own_vignettes import find_set_with, given_vignettes, with_vignettes
from screening.reading.problem import Unsound
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import read_set
from tests.support.folders import MARK, SOUND, write

CASE = SOUND["vignettes/case.yaml"]
OWN = CASE.replace("id: case", "id: ours")


def folder_with(tmp_path: Path, **cases: str) -> Path:
    write(tmp_path / "sound", SOUND)
    return write(tmp_path / "cases", {f"{name}.yaml": text for name, text in cases.items()})


def problems(tmp_path: Path, folder: Path) -> list[str]:
    """Each problem without the folder in which everything lies."""
    try:
        found = with_vignettes(read_set(tmp_path / "sound"), folder).problems
    except Unsound as error:
        found = error.problems
    return [str(each).removeprefix(f"{tmp_path}/") for each in found]


def test_they_come_after_the_vignettes_of_the_set_and_can_be_told_apart(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ours=OWN, second=OWN.replace("id: ours", "id: second"))

    found = find_set_with(str(tmp_path / "sound"), folder)

    assert [vignette.id for vignette in found.set.vignettes] == ["case", "ours", "second"]
    assert [vignette.id for vignette in found.given] == ["ours", "second"]


def test_without_a_folder_the_set_has_its_own_vignettes(tmp_path: Path) -> None:
    write(tmp_path / "sound", SOUND)

    found = find_set_with("sound", None, read_catalog([tmp_path]))

    assert [vignette.id for vignette in found.set.vignettes] == ["case"]
    assert found.given == ()
    assert given_vignettes(read_set(tmp_path / "sound")) == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("papers: kept", "papers: @keept", "'papers' has no answer 'keept'. Did you mean 'kept'?"),
        ("{papers: kept}", "{paperz: @kept}", "there is no question 'paperz'. Did you mean 'papers'?"),
        ("age: adult", "age: @adlt", "'age' has no answer 'adlt'. Did you mean 'adult'?"),
        ("level: some_concern", "level: @some_concerns", "'some_concerns' is not one of the words allowed here."),
        ("control: supported", "controll: @supported", "there is no dimension 'controll'. Did you mean 'control'?"),
        ("pathways: [help]", "pathways: [@halp]", "there is no pathway 'halp'. Did you mean 'help'?"),
        ("title: A case", "@titel: A case", "the key 'titel' is not known here. Did you mean 'title'?"),
    ],
    ids=["answer", "question", "circumstance", "level", "dimension", "pathway", "key"],
)
def test_each_problem_is_told_at_its_line_and_column(old: str, new: str, says: str, tmp_path: Path) -> None:
    before, after = OWN.replace(old, new).split(MARK)
    folder = folder_with(tmp_path, ours=before + after)

    (told,) = problems(tmp_path, folder)

    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert told.startswith(f"cases/ours.yaml:{line}:{column}: {says}")


def test_an_id_that_the_set_has_or_that_comes_twice_is_refused(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, a=CASE, b=OWN, c=OWN)

    of_the_set, twice = problems(tmp_path, folder)

    assert of_the_set.startswith("cases/a.yaml:1:5: there is already a vignette 'case' in ")
    assert "sound/vignettes/case.yaml" in of_the_set
    assert twice.startswith("cases/c.yaml:1:5: there is already a vignette 'ours' in ")


def test_the_folder_of_the_set_itself_holds_nothing_twice(tmp_path: Path) -> None:
    write(tmp_path / "sound", {**SOUND, "vignettes/ours.yaml": OWN})

    found = find_set_with(str(tmp_path / "sound"), tmp_path / "sound" / "vignettes")

    assert [each.id for each in found.given] == [each.id for each in found.set.vignettes] == ["case", "ours"]


def test_what_macs_and_editors_leave_behind_is_passed_over(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ours=OWN)
    for name in (
        "._ours.yaml",
        ".DS_Store",
        ".ours.yaml.swp",
        "ours.yaml~",
        "#ours.yaml#",
        "ours.yaml.bak",
        "notes.md",
    ):
        (folder / name).write_bytes(b"\x00\x05\x16\x07")

    assert problems(tmp_path, folder) == []


def test_what_is_no_folder_of_vignettes_says_what_it_is(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ours=OWN)
    (tmp_path / "empty").mkdir()
    write(tmp_path / "deep", {"ours.yaml": OWN, "more/other.yaml": OWN})

    assert problems(tmp_path, tmp_path / "nowhere") == [
        "nowhere:1:1: this cannot be read: there is no such folder. Check the path."
    ]
    assert "it is a file; give the folder in which it lies" in problems(tmp_path, folder / "ours.yaml")[0]
    assert "this is the folder of a set, and not one of vignettes" in problems(tmp_path, tmp_path / "sound")[0]
    assert "there is no vignette in this folder" in problems(tmp_path, tmp_path / "empty")[0]
    assert problems(tmp_path, tmp_path / "deep") == [
        "deep/more:1:1: vignettes in a folder within the folder are not read. Put them right into the folder."
    ]


def test_a_file_that_cannot_be_read_hides_nothing_in_the_others(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, a="- {id: help\n", b=OWN.replace("papers: kept", "papers: keept"))

    broken, other = problems(tmp_path, folder)

    assert broken.startswith("cases/a.yaml:")
    assert "Did you mean 'kept'?" in other


def test_of_a_set_that_is_extended_an_id_is_taken_too(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, a=CASE)
    about = 'id: mine\nversion: "1"\ntitle: Mine\nextends: sound\n'
    mine = write(tmp_path / "mine", {"set.yaml": about})

    files = with_vignettes(read_set(mine, read_catalog([tmp_path])), folder)

    assert [each.code for each in files.problems] == ["duplicate-id"]


def test_problems_of_the_set_and_of_the_vignettes_are_told_together(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ours=OWN.replace("papers: kept", "papers: keept"))
    section = tmp_path / "sound" / "sections" / "main.yaml"
    section.write_text(section.read_text().replace("raises: [going_back]", "raises: [going]"))

    with pytest.raises(Unsound) as raised:
        find_set_with(str(tmp_path / "sound"), folder)

    assert {Path(each.file).name for each in raised.value.problems} == {"ours.yaml", "main.yaml"}
