"""How whoever writes a vignette is asked: with lists at a terminal, and line by line wherever there is none."""

from io import StringIO
from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.terminal.author_prompts import LinePrompts, ListPrompts, Offered, author_prompts

OFFERED = [Offered("s", "skip", "Leave it open"), Offered("1", "kept", "Somebody has them")]


class AtTerminal(StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> LinePrompts:
    monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))
    return LinePrompts(ENGLISH)


@pytest.mark.parametrize(
    ("variables", "line_by_line", "kind"),
    [
        ({}, False, ListPrompts),
        ({}, True, LinePrompts),
        ({"ACCESSIBLE": "1"}, False, LinePrompts),
        ({"TERM": "dumb"}, False, LinePrompts),
    ],
    ids=["a terminal", "asked for", "accessible", "a dumb one"],
)
def test_lists_are_for_a_terminal_that_bears_them(
    variables: dict[str, str], line_by_line: bool, kind: type[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"TERM": "xterm", "ACCESSIBLE": "", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdin", AtTerminal())
    monkeypatch.setattr("sys.stdout", AtTerminal())

    assert isinstance(author_prompts(ENGLISH, line_by_line=line_by_line), kind)


def test_without_a_terminal_lines_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdin", StringIO())

    assert isinstance(author_prompts(ENGLISH, line_by_line=False), LinePrompts)


def test_a_key_or_a_word_chooses_and_nothing_else_does(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = typing(monkeypatch, "", "9", "KEPT", "s")

    assert prompts.choose("What?", OFFERED) == "kept"
    assert prompts.choose("What?", OFFERED) == "skip"


def test_input_that_ends_is_told_as_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = typing(monkeypatch, "9")

    with pytest.raises(EOFError):
        prompts.choose("What?", OFFERED)


def test_a_text_ends_with_a_full_stop_alone_and_keeps_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    prompts = typing(monkeypatch, ".", "A story.", "", "More of it.", ".")

    def mistake(given: str) -> str | None:
        return None if given else "Write something."

    assert prompts.long_text("The story?", mistake) == "A story.\n\nMore of it."
