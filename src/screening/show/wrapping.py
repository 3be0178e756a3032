"""Texts wrapped to a width (pure). Cells are counted: Chinese takes two, and a Thai vowel above takes none."""

import re

from wcwidth import wrap


def wrap_text(text: str, width: int) -> list[str]:
    """A text in rows, wrapped at words, and where it has none, between characters; one row where it is empty.

    Args:
        text: the text, visible.
        width: cells in a row.
    """
    # Most texts are one row, and every cell of them is a character: nothing has to be measured then.
    if len(text) <= width and text.isascii() and text == " ".join(text.split()):
        return [text]
    # wcwidth takes time by the square of a word's length. So a long word is wrapped a few rows at a time, and the last
    # of them, which may not be full, again with what follows it.
    rows: list[str] = []
    size = few = 4 * width
    while begin := re.search(rf"[^ \t\n]{{{size}}}", text):
        *full, last = _wrap_short(text[: begin.end()], width)
        rows += full
        text = last + text[begin.end() :]
        # Marks take no cells: many of them may stand in one row.
        size = few if full else 2 * size
    return rows + _wrap_short(text, width) or [""]


def _wrap_short(text: str, width: int) -> list[str]:
    # A number with hyphens is dialled as it stands in one row.
    return wrap(text, width, break_on_hyphens=False)
