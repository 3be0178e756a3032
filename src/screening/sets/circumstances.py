"""The circumstances and wishes that are asked for, whatever the set, and what each may hold."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from screening.sets.answers import UNCLEAR
from screening.sets.order import Stage


class CircumstanceKind(Struct, frozen=True):
    """What one circumstance may hold.

    Attributes:
        values: the ids to choose from; empty where the choices come from elsewhere (places, districts, languages).
        several: whether more than one value may be chosen.
        stage: when it is asked.
        undecided: how doubt is recorded; age has a word of its own for it.
    """

    values: tuple[str, ...] = ()
    several: bool = False
    stage: Stage = "circumstances"
    undecided: str = UNCLEAR

    @property
    def wish(self) -> bool:
        """Whether it is one of the person's wishes, asked last and always."""
        return self.stage == "wishes"


_YES_NO = ("yes", "no")

# Asked only to choose rules and services, never scored: who somebody is, is never evidence.
CIRCUMSTANCES: Final[Mapping[str, CircumstanceKind]] = {
    "place": CircumstanceKind(stage="place"),
    "age": CircumstanceKind(("child", "adult", "unsure"), stage="age", undecided="unsure"),
    "under_18_when_it_began": CircumstanceKind(_YES_NO),
    "gender": CircumstanceKind(("woman", "man", "other")),
    "situation": CircumstanceKind(
        (
            "domestic-work",
            "other-work",
            "fishing",
            "commercial-sex",
            "online-or-phone-work",
            "begging-or-selling",
            "illicit-work",
            "marriage-or-family",
            "medical",
            "other",
        ),
        several=True,
    ),
    "identity_card": CircumstanceKind(_YES_NO),
    "may_stay": CircumstanceKind(_YES_NO),
    "languages": CircumstanceKind(several=True),
    "with_children": CircumstanceKind(_YES_NO),
    "abroad": CircumstanceKind(_YES_NO),
    "district": CircumstanceKind(),
    "wants": CircumstanceKind(("leave", "stay", "go_back"), stage="wishes"),
    "may_call": CircumstanceKind(_YES_NO, stage="wishes"),
    "police": CircumstanceKind(_YES_NO, stage="wishes"),
    "safe_to_reach": CircumstanceKind(_YES_NO, stage="wishes"),
}


def undecided(item: str) -> str:
    """How doubt is recorded of an item: in a circumstance's own word, and *unclear* of every question."""
    return CIRCUMSTANCES[item].undecided if item in CIRCUMSTANCES else UNCLEAR
