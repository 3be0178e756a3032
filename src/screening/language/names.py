"""What Unicode's data say of a language: its words for days and other languages, its lists, its direction (pure).

Babel carries the data, and is imported where somebody is told the first of them: in English, nobody is.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from babel import Locale

Direction = Literal["ltr", "rtl"]
Between = Literal["comma", "and_and", "or_or"]

# Two items that have one of these between them, by the kind and the part of Unicode's patterns.
_PATTERN: Final[Mapping[Between, tuple[str, str]]] = {
    "comma": ("standard", "middle"),
    "and_and": ("standard", "2"),
    "or_or": ("or", "2"),
}
# How people call their own language, where Unicode has another word, or none.
_OWN_NAME: Final[Mapping[str, str]] = {
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    "jv": "Basa Jawa",
    "ilo": "Ilokano",
    "yue": "廣東話",
    "cmn": "普通话",
    "tl": "Tagalog",
}
# Scripts that run from the right, for a tag that names one and a language that Unicode knows nothing of.
_FROM_THE_RIGHT: Final = frozenset({"Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa", "Adlm"})
_JOINERS: Final = "\u200c\u200d"


def is_english(language: str) -> bool:
    """Whether a tag is one of English.

    Args:
        language: the tag.
    """
    return language.partition("-")[0] == "en"


def direction(language: str) -> Direction:
    """From which side a language is read.

    Args:
        language: its tag. One that nothing is known of is read from the left.
    """
    if is_english(language):
        return "ltr"
    parts = language.replace("_", "-").split("-")
    if not _FROM_THE_RIGHT.isdisjoint(part.title() for part in parts[1:]):
        return "rtl"
    locale = _locale(language)
    return "rtl" if locale is not None and locale.text_direction == "rtl" else "ltr"


def day_name(language: str, weekday: int) -> str | None:
    """A day of the week in short; in full where the short form has a digit, which beside a time would be read with it.

    Args:
        language: the tag of the language in which it is said.
        weekday: 0 for Monday.

    Returns:
        None where nothing is known of the language.
    """
    locale = _locale(language)
    if locale is None:
        return None
    names = locale.days["format"]
    short = [_clean(str(names["abbreviated"][number])) for number in range(7)]
    if any(character.isdigit() for name in short for character in name):
        return _clean(str(names["wide"][weekday]))
    return short[weekday]


def language_name(language: str, code: str) -> str | None:
    """What a language is called.

    Args:
        language: the tag of the language in which it is said.
        code: the code or tag of the one that is named.

    Returns:
        None where there is no word for it.
    """
    locale = _locale(language)
    name = locale.languages.get(code.replace("-", "_")) if locale is not None else None
    return _clean(str(name)) if name else None


def own_name(code: str) -> str:
    """What a language is called by those who speak it, such as `Bahasa Indonesia`, `Filipino`, `ไทย` and `繁體中文`.

    Args:
        code: its code or tag. One that nothing is known of is its own name.
    """
    return _OWN_NAME.get(code) or language_name(code, code) or language_name(code, code.partition("-")[0]) or code


def between(language: str, kind: Between) -> str | None:
    """What stands between two things named in a row, such as `، ` in Urdu and `、` in Chinese.

    Args:
        language: the tag of the language.
        kind: the kind of list.

    Returns:
        None where nothing is known of the language.
    """
    locale = _locale(language)
    if locale is None:
        return None
    style, part = _PATTERN[kind]
    pattern = _patterns(locale, style)[part]
    begins, ends = pattern.startswith("{0}"), pattern.endswith("{1}")
    return pattern.removeprefix("{0}").removesuffix("{1}") if begins and ends else None


def listed(items: Sequence[str], language: str, style: Literal["standard", "or"]) -> str:
    """Things named in a row as a language joins them: "a, b and c". As in English where nothing is known of it.

    Args:
        items: what is named.
        language: the tag of the language.
        style: whether all of them are meant, or one.
    """
    if len(items) < 2:
        return next(iter(items), "")
    locale = _locale(language) or _locale("en-GB")
    assert locale is not None
    patterns = _patterns(locale, style)
    if len(items) == 2:
        return patterns["2"].format(*items)
    joined = patterns["start"].format(*items[:2])
    for item in items[2:-1]:
        joined = patterns["middle"].format(joined, item)
    return patterns["end"].format(joined, items[-1])


def _patterns(locale: "Locale", style: str) -> Mapping[str, str]:
    # Unicode has a blank alone in Thai, whose sentences have blanks too: two facts of a result would be read as one.
    return {
        part: _clean(str(pattern)).replace("{0} {1}", "{0}, {1}")
        for part, pattern in locale.list_patterns[style].items()
    }


@cache
def _locale(language: str) -> "Locale | None":
    # Imported late: it takes as long as a screen may take to come up.
    from babel import Locale, UnknownLocaleError

    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _clean(text: str) -> str:
    """Without the marks that turn the direction or hide: they would be shown as numbers. Joiners are letters' own."""
    return "".join(each for each in text if each in _JOINERS or unicodedata.category(each) != "Cf")
