"""Writing into a new folder, and never over anything."""

import ast
from pathlib import Path

import pytest

import screening
from screening.writing.files import Taken, write_folder

FILES = {"set.yaml": "id: ours\n", "sections/one.yaml": "title: 第一\n"}
SOURCE = Path(screening.__file__).parent
# What puts something on a disk, whatever it is called on.
WRITES = {
    "write_text",
    "write_bytes",
    "mkdir",
    "makedirs",
    "touch",
    "unlink",
    "rename",
    "symlink_to",
    "hardlink_to",
    "rmdir",
    "chmod",
    "mkfifo",
    "mknod",
    "truncate",
}
# Terminals and the null device, which keep nothing; and what is opened with the flag that it is only read.
MAY_OPEN = {
    "terminal/outlet.py": ["nothing.open", "os.open"],
    "terminal/keyboard.py": ["os.open"],
    "reading/files.py": ["os.open"],
}


def test_every_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_folder(tmp_path / "new" / "ours", FILES)

    assert (tmp_path / "new/ours/set.yaml").read_bytes() == b"id: ours\n"
    assert (tmp_path / "new/ours/sections/one.yaml").read_text(encoding="utf-8") == "title: 第一\n"


@pytest.mark.parametrize("is_file", [True, False])
def test_nothing_is_written_where_something_is(is_file: bool, tmp_path: Path) -> None:
    target = tmp_path / "ours"
    if is_file:
        target.write_text("mine")
    else:
        target.mkdir()

    with pytest.raises(Taken) as caught:
        write_folder(target, FILES)

    assert caught.value.path == target
    assert [path.name for path in tmp_path.rglob("*")] == ["ours"]
    assert target.is_dir() or target.read_text() == "mine"


def test_a_dangling_link_is_something_too(tmp_path: Path) -> None:
    (tmp_path / "ours").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(Taken):
        write_folder(tmp_path / "ours", FILES)

    assert not (tmp_path / "elsewhere").exists()


def _writes(source: str) -> list[str]:
    """The calls in a source that write to a file, or could."""
    return [
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and (_named(node) in WRITES or (_named(node) == "open" and not _reads(node)))
    ]


def _named(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _reads(call: ast.Call) -> bool:
    """Whether an `open` is for reading: `open(file, mode)`, `path.open(mode)`."""
    place = 0 if isinstance(call.func, ast.Attribute) and ast.unparse(call.func) != "os.open" else 1
    modes = [*call.args[place : place + 1], *(each.value for each in call.keywords if each.arg == "mode")]
    return all(isinstance(mode, ast.Constant) and mode.value in {"r", "rb"} for mode in modes)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("path.open('rb')", []),
        ("path.open(encoding='utf-8')", []),
        ("open(path)", []),
        ("open(path, 'w')", ["open"]),
        ("path.open('x')", ["path.open"]),
        ("path.open(mode='a')", ["path.open"]),
        ("path.open(mode)", ["path.open"]),
        ("os.open(path, os.O_RDWR)", ["os.open"]),
        ("Path(a).write_text(b)", ["Path(a).write_text"]),
        ("output.write(text)", []),
    ],
)
def test_what_writes_is_told_from_what_reads(source: str, found: list[str]) -> None:
    assert _writes(source) == found


@pytest.mark.slow
def test_only_writing_writes_files() -> None:
    modules = {path.relative_to(SOURCE).as_posix(): path for path in sorted(SOURCE.rglob("*.py"))}
    others = {name: path for name, path in modules.items() if not name.startswith("writing/")}
    writes = {name: set(_writes(path.read_text(encoding="utf-8"))) for name, path in others.items()}

    assert len(others) > 100
    assert {name: found for name, found in writes.items() if not found <= set(MAY_OPEN.get(name, []))} == {}
