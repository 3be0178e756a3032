"""How well something is known, and since when."""

from collections.abc import Mapping

from screening.language.messages import Message, gettext, pgettext
from screening.sets.vocabulary import Evidence

EVIDENCE_NAME: Mapping[Evidence, Message] = {
    "official": gettext("seen on its own or a government page"),
    "second_hand": gettext("seen second hand"),
    "repository": gettext("seen only in a public code repository"),
    "article": gettext("UNCONFIRMED: known from one article only"),
    "unverified": gettext("UNVERIFIED: seen on no page"),
}
# In brackets after every number, so short.
EVIDENCE_IN_SHORT: Mapping[Evidence, Message] = {
    "official": pgettext("where a number was seen", "official page"),
    "second_hand": pgettext("where a number was seen", "second hand"),
    "repository": pgettext("where a number was seen", "code repository"),
    "article": pgettext("where a number was seen", "one article"),
    "unverified": pgettext("where a number was seen", "unverified, seen on no page"),
}


def dated(day: str, *, confirmed: bool) -> Message:
    """How fresh something is, as exactly as it is known.

    Args:
        day: the date, or `unknown`.
        confirmed: somebody called on that day, or read the live page again; else it is the date of a page.
    """
    if confirmed:
        return gettext("confirmed on {day}", day=day)
    # Translators: of a page that says no date.
    return gettext("undated") if day == "unknown" else gettext("as of {day}", day=day)
