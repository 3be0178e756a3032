"""Taking a result along, at a real terminal: nothing is written before it was said where, and then one file."""

import os
import stat
from itertools import product
from pathlib import Path

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.terminal import KEYS
from tests.support.thorough import one_in
from tests.support.walks import NOT_QUIET, Walker, further, walk

STOPS = walk("first-contact")
BEFORE = NOT_QUIET + further(STOPS[:-1])
SIGN = STOPS[-1].sign
ASKED, WHAT, WHERE, SAVED = (
    "Does the person agree?",
    "What do you want to take along?",
    "Type where to save it.",
    "delete the file",
)
in_both_faces = pytest.mark.parametrize("plain", [False, True], ids=["full", "plain"])


def at_result(folder: Path, *, plain: bool) -> Walker:
    """Somebody at a result; the program was started in this folder."""
    terminal = KeptTerminal("run", "first-contact", *(["--plain"] if plain else []), before=BEFORE, folder=folder)
    # A key that comes while a screen is still being painted is dropped, and pressed again.
    walker = Walker(terminal, plain=plain, patient=True)
    walker.at(SIGN)
    return walker


def on_to(walker: Walker, *steps: tuple[str, str]) -> None:
    """Give keys, each of which leads to a screen."""
    for keys, sign in steps:
        # A path ends with Enter at the full screen too.
        walker.give(keys if len(keys) == 1 and keys.isalnum() else f"{keys}\r", keys)
        walker.at(sign)


def leave(walker: Walker) -> None:
    """End at the result, as one always could."""
    walker.give("ee", "")
    assert walker.terminal.end() == 0


@in_both_faces
def test_a_page_is_saved_for_its_owner_alone_and_the_result_is_there_again(plain: bool, tmp_path: Path) -> None:
    walker = at_result(tmp_path, plain=plain)
    on_to(walker, ("o", ASKED), ("y", WHAT), ("2", WHERE))
    assert not list(tmp_path.iterdir())

    on_to(walker, ("./mine.html", SAVED))
    (saved,) = tmp_path.iterdir()
    assert saved.name == "mine.html"
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert saved.read_text().endswith("</html>\n")
    assert str(saved) in walker.terminal.text().replace("\n", "").replace(" ", "")
    walker.give("\r", "")
    walker.at("o saves or prints" if plain else SIGN)
    leave(walker)
    assert len(list(tmp_path.iterdir())) == 1


@in_both_faces
def test_whoever_thinks_better_of_it_leaves_nothing(plain: bool, tmp_path: Path) -> None:
    walker = at_result(tmp_path, plain=plain)
    result = "o saves or prints" if plain else SIGN
    on_to(walker, ("o", ASKED), ("n", result), ("o", ASKED), ("b", result), ("o", ASKED), ("y", WHAT), ("b", ASKED))
    on_to(walker, ("y", WHAT), ("1", WHERE))
    walker.give("\r", "")
    walker.at(result)
    leave(walker)

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("number", "plain"), one_in(3, [*product(range(5), [False, True])]))
def test_ctrl_c_ends_at_once_wherever_it_is_pressed(number: int, plain: bool, tmp_path: Path) -> None:
    walker = at_result(tmp_path, plain=plain)
    on_to(walker, *[("o", ASKED), ("y", WHAT), ("1", WHERE), (".", SAVED)][:number])
    walker.terminal.send(KEYS["ctrl-c"])

    assert walker.terminal.end() == 130
    assert walker.terminal.raw.endswith(CLEARED)
    assert len(list(tmp_path.iterdir())) == (number == 4)


@in_both_faces
def test_what_is_there_is_not_overwritten_nor_written_through_a_link_and_it_is_asked_again(
    plain: bool, tmp_path: Path
) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    walker = at_result(tmp_path, plain=plain)
    on_to(walker, ("o", ASKED), ("y", WHAT), ("1", WHERE))
    for taken in ("mine", "link", "/dev/full"):
        on_to(walker, (taken, f"({taken})"))
    on_to(walker, ("/nowhere/a.html", "There is no such folder"), ("./new.html", SAVED))
    walker.terminal.send(KEYS["ctrl-c"])
    walker.terminal.end()

    assert {path.name for path in tmp_path.iterdir()} == {"mine", "link", "new.html"}
    assert (tmp_path / "mine").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only an administrator may mount a disk")
def test_a_disk_that_is_full_is_told_and_nothing_is_left_on_it(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.system(f"mount -t tmpfs -o size=4k tmpfs {disk}") != 0:
        pytest.skip("no disk can be mounted here")
    try:
        walker = at_result(tmp_path, plain=False)
        on_to(walker, ("o", ASKED), ("y", WHAT), ("2", WHERE), (str(disk), "The disk is full"))
        walker.terminal.send(KEYS["ctrl-c"])
        walker.terminal.end()

        assert not list(disk.iterdir())
    finally:
        os.system(f"umount {disk}")


def test_the_card_is_saved_from_the_card(tmp_path: Path) -> None:
    walker = at_result(tmp_path, plain=False)
    on_to(walker, ("k", "could somebody find a card"), ("y", "Useful numbers"), ("1", WHERE), (".", SAVED))
    walker.give("\r", "")
    walker.at("Useful numbers")
    walker.terminal.send(KEYS["ctrl-c"])
    walker.terminal.end()

    assert [path.name for path in tmp_path.iterdir()] == ["numbers.html"]


def test_the_code_is_among_what_can_be_taken_along_and_needs_no_file(tmp_path: Path) -> None:
    walker = at_result(tmp_path, plain=False)
    on_to(walker, ("o", ASKED), ("y", WHAT), ("8", "Answer code"), ("g", SIGN))
    leave(walker)

    assert not list(tmp_path.iterdir())
