"""The texts of a set in the one language in which they are wanted: no other file is opened."""

from collections.abc import Iterable, Mapping
from pathlib import Path

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
    wanted = _one_name(language)
    return next((path for path in there if _one_name(path.stem) == wanted), None)


def _one_name(code: str) -> str | None:
    tag = written(code)
    # Two codes that are in use for one language.
    return "fil" if tag == "tl" else tag
