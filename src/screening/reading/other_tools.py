"""What people write who know the forms of other tools, and how the same is written here (pure)."""

from collections.abc import Mapping
from typing import Any

from screening.language.messages import Message, gettext
from screening.sets.data_path import DataPath
from screening.sets.questions import Option, Question

_TEXT = gettext("Free text is left out on purpose: it could tell who somebody is. Give options with what may be said.")
_NUMBER = gettext(
    "Numbers are left out on purpose. Give options that are bands of it: 'from' is where one begins, 'below' its end."
)
_DATE = gettext("Dates are left out on purpose. Give options that are spans, such as 'less than a month ago'.")
_IDENTIFIES = gettext("This is left out on purpose: it could tell who somebody is. Take the question out.")
_ONE = gettext("Take it out, and write 'options'.")
_SEVERAL = gettext("Take it out, and write 'options' and 'choose: several'.")
_YES_NO = gettext("Take it out: without 'options' a question is answered with yes or no.")
_SAID = gettext("Take the question out, and write its text as 'say_first' of the question that follows.")
# Types of questions, in the words of XLSForm and of some others.
_TYPES: Mapping[str, Message] = {
    **dict.fromkeys(("text", "string", "free_text", "free-text", "freetext", "open", "memo", "comment"), _TEXT),
    **dict.fromkeys(("integer", "decimal", "number", "numeric", "range", "int", "float", "calculate"), _NUMBER),
    **dict.fromkeys(("date", "time", "datetime", "dateTime"), _DATE),
    **dict.fromkeys(
        ("geopoint", "geotrace", "geoshape", "image", "photo", "audio", "video", "file", "barcode", "phone", "email"),
        _IDENTIFIES,
    ),
    **dict.fromkeys(("select_one", "select", "radio", "choice", "single"), _ONE),
    **dict.fromkeys(("select_multiple", "select_many", "checkbox", "checkboxes", "multiple"), _SEVERAL),
    **dict.fromkeys(("boolean", "bool", "yesno", "yes_no"), _YES_NO),
    "note": _SAID,
}
_OPTIONS = gettext("The answers to choose from are 'options', a list of {id: ..., label: ...}.")
_WHEN = gettext("A question that is asked only of some has a condition, 'when'.")
_ANY_MAY_BE_LEFT_OUT = gettext("Take it out: any question may be left unanswered.")
_ID = gettext("Write 'id'.")
_QUESTION_KEYS: Mapping[str, Message] = {
    **dict.fromkeys(("name", "variable"), _ID),
    **dict.fromkeys(
        ("label", "question", "text"), gettext("What is said is 'ask', and the statement that is marked is 'record'.")
    ),
    **dict.fromkeys(("hint", "guidance_hint", "help"), gettext("What to listen for is 'listen'.")),
    **dict.fromkeys(("relevant", "relevance", "relevancy", "skip", "if", "show_if", "visible_if"), _WHEN),
    **dict.fromkeys(("choices", "answers", "values", "list_name"), _OPTIONS),
    **dict.fromkeys(("required", "mandatory"), _ANY_MAY_BE_LEFT_OUT),
}
_OPTION_KEYS: Mapping[str, Message] = {
    **dict.fromkeys(("name", "value", "code"), _ID),
    **dict.fromkeys(("text", "title"), gettext("Write 'label'.")),
}
# Of the option that is a band of a number.
_FROM = gettext("A band of a number begins with 'from'.")
_BELOW = gettext("A band of a number ends with 'below': it takes all numbers below that one.")
_OPTION_KEYS_OF_BANDS: Mapping[str, Message] = {
    **dict.fromkeys(("min", "minimum", "at_least", "over", "since"), _FROM),
    **dict.fromkeys(("to", "max", "maximum", "at_most", "until", "up_to", "under"), _BELOW),
    **dict.fromkeys(("score", "points", "mark"), gettext("What an option counts is its 'weight', or its 'strength'.")),
}
_KEYS: Mapping[type, Mapping[str, Message]] = {
    Question: _QUESTION_KEYS,
    Option: {**_OPTION_KEYS, **_OPTION_KEYS_OF_BANDS},
}


def hint_for_key(cls: type, key: str, value: Any) -> Message | None:
    """How the same is written here as another tool has under a key; None where that is not known.

    Args:
        cls: what the key stands in.
        key: the key.
        value: what stands under it.
    """
    if cls is Question and key == "type":
        return hint_for_type(value.split()[0]) if isinstance(value, str) and value.split() else None
    return _KEYS.get(cls, {}).get(key)


def hint_for_answers(path: DataPath, data: Any) -> Message | None:
    """How the answers to a question are written, where they were written in another way; None elsewhere.

    Args:
        path: where it stands.
        data: what stands there.
    """
    *before, last = path or ("",)
    if last in {"options", "rate"} and isinstance(data, str):
        return gettext("To name a scale of set.yaml, write scale: {name}.", name=data)
    if last == "rate" and isinstance(data, list):
        return gettext("Write what each mark says and its number, as in {possible: 1, clear: 2}.")
    if ("rate" in before[-1:] or "scales" in before[-2:-1]) and isinstance(data, str):
        return gettext(
            "Write what the mark says first and then its number, as in {possible: 1, clear: 2}. "
            "A mark with a strength is an option with 'strength'."
        )
    return None


def hint_for_type(word: str) -> Message | None:
    """How the same is asked here as another tool asks in a question of a type; None where that is not known."""
    return _TYPES.get(word)
