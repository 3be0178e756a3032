"""Codes of languages: one for each, whatever a file calls it (pure)."""

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


@cache
def is_language(code: str) -> bool:
    """Whether there is a language with this code, by ISO 639 as Unicode has it."""
    from babel import Locale

    language = standard(code).partition("-")[0]
    return language in _AS_THEY_ARE or language in Locale("en").languages
