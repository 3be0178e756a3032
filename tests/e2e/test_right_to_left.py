"""A language that runs from the right, in a terminal: it gets the letters as they are read, and turns them itself."""

import os
import shlex
import shutil
import subprocess
import time
import unicodedata
from pathlib import Path

import msgspec
import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.sets.texts import texts
from tests.support.kept_terminal import at_once
from tests.support.program import PROGRAM
from tests.support.terminal import WAIT
from tests.support.thorough import THOROUGH

CARD = ("services", "card", "--place", "hk", "--safe-to-carry", "yes", "--need", "shelter", "--names-in", "ur")


def turns(text: str) -> set[str]:
    """What of a text turns its direction and is not seen."""
    return {
        each for each in text if unicodedata.bidirectional(each) in {"LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "PDF"}
    }


def test_on_the_full_screen_the_words_stand_in_the_order_in_which_they_are_read_and_the_keys_before_them() -> None:
    agreement = texts(find_set("first-contact", msgspec.structs.replace(read_catalog(), language="ur")))[
        "set.agreement"
    ]
    terminal = at_once("run", "first-contact", "--language", "ur", "--place", "hk")
    for sign in ("Before you begin", "For you, before you begin"):
        terminal.until(sign)
        terminal.hit("enter")
    terminal.until("Agreement")

    rows = terminal.lines()
    assert "".join(agreement.split()) in "".join("".join(rows).split())
    assert [row.split()[0] for row in rows if "agrees to talk" in row or "Not now" in row] == ["y", "n"]
    assert not turns(terminal.text())


@pytest.mark.slow
def test_tmux_hands_the_rows_on_as_they_are_and_a_number_is_alone_in_its_row(tmp_path: Path) -> None:
    if shutil.which("tmux") is None:
        assert not THOROUGH, "tmux is not installed, and a build must try it."
        pytest.skip("tmux is not installed")
    environment = {**os.environ, "TMUX_TMPDIR": str(tmp_path), "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}

    def tmux(*words: str) -> str:
        return subprocess.run(
            ["tmux", "-u", "-f", "/dev/null", *words], env=environment, check=True, capture_output=True, timeout=WAIT
        ).stdout.decode()

    command = f"{shlex.join([*PROGRAM, *CARD])} 2>/dev/null; echo END; exec sleep {WAIT}"
    tmux("new-session", "-d", "-x", "80", "-y", "24", command)
    try:
        deadline = time.monotonic() + WAIT
        while "END" not in (shown := tmux("capture-pane", "-p")):
            assert time.monotonic() < deadline, shown
            time.sleep(0.05)
    finally:
        tmux("kill-server")

    rows = [row.strip() for row in shown.splitlines()]
    assert rows[1] == "کام کے نمبر"
    assert "+852 2343 2255" in rows
    assert "24 گھنٹے" in rows
    assert not turns(shown)
