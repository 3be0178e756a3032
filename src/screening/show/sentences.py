"""Sentences that are read together."""

from collections.abc import Iterable

from screening.language.messages import Listing, Message, Text, gettext


def together(sentences: Iterable[Text]) -> Message:
    """Several sentences as one text."""
    # Translators: {sentences} are whole sentences, one after the other.
    return gettext("{sentences}", sentences=Listing(tuple(sentences), "sentences"))
