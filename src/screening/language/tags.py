"""Codes of languages: one for each, whatever a file calls it (pure)."""

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final

# What is written one way and spoken two goes by what is spoken where it is written so.
_SPOKEN_IN: Final = {
    **dict.fromkeys(("zh-HK", "zh-MO", "zh-Hant-HK", "zh-Hant-MO"), "yue"),
    **dict.fromkeys(("zh-CN", "zh-SG", "zh-TW", "zh-Hans", "zh-Hans-CN", "zh-Hant-TW"), "cmn"),
}
# The standard's preferred codes where this program has the other one. Mandarin is not Chinese in general.
_OURS: Final = {"fil": "tl"}
# Codes of ISO 639 that are nobody's other name: Unicode has another for one, and none for the other.
_AS_THEY_ARE: Final = ("cmn", "taj")
# Two codes that are in use for one language, and Chinese by where it is written so.
_ONE_IN_WRITING: Final = {
    "tl": "fil",
    **dict.fromkeys(("zh-HK", "zh-MO", "zh-TW", "zh-Hant-HK", "zh-Hant-MO", "zh-Hant-TW"), "zh-Hant"),
    **dict.fromkeys(("zh-CN", "zh-SG", "zh-Hans-CN", "zh-Hans-SG"), "zh-Hans"),
}
_LETTERS: Final = 2
# A code of two letters that is another name of some language.
_OTHER_NAME: Final = re.compile("bh|i[nw]|j[iw]|mo|sh|t[lw]")

# How what is spoken is written, where that goes by another code; the likelier first.
_WRITTEN_AS: Final = {"yue": ("zh-Hant",), "cmn": ("zh-Hans", "zh-Hant"), "tl": ("fil", "tl")}


@cache
def standard(code: str) -> str:
    """The one code of a language: `tl` for `fil` and `tgl`, `id` for `in`, `yue` for `zh-HK`.

    Args:
        code: as somebody wrote it. One that nothing is known of is its own.
    """
    # Imported late: whoever waits for the first question meets no language yet.
    from babel.core import get_global

    if code in _SPOKEN_IN:
        return _SPOKEN_IN[code]
    if code in _AS_THEY_ARE:
        return code
    language, between, rest = code.replace("_", "-").partition("-")
    preferred: str = get_global("language_aliases").get(language, language)
    return _OURS.get(preferred, preferred) + between + rest


def is_one_in_writing(code: str, other: str) -> bool:
    """Whether two codes are of one language as it is written: `fil` and `tl` are, and `zh-Hant` and `zh-HK`.

    Args:
        code: as somebody wrote it, or as a file is called.
        other: likewise.
    """
    if code == other:
        return True
    # What is plainly another language is known before all names of all languages are asked for.
    if _is_plain(code) and _is_plain(other) and code.partition("-")[0] != other.partition("-")[0]:
        return False
    name = one_name(code)
    return name is not None and name == one_name(other)


def _is_plain(code: str) -> bool:
    """Whether nothing stands for its language but this code, and what is written behind it."""
    first = code.partition("-")[0]
    return first == "fil" or (len(first) == _LETTERS and first.islower() and _OTHER_NAME.fullmatch(first) is None)


def one_name(code: str) -> str | None:
    """The one tag by which the files of a language are found, `fil` for `tl`; None where there is no such language.

    Args:
        code: as somebody wrote it, or as a file is called.
    """
    tag = written(code)
    return _ONE_IN_WRITING.get(tag, tag) if tag is not None else None


@cache
def is_language(code: str) -> bool:
    """Whether there is a language with this code, by ISO 639 as Unicode has it."""
    from babel import Locale

    language = standard(code).partition("-")[0]
    return language in _AS_THEY_ARE or language in Locale("en").languages


def written(code: str) -> str | None:
    """A tag as files are called by it, `zh-Hant-HK` for `zh_hant_hk`; None where it is no language's.

    What is spoken does not change it: `zh-HK` stays what is written there, and `fil` and `tl` stay as they are.

    Args:
        code: as somebody wrote it.
    """
    from babel import Locale
    from babel.core import get_global

    first, *rest = code.replace("_", "-").split("-")
    language = first.lower()
    if _OURS.get(get_global("language_aliases").get(language, language)) is None:
        language = get_global("language_aliases").get(language, language)
    if first.lower() in _AS_THEY_ARE:
        language = first.lower()
    english = Locale("en")
    if not is_language(language) or len(rest) > 2:
        return None
    parts = [part.title() if len(part) == 4 else part.upper() for part in rest]
    kinds = [english.scripts if len(part) == 4 else english.territories for part in parts]
    if any(part not in kind for part, kind in zip(parts, kinds, strict=True)):
        return None
    if len(parts) == 2 and not len(parts[0]) == 4 != len(parts[1]):
        return None
    return "-".join([language, *parts])


def read_by(spoken: Iterable[str], there: Collection[str]) -> str | None:
    """In which of the languages that there are somebody probably reads, by what they speak.

    Args:
        spoken: the codes of what they speak, the best first.
        there: the tags that there are.

    Returns:
        `fil` for whoever speaks `tl`, `zh-Hant` for `yue`; None where there is none of theirs.
    """
    for code in spoken:
        for tag in _WRITTEN_AS.get(standard(code), (code, standard(code))):
            if tag in there:
                return tag
    return None


def named(word: str) -> str | None:
    """The code of the language with this English name, such as `id` for Indonesian; None where there is none.

    Args:
        word: the name, in small letters or capitals.
    """
    from babel import Locale

    wanted = word.replace("-", " ").casefold()
    return next((code for code, name in Locale("en").languages.items() if name.casefold() == wanted), None)


def english_name(code: str) -> str:
    """What a language is called in English, such as `Chinese (Traditional, Hong Kong)`.

    Args:
        code: as `written` gives it.
    """
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code, sep="-")
    except UnknownLocaleError:
        return str(Locale("en").languages.get(standard(code).partition("-")[0], code))
    return locale.get_display_name("en") or code


def plural_forms(code: str) -> str:
    """How a language counts, as PO files say it: `nplurals=1; plural=(0);`.

    Args:
        code: as `written` gives it.
    """
    from babel import Locale, UnknownLocaleError
    from babel.plural import to_gettext

    try:
        return str(to_gettext(Locale.parse(code, sep="-").plural_form))
    except UnknownLocaleError:
        return "nplurals=1; plural=(0);"


def every_code() -> tuple[str, ...]:
    """The codes of all languages that Unicode has a name for, for whoever mistyped one."""
    from babel import Locale

    return tuple(str(code).replace("_", "-") for code in Locale("en").languages)
