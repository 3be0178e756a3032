"""A set as codes know it: the parts of a head that are hashes of it, and the digits of its items (pure)."""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Final

from screening.interview.answer_code.case import first_symbols
from screening.interview.answer_code.digits import Slot, slot_of
from screening.sets.fingerprint import hash_layout, hash_meaning
from screening.sets.items import recordable
from screening.sets.model import IndicatorSet

# How many symbols of a head each hash has.
SET: Final = 2
LAYOUT: Final = 3
MEANING: Final = 4


class CodedSet:
    """A set of which each part is worked out once, when it is needed: a room reads out hundreds of codes.

    Attributes:
        set: the set.
    """

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Args: indicator_set: the set."""
        self.set = indicator_set

    @cached_property
    def id(self) -> str:
        """Its id, hashed."""
        return first_symbols(sha256(self.set.about.id.encode()).hexdigest(), SET)

    @cached_property
    def layout(self) -> str:
        """What can be recorded, and in which order, hashed."""
        return first_symbols(hash_layout(self.set), LAYOUT)

    @cached_property
    def meaning(self) -> str:
        """What an answer says, and what follows from it, hashed."""
        return first_symbols(hash_meaning(self.set), MEANING)

    @cached_property
    def slots(self) -> Mapping[str, Slot]:
        """The digits of each item that can be recorded, in their order."""
        return {name: slot_of(item) for name, item in recordable(self.set).items()}
