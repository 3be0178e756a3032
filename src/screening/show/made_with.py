"""What a result was made with."""

from collections.abc import Iterator

from screening.language.messages import Listing, Message, Text, gettext
from screening.result.evaluate import Result
from screening.sets.model import Extended, IndicatorSet
from screening.show.lines import Line

NOT_STORED = gettext(
    "The program stores none of this. What you print, save or write may have to be shown to a court: keep it safe, and "
    "as long as your law says."
)


def made_with_line(result: Result) -> Line:
    """The set, its version and fingerprint, and the directory's date, in one line."""
    directory = result.advice.directory
    numbers = [gettext("numbers of {date}", date=directory.as_of)] if directory is not None else []
    return Line("text", made_with(result.indicator_set, result.fingerprint, *numbers))


def made_with(indicator_set: IndicatorSet, fingerprint: str, *more: Text) -> Message:
    """The set, its version and fingerprint, in one sentence.

    Args:
        indicator_set: the set.
        fingerprint: of what its answers mean.
        more: what else it was made with.
    """
    about = indicator_set.about
    versions = Listing(
        (
            gettext("{id}, version {version}", id=about.id, version=about.version),
            *extends_texts(indicator_set.extends),
            fingerprint,
            *more,
        ),
        "comma",
    )
    # Translators: {versions} is such as "palermo, version 1, 3f5e1ac1f60b, numbers of 2026-11-25".
    return gettext("Made with: {versions}.", versions=versions)


def extends_texts(extended: Extended | None) -> Iterator[Message]:
    """What a set extends, and what that one extends, each in words."""
    while extended is not None:
        yield gettext("extends {id}, version {version}", id=extended.id, version=extended.version)
        extended = extended.extends
