"""Texts wrapped to a width (pure). Cells are counted: Chinese takes two, and a Thai vowel above takes none."""

import re
import unicodedata

from wcwidth import iter_graphemes, wrap
from wcwidth import width as cell_len

from screening.show.line_breaks import has_no_blanks, is_mostly_without_blanks, unbroken_pieces

_BLANKS = str.maketrans("\n\x0b\x0c\r", "    ")


def wrap_text(text: str, width: int) -> list[str]:
    """A text in rows, wrapped at words, and where it has none, between characters; one row where it is empty.

    Args:
        text: the text, visible.
        width: cells in a row.
    """
    # Most texts are one row. Every cell of an English one is a character: nothing has to be measured then.
    fits = len(text) <= width if text.isascii() else _room(text) <= width
    if fits and text == " ".join(text.split()):
        return [text]
    if has_no_blanks(text) and is_mostly_without_blanks(text):
        return _wrap_pieces(text.expandtabs().translate(_BLANKS), width)
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


def _wrap_pieces(text: str, width: int) -> list[str]:
    """As many pieces in each row as fit. Blanks at its ends are left out, but for those at the very beginning."""
    if _room(text) <= width:
        return [text.rstrip(" ")]
    rows, row, used, gap = [], "", 0, ""
    for piece in unbroken_pieces(text):
        if piece[0] == " ":
            gap += piece
            continue
        size = cell_len(piece)
        if used + len(gap) + _room(piece) <= width:
            row, used, gap = f"{row}{gap}{piece}", used + len(gap) + size, ""
            continue
        if row:
            rows.append(row)
        row, used, gap = piece, size, ""
        if size > width:
            *full, row = _torn(piece, width)
            rows += full
            used = cell_len(row)
    return [*rows, row]


def _torn(piece: str, width: int) -> list[str]:
    """A piece that is too long for a row, in rows: at its blanks if it has any, else between characters."""
    if " " in piece:
        return _wrap_short(piece, width)
    rows, used = [""], 0
    for character in iter_graphemes(piece):
        if rows[-1] and used + _room(character) > width:
            rows.append("")
            used = 0
        rows[-1] += character
        used += cell_len(character)
    return rows


def _room(text: str) -> int:
    """The cells of a text. One more after a mark at its end: prompt_toolkit leaves out one on a screen's last cell."""
    return cell_len(text) + (unicodedata.category(text[-1:] or " ") == "Mn")
