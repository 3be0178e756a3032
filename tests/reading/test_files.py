"""The one door through which files are read: what is no file is refused at once, and a broken one is never none."""

import ast
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import screening
from screening.reading import files
from screening.reading.comments import read_comments
from screening.reading.files import entries, read_bytes, yaml_files
from screening.reading.glossary import read_glossary
from screening.reading.places import Directories
from screening.reading.problem import Unsound
from screening.reading.set_catalog import set_folders
from screening.reading.sets import read_set
from screening.reading.translations import read_translations
from tests.support.folders import SOUND, write
from tests.support.odd_files import ODD, not_waiting
from tests.support.problems import said
from tests.support.program import program

SOURCES = Path(screening.__file__).parent


@pytest.fixture(autouse=True)
def _at_once() -> Iterator[None]:
    with not_waiting():
        yield


@pytest.fixture(params=list(ODD.values()), ids=list(ODD))
def odd(request: pytest.FixtureRequest) -> Callable[[Path], None]:
    """Puts something into the place of a file."""
    return request.param  # type: ignore[no-any-return]


# --- the door --------------------------------------------------------------------------------------------------------


def test_the_content_of_a_file_is_read_up_to_the_bound_and_one_more(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")

    assert read_bytes(path) == b"0123456789"
    assert read_bytes(path, most=10) == b"0123456789"
    assert read_bytes(path, most=4) == b"01234"


def test_a_file_is_read_whole_though_it_comes_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_CHUNK", 3)
    (tmp_path / "file").write_bytes(b"0123456789")

    assert read_bytes(tmp_path / "file") == b"0123456789"


def test_what_is_no_file_is_refused_at_once(odd: Callable[[Path], None], tmp_path: Path) -> None:
    odd(tmp_path / "odd")

    with pytest.raises(Unsound) as caught:
        read_bytes(tmp_path / "odd")

    (problem,) = caught.value.problems
    assert (problem.file, problem.code) == (str(tmp_path / "odd"), "file")
    assert said(problem.message).startswith("this cannot be read: ")
    assert "\n" not in str(problem)


def test_what_takes_the_place_of_a_file_while_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    ordinary = (tmp_path / "file").stat()
    monkeypatch.setattr(Path, "stat", lambda _: ordinary)

    with pytest.raises(Unsound, match="it is a pipe, a device or a socket, and not a file"):
        read_bytes(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["nul\0", "x" * 5000, "\ud800"], ids=["with a NUL", "too long", "half a character"])
def test_a_name_that_no_file_can_have_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(Unsound, match="this cannot be read"):
        read_bytes(tmp_path / name)
    assert entries(tmp_path / name) == []


@pytest.mark.skipif(not Path("/proc/self/pagemap").exists(), reason="only Linux makes such files up")
@pytest.mark.parametrize("name", ["kmsg", "self/pagemap", "self/mem", "kcore", "self/clear_refs", "self/status"])
def test_a_file_that_the_system_makes_up_is_read_within_the_bound_or_refused(name: str) -> None:
    try:
        content = read_bytes(Path("/proc") / name, most=1000)
    except Unsound:
        return
    assert len(content) <= 1001


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_nobody_may_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch(mode=0)

    with pytest.raises(Unsound, match="Permission denied"):
        read_bytes(tmp_path / "file")


@pytest.mark.slow
def test_nothing_else_in_the_program_reads_from_the_disk() -> None:
    # The terminal and the null device hold nothing to read, and a file that is created is empty.
    allowed = {
        "reading/files.py",
        "terminal/outlet.py",
        "terminal/keyboard.py",
        "writing/files.py",
        "writing/results.py",
    }
    opening = {"open", "fdopen", "FileIO", "read_bytes", "read_text", "iterdir", "glob", "rglob", "listdir", "scandir"}
    found = set()
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            called = node.func if isinstance(node, ast.Call) else None
            # By its bare name read_bytes is that of the door.
            if (isinstance(called, ast.Attribute) and called.attr in opening) or (
                isinstance(called, ast.Name) and called.id == "open"
            ):
                found.add(path.relative_to(SOURCES).as_posix())

    assert found == allowed


# --- every file that is opened ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["indicators.yaml", "guidance.yaml", "sections/main.yaml", "sections/new.yaml", "vignettes/case.yaml"]
)
def test_a_file_of_a_set_that_is_none_is_a_problem_at_its_place(
    name: str, odd: Callable[[Path], None], tmp_path: Path
) -> None:
    write(tmp_path, SOUND)
    (tmp_path / name).unlink(missing_ok=True)
    odd(tmp_path / name)

    problems = read_set(tmp_path).problems

    assert [problem.file for problem in problems] == [str(tmp_path / name)]
    assert said(problems[0].message).startswith("this cannot be read: ")


def test_it_hides_nothing_that_is_wrong_elsewhere(odd: Callable[[Path], None], tmp_path: Path) -> None:
    write(tmp_path, {**SOUND, "indicators.yaml": "["})
    (tmp_path / "guidance.yaml").unlink()
    odd(tmp_path / "guidance.yaml")

    assert [Path(each.file).name for each in read_set(tmp_path).problems] == ["guidance.yaml", "indicators.yaml"]


def test_so_is_the_file_of_the_set_itself(odd: Callable[[Path], None], tmp_path: Path) -> None:
    folder = write(tmp_path / "broken", SOUND)
    (folder / "set.yaml").unlink()
    odd(folder / "set.yaml")

    with pytest.raises(Unsound, match=r"set\.yaml:1:1: this cannot be read: "):
        read_set(folder)
    assert set_folders(tmp_path) == [folder]


@pytest.mark.parametrize("name", ["sections", "vignettes"])
@pytest.mark.parametrize("kind", sorted(ODD.keys() - {"a folder"}))
def test_a_folder_of_a_set_that_is_none_is_refused(name: str, kind: str, tmp_path: Path) -> None:
    write(tmp_path, {path: text for path, text in SOUND.items() if not path.startswith(name)})
    ODD[kind](tmp_path / name)

    with pytest.raises(Unsound, match=f"{name}:1:1: this cannot be read: "):
        read_set(tmp_path)


def test_a_translation_that_is_none_is_a_problem(odd: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    odd(tmp_path / "locale" / "de.po")

    (file,) = read_translations(tmp_path)

    assert [problem.file for problem in file.problems] == [str(tmp_path / "locale" / "de.po")]


@pytest.mark.parametrize("kind", sorted(ODD.keys() - {"a folder"}))
def test_so_is_their_folder(kind: str, tmp_path: Path) -> None:
    ODD[kind](tmp_path / "locale")

    (file,) = read_translations(tmp_path)

    assert [problem.file for problem in file.problems] == [str(tmp_path / "locale")]


def test_services_of_an_agency_that_are_no_file_are_refused(odd: Callable[[Path], None], tmp_path: Path) -> None:
    odd(tmp_path / "own.yaml")

    with pytest.raises(Unsound, match=r"own\.yaml:1:1: this cannot be read: "):
        Directories([tmp_path / "own.yaml"])


def test_a_glossary_that_is_no_file_is_a_problem(odd: Callable[[Path], None], tmp_path: Path) -> None:
    odd(tmp_path / "terms.yaml")

    assert [each.file for each in read_glossary([tmp_path / "terms.yaml"]).problems] == [str(tmp_path / "terms.yaml")]


def test_where_there_is_no_file_there_are_no_comments(odd: Callable[[Path], None], tmp_path: Path) -> None:
    odd(tmp_path / "file.yaml")

    assert read_comments(str(tmp_path / "file.yaml")) == ()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["a pipe", "a link into nowhere", "a device without end"])
@pytest.mark.parametrize(
    "arguments",
    [("services", "--services"), ("sets", "--indicators"), ("check",), ("check", "--indicators"), ("show",)],
    ids=" ".join,
)
def test_the_program_refuses_it_in_one_line(kind: str, arguments: tuple[str, ...], tmp_path: Path) -> None:
    ODD[kind](tmp_path / "odd")
    given = [tmp_path] if arguments == ("check", "--indicators") else []

    finished = program(*arguments[:1], *map(str, given), *arguments[1:], str(tmp_path / "odd"))

    told = finished.err or finished.out.removesuffix("1 checked, 1 problem\n")
    assert finished.code in {1, 2}
    assert told.count("\n") == 1, told


# --- folders ---------------------------------------------------------------------------------------------------------


def test_what_lies_in_a_folder_comes_by_name_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "._a.yml", ".b.yaml", "c.txt"):
        (tmp_path / name).touch()

    assert [path.name for path in entries(tmp_path)] == ["a.yml", "b.yaml", "c.txt"]
    assert [path.name for path in yaml_files(tmp_path)] == ["a.yml", "b.yaml"]
    assert entries(tmp_path / "none") == []


@pytest.mark.parametrize(("bound", "read"), [("MAX_NAMES", entries), ("MAX_FILES", yaml_files)], ids=["names", "files"])
def test_a_folder_of_too_much_is_refused(
    bound: str, read: Callable[[Path], list[Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.yaml").touch()
    monkeypatch.setattr(files, bound, 3)
    assert len(read(tmp_path)) == 3
    monkeypatch.setattr(files, bound, 2)

    with pytest.raises(Unsound, match="there are more than 2 files"):
        read(tmp_path)
