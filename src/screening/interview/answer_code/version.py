"""The version of a set as the first digits of a code, so that it can be named where nothing else can be read (pure)."""

from collections.abc import Iterator
from typing import Final

from screening.interview.answer_code.digits import Digit, Digits, misfit

_RADIX: Final = 32  # one symbol
_SPELLED: Final = _RADIX - 1  # no small number: its bytes follow, and a 0
_SMALL: Final = frozenset(map(str, range(_SPELLED)))
_BYTE: Final = 256
_MOST_BYTES: Final = 80  # twenty characters, as a set's file may have


def version_digits(version: str) -> Iterator[Digit]:
    """The digits of a version: one where it is a small number, as most are.

    Args:
        version: as the set says it.
    """
    if version in _SMALL:
        yield int(version), _RADIX
        return
    yield _SPELLED, _RADIX
    yield from ((byte, _BYTE) for byte in version.encode())
    yield 0, _BYTE


def read_version(digits: Digits) -> str:
    """The version that comes next.

    Raises:
        CodeMistake: these are no digits of one.
    """
    first = digits.take(_RADIX)
    if first != _SPELLED:
        return str(first)
    spelled = bytearray()
    while byte := digits.take(_BYTE):
        spelled.append(byte)
        if len(spelled) > _MOST_BYTES:
            raise misfit()
    try:
        return spelled.decode()
    except UnicodeDecodeError:
        raise misfit() from None
