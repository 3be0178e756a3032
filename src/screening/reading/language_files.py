"""The texts of a set in the one language in which they are wanted: no other file is opened."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from screening.language.tags import written
from screening.reading.files import is_there
from screening.reading.problem import Unsound
from screening.reading.translations import Translated, paths_in, read_translation_file
from screening.sets.translation import Translation


def read_language(locales: Iterable[Path], language: str, english: Mapping[str, str]) -> Translation:
    """The texts of a set in one language. Only the files of this language are opened.

    What has no translation, or one of an earlier English text, stays English; so does what stands in a file that cannot
    be read or is broken, which `check` tells.

    Args:
        locales: the folders of translations of the set and of those that it extends, its own first.
        language: the tag of the language.
        english: today's texts by their ids.
    """
    told: dict[str, Translated] = {}
    for folder in locales:
        path = language_file(folder, language)
        file = read_translation_file(path) if path is not None else None
        for entry in file.entries if file is not None and not file.problems else ():
            if entry.text and not entry.stale and english.get(entry.id) == entry.english:
                told.setdefault(entry.id, entry)
    return Translation(
        language,
        {name: told[name].text for name in english if name in told},
        frozenset(name for name, entry in told.items() if entry.fuzzy),
        tuple(name for name in english if name not in told),
    )


def language_file(folder: Path, language: str) -> Path | None:
    """The file of a language in a folder of translations, by whichever of its names; None where there is none.

    Args:
        folder: the folder.
        language: the tag of the language.
    """
    path = folder / f"{language}.po"
    if is_there(path):
        return path
    try:
        there = paths_in(folder)
    except Unsound:
        return None
    wanted = one_name(language)
    return next((path for path in there if one_name(path.stem) == wanted), None)


# Two codes that are in use for one language, and Chinese by where it is written so.
_ONE_NAME: Final = {
    "tl": "fil",
    **dict.fromkeys(("zh-HK", "zh-MO", "zh-TW", "zh-Hant-HK", "zh-Hant-MO", "zh-Hant-TW"), "zh-Hant"),
    **dict.fromkeys(("zh-CN", "zh-SG", "zh-Hans-CN", "zh-Hans-SG"), "zh-Hans"),
}


def one_name(code: str) -> str | None:
    """The one tag by which the files of a language are found, `fil` for `tl`; None where there is no such language.

    Args:
        code: as somebody wrote it, or as a file is called.
    """
    tag = written(code)
    return _ONE_NAME.get(tag, tag) if tag is not None else None
