"""What a translation has to keep of a text: names in braces, numbers and keys (pure)."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from screening.language.scripts import in_english

_BRACES: Final = re.compile(r"\{[^{}]*\}|[{}]")
# A thousand is written 1,000 or 1.000 or 1 000, and is one number.
_NUMBER: Final = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+(?!\d)|\d+")
_MONTHS: Final[Mapping[str, str]] = {
    "January": "1",
    "February": "2",
    "March": "3",
    "April": "4",
    "May": "5",
    "June": "6",
    "July": "7",
    "August": "8",
    "September": "9",
    "October": "10",
    "November": "11",
    "December": "12",
}
# Beside a number only: "May" and "March" are words, too.
_MONTH: Final = re.compile(rf"(?<=\d )(?:{'|'.join(_MONTHS)})\b|\b(?:{'|'.join(_MONTHS)})(?= \d)")
# What a letter stands beside in a word, such as "d'un" and "e.g."; a Chinese or Thai letter is none of that.
_WORD: Final = r"A-Za-z0-9\u00c0-\u024f\u1e00-\u1eff'\u2019\-"
# A letter by itself that is no word of English. Right after a number it is a unit, as in "24 h", and has a name of its
# own in every language.
_KEY_LETTER: Final = re.compile(rf"(?<![{_WORD}.])(?<!\d[ \u00a0\u202f])[b-hj-z](?![{_WORD}]|\.[A-Za-z])")
_KEY_NAME: Final = re.compile(r"(?<![A-Za-z])(?:Enter|Esc|Tab|Ctrl-[A-Z\\])(?![A-Za-z])")
_DIGIT: Final = re.compile(r"\d")
# Digits that are dialled one after the other, however they are set apart.
_DIALLED: Final = re.compile(r"\+?\d(?:[ ()\-/]{0,2}\d){5,}")


def braces(text: str) -> list[str]:
    """The names in braces, as they stand."""
    return _BRACES.findall(text)


def numbers(text: str) -> list[str]:
    """The numbers, in the digits of English and with nothing between the thousands."""
    return [re.sub(r"\D", "", number) for number in _NUMBER.findall(in_english(text))]


def months(english: str) -> list[str]:
    """The numbers of the months that are named beside a day or a year: a language may have no other name for them."""
    return [_MONTHS[name] for name in _MONTH.findall(english)]


def keys(text: str) -> list[str]:
    """The keys that are named."""
    plain = _BRACES.sub(" ", text)
    return [*_KEY_LETTER.findall(plain), *_KEY_NAME.findall(plain)]


def keeps_numbers(english: str, text: str) -> bool:
    """Whether a translation has the numbers of a text, and what is dialled in the same order; months may be numbers.

    Args:
        english: the text.
        text: its translation.
    """
    if not _DIGIT.search(english) and not _DIGIT.search(text):
        return True
    before, after = Counter(numbers(english)), Counter(numbers(text))
    if before - after or after - before - Counter(months(english)):
        return False
    return _dialled(english) == _dialled(text)


def _dialled(text: str) -> Counter[str]:
    return Counter(re.sub(r"\D", "", number) for number in _DIALLED.findall(in_english(text)))
