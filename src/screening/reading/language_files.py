"""The texts of a set, or of a list of whom to call, in the one language in which they are wanted.

No file of another language is opened.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from screening.language.tags import is_one_in_writing
from screening.reading.files import is_there
from screening.reading.problem import Unsound
from screening.reading.translations import Translated, paths_in, read_one_translation, read_translation_file
from screening.sets.translation import Translation


def read_language(locales: Iterable[Path], language: str, english: Mapping[str, str]) -> Translation:
    """The texts of a set, or of a list of whom to call, in one language. Only the files of this language are opened.

    What has no translation, or one of an earlier English text, stays English; so does what stands in a file that cannot
    be read or is broken, which `check` tells.

    Args:
        locales: the folders of its translations; of a set also those of the sets that it extends, its own first.
        language: the tag of the language.
        english: today's texts by their ids.
    """
    told: dict[str, Translated] = {}
    for folder in locales:
        path = language_file(folder, language)
        file = read_translation_file(path) if path is not None else None
        for entry in file.entries if file is not None and not file.problems else ():
            if _fits(entry, english.get(entry.id)):
                told.setdefault(entry.id, entry)
    return Translation(
        language,
        {name: told[name].text for name in english if name in told},
        frozenset(name for name, entry in told.items() if entry.fuzzy),
        tuple(name for name in english if name not in told),
    )


def read_one_text(locale: Path, language: str, name: str, english: str) -> str | None:
    """One text in a language, as `read_language`, without reading the rest of its file; None where it stays English.

    Args:
        locale: the folder of translations.
        language: the tag of the language.
        name: the id of the text.
        english: the text today.
    """
    path = language_file(locale, language)
    entry = read_one_translation(path, name) if path is not None else None
    return entry.text if entry is not None and _fits(entry, english) else None


def _fits(entry: Translated, english: str | None) -> bool:
    """Whether it is a translation of today's text."""
    return bool(entry.text) and not entry.stale and entry.english == english


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
    return next((path for path in there if is_one_in_writing(path.stem, language)), None)
