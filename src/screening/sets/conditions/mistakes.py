"""What is wrong with a condition in plain data, where, and what is said of it: all texts of the grammar."""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from screening.language.messages import Listing, Message, gettext, quoted
from screening.sets.data_path import DataPath


class OneOf(Struct, frozen=True):
    """How to mend an unknown word: by the one of these that was meant. Which that is, whoever tells it finds out."""

    word: str
    known: Iterable[str]


# What may be an id, at most as long as one.
_WORD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NUMBER = re.compile(r"[+-]?\.?[0-9][0-9_.e]*")
# One part of a formula of XLSForm: ${x} = 'y', or selected(${x}, 'y').
_COMPARED = re.compile(
    r"""\$\{([\w-]{1,64})\}\s*=\s*["']?([\w-]{1,64})["']?|selected\(\s*\$\{([\w-]{1,64})\}\s*,\s*["']([\w-]{1,64})["']\s*\)"""
)

Hint = Message | OneOf
# What is wrong, without a full stop, and how to mend it.
Wrong = tuple[Message, Hint]


class GrammarMistake(Struct, frozen=True):
    """What is wrong at a path within the data; `at_key` where the key itself is wrong."""

    path: DataPath
    message: Message
    hint: Hint
    at_key: bool = False


# --- of a whole condition ---


def expected(words: Iterable[str]) -> Wrong:
    return gettext("a condition is expected here"), _write_one_of(words)


def empty(words: Iterable[str]) -> Wrong:
    return gettext("the condition is empty"), _write_one_of(words)


def a_formula(text: str, circumstances: Iterable[str], words: Iterable[str]) -> Wrong:
    """Args: text: a condition as other tools write it; circumstances: the ids that are none of a question's."""
    message = gettext("a condition is not written as a formula")
    words, compared = tuple(words), [(one[1] or one[3], one[2] or one[4]) for one in _COMPARED.finditer(text)]
    if not compared or "question" not in words:
        return message, _write_one_of(words)
    item, answer = compared[0]
    word = "circumstance" if item in circumstances else "question"
    written = f"{{{word}: {item}, is: [{_as_item(answer)}]}}"
    if _COMPARED.fullmatch(text.strip()):
        return message, gettext("Write {condition}.", condition=written)
    return message, gettext(
        "Write each part as {condition}, and put the parts in a list under 'all' or 'any'.", condition=written
    )


def no_not() -> Wrong:
    hint = gettext("Name the answers that count instead: unknown is not no, and no fact may lower a result.")
    return gettext("there is no 'not' in conditions"), hint


def not_a_condition(word: str, words: Iterable[str]) -> Wrong:
    return gettext("{word} is not a condition", word=quoted(word)), OneOf(word, words)


def several_at_once(words: Iterable[str]) -> Wrong:
    message = gettext(
        "a condition is one thing, and this has {words}", words=Listing(tuple(map(quoted, words)), "and_and")
    )
    return message, gettext("Put them in a list under 'all' or 'any'.")


def stray(key: str, word: str, near: str | None) -> Wrong:
    hint = OneOf(key, (near,)) if near is not None else gettext("Take it out.")
    return gettext("{key} does not go with {word} in a condition", key=quoted(key), word=quoted(word)), hint


def stray_age(key: str, ages: Iterable[str]) -> Wrong:
    return gettext("{key} does not go with an age here", key=quoted(key)), OneOf(key, ages)


# What may not stand in a gate, and in a level.
NOT_IN_A_GATE: Wrong = (
    gettext("a gate may not look at how the answers are assessed"),
    gettext("Use question, circumstance or flag."),
)
NOT_IN_A_LEVEL: Wrong = (
    gettext("a level depends on indicators only"),
    gettext("Use elements, dimensions or 'in'."),
)

# --- of what stands under a key ---


def takes_conditions(key: str) -> Wrong:
    return gettext("{key} takes a list of conditions", key=quoted(key)), gettext("Write {key}: [..., ...].", key=key)


def takes_a_name(key: str, value: Any) -> Wrong:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if _is_word(value):
        return gettext("{key} takes one name", key=quoted(key)), gettext("Write {key}: {word}.", key=key, word=value)
    return gettext("{key} takes one name", key=quoted(key)), gettext("Write {key}: name.", key=key)


def takes_answers(key: str, value: Any) -> Wrong:
    return gettext("{key} takes a list of answers", key=quoted(key)), _write_a_list(key, value, "yes")


def takes_names(key: str, value: Any) -> Wrong:
    message = gettext("{key} takes a list of elements or dimensions", key=quoted(key))
    return message, _write_a_list(key, value, "means")


def takes_a_count(key: str) -> Wrong:
    return gettext("{key} takes a whole number of 1 or more", key=quoted(key)), gettext("Write one.")


def takes_a_score(key: str) -> Wrong:
    return gettext("{key} takes a number of 0 or more", key=quoted(key)), gettext("Write one.")


def needs_a_count(key: str, counts: Iterable[str]) -> Wrong:
    return gettext("{key} needs a count beside it", key=quoted(key)), gettext(
        "Add one of: {counts}.", counts=Listing(tuple(counts), "comma")
    )


def not_a_level(word: str, levels: Iterable[str]) -> Wrong:
    return gettext("{word} is not a level to reach", word=quoted(word)), OneOf(word, levels)


def not_a_circumstance(word: str, circumstances: Iterable[str]) -> Wrong:
    return gettext("there is no circumstance {word}", word=quoted(word)), OneOf(word, circumstances)


def a_circumstance(word: str) -> Wrong:
    return gettext("{word} is a circumstance, not a question", word=quoted(word)), gettext(
        "Write circumstance: {word}.", word=word
    )


def _write_a_list(key: str, value: Any, otherwise: str) -> Message:
    """How the list is written: of what stands there, as far as that are words, or else of an example."""
    items = value if isinstance(value, list) else [value]
    items = items if items and all(_is_word(each) or _is_number(each) for each in items) else [otherwise]
    return gettext("Write {key}: [{items}].", key=key, items=Listing(tuple(map(_as_item, items)), "comma"))


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and _WORD.fullmatch(value) is not None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _as_item(value: Any) -> str:
    """A word as it is written in a list; one that would be read as a number stands in quotes there."""
    return f'"{value}"' if _NUMBER.fullmatch(str(value)) else str(value)


def _write_one_of(words: Iterable[str]) -> Message:
    return gettext("Write one of: {words}.", words=Listing(tuple(words), "comma"))
