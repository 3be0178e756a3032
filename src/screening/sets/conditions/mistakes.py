"""What is wrong with a condition in plain data, where, and what is said of it: all texts of the grammar."""

from collections.abc import Iterable

from msgspec import Struct

from screening.sets.data_path import DataPath


class OneOf(Struct, frozen=True):
    """How to mend an unknown word: by the one of these that was meant. Which that is, whoever tells it finds out."""

    word: str
    known: Iterable[str]


Mend = str | OneOf
# What is wrong, without a full stop, and how to mend it.
Wrong = tuple[str, Mend]


class GrammarMistake(Struct, frozen=True):
    """What is wrong at a path within the data; `at_key` where the key itself is wrong."""

    path: DataPath
    what: str
    mend: Mend
    at_key: bool = False


# --- of a whole condition ---


def expected(words: Iterable[str]) -> Wrong:
    return "a condition is expected here", _write_one_of(words)


def empty(words: Iterable[str]) -> Wrong:
    return "the condition is empty", _write_one_of(words)


def no_not() -> Wrong:
    mend = "Name the answers that count instead: unknown is not no, and no fact may lower a result."
    return "there is no 'not' in conditions", mend


def not_a_condition(word: str, words: Iterable[str]) -> Wrong:
    return f"{word!r} is not a condition", OneOf(word, words)


def several_at_once(words: Iterable[str]) -> Wrong:
    what = f"a condition is one thing, and this has {' and '.join(map(repr, words))}"
    return what, "Put them in a list under 'all' or 'any'."


def stray(key: str, word: str, near: str | None) -> Wrong:
    mend = OneOf(key, (near,)) if near is not None else "Take it out."
    return f"{key!r} does not go with {word!r} in a condition", mend


def stray_age(key: str, ages: Iterable[str]) -> Wrong:
    return f"{key!r} does not go with an age here", OneOf(key, ages)


# What may not stand in a gate, and in a level.
NOT_IN_A_GATE: Wrong = ("a gate may not look at how the answers are assessed", "Use question, circumstance or flag.")
NOT_IN_A_LEVEL: Wrong = ("a level rests on indicators only", "Use elements, dimensions or 'in'.")

# --- of what stands under a key ---


def takes_conditions(key: str) -> Wrong:
    return f"{key!r} takes a list of conditions", f"Write {key}: [..., ...]."


def takes_a_name(key: str) -> Wrong:
    return f"{key!r} takes one name", f"Write {key}: name."


def takes_answers(key: str) -> Wrong:
    return f"{key!r} takes a list of answers", f"Write {key}: [yes]."


def takes_names(key: str) -> Wrong:
    return f"{key!r} takes a list of elements or dimensions", f"Write {key}: [means]."


def takes_a_count(key: str) -> Wrong:
    return f"{key!r} takes a whole number from 1 up", "Write one."


def takes_a_score(key: str) -> Wrong:
    return f"{key!r} takes a number from 0 up", "Write one."


def needs_a_count(key: str, counts: Iterable[str]) -> Wrong:
    return f"{key!r} needs a count beside it", f"Add one of: {', '.join(counts)}."


def not_a_level(word: str, levels: Iterable[str]) -> Wrong:
    return f"{word!r} is not a level to reach", OneOf(word, levels)


def not_a_circumstance(word: str, circumstances: Iterable[str]) -> Wrong:
    return f"there is no circumstance {word!r}", OneOf(word, circumstances)


def a_circumstance(word: str) -> Wrong:
    return f"{word!r} is a circumstance, not a question", f"Write circumstance: {word}."


def _write_one_of(words: Iterable[str]) -> str:
    return f"Write one of: {', '.join(words)}."
