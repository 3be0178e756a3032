"""Bytes from another program: each line once and in order, whatever the encoding, and however they arrive."""

from collections.abc import Iterator
from io import BufferedReader, BytesIO, RawIOBase
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.reading.streams import as_utf8, lines_of, replayed, with_new_lines
from tests.support.thorough import examples


class Pipe(RawIOBase):
    """What arrives in pieces."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = [piece for piece in pieces if piece]

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.pieces:
            return 0
        piece = self.pieces.pop(0)
        taken = min(len(piece), len(buffer))
        buffer[:taken] = piece[:taken]
        if piece[taken:]:
            self.pieces.insert(0, piece[taken:])
        return taken


@given(
    st.lists(st.text("ab \t\r", max_size=25), max_size=8).map("\n".join),
    st.integers(3, 12),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
    st.data(),
)
@examples(400)
def test_every_line_that_is_not_blank_comes_once_and_in_order_however_it_arrives(
    text: str, most: int, encoding: str, data: st.DataObject
) -> None:
    sent = text.encode(encoding)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=6)))
    pieces = [sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True)]

    def expected() -> Iterator[tuple[int, bytes | None]]:
        for index, line in enumerate(text.split("\n")):
            if line.strip():
                yield index + 1, line.encode() if len(line) <= most else None

    stream = as_utf8(BufferedReader(Pipe(pieces)))
    arrived = [
        (number, line if line is None else line.removesuffix(b"\n"))
        for number, line in lines_of(stream, most)
        if line is None or line.strip()
    ]

    assert arrived == list(expected())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark_too(encoding: str) -> None:
    assert as_utf8(BytesIO('{"id": "ä"}\n'.encode(encoding))).read() == '{"id": "ä"}\n'.encode()


@pytest.mark.parametrize(
    "sent", [b"\xff\xfea\x00\x00\xd8b\x00", b"\xff\xfea\x00b"], ids=["half a character", "half a unit"]
)
def test_what_is_no_character_in_utf_16_is_none_in_utf_8_either(sent: bytes) -> None:
    read = as_utf8(BytesIO(sent)).read()

    assert read.startswith(b"a")
    with pytest.raises(UnicodeDecodeError):
        read.decode()


def test_carriage_returns_alone_end_lines_too() -> None:
    pieces = BufferedReader(Pipe([b"a\rb\r", b"c\r"]))

    assert [line for _, line in lines_of(with_new_lines(pieces))] == [b"a\n", b"b\n", b"c\n"]


def test_what_was_read_already_comes_once_more() -> None:
    stream = BytesIO(b"a\nb\nc")
    read = [stream.readline(), stream.readline()]

    assert replayed(read, stream).read() == b"a\nb\nc"
