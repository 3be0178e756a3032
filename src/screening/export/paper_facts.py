"""The facts that are ticked when a form is scored by hand, the groups they are counted in, and how each counts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from screening.export.paper_codes import Numbered
from screening.sets.model import Indicator, IndicatorSet
from screening.sets.questions import Option, Question
from screening.sets.ratings import RatedIndicator
from screening.sets.vocabulary import STRENGTHS, Element, Strength
from screening.show.side_by_side import SideBySide, Sides

LETTER: Final[Mapping[Strength, str]] = {"strong": "S", "medium": "M", "weak": "W"}
# What does not count at an age.
NOT_COUNTED: Final = "-"


class Fact(Struct, frozen=True):
    """A line to tick.

    Attributes:
        code: what it is called.
        indicator: the indicator, of which a rated one has a line for each mark.
        words: what it states.
        boxes: the codes of the boxes that show it; none where it only stands for what is not known.
        adult, child: how it counts at each age: a letter, points, or both.
        impression: whether it is only how somebody seems.
    """

    code: str
    indicator: str
    words: Sides
    boxes: tuple[str, ...]
    adult: str
    child: str
    impression: bool


class Group(Struct, frozen=True):
    """The facts of a dimension.

    Attributes:
        code: what it is called.
        name: the id of the dimension.
        element: its element.
        words: its title.
        facts: in the order of the set.
    """

    code: str
    name: str
    element: Element | None
    words: Sides
    facts: tuple[Fact, ...]


class _Shown(Struct, frozen=True):
    """Where an indicator is shown: in which questions, with which boxes; and whether by impressions only."""

    boxes: tuple[str, ...] = ()
    impression: bool = False


def groups_of(indicator_set: IndicatorSet, form: Mapping[str, Numbered], words: SideBySide) -> tuple[Group, ...]:
    """The dimensions of which anything on the form shows a fact.

    Args:
        indicator_set: the set.
        form: what is asked.
        words: looks texts up.
    """
    shown = _shown(indicator_set, form)
    questions = {question.id: question for _, _, question in indicator_set.questions()}
    groups: list[Group] = []
    numbers = 0
    for name, dimension in indicator_set.about.dimensions.items():
        facts: list[Fact] = []
        for indicator in indicator_set.indicators:
            if indicator.dimension != name or indicator.id not in shown:
                continue
            numbers += 1
            code, found = f"I{numbers}", shown[indicator.id]
            if isinstance(indicator, RatedIndicator):
                question = questions[indicator.id]
                facts += _rated(code, indicator, question, form[indicator.id], found.impression, words)
            else:
                facts.append(_fact(code, indicator, found, words))
        if facts:
            title = words.of_set(f"dimension.{name}.title")
            groups.append(Group(f"D{len(groups) + 1}", name, dimension.element, title, tuple(facts)))
    return tuple(groups)


def _shown(indicator_set: IndicatorSet, form: Mapping[str, Numbered]) -> Mapping[str, _Shown]:
    found: dict[str, _Shown] = {}
    for _, _, question in indicator_set.questions():
        for option in question.choices:
            for name in option.shows:
                known = found.get(name, _Shown())
                boxes = (*known.boxes, *form[question.id].codes([option.id]))
                found[name] = _Shown(boxes, question.kind == "impression")
    return found


def _fact(code: str, indicator: Indicator, shown: _Shown, words: SideBySide) -> Fact:
    adult, child = (_cell_at(indicator, child) for child in (False, True))
    states = words.of_set(f"indicator.{indicator.id}.states")
    return Fact(code, indicator.id, states, shown.boxes, adult, child, shown.impression)


def _cell_at(indicator: Indicator, child: bool) -> str:
    strength = indicator.strength_for(child)
    # One with a strength counts where it has one, its weight too; one with a weight alone counts at every age.
    return NOT_COUNTED if strength is None and indicator.strength is not None else _cell(strength, indicator.weight)


def _rated(
    code: str, indicator: RatedIndicator, question: Question, asked: Numbered, impression: bool, words: SideBySide
) -> Iterator[Fact]:
    """A line for each mark, from the lowest to the highest: the last one counts where nothing is known."""
    record = words.of_set(f"question.{question.id}.record")
    marks = sorted(indicator.marks, key=_height)
    for number, mark in enumerate(marks, 1):
        cell = _cell(mark.strength, mark.weight)
        box = asked.answers[mark.id]
        told = words.joined(record, words.as_it_is("-"), box.words)
        yield Fact(f"{code}.{number}", indicator.id, told, (box.code,), cell, cell, impression)
    most = _cell_at(indicator, child=True)
    if most != _cell(marks[-1].strength, marks[-1].weight):
        yield Fact(f"{code}.{len(marks) + 1}", indicator.id, record, (), most, most, impression)


def _height(mark: Option) -> tuple[int, float]:
    return (-STRENGTHS.index(mark.strength) if mark.strength is not None else -len(STRENGTHS), mark.weight or 0)


def _cell(strength: Strength | None, weight: float | None) -> str:
    """How something counts: `S`, `3`, `S 3`; nothing of either is `0`."""
    parts: Sequence[str] = [
        *([LETTER[strength]] if strength is not None else []),
        *([f"{weight:g}"] if weight is not None else []),
    ]
    return " ".join(parts) or "0"
