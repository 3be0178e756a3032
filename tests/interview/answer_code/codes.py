"""A set with every kind of question, a record of it, and arithmetic of its own for the groups."""

from hashlib import sha256
from typing import Any

import pytest
from msgspec.structs import replace

from screening.interview.answer_code import SYMBOLS, CodeMistake, decode, encode
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from screening.sets.questions import Option
from tests.support.building import asked, indicator, small_set
from tests.support.languages import BRACKETED, not_in_template, outside

Record = dict[str, Answer]
OPTIONS = [{"id": name, "label": name} for name in ("a", "b", "c")]
ALONE = [{"id": name, "label": name, "alone": True} for name in ("none", "not-known")]
SCALE = tuple(str(number) for number in range(11))


def whole_set(worded: tuple[str, ...] = tuple(CIRCUMSTANCES), **more: Any) -> IndicatorSet:
    """A set with every kind of question, and circumstances."""
    return small_set(
        [
            asked("yes-no", shows=["i"]),
            asked("one", choose="one", options=OPTIONS),
            asked("several", choose="several", options=[*OPTIONS, *ALONE]),
            asked("alone", choose="several", options=ALONE),
            asked("last"),
        ],
        [indicator("i", "coercion")],
        stages={"urgent": [asked("danger")]},
        **{"circumstances": [{"id": name, "record": "x"} for name in worded], **more},
    )


def rated(indicator_set: IndicatorSet, name: str, scale: tuple[str, ...] = SCALE) -> IndicatorSet:
    """The set with a scale for the answers to one question."""
    options = tuple(Option(id=step, label=step) for step in scale)
    sections = tuple(
        replace(
            section,
            questions=tuple(
                replace(each, options=options, choose="one", shows=(), raises=()) if each.id == name else each
                for each in section.questions
            ),
        )
        for section in indicator_set.sections
    )
    return replace(indicator_set, sections=sections)


WHOLE = rated(whole_set(), "last")
FULL: Record = {
    "place": "hk",
    "danger": "no",
    "age": "unsure",
    "gender": "woman",
    "situation": ("fishing", "other", "unclear"),
    "languages": ("yue", "zh-hant"),
    "district": "yau-tsim-mong",
    "yes-no": "yes",
    "one": "b",
    "several": ("a", "c", "declined"),
    "alone": "declined",
    "last": "10",
    "wants": "leave",
    "police": "no",
}
CODE = encode(WHOLE, FULL)
GROUPS = CODE.split("-")
PALERMO = find_set("palermo")


def decoded(text: str, *sets: IndicatorSet, practice: bool = False) -> Record:
    read = decode(text, sets or (WHOLE,), practice=practice)
    return read.answers


def refused(text: str, *sets: IndicatorSet, practice: bool = False) -> CodeMistake:
    """The mistake in a code, which is told in one line, and by messages alone that translators are given."""
    with pytest.raises(CodeMistake) as caught:
        decode(text, sets or (WHOLE,), practice=practice)
    assert str(caught.value).isprintable()
    assert str(caught.value).endswith(".")
    assert ENGLISH.render(caught.value.message) == str(caught.value)
    assert [*not_in_template(caught.value.message)] == []
    if set("[]").isdisjoint(text):
        assert outside(BRACKETED.render(caught.value.message)) == ""
    return caught.value


# Multiplication of polynomials over GF(2), modulo x^5 + x^2 + 1.
def times(one: int, other: int) -> int:
    product = 0
    for bit in range(5):
        product ^= (one << bit) * (other >> bit & 1)
    for bit in range(9, 4, -1):
        product ^= (0b100101 << bit - 5) * (product >> bit & 1)
    return product


WEIGHTS = (16, 8, 4, 2, 1)


def add_up(group: str) -> int:
    total = 0
    for weight, symbol in zip(WEIGHTS, group, strict=True):
        total ^= times(weight, SYMBOLS.index(symbol))
    return total


def group(data: str, position: int) -> str:
    """A sound group of four symbols of data."""
    return next(data + symbol for symbol in SYMBOLS if add_up(data + symbol) == position % 32)


def seal(body: str) -> str:
    """A code around any data, as it is written down in the package."""
    body += "0" * (-len(body) % 4)
    bits = "".join(f"{byte:08b}" for byte in sha256(body.encode()).digest())
    data = body + "".join(SYMBOLS[int(bits[start : start + 5], 2)] for start in (0, 5, 10, 15))
    groups = [data[start : start + 4] for start in range(0, len(data), 4)]
    return "-".join(group(each, position) for position, each in enumerate(groups))


def symbols(*digits: tuple[int, int]) -> str:
    """Digits with their radix as the data of a code, small end first."""
    number = 0
    for digit, radix in reversed(digits):
        number = number * radix + digit
    text = ""
    while number:
        number, symbol = divmod(number, 32)
        text += SYMBOLS[symbol]
    return text


def head_of(indicator_set: IndicatorSet) -> str:
    """What stands in a code before the record: twelve symbols, and one for a version that is a small number."""
    return "".join(group[:4] for group in encode(indicator_set, {}).split("-"))[:13]
