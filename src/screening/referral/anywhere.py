"""What can be done anywhere, where a place has no directory or its directory lists nobody (pure)."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from screening.referral.directory import Directory
from screening.sets.answers import Answers

# What to do in a place that no directory is about.
ANYWHERE: Final = "intl"


def with_anywhere(directory: Directory, anywhere: Directory) -> Directory:
    """A directory that also says what can be done anywhere, where it does not say so itself."""
    return replace(directory, anywhere=(*directory.anywhere, *anywhere.anywhere))


def directory_of(circumstances: Answers, directories: Mapping[str, Directory]) -> Directory | None:
    """The directory of the place that was recorded; of what can be done anywhere where that place has none."""
    place = circumstances.get("place")
    known = directories.get(place) if isinstance(place, str) else None
    return known or directories.get(ANYWHERE)
