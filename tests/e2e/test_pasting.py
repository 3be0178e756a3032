"""What is pasted for an answer code, on the full screen: it is shown, and says nothing to the terminal."""

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from tests.support.kept_terminal import opened

PASTE = "\x1b[200~{}\x1b[201~"


def test_what_is_pasted_is_visible_and_marks_that_nobody_sees_are_left_out() -> None:
    terminal = opened("resume")
    terminal.until("Type the answer code.")

    terminal.send(PASTE.format("RP\u200bE7B\u202e-\x9b31mV\u2028\ue000"))
    terminal.until("> RPE7B-\\x9b31mV\\u2028\\ue000")

    assert not any(each in terminal.raw.decode() for each in "\u200b\u202e\x9b\u2028\ue000")
    terminal.press("enter")
    terminal.until("which codes never use")
    assert not any(each in terminal.raw.decode() for each in "\u200b\u202e\x9b\u2028\ue000")
    terminal.press("ctrl-c")
    assert terminal.end() == 130
