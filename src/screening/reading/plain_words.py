"""What plain words mean in YAML 1.2, by its core schema."""

import re
from typing import Any


def _spellings(word: str) -> tuple[str, ...]:
    return word, word.capitalize(), word.upper()


_NULL = frozenset({"", "~", *_spellings("null")})
_BOOLEAN = {**dict.fromkeys(_spellings("true"), True), **dict.fromkeys(_spellings("false"), False)}
_BEGINS_A_NUMBER = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


def plain_value(word: str) -> Any:
    """What an unquoted word means in the core schema of YAML 1.2, where `no` and `2019-06-01` are text."""
    if word in _NULL:
        return None
    if word in _BOOLEAN:
        return _BOOLEAN[word]
    # Nearly all words are no numbers, and a set has some thousand of them.
    if word[0] not in _BEGINS_A_NUMBER:
        return word
    if _INTEGER.fullmatch(word):
        return int(word)
    if _FLOAT.fullmatch(word):
        return float(word)
    return word
