"""The facts that are ticked when a form is scored by hand, the groups they are counted in, and how each counts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from msgspec import Struct

from screening.export.paper_codes import Numbered
from screening.sets.model import Indicator, IndicatorSet
from screening.sets.questions import Option
from screening.sets.ratings import RatedIndicator
from screening.sets.vocabulary import STRENGTHS, Element, Strength
from screening.show.side_by_side import SideBySide, Sides

LETTER: Final[Mapping[Strength, str]] = {"strong": "S", "medium": "M", "weak": "W"}
# What does not count at an age; on paper it is said in words.
NOT_COUNTED: Final = "-"


class Fact(Struct, frozen=True):
    """A line to tick.

    Attributes:
        code: what it is called; numbered as the boxes come on the form, through all groups.
        indicator: the indicator, of which a rated one has a line for each mark.
        words: what it states.
        boxes: the codes of the boxes that show it; none where it only stands for what is not known.
        adult, child: how it counts at each age: a letter, points, or both.
        impression: whether it may be only how somebody seems.
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
        facts: in the order of their first boxes on the form.
    """

    code: str
    name: str
    element: Element | None
    words: Sides
    facts: tuple[Fact, ...]


class _Shown(Struct, frozen=True):
    """Where an indicator is shown: in which questions, with which boxes; and whether also by how somebody seems."""

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
    numbers = {name: number for number, name in enumerate(shown, 1)}
    facts: dict[str, list[Fact]] = {}
    for indicator in sorted(indicator_set.indicators, key=lambda each: numbers.get(each.id, 0)):
        if indicator.id in shown:
            code, found = f"F{numbers[indicator.id]}", shown[indicator.id]
            facts.setdefault(indicator.dimension, []).extend(_lines(code, indicator, found, form, words))
    groups: list[Group] = []
    for name, dimension in indicator_set.about.dimensions.items():
        if name in facts:
            title = words.of_set(f"dimension.{name}.title")
            groups.append(Group(f"G{len(groups) + 1}", name, dimension.element, title, tuple(facts[name])))
    return tuple(groups)


def in_box_order(groups: Sequence[Group]) -> tuple[tuple[Fact, Group], ...]:
    """All facts with their groups, in the order in which their boxes are come by.

    Args:
        groups: the groups.
    """
    placed = chain.from_iterable(((fact, group) for fact in group.facts) for group in groups)
    # Those of one indicator are in order already.
    return tuple(sorted(placed, key=lambda each: int(each[0].code[1:].partition(".")[0])))


def _shown(indicator_set: IndicatorSet, form: Mapping[str, Numbered]) -> Mapping[str, _Shown]:
    """Each indicator that anything shows, in the order of the boxes."""
    found: dict[str, _Shown] = {}
    for _, _, question in indicator_set.questions():
        for option in question.choices:
            for name in option.shows:
                known = found.get(name, _Shown())
                boxes = (*known.boxes, *form[question.id].codes([option.id]))
                found[name] = _Shown(boxes, known.impression or question.kind == "impression")
    return found


def _lines(
    code: str, indicator: Indicator, shown: _Shown, form: Mapping[str, Numbered], words: SideBySide
) -> Iterator[Fact]:
    if isinstance(indicator, RatedIndicator):
        yield from _rated(code, indicator, form[indicator.id], shown.impression, words)
    else:
        yield _fact(code, indicator, shown, words)


def _fact(code: str, indicator: Indicator, shown: _Shown, words: SideBySide) -> Fact:
    adult, child = (_cell_at(indicator, child) for child in (False, True))
    states = words.of_set(f"indicator.{indicator.id}.states")
    return Fact(code, indicator.id, states, shown.boxes, adult, child, shown.impression)


def _cell_at(indicator: Indicator, child: bool) -> str:
    strength = indicator.strength_for(child)
    # One with a strength counts where it has one, its weight too; one with a weight alone counts at every age.
    return NOT_COUNTED if strength is None and indicator.strength is not None else _cell(strength, indicator.weight)


def _rated(
    code: str, indicator: RatedIndicator, asked: Numbered, impression: bool, words: SideBySide
) -> Iterator[Fact]:
    """A line for each mark, from the lowest to the highest: the last one counts where nothing is known."""
    record = words.of_set(f"question.{indicator.id}.record")
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
