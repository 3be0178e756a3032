"""How a heading says that words below it are in another language, and how far anybody has reviewed them (pure).

One mark a screen or page, beside its heading: where nothing is reviewed yet, a mark on each line would hide what they
say.
"""

from typing import TYPE_CHECKING

from screening.language.catalog import Catalog
from screening.language.messages import Text, gettext
from screening.referral.in_language import wording_of

if TYPE_CHECKING:
    from screening.result.evaluate import Result

_MARK = "~"
NOT_REVIEWED = gettext("~ beside a heading: no native speaker has reviewed these words. No number was changed.")


def with_marks(heading: Text, *, unreviewed: bool, written: str | None) -> Text:
    """A heading with the marks that it needs.

    Args:
        heading: the heading.
        unreviewed: no native speaker has reviewed some words below it.
        written: the code of the language in which some of them still are; None where all are translated.
    """
    if unreviewed and written is not None:
        # Translators: {language} is the code of the language in which some words still are.
        return gettext("{heading} ~ ({language})", heading=heading, language=written)
    if unreviewed:
        # Translators: the sign marks words that no native speaker has reviewed.
        return gettext("{heading} ~", heading=heading)
    if written is not None:
        # Translators: {language} is the code of the language in which the words still are.
        return gettext("{heading} ({language})", heading=heading, language=written)
    return heading


def said_by_the_program(heading: Text, catalog: Catalog) -> Text:
    """A heading with the mark for words that are not reviewed, where the program says some of them, and it has none.

    Args:
        heading: the heading.
        catalog: what the program says.
    """
    marked = not catalog.unreviewed or not heading or _MARK in catalog.render(heading)
    return heading if marked else with_marks(heading, unreviewed=True, written=None)


def is_unreviewed(result: "Result", catalog: Catalog) -> bool:
    """Whether words of a result are a translation that no native speaker has reviewed.

    Args:
        result: the result, whose set and directory may be in another language.
        catalog: what the program says.
    """
    wording, directory = result.indicator_set.wording, result.advice.directory
    of_directory = wording_of(directory) if directory is not None else None
    return (
        catalog.unreviewed
        or (wording is not None and bool(wording.unreviewed))
        or (of_directory is not None and bool(of_directory.unreviewed))
    )


def over_a_result(heading: Text, result: "Result", catalog: Catalog) -> Text:
    """The heading of a result, with the marks that it needs.

    Args:
        heading: the heading.
        result: the result.
        catalog: what the program says.
    """
    wording = result.indicator_set.wording
    written = wording.written.about.language if wording is not None and wording.as_written else None
    return with_marks(heading, unreviewed=is_unreviewed(result, catalog), written=written)
