"""How the rules of a set are said on paper: counts of letters and points, sums of groups, and steps with a box each."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, assert_never

from screening.engine.assess import meant_by
from screening.export.paper_age import CHILD
from screening.export.paper_cards import Cards
from screening.export.paper_codes import Numbered
from screening.export.paper_conditions import (
    ALWAYS,
    NEVER,
    PaperCondition,
    Said,
    Shown,
    Ticked,
    every,
    in_runs,
    some,
)
from screening.export.paper_enough import in_groups
from screening.export.paper_facts import Group
from screening.language.messages import Listing, Message, Text, gettext, pgettext
from screening.sets.conditions.types import (
    All,
    AnswerIs,
    AnyOf,
    Counts,
    FlagRaised,
    LevelReached,
    PathwayLeaf,
    Supported,
    Tree,
)
from screening.sets.vocabulary import RANK, Element, Level

# As short as a code, for conditions name them.
ELEMENT_CODE: Final[Mapping[Element, Message]] = {
    "act": pgettext("an element, as a code on a form", "ACT"),
    "means": pgettext("an element, as a code on a form", "MEANS"),
    "purpose": pgettext("an element, as a code on a form", "PURPOSE"),
}
EVERYTHING: Final = pgettext("all facts on a form, as a code", "ALL")
LEVEL_CODE: Final[Mapping[Level, str]] = {
    "clear_concern": "L1",
    "some_concern": "L2",
    "too_little_known": "L3",
    "none_recorded": "L4",
}


class Steps:
    """The conditions of levels and pathways as steps, each with a box; and the sums that they look at.

    Attributes:
        steps: the code of each step's box, with its condition.
        groups: the facts.
        sums: the groups that are added up: what each is called, with the codes of its parts.
        added: the letters that are added up in each of them.
        of_child: the steps that only count where the rules for a child apply.
        levels: the levels that have a box of their own on the form.
    """

    def __init__(self, groups: Sequence[Group], form: Mapping[str, Numbered], cards: Cards) -> None:
        """Args: groups: the facts; form: what is asked; cards: what is urgent."""
        self.groups = tuple(groups)
        self._groups = {group.name: group for group in groups}
        self._form = form
        self._cards = cards
        self.steps: dict[str, PaperCondition] = {}
        self.sums: dict[Text, tuple[str, ...]] = {}
        self.added: dict[Text, frozenset[str]] = {}
        self.of_child: dict[str, PaperCondition] = {}
        self.levels: frozenset[Level] = frozenset(LEVEL_CODE)
        self._as_child = False

    def whole(self, tree: Tree[Any]) -> PaperCondition:
        """A condition, of which whatever is itself made of several has become a step."""
        match tree:
            case All(parts):
                return every([self.step(part) for part in parts])
            case AnyOf(parts):
                return some([self.step(part) for part in parts])
            case _:
                return self._leaf(tree)

    def step(self, tree: Tree[Any]) -> PaperCondition:
        """A condition as the box of a step, unless it is as short as that."""
        return self._boxed(self.whole(tree))

    def for_child(self, tree: Tree[Any]) -> PaperCondition:
        """A condition of which all steps are among those that only count for a child, itself as the last of them."""
        self._as_child = True
        condition = self.whole(tree)
        if condition == ALWAYS:
            condition = Ticked((CHILD,))
        elif condition != NEVER and not self._is_of_child(condition):
            condition = self._box(condition)
        self._as_child = False
        return condition

    def _is_of_child(self, condition: PaperCondition) -> bool:
        return isinstance(condition, Ticked) and set(condition.codes) <= set(self.of_child)

    def _boxed(self, condition: PaperCondition) -> PaperCondition:
        """What is made of several conditions, as the box of a step of its own."""
        if not isinstance(condition, All | AnyOf) or condition in {ALWAYS, NEVER}:
            return condition
        return self._box(condition)

    def _box(self, condition: PaperCondition) -> PaperCondition:
        # Whoever is no child passes over the steps of a child: nothing else may look at them.
        known = {**self.of_child, **self.steps} if self._as_child else self.steps
        code = next((code for code, each in known.items() if each == condition), None)
        if code is None:
            code = f"B{len(self.steps) + len(self.of_child) + 1}"
            (self.of_child if self._as_child else self.steps)[code] = condition
        return Ticked((code,))

    def points_of_all(self, least: float) -> PaperCondition:
        """Whether all facts together have so many points."""
        if least <= 0:
            return ALWAYS
        names = tuple(group.name for group in self._groups.values())
        return self._leaf(Counts(names, score=least))

    def _leaf(self, leaf: PathwayLeaf) -> PaperCondition:
        match leaf:
            case Supported(name):
                return Shown((self._name(name),)) if self._members((name,)) else NEVER
            case Counts(names):
                return self._counts(leaf, self._members(names))
            case AnswerIs(item, _):
                codes = self._form[item].codes(meant_by(leaf)) if item in self._form else ()
                return Ticked(codes) if codes else NEVER
            case FlagRaised(flag):
                card = self._cards.codes.get(flag)
                # Translators: {card} is the code of a card on a form.
                return Said(gettext("card {card} is due", card=card)) if card is not None else NEVER
            case LevelReached(level):
                if not RANK[level]:
                    return ALWAYS
                reached = [
                    code for name, code in LEVEL_CODE.items() if name in self.levels and RANK[name] >= RANK[level]
                ]
                return Ticked(tuple(reached)) if reached else NEVER
            case _:
                assert_never(leaf)

    def _name(self, name: str) -> Text:
        return self._groups[name].code if name in self._groups else _element_code(name)

    def _members(self, names: Sequence[str]) -> list[Group]:
        return [group for group in self._groups.values() if group.name in names or group.element in names]

    def _counts(self, leaf: Counts, members: Sequence[Group]) -> PaperCondition:
        codes = tuple(group.code for group in members)
        name = self._sum_name(leaf.names, codes) if codes else ""
        condition, added = in_groups(leaf, members, name, Listing(in_runs(codes), "or"))
        if added and len(codes) > 1:
            self.sums[name] = codes
            self.added[name] = self.added.get(name, frozenset()) | added
        return condition

    def _sum_name(self, names: Sequence[str], codes: tuple[str, ...]) -> Text:
        if len(codes) == 1:
            return codes[0]
        if len(names) == 1:
            return _element_code(names[0])
        if len(codes) == len(self._groups):
            return EVERYTHING
        known = next((name for name, parts in self.sums.items() if parts == codes), None)
        return known or f"T{1 + sum(isinstance(each, str) for each in self.sums)}"


def _element_code(name: str) -> Message:
    return next(code for element, code in ELEMENT_CODE.items() if element == name)
