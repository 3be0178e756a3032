"""What is saved of a result: a new file, for its owner alone, whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from screening.writing import results
from screening.writing.files import Taken
from screening.writing.results import write_result

if os.name != "posix":
    pytest.skip("who may read a file is told as POSIX does", allow_module_level=True)


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def test_only_its_owner_may_read_it_whatever_the_system_takes_away(umask: int, tmp_path: Path) -> None:
    path = tmp_path / "result.html"

    assert write_result(path, "told 說了\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes() == "told 說了\n".encode()


@pytest.mark.parametrize("there", ["file", "folder", "link", "dangling link", "fifo"])
def test_nothing_is_overwritten_and_no_link_is_followed(there: str, tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "result.html", tmp_path / "elsewhere"
    match there:
        case "file":
            path.write_text("mine")
        case "folder":
            path.mkdir()
        case "link":
            elsewhere.write_text("mine")
            path.symlink_to(elsewhere)
        case "dangling link":
            path.symlink_to(elsewhere)
        case _:
            os.mkfifo(path)
    before = sorted(each.name for each in tmp_path.iterdir())

    with pytest.raises(Taken):
        write_result(path, "told")

    assert sorted(each.name for each in tmp_path.iterdir()) == before
    assert there not in {"file", "link"} or path.read_text() == "mine"


def test_no_folder_is_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_result(tmp_path / "new" / "result.html", "told")

    assert not list(tmp_path.iterdir())


def test_where_the_disk_is_full_at_the_end_nothing_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space"):
        write_result(tmp_path / "result.html", "told")

    assert not list(tmp_path.iterdir())


def test_where_the_disk_is_full_in_the_middle_nothing_is_left(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from screening.writing.results import write_result\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n"
        "try:\n    write_result(Path(sys.argv[1]), 'told' * 100_000)\n"
        "except OSError as error:\n    sys.exit(error.errno)"
    )

    finished = subprocess.run([sys.executable, "-B", "-c", program, str(tmp_path / "result.html")], check=False)

    assert finished.returncode == errno.EFBIG
    assert not list(tmp_path.iterdir())


def test_a_disk_that_knows_no_rights_is_written_to_and_it_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def unknown(*_: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fchmod", unknown)
    # As such a disk shows every file.
    monkeypatch.setattr(results, "_OWNER_ALONE", 0o644)

    assert not write_result(tmp_path / "result.html", "told")
    assert (tmp_path / "result.html").read_text() == "told"


def test_a_device_is_something_too() -> None:
    with pytest.raises(Taken):
        write_result(Path("/dev/full"), "told")
