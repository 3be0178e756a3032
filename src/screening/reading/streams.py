"""Bytes that arrive from another program: in whatever encoding, as UTF-8, and line by line.

What comes in UTF-16 (Windows PowerShell writes it) or UTF-32 is read as such. What is no character in it becomes what
is none in UTF-8 either, so that it is told where it stands.
"""

import codecs
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from itertools import chain
from typing import Any, BinaryIO

MAX_LINE = 1024 * 1024
_CHUNK = 256 * 1024
# Longer marks first: that of UTF-16 begins one of UTF-32.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONGEST_MARK = 4
# The half of a character, which UTF-8 does not have.
_NO_CHARACTER = "\udcff"

Line = tuple[int, bytes | None]


def as_utf8(stream: BinaryIO) -> BinaryIO:
    """The same text as UTF-8, without its mark of byte order.

    Args:
        stream: where it comes from.
    """
    head = stream.read(_LONGEST_MARK)
    mark, encoding = _encoding(head)
    pieces = chain([head.removeprefix(mark)], _pieces(stream))
    return _buffered(pieces if encoding == "utf-8" else _decoded(pieces, encoding))


def replayed(read: Iterable[bytes], stream: BinaryIO) -> BinaryIO:
    """A stream of which something was read already, from there on again."""
    return _buffered(chain(read, _pieces(stream)))


def with_new_lines(stream: BinaryIO) -> BinaryIO:
    """A stream whose lines end in carriage returns alone, as old programs on a Mac write them."""
    return _buffered(piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n") for piece in _pieces(stream))


def lines_of(stream: BinaryIO, most: int = MAX_LINE, *, first: int = 1) -> Iterator[Line]:
    """The stream's lines with their numbers, in order; blank ones too.

    Args:
        stream: where they come from.
        most: how many bytes a line may have; of a longer one no more is ever held, and None stands in its place. One of
            nothing but blanks is a blank line, however long.
        first: the number of the first.
    """
    number = first
    # One byte more than a line may have, for its end, which does not count.
    while piece := stream.readline(most + 1):
        line = piece
        if len(piece) > most and not piece.endswith(b"\n"):
            blank, too_long = not piece.strip(), False
            while len(piece) > most and not piece.endswith(b"\n"):
                piece = stream.readline(most + 1)
                blank, too_long = blank and not piece.strip(), True
            if too_long:
                yield number, b"\n" if blank else None
                number += 1
                continue
        yield number, line
        number += 1


def numbered(lines: Iterable[str | bytes], most: int = MAX_LINE) -> Iterator[Line]:
    """Lines that another program has taken apart, as `lines_of` gives those of a stream.

    Args:
        lines: with or without a new line at their ends.
        most: how many bytes one may have; None stands in the place of a longer one that is not blank.
    """
    for number, line in enumerate(lines, 1):
        # Half a character becomes what is none in UTF-8, so that it is told where it stands.
        written = line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line
        too_long = len(written) > most + written.endswith(b"\n") and not written.isspace()
        yield number, None if too_long else written


def _encoding(head: bytes) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return mark, encoding
    # Without a mark: the first character of a record or of a header is ASCII, and has a zero beside it.
    match list(head[:2]):
        case [0, second] if second:
            return b"", "utf-16-be"
        case [first, 0] if first:
            return b"", "utf-16-le"
    return b"", "utf-8"


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    # One read of the system at a time: what has arrived is not held back until more has.
    read: Any = getattr(stream, "read1", stream.read)
    while piece := read(_CHUNK):
        yield piece


def _decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    codecs.register_error("screening", lambda error: (_NO_CHARACTER, getattr(error, "end", 0)))
    decoder = codecs.getincrementaldecoder(encoding)("screening")
    for piece in pieces:
        yield decoder.decode(piece).encode("utf-8", "surrogatepass")
    yield decoder.decode(b"", final=True).encode("utf-8", "surrogatepass")


def _buffered(pieces: Iterable[bytes]) -> BinaryIO:
    return BufferedReader(_Pieces(iter(pieces)), _CHUNK)


class _Pieces(RawIOBase):
    """Pieces of bytes as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._iterator = pieces
        self._held = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        # An empty piece is not the end.
        while not self._held:
            try:
                self._held = memoryview(next(self._iterator))
            except StopIteration:
                return 0
        taken = min(len(buffer), len(self._held))
        buffer[:taken] = self._held[:taken]
        self._held = self._held[taken:]
        return taken
