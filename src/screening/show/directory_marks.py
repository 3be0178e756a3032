"""What is said of the words of a directory in another language: who has reviewed them, what is not translated (pure).

One mark a screen, beside its heading: where nothing is reviewed yet, a mark on each line would hide what they say.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from screening.language.messages import Text, gettext
from screening.referral.directory import Directory, Duty
from screening.referral.emergency import EMERGENCY
from screening.referral.in_language import wording_of
from screening.referral.matching import NeedServices
from screening.referral.names import ENGLISH
from screening.show.lines import Line
from screening.show.translation_marks import NOT_REVIEWED, with_marks

# Of every list: the place, and its emergency number.
OF_ALL: Final = ("place.", "emergency.")
# Whoever is listed, and what can be done besides.
OF_ANYBODY: Final = ("service.", "anywhere.", *OF_ALL)


def texts_of(by_need: Iterable[NeedServices], duties: Iterable[Duty] = ()) -> tuple[str, ...]:
    """How the ids of the texts begin that are shown of a directory: of services, of the law, and what else can be done.

    Args:
        by_need: the services that are shown, or named, for each need.
        duties: what is shown of the law.
    """
    found: dict[str, None] = {}
    for need_services in by_need:
        services = [match.service for match in need_services.matches]
        services += [left_out.service for left_out in need_services.left_out]
        found |= dict.fromkeys(_of_service(service.id) for service in services)
        if need_services.generally:
            found["anywhere."] = None
    return (*found, *(f"duty.{duty.id}." for duty in duties))


def _of_service(name: str) -> str:
    return f"{EMERGENCY}." if name == EMERGENCY else f"service.{name}."


def marked(heading: Text, directory: Directory | None, texts: Collection[str]) -> Text:
    """A heading with a mark where words below it are not reviewed, or not translated; as it is in English.

    Args:
        heading: the heading.
        directory: whose words stand below it.
        texts: how the ids of these words begin.
    """
    unreviewed, written = _found(directory, texts)
    return with_marks(heading, unreviewed=unreviewed, written=ENGLISH if written else None)


def about_the_words(directory: Directory | None, texts: Collection[str]) -> Iterator[Line]:
    """What these marks mean, for whoever reads a list; nothing where there are none.

    Args:
        directory: as for `marked`.
        texts: as for `marked`.
    """
    unreviewed, written = _found(directory, texts)
    if unreviewed:
        yield Line("text", NOT_REVIEWED)
    if written:
        told = gettext("({language}) beside a heading: not all of it is translated.", language=ENGLISH)
        yield Line("text", told)


def _found(directory: Directory | None, texts: Collection[str]) -> tuple[bool, bool]:
    """Whether some of these words are not reviewed, and whether some are as they were written."""
    wording, begins = wording_of(directory) if directory is not None else None, tuple(texts)
    if wording is None:
        return False, False
    unreviewed = any(name.startswith(begins) for name in wording.unreviewed)
    return unreviewed, any(name.startswith(begins) for name in wording.as_written)
