"""Practice codes that a room read out, one a line, each with the label of a seat before it: never with a name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from msgspec import Struct

from screening.language.messages import Message, gettext, quoted
from screening.reading.files import read_bytes
from screening.reading.problem import Problem
from screening.reading.streams import as_utf8, lines_of

# A room has two hundred people at most, each with a few cases.
MOST_LINES: Final = 10_000
MAX_LINE: Final = 4_096
LONGEST_LABEL: Final = 8
NOT_A_LABEL: Final = gettext(
    "A label is the number of a seat, such as 12, b3 or seat-a: at most 8 letters, digits and hyphens, with no space "
    "between. A name is never written down."
)
# The beginning of a code: what kind it is, the number of its format, and the rest of its first group.
_BEGINS: Final = re.compile(r"[PR][0-9OIL]\w{3}", re.IGNORECASE)
_GROUP: Final = 5
_LABEL: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# What is a label without a digit: a letter alone, or the word for a seat with one.
_LETTER: Final = re.compile(r"(?:seat-)?[^\W\d_]", re.IGNORECASE)
_SEAT: Final = "seat"
_AFTER_A_LABEL: Final = ":"


class CodeLine(Struct, frozen=True):
    """One line, taken apart.

    Attributes:
        seat: its label, in small letters; None where there is none.
        case: the id of the case, where the line has one, as those that were collected have.
        code: the rest, as it was written.
    """

    seat: str | None
    case: str | None
    code: str


class LabelMistake(ValueError):
    """What stands before a code is no label.

    Attributes:
        message: what is wrong, without a full stop.
    """

    def __init__(self, message: Message) -> None:
        """Args: message: what is wrong."""
        self.message = message
        super().__init__()


class CodeLines(Struct):
    """The lines of a file.

    Attributes:
        file: what it is called.
        lines: those that can be taken apart, each with its number.
        problems: one for each other that is not blank.
    """

    file: str
    lines: list[tuple[int, CodeLine]]
    problems: list[Problem]


def code_line(text: str) -> CodeLine:
    """A line, taken apart: a seat, a case and a code, or the last two or one of them.

    Args:
        text: the line, not blank.

    Raises:
        LabelMistake: what stands before the code is no label of a seat.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    before, colon, after = text.partition(_AFTER_A_LABEL)
    if colon:
        words = after.split()
        case = [] if _begins_a_code(after) or len(words) < 2 else words[:1]
        return CodeLine(_label(_without_seat(before.split())), next(iter(case), None), " ".join(words[len(case) :]))
    words = _without_seat(text.split())
    start = _start_of_code(words)
    seat, case = (words[:1], words[1:2]) if start == 2 else (words[:start], [])
    return CodeLine(_label(seat) if seat else None, next(iter(case), None), " ".join(words[start:]))


def read_code_lines(path: Path) -> CodeLines:
    """The lines of a file.

    Raises:
        Unsound: the file cannot be opened.
    """
    return code_lines(BytesIO(read_bytes(path)), str(path))


def code_lines(stream: BinaryIO, file: str) -> CodeLines:
    """The lines of a stream. Blank ones, and those that begin with #, are passed over.

    Args:
        stream: where they come from.
        file: what it is called.
    """
    found = CodeLines(file, [], [])
    for number, text in _texts(stream):
        if number > MOST_LINES:
            message = gettext("there are more than {most} lines, and the rest was left unread", most=MOST_LINES)
            found.problems.append(Problem(file, number, 1, message, gettext("Split the file."), "code"))
            break
        if text is None:
            message = gettext("the line is too long for a code")
            hint = gettext("Write one code a line.")
            found.problems.append(Problem(file, number, 1, message, hint, "code"))
        elif text and not text.startswith("#"):
            try:
                found.lines.append((number, code_line(text)))
            except LabelMistake as mistake:
                found.problems.append(Problem(file, number, 1, mistake.message, NOT_A_LABEL, "label"))
    return found


def _texts(stream: BinaryIO) -> Iterator[tuple[int, str | None]]:
    for number, line in lines_of(as_utf8(stream), MAX_LINE):
        yield number, None if line is None else line.decode("utf-8", "replace").strip()


def _begins_a_code(text: str) -> bool:
    return _BEGINS.match(text.strip()) is not None


def _without_seat(words: list[str]) -> list[str]:
    """Words without the one for a seat before its number: people read it out."""
    said = len(words) > 1 and words[0].casefold() == _SEAT and _is_label(words[1])
    return words[1:] if said else words


def _start_of_code(words: list[str]) -> int:
    """Which word begins the code; where none looks so, the one after what can only be a label."""
    for number, word in enumerate(words):
        if _begins_a_code(word):
            return number
    # The first group is mistyped. A long word with hyphens is the code; what is as long as a group may be one.
    long = [number for number, word in enumerate(words) if len(word) > 2 * LONGEST_LABEL and "-" in word]
    if long:
        return long[-1]
    return 1 if len(words) > 1 and _is_label(words[0]) and len(words[0]) != _GROUP else 0


def _is_label(word: str) -> bool:
    fits = len(word) <= LONGEST_LABEL and _LABEL.fullmatch(word) is not None
    return fits and (any(each.isdigit() for each in word) or _LETTER.fullmatch(word) is not None)


def _label(words: Iterable[str]) -> str:
    """A label, in small letters.

    Raises:
        LabelMistake: it is none.
    """
    label = " ".join(words)
    if not label:
        raise LabelMistake(gettext("there is nothing before the colon"))
    if not _is_label(label):
        raise LabelMistake(gettext("{label} is not the label of a seat", label=quoted(label)))
    return label.lower()
