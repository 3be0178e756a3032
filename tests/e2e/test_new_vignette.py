"""A vignette written at a real pseudo-terminal of 80x24, with lists to choose from, and left in the middle."""

from collections.abc import Mapping
from pathlib import Path

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from tests.support.kept_terminal import at_once
from tests.support.program import program
from tests.support.terminal import KEYS, Terminal
from tests.support.thorough import one_in

# Where no terminal answers, each prompt would wait a second to be told where the cursor is.
QUICK: Mapping[str, str] = {"PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm-256color", "ACCESSIBLE": ""}
END_OF_TEXT = "\x1b\r"
# As a terminal hands on what is pasted, in two rows.
STORY = "\x1b[200~A man of 30 works on a farm.\nHis boss keeps his passport until a debt is paid.\x1b[201~"


def author(folder: Path, *options: str) -> Terminal:
    return at_once("new", "vignette", "--set", "palermo", "--in", str(folder), *options, environment=QUICK)


def asked(terminal: Terminal) -> str:
    """The question that is asked now, in whole words, with what can be chosen; nothing while none is."""
    text = " ".join(terminal.text().split())
    return text.rpartition("Mark: ")[2] if "What does the story tell? » " in text.rpartition("Mark: ")[2] else ""


def answer(terminal: Terminal, sign: str, *keys: str) -> None:
    """Answer what is asked, once the screen says this and is still."""
    terminal.until_true(lambda: sign in " ".join(terminal.text().split()), repr(sign))
    terminal.send("".join(KEYS.get(key, key) for key in keys))


def skip_to(terminal: Terminal, statement: str) -> None:
    """Leave every question open until one comes."""
    terminal.until_true(lambda: asked(terminal) != "", "a question")
    while not asked(terminal).startswith(statement):
        leave_open(terminal)


def leave_open(terminal: Terminal) -> None:
    before = asked(terminal)
    terminal.send("s\r")
    terminal.until_true(lambda: asked(terminal) not in {"", before}, f"what follows {before!r}")


def begin(terminal: Terminal) -> None:
    answer(terminal, "What is the case called?", "The late bus", "enter")
    answer(terminal, "Under which id?", "enter")
    answer(terminal, "Type or paste the story.", STORY, END_OF_TEXT)


def test_a_case_is_written_with_lists_to_choose_from_and_passes_its_test(tmp_path: Path) -> None:
    terminal = author(tmp_path)
    begin(terminal)
    skip_to(terminal, "The person's age now")
    terminal.send("2\r")
    skip_to(terminal, "Who keeps the papers")
    terminal.send("2\r")
    skip_to(terminal, "What is used to keep")
    terminal.send("t\r")
    answer(terminal, "(space marks, Enter ends)", "space", "enter")
    answer(terminal, "And what you did not mark?", "enter")
    terminal.until_true(lambda: asked(terminal) != "", "a question")
    terminal.send("m\r")
    answer(terminal, "What else? » ", "e", "enter")
    answer(terminal, "Is that what the case should come to? » ", "y", "enter")
    answer(terminal, "What does the case teach?", "Papers and a debt hold people.", END_OF_TEXT)

    assert terminal.end() == 0
    assert "Written to" in terminal.text()
    finished = program("test", "--vignettes", str(tmp_path), "--set", "palermo")
    assert (finished.code, finished.out) == (0, "passed palermo/the-late-bus\n1 passed, 0 failed\n")
    text = (tmp_path / "the-late-bus.yaml").read_text(encoding="utf-8")
    assert "  A man of 30 works on a farm.\n\n  His boss keeps his passport until a debt is paid.\n" in text
    assert "circumstances: {age: adult}" in text
    assert "papers: kept, " in text
    assert "not_asked]" in text


@pytest.mark.parametrize("where", one_in(2, ["title", "story", "question", "end"]))
def test_ctrl_c_writes_nothing_wherever_it_comes(where: str, tmp_path: Path) -> None:
    terminal = author(tmp_path)
    if where == "title":
        answer(terminal, "What is the case called?", "The late", "ctrl-c")
    elif where == "story":
        answer(terminal, "What is the case called?", "The late bus", "enter")
        answer(terminal, "Under which id?", "enter")
        answer(terminal, "Type or paste the story.", STORY, "ctrl-c")
    else:
        begin(terminal)
        terminal.until_true(lambda: asked(terminal) != "", "a question")
        if where == "question":
            terminal.send("\x03")
        else:
            terminal.send("m\r")
            answer(terminal, "What else? » ", "e", "enter")
            answer(terminal, "Is that what the case should come to? » ", "y", "enter")
            answer(terminal, "What does the case teach?", "Nothing", "ctrl-c")

    assert terminal.end() == 130
    assert "Nothing was written." in terminal.text()
    assert list(tmp_path.iterdir()) == []
