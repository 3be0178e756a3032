"""What levels, elements, their support and strengths are called."""

from collections.abc import Mapping

from screening.language.messages import Message, gettext, pgettext
from screening.sets.vocabulary import Element, Level, Strength, Support

LEVEL_SENTENCE: Mapping[Level, Message] = {
    "clear_concern": gettext("What was recorded points clearly to possible trafficking. Act on it today."),
    "some_concern": gettext(
        "Some of what was recorded may point to trafficking. Refer, or talk again when the person wants."
    ),
    "too_little_known": gettext(
        "Too little is known. What was not asked, not clear or not said could still show trafficking. "
        "This is not a no, and it is no reason to send anybody away."
    ),
    "none_recorded": gettext(
        "No means and no exploitation were recorded. This proves nothing: people often cannot speak at a first "
        "meeting. It is no reason to send anybody away."
    ),
}
# In the middle of a sentence.
LEVEL_NAME: Mapping[Level, Message] = {
    "clear_concern": pgettext("level, inside a sentence", "clear concern"),
    "some_concern": pgettext("level, inside a sentence", "some concern"),
    "too_little_known": pgettext("level, inside a sentence", "too little known"),
    "none_recorded": pgettext("level, inside a sentence", "no means and no exploitation recorded"),
}
ELEMENT_NAME: Mapping[Element, Message] = {
    "act": gettext("Act: what was done"),
    "means": gettext("Means: how it was done"),
    "purpose": gettext("Purpose: exploitation, done or intended"),
}
# After the name of an element or a dimension.
SUPPORT_NAME: Mapping[Support, Message] = {
    "supported": pgettext("an element or dimension", "supported"),
    "possible": pgettext("an element or dimension", "possible: what is unknown could still support it"),
    "not_supported": pgettext("an element or dimension", "not supported by what was recorded"),
}
STRENGTH_NAME: Mapping[Strength, Message] = {
    "strong": pgettext("an indicator", "strong"),
    "medium": pgettext("an indicator", "medium"),
    "weak": pgettext("an indicator", "weak"),
}
