"""The place that somebody names on the command line."""

from screening.commands.exit_codes import BadInput
from screening.language.messages import Listing, gettext, quoted
from screening.reading.places import Directories
from screening.reading.problem import nearest
from screening.referral.anywhere import ANYWHERE


def place_code(said: str, directories: Directories) -> str:
    """The code of the place that is meant.

    Args:
        said: its code, its name or another word for it.
        directories: the directory of each place.

    Raises:
        BadInput: nobody knows such a place.
    """
    code = directories.code_of(said)
    if code is not None:
        return code
    names = directories.names()
    as_written = {word.casefold(): word for place, name in names.items() for word in (place, name)}
    near = nearest(said.casefold(), as_written)
    if near is not None:
        place, meant = quoted(said), quoted(as_written[near])
        raise BadInput(gettext("there is no directory for {place}. Did you mean {near}?", place=place, near=meant))
    raise BadInput(
        gettext(
            "there is no directory for {place}. There is one for: {places}. "
            "For any other place write --place {anywhere}.",
            place=quoted(said),
            places=named_places(directories),
            anywhere=ANYWHERE,
        )
    )


def named_places(directories: Directories) -> Listing:
    """The places that have a directory, each with its code."""
    return Listing(tuple(f"{name} ({code})" for code, name in directories.names().items()), "comma")
