"""How many strokes of a tally are enough, in as few words as decide: what another count says already is not said."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from msgspec import Struct

from screening.export.paper_conditions import ALWAYS, NEVER, PaperCondition, Said, some
from screening.export.paper_facts import Group
from screening.language.messages import Listing, Message, Text, gettext
from screening.sets.conditions.types import Counts
from screening.sets.model import Alternative

_ANY_FACT: Final = gettext("any of its facts is ticked and counts")
_A_STROKE: Final = gettext("it has a stroke")
_STRENGTHS: Final = "SMW"


class Enough(Struct, frozen=True):
    """Numbers that must all be reached. A stronger fact stands in for a weaker: none is smaller than the one before.

    Attributes:
        strong: strokes below S.
        both: below S and M together.
        total: below S, M and W together.
        points: points.
    """

    strong: int
    both: int
    total: int
    points: float

    def asks_for_more(self, other: "Enough") -> bool:
        """Whether it asks for all that another one asks for, and for more."""
        mine = (self.strong, self.both, self.total, self.points)
        others = (other.strong, other.both, other.total, other.points)
        return mine != others and all(number >= least for number, least in zip(mine, others, strict=True))

    @property
    def is_one(self) -> bool:
        """Whether a single stroke is enough, so that nothing has to be added up."""
        return self.total == 1 and not self.points

    def is_any(self, letters: Collection[str]) -> bool:
        """Whether any stroke is enough.

        Args:
            letters: what is counted there.
        """
        needed = "S" if self.strong else "SM" if self.both else _STRENGTHS
        return self.is_one and "P" not in letters and set(letters) <= set(needed)


def letters_of(groups: Iterable[Group]) -> tuple[str, ...]:
    """What is counted in some groups: of S, M, W and P those that are there."""
    cells = "".join(cell for group in groups for fact in group.facts for cell in (fact.adult, fact.child))
    points = ("P",) if any(character.isdecimal() for character in cells) else ()
    return (*(letter for letter in _STRENGTHS if letter in cells), *points)


def enough(wanted: Alternative | Counts, letters: Collection[str]) -> Enough | None:
    """What is enough; None where it cannot be reached, for there is nothing of the kind.

    Args:
        wanted: the counts.
        letters: what is counted there.
    """
    strong, points = wanted.strong or 0, wanted.score or 0
    both = max(wanted.medium_or_strong or 0, strong)
    total = max(wanted.total or 0, both)
    asked = ((strong, "S"), (both, "SM"), (total, _STRENGTHS), (points, "P"))
    if any(number and not set(counted) & set(letters) for number, counted in asked):
        return None
    # What there is none of changes no count.
    both = both if "W" in letters else total
    strong = strong if "M" in letters or "S" not in letters else both
    return Enough(strong, both, total, points)


def said(least: Enough, letters: Sequence[str]) -> Text | None:
    """What is enough in words; None where nothing has to be counted.

    Args:
        least: the numbers.
        letters: what is counted there.
    """
    there = [letter for letter in _STRENGTHS if letter in letters]
    told: list[Message] = []
    if least.strong:
        told.append(_number(["S"], there, least.strong, letters))
    if least.both > least.strong:
        told.append(_number(["S", "M"], there, least.both, letters))
    if least.total > least.both:
        told.append(_number(["S", "M", "W"], there, least.total, letters))
    if least.points:
        told.append(_alone("P", format(least.points, "g")))
    if not told:
        return None
    together = told.pop()
    for count in reversed(told):
        # Translators: such as "S 1 or more AND in all 2 or more". Both must be so.
        together = gettext("{count} AND {more}", count=count, more=together)
    return together


def _number(counted: Sequence[str], there: Sequence[str], number: int, letters: Sequence[str]) -> Message:
    together = [letter for letter in counted if letter in there]
    if len(together) == 1:
        return _alone(together[0], str(number))
    if together == there and "P" not in letters:
        # Translators: strokes of all letters together.
        return gettext("in all {number} or more", number=str(number))
    if number == 1:
        # Translators: {letters} is such as "S or M".
        return gettext("a stroke below {letters}", letters=Listing(tuple(together), "or"))
    # Translators: {letters} is such as "S and M": their strokes are added.
    return gettext("{letters} together {number} or more", letters=Listing(tuple(together), "and"), number=str(number))


def _alone(letter: str, number: str) -> Message:
    # Translators: {letters} is such as "S", {number} such as "2".
    return gettext("{letters} {number} or more", letters=letter, number=number)


def alternatives(group: Group, wanted: Sequence[Alternative]) -> PaperCondition:
    """When a group is shown: one of its rule's alternatives, and in any case with a fact in it.

    Args:
        group: the group.
        wanted: the rule.
    """
    letters = letters_of([group])
    reached = [enough(each, letters) for each in wanted]
    possible = list(dict.fromkeys(each for each in reached if each is not None and _could_be(group, each)))
    # One that asks for no less than another adds nothing.
    least = [each for each in possible if not any(each.asks_for_more(other) for other in possible)]
    return some([Said(_A_STROKE if each.is_any(letters) else said(each, letters) or _ANY_FACT) for each in least])


def in_groups(
    wanted: Counts, members: Sequence[Group], name: Text, codes: Listing
) -> tuple[PaperCondition, frozenset[str]]:
    """When some groups together have enough, and the letters that have to be added up for it.

    Args:
        wanted: the counts.
        members: the groups.
        name: what they are called, where something is added up.
        codes: their codes.
    """
    letters = letters_of(members)
    least = enough(wanted, letters)
    if least is None:
        return NEVER, frozenset()
    told = said(least, letters)
    if told is None:
        return ALWAYS, frozenset()
    if least.is_any(letters):
        # Translators: {groups} are rows of a table, such as "G6 to G19".
        return Said(gettext("there is any stroke in row {groups}", groups=codes)), frozenset()
    if least.is_one and len(members) > 1:
        # Translators: {groups} are rows of a table, such as "G12 to G19"; {counts} is such as "S 1 or more".
        return Said(gettext("in one row of {groups}: {counts}", groups=codes, counts=told)), frozenset()
    added = [*(_STRENGTHS[:1] if least.strong else ""), *("SM" if least.both > least.strong else "")]
    added += [*(_STRENGTHS if least.total > least.both else ""), *("P" if least.points else "")]
    # What is counted, and what is shown, must not sound alike.
    counted = (
        # Translators: {group} is a row of a table that has sums, such as MEANS; {counts} is such as "S 2 or more".
        gettext("added up in row {group}: {counts}", group=name, counts=told)
        if len(members) > 1
        # Translators: {group} is a row of a table, such as G3; {counts} is such as "S 2 or more".
        else gettext("in row {group}: {counts}", group=name, counts=told)
    )
    return Said(counted), frozenset(added) & set(letters)


def _could_be(group: Group, least: Enough) -> bool:
    """Whether there are as many facts in a group, at one of the ages."""
    by_age = ([fact.adult for fact in group.facts], [fact.child for fact in group.facts])
    wanted = ((least.strong, "S"), (least.both, "SM"), (least.total, _STRENGTHS))
    return any(
        all(number <= sum(cell[:1] in counted for cell in cells) for number, counted in wanted) for cells in by_age
    )
