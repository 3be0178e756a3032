"""What somebody may need, and what that means for who is called."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from msgspec import Struct

Need = Literal[
    "emergency",
    "medical",
    "crisis-line",
    "child-protection",
    "anti-trafficking",
    "migrant-worker-help",
    "shelter",
    "social-welfare",
    "domestic-abuse",
    "sexual-violence",
    "labour-advice",
    "debt-advice",
    "legal-advice",
    "asylum-advice",
    "sex-worker-support",
    "residents-abroad",
    "scam-advice",
    "interpretation",
    "police",
    "police-complaint",
    "consulate",
    "immigration-enquiries",
    "discrimination-advice",
]


class NeedKind(Struct, frozen=True):
    """What a need means for who is called.

    Attributes:
        urgent: nobody asks first, neither when it answers nor whether the police may hear of it.
        is_the_police: the police meet it.
        authority: an authority meets it, and not everybody wants to be known to one.
        from_abroad: it is met at home for whoever is held abroad, and comes before everything else for them.
        against_a_state: whoever needs it may need protection from a state, and from what belongs to that.
        room: it is met by a room, and there may be none left. Where a child stays, those who protect children decide.
        lifeline: whoever rings may need it at that moment, so that nobody rings to try the number.
        first_for_child: it is what a child, or perhaps a child, needs whatever else there is.
        by_ambulance: whoever cannot wait is brought by an ambulance, and the number for it may be that of the police.
    """

    urgent: bool = False
    is_the_police: bool = False
    authority: bool = False
    from_abroad: bool = False
    against_a_state: bool = False
    room: bool = False
    lifeline: bool = False
    first_for_child: bool = False
    by_ambulance: bool = False


# The one place that says what a need means: everybody else asks for a property, and never for a name.
NEEDS: Final[Mapping[Need, NeedKind]] = {
    **dict.fromkeys(get_args(Need), NeedKind()),
    "emergency": NeedKind(urgent=True),
    "medical": NeedKind(by_ambulance=True),
    "crisis-line": NeedKind(lifeline=True),
    "child-protection": NeedKind(lifeline=True, first_for_child=True),
    "shelter": NeedKind(room=True),
    "asylum-advice": NeedKind(against_a_state=True),
    "residents-abroad": NeedKind(from_abroad=True),
    "police": NeedKind(is_the_police=True, authority=True),
    "police-complaint": NeedKind(authority=True),
    "consulate": NeedKind(authority=True),
    "immigration-enquiries": NeedKind(authority=True),
}
# Whoever is held abroad is helped from there, and before everything else.
ABROAD: Final[tuple[Need, ...]] = tuple(need for need, kind in NEEDS.items() if kind.from_abroad)
