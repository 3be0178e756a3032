"""What to say of the person to whoever is called, and what to keep from whom."""

from collections.abc import Mapping

from screening.language.messages import Listing, Message, gettext
from screening.sets.answers import NOT_DEFINITE, Answer, Answers, ticks_of
from screening.show.answers import value_in_a_sentence
from screening.show.languages import language_names

# What whoever is called needs, to say whether they can help. Nobody is told by telephone that somebody has no papers,
# or does what could get them arrested.
_ABOUT = ("gender", "age")
# What else whoever is called has to know: by circumstance and value.
_SAY_ALSO: Mapping[tuple[str, Answer], Message] = {
    # Translators: of the person, after what they are; told to whoever is called.
    ("with_children", "yes"): gettext("has children with them"),
    # Translators: of the person, after what they are; told to whoever is called.
    ("abroad", "yes"): gettext("is abroad"),
}
SAY_NOTHING_TO = gettext(
    "Unless somebody is in danger or the law makes you: tell the police, the immigration office or a consulate nothing "
    "about the person before they agree."
)


def what_to_say(circumstances: Answers) -> Message:
    """What to say on the telephone: what is needed, and only what whoever is called must know."""
    if circumstances.get("may_call") == "no":
        return gettext("The person does not want you to call. These are for them, in the order to try.")
    about = [value_in_a_sentence(name, value) for name in _ABOUT for value in _known(circumstances, name)]
    if languages := _known(circumstances, "languages"):
        about.append(gettext("speaks {languages}", languages=language_names(languages)))
    about += [said for (name, value), said in _SAY_ALSO.items() if circumstances.get(name) == value]
    if not about:
        return gettext(
            "Say what is needed. Say no name yet. Ask: can you help now? What would you tell others, and whom?"
        )
    # Translators: {person} is such as "woman or girl; 18 or over; speaks Tagalog".
    return gettext(
        "Say what is needed, and only this about the person: {person}. Say no name yet. Ask: can you help now? What "
        "would you tell others, and whom?",
        person=Listing(tuple(about), "semicolon"),
    )


def _known(circumstances: Answers, name: str) -> list[str]:
    """The values that were recorded; that something is unclear, or was not said, is told to nobody."""
    return [value for value in ticks_of(circumstances.get(name)) if value not in NOT_DEFINITE]
