"""What levels, elements, their support and strengths are called."""

from collections.abc import Mapping

from screening.engine.assess import Assessment
from screening.language.messages import Listing, Message, Text, gettext, pgettext
from screening.sets.model import ByAge, IndicatorSet
from screening.sets.vocabulary import RANK, Element, Level, Strength, Support

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
# Of a set that has no elements, such as a sum with a cut-off: what was recorded there may be a good deal.
BELOW = gettext(
    "What was recorded does not come to what this set counts as a concern. This proves nothing: people often cannot "
    "speak at a first meeting. It is no reason to send anybody away."
)
# After a set's own sentence of a low result (law 1).
PROVES_NOTHING = gettext(
    "This proves nothing: people often cannot speak at a first meeting. It is no reason to send anybody away."
)
# In the middle of a sentence.
LEVEL_NAME: Mapping[Level, Message] = {
    "clear_concern": pgettext("level, inside a sentence", "clear concern"),
    "some_concern": pgettext("level, inside a sentence", "some concern"),
    "too_little_known": pgettext("level, inside a sentence", "too little known"),
    "none_recorded": pgettext("level, inside a sentence", "no means and no exploitation recorded"),
}
# The first thing on the first page, in capitals.
LEVEL_BADGE: Mapping[Level, Message] = {
    "clear_concern": pgettext("level, as a badge", "CLEAR CONCERN"),
    "some_concern": pgettext("level, as a badge", "SOME CONCERN"),
    "too_little_known": pgettext("level, as a badge", "TOO LITTLE KNOWN"),
    "none_recorded": pgettext("level, as a badge", "NO SIGN RECORDED YET"),
}
# Beside it: as short as it can be. A low one says that it proves nothing, or is no reason to send anybody away.
_BESIDE_BADGE: Mapping[Level, Message] = {
    "clear_concern": gettext("Points clearly to possible trafficking. Act now."),
    "some_concern": gettext("Some of it may point to trafficking. Refer, or talk again."),
    "too_little_known": gettext("This is not a no, and no reason to send anybody away."),
    "none_recorded": gettext("This proves nothing, and is no reason to send anybody away."),
}
_PROVES_NOTHING_IN_SHORT = gettext("This proves nothing.")
ELEMENT_NAME: Mapping[Element, Message] = {
    "act": gettext("Act: what was done"),
    "means": gettext("Means: how it was done"),
    "purpose": gettext("Purpose: exploitation, done or intended"),
}
# After the name of an element or a dimension: where nothing was recorded, and where something was.
SUPPORT_NAME: Mapping[Support, Message] = {
    "supported": pgettext("an element or dimension", "supported"),
    "possible": pgettext("an element or dimension", "possible: what is unknown could still support it"),
    "not_supported": pgettext("an element or dimension", "not supported by what was recorded"),
}
SUPPORT_BY_THIS: Mapping[Support, Message] = {
    "supported": SUPPORT_NAME["supported"],
    "possible": pgettext("an element or dimension", "not enough alone; what is unknown could still support it"),
    "not_supported": pgettext("an element or dimension", "recorded, and not enough alone"),
}
STRENGTH_NAME: Mapping[Strength, Message] = {
    "strong": pgettext("an indicator", "strong"),
    "medium": pgettext("an indicator", "medium"),
    "weak": pgettext("an indicator", "weak"),
}


def headline(indicator_set: IndicatorSet, assessment: Assessment) -> Text:
    """The first sentence of a result: the set's own for its band or level, or the program's."""
    about, band = indicator_set.about, assessment.band
    # Where more could still come, or a level is higher than its band, the band's sentence would say too little.
    if band is not None and band.headline is not None and band.level == assessment.level:
        return band.headline
    if assessment.level in about.headlines:
        return about.headlines[assessment.level].says
    if assessment.level == "none_recorded" and not has_element(indicator_set):
        return BELOW
    return LEVEL_SENTENCE[assessment.level]


def badge(indicator_set: IndicatorSet, assessment: Assessment) -> Text:
    """What a result comes to, in a few words: the set's own for its band or level, or the program's."""
    band = assessment.band
    if band is not None and band.level == assessment.level:
        return band.title
    own = indicator_set.about.headlines.get(assessment.level)
    if own is None or own.name is None:
        return LEVEL_BADGE[assessment.level]
    # The set has it as it stands in the middle of a sentence.
    return own.name[:1].upper() + own.name[1:]


def sentence_beside_badge(indicator_set: IndicatorSet, assessment: Assessment) -> Text:
    """The first sentence of the first page: the set's own, or a short one of the program's."""
    said: list[Text] = []
    if assessment.observed_only:
        said.append(gettext("Observed only: appearance proves little."))
    if assessment.band is not None:
        number = format(assessment.score, "g")
        # Unknown is not nothing: more of it may still be found.
        said.append(
            gettext("Score so far, {score}.", score=number)
            if assessment.undetermined
            else gettext("Score {score}.", score=number)
        )
    own = headline(indicator_set, assessment)
    if own in LEVEL_SENTENCE.values() or own == BELOW:
        said.append(_BESIDE_BADGE[assessment.level])
    else:
        said.append(own)
        if is_own_and_low(indicator_set, assessment):
            said.append(_PROVES_NOTHING_IN_SHORT)
    return gettext("{sentences}", sentences=Listing(tuple(said), "sentences")) if len(said) > 1 else said[0]


def is_own_and_low(indicator_set: IndicatorSet, assessment: Assessment) -> bool:
    """Whether a low result has a sentence of the set's own, beside which it has to be said that it proves nothing."""
    own = headline(indicator_set, assessment)
    return RANK[assessment.level] == 0 and own not in {BELOW, LEVEL_SENTENCE[assessment.level]}


def level_name(indicator_set: IndicatorSet, level: Level) -> Text:
    """A level in the middle of a sentence."""
    own = indicator_set.about.headlines.get(level)
    return own.name if own is not None and own.name is not None else LEVEL_NAME[level]


def has_element(indicator_set: IndicatorSet, element: Element | None = None) -> bool:
    """Whether anything in a set counts for this element, or for any where none is named."""
    elements = {dimension.element for dimension in indicator_set.about.dimensions.values()} - {None}
    return element in elements if element is not None else bool(elements)


def counts_by_age(indicator_set: IndicatorSet) -> bool:
    """Whether anything counts otherwise for a child than for an adult."""
    levels = indicator_set.about.levels
    rules = [rule for rule in (levels.clear_concern, levels.some_concern) if rule is not None]
    return any(rule.child is not None for rule in rules) or any(
        isinstance(indicator.strength, ByAge) for indicator in indicator_set.indicators
    )
