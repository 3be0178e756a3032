"""Who must not hear of it, in words."""

from collections.abc import Mapping

from screening.language.messages import Message, pgettext
from screening.sets.vocabulary import KeptFrom

# In a list after "Do not contact:".
KEPT_FROM_NAME: Mapping[KeptFrom, Message] = {
    "employer": pgettext("who must not hear of it", "the employer"),
    "agent": pgettext("who must not hear of it", "the agent"),
    "landlord": pgettext("who must not hear of it", "the landlord"),
    "partner": pgettext("who must not hear of it", "the partner"),
    "family": pgettext("who must not hear of it", "the family"),
    "companions": pgettext("who must not hear of it", "the companions"),
    "consul": pgettext("who must not hear of it", "a consulate"),
}
