"""A sum that is many small numbers side by side (pure): each stands in a field, and is read out of the sum's bytes.

Fields that something looks at together lie in bytes of their own.
"""

import struct
from collections.abc import Callable, Iterable

from msgspec import Struct


class Field(Struct, frozen=True):
    """A number within bytes.

    Attributes:
        one: what adds one to it in the whole sum.
        shift, mask: where it stands in its bytes.
    """

    one: int
    shift: int
    mask: int

    def read(self, looked: bytes) -> int:
        """The number."""
        return int.from_bytes(looked, "little") >> self.shift & self.mask


class Room:
    """What was taken of the sum so far, in bytes."""

    def __init__(self) -> None:
        self.size = 0

    def take(self, greatest: Iterable[int]) -> tuple[list[Field], slice]:
        """Fields for numbers up to these, in bytes of their own."""
        fields = []
        shift = 0
        for number in greatest:
            width = max(number.bit_length(), 1)
            fields.append(Field(1 << (8 * self.size + shift), shift, (1 << width) - 1))
            shift += width
        begin, self.size = self.size, self.size + (shift + 7) // 8
        return fields, slice(begin, self.size)


def cut(slices: Iterable[slice]) -> Callable[[bytes], tuple[bytes, ...]]:
    """What cuts bytes into pieces, all at once.

    Args:
        slices: the pieces, one behind the other from the beginning to the end.
    """
    return struct.Struct("".join(f"{each.stop - each.start}s" for each in slices)).unpack
