"""The languages of a set that is read already, and the set in another one of them."""

from collections.abc import Iterator
from pathlib import Path

from screening.reading.language_files import read_language
from screening.reading.problem import Unsound
from screening.reading.set_catalog import SetCatalog
from screening.reading.translations import paths_in
from screening.sets.in_language import in_language
from screening.sets.model import IndicatorSet
from screening.sets.texts import texts


def languages_of(indicator_set: IndicatorSet, catalog: SetCatalog) -> tuple[str, ...]:
    """The tags of the languages in which there are texts of a set, besides the one in which it was written.

    Args:
        indicator_set: the set.
        catalog: where it and what it extends are found.
    """
    found: set[str] = set()
    for folder in _locales(indicator_set, catalog):
        try:
            found |= {path.stem for path in paths_in(folder)}
        except Unsound:
            continue
    return tuple(sorted(found - {indicator_set.written.about.language}))


def set_in(indicator_set: IndicatorSet, tag: str, catalog: SetCatalog) -> IndicatorSet:
    """A set in another language, as far as it is translated.

    Args:
        indicator_set: the set, in whichever language it is.
        tag: the language that is wanted.
        catalog: where it and what it extends are found.
    """
    written = indicator_set.written
    if tag == written.about.language:
        return written
    return in_language(written, read_language(_locales(indicator_set, catalog), tag, texts(written)))


def _locales(indicator_set: IndicatorSet, catalog: SetCatalog) -> Iterator[Path]:
    """The folders of translations of a set and of those that it extends, its own first."""
    name, extends = indicator_set.about.id, indicator_set.extends
    while True:
        if name in catalog.folders:
            yield catalog.folders[name] / "locale"
        if extends is None:
            return
        name, extends = extends.id, extends.extends
