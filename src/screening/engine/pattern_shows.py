"""How parts of an assessment are shown, for whoever puts records together of them (pure)."""

from typing import Protocol, TypeVar

from screening.engine.assess import Assessment
from screening.sets.vocabulary import Support

Shown = TypeVar("Shown")
Shown_co = TypeVar("Shown_co", covariant=True)


class Shows(Protocol[Shown_co]):
    """How parts of an assessment are shown. Each is shown once, and then again and again."""

    def levels(self, assessment: Assessment, settled: bool) -> Shown_co:
        """The level and its bounds, the elements, and all that goes with them.

        Args:
            assessment: one of those that come to them.
            settled: whether no further answer can change the level or open a pathway.
        """

    def dimensions(self, supports: tuple[tuple[str, Support], ...]) -> Shown_co:
        """Some dimensions that follow each other."""

    def flags(self, names: tuple[str, ...]) -> Shown_co:
        """The flags that are raised."""

    def pathways(self, opened: tuple[str, ...], may_open: tuple[str, ...]) -> Shown_co:
        """The pathways that are open, and those that may open."""

    def closed(self, names: tuple[str, ...]) -> Shown_co:
        """The questions that do not apply."""

    def set_aside(self, names: tuple[str, ...]) -> Shown_co:
        """Those of them that were answered."""

    def counts(self, answered: int, open_: int) -> Shown_co:
        """How many questions have an answer, and how many have none."""

    def unknown(self, unclear: int, declined: int, in_part: int) -> Shown_co:
        """How many answers leave something unknown."""
