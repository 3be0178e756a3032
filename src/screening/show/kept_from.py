"""Who must not hear of it, in words."""

from collections.abc import Mapping, Sequence

from screening.language.messages import Listing, Message, gettext, pgettext
from screening.sets.vocabulary import KeptFrom

# In a list after "Do not contact:".
_NAME: Mapping[KeptFrom, Message] = {
    "employer": pgettext("who must not hear of it", "employer"),
    "agent": pgettext("who must not hear of it", "agent"),
    "landlord": pgettext("who must not hear of it", "landlord"),
    "partner": pgettext("who must not hear of it", "partner"),
    "family": pgettext("who must not hear of it", "family"),
    "companions": pgettext("who must not hear of it", "anybody who came along"),
    "consul": pgettext("who must not hear of it", "consulate"),
}


def kept_from_text(kept_from: Sequence[KeptFrom], *, child: bool) -> Message | None:
    """Who must not hear of it, in one line if that can be; None where that is nobody.

    Args:
        kept_from: who.
        child: it is a child, or perhaps a child, of whom somebody else decides that.
    """
    people = Listing(tuple(_NAME[each] for each in kept_from if each in _NAME), "comma")
    told: list[Message] = []
    if people.items and child:
        told.append(gettext("Until child protection agrees, do not contact: {people}.", people=people))
    elif people.items:
        # Translators: {people} is a list such as "employer, agent, family".
        told.append(gettext("Do not contact: {people}.", people=people))
    if "consul-unasked" in kept_from:
        # Translators: whether a consulate may be contacted: only if the person asks for it.
        told.append(gettext("Consulate: if they ask."))
    return gettext("{sentences}", sentences=Listing(tuple(told), "sentences")) if told else None
