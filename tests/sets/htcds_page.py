"""The table of `docs/interoperability.md` that says what is called what in the standard for cases, made of the sets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.htcds import DEFINED, EXPLOITATIONS, LISTED, Htcds
from screening.sets.model import IndicatorSet
from tests.sets.method_page import Part

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "interoperability.md"
TABLE: Final = Part("what is called what")


class Called(NamedTuple):
    """Something of a set that is called something.

    Attributes:
        what: what it is of a set, and its id.
        says: what is recorded.
    """

    what: str
    says: str
    htcds: Htcds


def sets() -> list[IndicatorSet]:
    """The built-in sets, the full one first; one that extends another says nothing of its own here."""
    own = [each for each in map(find_set, set_ids()) if each.extends is None]
    return sorted(own, key=lambda each: "full" not in each.about.roles)


def called(indicator_set: IndicatorSet) -> Iterator[Called]:
    """All of a set that is called something."""
    for indicator in indicator_set.indicators:
        if indicator.htcds is not None:
            yield Called(f"indicator `{indicator.id}`", indicator.states, indicator.htcds)
    for _, _, question in indicator_set.questions():
        if question.htcds is not None:
            yield Called(f"answer `{question.id}`", question.record, question.htcds)
        for option in question.options:
            if option.htcds is not None:
                yield Called(f"answer `{question.id}`: `{option.id}`", option.label, option.htcds)
    for name, dimension in indicator_set.about.dimensions.items():
        if dimension.htcds is not None:
            yield Called(f"dimension `{name}`", dimension.title, dimension.htcds)


def table() -> Iterator[str]:
    """The lines of the table, in the order of the words of the standard."""
    said: dict[tuple[str, str, str], tuple[str, list[str]]] = {}
    for indicator_set in sets():
        for each in called(indicator_set):
            words: list[tuple[str, str]] = [("control", word) for word in each.htcds.control]
            words += [("exploitation", word) for word in each.htcds.exploitation]
            for kind, word in words:
                _, named = said.setdefault((kind, word, each.what), (each.says, []))
                named.append(indicator_set.about.id)
    order: list[tuple[str, str]] = [
        *(("control", word) for word in (*LISTED, *DEFINED)),
        *(("exploitation", word) for word in EXPLOITATIONS),
    ]
    yield "| what is recorded | where it stands | sets | field | code |"
    yield "|---|---|---|---|---|"
    for place in order:
        for (kind, word, what), (says, named) in said.items():
            if (kind, word) == place:
                yield f"| {says} | {what} | {', '.join(f'`{name}`' for name in named)} | {_field(kind, word)} |"


def _field(kind: str, word: str) -> str:
    if kind == "exploitation":
        return f"`vic_TypeOfExploitation` | `{word}`"
    if word in DEFINED:
        return f"`MethodsOfControl{word}`, and `vic_MethodsOfControl` | `true`, and `Other`"
    return f"`vic_MethodsOfControl` | `{word}`"


def left_out(indicator_set: IndicatorSet) -> list[str]:
    """The indicators of a set that come to no word of the standard, whatever else is recorded."""
    dimensions = indicator_set.about.dimensions
    by_answer = {
        name
        for _, _, question in indicator_set.questions()
        for option in question.choices
        if option.htcds is not None
        for name in option.shows
    }
    return [
        each.id
        for each in indicator_set.indicators
        if each.htcds is None and dimensions[each.dimension].htcds is None and each.id not in by_answer
    ]
