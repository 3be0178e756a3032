"""The texts of a set, or of a list of whom to call, in another language (pure)."""

from collections.abc import Mapping

from msgspec import Struct


class Translation(Struct, frozen=True):
    """The texts of a set, or of a list of whom to call, in one language.

    Attributes:
        language: its tag.
        texts: translations of today's texts, by the ids of the texts.
        unreviewed: the ids of those that no native speaker has reviewed.
        in_english: the ids of the texts that stay English, in the order of the file.
    """

    language: str
    texts: Mapping[str, str]
    unreviewed: frozenset[str]
    in_english: tuple[str, ...]
