"""The circumstances and wishes that are asked for, whatever the set, and what each may hold."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from screening.language.marks import gettext_noop
from screening.sets.answers import UNCLEAR
from screening.sets.order import Stage


class CircumstanceKind(Struct, frozen=True):
    """What one circumstance may hold.

    Attributes:
        values: the ids to choose from; empty where the choices come from elsewhere (places, districts, languages).
        several: whether more than one value may be chosen.
        stage: when it is asked.
        undecided: how doubt is recorded; age has a word of its own for it.
        means: what it says of the person, and what it is used for.
    """

    values: tuple[str, ...] = ()
    several: bool = False
    stage: Stage = "circumstances"
    undecided: str = UNCLEAR
    means: str = ""

    @property
    def wish(self) -> bool:
        """Whether it is one of the person's wishes, asked last and always."""
        return self.stage == "wishes"


_YES_NO = ("yes", "no")

# Asked only to choose rules and services, never scored: who somebody is, is never evidence.
CIRCUMSTANCES: Final[Mapping[str, CircumstanceKind]] = {
    "place": CircumstanceKind(
        stage="place",
        means=gettext_noop(
            "where the talk takes place. It chooses the directory of services, and what the law says there"
        ),
    ),
    "age": CircumstanceKind(
        ("child", "adult", "unsure"),
        stage="age",
        undecided="unsure",
        means=gettext_noop(
            "the age now: under 18, or 18 and over. Doubt counts as childhood. It raises the flag of a child, and "
            "chooses services"
        ),
    ),
    "under_18_when_it_began": CircumstanceKind(
        _YES_NO,
        means=gettext_noop(
            "whether the person was under 18 when it began. Then the rules for a child apply; services go by the age "
            "now"
        ),
    ),
    "gender": CircumstanceKind(
        ("woman", "man", "other"),
        means=gettext_noop("which services fit, where some take only women or only men. It is used for nothing else"),
    ),
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
        means=gettext_noop("what the person does, or was brought into. It chooses questions and services"),
    ),
    "identity_card": CircumstanceKind(
        _YES_NO,
        means=gettext_noop(
            "whether the person has an identity card of this place, or can show its number. Some services ask for it"
        ),
    ),
    "may_stay": CircumstanceKind(
        _YES_NO, means=gettext_noop("whether the person may lawfully stay here now. Some services ask for it")
    ),
    "languages": CircumstanceKind(
        several=True, means=gettext_noop("in which languages the person can talk with a service")
    ),
    "with_children": CircumstanceKind(
        _YES_NO, means=gettext_noop("whether children have to come with the person, to a shelter for example")
    ),
    "abroad": CircumstanceKind(
        _YES_NO,
        means=gettext_noop(
            "whether the person is abroad now, and reached only by telephone or through others. "
            "Help for residents who are held abroad then comes first. It does not say that somebody came from abroad: "
            "no circumstance says that"
        ),
    ),
    "district": CircumstanceKind(
        means=gettext_noop("in which district help is needed, where services for children go by district")
    ),
    "wants": CircumstanceKind(
        ("leave", "stay", "go_back"),
        stage="wishes",
        means=gettext_noop("what the person wants: to get away from it, to stay where they are, or to go home"),
    ),
    "may_call": CircumstanceKind(
        _YES_NO, stage="wishes", means=gettext_noop("whether the person agrees that services are called")
    ),
    "police": CircumstanceKind(
        _YES_NO, stage="wishes", means=gettext_noop("whether the person agrees that the police are told")
    ),
    "safe_to_reach": CircumstanceKind(
        _YES_NO,
        stage="wishes",
        means=gettext_noop("whether there is a safe way to reach the person later. Which one is not recorded"),
    ),
}
# Their choices are called as the directories call them.
WITHOUT_LABELS: Final = frozenset({"place", "district"})


def undecided(item: str) -> str:
    """How doubt is recorded of an item: in a circumstance's own word, and *unclear* of every question."""
    return CIRCUMSTANCES[item].undecided if item in CIRCUMSTANCES else UNCLEAR
