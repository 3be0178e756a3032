"""What a command finds in folders of sets, though one of them is broken or came on a stick from a Mac."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from screening.interview.answer_code import encode
from screening.reading.sets import find_set
from tests.support.folders import SOUND, write
from tests.support.program import Finished, program
from tests.support.thorough import one_in

# As a set can be broken: in what it says, as a file, or before its id can be told.
BROKEN: Mapping[str, Mapping[str, str]] = {
    "a section": {**SOUND, "sections/main.yaml": "["},
    "its file": {**SOUND, "set.yaml": "["},
    "its id": {**SOUND, "set.yaml": "id: 5"},
    "its base": {"set.yaml": 'id: top\nversion: "1"\ntitle: Top\nextends: gone\n'},
}
# The code of nothing, for a set that is not there: what is asked, and not what comes of it, is looked at.
TYPED = "0000-0000\n"


@pytest.fixture(params=[*BROKEN, "a link into nowhere"])
def beside_a_broken_one(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder with a sound set, and one that is called like a built-in one and cannot be used."""
    write(tmp_path / "a folder", {**SOUND, "set.yaml": SOUND["set.yaml"].replace("id: sound", "id: palermo-2")})
    folder = tmp_path / "palermo"
    folder.mkdir()
    if request.param in BROKEN:
        write(folder, BROKEN[request.param])
    else:
        (folder / "set.yaml").symlink_to("nowhere")
    return tmp_path


def with_path(folder: Path, *arguments: str, given: str = "") -> Finished:
    return program("--indicators", str(folder), *arguments, given=given)


def is_named_in_one_line(finished: Finished, folder: Path) -> bool:
    lines = [line for line in finished.err.splitlines() if "is skipped" in line]
    return len(lines) == 1 and lines[0].endswith(f"To see them: screening check {folder / 'palermo'}")


def test_the_sets_are_listed_without_a_broken_one(beside_a_broken_one: Path) -> None:
    finished = with_path(beside_a_broken_one, "sets")

    assert finished.code == 0
    assert all(f"{name} (version" in finished.out for name in ("palermo", "first-contact", "palermo-2"))
    assert is_named_in_one_line(finished, beside_a_broken_one)


def test_codes_are_still_asked_for(beside_a_broken_one: Path) -> None:
    finished = with_path(beside_a_broken_one, "resume", "--plain", given=TYPED)

    assert "Type the answer code." in finished.err
    assert is_named_in_one_line(finished, beside_a_broken_one)


@pytest.mark.parametrize("command", [("show", "palermo"), ("demo",), ("score", "palermo-2")], ids=" ".join)
def test_the_others_are_used(command: tuple[str, ...], beside_a_broken_one: Path) -> None:
    assert with_path(beside_a_broken_one, *command).code == 0


def test_a_vignette_is_found_behind_a_broken_set(beside_a_broken_one: Path) -> None:
    write(beside_a_broken_one / "z", {**SOUND, "set.yaml": SOUND["set.yaml"].replace("id: sound", "id: last")})

    assert with_path(beside_a_broken_one, "demo", "last/case").code == 0


def code_of(folder: Path) -> str:
    """The code of a screening with the set in a folder, which was paused."""
    return encode(find_set(str(folder)), {"papers": "kept", "age": "adult"})


# The menu's seventh line goes on with a code.
@pytest.mark.parametrize(("command", "typed"), [(("resume",), ""), ((), "7\n")], ids=["resume", "menu"])
@pytest.mark.parametrize("by", ["--indicators", "SCREENING_PATH"])
def test_the_code_of_an_own_set_is_understood_wherever_codes_are_asked_for(
    by: str, command: tuple[str, ...], typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = f"{typed}{code_of(write(tmp_path / 'sound', SOUND))}\n\n\n"
    monkeypatch.delenv("SCREENING_PATH", raising=False)
    if by == "SCREENING_PATH":
        monkeypatch.setenv(by, str(tmp_path))
        finished = program(*command, given=given)
    else:
        finished = with_path(tmp_path, *command, given=given)

    assert "2 answers carried over." in finished.err


def test_the_menu_says_on_the_screen_that_codes_are_asked_for_which_set_is_passed_over(
    beside_a_broken_one: Path,
) -> None:
    err = with_path(beside_a_broken_one, given="7\nX\n").err
    asked = " ".join(err[err.index("Type the answer code.") :].split())

    # On the screen, and not between the lines of it.
    assert "screening: the set" not in err
    assert "Note: the set" in asked
    assert "has problems and is skipped. To see them: screening check" in asked


def test_the_menu_plays_an_example_though_a_set_is_broken(beside_a_broken_one: Path) -> None:
    assert with_path(beside_a_broken_one, given="8\n3\ne\n9\n").code == 0


def test_the_menu_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    finished = with_path(tmp_path / "gone", given="9\n")

    assert (finished.code, finished.out) == (2, "")
    assert (
        finished.err
        == f"screening: there is no folder {tmp_path / 'gone'}, which --indicators names. Check the path.\n"
    )


def test_its_problems_are_told_where_it_is_checked(beside_a_broken_one: Path) -> None:
    finished = program("check", str(beside_a_broken_one / "palermo"))

    assert finished.code == 1
    assert finished.out.count("\n") > 1


@pytest.mark.parametrize(
    "name",
    one_in(
        3,
        [
            "._set.yaml",
            "sections/._main.yaml",
            "vignettes/._case.yaml",
            "locale/._de.po",
            "._extra.yml",
            "._notes/a.yaml",
        ],
    ),
)
def test_what_a_mac_leaves_beside_a_file_changes_nothing(name: str, tmp_path: Path) -> None:
    write(tmp_path / "mine", SOUND)
    clean = [program(*command) for command in _commands(tmp_path)]
    left = tmp_path / "mine" / name
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"\0\5\x16\7\0\2\0\0Mac OS X        \xff")

    assert [program(*command) for command in _commands(tmp_path)] == clean


def _commands(folder: Path) -> list[tuple[str, ...]]:
    mine = str(folder / "mine")
    return [("check", mine), ("sets", "--indicators", str(folder)), ("show", mine), ("test", mine)]


@pytest.mark.parametrize("name", ["._mine", "._xx.yaml", "._terms.yaml"])
def test_nor_does_what_it_leaves_in_folders_of_sets_directories_and_glossaries(name: str, tmp_path: Path) -> None:
    write(tmp_path / "sets" / "mine", SOUND)
    for folder in ("sets", "files"):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_bytes(b"\0\5\x16\7")
    write(tmp_path / "sets" / "._other", {"set.yaml": "["})
    (tmp_path / "files" / "terms.yaml").write_text("{title: T, terms: [{names: {en: [word]}}]}")

    assert program("check", str(tmp_path / "files")).out == "1 checked, 0 problems\n"
    assert "is skipped" not in program("sets", "--indicators", str(tmp_path / "sets")).err
