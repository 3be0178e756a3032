"""In which languages the program can make a card."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from screening.language.tags import is_one_in_writing
from screening.reading.catalogs import catalog_languages, catalog_of
from screening.reading.places import Directories
from screening.referral.in_language import wording_of
from screening.show.card_languages import CardLanguages, CardNames


def card_languages(own: Iterable[Path], place: str, chosen: str | None = None) -> CardLanguages:
    """All that there are. Which they are is known by their folders; one is read when a card is in it.

    Args:
        own: an agency's own files.
        place: the place whose services are on the card.
        chosen: the tag of the language in which the person reads along; None where nobody has chosen one.
    """
    own = tuple(own)

    @cache
    def names(tag: str) -> CardNames:
        directory = Directories(own, tag)[place]
        wording = wording_of(directory)
        return CardNames(
            {
                service.id: str(name)
                for service in directory.services
                for code, name in service.everyday.items()
                if is_one_in_writing(code, tag)
            },
            unreviewed=wording is not None and any(text.endswith(".everyday") for text in wording.unreviewed),
        )

    return CardLanguages(catalog_languages(), catalog_of, names, chosen)
