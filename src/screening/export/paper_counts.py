"""How the rules of a set are said on paper: counts of letters and points, sums of groups, and steps with a box each."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias, assert_never

from screening.engine.assess import meant_by
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
    some,
)
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
from screening.sets.model import Alternative
from screening.sets.vocabulary import RANK, Element, Level

# As short as a code, for conditions name them.
ELEMENT_CODE: Final[Mapping[Element, Message]] = {
    "act": pgettext("an element, as a code on a form", "ACT"),
    "means": pgettext("an element, as a code on a form", "MEANS"),
    "purpose": pgettext("an element, as a code on a form", "PURPOSE"),
}
EVERYTHING: Final = pgettext("all facts on a form, as a code", "ALL")
_ANY_FACT: Final = gettext("any of its facts is ticked and counts")
# What is counted, such as S+M, and how many there have to be.
_Count: TypeAlias = tuple[str, float]
LEVEL_CODE: Final[Mapping[Level, str]] = {
    "clear_concern": "L1",
    "some_concern": "L2",
    "too_little_known": "L3",
    "none_recorded": "L4",
}


def letters_of(groups: Iterable[Group]) -> tuple[str, ...]:
    """What is counted in some groups: of S, M, W and P those that are there."""
    cells = "".join(fact.adult + fact.child for group in groups for fact in group.facts)
    points = ("P",) if any(character.isdecimal() for character in cells) else ()
    return (*(letter for letter in "SMW" if letter in cells), *points)


def alternatives(group: Group, wanted: Sequence[Alternative]) -> PaperCondition:
    """When a group is shown: one of its rule's alternatives, and in any case with a fact in it.

    Args:
        group: the group.
        wanted: the rule.
    """
    counted = [_counts(each, letters_of([group])) for each in wanted]
    possible = list(dict.fromkeys(each for each in counted if each is not None and _could_be(group, each)))
    # One that asks for no less than another adds nothing.
    least = [each for each in possible if not any(_is_more(each, other) for other in possible)]
    return some([Said(_told(each) or _ANY_FACT) for each in least])


def _could_be(group: Group, counts: Iterable[_Count]) -> bool:
    """Whether there are as many facts in a group, at either age."""
    return all(
        letters == "P"
        or least <= sum(any(letter in fact.adult + fact.child for letter in letters) for fact in group.facts)
        for letters, least in counts
    )


def _is_more(counts: Sequence[_Count], others: Sequence[_Count]) -> bool:
    """Whether some counts ask for all that others ask for, and for more."""
    wanted = dict(counts)
    return counts != others and all(wanted.get(letters, 0) >= least for letters, least in others)


def _counts(wanted: Alternative | Counts, letters: Collection[str]) -> tuple[_Count, ...] | None:
    """Counts that must all be reached; None where one of them cannot be, for there is nothing of the kind.

    Args:
        wanted: the counts.
        letters: what is counted there. What there is none of is not named.
    """
    asked: list[tuple[str, float | None]] = [
        ("S", wanted.strong),
        ("SM", wanted.medium_or_strong),
        ("SMW", wanted.total),
        ("P", wanted.score),
    ]
    counts: dict[str, float] = {}
    for counted, number in asked:
        there = "+".join(letter for letter in counted if letter in letters)
        if number and not there:
            return None
        if number:
            counts[there] = max(number, counts.get(there, 0))
    return tuple(counts.items())


def _told(counts: Sequence[_Count]) -> Text | None:
    told = [
        # Translators: {letters} is such as S+M, and means how many strong and medium facts there are.
        gettext("{letters} {number} or more", letters=letters, number=format(least, "g"))
        for letters, least in counts
    ]
    return _together(told) if told else None


def _together(counts: Sequence[Message]) -> Text:
    return counts[0] if len(counts) == 1 else gettext("{counts}", counts=Listing(tuple(counts), "and_and"))


class Steps:
    """The conditions of levels and pathways as steps, each with a box; and the sums that they look at.

    Attributes:
        steps: the code of each step's box, with its condition.
        groups: the facts.
        sums: the groups that are added up: what each is called, with the codes of its parts.
    """

    def __init__(self, groups: Sequence[Group], form: Mapping[str, Numbered], cards: Cards) -> None:
        """Args: groups: the facts; form: what is asked; cards: what is urgent."""
        self.groups = tuple(groups)
        self._groups = {group.name: group for group in groups}
        self._form = form
        self._cards = cards
        self.steps: dict[str, PaperCondition] = {}
        self.sums: dict[Text, tuple[str, ...]] = {}

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
        return self.boxed(self.whole(tree))

    def boxed(self, condition: PaperCondition) -> PaperCondition:
        """What is made of several conditions, as the box of a step of its own."""
        if not isinstance(condition, All | AnyOf) or condition in {ALWAYS, NEVER}:
            return condition
        known = next((code for code, each in self.steps.items() if each == condition), None)
        code = known or f"B{len(self.steps) + 1}"
        self.steps[code] = condition
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
                reached = [code for name, code in LEVEL_CODE.items() if RANK[name] >= RANK[level]]
                return Ticked(tuple(reached)) if RANK[level] else ALWAYS
            case _:
                assert_never(leaf)

    def _name(self, name: str) -> Text:
        return self._groups[name].code if name in self._groups else _element_code(name)

    def _members(self, names: Sequence[str]) -> list[Group]:
        return [group for group in self._groups.values() if group.name in names or group.element in names]

    def _counts(self, leaf: Counts, members: Sequence[Group]) -> PaperCondition:
        counts = _counts(leaf, letters_of(members))
        if counts is None:
            return NEVER
        told = _told(counts)
        if told is None:
            return ALWAYS
        # Translators: {group} is a group of facts on a form, such as D3; {counts} is such as "S 2 or more".
        return Said(gettext("{group}: {counts}", group=self._sum(leaf.names, members), counts=told))

    def _sum(self, names: Sequence[str], members: Sequence[Group]) -> Text:
        codes = tuple(group.code for group in members)
        if len(members) == 1:
            return codes[0]
        if len(members) == len(self._groups):
            name: Text = EVERYTHING
        elif len(names) == 1:
            name = _element_code(names[0])
        else:
            known = next((name for name, parts in self.sums.items() if parts == codes), None)
            name = known or f"G{1 + sum(isinstance(each, str) for each in self.sums)}"
        self.sums[name] = codes
        return name


def _element_code(name: str) -> Message:
    return next(code for element, code in ELEMENT_CODE.items() if element == name)


def sum_lines(sums: Mapping[Text, tuple[str, ...]], steps: Steps) -> Iterator[Message]:
    """What is added up, with room for each number.

    Args:
        sums: what each is called, with the codes of its parts.
        steps: knows what is counted in them.
    """
    for name, parts in sums.items():
        room = room_for(letters_of(group for group in steps.groups if group.code in parts))
        # Translators: {group} is the sum of {parts}, such as MEANS = D6 + D7 + D8.
        yield gettext("{group} = {parts}: {room}", group=name, parts=" + ".join(parts), room=room)


def room_for(letters: Sequence[str]) -> str:
    """A line to write on for each letter."""
    return "  ".join(f"{letter} ......" for letter in letters)
