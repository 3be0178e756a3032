"""What answers, and the values of circumstances, are called where no set words them."""

from collections.abc import Mapping, Sequence

from screening.language.messages import Message, Text, gettext, pgettext
from screening.sets.answers import Rest, rest_of, ticks_of

# `yes` always means that what stands at "Mark" is so, whatever was asked; the help says so.
ANSWER_NAME: Mapping[str, Message] = {
    "yes": pgettext("an answer", "Yes"),
    "no": pgettext("an answer", "No"),
    # Of a rating of which no set says what 0 means.
    "0": pgettext("an answer", "None of this"),
    "unclear": pgettext("an answer", "Unclear"),
    "declined": pgettext("an answer", "Does not want to say"),
}
VALUE_NAME: Mapping[str, Mapping[str, Message]] = {
    "age": {
        "child": pgettext("age", "Under 18"),
        "adult": pgettext("age", "18 or over"),
        "unsure": pgettext("age", "Not sure"),
    },
    "gender": {
        "woman": pgettext("gender", "Woman or girl"),
        "man": pgettext("gender", "Man or boy"),
        "other": pgettext("gender", "Other"),
    },
    "situation": {
        "domestic-work": pgettext("what the person does", "Work in somebody's home"),
        "other-work": pgettext("what the person does", "Other work"),
        "fishing": pgettext("what the person does", "Work on a fishing boat or ship"),
        "commercial-sex": pgettext("what the person does", "Selling sex"),
        "online-or-phone-work": pgettext("what the person does", "Work online or by telephone"),
        "begging-or-selling": pgettext("what the person does", "Begging or selling in the street"),
        "illicit-work": pgettext("what the person does", "Used by others for things against the law"),
        "marriage-or-family": pgettext("what the person does", "Marriage or family"),
        "medical": pgettext("what the person does", "A medical matter"),
        "other": pgettext("what the person does", "Something else"),
    },
    "wants": {
        "leave": pgettext("what the person wants", "To get away from it"),
        "stay": pgettext("what the person wants", "To stay where they are"),
        "go_back": pgettext("what the person wants", "To go home to where they come from"),
    },
}
# In the middle of a sentence: of whom a service is for, and of what whoever is called has to know.
_IN_A_SENTENCE: Mapping[str, Mapping[str, Message]] = {
    "age": {
        "child": pgettext("age, inside a sentence", "under 18"),
        "adult": pgettext("age, inside a sentence", "18 or over"),
        "unsure": pgettext("age, inside a sentence", "not sure"),
    },
    "gender": {
        "woman": pgettext("gender, inside a sentence", "woman or girl"),
        "man": pgettext("gender, inside a sentence", "man or boy"),
        "other": pgettext("gender, inside a sentence", "other"),
    },
    "situation": {
        "domestic-work": pgettext("what the person does, inside a sentence", "work in somebody's home"),
        "other-work": pgettext("what the person does, inside a sentence", "other work"),
        "fishing": pgettext("what the person does, inside a sentence", "work on a fishing boat or ship"),
        "commercial-sex": pgettext("what the person does, inside a sentence", "selling sex"),
        "online-or-phone-work": pgettext("what the person does, inside a sentence", "work online or by telephone"),
        "begging-or-selling": pgettext("what the person does, inside a sentence", "begging or selling in the street"),
        "illicit-work": pgettext(
            "what the person does, inside a sentence", "used by others for things against the law"
        ),
        "marriage-or-family": pgettext("what the person does, inside a sentence", "marriage or family"),
        "medical": pgettext("what the person does, inside a sentence", "a medical matter"),
        "other": pgettext("what the person does, inside a sentence", "something else"),
    },
}


_REST_NAME: Mapping[Rest, Message] = {
    "unclear": gettext("the rest: unclear"),
    "declined": gettext("the rest: does not want to say"),
    "not_asked": gettext("the rest: not asked"),
}


def answer_names(values: Sequence[str], labels: Mapping[str, Text]) -> tuple[Text, ...]:
    """How an answer is called, value by value; after what was ticked, how the rest stands.

    Args:
        values: the answer's values.
        labels: how each is called where it stands alone.
    """
    ticks = ticks_of(tuple(values))
    rest = rest_of(tuple(values))
    names = tuple(labels.get(tick, tick) for tick in ticks or values)
    return (*names, _rest_name(rest, labels.get(rest))) if ticks and rest is not None else names


def _rest_name(rest: Rest, own: Text | None) -> Text:
    if own is None or own == ANSWER_NAME.get(rest):
        return _REST_NAME[rest]
    # Translators: {answer} is what a set calls it that somebody does not want to say the rest.
    return gettext("the rest: {answer}", answer=own)


def value_name(circumstance: str, value: str) -> Text:
    """How one value of a circumstance is called when nobody worded it otherwise."""
    names = {**ANSWER_NAME, **VALUE_NAME.get(circumstance, {})}
    return names.get(value, value)


def value_in_a_sentence(circumstance: str, value: str) -> Text:
    """The same in the middle of a sentence, of an age, a gender or a situation."""
    return _IN_A_SENTENCE.get(circumstance, {}).get(value, value)
