"""Which comments speak to the program, and of which lines."""

from pathlib import Path

import pytest

from screening.reading.comments import read_comments

SAYS = "# screening: hush"


def found(folder: Path, text: str, name: str = "any.yaml") -> list[tuple[int, int, tuple[int, ...]]]:
    """The comments in a file: line, column, and the lines that they speak of."""
    path = folder / name
    path.write_text(text)
    assert all(comment.says == "hush" for comment in read_comments(str(path)))
    return [(comment.line, comment.column, comment.lines) for comment in read_comments(str(path))]


@pytest.mark.parametrize(
    ("text", "comments"),
    {
        "alone above": (f"{SAYS}\na: b\n", [(1, 1, (1, 2))]),
        "alone and indented": (f"a:\n  {SAYS}\n  b: c\n", [(2, 3, (2, 3))]),
        "at the end of a line": (f"a: b  {SAYS}\nc: d\n", [(1, 7, (1,))]),
        "above blanks and comments": (f"{SAYS}\n\n# more\na: b\n", [(1, 1, (1, 4))]),
        "below everything": (f"a: b\n{SAYS}\n", [(2, 1, (2,))]),
        "below a block": (f"a: |\n  text\n{SAYS}\nb: c\n", [(3, 1, (3, 4))]),
        "beside the mark of a block": (f"a: | {SAYS}\n  text\n", [(1, 6, (1,))]),
        "after a text in quotes": (f"a: 'b' {SAYS}\n", [(1, 8, (1,))]),
        "in single quotes": (f"a: 'b {SAYS}'\n", []),
        "in double quotes": (f'a: "b {SAYS}"\n', []),
        "in a block": (f"a: |\n  {SAYS}\n", []),
        "right after a word": (f"a: b{SAYS}\n", []),
        "to somebody else": ("a: b # hush\n", []),
    }.values(),
)
def test_a_comment_is_found_with_its_lines(
    text: str, comments: list[tuple[int, int, tuple[int, ...]]], tmp_path: Path
) -> None:
    assert found(tmp_path, text) == comments


def test_a_translation_has_comments_only_at_the_beginning_of_a_line(tmp_path: Path) -> None:
    text = f'{SAYS}\nmsgid "a"\nmsgstr "b {SAYS}"\n'

    assert found(tmp_path, text, "de.po") == [(1, 1, (1, 2))]


def test_what_cannot_be_read_has_no_comments(tmp_path: Path) -> None:
    (tmp_path / "bytes.yaml").write_bytes(b"# screening: \xff\n")

    assert read_comments(str(tmp_path / "bytes.yaml")) == ()
    assert read_comments(str(tmp_path / "none.yaml")) == ()
